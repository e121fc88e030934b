"""Pages about what the texts stand on, and about what must be checked."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from ..artifacts import Artifact
from ..checks.evidence import is_stale
from ..curriculum import ModuleParts
from ..model.evidence import CountryEntry, Fact, Source, Topic
from . import paths
from .book import Book
from .markup import UNVERIFIED, reference
from .slots import SlotView


class FactRow(NamedTuple):
    """A fact as its page shows it."""

    fact: Fact
    sources: list[Source]
    checked: str | None
    review: str
    stale: bool


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
    yield _check_first_page(book)
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
        yield _topics_page(book)


def _made_from(book: Book, kind: str) -> str:
    return book.curriculum.file(kind).source.path


def _optional_date(book: Book, day: dt.date | None) -> str | None:
    return book.date(day) if day else None


def _facts_page(book: Book) -> Artifact:
    groups = []
    for scope in ("generic", "regional", f"country:{book.curriculum.manual.country}"):
        rows = [_fact_row(book, fact) for fact in book.curriculum.facts.values() if fact.scope == scope]
        if rows:
            name = scope.partition(":")[0]
            country = book.markup(paths.FACTS).plain(book.curriculum.country.name)
            groups.append((book.say(f"scope.{name}", name=country), f"scope-{name}", rows))
    return book.page(paths.FACTS, "facts.md.j2", book.say("nav.facts"), _made_from(book, "facts"), groups=groups)


def _fact_row(book: Book, fact: Fact) -> FactRow:
    sources = [book.curriculum.sources[id_] for id_ in fact.sources]
    return FactRow(
        fact, sources, _optional_date(book, fact.checked_on), book.date(fact.review_by), fact.review_by < book.today
    )


def _sources_page(book: Book) -> Artifact:
    rows = sorted(((source, reference(source)) for source in book.curriculum.sources.values()), key=lambda row: row[1])
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


Open = tuple[str, str, str]
"""What to check: label, page with anchor, why."""


def _blank(book: Book) -> list[CountryEntry]:
    return [entry for entry in book.curriculum.country.entries if entry.value is None]


def _entry_target(entry: CountryEntry) -> str:
    return f"{paths.COUNTRY}#{entry.id.replace('.', '-')}"


def _unverified(book: Book) -> list[Open]:
    plain = book.markup(paths.CHECK_FIRST).plain
    found = [
        (plain(entry.label), _entry_target(entry), book.say(f"confidence.{entry.confidence}"))
        for entry in book.curriculum.country.entries
        if entry.value is not None and entry.confidence in UNVERIFIED
    ]
    found += [
        (plain(fact.text), f"{paths.FACTS}#{fact.id}", book.say(f"confidence.{fact.confidence}"))
        for fact in book.curriculum.facts.values()
        if fact.confidence in UNVERIFIED
    ]
    return found


def _stale(book: Book) -> list[Open]:
    plain = book.markup(paths.CHECK_FIRST).plain
    found = [
        (plain(entry.label), _entry_target(entry), book.say("facts.review", date=book.date(entry.review_by)))
        for entry in book.curriculum.country.entries
        if is_stale(entry, book.today) and entry.review_by
    ]
    found += [
        (plain(fact.text), f"{paths.FACTS}#{fact.id}", book.say("facts.review", date=book.date(fact.review_by)))
        for fact in book.curriculum.facts.values()
        if fact.review_by < book.today
    ]
    found += [
        (
            plain(parts.plan.title),
            paths.module(parts.id),
            book.say("facts.review", date=book.date(parts.plan.review_by)),
        )
        for parts in book.curriculum.modules.values()
        if parts.plan.review_by < book.today
    ]
    return found


def open_points(book: Book) -> int:
    """How many things a trainer must check before teaching."""
    return len(_blank(book)) + len(_unverified(book)) + len(_stale(book))


def _check_first_page(book: Book) -> Artifact:
    return book.page(
        paths.CHECK_FIRST,
        "check-first.md.j2",
        book.say("nav.check-first"),
        book.curriculum.file("country", book.curriculum.manual.country).source.path,
        role="facilitator",
        blank=_blank(book),
        unverified=_unverified(book),
        stale=_stale(book),
    )


TopicRow = tuple[Topic, list[ModuleParts], list[SlotView]]


def _topics_page(book: Book) -> Artifact:
    programme = book.curriculum.manual.covers_topics or book.curriculum.manual.programme
    outlines = []
    for outline in dict.fromkeys(topic.outline for topic in book.curriculum.topics.values()):
        rows = [
            _topic_row(book, programme, topic) for topic in book.curriculum.topics.values() if topic.outline == outline
        ]
        covered = sum(bool(modules and sessions) for _, modules, sessions in rows)
        outlines.append((outline, covered, rows))
    title = book.say("nav.topics")
    return book.page(
        paths.TOPICS, "topics.md.j2", title, _made_from(book, "topics"), role="facilitator", outlines=outlines
    )


def _topic_row(book: Book, programme: str, topic: Topic) -> TopicRow:
    modules = [
        parts
        for parts in book.curriculum.modules.values()
        if any(topic.id in activity.topics for activity in parts.plan.activities)
    ]
    sessions = [
        view
        for view in book.views[programme]
        if view.number and any(topic.id in timed.activity.topics for timed in view.timed.activities)
    ]
    return topic, modules, sessions
