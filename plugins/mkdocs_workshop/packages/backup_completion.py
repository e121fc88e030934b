"""When a course in a Moodle backup is completed, and which competencies it and its activities serve.

Moodle looks for competencies by the id numbers of their framework and of themselves, which are those of our file for it. Without
that framework on the site it leaves them out, and nothing else.
"""

from collections.abc import Sequence

from .backup_parts import COURSE, NULL, Section
from .xml import document, element, fields

_ACTIVITY = 4
"""Moodle's number for the condition that an activity is completed."""
_ALL = 1
_EVIDENCE = 1
"""What completion does to a competency: it is noted as evidence, and people judge."""


def course_completion(sections: Sequence[Section]) -> str:
    """`completion.xml`: everything that people complete must be completed."""
    tracked = [activity for section in sections for activity in section.activities if activity.tracked]
    criteria = [
        element(
            "course_completion_criteria",
            [
                *fields(
                    {
                        "course": COURSE,
                        "criteriatype": _ACTIVITY,
                        "module": activity.kind,
                        "moduleinstance": activity.id,
                        "courseinstanceshortname": NULL,
                        "enrolperiod": NULL,
                        "timeend": NULL,
                        "gradepass": NULL,
                        "role": NULL,
                    }
                ),
                element("course_completion_crit_completions"),
            ],
            {"id": number},
        )
        for number, activity in enumerate(tracked, 1)
    ]
    methods_of: tuple[str | int, ...] = (NULL, _ACTIVITY)
    methods = [
        element(
            "course_completion_aggr_methd",
            fields({"course": COURSE, "criteriatype": kind, "method": _ALL, "value": NULL}),
            {"id": number},
        )
        for number, kind in enumerate(methods_of, 1)
        if tracked
    ]
    return document(element("course_completion", [*criteria, *methods]))


def course_competencies(framework: str, idnumbers: Sequence[str]) -> str:
    """`competencies.xml` of the course."""
    return _competencies("course_competencies", framework, idnumbers)


def activity_competencies(framework: str, idnumbers: Sequence[str]) -> str:
    """`competencies.xml` of an activity."""
    return _competencies("course_module_competencies", framework, idnumbers)


def _competencies(name: str, framework: str, idnumbers: Sequence[str]) -> str:
    listed = [
        element(
            "competency",
            fields(
                {
                    "idnumber": idnumber,
                    "ruleoutcome": _EVIDENCE,
                    "sortorder": place,
                    "overridegrade": 0,
                    "frameworkidnumber": framework,
                }
            ),
        )
        for place, idnumber in enumerate(idnumbers)
    ]
    return document(element(name, [element("competencies", listed)]))
