"""Genres in Word: no two look alike, each has what makes it what it is, all are valid, and no word is lost."""

import io
import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import get_args

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm

from mkdocs_workshop.documents.emit.word import document_word, read_again
from mkdocs_workshop.documents.emit.word_sheets import sheet_of
from mkdocs_workshop.documents.papers import handout
from mkdocs_workshop.documents.tree.blocks import Break, Field, Item, Lines, List, Paragraph, Table, Text, ToFill
from mkdocs_workshop.documents.tree.document import Document, Part, Section
from mkdocs_workshop.documents.tree.proof import Expected
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.model.papers import HandoutForm
from tests.conftest import ROOT
from tests.office import office_mistakes

CACHE = ROOT / ".cache" / "workshop"
SIZES = {"card": "A6", "role-card": "A5", "poster": "A3"}
FORMS = [form for form in get_args(HandoutForm) if form != "reading"]
TABLE = Table(((Text("What"),), (Text("Who"),)), (((Text("Call"),), (Field("post"),)), ((Text("Wait"),), ())))
BOXES = List(ordered=False, items=tuple(Item((Paragraph((Text(word),)),), box=True) for word in ("Gloves", "Torch")))
ASKED = Paragraph((Text("Name: "), Field("name"), Text(" Unit: "), ToFill("unit")))


@pytest.fixture(scope="module")
def paper(example: Edition) -> Document:
    """A paper with one of everything, its sources at the end."""
    made = handout(example, example.curriculum.modules["getting-started"], "our-ground-rules")
    said = Paragraph((Text("Look around you. Speak slowly."),))
    parts: tuple[Part, ...] = (
        Section("Look", (said, BOXES)),
        Section("Ask", (ASKED, Lines(2), Break())),
        Section("Write", (TABLE, said)),
        made.parts[-1],
    )
    return replace(made, parts=parts)


@pytest.fixture(scope="module")
def made(paper: Document) -> Callable[[str], bytes]:
    """The Word file of each genre; each is made once."""
    files: dict[str, bytes] = {}

    def of(form: str) -> bytes:
        if form not in files:
            expected = [Expected(word) for word in ("Look around you.", "Gloves", "unit", "Wait", "Write")]
            document = replace(paper, form=form, size=SIZES.get(form, "A4"), name=f"word-{form}")
            files[form] = document_word(document, CACHE, expected)
        return files[form]

    return of


def _open(data: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(data))


def _look(data: bytes) -> tuple[str, ...]:
    """What a reader sees first: the paper, and the ground and lines of titles."""
    document = _open(data)
    section = document.sections[0]
    styles = [document.styles[name].element.xml for name in ("Kind", "Title", "Subtitle", "Heading 1")]
    tables = [str(len(table.columns)) for table in document.tables]
    measures = (section.page_width, section.page_height, section.left_margin, section.right_margin, section.top_margin)
    return (str(measures), *styles, *tables)


def test_no_two_genres_look_alike(made: Callable[[str], bytes]) -> None:
    looks = {form: _look(made(form)) for form in FORMS}
    alike = [pair for pair in itertools.combinations(FORMS, 2) if looks[pair[0]] == looks[pair[1]]]
    assert alike == []


@pytest.mark.parametrize("form", FORMS)
def test_every_genre_is_valid(made: Callable[[str], bytes], form: str, tmp_path: Path) -> None:
    assert office_mistakes(made(form), tmp_path / f"{form}.docx") == []


@pytest.mark.parametrize("form", FORMS)
def test_every_cell_ends_with_a_paragraph(made: Callable[[str], bytes], form: str) -> None:
    """Word calls a file broken in which a cell ends with a table."""
    cells = list(_open(made(form)).element.body.iter(qn("w:tc")))
    assert [cell[-1].tag for cell in cells] == [qn("w:p")] * len(cells)


def test_a_letter_has_lines_to_write_on_no_frames_and_marks_to_fold(made: Callable[[str], bytes]) -> None:
    document = _open(made("letter"))
    (borders,) = document.tables[0]._tbl.tblPr.findall(qn("w:tblBorders"))  # noqa: SLF001  the library shows no lines
    assert {line.tag for line in borders} == {qn(f"w:{side}") for side in ("top", "bottom", "insideH")}
    header = document.sections[0].header._element  # noqa: SLF001  nor frames
    folds = [int(frame.get(qn("w:y"))) for frame in header.iter(qn("w:framePr"))]
    # 105 and 210 mm, in twentieths of a point.
    assert folds == [pytest.approx(5953, abs=2), pytest.approx(11906, abs=2)]
    assert document.sections[0].left_margin == pytest.approx(Mm(25), abs=400)


@pytest.mark.parametrize("form", ["card", "role-card"])
def test_a_card_has_a_line_to_cut_along(made: Callable[[str], bytes], form: str) -> None:
    (borders,) = _open(made(form)).element.body.iter(qn("w:pgBorders"))
    dashed = [line for line in borders if line.get(qn("w:val")) == "dashed"]
    assert len(dashed) == (4 if form == "card" else 3)


def test_a_card_begins_a_new_face_where_its_author_wants_one(made: Callable[[str], bytes]) -> None:
    tables = _open(made("card")).tables
    assert [[cell.text.split("\n")[0] for cell in table.columns[0].cells] for table in tables] == [
        ["Look", "Ask"],
        ["Write"],
    ]


def test_each_role_has_a_page(made: Callable[[str], bytes]) -> None:
    heads = [one for one in _open(made("role-card")).paragraphs if one.style and one.style.name == "Heading 1"]
    assert [bool(head.paragraph_format.page_break_before) for head in heads] == [False, True, True]


def test_cards_of_a_deck_are_all_of_one_size(made: Callable[[str], bytes]) -> None:
    document = _open(made("deck"))
    rows = [row for table in document.tables for row in table.rows if row.height and row.height > Mm(60)]
    assert {round(row.height / Mm(1)) for row in rows if row.height} == {88}
    assert {round(int(cell.width) / Mm(1)) for row in rows for cell in row.cells if cell.width} == {63}


def test_a_hand_has_room_in_a_log_and_on_a_worksheet(made: Callable[[str], bytes]) -> None:
    def heights(form: str) -> list[float]:
        rows = _open(made(form)).element.body.iter(qn("w:trHeight"))
        return [int(row.get(qn("w:val"))) / 56.7 for row in rows]

    assert min(heights("log")) > 10.9
    # Below the label, three and a half millimetres high, are more than eight.
    assert max(heights("template")) > 12.9
    # No line on which a hand writes is lower than eight millimetres on any paper.
    assert min(high for form in FORMS for high in heights(form)) > 7.9


def test_parts_are_counted_where_they_follow_each_other(made: Callable[[str], bytes]) -> None:
    for form, counted in (("form", True), ("procedure", True), ("checklist", False)):
        heads = [one.text for one in _open(made(form)).paragraphs if one.style and one.style.name == "Heading 1"]
        assert ["1" in heads[0], "3" in heads[2]] == [counted, counted], form


def test_large_print_is_read_as_text(paper: Document) -> None:
    assert sheet_of(replace(paper, form="letter", size="A4-large-print")).genre == ""


def test_the_words_of_all_genres_are_there(made: Callable[[str], bytes]) -> None:
    for form in FORMS:
        assert "Speak slowly." in read_again(made(form)), form
