"""One edition of the manual: what every maker of documents, packages and reports is given."""

import datetime as dt
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar, cast

from .clock import Span, span
from .ground.workers import IN_TURN, Workers
from .language.interface import Catalogue
from .language.readers import readers_of_all, readers_of_file, readers_of_module, readers_of_rest
from .language.tables import day_words, number_words
from .language.wording import Wording
from .model.base import Id, Minutes
from .model.manual import Theme
from .reading.curriculum import Curriculum, ModuleParts
from .reading.kinds import Loaded
from .reading.narrowed import Narrowing
from .teaching.agenda import session_titles

T = TypeVar("T")


class CourseWays(NamedTuple):
    """What courses for Moodle are made of."""

    pages: bool = False
    """Whether a module is pages with a quiz; otherwise it is its lesson."""
    together: bool = False
    """Whether one more course holds all languages of the manual, each in sections of its own."""
    joined: bool = False
    """Whether one more course holds each text in all languages, for Moodle's add-on that shows the right one."""


LESSONS = CourseWays()
ALL_VARIANTS = frozenset({"booklet", "large-print"})
"""Other papers for what is made for A4; with booklets come sheets in printer's order."""


def course_ways(course: object, languages: object) -> CourseWays:
    """What the options `course` (`lesson`, `pages`) and `course_languages` (`apart`, `together`, `mlang`) say."""
    return CourseWays(course == "pages", languages == "together", languages == "mlang")


def variants_of(given: object) -> frozenset[str]:
    """What the option `variants` says: true or false, or a list. Raises ValueError for a way that is not known."""
    listed = given if isinstance(given, list | tuple) else []
    wanted = ALL_VARIANTS if given is True else frozenset(map(str, listed))
    unknown = sorted(wanted - ALL_VARIANTS)
    if unknown:
        known = ", ".join(sorted(ALL_VARIANTS))
        raise ValueError(f"`variants` names `{unknown[0]}`, and papers are not made so. There are: {known}; or false.")
    return wanted


@dataclass(frozen=True, repr=False)  # the whole of it in a message of a failed test takes gigabytes
class Edition:
    """A curriculum in one language, and where slow things are kept."""

    curriculum: Curriculum
    say: Catalogue
    cache: Path
    """A folder that may be deleted at any time."""
    variants: frozenset[str] = ALL_VARIANTS
    """How papers of A4 are made besides: as booklets, in large print."""
    on_disk: bool = False
    """Whether it is opened without a server: then all papers lie side by side, and no ZIPs of them are made."""
    course: CourseWays = LESSONS
    """What courses for Moodle are made of."""
    every_day: bool = True
    """Whether the slides of each day are made for every programme; otherwise for the one that the manual shows first."""
    beside: tuple["Edition", ...] = ()
    """The same manual in its other languages, for what holds all of them: forms on screens, papers in two languages."""
    marks: bool = False
    """Whether what is not translated is marked inside of the words; see `marked`."""
    workers: Workers = IN_TURN
    """Does what takes long."""
    filed_in: Path | None = None
    """The folder in which what was made lies until it stands in the site; None where it stays in memory."""
    only: Id | None = None
    """The module whose files are asked for; empty for what belongs to no module, None for everything. See `part`."""
    read: dict[tuple[str, Hashable], object] | None = field(default=None, compare=False)
    """What was made of single texts, for all parts of one edition."""

    @cached_property
    def _done(self) -> dict[tuple[str, Hashable], object]:
        return {}

    def once(self, what: str, key: Hashable, work: Callable[[], T]) -> T:
        """What `work` gives, done once for each key: one text stands in several documents, one lesson in several packages.

        Only for values that nobody changes, and that the edition and the key decide alone.
        """
        if (what, key) not in self._done:
            self._done[what, key] = work()
        return cast("T", self._done[what, key])

    def once_read(self, what: str, key: Hashable, work: Callable[[], T]) -> T:
        """The same for what is made of a text or a drawing that the caller has: all parts of an edition have it once."""
        done = self._done if self.read is None else self.read
        if (what, key) not in done:
            done[what, key] = work()
        return cast("T", done[what, key])

    def part(self, only: Id | None, without: frozenset[str], *, lists: bool = False) -> "tuple[Edition, str]":
        """The edition for some of its files, and the hash of all that can be read in its curriculum.

        Of a module (`only`) its own plan, papers, reading, test and deck have their texts, of what belongs to no module all of them,
        but never those of the kinds `without`. The others are known by their titles, with `lists` by what lists say of them, plans by
        their times. Other languages beside it are taken along.
        """
        made, key = self.part_later(only, without, lists=lists)
        return made(), key

    def part_later(
        self, only: Id | None, without: frozenset[str], *, lists: bool = False
    ) -> "tuple[Callable[[], Edition], str]":
        """The same, with the edition made when it is asked for."""

        def keeps(file: Loaded) -> bool:
            return file.kind not in without and (not only or file.ids[0] == only)

        return self.once("part", (only, without, lists), lambda: self.share(keeps, only, lists=lists))

    def share(
        self, keeps: Callable[[Loaded], bool], only: Id | None = None, *, lists: bool = False
    ) -> "tuple[Callable[[], Edition], str]":
        """The edition in which of papers, readings, tests, decks and plans only those that `keeps` names have their texts, and its key.

        The edition is made when it is asked for: where what is made of it was kept, nobody does.
        """
        narrowing = self.once("narrowing", "", lambda: Narrowing(self.curriculum))
        curriculum, key = narrowing.narrowed(keeps, lists=lists)
        others = [one.share(keeps, only, lists=lists) for one in self.beside]

        @cache
        def made() -> Edition:
            beside = tuple(other() for other, _ in others)
            return replace(self, curriculum=curriculum(), only=only, read=self._done, beside=beside)

        return made, " ".join((key, *(other for _, other in others)))

    @property
    def asked(self) -> tuple[ModuleParts, ...]:
        """The modules whose files are asked for."""
        modules = self.curriculum.modules
        if self.only is None:
            return tuple(modules.values())
        return (modules[self.only],) if self.only else ()

    @cached_property
    def wording(self) -> Wording:
        """Says things in plain words."""
        return Wording(self.curriculum, self.say, self.marks)

    @cached_property
    def marked(self) -> "Edition":
        """The same edition for what stands alone: in its words is marked what is not translated, for eyes and for machines.

        It is the edition itself where nothing is missing. Who writes a format of it must know `ground.language_tags`.
        """
        if self.marks or not any(one.curriculum.untranslated for one in (self, *self.beside)):
            return self
        return replace(self, marks=True, read=None, beside=tuple(replace(one, marks=True) for one in self.beside))

    def pair(self, codes: tuple[str, str]) -> "tuple[Edition, Edition] | None":
        """The editions in two languages; None where one of them is not there."""
        there = {one.language: one for one in (self, *self.beside)}
        return (there[codes[0]], there[codes[1]]) if {*codes} <= {*there} else None

    @property
    def language(self) -> str:
        """The code of its language."""
        return self.say.language

    def plain(self, text: str) -> str:
        """An author's text without any markup."""
        return self.wording.plain(text)

    def minutes(self, minutes: Minutes | Span) -> str:
        """Minutes, or a range of them, as people read them: "10–15 min"."""
        given = minutes if isinstance(minutes, Span) else span(minutes)
        if given.least == given.most:
            return self.say("minutes.short", n=given.least)
        return self.say("minutes.range", least=given.least, most=given.most)

    @cached_property
    def audiences(self) -> Mapping[str, str]:
        """What each audience is called, by its id."""
        return {audience.id: self.plain(audience.name) for audience in self.curriculum.manual.audiences}

    def date(self, day: dt.date) -> str:
        """A date as people read it."""
        return day_words(day, self.say.language)

    def number(self, number: float | str) -> str:
        """A number as people read it: 3.5 in English, 3,5 in Russian. One that is written already gets the sign of the language."""
        return number_words(number, self.language)

    def readers(self, parts: ModuleParts | None = None) -> str:
        """Who has read the translation of a module, or how far the whole manual was read. Empty in the language of the master."""
        if parts is not None:
            return readers_of_module(self.curriculum, self.say, parts.id)
        return readers_of_all(self.curriculum, self.say)

    def readers_of_rest(self, kind: str = "", id_: str = "") -> str:
        """Who has read the translation of a form, a programme or an event; without `kind`, of all that belongs to no module."""
        if not kind:
            return readers_of_rest(self.curriculum, self.say)
        return readers_of_file(self.curriculum, self.say, f"{kind}s/{id_}.po")

    def session_titles(self, programme_id: Id) -> Mapping[Id, str]:
        """What the sessions of a programme are called, by their ids, in their order; none for an unknown programme."""
        return {id_: self.plain(title) for id_, title in session_titles(self.curriculum, programme_id).items()}

    def method(self, id_: str) -> str:
        """What a method is called: `role-play` is "Role play", and a method of the curriculum's own has the name it gives."""
        own = self.curriculum.manual.method(id_)
        return self.plain(own.name) if own else self.say(f"method.{id_}")

    def theme(self, parts: ModuleParts) -> Theme:
        """The theme of a module."""
        return next(theme for theme in self.curriculum.manual.themes if theme.id == parts.plan.theme)

    def changed(self, parts: ModuleParts | None = None) -> dt.date:
        """The day of the newest version of a module, or of the newest module of all."""
        return parts.changed if parts is not None else self.curriculum.changed

    def version(self, parts: ModuleParts | None = None) -> str:
        """The version of a module, or of the whole manual."""
        return parts.version if parts is not None else self.curriculum.manual.version

    def footer(self, parts: ModuleParts | None = None) -> str:
        """What stands at the foot of a document: manual, version, date, licence, and of a translation who has read it.

        For example "Our Manual · 1.2.0 · 3 May 2026 · CC BY 4.0".
        """
        manual = self.curriculum.manual
        about = (self.plain(manual.title), self.version(parts), self.date(self.changed(parts)), manual.licence)
        return " · ".join(filter(None, (*about, self.readers(parts))))
