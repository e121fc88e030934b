"""What must be checked before anybody teaches: blanks, what nobody has verified, and what is due."""

from ...checks.evidence import is_stale
from ...ground.artifact import Artifact
from ...model.evidence import CountryEntry
from . import paths
from .book import Book

Open = tuple[str, str, str]
"""What to check: label, page with anchor, why."""


def _blank(book: Book) -> list[CountryEntry]:
    return [entry for entry in book.curriculum.country.entries if entry.value is None]


def _unverified(book: Book) -> list[Open]:
    plain, wording = book.markup(paths.CHECK_FIRST).plain, book.markup(paths.CHECK_FIRST).wording
    found = [
        (plain(entry.label), paths.entry(entry), wording.confidence(entry.confidence))
        for entry in book.curriculum.country.entries
        if entry.value is not None and entry.confidence and not wording.verified(entry.confidence)
    ]
    found += [
        (plain(fact.text), f"{book.usage.fact_pages[fact.id]}#{fact.id}", wording.confidence(fact.confidence))
        for fact in book.used_facts()
        if not wording.verified(fact.confidence)
    ]
    return found


def _stale(book: Book) -> list[Open]:
    plain = book.markup(paths.CHECK_FIRST).plain
    found = [
        (
            plain(entry.label),
            paths.entry(entry),
            book.say("facts.review", date=book.date(entry.review_by)),
        )
        for entry in book.curriculum.country.entries
        if is_stale(entry, book.today) and entry.review_by
    ]
    found += [
        (
            plain(fact.text),
            f"{book.usage.fact_pages[fact.id]}#{fact.id}",
            book.say("facts.review", date=book.date(fact.review_by)),
        )
        for fact in book.used_facts()
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


def check_first_page(book: Book) -> Artifact:
    """The list to go through before every workshop."""
    return book.page(
        paths.CHECK_FIRST,
        "check-first.md.j2",
        book.say("nav.check-first"),
        book.curriculum.file("country", book.curriculum.manual.country).source.path,
        role="facilitator",
        scripts=(paths.FOLD_SCRIPT,),
        blank=_blank(book),
        unverified=_unverified(book),
        stale=_stale(book),
    )
