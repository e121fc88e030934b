"""Facts and figures: one list for each module that stands on them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...ground.artifact import Artifact
from ...model.evidence import Fact, Source
from ...reading.curriculum import ModuleParts
from . import paths
from .book import Book
from .folds import Fold, opened


class Row(NamedTuple):
    """A fact as its page shows it."""

    fact: Fact
    sources: list[Source]
    checked: str | None
    review: str
    stale: bool
    used: list[tuple[str, str]]
    """Pages that use it, with their titles; of pages with the same title (a text, its slides) the first."""


def fact_pages(book: Book) -> Iterator[Artifact]:
    """A page for each module, and one that leads to them and holds the facts that no module uses."""
    made_from = book.curriculum.file("facts").source.path
    modules = [(theme, parts, _rows(book, paths.facts(parts.id))) for theme, all_ in book.by_theme() for parts in all_]
    modules = [(theme, parts, rows) for theme, parts, rows in modules if rows]
    rest = _rows(book, paths.FACTS)
    yield book.page(
        paths.FACTS,
        "facts.md.j2",
        book.say("nav.facts"),
        made_from,
        modules=[(theme, parts, len(rows)) for theme, parts, rows in modules],
        groups=_groups(book, rest),
        count=len(rest),
        scripts=(paths.FOLD_SCRIPT,),
    )
    for theme, parts, rows in modules:
        yield book.page(
            paths.facts(parts.id),
            "module-facts.md.j2",
            _title(book, parts),
            made_from,
            module=parts,
            colour=theme.colour,
            groups=_groups(book, rows),
            count=len(rows),
            scripts=(paths.FOLD_SCRIPT,),
        )


def _title(book: Book, parts: ModuleParts) -> str:
    return book.say("facts.of", title=book.markup(paths.FACTS).plain(parts.plan.title))


def _rows(book: Book, page: str) -> list[Row]:
    return [_row(book, fact) for fact in book.used_facts() if book.usage.fact_pages[fact.id] == page]


def _groups(book: Book, rows: list[Row]) -> list[Fold]:
    country = book.markup(paths.FACTS).plain(book.curriculum.country.name)
    found = []
    for scope in ("generic", "regional", f"country:{book.curriculum.manual.country[:2]}"):
        chosen = [row for row in rows if row.fact.scope == scope]
        name = scope.partition(":")[0]
        if chosen:
            found.append((f"scope-{name}", book.say(f"scope.{name}", name=country), chosen))
    return opened(found)


def _row(book: Book, fact: Fact) -> Row:
    return Row(
        fact,
        [book.curriculum.sources[id_] for id_ in fact.sources],
        book.date(fact.checked_on) if fact.checked_on else None,
        book.date(fact.review_by),
        fact.review_by < book.today,
        _first_of_each_title(book.usage.facts[fact.id]),
    )


def _first_of_each_title(pages: Mapping[str, str]) -> list[tuple[str, str]]:
    by_title: dict[str, str] = {}
    for path, title in pages.items():
        by_title.setdefault(title, path)
    return [(path, title) for title, path in by_title.items()]
