"""Rules that look at one file after the other are asked again only of a module in which something has changed.

What they find in a file is decided by that file, and by what its texts and slides can name of others: facts, terms, titles, drawings,
cases. Of readings, tests, decks, handouts and plans nothing but the titles can be named.
"""

import functools
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..ground.findings import kept
from ..ground.problems import Problem
from ..reading.curriculum import Curriculum
from ..reading.kinds import Loaded
from ..reading.known import titles
from ..reading.narrowed import beside

_UNNAMED = ("module", "handout", "reading", "deck", "check")
"""Kinds of files of which others can name the title alone."""

Find = Callable[[Curriculum], Iterator[Problem]]


def problems_apart(curriculum: Curriculum, find: Find, keep: Path | None) -> Iterator[Problem]:
    """What `find` finds in a curriculum, module by module; kept below the folder `keep` for each of them.

    Nothing is kept where words of one's own, or modules of another curriculum, stand in no file that would tell.
    """
    if curriculum.manual.base or any(file.kind == "overrides" for file in curriculum.files):
        keep = None
    if keep is None:
        yield from find(curriculum)
        return
    named = (
        sorted(titles(curriculum).items()),
        [_digest(file) for file in curriculum.files if file.kind not in _UNNAMED],
    )
    for name, own in _groups(curriculum).items():
        said = (curriculum.language, named, [_digest(file) for file in own])
        yield from kept(keep, f"rules-{name}", said, functools.partial(_of_some, curriculum, find, own))


def _groups(curriculum: Curriculum) -> dict[str, list[Loaded]]:
    """The files of each module, and those of none."""
    found: dict[str, list[Loaded]] = {"": []}
    for file in curriculum.files:
        own = file.ids[0] if file.ids and file.ids[0] in curriculum.modules else ""
        found.setdefault(own, []).append(file)
    return found


def _digest(file: Loaded) -> object:
    """Changes with every sign of a file, and with the pictures beside it."""
    text = hashlib.sha256(file.source.text.encode("utf-8", "surrogatepass")).hexdigest()
    return file.source.path, text, beside(file.model)


def _of_some(curriculum: Curriculum, find: Find, own: Sequence[Loaded]) -> Iterator[Problem]:
    paths = {file.source.path for file in own}
    texts = tuple(at for at in curriculum.texts if at[0].source.path in paths)
    yield from find(replace(curriculum, files=tuple(own), texts=texts))
