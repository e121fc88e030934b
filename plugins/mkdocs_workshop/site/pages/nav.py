"""The order of the pages, as MkDocs takes it: a list of {title: path} and {title: list}."""

from collections.abc import Callable
from typing import Any

from ...ground.artifact import Artifact
from ...teaching.agenda import as_taught
from . import paths
from .book import Book
from .sources import SORTS

Nav = list[dict[str, Any]]


def _forms(book: Book, items: Callable[..., list[Any]]) -> list[Any]:
    """Tests and evaluation forms, with their keys; nothing if there are none."""
    if not book.curriculum.instruments:
        return []
    ways = [path for id_ in book.curriculum.instruments for path in (paths.form(id_), paths.form_key(id_))]
    return [{book.say("nav.forms"): items(paths.FORMS, *ways)}]


def _reference(book: Book, items: Callable[..., list[Any]]) -> list[Any]:
    """The country sheet, facts and sources in parts, then words."""
    groups = dict.fromkeys(entry.group for entry in book.curriculum.country.entries)
    sheets = (file.model for file in book.curriculum.files if file.kind == "country")
    of_all = dict.fromkeys(entry.group for sheet in (book.curriculum.country, *sheets) for entry in sheet.entries)
    parts = [
        (
            book.say("nav.country", name=book.markup(paths.HOME).plain(book.curriculum.country.name)),
            [paths.COUNTRY, *map(paths.country, groups), paths.COUNTRIES, *map(paths.countries, of_all)],
        ),
        (book.say("nav.facts"), [paths.FACTS, *(paths.facts(parts.id) for parts in as_taught(book.curriculum))]),
        (book.say("nav.sources"), [paths.SOURCES, *map(paths.sources, SORTS)]),
    ]
    nested = [{title: items(*ways)} for title, ways in parts if items(*ways)]
    return [*nested, *items(paths.GLOSSARY, paths.WORDS)]


def navigation(book: Book, pages: list[Artifact]) -> Nav:
    """All pages, grouped as people look for them."""
    made = {page.path: page.title for page in pages if page.title}

    def items(*wanted: str) -> list[Any]:
        return [{made[path]: path} for path in wanted if path in made]

    plain = book.markup(paths.HOME).plain
    curriculum, say = book.curriculum, book.say
    first = curriculum.manual.programme
    programmes = [first, *(id_ for id_ in curriculum.programmes if id_ != first)]
    workshop: list[Any] = []
    for id_ in programmes:
        days = [
            {
                plain(day.day.title): [
                    {f"{view.start} {made[view.page]}": view.page}
                    for view in book.views[id_]
                    if view.page in made and view.day.index == day.index
                ]
            }
            for day in curriculum.timetables[id_]
            if book.shows("facilitator")
        ]
        section = [*items(paths.programme(id_), paths.run(id_), paths.supplies(id_)), *days]
        workshop += section if id_ == first else [{plain(curriculum.programmes[id_].title): section}]
    modules: list[Any] = [{say("nav.all-modules"): paths.MODULES}, *items(paths.ACADEMY)]
    taught = as_taught(curriculum)
    modules += [
        {
            plain(parts.plan.title): items(
                paths.module(parts.id),
                paths.knowledge_check(parts.id),
                paths.knowledge_check_key(parts.id),
                paths.slides(parts.id),
                paths.academy_module(parts.id),
            )
        }
        for parts in taught
    ]
    # By module: a reader's drawer then holds the papers of one module, not of all.
    handouts = [
        {plain(parts.plan.title): items(*map(paths.handout, parts.handouts))} for parts in taught if parts.handouts
    ]
    cases = [
        {
            plain(parts.plan.title): items(
                *(path for id_ in parts.cases for path in (paths.case(id_), paths.debrief(id_)))
            )
        }
        for parts in taught
        if parts.cases
    ]
    events = items(paths.EVENTS, *map(paths.event, curriculum.events))
    return [
        {say("nav.home"): paths.HOME},
        {
            say("nav.workshop"): [
                *workshop,
                *_forms(book, items),
                *items(paths.CHECK_FIRST, paths.DUE, paths.WAITING, paths.TRANSLATIONS, paths.CHANGES, paths.TOPICS),
                *([{say("nav.events"): events}] if events else []),
            ]
        },
        {say("nav.modules"): modules},
        {
            say("nav.handouts"): [
                *items(paths.HANDOUTS, paths.OURS, paths.LIBRARY),
                *handouts,
                {say("nav.cases"): [*items(paths.CASES), *cases]},
            ]
        },
        {say("nav.reference"): _reference(book, items)},
    ]
