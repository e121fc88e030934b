"""Make it ours: the contacts of a district, typed once on this device, stand on every page and paper that names them."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from xlsxwriter import Workbook

from ...forms.workbooks import workbook
from ...ground.artifact import Artifact
from ...model.evidence import CountryEntry
from ...model.papers import Handout
from ...reading.marks import CountryValue
from ...reading.texts import texts
from . import paths
from .book import Book

CONTACTS = "contacts"
"""The group of a country sheet whose entries may differ from district to district."""
FIRST = 12
"""Lines that stand open: those of most papers."""
_WORDS = (
    "progress",
    "called",
    "read",
    "wrong",
    "cleared",
    "sure",
    "filled",
    "plain",
    "failed",
    "value",
    "called-on",
    "back",
)


class Line(NamedTuple):
    """An entry to fill in."""

    entry: CountryEntry
    used: int
    """On how many papers it stands."""


class Group(NamedTuple):
    """The entries of one part of the sheet."""

    title: str
    lines: tuple[Line, ...]


class Paper(NamedTuple):
    """A paper that names some of them."""

    id: str
    title: str
    page: str
    word: str
    """Its Word file; empty if none was made."""
    names: tuple[str, ...]
    """The entries that it names."""


def ours_pages(book: Book) -> Iterator[Artifact]:
    """The page and its workbook; none where a sheet has no contacts."""
    papers = sorted(_papers(book), key=lambda paper: (-len(paper.names), paper.title))
    lines = [_line(entry, papers) for entry in book.curriculum.country.entries if entry.group == CONTACTS]
    if not lines:
        return
    used = sorted((line for line in lines if line.used), key=lambda line: -line.used)
    groups = [
        Group(book.say("ours.most"), tuple(used[:FIRST])),
        Group(book.say("ours.on-papers"), tuple(used[FIRST:])),
        Group(book.say("ours.elsewhere"), tuple(line for line in lines if not line.used)),
    ]
    groups = [group for group in groups if group.lines]
    held = {
        "say": {word: book.say(f"ours.{word}", n="{n}", all="{all}", day="{day}") for word in _WORDS},
        "groups": [
            {"title": group.title, "lines": [_held(book, line.entry) for line in group.lines]} for group in groups
        ],
        "papers": {paper.id: paper.names for paper in papers},
    }
    country = book.curriculum.file("country", book.curriculum.manual.country).source.path
    yield Artifact(paths.OURS_SHEET, _workbook(book, [line.entry for line in lines]))
    yield book.page(
        paths.OURS,
        "ours.md.j2",
        book.say("nav.ours"),
        country,
        description=book.say("ours.lead"),
        scripts=(paths.OURS_FILES_SCRIPT, paths.OURS_FORM_SCRIPT),
        held={"ws-ours-data": json.dumps(held, ensure_ascii=False)},
        papers=papers,
        sheet=paths.OURS_SHEET,
    )


def _line(entry: CountryEntry, papers: list[Paper]) -> Line:
    return Line(entry, sum(entry.id in paper.names for paper in papers))


def _held(book: Book, entry: CountryEntry) -> dict[str, str]:
    """A line for the script. `blank` is how Word files show it while it is empty."""
    plain = book.edition.plain
    found = {
        "id": entry.id,
        "label": plain(entry.label),
        "ask": plain(entry.ask) if entry.ask else "",
        "value": plain(entry.value) if entry.value else "",
        "blank": book.edition.wording.blank(entry.label),
    }
    return {key: words for key, words in found.items() if words}


def _papers(book: Book) -> Iterator[Paper]:
    for parts in book.curriculum.modules.values():
        for id_, handout in parts.handouts.items():
            ours = contacts_on(book, handout)
            if ours:
                files = book.files("handout", id_)
                word = next((file.path for file in files if file.label.format == "docx" and not file.label.variant), "")
                yield Paper(id_, book.edition.plain(handout.title), paths.handout(id_), word, ours)


def contacts_on(book: Book, handout: Handout) -> tuple[str, ...]:
    """The entries of the district that a paper names, as it names them."""
    pieces = [piece for text in texts(handout) for piece in book.curriculum.pieces[text.text]]
    named = dict.fromkeys(piece.entry.id for piece in pieces if isinstance(piece, CountryValue))
    return tuple(id_ for id_ in named if _is_contact(book, id_))


def _is_contact(book: Book, id_: str) -> bool:
    return any(entry.id == id_ and entry.group == CONTACTS for entry in book.curriculum.country.entries)


def _workbook(book: Book, entries: list[CountryEntry]) -> bytes:
    """The sheet that somebody fills in without this site: id, what it is, whom to ask, the value, the day of the call."""
    plain, say = book.edition.plain, book.say
    head = ("id", say("ours.what"), say("ours.ask"), say("ours.value"), say("ours.called-on"))

    def write(made: Workbook) -> None:
        sheet = made.add_worksheet(say("nav.ours")[:31])
        bold = made.add_format({"bold": True, "bottom": 1})
        quiet = made.add_format({"font_color": "#666666", "text_wrap": True, "valign": "top"})
        text = made.add_format(
            {"num_format": "@", "text_wrap": True, "valign": "top", "bg_color": "#FBEBD9", "border": 1}
        )
        sheet.set_column(0, 0, 18, quiet)
        sheet.set_column(1, 1, 34)
        sheet.set_column(2, 2, 52, quiet)
        sheet.set_column(3, 3, 44)
        sheet.set_column(4, 4, 14)
        sheet.write_row(0, 0, head, bold)
        for row, entry in enumerate(entries, 1):
            given = plain(entry.value) if entry.value else ""
            sheet.write_row(row, 0, (entry.id, plain(entry.label), plain(entry.ask) if entry.ask else ""), quiet)
            sheet.write_string(row, 3, given, text)
            sheet.write_blank(row, 4, None, text)
        sheet.freeze_panes(1, 0)

    return workbook(say("nav.ours"), plain(book.curriculum.manual.title), write)
