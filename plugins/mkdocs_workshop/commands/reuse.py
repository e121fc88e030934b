"""`workshop reuse`: one's own words beside what the base said and what it says now."""

import difflib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .exits import CLEAN, PROBLEMS, WrongUse
from .frame import Command, argument, option
from .given import curriculum_option

if TYPE_CHECKING:
    from ..reading.base_then import Compared


@click.command(
    "reuse", cls=Command, section="Write", short_help="Compare your own words with a newer base.",
    examples=[
        ("workshop reuse", "What the base said, what it says now, and what you say."),
        ("workshop reuse --accept modules/fire/reading.yml", "You have seen it in this file."),
    ],
)  # fmt: skip
@argument("files", nargs=-1, metavar="FILE", line="Only these files, as `modules/fire/reading.yml`.")
@option("--accept", is_flag=True, help="Note what the base says now, in curriculum/.base; your words stay.")
@curriculum_option
def reuse(files: tuple[str, ...], accept: bool, curriculum: Path) -> int:
    """Shows each text that you say in your own words beside what the base said then, and what it says now.

    Nothing is changed; --accept notes that you have seen it. Exit status 1 if the base has changed something since.
    """
    base, found = own_words(curriculum.absolute(), Path.cwd())
    found = [one for one in found if not files or one.file in files]
    if accept:
        for path in dict.fromkeys(one.file for one in found):
            print(f"noted {note(curriculum, base, path)}")
        return CLEAN
    changed = [one for one in found if one.changed]
    for one in changed:
        print("\n".join(three_ways(one)), end="\n\n")
    print(f"{len(found)} texts and files in your own words; the base has changed {len(changed)} of them.")
    return PROBLEMS if changed else CLEAN


def own_words(curriculum: Path, root: Path) -> "tuple[Path, list[Compared]]":
    """The folder of the base, and all that stands in for something of it. Raises WrongUse where there is no base."""
    from ..reading.base import base_folder
    from ..reading.base_then import compared
    from ..reading.curriculum import load
    from ..reading.kinds import find_files

    whole, _, _ = load(curriculum, root)
    base = base_folder(whole.manual.base.curriculum, root) if whole and whole.manual.base else None
    if whole is None or base is None:
        raise WrongUse("there is no base. Name one under `base` in `curriculum.yml`; `workshop check` says more.")
    own = [file for file in whole.files if (curriculum / _below(file.source.path, curriculum, root)).is_file()]
    changes = next((file for file in own if file.kind == "overrides"), None)
    return base, list(compared(curriculum, base, changes, own, find_files(base, base)[0]))


def _below(path: str, curriculum: Path, root: Path) -> str:
    """A file of this curriculum below its folder; a name that does not exist for one of another curriculum."""
    whole = root / path
    return whole.relative_to(curriculum).as_posix() if whole.is_relative_to(curriculum) else ".none"


def note(curriculum: Path, base: Path, path: str) -> Path:
    """Keeps a file of the base as it is now."""
    from ..reading.base_then import FOLDER

    target = curriculum / FOLDER / path
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(base / path, target)
    return target


def three_ways(one: "Compared") -> Iterator[str]:
    """What the base said, what it says, what is said here."""
    yield f"{one.file} {one.at}".rstrip()
    if one.at:
        yield from _said("the base said", one.then)
        yield from _said("it says now", one.now)
        yield from _said("you say", one.ours)
        return
    yield from _difference("what the base has changed", one.then, one.now)
    yield from _difference("what you have changed", one.then, one.ours)


def _said(who: str, text: Any) -> Iterator[str]:
    yield f"  {who}:"
    yield from (f"    {line}" for line in (str(text) if text is not None else "(it is gone)").splitlines())


def _difference(what: str, before: Any, after: Any) -> Iterator[str]:
    import yaml

    yield f"  {what}:"
    texts = [yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100) for data in (before, after)]
    lines = difflib.unified_diff(texts[0].splitlines(), texts[1].splitlines(), n=1, lineterm="")
    yield from (f"    {line}" for line in list(lines)[2:])
