"""What typst, a browser and a reader of books get, as text: each part of the tree, each frame and each genre."""

import contextlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from mkdocs_workshop.documents.emit import html_site
from mkdocs_workshop.documents.emit.compiler import compiled
from mkdocs_workshop.documents.emit.epub import document_epub
from mkdocs_workshop.documents.emit.html import html, html_line
from mkdocs_workshop.documents.emit.html_course import html_parts, whole_page
from mkdocs_workshop.documents.emit.html_drawing import as_files, boxed, strip, with_style
from mkdocs_workshop.documents.emit.html_quiz import html_quiz
from mkdocs_workshop.documents.emit.html_worded import html_worded
from mkdocs_workshop.documents.emit.typst_document import typst_source
from mkdocs_workshop.documents.tree.blocks import List, Mark, Paragraph, Table, Text, ToFill
from mkdocs_workshop.documents.tree.books import Activity
from mkdocs_workshop.documents.tree.document import Closing, Document, Part, listed, text
from mkdocs_workshop.documents.tree.people import Person
from mkdocs_workshop.documents.tree.quiz import Choices, Lists, QuizQuestion
from mkdocs_workshop.documents.tree.worded import Bar, Bars, Comparison, Moment, Moments, Nested, Steps, Told, Worded
from mkdocs_workshop.reading.marks import Plain
from tests import one_of_each as each
from tests.conftest import ROOT
from tests.golden_files import assert_golden
from tests.outline import outline

FOOTED = (*each.BOOK, each.said("Twice: ", each.CITE), each.said("as I said ", each.CITE, each.OTHER_CITE))
"""A book with its sources."""
BOXES = listed([text(f"thing {number}") for number in range(4)], box=True)
TREES: dict[str, tuple[Part, ...]] = {
    "words": (*each.INLINES, *each.ASKED, each.said("Short: ", ToFill("a"), Text(". Long: "), ToFill("b"))),
    "lists": (*each.LISTS, BOXES),
    "tables": (*each.TABLES, Table((text("A"),) * 9, ((text("b"),) * 9,))),
    "pictures": (*each.PICTURES, each.STRIP, each.ROAD),
    "others": each.OTHERS,
    "layout": (*each.LAYOUT, each.CLOSING, Closing("Sources", (), ("A notice.",)), Closing("None", (), ())),
    "book": each.BOOK,
    "forms": each.FORMS,
    "sides": each.SIDES,
    "pages": (each.EASY, each.SEATS, each.SIGNED, each.WALL),
}
FRAMES: dict[str, tuple[Document, str]] = {
    "book": (each.document(FOOTED, frame="book", cover=each.COVER), ""),
    "book-of-words": (each.document(each.INLINES, frame="book"), ""),
    "form": (each.document(each.FORMS[:2], frame="form", colour="plain"), ""),
    "plan": (each.document(each.LAYOUT[-2:], frame="plan"), ""),
    "list": (each.document((each.SIGNED,), frame="list", turned=True), ""),
    "poster": (each.document((each.WALL,), frame="poster", size="A3"), ""),
    "badges": (each.document((each.BADGES,), frame="bare"), ""),
    "tents": (each.document((each.TENTS,), frame="bare"), ""),
    "certificate": (each.document((each.certificate(Person("Ada", "City")), each.certificate(upright=True)), frame="bare"), ""),
    "report": (each.document(each.TABLES, frame="report"), ""),
    "written-on": (each.document((), written_on=True), ""),
    "booklet": (each.document(each.TABLES), "booklet"),
    "large-print": (each.document(each.TABLES), "large-print"),
    "a5": (each.document((), size="A5"), ""),
    "a6": (each.document((), size="A6"), ""),
    "russian": (each.document(each.TABLES, language="ru", title=f"Some {each.RUSSIAN}"), ""),
}  # fmt: skip


@pytest.mark.parametrize("name", TREES)
def test_each_part_in_typst(name: str, request: pytest.FixtureRequest) -> None:
    """The parts alone, without the call of the frame above them."""
    assert_golden(request, f"paper/parts/{name}.txt", typst_source(each.document(TREES[name])).splitlines()[2:])


@pytest.mark.parametrize("name", FRAMES)
def test_each_frame_in_typst(name: str, request: pytest.FixtureRequest) -> None:
    assert_golden(request, f"paper/frames/{name}.txt", typst_source(*FRAMES[name]).splitlines())


@pytest.mark.parametrize("name", each.SHEETS)
def test_each_genre_in_typst(name: str, request: pytest.FixtureRequest) -> None:
    assert_golden(request, f"paper/genres/{name}.txt", typst_source(each.genre(name)).splitlines())


def test_letters_are_those_of_the_manual_whatever_typst_brings() -> None:
    """A compiler has some faces of its own; a paper that is set in one of them looks otherwise than all others."""
    made = compiled("faces", '#text(font: "Libertinus Serif")[A]', ROOT / ".cache" / "workshop")
    with contextlib.closing(pypdfium2.PdfDocument(made)) as opened:
        names = {
            one.get_font().get_base_name() for one in opened[0].get_objects() if isinstance(one, pypdfium2.PdfTextObj)
        }
    assert len(names) == 1
    assert "SourceSans3" in names.pop()


def test_what_was_not_put_in_words_is_not_set() -> None:
    mark = Mark(Plain("lost"))
    with pytest.raises(ValueError, match="has not been put in words"):
        typst_source(each.document((Paragraph((mark,)),)))
    with pytest.raises(ValueError, match="has not been put in words"):
        html_line((mark,))


def _lines(html_text: str) -> Iterator[str]:
    """HTML with an element of a block a line."""
    for block in ("<p", "<li", "<h", "<tr", "<div", "<figure", "<ul", "<ol", "<table", "<blockquote", "<label", "<dt"):
        html_text = html_text.replace(block, f"\n{block}")
    return (line for line in html_text.splitlines() if line)


def test_each_block_in_html(request: pytest.FixtureRequest) -> None:
    assert_golden(request, "paper/html/blocks.txt", _lines(html((*each.BLOCKS, each.STRIP))))


def test_each_part_of_a_book_to_read(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Every file of it; a drawing that is there twice is one file."""
    book = [part for part in each.BOOK if not isinstance(part, Activity)]
    parts = (*each.BLOCKS, each.STRIP, *each.LAYOUT, *book, *each.FORMS[4:], each.CLOSING)
    made = each.document(parts, cover=each.COVER, name="book", language="ru")
    with zipfile.ZipFile(io.BytesIO(document_epub(made, tmp_path, "Contents"))) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    lines: list[str] = []
    for name, data in files.items():
        lines += ["", name]
        xml = name.endswith((".opf", "container.xml"))
        lines += outline(etree.fromstring(data.encode())) if xml else _lines(data)
    assert_golden(request, "paper/epub.txt", lines)


def test_parts_of_a_course(request: pytest.FixtureRequest) -> None:
    parts = (*each.LAYOUT[:3], each.LAYOUT[6], each.LAYOUT[8], each.CLOSING, Closing("None", (), ()))
    plain, styled = (html_parts(parts, styled=look) for look in (False, True))
    assert_golden(request, "paper/html/course.txt", [*_lines(plain), "", *_lines(styled), "", *_lines(whole_page("ru", "A & b", "-"))])  # fmt: skip


def test_parts_without_a_form_in_a_course_are_refused() -> None:
    with pytest.raises(ValueError, match="Columns has no form"):
        html_parts((each.LAYOUT[9],))


def test_a_quiz(request: pytest.FixtureRequest) -> None:
    options = (("a", text("Yes & no")), ("b", text("No")))
    places = (("1", "first <"), ("2", "second"))
    answers: dict[str, Choices | Lists] = {
        "one": Choices(several=False, options=options),
        "several": Choices(several=True, options=options),
        "order": Lists(options, "Choose", places),
        "match": Lists(options, "Choose", places, sides=(("a", text("hot")), ("b", text("cold")))),
    }
    asked = [QuizQuestion(name, "Question 1", text("Why?"), "Choose.", answer) for name, answer in answers.items()]
    assert_golden(request, "paper/html/quiz.txt", _lines(html_quiz(asked)))


def test_figures_as_words(request: pytest.FixtureRequest) -> None:
    told = tuple(Told(f"T{number}", "said & done") for number in range(3))
    figures: tuple[Worded, ...] = (
        Bars("people", (Bar("A <", "12 of 100", 33.333, 50.0), Bar("B", "1", 8.5, 100))),
        Comparison("Both", ("A", "B"), (("row", ("1", "2")),)),
        Comparison("All", ("A", "B", "C"), (("row", ("1", "2", "3")),)),
        Steps(told), Steps(told[:2]), Nested(told),
        Moments((Moment("8:00", "Begin", "words"), Moment("9:00", "End", "")), across=True), Moments((Moment("1", "x", ""),), across=False),
    )  # fmt: skip
    assert_golden(request, "paper/html/figures.txt", map(html_worded, figures))


def test_what_markdown_has_no_signs_for(request: pytest.FixtureRequest) -> None:
    cells = (text("A"), (each.CITE,))
    shown: list[str] = [
        html_site.blank("Phone <"), html_site.writing_lines(2), html_site.page_break(), html_site.mark("unverified", "soon"),
        html_site.in_language("x", "en"), html_site.in_language("x", "en", "ws-english"), html_site.whole_in_language("<p>x</p>", "en"),
        html_site.framed("id", "A & b", "<svg/>", "below"), html_site.chart("id", "A & b", {"wide": "<svg/>", "narrow": "<b/>"}),
        html_site.boxes({"wide": "<svg/>", "photo": "<b/>"}, "|"), html_site.film("a.mp4", "A door"),
        html_site.strip("Two \n steps", (("![](a.svg)", "Look"), ("![](b.svg)", "Go"))), html_site.scene("![](a.svg)"),
        html_site.named_rows(cells, (cells,)), html_site.named_rows((*cells, text("C")), ((*cells, text("c")),)),
        html_site.readers_aside("Read & checked"), html_site.found_by("naloxone, <b>"), html_site.ticked("Gloves", done=False),
        html_site.ticked("Gloves", done=True),
        as_files(("a.svg",), "A & b"), as_files(("a.svg", "b.svg"), "A"), boxed({"wide": "1", "narrow": "2"}, "x-", ","), boxed({"wide": "1"}),
        strip("A & b", (("a.svg", "Look <"),)), with_style("<svg a='1'><rect/></svg>", "b{}"),
    ]  # fmt: skip
    assert_golden(request, "paper/html/site.txt", (line for one in shown for line in one.splitlines()))


def test_an_empty_list_and_a_list_that_counts_on(request: pytest.FixtureRequest) -> None:
    lists = (List(ordered=True, items=(), first=2), List(ordered=False, items=(), first=2))
    assert_golden(request, "paper/html/lists.txt", (html((one,)) for one in lists))
