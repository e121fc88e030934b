"""Curriculum to Markdown pages and navigation."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from types import MappingProxyType
from typing import NamedTuple

from ...deliver.print_runs import pages_of
from ...edition import Edition
from ...ground.artifact import Artifact, Role
from ...model.figure import VideoFigure
from ...reading.curriculum import Curriculum
from . import drawings, paths
from .academy import academy_module_pages, academy_page
from .book import Book, open_book
from .changes import changes_page
from .due import due_page
from .events import event_pages
from .evidence import evidence_pages
from .forms import form_pages
from .library import library_page
from .modules import module_pages
from .nav import Nav, navigation
from .offered import offered
from .ours import ours_pages
from .papers import case_pages, handout_pages
from .programmes import home_page, programme_pages
from .run import run_pages
from .sessions import session_pages
from .supplies import supplies_pages
from .translations import States, translations_page
from .usage import usage
from .waiting import waiting_page

__all__ = ["Pages", "make_pages"]


class Pages(NamedTuple):
    """All pages of the manual and their order."""

    artifacts: list[Artifact]
    nav: Nav
    cards: Mapping[str, str] = {}
    """What the share cards say, by their paths; none where they were not drawn."""
    readers: Mapping[str, str] = {}
    """Who has read the translation of a page, by its path; nothing in the language of the master."""
    language: str = ""
    master: str = ""
    """The language in which the texts were written."""
    title: str = ""
    summary: str = ""
    english: frozenset[str] = frozenset()
    """Texts without markup that stand in the language of the master, since nobody has translated them."""

    def readers_of(self, path: str) -> str:
        """Who has read the translation of a page. One that is written by hand is read with what belongs to no module."""
        return self.readers.get(path, self.readers.get("", ""))


Keep = Callable[[str, Edition, Callable[[], Iterable[Artifact]], object, object], Iterable[Artifact]]
"""Gives what a maker of pages makes, perhaps as it was kept: asked with its name, the edition that it is given, how it is made, what
can be read in the edition (None where nothing tells it), and what else decides it."""
_WITHOUT = frozenset({"handout"})
"""The kind whose texts stand on its own pages alone: all others are not given them, and stay as they are where one changes."""


def _each_time(
    _: str, __: Edition, make: Callable[[], Iterable[Artifact]], ___: object, ____: object
) -> Iterable[Artifact]:
    return make()


def make_pages(
    edition: Edition,
    today: dt.date,
    downloads: Sequence[Artifact] = (),
    role: Role = "facilitator",
    translations: States = MappingProxyType({}),
    keep: Keep = _each_time,
) -> Pages:
    """Makes every page in memory.

    `today` decides what is due for checking, `downloads` are the files that pages link to, `translations` says how far each of
    them is.
    An edition for participants has no page for facilitators and no link to one. `keep` is asked for each sort of pages.
    """
    used, listed = usage(edition.curriculum, role), offered(downloads, edition.say)
    narrow, read = edition.part(None, _WITHOUT)
    counted = pages_of(downloads)
    more = hashlib.sha256(repr((today, used, listed)).encode("utf-8", "surrogatepass")).hexdigest()

    @cache
    def book(whole: bool) -> Book:
        return open_book(edition if whole else narrow, today, listed, role, used)

    def of(name: str, make: Callable[[Book], Iterable[Artifact]], said: object = ()) -> Iterable[Artifact]:
        return keep(f"pages.{name}", narrow, lambda: make(book(whole=False)), read, (more, said))

    def of_whole(name: str, make: Callable[[Book], Iterable[Artifact]], said: object = ()) -> Iterable[Artifact]:
        return keep(f"pages.{name}", edition, lambda: make(book(whole=True)), None, (more, said))

    trainers = role == "facilitator"
    artifacts = [
        *of("home", lambda book: [home_page(book)]),
        *of("programmes", programme_pages),
        *(of("sessions", session_pages) if trainers else ()),
        *(of("run", run_pages) if trainers else ()),
        *(of("supplies", partial(supplies_pages, pages=counted), sorted(counted.items())) if trainers else ()),
        *of("modules", module_pages),
        *of("academy", lambda book: [academy_page(book), *academy_module_pages(book)]),
        *of_whole("handouts", handout_pages),
        *of("cases", case_pages),
        *of("forms", form_pages),
        *of("lists", lambda book: [changes_page(book), *library_page(book), *event_pages(book), due_page(book)]),
        *of_whole("waiting", waiting_page),
        *of("translations", partial(translations_page, states=translations), sorted(translations.items())),
        *of("evidence", evidence_pages),
        *of_whole("ours", ours_pages),
        *of_whole("drawings", lambda _: [*_films(edition.curriculum), *drawings.used(edition.curriculum)]),
    ]
    artifacts = [artifact for artifact in artifacts if role == "facilitator" or artifact.role == "participant"]
    return Pages(artifacts, navigation(book(whole=True), artifacts))


def _films(curriculum: Curriculum) -> Iterator[Artifact]:
    """The films that pages play."""
    for parts in curriculum.modules.values():
        for id_, figure in parts.figures.items():
            if isinstance(figure, VideoFigure):
                yield Artifact(paths.film(id_, figure.file), figure.film)
