"""Contacts of one district over a curriculum: a small file that somebody filled in on a page or in a spreadsheet."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from ..ground.problems import Kind, Place, Problem, did_you_mean
from ..model.evidence import CountryEntry
from .curriculum import Curriculum, relinked, spoken_of

KINDS: Mapping[str, Kind] = {
    "W090": Kind(
        "A file of local contacts that can not be read",
        "Take a file that was saved on the page `Make it ours`, or its Excel sheet.",
    ),
    "W091": Kind(
        "A local contact for an entry that the country sheet does not have",
        "Take its id from the country sheet; what stands here is left out.",
        "warning",
    ),
}
FORMAT = 1
"""The number that files of the page carry."""
_TITLED = frozenset({"module", "handout", "case"})


class Contact(NamedTuple):
    """What an entry is in this district."""

    value: str
    called_on: dt.date | None
    """When somebody called to check it; None if nobody has."""


def with_local(curriculum: Curriculum, path: Path, shown: str) -> tuple[Curriculum, list[Problem]]:
    """The curriculum with the contacts of a file, `.json` or `.xlsx`, in place of those of its country sheet.

    What nobody has called to check keeps a mark. `shown` is how problems name the file.
    """
    try:
        contacts = dict(_rows(path) if path.suffix.lower() == ".xlsx" else _entries(path))
    except (OSError, ValueError) as error:
        message = f"the local contacts can not be read: {error}"
        return curriculum, [Problem(Place(shown), "W090", message, KINDS["W090"].advice)]
    known = [entry.id for entry in curriculum.country.entries]
    problems = [
        Problem(
            Place(shown),
            "W091",
            f"the country sheet has no entry `{id_}`",
            did_you_mean(id_, known) or KINDS["W091"].advice,
            "warning",
        )
        for id_ in contacts
        if id_ not in known
    ]
    files = tuple(
        replace(file, model=_filled(file.model, contacts)) if file.model is curriculum.country else file
        for file in curriculum.files
    )
    titles = {
        f"{one.file.kind}/{one.file.ids[-1]}": str(one.file.model.title)
        for one in curriculum.held
        if one.file.kind in _TITLED
    }
    whole = relinked(files, spoken_of(curriculum), titles)
    return replace(whole, held=curriculum.held), problems


def _filled(country: Any, contacts: Mapping[str, Contact]) -> Any:
    return country.model_copy(update={"entries": tuple(_entry(entry, contacts) for entry in country.entries)})


def _entry(entry: CountryEntry, contacts: Mapping[str, Contact]) -> CountryEntry:
    if entry.id not in contacts:
        return entry
    contact = contacts[entry.id]
    return entry.model_copy(
        update={
            "value": contact.value,
            "sources": (),
            "confidence": None if contact.called_on else "L",
            "checked_on": contact.called_on,
            "checked_by": None,
            "review_by": None,
        }
    )


def _entries(path: Path) -> Iterator[tuple[str, Contact]]:
    """`{"format": 1, "entries": {"duty-doctor": {"value": "...", "called_on": "2026-11-28"}}}`. Raises ValueError for another form."""
    found = json.loads(path.read_text("utf-8"))
    if not isinstance(found, dict) or found.get("format") != FORMAT or not isinstance(found.get("entries"), dict):
        raise ValueError(f"it is no file of the format {FORMAT}")
    for id_, entry in found["entries"].items():
        if not isinstance(entry, dict):
            raise ValueError(f"`{id_}` holds no value")  # noqa: TRY004  like other JSON that is wrong
        yield from _contact(str(id_), entry.get("value"), entry.get("called_on"))


def _rows(path: Path) -> Iterator[tuple[str, Contact]]:
    """The sheet of the page: id, what, whom to ask, value, day of the call. Raises ValueError where it is no workbook."""
    # Imported when used: most builds have no such file.
    import python_calamine as calamine

    try:
        with calamine.CalamineWorkbook.from_path(path) as book:
            rows = book.get_sheet_by_index(0).to_python()
    except (calamine.CalamineError, calamine.ZipError, calamine.XmlError) as error:
        raise ValueError(str(error)) from error
    for row in rows[1:]:
        cells = [*row, "", "", "", "", ""]
        if cells[0]:
            yield from _contact(str(cells[0]).strip(), cells[3], cells[4])


def _contact(id_: str, value: object, day: object) -> Iterator[tuple[str, Contact]]:
    words = " ".join(str(value or "").split())
    if isinstance(value, float) and value.is_integer():
        words = str(int(value))
    if words:
        yield id_, Contact(words, _day(day))


def _day(given: object) -> dt.date | None:
    """A day as a spreadsheet or the page gives it; None for what is no day."""
    if isinstance(given, dt.datetime):
        return given.date()
    if isinstance(given, dt.date):
        return given
    try:
        return dt.date.fromisoformat(str(given or "").strip())
    except ValueError:
        return None
