"""What search engines and learning platforms read of a page: schema.org as JSON-LD."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ..curriculum import ModuleParts
from ..model.papers import Handout
from ..model.programme import Programme
from ..schedule import span, total
from . import paths
from .book import Book, Download

FORMATS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "zip": "application/zip",
    "html": "text/html",
}
"""Media types of what is downloaded; others are left out."""


def linked(data: Mapping[str, Any]) -> str:
    """The script that carries the data; nothing in it can end the script."""
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace("&", "\\u0026")
    return f'\n\n<script type="application/ld+json">{safe}</script>\n'


def _common(book: Book, title: str, description: str) -> dict[str, Any]:
    plain = book.markup(paths.HOME).plain
    return {
        "name": plain(title),
        "description": plain(description),
        "inLanguage": book.say.language,
        "license": {"@type": "CreativeWork", "name": book.curriculum.manual.licence},
        "isAccessibleForFree": True,
    }


def course(book: Book, id_: str, programme: Programme) -> str:
    """A programme as a course that is taught in a room."""
    plain = book.markup(paths.HOME).plain
    names = book.audience_names()
    net = sum(day.net for day in book.curriculum.timetables[id_])
    views = [view for view in book.views[id_] if view.number]
    return linked(
        {
            "@type": "Course",
            **_common(book, programme.title, programme.purpose),
            "courseCode": id_,
            "version": book.curriculum.manual.version,
            "audience": [
                {"@type": "Audience", "audienceType": plain(names[audience])} for audience in programme.audiences
            ],
            "syllabusSections": [
                {"@type": "Syllabus", "name": plain(view.title), "timeRequired": f"PT{view.minutes}M"} for view in views
            ],
            "hasCourseInstance": {
                "@type": "CourseInstance",
                "courseMode": "Onsite",
                "courseWorkload": f"PT{net}M",
            },
        }
    )


def module(book: Book, parts: ModuleParts) -> str:
    """A module as a learning resource."""
    plan, plain = parts.plan, book.markup(paths.HOME).plain
    minutes = total([span(activity.minutes) for activity in plan.activities])
    return linked(
        {
            "@type": "LearningResource",
            **_common(book, plan.title, plan.purpose),
            "identifier": parts.id,
            "version": plan.changes[0].version,
            "dateModified": plan.changes[0].on.isoformat(),
            "learningResourceType": "module",
            "timeRequired": f"PT{minutes.most}M",
            "teaches": [plain(outcome.text) for outcome in plan.outcomes],
            **_encodings(book.files("pack", parts.id)),
        }
    )


def handout(book: Book, parts: ModuleParts, id_: str, paper: Handout) -> str:
    """A handout as a learning resource."""
    return linked(
        {
            "@type": "LearningResource",
            **_common(book, paper.title, paper.use),
            "identifier": id_,
            "version": parts.plan.changes[0].version,
            "dateModified": parts.plan.changes[0].on.isoformat(),
            "learningResourceType": paper.form,
            "isPartOf": {
                "@type": "LearningResource",
                "name": book.markup(paths.HOME).plain(parts.plan.title),
                "identifier": parts.id,
            },
            **_encodings(book.files("handout", id_)),
        }
    )


def _encodings(files: Sequence[Download]) -> dict[str, Any]:
    """The files of a resource, by name: where they stand depends on the server."""
    found = [
        {"@type": "MediaObject", "name": file.path.rsplit("/", 1)[-1], "encodingFormat": FORMATS[file.label.format]}
        for file in files
        if file.label.format in FORMATS
    ]
    return {"encoding": found} if found else {}
