"""The library: every file that can be downloaded, with filters that need no script."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..artifacts import Artifact
from ..curriculum import ModuleParts
from ..documents.places import MANIFEST
from . import paths
from .book import Book, Download

ORDER = (
    "pack", "handout", "case", "debrief", "slides", "check", "check-key", "lesson-plan",
    "scorm", "mbz", "moodle-xml", "gift", "cartridge", "embed",
)  # fmt: skip
"""The order of kinds within a module; others follow by their names."""
FOR_ALL = (
    "all-handouts", "trainer-pack", "guide", "workbook", "poster", "day-slides", "print-run", "form",
    "badges", "certificate", "report", "calendar", "mbz", "moodle-xml", "gift", "competencies",
)  # fmt: skip
"""The same for what holds several modules."""


class Row(NamedTuple):
    """One thing in all its formats."""

    title: str
    kind: str
    """In words."""
    files: list[Download]
    marks: str
    """Classes that the filters look for."""
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


def _rules(filters: Iterable[Filter]) -> str:
    """The style sheet that makes the filters work without a script."""
    selectors = [
        f".ws-library:has(#ws-{filter_.id}-{choice.id}:checked) {hidden.format(choice.id)}"
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
    filters = [
        Filter(
            "audience",
            [Choice(id_, plain(name)) for id_, name in book.audience_names().items()],
            ".ws-file:not(.ws-for-{})",
        ),
        Filter("format", _formats(book, book.downloads), ".ws-file:not(.ws-is-{}),.ws-file-links a:not(.ws-as-{})"),
        Filter("language", _languages(book), ".ws-file:not(.ws-in-{})"),
        Filter("module", [Choice(group.id, group.short) for group in groups], ".ws-group:not(#files-{})"),
    ]
    yield book.page(
        paths.LIBRARY,
        "library.md.j2",
        book.say("nav.library"),
        made_from,
        groups=groups,
        filters=filters,
        rules=_rules(filters),
        manifest=MANIFEST,
    )


def _formats(book: Book, files: Iterable[Download]) -> list[Choice]:
    known = dict.fromkeys(file.label.format for file in files)
    return [Choice(format_, book.say(f"download.format.{format_}")) for format_ in sorted(known)]


def _languages(book: Book) -> list[Choice]:
    known = sorted({file.label.language for file in book.downloads})
    return [Choice(code, book.language_name(code)) for code in known]


def _rows(book: Book, module: str, order: tuple[str, ...]) -> list[Row]:
    things: dict[tuple[str, str], list[Download]] = {}
    for file in book.downloads:
        if file.label.module == module:
            things.setdefault((file.label.kind, file.label.subject), []).append(file)
    rank = {kind: index for index, kind in enumerate(order)}
    return [
        _row(book, kind, subject, files)
        for (kind, subject), files in sorted(
            things.items(), key=lambda item: (rank.get(item[0][0], len(order)), item[0][0])
        )
    ]


def _row(book: Book, kind: str, subject: str, files: list[Download]) -> Row:
    audiences = _audiences(book, kind, subject)
    marks = [f"ws-is-{file.label.format}" for file in files] + [f"ws-for-{audience}" for audience in audiences]
    marks += [f"ws-in-{language}" for language in sorted({file.label.language for file in files})]
    only = all(file.role == "facilitator" for file in files)
    return Row(files[0].label.title, book.say(f"download.kind.{kind}"), files, " ".join(dict.fromkeys(marks)), only)


def _audiences(book: Book, kind: str, subject: str) -> Iterable[str]:
    """For whom a thing is; for all where it does not say."""
    if kind == "handout":
        return _handout_audiences(book.curriculum.modules.values(), subject)
    if kind == "form" and subject in book.curriculum.instruments:
        return book.curriculum.instruments[subject].audiences
    return [audience.id for audience in book.curriculum.manual.audiences]


def _handout_audiences(modules: Iterable[ModuleParts], id_: str) -> Iterable[str]:
    return next(parts.handouts[id_].audiences for parts in modules if id_ in parts.handouts)
