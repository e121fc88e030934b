"""Curriculum to Markdown pages and navigation."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ..artifacts import Artifact
from ..catalogue import catalogue
from ..curriculum import Curriculum
from .book import open_book
from .events import event_pages
from .evidence import evidence_pages
from .forms import form_pages
from .modules import module_pages
from .nav import Nav, navigation
from .papers import case_pages, handout_pages
from .programmes import home_page, programme_pages
from .sessions import session_pages

__all__ = ["Pages", "make_pages"]


class Pages(NamedTuple):
    """All pages of the manual and their order."""

    artifacts: list[Artifact]
    nav: Nav


def make_pages(
    curriculum: Curriculum, today: dt.date, cache: Path | None = None, downloads: Sequence[Artifact] = ()
) -> Pages:
    """Makes every page in memory.

    `today` decides what is due for checking, `cache` may be deleted at any time, `downloads` are the files that pages link to.
    """
    book = open_book(curriculum, catalogue(curriculum.manual.language), today, cache, downloads)
    artifacts = [
        home_page(book),
        *programme_pages(book),
        *session_pages(book),
        *module_pages(book),
        *handout_pages(book),
        *case_pages(book),
        *form_pages(book),
        *event_pages(book),
        *evidence_pages(book),
    ]
    return Pages(artifacts, navigation(book, artifacts))
