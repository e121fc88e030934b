"""How far each translation of a curriculum is: for the page that says so. And which of those that it names are none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from ...ground.findings import Row, kept_each
from ...ground.problems import Kind, Problem
from ..files import shown_path
from ..kinds import Loaded
from .apply import usable
from .folder import FOLDER, languages_of
from .messages import Message
from .po import read_translations
from .readings import PartState, read_mark
from .sums import digest, digest_of_file

KINDS: Mapping[str, Kind] = {
    "W012": Kind(
        "A language in which the manual can not be published",
        "Write its PO files with `workshop translate update --language CODE`, or take it from `languages`.",
        "warning",
    ),
}


def not_there(files: Sequence[Loaded], folder: Path) -> Iterator[Problem]:
    """A problem for each language that `curriculum.yml` names and that has no PO files, or is the one of the texts itself."""
    there, kind = languages_of(folder), KINDS["W012"]
    for file in files:
        if file.kind != "curriculum":
            continue
        for index, code in enumerate(file.model.languages):
            if code == file.model.language:
                message, advice = f"`{code}` is the language of the texts themselves", "Take it from `languages`."
            elif code not in there:
                message, advice = f"there are no PO files for `{code}`", kind.advice
            else:
                continue
            problem = file.source.problem(("languages", index), "W012", message, advice)
            yield replace(problem, severity=kind.severity)


def overview(
    wanted: Mapping[str, Sequence[Message]],
    folder: Path,
    root: Path,
    languages: Sequence[str],
    keep: Path | None = None,
) -> dict[str, Mapping[str, PartState]]:
    """The state of each PO file, by language and name. `wanted` are the messages of the master.

    Below the folder `keep` it is kept for each PO file, which need not be read then.
    """
    english = {name: digest((one.context, one.text) for one in messages) for name, messages in wanted.items()}
    found: dict[str, Mapping[str, PartState]] = {}
    for language in languages:
        place = folder / FOLDER / language
        decides = {name: (english[name], digest_of_file(place / name)) for name in wanted}
        find = partial(_state, place, root, wanted)
        rows = kept_each(keep, f"overview-{language}", decides, find)
        found[language] = {name: PartState(int(row[0]), int(row[1]), str(row[2])) for name, row in rows.items()}
    return found


def _state(place: Path, root: Path, wanted: Mapping[str, Sequence[Message]], name: str) -> Row:
    """The state of a PO file as a row: how many texts, how many of them have no translation, and their mark."""
    said, _ = read_translations(place / name, shown_path(place / name, root))
    missing = sum(usable(message, said) is None for message in wanted[name])
    return len(wanted[name]), missing, read_mark(wanted[name], said)
