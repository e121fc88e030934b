"""The country sheet: a page for each part, since each goes to somebody else to be checked."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple

from ...checks.evidence import is_stale
from ...ground.artifact import Artifact
from ...model.evidence import CountryEntry, Source
from ...reading.places import to_choose
from . import paths
from .book import Book
from .folds import Fold, opened


class Row(NamedTuple):
    """A country entry as its page shows it."""

    entry: CountryEntry
    sources: list[Source]
    checked: str | None
    review: str | None
    stale: bool


class Part(NamedTuple):
    """One part of the sheet."""

    path: str
    title: str
    rows: list[Row]

    @property
    def known(self) -> int:
        """How many entries are filled in."""
        return sum(row.entry.value is not None for row in self.rows)

    @property
    def blank(self) -> int:
        """How many are not."""
        return len(self.rows) - self.known


def country_pages(book: Book) -> Iterator[Artifact]:
    """The parts, and a page that leads to them."""
    country = book.curriculum.country
    made_from = book.curriculum.file("country", book.curriculum.manual.country).source.path
    name = book.markup(paths.COUNTRY).plain(country.name)
    title = book.say("nav.country", name=name)
    parts = [_part(book, group) for group in dict.fromkeys(entry.group for entry in country.entries)]
    several = len(to_choose(book.curriculum.files)) > 1
    values: dict[str, Any] = {"country": country, "parts": parts, "several": several}
    yield book.page(
        paths.COUNTRY,
        "country.md.j2",
        title,
        made_from,
        known=sum(part.known for part in parts),
        blank=sum(part.blank for part in parts),
        **values,
    )
    for part in parts:
        part_title = book.say("country.part", part=part.title, name=name)
        yield book.page(
            part.path,
            "country-part.md.j2",
            part_title,
            made_from,
            shown=part,
            folds=_folds(book, part),
            scripts=(paths.FOLD_SCRIPT,),
            **values,
        )


def _part(book: Book, group: str) -> Part:
    rows = [_row(book, entry) for entry in book.curriculum.country.entries if entry.group == group]
    return Part(paths.country(group), group_title(book, group), rows)


def _folds(book: Book, part: Part) -> list[Fold]:
    """What is to be filled in before what is known."""
    blank = [row for row in part.rows if row.entry.value is None]
    known = [row for row in part.rows if row.entry.value is not None]
    return opened(
        [("to-fill-in", book.say("country.open"), blank), ("filled-in", book.say("country.filled-in"), known)]
    )


def group_title(book: Book, group: str) -> str:
    """The heading of a group: the sheet's own, or the word of the interface for one that every sheet may have."""
    plain = book.markup(paths.COUNTRY).plain
    own = next((plain(one.title) for one in book.curriculum.country.groups if one.id == group), None)
    return own or book.say(f"country.{group}")


def _row(book: Book, entry: CountryEntry) -> Row:
    sources = [book.curriculum.sources[id_] for id_ in entry.sources]
    return Row(entry, sources, _date(book, entry.checked_on), _date(book, entry.review_by), is_stale(entry, book.today))


def _date(book: Book, day: dt.date | None) -> str | None:
    return book.date(day) if day else None
