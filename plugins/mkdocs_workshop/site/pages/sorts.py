"""In which parts pages are made, and what the makers of each are not given: so a word that a page can not show makes nothing anew.

What a maker is given decides what it can make, in the first build as in all others; see `deliver.parts`.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from ...deliver.print_runs import pages_of
from ...edition import Edition
from ...ground.artifact import Artifact, Role
from ...model.base import Id
from ...model.figure import VideoFigure
from ...reading.curriculum import Curriculum
from ...reading.kinds import Loaded
from . import drawings, paths
from .academy import academy_module_pages, academy_page
from .book import Book
from .changes import changes_page
from .due import due_page
from .events import event_pages
from .evidence import evidence_pages
from .findable import findable
from .finder import finder_page
from .forms import form_pages
from .library import library_page
from .modules import module_list, module_pages
from .offered import Download
from .ours import ours_pages
from .papers import case_list, case_pages, handout_pages
from .programmes import home_page, programme_pages
from .run import run_pages
from .sessions import modules_of_sessions, room_drawings, session_pages
from .slots import SlotView
from .supplies import supplies_pages
from .translations import States, translations_page

Make = Callable[[Book], Iterable[Artifact]]
Given = Callable[[Loaded], bool]
"""Of which plans, papers, readings, tests and decks a maker is given the texts."""


_LONGEST = 100
"""Letters of the ids of modules in the name of a file."""


class Sort(NamedTuple):
    """One part of the pages."""

    name: str
    """For the file in which it is kept."""
    make: Make
    given: Given
    said: object = ()
    """What else decides it, in a form whose `repr` tells everything."""
    offered: Callable[[Download], bool] = lambda _: True
    """Which downloads it is told of."""
    only: Id | None = None
    """The module whose pages are made."""
    lists: bool = False
    """Whether it shows what lists say of papers: for what they are used, by which words people look for them."""


def of_kinds(*kinds: str, module: Id | None = None) -> Given:
    """All files of some kinds, or those of one module.

    `of_kinds("handout")` is what a list of all handouts with their words is made of.
    """
    return lambda file: file.kind in kinds and module in (None, file.ids[0])


def first_sorts(
    edition: Edition,
    views: Mapping[str, Sequence[SlotView]],
    downloads: Sequence[Artifact],
    role: Role,
) -> Iterator[Sort]:
    """All parts in the order of their pages, but for what is made of the whole edition. `views` are the slots of each programme."""
    trainers = role == "facilitator"
    counted = pages_of(downloads, edition.cache)
    yield Sort(
        "home", lambda book: [home_page(book)], of_kinds("check"), offered=_kinds("guide", "all-handouts"), lists=True
    )
    yield Sort("programmes", programme_pages, of_kinds())
    if trainers:
        for modules in modules_of_sessions(views):
            yield _sessions(modules)
        yield Sort("rooms", room_drawings, of_kinds(), offered=_kinds())
        yield Sort("run", run_pages, of_kinds("module"))
        yield Sort(
            "supplies",
            partial(supplies_pages, pages=counted),
            of_kinds(),
            sorted(counted.items()),
            _kinds("print-run"),
        )
    ids = list(edition.curriculum.modules)
    yield Sort("modules", module_list, of_kinds("check"), offered=_kinds())
    for id_ in ids:
        given = of_kinds("module", "reading", "check", "deck", "case", module=id_)
        yield Sort(f"modules.{id_}", module_pages, given, offered=_of_module(id_), only=id_)
    yield Sort("academy", lambda book: [academy_page(book), *academy_module_pages(book)], of_kinds("check"))
    yield Sort("finder", lambda book: [finder_page(book)], of_kinds(), lists=True)
    yield Sort("findable", lambda book: [findable(book)], of_kinds("handout", "module"), lists=True)
    for id_ in ids:
        given = of_kinds("handout", module=id_)
        yield Sort(f"handouts.{id_}", handout_pages, given, offered=_of_module(id_), only=id_)
    yield Sort("cases", case_list, of_kinds(), offered=_kinds())
    for id_ in ids:
        yield Sort(f"cases.{id_}", case_pages, of_kinds("case", module=id_), offered=_of_module(id_), only=id_)
    yield Sort("forms", form_pages, of_kinds(), offered=_kinds("form"))
    yield Sort(
        "lists",
        lambda book: [changes_page(book), *library_page(book), *event_pages(book), due_page(book)],
        of_kinds(),
    )


def last_sorts(translations: States) -> Iterator[Sort]:
    """The parts behind the page of what waits, which is made of the whole edition."""
    yield Sort(
        "translations",
        partial(translations_page, states=translations),
        of_kinds(),
        sorted(translations.items()),
        _kinds(),
    )
    yield Sort("evidence", evidence_pages, of_kinds(), offered=_kinds())
    yield Sort("ours", ours_pages, of_kinds("handout"), offered=_kinds("handout"))
    yield Sort("drawings", lambda book: _drawings(book.curriculum), of_kinds(), offered=_kinds())


def _sessions(modules: frozenset[Id]) -> Sort:
    """The sessions in which some modules are taught, and no others."""

    def given(file: Loaded) -> bool:
        return file.kind in ("module", "deck", "check") and file.ids[0] in modules

    def offered(file: Download) -> bool:
        return file.label.kind == "slides" and file.label.module in modules

    name = "+".join(sorted(modules))
    # A name of a file has an end: of many modules it is a sum.
    name = name if len(name) <= _LONGEST else hashlib.sha256(name.encode()).hexdigest()[:24]
    return Sort(f"sessions.{name}", partial(session_pages, modules=modules), given, (), offered)


def _kinds(*kinds: str) -> Callable[[Download], bool]:
    return lambda file: file.label.kind in kinds


def _of_module(id_: Id) -> Callable[[Download], bool]:
    return lambda file: file.label.module == id_


def _drawings(curriculum: Curriculum) -> Iterator[Artifact]:
    """The films that pages play, and the drawings that they show."""
    for parts in curriculum.modules.values():
        for id_, figure in parts.figures.items():
            if isinstance(figure, VideoFigure):
                yield Artifact(paths.film(id_, figure.file), figure.film)
    yield from drawings.used(curriculum)
