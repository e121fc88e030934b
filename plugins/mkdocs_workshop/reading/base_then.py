"""What the base said when somebody wrote their own words for it, and what it says now.

A folder `.base` of the curriculum keeps those files of the base for which there are words of one's own, as they were when somebody
last compared. A newer base can then be read three ways: what it said, what it says, what we say.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..ground.problems import Kind, Problem
from .kinds import FoundFile, Loaded
from .yaml import read

KINDS: Mapping[str, Kind] = {
    "W850": Kind(
        "The base has changed a text that you say in your own words",
        "`workshop reuse` shows what it said, what it says now, and your words. Yours stay until you change them.",
        "notice",
    ),
    "W851": Kind(
        "Nobody noted what the base said when you wrote your own words",
        "`workshop reuse --accept` notes it. A newer base can then be compared.",
        "notice",
    ),
}

FOLDER = ".base"
"""Where the files are kept, below the curriculum."""


@dataclass(frozen=True)
class Compared:
    """One text, or one whole file, three ways; `None` for what is not there."""

    file: str
    """Path below the curriculum."""
    at: str
    """The way to the text; empty for a whole file of one's own."""
    then: Any
    now: Any
    ours: Any
    entry: int | None
    """Its number in `overrides.yml`."""

    @property
    def changed(self) -> bool:
        """Whether the base says something else than it did. Where nobody can tell what it said, it is False."""
        return self.then is not None and self.then != self.now


def compared(
    curriculum: Path, base: Path, changes: Loaded | None, own: Iterable[Loaded], found: Iterable[FoundFile]
) -> Iterator[Compared]:
    """Every text and file that stands in for one of the base.

    That is an entry of `overrides.yml`, and a file of a module whose path is one of the base.
    """
    there = {file.path.relative_to(base).as_posix(): file for file in found}
    for number, one in enumerate(changes.model.replace if changes else ()):
        if one.file in there:
            then, now = (text_at(data_of(folder / one.file), one.at) for folder in (curriculum / FOLDER, base))
            yield Compared(one.file, one.at, then, now, one.text, number)
    mine = {(file.kind, file.ids): file for file in own}
    for path, file in there.items():
        if path.startswith("modules/") and (file.kind.name, file.ids) in mine:
            then, now = data_of(curriculum / FOLDER / path), data_of(base / path)
            yield Compared(path, "", then, now, mine[file.kind.name, file.ids].source.data, None)


def changed_since(
    base: Path, root: Path, manual: Loaded, changes: Loaded | None, own: Sequence[Loaded], found: Sequence[FoundFile]
) -> Iterator[Problem]:
    """A notice for each text that the base has changed, and one if nobody can tell."""
    curriculum = (root / manual.source.path).parent
    unknown = []
    for one in compared(curriculum, base, changes, own, found):
        if not (curriculum / FOLDER / one.file).is_file():
            unknown.append(one.file)
        elif one.changed:
            source, loc = _place(one, manual, changes)
            what = f"`{one.at}` of `{one.file}`" if one.at else f"`{one.file}`"
            problem = source.problem(loc, "W850", f"the base has changed {what}", KINDS["W850"].advice)
            yield replace(problem, severity="notice")
    if unknown:
        files = ", ".join(f"`{path}`" for path in dict.fromkeys(unknown))
        message = f"what the base said is not noted for {files}"
        yield replace(manual.source.problem(("base",), "W851", message, KINDS["W851"].advice), severity="notice")


def _place(one: Compared, manual: Loaded, changes: Loaded | None) -> tuple[Any, tuple[str | int, ...]]:
    if changes is not None and one.entry is not None:
        return changes.source, ("replace", one.entry, "at")
    return manual.source, ("base",)


def data_of(path: Path) -> Any:
    """What a file says, without its comments; None if there is none or if it can not be read."""
    source, _ = read(path, path.parent) if path.is_file() else (None, [])
    return source.data if source is not None else None


def text_at(data: Any, way: str) -> Any:
    """The text that keys, and ids in lists, lead to: `steps/count-heads/text` is that of the step of this id; None if there is none."""
    for part in way.split("/"):
        data = step(data, part)
    return data


def step(holder: Any, part: str) -> Any:
    """What a key of a mapping leads to, or the entry of a list that has it as its `id`; None if there is neither."""
    if isinstance(holder, dict):
        return holder.get(part)
    if isinstance(holder, list):
        return next((entry for entry in holder if isinstance(entry, dict) and entry.get("id") == part), None)
    return None
