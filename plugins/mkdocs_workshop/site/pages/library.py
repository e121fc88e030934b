"""The library: every file to print, to edit and to project, with filters that need no script.

Files for learning platforms stand on the page for academies: who looks for paper is spared them.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...documents.places import MANIFEST
from ...ground.artifact import Artifact
from ...reading.curriculum import ModuleParts
from . import paths
from .academy import ONLY_PLATFORMS
from .book import Book
from .offered import Download

ORDER = (
    "pack", "handout", "easy-read", "case", "debrief", "slides", "check", "check-key", "lesson-plan",
)  # fmt: skip
"""The order of kinds within a module; others follow by their names."""
FOR_ALL = (
    "all-handouts", "trainer-pack", "guide", "syllabus", "workbook", "readings", "poster", "day-slides", "print-run", "form",
    "badges", "tents", "attendance", "certificate", "report", "calendar",
)  # fmt: skip
"""The same for what holds several modules."""
FORMATS = ("pdf", "epub", "docx", "pptx", "html", "zip")
"""The formats that most people look for come first."""


class Row(NamedTuple):
    """One thing in all its formats."""

    title: str
    kind: str
    """In words."""
    files: list[Download]
    marks: str
    """For whom it is, and in which language, where that is not for all and in all: what the filters look for."""
    facilitator: bool


class Group(NamedTuple):
    """The rows of a module, or of what holds several."""

    id: str
    title: str
    short: str
    colour: str
    rows: list[Row]


class Choice(NamedTuple):
    """One value of a filter."""

    id: str
    words: str


class Filter(NamedTuple):
    """A row of choices, of which one is taken."""

    id: str
    choices: list[Choice]
    hides: str
    """What a choice hides, as a CSS selector with `{}` for its id."""


_ENDS = '[href$=".{}"]'
"""A link to a file of a format: each format is the ending of its files, so that rows carry no mark for it."""


def _rules(filters: Iterable[Filter]) -> str:
    """The style sheet that makes the filters work without a script."""
    selectors = [
        f".ws-library:has(#{filter_.id}-{choice.id}:checked) {hidden.format(choice.id)}"
        for filter_ in filters
        for choice in filter_.choices
        for hidden in filter_.hides.split(",")
    ]
    return f"{','.join(selectors)}{{display:none}}"


def library_page(book: Book) -> Iterator[Artifact]:
    """The page, also when nothing was made: then it says so."""
    made_from = book.curriculum.file("curriculum").source.path
    plain = book.markup(paths.LIBRARY).plain
    groups = [Group("whole", book.say("library.whole"), book.say("library.whole"), "plain", _rows(book, "", FOR_ALL))]
    for parts in (parts for _, modules in book.by_theme() for parts in modules):
        rows = _rows(book, parts.id, ORDER)
        groups.append(Group(parts.id, plain(parts.plan.title), plain(parts.plan.short), book.theme(parts).colour, rows))
    groups = [group for group in groups if group.rows]
    languages = _languages(book)
    filters = [
        Filter(
            "audience",
            [Choice(id_, name) for id_, name in book.edition.audiences.items()],
            '[data-for]:not([data-for~="{}"])',
        ),
        Filter("format", _formats(book, groups), f".ws-files>li:not(:has({_ENDS})),.ws-files a:not({_ENDS})"),
        Filter("language", languages, '[data-in]:not([data-in~="{}"])'),
        Filter("module", [Choice(group.id, group.short) for group in groups], ".ws-group:not(:has(#{}))"),
    ]
    yield Artifact(paths.FILTERS, _rules(filters))
    yield book.page(
        paths.LIBRARY,
        "library.md.j2",
        book.say("nav.library"),
        made_from,
        groups=groups,
        filters=filters,
        styles=(paths.LIBRARY_STYLE, paths.FILTERS),
        scripts=(paths.FOLD_SCRIPT,),
        count=sum(len(group.rows) for group in groups),
        manifest=MANIFEST,
    )


def _formats(book: Book, groups: Iterable[Group]) -> list[Choice]:
    known = {file.label.format for group in groups for row in group.rows for file in row.files}
    order = [*(format_ for format_ in FORMATS if format_ in known), *sorted(known.difference(FORMATS))]
    return [Choice(format_, book.say(f"download.format.{format_}")) for format_ in order]


def _languages(book: Book) -> list[Choice]:
    known = sorted({file.label.language for file in book.downloads})
    return [Choice(code, book.language_name(code)) for code in known]


def _rows(book: Book, module: str, order: tuple[str, ...]) -> list[Row]:
    things: dict[tuple[str, str, str], list[Download]] = {}
    for file in book.downloads:
        if file.label.module == module and file.label.kind not in ONLY_PLATFORMS:
            things.setdefault((file.label.kind, file.label.subject, file.label.title), []).append(file)
    rank = {kind: index for index, kind in enumerate(order)}
    return [
        _row(book, kind, subject, files)
        for (kind, subject, _), files in sorted(
            things.items(), key=lambda item: (rank.get(item[0][0], len(order)), item[0][0])
        )
    ]


def _row(book: Book, kind: str, subject: str, files: list[Download]) -> Row:
    audiences = [str(id_) for id_ in _audiences(book, kind, subject)]
    languages = sorted({file.label.language for file in files})
    marks = "" if len(audiences) == len(book.curriculum.manual.audiences) else f' data-for="{" ".join(audiences)}"'
    marks += "" if len(languages) == len(_languages(book)) else f' data-in="{" ".join(languages)}"'
    only = all(file.role == "facilitator" for file in files)
    return Row(files[0].label.title, book.say(f"download.kind.{kind}"), files, marks, only)


def _audiences(book: Book, kind: str, subject: str) -> Iterable[str]:
    """For whom a thing is; for all where it does not say."""
    if kind == "handout":
        return _handout_audiences(book.curriculum.modules.values(), subject)
    if kind == "form" and subject in book.curriculum.instruments:
        return book.curriculum.instruments[subject].audiences
    return [audience.id for audience in book.curriculum.manual.audiences]


def _handout_audiences(modules: Iterable[ModuleParts], id_: str) -> Iterable[str]:
    return next(parts.handouts[id_].audiences for parts in modules if id_ in parts.handouts)
