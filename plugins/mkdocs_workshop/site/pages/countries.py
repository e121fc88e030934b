"""The sheets of several countries side by side: what differs when a workshop crosses a border."""

from collections.abc import Iterator
from typing import NamedTuple

from ...ground.artifact import Artifact
from ...model.evidence import Country, CountryEntry
from ...reading.places import sheet_of, to_choose
from . import paths
from .book import Book


class Side(NamedTuple):
    """What one sheet says."""

    name: str
    entry: CountryEntry | None


class Difference(NamedTuple):
    """One entry in all sheets."""

    id: str
    label: str
    sides: list[Side]


def compared(book: Book) -> tuple[list[Country], list[Difference]]:
    """All sheets, the chosen one first, and the entries that have a value in one of them and not the same in all."""
    files, chosen = book.curriculum.files, book.curriculum.manual.country
    ids = [chosen, *(id_ for id_ in to_choose(files) if id_ != chosen)]
    sheets = [sheet for sheet in (sheet_of(id_, files) for id_ in ids) if sheet is not None]
    entries = [{entry.id: entry for entry in sheet.entries} for sheet in sheets]
    labels = {id_: entry.label for sheet in reversed(entries) for id_, entry in sheet.items()}
    found = []
    for id_ in dict.fromkeys(id_ for sheet in entries for id_ in sheet):
        sides = [Side(sheet.name, by_id.get(id_)) for sheet, by_id in zip(sheets, entries, strict=True)]
        if len({side.entry.value if side.entry else None for side in sides}) > 1:
            found.append(Difference(id_, labels[id_], sides))
    return sheets, found


def countries_page(book: Book) -> Iterator[Artifact]:
    """The page; none where there is one sheet."""
    if len(to_choose(book.curriculum.files)) < 2:
        return
    sheets, found = compared(book)
    made_from = book.curriculum.file("country", book.curriculum.manual.country).source.path
    title = book.say("country.beside")
    yield book.page(paths.COUNTRIES, "countries.md.j2", title, made_from, sheets=sheets, differences=found)
