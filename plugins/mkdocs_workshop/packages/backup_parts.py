"""What the files of a Moodle backup have in common: numbers, stored files, activities."""

import calendar
import datetime as dt
import hashlib
from dataclasses import dataclass, field

from .questions import Question
from .xml import Element, document, element, fields

NULL = "$@NULL@$"
"""How a backup writes that there is no value."""
VERSION, RELEASE = "2020061500", "3.9"
SYSTEM_CONTEXT, COURSE, COURSE_CONTEXT = 1, 1, 2

_TYPES = {
    "css": "text/css",
    "html": "text/html",
    "js": "application/x-javascript",
    "png": "image/png",
    "svg": "image/svg+xml",
    "woff2": "application/font-woff2",
    "xml": "application/xml",
    "zip": "application/zip",
}


@dataclass(frozen=True)
class Category:
    """The questions of one module, in the question bank of the course."""

    id: int
    name: str
    idnumber: str
    questions: tuple[tuple[int, Question], ...]
    """Each with its number."""
    time: int
    quiz: int
    """The activity to which it belongs: Moodle 5 has no categories of a whole course any more."""
    draws: tuple[int, ...] = ()
    """The numbers of places in a quiz that take any one of its questions."""


def section_id(number: int) -> int:
    """The number of a section in the files, by its place: 0 is none for Moodle.

    `section_id(0)` gives `999`; `section_id(3)` gives `3`.
    """
    return number or 999


@dataclass(frozen=True)
class Activity:
    """An activity of a course."""

    id: int
    """The number of its place in the course, of itself and of its context: one does for all."""
    kind: str
    """`page`, `label`, `scorm`, `quiz` or `feedback`."""
    title: str
    section: int
    files: tuple[tuple[str, str], ...]
    """Name and text of what its folder holds."""
    tracked: bool = False
    """Whether people complete it."""

    @property
    def folder(self) -> str:
        """Its folder in the backup."""
        return f"activities/{self.kind}_{self.id}"


@dataclass(frozen=True)
class Section:
    """A section of a course: one module, or what stands before and after them."""

    number: int
    """Its place. 0 is the section above all others, which every course has."""
    title: str
    time: int
    activities: tuple[Activity, ...]
    summary: str = ""
    """HTML."""

    @property
    def id(self) -> int:
        """Its number in the files."""
        return section_id(self.number)


@dataclass
class Store:
    """Hands out numbers, and gathers what stands in files of the whole backup while its activities are written."""

    last: int = 9
    """Smaller numbers are those of the course itself."""
    entries: list[Element] = field(default_factory=list)
    """Of `files.xml`."""
    contents: dict[str, bytes] = field(default_factory=dict)
    """Paths in the backup and what stands there: content by its SHA-1."""
    categories: list[Category] = field(default_factory=list)

    def number(self) -> int:
        """A number that nothing else has."""
        self.last += 1
        return self.last

    def file(self, content: bytes, path: str, component: str, area: str, context: int, time: int) -> int:
        """Stores a file and returns its number. `path` is the one inside its area."""
        sha1 = hashlib.sha1(content, usedforsecurity=False).hexdigest()
        self.contents[f"files/{sha1[:2]}/{sha1}"] = content
        folder, _, name = path.rpartition("/")
        number = self.number()
        values: dict[str, str | int] = {
            "contenthash": sha1,
            "contextid": context,
            "component": component,
            "filearea": area,
            "itemid": 0,
            "filepath": f"/{folder}/" if folder else "/",
            "filename": name,
            "userid": NULL,
            "filesize": len(content),
            "mimetype": _TYPES.get(name.rpartition(".")[2], "document/unknown"),
            "status": 0,
            "timecreated": time,
            "timemodified": time,
            "source": NULL,
            "author": NULL,
            "license": NULL,
            "sortorder": 0,
            "repositorytype": NULL,
            "repositoryid": NULL,
            "reference": NULL,
        }
        self.entries.append(element("file", fields(values), {"id": number}))
        return number


def seconds(day: dt.date) -> int:
    """Noon of a day in seconds since 1970, so that it is the same day nearly everywhere.

    `seconds(dt.date(1970, 1, 2))` gives `129600`.
    """
    return calendar.timegm((day.year, day.month, day.day, 12, 0, 0))


def inforef(**found: list[int]) -> str:
    """`inforef.xml`: everything outside of its folder that something needs. What is missing here is not restored."""
    groups = [
        element(f"{name}ref", [element(name, element("id", id_)) for id_ in ids]) for name, ids in found.items() if ids
    ]
    return document(element("inforef", groups))


def stub(name: str, *inner: str) -> str:
    """A file of which a backup without people needs only the outline.

    `stub("filters", "filter_actives")` is an XML file with `<filter_actives/>` in `<filters>`.
    """
    return document(element(name, [element(one) for one in inner]))
