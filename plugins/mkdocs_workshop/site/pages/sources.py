"""What the manual cites: a list for each sort of source."""

from collections.abc import Iterator
from typing import NamedTuple

from ...ground.artifact import Artifact
from ...language.tables import order_of
from ...language.wording import reference
from ...model.evidence import Source
from . import paths
from .book import Book
from .folds import by_letters, opened

SORTS = {
    "reports": "sources.reports",
    "articles": "sources.articles",
    "web": "sources.web",
    "news": "sources.news",
    "law": "sources.law",
    "country": "sources.country",
}
"""The lists and their names, in the order of the first page."""


class Row(NamedTuple):
    """A source and its reference."""

    source: Source
    line: str


class SourceList(NamedTuple):
    """All sources of a sort, in the order of the alphabet."""

    path: str
    title: str
    rows: list[Row]


def source_pages(book: Book) -> Iterator[Artifact]:
    """The lists, and a page that leads to them."""
    made_from = book.curriculum.file("sources").source.path
    lists = [found for sort in SORTS if (found := _list(book, sort)).rows]
    yield book.page(paths.SOURCES, "sources.md.j2", book.say("nav.sources"), made_from, lists=lists)
    for found in lists:
        yield book.page(
            found.path,
            "source-list.md.j2",
            found.title,
            made_from,
            lists=lists,
            shown=found,
            parts=opened(by_letters(found.rows, lambda row: row.line)),
            scripts=(paths.FOLD_SCRIPT,),
        )


def _list(book: Book, sort: str) -> SourceList:
    cited = [source for source in book.curriculum.sources.values() if source.id in book.usage.sources]
    rows = [Row(source, reference(source)) for source in cited if paths.sort_of(source) == sort]
    country = book.markup(paths.SOURCES).plain(book.curriculum.country.name)
    return SourceList(
        paths.sources(sort),
        book.say(SORTS[sort], name=country),
        sorted(rows, key=lambda row: order_of(book.say.language)(row.line)),
    )
