"""Pages about what the texts stand on, and about what must be checked."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from ..artifacts import Artifact
from ..checks.evidence import is_stale
from ..model.evidence import CountryEntry, Fact, Source
from ..wording import reference
from . import paths
from .book import Book
from .check_first import check_first_page
from .topics import topics_page


class FactRow(NamedTuple):
    """A fact as its page shows it."""

    fact: Fact
    sources: list[Source]
    checked: str | None
    review: str
    stale: bool
    used: list[tuple[str, str]]
    """Pages that use it, with their titles."""


class EntryRow(NamedTuple):
    """A country entry as its page shows it."""

    entry: CountryEntry
    sources: list[Source]
    checked: str | None
    review: str | None
    stale: bool


def evidence_pages(book: Book) -> Iterator[Artifact]:
    """Facts, sources, glossary, words, country sheet, topics, and what to check before teaching."""
    kinds = {file.kind for file in book.curriculum.files}
    yield check_first_page(book)
    yield _country_page(book)
    if "facts" in kinds:
        yield _facts_page(book)
    if "sources" in kinds:
        yield _sources_page(book)
    if "glossary" in kinds:
        yield _glossary_page(book)
    if "words" in kinds:
        yield book.page(
            paths.WORDS,
            "words.md.j2",
            book.say("nav.words"),
            _made_from(book, "words"),
            words=book.curriculum.words.words,
        )
    if "topics" in kinds:
        yield topics_page(book)


def _made_from(book: Book, kind: str) -> str:
    return book.curriculum.file(kind).source.path


def _optional_date(book: Book, day: dt.date | None) -> str | None:
    return book.date(day) if day else None


def _facts_page(book: Book) -> Artifact:
    groups = []
    for scope in ("generic", "regional", f"country:{book.curriculum.manual.country}"):
        rows = [_fact_row(book, fact) for fact in book.used_facts() if fact.scope == scope]
        if rows:
            name = scope.partition(":")[0]
            country = book.markup(paths.FACTS).plain(book.curriculum.country.name)
            groups.append((book.say(f"scope.{name}", name=country), f"scope-{name}", rows))
    return book.page(paths.FACTS, "facts.md.j2", book.say("nav.facts"), _made_from(book, "facts"), groups=groups)


def _fact_row(book: Book, fact: Fact) -> FactRow:
    return FactRow(
        fact,
        [book.curriculum.sources[id_] for id_ in fact.sources],
        _optional_date(book, fact.checked_on),
        book.date(fact.review_by),
        fact.review_by < book.today,
        list(book.usage.facts[fact.id].items()),
    )


def _sources_page(book: Book) -> Artifact:
    cited = [source for source in book.curriculum.sources.values() if source.id in book.usage.sources]
    rows = sorted(((source, reference(source)) for source in cited), key=lambda row: row[1])
    groups = []
    for keyword in ("international", "country"):
        chosen = [row for row in rows if (row[0].keyword or "international") == keyword]
        if chosen:
            country = book.markup(paths.SOURCES).plain(book.curriculum.country.name)
            groups.append((book.say(f"sources.{keyword}", name=country), f"list-{keyword}", chosen))
    return book.page(
        paths.SOURCES, "sources.md.j2", book.say("nav.sources"), _made_from(book, "sources"), groups=groups
    )


def _glossary_page(book: Book) -> Artifact:
    terms = sorted(book.curriculum.terms.values(), key=lambda term: term.term.lower())
    return book.page(
        paths.GLOSSARY, "glossary.md.j2", book.say("nav.glossary"), _made_from(book, "glossary"), terms=terms
    )


def _country_page(book: Book) -> Artifact:
    country = book.curriculum.country
    groups = []
    for group in dict.fromkeys(entry.group for entry in country.entries):
        rows = [_entry_row(book, entry) for entry in country.entries if entry.group == group]
        groups.append((group, rows))
    title = book.say("nav.country", name=book.markup(paths.COUNTRY).plain(country.name))
    known = sum(entry.value is not None for entry in country.entries)
    return book.page(
        paths.COUNTRY,
        "country.md.j2",
        title,
        book.curriculum.file("country", book.curriculum.manual.country).source.path,
        country=country,
        groups=groups,
        known=known,
        blank=len(country.entries) - known,
    )


def _entry_row(book: Book, entry: CountryEntry) -> EntryRow:
    sources = [book.curriculum.sources[id_] for id_ in entry.sources]
    checked, review = _optional_date(book, entry.checked_on), _optional_date(book, entry.review_by)
    return EntryRow(entry, sources, checked, review, is_stale(entry, book.today))
