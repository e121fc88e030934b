"""The files of a Moodle backup that are about the whole course."""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from ..documents.emit.html import words
from ..edition import Edition
from .backup_completion import course_competencies, course_completion
from .backup_parts import (
    COURSE,
    COURSE_CONTEXT,
    NULL,
    RELEASE,
    SYSTEM_CONTEXT,
    VERSION,
    Activity,
    Section,
    Store,
    inforef,
    section_id,
    stub,
)
from .backup_questions import questions_file
from .course import manual_id
from .xml import Element, document, element, fields

_NOWHERE = "https://workshop.invalid"
"""Where the backup says it was made; it comes from no Moodle, and nobody can own this name."""
_LEFT_OUT = (
    "users",
    "anonymize",
    "role_assignments",
    "blocks",
    "filters",
    "comments",
    "badges",
    "calendarevents",
    "userscompletion",
    "logs",
    "grade_histories",
    "groups",
    "customfield",
    "contentbankcontent",
    "legacyfiles",
)


class Course(NamedTuple):
    """What a backup is made of."""

    name: str
    """The short name."""
    title: str
    sections: Sequence[Section]
    day: int
    """Of its newest version, in seconds."""
    outcomes: Sequence[str] = ()
    """The id numbers of its competencies."""
    whole: bool = False
    """Whether it says when it is completed."""


def course_files(edition: Edition, course: Course, store: Store) -> dict[str, str | bytes]:
    """All files of a backup."""
    name, title, sections, day = course.name, course.title, course.sections, course.day
    files: dict[str, str | bytes] = {
        "moodle_backup.xml": document(_overview(edition, name, title, sections, day)),
        "moodle_backup.log": "",
        "files.xml": document(element("files", store.entries)),
        "questions.xml": questions_file(store.categories),
        "gradebook.xml": stub(
            "gradebook", "attributes", "grade_categories", "grade_items", "grade_letters", "grade_settings"
        ),
        "grade_history.xml": stub("grade_history", "grade_grades"),
        "groups.xml": stub("groups", "groupings"),
        "outcomes.xml": stub("outcomes_definition"),
        "scales.xml": stub("scales_definition"),
        "roles.xml": stub("roles_definition"),
        "badges.xml": stub("badges"),
        "completion.xml": course_completion(sections if course.whole else ()),
        "course/competencies.xml": course_competencies(manual_id(edition), course.outcomes),
        "course/course.xml": document(_course(edition, name, title, day)),
        "course/inforef.xml": inforef(),
        "course/roles.xml": stub("roles", "role_overrides", "role_assignments"),
        "course/enrolments.xml": stub("enrolments", "enrols"),
        "course/completiondefaults.xml": stub("course_completion_defaults"),
        "course/comments.xml": stub("comments"),
        "course/filters.xml": stub("filters", "filter_actives", "filter_configs"),
        **store.contents,
    }
    for section in sections:
        folder = f"sections/section_{section.id}"
        files[f"{folder}/section.xml"] = document(_section(section))
        files[f"{folder}/inforef.xml"] = inforef()
        for activity in section.activities:
            files |= {f"{activity.folder}/{file}": text for file, text in activity.files}
    return files


def _section(section: Section) -> Element:
    values: dict[str, str | int] = {
        "number": section.number,
        "name": section.title,
        "summary": section.summary,
        "summaryformat": 1,
        "sequence": ",".join(str(activity.id) for activity in section.activities),
        "visible": 1,
        "availabilityjson": NULL,
        "timemodified": section.time,
    }
    return element("section", fields(values), {"id": section.id})


def _course(edition: Edition, name: str, title: str, day: int) -> Element:
    values: dict[str, str | int] = {
        "shortname": name,
        "fullname": title,
        "idnumber": "",
        "summary": words(
            edition.plain(edition.curriculum.manual.summary)
        ),  # the one plain text that Moodle reads as HTML
        "summaryformat": 1,
        "format": "topics",
        "showgrades": 1,
        "newsitems": 0,
        "startdate": day,
        "enddate": 0,
        "marker": 0,
        "maxbytes": 0,
        "legacyfiles": 0,
        "showreports": 0,
        "visible": 1,
        "groupmode": 0,
        "groupmodeforce": 0,
        "defaultgroupingid": 0,
        "lang": "",
        "theme": "",
        "timecreated": day,
        "timemodified": day,
        "requested": 0,
        "enablecompletion": 1,
        "completionnotify": 0,
        "hiddensections": 0,
        "coursedisplay": 0,
    }
    category = element("category", fields({"name": title, "description": NULL}), {"id": 1})
    return element(
        "course",
        [*fields(values), category, element("tags"), element("customfields")],
        {"id": COURSE, "contextid": COURSE_CONTEXT},
    )


def _overview(edition: Edition, name: str, title: str, sections: Sequence[Section], day: int) -> Element:
    identity = f"{edition.language}+{name}+{title}+{day}"
    site = hashlib.sha256(b"mkdocs-workshop").hexdigest()[:32]
    values: dict[str, str | int] = {
        "name": f"{name}.mbz",
        "moodle_version": VERSION,
        "moodle_release": RELEASE,
        "backup_version": VERSION,
        "backup_release": RELEASE,
        "backup_date": day,
        "mnet_remoteusers": 0,
        "include_files": 1,
        "include_file_references_to_external_content": 0,
        "original_wwwroot": _NOWHERE,
        "original_site_identifier_hash": site,
        "original_course_id": COURSE,
        "original_course_format": "topics",
        "original_course_fullname": title,
        "original_course_shortname": name,
        "original_course_startdate": day,
        "original_course_enddate": 0,
        "original_course_contextid": COURSE_CONTEXT,
        "original_system_contextid": SYSTEM_CONTEXT,
    }
    detail = element(
        "detail",
        fields(
            {
                "type": "course",
                "format": "moodle2",
                "interactive": 1,
                "mode": 10,
                "execution": 1,
                "executiontime": 0,
            }
        ),
        {"backup_id": hashlib.sha256(identity.encode()).hexdigest()[:32]},
    )
    return element(
        "moodle_backup",
        element(
            "information",
            [
                *fields(values),
                element("details", detail),
                element("contents", _contents(title, sections)),
                element("settings", list(_settings(name, sections))),
            ],
        ),
    )


def _contents(title: str, sections: Sequence[Section]) -> list[Element]:
    activities = [activity for section in sections for activity in section.activities]
    return [
        element("activities", [element("activity", fields(_entry(activity))) for activity in activities]),
        element(
            "sections",
            [
                element(
                    "section",
                    fields(
                        {
                            "sectionid": section.id,
                            "title": section.title,
                            "directory": f"sections/section_{section.id}",
                        }
                    ),
                )
                for section in sections
            ],
        ),
        element("course", fields({"courseid": COURSE, "title": title, "directory": "course"})),
    ]


def _entry(activity: Activity) -> dict[str, str | int]:
    return {
        "moduleid": activity.id,
        "sectionid": section_id(activity.section),
        "modulename": activity.kind,
        "title": activity.title,
        "directory": activity.folder,
    }


def _settings(name: str, sections: Sequence[Section]) -> list[Element]:
    """What the backup holds, asked by Moodle one by one."""

    def setting(level: str, values: dict[str, str | int], key: str, value: str | int) -> Element:
        return element("setting", fields({"level": level, **values, "name": key, "value": value}))

    made = [setting("root", {}, "filename", f"{name}.mbz")]
    made += [setting("root", {}, key, 0) for key in _LEFT_OUT]
    made += [setting("root", {}, key, 1) for key in ("activities", "competencies", "questionbank")]
    for section in sections:
        key = f"section_{section.id}"
        for what, value in (("included", 1), ("userinfo", 0)):
            made.append(setting("section", {"section": key}, f"{key}_{what}", value))
        for activity in section.activities:
            key = f"{activity.kind}_{activity.id}"
            for what, value in (("included", 1), ("userinfo", 0)):
                made.append(setting("activity", {"activity": key}, f"{key}_{what}", value))
    return made
