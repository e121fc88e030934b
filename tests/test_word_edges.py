"""Edges of Word papers: as wide as usual, but nearer where that saves a page, as the densest setting of the PDF has them."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx.shared import Mm

from mkdocs_workshop.documents.emit.word import fitted, in_best_letters, written
from mkdocs_workshop.documents.emit.word_fit import pages_in
from mkdocs_workshop.documents.emit.word_sheets import LARGE, letters_of, may_be_near, sheet_of
from mkdocs_workshop.documents.framed import framed
from mkdocs_workshop.documents.tree.blocks import Paragraph, Table, Text
from mkdocs_workshop.documents.tree.document import Document, Section
from mkdocs_workshop.edition import Edition

WORDS = "Look around you, speak slowly and say what you are going to do before you do it. "


@pytest.fixture(scope="module")
def paper(example: Edition) -> Document:
    """A paper without any text."""
    return framed(example, None, "handout", "edges", (), title="A title", what="-", size="A4", form="reading")


def longer(paper: Document, count: int, form: str = "reading", size: str = "A4") -> Document:
    """A paper with so many paragraphs, and a table."""
    said = tuple(Paragraph((Text(WORDS * 2),)) for _ in range(count))
    row = ((Text("Who"),), (Text(WORDS),))
    parts = (Section("What to do", said), Section("Last", (Table(row, (row, row)),)))
    return replace(paper, parts=parts, form=form, size=size, name=f"{form}-{count}")


def with_edges(made: Document, cache: Path, *, near: bool) -> int:
    """Pages of the paper with usual or nearer edges, in its best letters; with nearer ones in the smallest, where these take less."""
    _, least = letters_of(sheet_of(made), made)
    best = in_best_letters(written(made, cache, least if near else 0, near=near), made, cache)
    small = [written(made, cache, least, near=True)] if near else []
    return min(pages_in(one.document) for one in (best, *small))


@pytest.mark.parametrize("form", ["reading", "checklist", "form", "letter"])
def test_edges_are_nearer_just_where_that_saves_a_page(form: str, paper: Document, tmp_path: Path) -> None:
    nearer = []
    for count in range(22, 44, 3):
        made = longer(paper, count, form)
        usual, near = (with_edges(made, tmp_path, near=edge) for edge in (False, True))
        taken = fitted(made, tmp_path)
        assert (pages_in(taken.document), taken.sheet.near) == (min(usual, near), near < usual), count
        nearer.append(taken.sheet.near)
    assert set(nearer) == {True, False}


def test_a_paper_of_one_page_keeps_its_edges(paper: Document, tmp_path: Path) -> None:
    made = fitted(longer(paper, 8), tmp_path)
    assert pages_in(made.document) == 1
    assert made.document.sections[0].left_margin == pytest.approx(Mm(18), abs=400)


@pytest.mark.parametrize(
    "form", ["reading", "checklist", "decision-path", "procedure", "letter", "form", "log", "template"]
)
def test_nearer_edges_stay_inside_of_what_a_printer_reaches(form: str, paper: Document) -> None:
    made = longer(paper, 1, form)
    usual, near = sheet_of(made), sheet_of(made, near=True)
    for side in ("left", "right", "top", "bottom"):
        assert 10 < getattr(near, side) < getattr(usual, side), side
    assert near.row > 8.2
    assert near.cell > 12


def test_things_with_measures_of_their_own_keep_their_edges(paper: Document) -> None:
    kept = [longer(paper, 1, form) for form in ("deck", "role-card")]
    kept += [longer(paper, 1, size=LARGE), longer(paper, 1, size="A6"), replace(longer(paper, 1), frame="book")]
    kept += [longer(paper, 1, "poster", "A3")]
    assert [may_be_near(made) for made in kept] == [False] * 6
    assert [may_be_near(longer(paper, 1, size=size)) for size in ("A4", "A5")] == [True, True]
