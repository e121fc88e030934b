"""Curriculum to Markdown pages and navigation."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from ...edition import Edition
from ...ground.artifact import Artifact, Role
from .book import Book, open_book
from .nav import Nav, navigation
from .offered import offered
from .sorts import Sort, first_sorts, last_sorts
from .translations import States
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
"""Gives what a maker of pages makes, perhaps as it was kept: asked with its name, the edition, how it is made, what can be read of
the edition (None where nothing tells it), and what else decides it."""


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
    An edition for participants has no page for facilitators and no link to one. `keep` is asked for each part of the pages, see `sorts`.
    """
    used, listed = usage(edition.curriculum, role), offered(downloads, edition.say)
    shared = hashlib.sha256(repr((today, used)).encode("utf-8", "surrogatepass")).hexdigest()
    whole = open_book(edition, today, listed, role, used)

    def of(sort: Sort) -> Iterable[Artifact]:
        narrow, read = edition.share(sort.given, sort.only, lists=sort.lists)
        told = tuple(file for file in listed if sort.offered(file))

        def make() -> Iterable[Artifact]:
            return sort.make(open_book(narrow(), today, told, role, used, made=bool(listed)))

        return keep(f"pages.{sort.name}", edition, make, read, (shared, _hash(told), bool(listed), sort.said))

    artifacts = [one for sort in first_sorts(edition, whole.views, downloads, role) for one in of(sort)]
    artifacts += keep("pages.waiting", edition, lambda: waiting_page(whole), None, (shared, _hash(listed)))
    artifacts += [one for sort in last_sorts(translations) for one in of(sort)]
    artifacts = [artifact for artifact in artifacts if role == "facilitator" or artifact.role == "participant"]
    artifacts = _in_order(artifacts, whole)
    return Pages(artifacts, navigation(whole, artifacts))


def _hash(value: object) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()


def _in_order(artifacts: list[Artifact], book: Book) -> list[Artifact]:
    """The pages with the sessions in the order of their programmes: they were made by what is taught in them."""
    pages = {view.page: place for place, view in enumerate(view for views in book.views.values() for view in views)}
    sessions = sorted((one for one in artifacts if one.path in pages), key=lambda one: pages[one.path])
    rest = iter(sessions)
    return [next(rest) if one.path in pages else one for one in artifacts]
