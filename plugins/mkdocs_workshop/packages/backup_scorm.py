"""The SCORM lesson of a module in a Moodle backup.

Moodle does not unpack the package again when it restores, so every file of it lies in the backup beside the package itself.
"""

import hashlib

from ..edition import Edition
from ..reading.curriculum import ModuleParts
from .backup_grades import grade_item
from .backup_parts import NULL, Store
from .lesson_page import PAGE
from .scorm import scorm_files, scorm_package
from .xml import Element, element, fields

_PASSED, _COMPLETED = 2, 4
"""Moodle's numbers for the state that completes the activity."""
_HIGHEST = 1
_NEVER_SHOWN = 3
_ALWAYS_SKIPPED = 2
_WHEN_FINISHED = 1
"""A new attempt when the previous one is completed, passed or failed."""


def scorm(
    edition: Edition, parts: ModuleParts, id_: int, store: Store, time: int
) -> tuple[Element, dict[str, list[int]], list[Element]]:
    """The activity, the numbers of what it refers to, and its line in the gradebook.

    `time` is in seconds since 1970. The grade goes up to 100.
    """
    title = edition.say("backup.lesson", title=edition.plain(parts.plan.title))
    files = scorm_files(edition, parts)
    package, name = scorm_package(edition, parts, files), f"{parts.id}.zip"
    stored = [store.file(package, name, "mod_scorm", "package", id_, time)]
    for path in sorted(files):
        content = files[path]
        data = content.encode() if isinstance(content, str) else content
        stored.append(store.file(data, path, "mod_scorm", "content", id_, time))
    organization, item = store.number(), store.number()
    values: dict[str, str | int] = {
        "name": title,
        "scormtype": "local",
        "reference": name,
        "intro": "",
        "introformat": 1,
        "version": "SCORM_1.2",
        "maxgrade": 100,
        "grademethod": _HIGHEST,
        "whatgrade": 0,
        "maxattempt": 0,
        "forcecompleted": 0,
        # After a failed attempt Moodle opens a lesson for review alone, and nobody could pass any more.
        "forcenewattempt": _WHEN_FINISHED,
        "lastattemptlock": 0,
        "masteryoverride": 1,
        "displayattemptstatus": 1,
        "displaycoursestructure": 0,
        "updatefreq": 0,
        "sha1hash": hashlib.sha1(package, usedforsecurity=False).hexdigest(),
        "md5hash": "",
        "revision": 1,
        "launch": item,
        "skipview": _ALWAYS_SKIPPED,
        "hidebrowse": 1,
        # The lesson has its own contents; without Moodle's there is room for it.
        "hidetoc": _NEVER_SHOWN,
        "nav": 0,
        "navpositionleft": -100,
        "navpositiontop": -100,
        "auto": 0,
        "popup": 0,
        "options": "",
        "width": 100,
        "height": 600,
        "timeopen": 0,
        "timeclose": 0,
        "timemodified": time,
        "completionstatusrequired": _PASSED if parts.check else _COMPLETED,
        "completionscorerequired": NULL,
        "completionstatusallscos": 0,
        "autocommit": 0,
    }
    scoes = element("scoes", _scoes(edition, parts, organization, item, store))
    grade, refers = store.number(), {"file": stored}
    mark = parts.check.pass_mark if parts.check else 0
    line = grade_item(grade, "scorm", id_, title, mark, time)
    return element("scorm", [*fields(values), scoes], {"id": id_}), refers | {"grade_item": [grade]}, [line]


def _scoes(edition: Edition, parts: ModuleParts, organization: int, item: int, store: Store) -> list[Element]:
    """What Moodle has read from the manifest: the organization and its one item."""
    shared = {"manifest": f"manifest-{parts.id}"}
    title = edition.plain(parts.plan.title)
    top = fields(
        shared
        | {
            "organization": "",
            "parent": "/",
            "identifier": f"organization-{parts.id}",
            "launch": "",
            "scormtype": "",
            "title": title,
            "sortorder": 1,
        }
    )
    sco = fields(
        shared
        | {
            "organization": f"organization-{parts.id}",
            "parent": f"organization-{parts.id}",
            "identifier": f"item-{parts.id}",
            "launch": PAGE,
            "scormtype": "sco",
            "title": title,
            "sortorder": 2,
        }
    )
    data = {"isvisible": "true", "parameters": ""}
    if parts.check:
        data["masteryscore"] = str(parts.check.pass_mark)
    known = [
        element("sco_data", fields({"name": name, "value": value}), {"id": store.number()})
        for name, value in data.items()
    ]
    rules = dict.fromkeys(("seq_ruleconds", "seq_rolluprules", "seq_objectives", "sco_tracks"), "")
    return [
        element("sco", [*top, element("sco_datas"), *fields(rules)], {"id": organization}),
        element("sco", [*sco, element("sco_datas", known), *fields(rules)], {"id": item}),
    ]
