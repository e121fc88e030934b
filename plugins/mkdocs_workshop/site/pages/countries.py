"""The sheets of several countries side by side: what differs when a workshop crosses a border."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ...ground.artifact import Artifact
from ...model.evidence import Country, CountryEntry
from ...reading.places import sheet_of, to_choose
from . import paths
from .book import Book
from .country import group_title


class Side(NamedTuple):
    """What one sheet says."""

    name: str
    entry: CountryEntry | None


class Difference(NamedTuple):
    """One entry in all sheets."""

    id: str
    group: str
    label: str
    sides: list[Side]


class Part(NamedTuple):
    """The differences of one group."""

    path: str
    title: str
    differences: list[Difference]


def compared(book: Book) -> tuple[list[Country], list[Difference]]:
    """All sheets, the chosen one first, and the entries that have a value in one of them and not the same in all."""
    files, chosen = book.curriculum.files, book.curriculum.manual.country
    ids = [chosen, *(id_ for id_ in to_choose(files) if id_ != chosen)]
    sheets = [sheet for sheet in (sheet_of(id_, files) for id_ in ids) if sheet is not None]
    entries = [{entry.id: entry for entry in sheet.entries} for sheet in sheets]
    first = {id_: entry for sheet in reversed(entries) for id_, entry in sheet.items()}
    found = []
    for id_ in dict.fromkeys(id_ for sheet in entries for id_ in sheet):
        sides = [Side(sheet.name, by_id.get(id_)) for sheet, by_id in zip(sheets, entries, strict=True)]
        if len({side.entry.value if side.entry else None for side in sides}) > 1:
            found.append(Difference(id_, first[id_].group, first[id_].label, sides))
    return sheets, found


def countries_pages(book: Book) -> Iterator[Artifact]:
    """A page for each group of the sheets, and one that leads to them; none where there is one sheet."""
    if len(to_choose(book.curriculum.files)) < 2:
        return
    sheets, found = compared(book)
    made_from = book.curriculum.file("country", book.curriculum.manual.country).source.path
    title = book.say("country.beside")
    parts = [
        Part(paths.countries(group), group_title(book, group), [one for one in found if one.group == group])
        for group in dict.fromkeys(one.group for one in found)
    ]
    values: dict[str, Any] = {"sheets": sheets, "parts": parts}
    yield book.page(paths.COUNTRIES, "countries.md.j2", title, made_from, shown=None, **values)
    for part in parts:
        yield book.page(
            part.path,
            "countries.md.j2",
            f"{title}: {part.title}",
            made_from,
            scripts=(paths.FOLD_SCRIPT,),
            shown=part,
            **values,
        )
