"""Curriculum to Markdown pages and navigation."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..artifacts import Artifact, Role
from ..edition import Edition
from ..supplies import pages_of
from .academy import academy_page
from .book import open_book
from .changes import changes_page
from .events import event_pages
from .evidence import evidence_pages
from .forms import form_pages
from .library import library_page
from .modules import module_pages
from .nav import Nav, navigation
from .papers import case_pages, handout_pages
from .programmes import home_page, programme_pages
from .run import run_pages
from .sessions import session_pages
from .supplies import supplies_pages

__all__ = ["Pages", "make_pages"]


class Pages(NamedTuple):
    """All pages of the manual and their order."""

    artifacts: list[Artifact]
    nav: Nav
    cards: Mapping[str, str] = {}
    """What the share cards say, by their paths; none where they were not drawn."""


def make_pages(
    edition: Edition,
    today: dt.date,
    downloads: Sequence[Artifact] = (),
    role: Role = "facilitator",
) -> Pages:
    """Makes every page in memory.

    `today` decides what is due for checking, `downloads` are the files that pages link to.
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
        *handout_pages(book),
        *case_pages(book),
        *form_pages(book),
        changes_page(book),
        *library_page(book),
        *event_pages(book),
        *evidence_pages(book),
    ]
    artifacts = [artifact for artifact in artifacts if book.shows(artifact.role)]
    return Pages(artifacts, navigation(book, artifacts))
