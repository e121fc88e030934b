"""One tree for each document: PDF and Word say the same, and a text of the curriculum that is left out is found."""

import ast
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from mkdocs_workshop.compile import Checked
from mkdocs_workshop.documents.document_files import FORMATS, _for_facilitators, _for_participants
from mkdocs_workshop.documents.emit.footnotes import Noted, noted
from mkdocs_workshop.documents.emit.powerpoint import powerpoint
from mkdocs_workshop.documents.emit.press import read
from mkdocs_workshop.documents.emit.refusal import PressError
from mkdocs_workshop.documents.emit.typst_document import document_pdf
from mkdocs_workshop.documents.emit.word import document_word, read_again
from mkdocs_workshop.documents.forms import form
from mkdocs_workshop.documents.must_appear import KINDS, must_appear, slides_must_show
from mkdocs_workshop.documents.papers import handout
from mkdocs_workshop.documents.plan_sheet import plan
from mkdocs_workshop.documents.slides import module_deck
from mkdocs_workshop.documents.texts import Texts
from mkdocs_workshop.documents.tree.blocks import Cite, Heading, Paragraph, Picture, Text
from mkdocs_workshop.documents.tree.books import Activity, Chapter
from mkdocs_workshop.documents.tree.document import Document, Messages, deeper
from mkdocs_workshop.documents.tree.forms import SheetBoxes
from mkdocs_workshop.documents.tree.pages import Tents
from mkdocs_workshop.documents.tree.proof import Expected, not_found
from mkdocs_workshop.documents.tree.walk import nodes
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.marks import FactValue
from tests.conftest import ROOT

MODULE = "first-module"
FORM = """\
title: What did you think?
kind: evaluation
audiences: [participants, guests]
purpose: Better next time.
moments: [before, after]
code: true
in_use: {in_use}
instructions: No names, please.
scales:
  - id: agree
    points:
      - {{value: 1, label: never}}
      - {{value: 2, label: always}}
sections:
  - id: you
    title: About yourself
    items:
      - {{id: {group}, kind: choice, text: I work in, choices: [{{id: a, text: a uniform}}, {{id: b, text: a white coat}}]}}
  - id: days
    title: About both days
    items:
      - {{id: pace, kind: statement, text: There was time enough., scale: agree}}
      - {{id: each, kind: sessions, text: How useful was it?, scale: agree}}
      - {{id: more, kind: open, text: Anything else?, lines: 2}}
notes: Count by hand.
"""


@pytest.fixture
def edition(
    small: Path, checked: Callable[[], Checked], edit: Callable[[str, str, str], None], tmp_path: Path
) -> Callable[..., Edition]:
    """The small curriculum with a form, and fonts that are made already."""
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "fonts").symlink_to(ROOT / ".cache" / "workshop" / "fonts")
    (small / "instruments").mkdir()
    message = "- What a participant should still know in a year."
    edit(f"modules/{MODULE}/module.yml", message, f"{message}\n  - Another message, which comes second.")
    (case,) = (small / "modules" / MODULE / "cases").iterdir()
    edit(f"modules/{MODULE}/cases/{case.name}", "Invent people and places.", "Invent them. {cite:example-source}")
    easy = "easy: {draft: true, lines: [Look at it first, Then ask, Then act]}\nsections:"
    edit(f"modules/{MODULE}/handouts/{MODULE}-card.yml", "sections:", easy)
    one = "- {id: participants, name: Participants}"
    edit("curriculum.yml", one, f"{one}\n  - {{id: guests, name: Guests}}")

    def opened(group: str = "group", *, in_use: bool = True) -> Edition:
        text = FORM.format(group=group, in_use="true" if in_use else "false")
        (small / "instruments" / "evaluation.yml").write_text(text)
        made = checked()
        assert made.curriculum is not None, made.problems
        assert "evaluation" in made.curriculum.instruments, made.problems
        return Edition(made.curriculum, catalogue("en"), tmp_path / "cache")

    return opened


def _documents(edition: Edition) -> Iterator[Document]:
    for document, _ in (*_for_participants(edition), *_for_facilitators(edition)):
        yield document


def _word(document: Document, edition: Edition) -> str:
    return read_again(document_word(document, edition.cache, must_appear(edition, document)))


def _squeezed(text: str) -> set[str]:
    """The words of a text, without what each format writes in its own way: numbers of pages, lists and steps, blanks."""
    signs = str.maketrans("", "", "()[].☐_•–✓→/")
    return {word for part in text.translate(signs).split() if len(word := part.lstrip("0123456789")) > 1}


def test_pdf_and_word_say_the_same(edition: Callable[..., Edition]) -> None:
    """Every kind, also those that are handed out in one format alone."""
    made, different = edition(), {}
    seen = set()
    for document in _documents(made):
        seen.add(document.kind)
        paper = _squeezed(read(document_pdf(document, made.cache, must_appear(made, document))))
        word = _squeezed(_word(document, made))
        # Word has a head on each page, and a list of sources where books have notes. On paper, badges and certificates have no
        # foot, and books a list of contents. The foot of a paper has its id, by which a copy is traced; that of Word has none. A
        # table card of Word says how its other side is printed.
        twice = " ".join(part.twice for part in document.parts if isinstance(part, Tents))
        more = _squeezed(f"{document.title} {document.head} {document.manual} {document.foot} Sources {twice}")
        drawn = "".join(re.sub(r"<[^>]*>", "", node.svg) for node in nodes(document.parts) if isinstance(node, Picture))
        apart = {
            name for name in paper - word - _squeezed(f"Contents Index of papers {document.id}") if name not in drawn
        } | (word - paper - more)
        if apart:
            different[f"{document.kind}/{document.id}"] = sorted(apart)
    # A report is made of an event, not of the curriculum; tests/test_reports.py asks for its words.
    assert seen == set(FORMATS) == set(KINDS) - {"report"}
    assert different == {}


def test_a_title_that_is_left_out_is_found_with_its_place(edition: Callable[..., Edition]) -> None:
    made = edition()
    module = made.curriculum.modules[MODULE]
    document = handout(made, module, next(iter(module.handouts)))
    expected = must_appear(made, document)
    document_word(document, made.cache, expected)
    for broken in (replace(document, use=""), replace(document, title="-"), replace(document, parts=())):
        for write in (document_word, document_pdf):
            with pytest.raises(PressError, match=r"lost words on the way to .*handouts/[a-z-]+\.yml:\d+:\d+\)"):
                write(broken, made.cache, expected)


@pytest.mark.parametrize("left_out", [Messages, Activity])
def test_a_lesson_plan_without_a_part_is_refused(left_out: type, edition: Callable[..., Edition]) -> None:
    made = edition()
    document = plan(made, made.curriculum.modules[MODULE])
    parts = tuple(part for part in document.parts if not isinstance(part, left_out))
    assert len(parts) < len(document.parts)
    with pytest.raises(PressError, match=r"module\.yml:\d+:\d+"):
        document_word(replace(document, parts=parts), made.cache, must_appear(made, document))


@pytest.mark.parametrize("notes", [False, True])
def test_a_presentation_without_a_slide_is_refused(notes: bool, edition: Callable[..., Edition]) -> None:
    made = edition()
    deck = module_deck(made, made.curriculum.modules[MODULE], notes)
    assert deck is not None
    expected = slides_must_show(made, {(MODULE, slide.id) for slide in deck.slides}, notes=notes)
    powerpoint(deck, made.cache, expected)
    with pytest.raises(PressError, match=r"way to PowerPoint: .*deck\.yml:\d+:\d+"):
        powerpoint(replace(deck, slides=deck.slides[:-1]), made.cache, expected)


def test_every_text_of_a_module_is_expected_in_its_lesson_plan(edition: Callable[..., Edition]) -> None:
    made = edition()
    file = made.curriculum.file("module", MODULE)
    written = {
        file.source.place(at.loc) for other, at in made.curriculum.texts if other is file and at.loc[-1] != "short"
    }
    assert written <= {item.place for item in must_appear(made, plan(made, made.curriculum.modules[MODULE]))}


def test_a_document_that_was_kept_is_looked_through_when_more_is_expected(edition: Callable[..., Edition]) -> None:
    made = edition()
    document = form(made, "evaluation")
    for write in (document_pdf, document_word):
        write(document, made.cache, ())
        with pytest.raises(PressError, match="gone"):
            write(document, made.cache, [Expected("gone")])


def test_the_group_is_asked_once(edition: Callable[..., Edition]) -> None:
    """By a question of the form, or by a box above it."""
    for item, labels in (
        ("group", ["My code:", "This sheet is filled in"]),
        ("work", ["My code:", "I come from", "This sheet is filled in"]),
    ):
        (boxes,) = [part for part in form(edition(item), "evaluation").parts if isinstance(part, SheetBoxes)]
        assert [box.label for box in boxes.boxes] == labels


def test_a_figure_carries_its_source_into_every_document(edition: Callable[..., Edition]) -> None:
    made = edition()
    texts, seen = Texts(made), 0
    for text, pieces in made.curriculum.pieces.items():
        sourced = [piece for piece in pieces if isinstance(piece, FactValue) and piece.sources]
        cites = [node for node in nodes(texts.blocks(text)) if isinstance(node, Cite)]
        assert len(cites) >= len(sourced), text
        seen += len(sourced)
    assert seen


def _imported(path: Path) -> set[str]:
    """The modules of the package that a file imports, by their names in the package: `ground.cache`, `documents.tree.blocks`."""
    package = ROOT / "plugins" / "mkdocs_workshop"
    room = path.relative_to(package).parent.parts
    return {
        ".".join((*room[: len(room) + 1 - node.level], *filter(None, (node.module, name.name)))).rpartition(".")[0]
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
        for name in node.names
    }


def test_trees_and_emitters_know_nothing_of_modules() -> None:
    room = ROOT / "plugins" / "mkdocs_workshop" / "documents"
    # How a language parts words and writes days is no matter of modules, nor is a drawn road, whose stations are plain data.
    light = ("ground", "reading.marks", "language.tables", "language.syllables", "figures.road")
    for name, least, known in (
        ("tree", 8, (*light, "documents.tree")),
        ("emit", 40, (*light, "documents.tree", "documents.emit")),
    ):
        files = sorted((room / name).glob("*.py"))
        assert len(files) > least
        more = {
            path.name: found
            for path in files
            if (
                found := {
                    one for one in _imported(path) if not f"{one}.".startswith(tuple(f"{word}." for word in known))
                }
            )
        }
        assert more == {}


def test_nobody_else_writes_typst() -> None:
    """`test_writers.py` looks for markup itself; this is the way in which typst takes words."""
    package = ROOT / "plugins" / "mkdocs_workshop"
    writers = {
        path.name
        for path in package.rglob("*.py")
        if re.search(r"from \.(?:emit\.)?typeset import .*\bliteral\b", path.read_text("utf-8"))
    }
    emitters = {"document", "forms", "genres", "pages", "parts"}
    # Printer's order has words of the interface alone.
    assert writers == {"share_card.py", "impose.py", *(f"typst_{name}.py" for name in emitters)}


def test_a_form_that_is_kept_for_its_results_says_so(edition: Callable[..., Edition]) -> None:
    for in_use in (True, False):
        made = edition(in_use=in_use)
        assert ("not in use" in _word(form(made, "evaluation"), made)) != in_use


def test_each_row_of_a_scale_has_its_boxes_in_word(edition: Callable[..., Edition]) -> None:
    made = edition()
    document = docx.Document(io.BytesIO(document_word(form(made, "evaluation"), made.cache)))
    scales = (table for table in document.tables if len(table.columns) == 3)
    boxes = [[len(list(row.iter(qn("w14:checkbox")))) for row in scale._tbl.tr_lst] for scale in scales]  # noqa: SLF001  the library has no word for boxes
    assert boxes[0] == [0, 2]
    assert set(boxes[1][1:]) == {2}


@pytest.mark.parametrize(
    ("expected", "found", "gone"),
    [
        ("one two three four", "one two three four", False),
        ("one two three four", "one two 1 / 3 three four", False),
        ("one two three four", "onetwo threefour", False),
        ("one two three four", "four three two one", True),
        ("one two three four", "one two three", True),
        ("one two three four five six seven eight", "one two three four five foot six seven eight", False),
        ("one two three four five six seven eight", "eight one seven two six three five four", True),
        ("Yes", "Yesterday", False),
    ],
)
def test_what_is_found(expected: str, found: str, gone: bool) -> None:
    assert bool(not_found([Expected(expected)], found)) == gone


def test_a_source_stands_at_the_foot_once_below_each_title() -> None:
    cite = Cite("WHO 2020", "World Health Organization. 2020.", "")
    text = Paragraph((Text("a"), cite))
    sub = Heading(4, (Text("Deeper"),))
    made = [node for node in nodes(noted((text, sub, text, Chapter("Next"), text))) if isinstance(node, Noted)]
    assert [node.again for node in made] == [False, True, False]
    assert made[0].note == made[1].note != made[2].note


def test_headings_of_a_reading_stand_lower_in_a_book() -> None:
    assert deeper((Heading(3, (Text("A"),)), Heading(4, ()))) == (Heading(4, (Text("A"),)), Heading(5, ()))
