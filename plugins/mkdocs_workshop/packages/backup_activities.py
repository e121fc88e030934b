"""The activities of a module in a Moodle backup: heading, pages, SCORM lesson, quiz."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..edition import Edition
from ..reading.curriculum import ModuleParts
from .backup_parts import NULL, VERSION, Activity, Store, inforef, stub
from .backup_quiz import fill_category, quiz
from .backup_scorm import scorm
from .module_pages import ModulePage, heading, module_pages
from .questions import QuestionBank
from .xml import Element, document, element, fields

_WHEN_SEEN: Mapping[str, str | int] = {"completion": 2, "completionview": 1}
_WHEN_PASSED: Mapping[str, str | int] = {"completion": 2, "completiongradeitemnumber": 0, "completionpassgrade": 1}
# The lesson says itself what it takes to pass it.
_BY_ITS_OWN_RULE: Mapping[str, str | int] = {"completion": 2}


class Made(NamedTuple):
    """What one kind of activity brings: its own element, what it refers to, and its line in the gradebook."""

    body: Element
    refers: dict[str, list[int]]
    grades: list[Element]


class Place(NamedTuple):
    """Where an activity stands."""

    section: int
    time: int


def activities_of(
    edition: Edition, parts: ModuleParts, bank: QuestionBank | None, store: Store, section: int, time: int
) -> Iterator[Activity]:
    """The activities of one module in the order in which people take them."""
    place, title = Place(section, time), edition.plain(parts.plan.title)
    id_ = store.number()
    yield _wrapped("label", id_, title, parts.id, place, _label(id_, title, heading(edition, parts), time), {})
    for page in module_pages(edition, parts, "@@PLUGINFILE@@/"):
        id_ = store.number()
        made = _page(id_, page, store, time)
        yield _wrapped("page", id_, page.title, f"{parts.id}-{page.id}", place, made, _WHEN_SEEN)
    id_ = store.number()
    made = Made(*scorm(edition, parts, id_, store, time))
    name = edition.say("backup.lesson", title=title)
    yield _wrapped("scorm", id_, name, f"{parts.id}-lesson", place, made, _BY_ITS_OWN_RULE)
    if bank is not None:
        id_, category = store.number(), fill_category(bank, store, time)
        name = edition.say("backup.quiz", title=title)
        made = Made(*quiz(name, bank.pass_mark, category, id_, store))
        yield _wrapped("quiz", id_, name, f"{parts.id}-quiz", place, made, _WHEN_PASSED)


def _label(id_: int, title: str, text: str, time: int) -> Made:
    values: dict[str, str | int] = {"name": title, "intro": text, "introformat": 1, "timemodified": time}
    return Made(element("label", fields(values), {"id": id_}), {}, [])


def _page(id_: int, page: ModulePage, store: Store, time: int) -> Made:
    values: dict[str, str | int] = {
        "name": page.title,
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
        "timemodified": time,
    }
    files = [store.file(svg.encode(), name, "mod_page", "content", id_, time) for name, svg in page.pictures]
    return Made(element("page", fields(values), {"id": id_}), {"file": files}, [])


def _wrapped(
    kind: str, id_: int, title: str, idnumber: str, place: Place, made: Made, completion: Mapping[str, str | int]
) -> Activity:
    """An activity with the files that Moodle expects of every one."""
    rules: dict[str, str | int] = {
        "completion": 0,
        "completiongradeitemnumber": NULL,
        "completionpassgrade": 0,
        "completionview": 0,
        "completionexpected": 0,
    }
    module: dict[str, str | int] = {
        "modulename": kind,
        "sectionid": place.section,
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
        "competencies.xml": stub("course_module_competencies", "competencies"),
        "filters.xml": stub("filters", "filter_actives", "filter_configs"),
    }
    return Activity(id_, kind, title, place.section, tuple(files.items()))
