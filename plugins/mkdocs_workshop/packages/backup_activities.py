"""The activities of a module in a Moodle backup: a heading, then its SCORM lesson, or its pages and its quiz."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..edition import Edition
from ..reading.curriculum import ModuleParts
from .backup_completion import activity_competencies
from .backup_parts import NULL, VERSION, Activity, Store, inforef, section_id, stub
from .backup_quiz import practice
from .backup_scorm import scorm
from .course import manual_id
from .module_pages import ModulePage, heading, module_pages
from .questions import QuestionBank
from .xml import Element, document, element, fields

_NOT_AT_ALL: Mapping[str, str | int] = {}
_WHEN_SEEN: Mapping[str, str | int] = {"completion": 2, "completionview": 1}
WHEN_PASSED: Mapping[str, str | int] = {"completion": 2, "completiongradeitemnumber": 0, "completionpassgrade": 1}
BY_ITS_OWN_RULE: Mapping[str, str | int] = {"completion": 2}
"""The activity says itself what it takes to complete it."""


class Made(NamedTuple):
    """What one kind of activity brings: its own element, what it refers to, and its line in the gradebook."""

    body: Element
    refers: dict[str, list[int]]
    grades: list[Element]


class Place(NamedTuple):
    """Where an activity stands."""

    section: int
    time: int
    framework: str = ""
    """The id number of the competencies."""
    folder: str = ""
    """Where its pictures lie, with a slash at the end; empty for no folder."""


def activities_of(
    edition: Edition, parts: ModuleParts, bank: QuestionBank | None, store: Store, place: Place
) -> Iterator[Activity]:
    """The activities of one module in the order in which people take them."""
    place, title, time = place._replace(framework=manual_id(edition)), edition.plain(parts.plan.title), place.time
    serves = [f"{parts.id}-{outcome.id}" for outcome in parts.plan.outcomes]
    yield label(store, title, parts.id, place, heading(edition, parts))
    if edition.course.pages:
        for page in module_pages(edition, parts, f"@@PLUGINFILE@@/{place.folder}"):
            id_, name = store.number(), edition.say("backup.page", page=page.title, title=title)
            made = _page(id_, name, page, store, place)
            yield wrapped("page", id_, name, f"{parts.id}-{page.id}", place, made, _WHEN_SEEN)
        if bank is not None:
            id_, name = store.number(), edition.say("backup.quiz", title=title)
            made = Made(*practice(name, bank, id_, store, time))
            yield wrapped("quiz", id_, name, f"{parts.id}-quiz", place, made, WHEN_PASSED, serves)
        return
    id_, name = store.number(), edition.say("backup.lesson", title=title)
    made = Made(*scorm(edition, parts, id_, store, time))
    yield wrapped("scorm", id_, name, f"{parts.id}-lesson", place, made, BY_ITS_OWN_RULE, serves)


def label(store: Store, title: str, idnumber: str, place: Place, text: str) -> Activity:
    """Words between activities."""
    id_ = store.number()
    values: dict[str, str | int] = {"name": title, "intro": text, "introformat": 1, "timemodified": place.time}
    made = Made(element("label", fields(values), {"id": id_}), {}, [])
    return wrapped("label", id_, title, idnumber, place, made, _NOT_AT_ALL)


def _page(id_: int, name: str, page: ModulePage, store: Store, place: Place) -> Made:
    values: dict[str, str | int] = {
        "name": name,
        "intro": "",
        "introformat": 1,
        "content": page.html,
        "contentformat": 1,
        "legacyfiles": 0,
        "legacyfileslast": NULL,
        "display": 5,
        # PHP's own notation: show the name of the page, not its description.
        "displayoptions": 'a:2:{s:12:"printheading";s:1:"1";s:10:"printintro";s:1:"0";}',
        "revision": 1,
        "timemodified": place.time,
    }
    files = [
        store.file(svg.encode(), f"{place.folder}{file}", "mod_page", "content", id_, place.time)
        for file, svg in page.pictures
    ]
    return Made(element("page", fields(values), {"id": id_}), {"file": files}, [])


def wrapped(
    kind: str,
    id_: int,
    title: str,
    idnumber: str,
    place: Place,
    made: Made,
    completion: Mapping[str, str | int],
    serves: Sequence[str] = (),
) -> Activity:
    """An activity with the files that Moodle expects of every one. `serves` are the id numbers of competencies."""
    rules: dict[str, str | int] = {
        "completion": 0,
        "completiongradeitemnumber": NULL,
        "completionpassgrade": 0,
        "completionview": 0,
        "completionexpected": 0,
    }
    module: dict[str, str | int] = {
        "modulename": kind,
        "sectionid": section_id(place.section),
        "sectionnumber": place.section,
        "idnumber": idnumber,
        "added": place.time,
        "score": 0,
        "indent": 0,
        "visible": 1,
        "visibleoncoursepage": 1,
        "visibleold": 1,
        "groupmode": 0,
        "groupingid": 0,
        **rules,
        **completion,
        "availability": NULL,
        "showdescription": 0,
    }
    names: dict[str, str | int] = {"id": id_, "moduleid": id_, "modulename": kind, "contextid": id_}
    grades = element("activity_gradebook", [element("grade_items", made.grades), element("grade_letters")])
    files = {
        f"{kind}.xml": document(element("activity", [made.body], names)),
        "module.xml": document(element("module", [*fields(module), element("tags")], {"id": id_, "version": VERSION})),
        "inforef.xml": inforef(**made.refers),
        "grades.xml": document(grades),
        "grade_history.xml": stub("grade_history", "grade_grades"),
        "roles.xml": stub("roles", "role_overrides", "role_assignments"),
        "calendar.xml": stub("events"),
        "comments.xml": stub("comments"),
        "completion.xml": stub("completions"),
        "competencies.xml": activity_competencies(place.framework, serves),
        "filters.xml": stub("filters", "filter_actives", "filter_configs"),
    }
    return Activity(id_, kind, title, place.section, tuple(files.items()), tracked=bool(completion))
