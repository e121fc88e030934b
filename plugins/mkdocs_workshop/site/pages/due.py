"""What is due: everything with a date of review, the nearest first."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ...ground.artifact import Artifact
from ...language.tables import month_words
from ...language.wording import reference
from ...model.evidence import DateParts
from ...reading.gate import asking, path_of
from . import paths
from .book import Book

SOON = dt.timedelta(days=90)
"""What is due later than this is only counted."""
YEAR = dt.timedelta(days=365)
"""How long an address that was opened, and a reading before release, are good for."""


class Due(NamedTuple):
    """Something to look at again."""

    day: dt.date
    kind: str
    """`fact`, `source`, `entry`, `module` or `review`."""
    label: str
    target: str
    """The page with its anchor; empty if there is none."""


def due_page(book: Book) -> Artifact:
    """The page: what is late, what comes soon, and how much later on."""
    found = sorted(_all(book))
    late = [one for one in found if one.day < book.today]
    soon = [one for one in found if book.today <= one.day <= book.today + SOON]
    later = Counter((one.day.replace(day=1), one.kind) for one in found if one.day > book.today + SOON)
    unchecked = [fact for fact in book.used_facts() if fact.checked_on is None]
    plain = book.markup(paths.DUE).plain
    return book.page(
        paths.DUE,
        "due.md.j2",
        book.say("nav.due"),
        book.curriculum.file("curriculum").source.path,
        role="facilitator",
        found=False,
        lists=[("late", _rows(book, late)), ("soon", _rows(book, soon))],
        later=[
            (month_words(month, book.say.language), book.say(f"due.kind.{kind}"), count)
            for (month, kind), count in sorted(later.items())
        ],
        unchecked=[(plain(fact.text), f"{book.usage.fact_pages[fact.id]}#{fact.id}") for fact in unchecked],
    )


def _rows(book: Book, found: list[Due]) -> list[tuple[str, str, str, str]]:
    return [(book.date(one.day), book.say(f"due.kind.{one.kind}"), one.label, one.target) for one in found]


def _all(book: Book) -> Iterator[Due]:
    plain, curriculum = book.markup(paths.DUE).plain, book.curriculum
    for fact in book.used_facts():
        yield Due(fact.review_by, "fact", plain(fact.text), f"{book.usage.fact_pages[fact.id]}#{fact.id}")
    for source in curriculum.sources.values():
        if source.URL and (opened := _day(source.accessed)):
            yield Due(opened + YEAR, "source", reference(source), paths.source(source))
    for entry in curriculum.country.entries:
        if entry.value is not None and entry.review_by:
            yield Due(entry.review_by, "entry", plain(entry.label), paths.entry(entry))
    for parts in curriculum.modules.values():
        yield Due(parts.plan.review_by, "module", plain(parts.plan.title), paths.module(parts.id))
    yield from _readings(book)


def _readings(book: Book) -> Iterator[Due]:
    """Released texts, a year after the oldest of the readings that released them."""
    reviews = [one for file in book.curriculum.files if file.kind == "reviews" for one in file.model.reviews]
    for file in asking(book.curriculum):
        path = path_of(file)
        newest = [
            max((one.on for one in reviews if one.file == path and one.by == reader), default=None)
            for reader in file.model.release.after
        ]
        days = [day for day in newest if day is not None]
        if days:
            yield Due(min(days) + YEAR, "review", path, "")


def _day(parts: DateParts | None) -> dt.date | None:
    """A day as CSL writes it; what is missing of it counts as the first."""
    if parts is None or not parts.date_parts:
        return None
    year, month, day = (*parts.date_parts[0], 1, 1)[:3]
    return dt.date(year, month, day)
