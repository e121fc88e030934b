"""What search engines and learning platforms read of a page: schema.org as JSON-LD."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ...clock import span
from ...model.instrument import Instrument
from ...model.papers import Case, Handout
from ...model.programme import Programme
from ...reading.curriculum import ModuleParts
from . import paths
from .book import Book
from .offered import Download
from .slots import taught_in

FORMATS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "epub": "application/epub+zip",
    "zip": "application/zip",
    "html": "text/html",
}
"""Media types of what is downloaded; others are left out."""
_CREATIVE_COMMONS = re.compile(r"CC (BY(?:-NC)?(?:-SA|-ND)?) ([0-9]\.[0-9])")


def linked(data: Mapping[str, Any]) -> str:
    """The data as JSON; nothing in it can end the script that carries it."""
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("&", "\\u0026")


def _common(book: Book, title: str, description: str) -> dict[str, Any]:
    plain, manual = book.markup(paths.HOME).plain, book.curriculum.manual
    return {
        "name": plain(title),
        "description": plain(description),
        "inLanguage": book.say.language,
        "license": _licence(manual.licence),
        "isAccessibleForFree": True,
    }


def _licence(name: str) -> dict[str, str]:
    """A licence by its name; those of Creative Commons have an address that follows from it."""
    found = _CREATIVE_COMMONS.fullmatch(name)
    address = {"url": f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"} if found else {}
    return {"@type": "CreativeWork", "name": name, **address}


def _provider(book: Book) -> dict[str, Any]:
    """Who offers the training; nobody is named who did not say so."""
    given = book.curriculum.manual.provider
    if given is None:
        return {}
    named = {"@type": "Organization", "name": book.markup(paths.HOME).plain(given.name)}
    return {"provider": named | ({"url": given.url} if given.url else {})}


def _audience(book: Book, ids: Sequence[str]) -> list[dict[str, str]]:
    return [{"@type": "EducationalAudience", "audienceType": book.edition.audiences[id_]} for id_ in ids]


def _named(book: Book, kind: str, id_: str, title: str, form: str = "") -> dict[str, str]:
    """Another resource, by its name and id."""
    named = {"@type": kind, "name": book.markup(paths.HOME).plain(title), "identifier": id_}
    return named | ({"learningResourceType": form} if form else {})


def _of_module(book: Book, parts: ModuleParts, id_: str, form: str) -> dict[str, Any]:
    """What the resources of a module have in common."""
    return {
        "identifier": id_,
        "version": parts.version,
        "dateModified": parts.changed.isoformat(),
        "learningResourceType": form,
        "isPartOf": _named(book, "LearningResource", parts.id, parts.plan.title),
    }


def site(book: Book) -> str:
    """The manual as a web site, with its programmes as courses."""
    manual, programmes = book.curriculum.manual, book.curriculum.programmes
    return linked(
        {
            "@type": "WebSite",
            **_common(book, manual.title, manual.summary),
            **_provider(book),
            "alternativeHeadline": book.markup(paths.HOME).plain(manual.subtitle),
            "version": manual.version,
            "dateModified": _newest(book.curriculum.modules.values()),
            "hasPart": [_named(book, "Course", id_, programme.title) for id_, programme in programmes.items()],
        }
    )


def _newest(modules: Iterable[ModuleParts]) -> str:
    return max(parts.changed for parts in modules).isoformat()


def course(book: Book, id_: str, programme: Programme) -> str:
    """A programme as a course that is taught in a room."""
    plain = book.markup(paths.HOME).plain
    net = sum(day.net for day in book.curriculum.timetables[id_])
    views = [view for view in book.views[id_] if view.number]
    taught = {parts.id: parts for view in views for parts in view.modules}
    return linked(
        {
            "@type": "Course",
            **_common(book, programme.title, programme.purpose),
            **_provider(book),
            "identifier": id_,
            "courseCode": id_,
            "version": book.curriculum.manual.version,
            **({"dateModified": _newest(taught.values())} if taught else {}),
            "audience": _audience(book, programme.audiences),
            "timeRequired": f"PT{net}M",
            "syllabusSections": [
                {"@type": "Syllabus", "name": plain(view.title), "timeRequired": f"PT{view.minutes}M"} for view in views
            ],
            "hasPart": [
                _named(book, "LearningResource", parts.id, parts.plan.title, "module") for parts in taught.values()
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
    minutes = parts.minutes
    courses = dict.fromkeys(id_ for id_, _ in taught_in(book.views, parts.id))
    papers = [
        *(_named(book, "LearningResource", id_, one.title, one.form) for id_, one in parts.handouts.items()),
        *(_named(book, "LearningResource", id_, one.title, "case study") for id_, one in parts.cases.items()),
    ]
    return linked(
        {
            "@type": "LearningResource",
            **_common(book, plan.title, plan.purpose),
            **_provider(book),
            "identifier": parts.id,
            "version": parts.version,
            "dateModified": parts.changed.isoformat(),
            "learningResourceType": "module",
            "educationalUse": "professional development",
            "audience": _audience(book, plan.audiences),
            "timeRequired": f"PT{minutes.most}M",
            "teaches": [plain(outcome.text) for outcome in plan.outcomes],
            **({"hasPart": papers} if papers else {}),
            **(
                {"isPartOf": [_named(book, "Course", id_, book.curriculum.programmes[id_].title) for id_ in courses]}
                if courses
                else {}
            ),
            **_encodings(book.files("pack", parts.id)),
        }
    )


def handout(book: Book, parts: ModuleParts, id_: str, paper: Handout) -> str:
    """A handout as a learning resource."""
    return linked(
        {
            "@type": "LearningResource",
            **_common(book, paper.title, paper.use),
            **_of_module(book, parts, id_, paper.form),
            "audience": _audience(book, paper.audiences),
            **_encodings(book.files("handout", id_)),
        }
    )


def case(book: Book, parts: ModuleParts, id_: str, paper: Case) -> str:
    """A case study as a learning resource."""
    return linked(
        {
            "@type": "LearningResource",
            **_common(book, paper.title, paper.summary),
            **_of_module(book, parts, id_, "case study"),
            "educationalUse": "group work",
            "audience": _audience(book, [variant.audience for variant in paper.variants]),
            "timeRequired": f"PT{span(paper.minutes).most}M",
            **_encodings(book.files("case", id_)),
        }
    )


def knowledge_check(book: Book, parts: ModuleParts, title: str) -> str:
    """The questions of a module as a learning resource; the answers are not for machines either."""
    return linked(
        {
            "@type": "LearningResource",
            **_common(book, parts.plan.title, parts.plan.purpose),
            **_of_module(book, parts, f"{parts.id}/check", "quiz"),
            "name": title,
            "educationalUse": "assessment",
            "audience": _audience(book, parts.plan.audiences),
            "assesses": [book.markup(paths.HOME).plain(outcome.text) for outcome in parts.plan.outcomes],
        }
    )


def form(book: Book, id_: str, instrument: Instrument) -> str:
    """A test or an evaluation form as a learning resource."""
    return linked(
        {
            "@type": "LearningResource",
            **_common(book, instrument.title, instrument.purpose),
            "identifier": id_,
            "version": book.curriculum.manual.version,
            "learningResourceType": {"test": "test", "evaluation": "questionnaire", "observation": "checklist"}[
                instrument.kind
            ],
            "educationalUse": "assessment",
            "audience": _audience(book, instrument.audiences),
            **_encodings(book.files("form", id_)),
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
