"""How far the translations are: by module and language, how much is translated, and who has read it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...ground.artifact import Artifact
from ...language.tables import number_words
from ...model.base import Id
from ...model.release import TranslationReview
from ...reading.translation.readings import PartState, of_module, part_of, together
from ...reading.translation.status import NATIVE
from ..languages import name_of
from . import paths
from .book import Book

States = Mapping[str, Mapping[str, PartState]]
"""By language and PO file."""


class Row(NamedTuple):
    """A module, or everything that belongs to none."""

    title: str
    page: str
    texts: int
    missing: int
    share: str
    """How much is translated, in per cent."""
    native: str
    expert: str
    """When somebody has read it; empty if nobody has."""


class Language(NamedTuple):
    """One language with its rows."""

    code: str
    name: str
    share: str
    rows: list[Row]


def translations_page(book: Book, states: States) -> Iterator[Artifact]:
    """The page; none where there are no translations."""
    if not states:
        return
    languages = [
        Language(code, name_of(code), _share(book, together(parts.values())), list(_rows(book, code, parts)))
        for code, parts in states.items()
    ]
    made_from = book.curriculum.file("curriculum").source.path
    yield book.page(
        paths.TRANSLATIONS,
        "translations.md.j2",
        book.say("nav.translations"),
        made_from,
        role="facilitator",
        found=False,
        languages=languages,
    )


def _rows(book: Book, language: str, parts: Mapping[str, PartState]) -> Iterator[Row]:
    plain = book.markup(paths.TRANSLATIONS).plain
    for module in book.curriculum.modules.values():
        yield _row(book, language, parts, module.id, plain(module.plan.title))
    yield _row(book, language, parts, None, book.say("translations.rest"))


def _row(book: Book, language: str, parts: Mapping[str, PartState], module: Id | None, title: str) -> Row:
    state = part_of(parts, module)
    native, expert = (_read(book, language, module, parts, native=native) for native in (True, False))
    page = paths.module(module) if module else ""
    return Row(title, page, state.texts, state.missing, _share(book, state), native, expert)


def _read(book: Book, language: str, module: Id | None, parts: Mapping[str, PartState], *, native: bool) -> str:
    """The day of the newest reading, and whether words have changed since."""
    found: list[TranslationReview] = [
        one
        for file in book.curriculum.files
        if file.kind == "reviews"
        for one in file.model.translations
        if one.language == language and of_module(one.file) == module and (one.by == NATIVE) == native
    ]
    if not found:
        return ""
    newest = max(found, key=lambda one: one.on)
    same = newest.file in parts and parts[newest.file].mark == newest.text
    return book.date(newest.on) + ("" if same else f" ({book.say('readers.changed')})")


def _share(book: Book, state: PartState) -> str:
    whole = 100 * (state.texts - state.missing) / state.texts if state.texts else 100.0
    # Never 100 % while something is missing.
    return number_words(round(min(whole, 99.9) if state.missing else whole, 1), book.say.language)
