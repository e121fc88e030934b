"""Curriculum to Markdown pages and navigation."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from ...deliver.print_runs import pages_of
from ...edition import Edition
from ...ground.artifact import Artifact, Role
from ...model.figure import VideoFigure
from ...reading.curriculum import Curriculum
from . import drawings, paths
from .academy import academy_module_pages, academy_page
from .book import open_book
from .changes import changes_page
from .due import due_page
from .events import event_pages
from .evidence import evidence_pages
from .forms import form_pages
from .library import library_page
from .modules import module_pages
from .nav import Nav, navigation
from .ours import ours_pages
from .papers import case_pages, handout_pages
from .programmes import home_page, programme_pages
from .run import run_pages
from .sessions import session_pages
from .supplies import supplies_pages
from .translations import States, translations_page
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


def make_pages(
    edition: Edition,
    today: dt.date,
    downloads: Sequence[Artifact] = (),
    role: Role = "facilitator",
    translations: States = MappingProxyType({}),
) -> Pages:
    """Makes every page in memory.

    `today` decides what is due for checking, `downloads` are the files that pages link to, `translations` says how far each of
    them is.
    An edition for participants has no page for facilitators and no link to one.
    """
    book = open_book(edition, today, downloads, role)
    if book.shows("facilitator"):
        for_trainers = [*session_pages(book), *run_pages(book), *supplies_pages(book, pages_of(downloads))]
    else:
        for_trainers = []
    artifacts = [
        home_page(book),
        *programme_pages(book),
        *for_trainers,
        *module_pages(book),
        academy_page(book),
        *academy_module_pages(book),
        *handout_pages(book),
        *case_pages(book),
        *form_pages(book),
        changes_page(book),
        *library_page(book),
        *event_pages(book),
        due_page(book),
        *waiting_page(book),
        *translations_page(book, translations),
        *evidence_pages(book),
        *ours_pages(book),
    ]
    artifacts += _films(edition.curriculum)
    artifacts += drawings.used(edition.curriculum)
    artifacts = [artifact for artifact in artifacts if book.shows(artifact.role)]
    return Pages(artifacts, navigation(book, artifacts))


def _films(curriculum: Curriculum) -> Iterator[Artifact]:
    """The films that pages play."""
    for parts in curriculum.modules.values():
        for id_, figure in parts.figures.items():
            if isinstance(figure, VideoFigure):
                yield Artifact(paths.film(id_, figure.file), figure.film)
