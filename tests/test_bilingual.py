"""Papers in two languages: one document of two trees, on paper and in Word."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document as WordFile
from docx.oxml.ns import qn

from mkdocs_workshop.compile import in_other_languages
from mkdocs_workshop.deliver.pairs import pair_of
from mkdocs_workshop.deliver.two_languages import papers_in_two_languages
from mkdocs_workshop.documents import forms, papers, tests_on_paper
from mkdocs_workshop.documents.bilingual import Unlike, bilingual
from mkdocs_workshop.documents.emit.press import page_count
from mkdocs_workshop.documents.emit.typst_document import document_pdf
from mkdocs_workshop.documents.emit.word import document_word
from mkdocs_workshop.documents.must_appear import must_appear
from mkdocs_workshop.documents.tree.blocks import Field, Lines, Paragraph, Picture, Text
from mkdocs_workshop.documents.tree.document import Document, Part, Section, paragraph
from mkdocs_workshop.documents.tree.forms import ScaleRow, ScaleTable
from mkdocs_workshop.documents.tree.forms import TestQuestion as Question
from mkdocs_workshop.documents.tree.proof import inline_words
from mkdocs_workshop.documents.tree.sides import Both, Other, Sides
from mkdocs_workshop.documents.tree.walk import nodes
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.language_tags import untagged
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.translation.messages import by_po
from mkdocs_workshop.reading.translation.po import as_text, read_catalog
from mkdocs_workshop.reading.translation.update import updated
from tests.conftest import ROOT
from tests.instruments import world
from tests.reading import text_of
from tests.test_translation import _whole

CACHE = ROOT / ".cache" / "workshop"
WORDS = {"ru": "Да", "kk": "Иә"}


def translated(folder: Path, language: str) -> None:
    """Invented translations of everything: the English with a word of the language before it."""
    for name, messages in by_po(_whole(folder).files).items():
        path = folder / "locales" / language / name
        catalog = updated(read_catalog(path, name)[0], messages, language)
        for message in catalog:
            if message.id:
                message.string = f"{WORDS[language]} {message.id}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_text(catalog))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("both")
    world(root)
    place = root / "curriculum"
    for language in WORDS:
        translated(place, language)
    return place


@pytest.fixture(scope="module")
def editions(folder: Path) -> tuple[Edition, Edition]:
    one, other = (Edition(_whole(folder, code), catalogue(code), CACHE) for code in WORDS)
    return one, other


def _handouts(editions: tuple[Edition, Edition], id_: str) -> tuple[Document, Document]:
    one, other = (papers.handout(one, one.curriculum.modules["first-module"], id_) for one in editions)
    return one, other


def test_every_paper_is_made_with_the_words_of_both(editions: tuple[Edition, Edition]) -> None:
    made = {one.path: one for one in papers_in_two_languages(*editions)}
    assert {path.split("/")[2] for path in made} == {"handout", "case", "check", "form", "certificate", "badges"}
    assert all(path.startswith("downloads/ru+kk/") for path in made)
    for one in made.values():
        assert one.label is not None
        assert (one.label.language, one.label.variant) == ("ru+kk", "bilingual")
        text = text_of(one.path, one.data)
        assert "Да" in text, one.path
        assert "Иә" in text, one.path


def test_sections_stand_side_by_side(editions: tuple[Edition, Edition]) -> None:
    left, right = _handouts(editions, "first-module-card")
    both = bilingual(left, right)
    sides = next(node for node in both.parts if isinstance(node, Sides))
    first_left, first_right = sides.rows[0]
    assert isinstance(first_left[0], Section)
    assert isinstance(first_right[0], Section)
    assert (first_left[0].title[:2], first_right[0].title[:2]) == ("Да", "Иә")
    assert (both.size, both.turned) == ("A5", True)


def test_a_form_has_one_scale_and_one_place_for_each_answer(editions: tuple[Edition, Edition]) -> None:
    id_ = next(iter(editions[0].curriculum.instruments))
    left, right = (forms.form(one, id_) for one in editions)
    both = bilingual(left, right)
    tables = [node for node in nodes(both.parts) if isinstance(node, ScaleTable)]
    assert len(tables) == len([node for node in nodes(left.parts) if isinstance(node, ScaleTable)])
    rows = [row for table in tables for row in table.rows if isinstance(row, ScaleRow)]
    assert rows
    assert all(isinstance(row.words[0], Both) for row in rows)
    assert [point.value for point in tables[0].points] == sorted({point.value for point in tables[0].points})


def test_a_check_asks_each_question_once(editions: tuple[Edition, Edition]) -> None:
    left, right = (tests_on_paper.check(one, one.curriculum.modules["first-module"]) for one in editions)
    asked = [part for part in bilingual(left, right).parts if isinstance(part, Question)]
    assert len(asked) == len([part for part in left.parts if isinstance(part, Question)])
    words = inline_words(asked[0].words)
    assert words.startswith("Да")
    assert " Иә " in words


def test_word_and_paper_name_the_language_of_the_right_column(editions: tuple[Edition, Edition]) -> None:
    left, right = _handouts(editions, "first-module-card")
    both = bilingual(left, right)
    expected = (*must_appear(editions[0], left), *must_appear(editions[1], right))
    word = zipfile.ZipFile(io.BytesIO(document_word(both, CACHE, expected)))
    assert '<w:lang w:val="kk"/>' in word.read("word/document.xml").decode()
    assert 'w:val="ru"' in word.read("word/styles.xml").decode()
    assert page_count(document_pdf(both, CACHE, expected)) >= 1


def _paper(parts: tuple[Part, ...], language: str) -> Document:
    import datetime as dt

    return Document(
        "handout", "one", "one", "Title", "", "", parts, language, "Manual", "", "", "", dt.date(2026, 11, 30)
    )  # fmt: skip


def test_a_long_label_below_a_blank_stays_within_its_column(editions: tuple[Edition, Edition]) -> None:
    """Words that run off the paper are not found in it again: `document_pdf` refuses it."""
    label = "telephone, message, or another person whom I trust and who is at home in the evening"
    long = (Section("How", (Paragraph((Text("Call me: "), Field(label), Text(" today."))),)),)
    sheet = replace(bilingual(*_handouts(editions, "first-module-card")), parts=(Sides(((long, long),), "kk"),))
    found = " ".join(text_of("a.pdf", document_pdf(sheet, CACHE)).split())
    assert found.count("in the evening") == 2


def test_what_says_the_same_has_the_same_number(tmp_path: Path) -> None:
    """In genres that count their parts: step 2 is step 2 for everybody."""
    russian = ("Один", "Два", "2024: год", "Три")
    parts = tuple(Section(title, (paragraph(f"Слова {title}."),)) for title in russian)
    others = tuple(Section(title, (paragraph(f"Сөздер {title}."),)) for title in ("Бір", "Екі", "2024: жыл", "Үш"))
    made = bilingual(replace(_paper(parts, "ru"), form="procedure"), replace(_paper(others, "kk"), form="procedure"))
    numbers = [("1", "Один"), ("1", "Бір"), ("2", "Два"), ("2", "Екі"), ("3", "Три"), ("3", "Үш")]
    document = WordFile(io.BytesIO(document_word(made, tmp_path, ())))
    cells = [cell for row in document.tables[0].rows for cell in row.cells]
    heading = document.styles["Heading 1"]
    titles = [cell.paragraphs[0] for cell in cells if cell.paragraphs[0].style == heading]
    shown = [tuple(title.text.split("\u2002")) for title in titles if "2024" not in title.text]
    assert shown == numbers
    # No margin is beside a cell, so the number stands in it.
    assert {title.paragraph_format.first_line_indent for title in titles if "2024" not in title.text} == {0}
    said = text_of("a.pdf", document_pdf(made, tmp_path, ())).split()
    places = [said.index(title) for _, title in numbers]
    assert [said[place - 1] for place in places] == [number for number, _ in numbers]


def test_titles_stay_with_what_follows_and_the_table_is_parted(tmp_path: Path) -> None:
    """A title alone keeps its row with the drawing that comes next; no other row holds the next one, and a section goes on below its first line."""
    words = tuple(paragraph(f"Line {number}.") for number in range(3))
    drawing = Picture("drawn", "", '<svg viewBox="0 0 2 1"/>', "A drawing", ())
    parts: tuple[Part, ...] = (Section("First", words), Section("Second", (drawing,)))
    made = bilingual(_paper(parts, "ru"), _paper(parts, "kk"))
    document = WordFile(io.BytesIO(document_word(made, tmp_path, ())))
    rows = document.tables[0].rows
    assert [row.cells[0].text for row in rows] == ["First\nLine 0.", "Line 1.", "Line 2.", "Second"]
    made_of = next(document.element.body.iter(qn("w:tbl")))
    assert [row.find(f".//{qn('w:cantSplit')}") is not None for row in made_of.iter(qn("w:tr"))] == [
        True,
        False,
        False,
        False,
    ]
    held = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in rows]
    assert held == [False, None, None, None]
    assert made_of.getnext().find(f".//{qn('w:keepNext')}") is not None


def test_drawings_take_the_whole_width_and_lines_are_there_once() -> None:
    picture = Picture("drawn", "Title", '<svg viewBox="0 0 2 1"/>', "alt", ())
    left = _paper((Section("A", (paragraph("a"), picture, Lines(2))),), "ru")
    right = _paper((Section("B", (paragraph("b"), replace(picture, title="Other"), Lines(2))),), "kk")
    parts = bilingual(left, right).parts
    assert [type(part) for part in parts] == [Sides, Picture, Other, Lines]


def test_another_number_of_paragraphs_stands_beside_the_whole() -> None:
    left = _paper((paragraph("a"), paragraph("b")), "ru")
    right = _paper((paragraph("c"),), "kk")
    (sides,) = bilingual(left, right).parts
    assert isinstance(sides, Sides)
    assert sides.rows == (((paragraph("a"), paragraph("b")), (paragraph("c"),)),)


def test_titles_stand_one_below_the_other_and_the_same_words_once() -> None:
    both = bilingual(_paper((), "ru"), replace(_paper((), "kk"), title="Other"))
    assert untagged(both.title) == "Title\nOther"
    assert both.manual == "Manual"
    assert inline_words((Both((Text("a"),), (Text("b"),), "kk"),)) == "a b"


def test_two_papers_are_no_pair() -> None:
    with pytest.raises(Unlike):
        bilingual(_paper((), "ru"), replace(_paper((), "kk"), id="two"))
    assert Paragraph(()) == Paragraph(())


@pytest.mark.parametrize(
    ("there", "wanted", "pair"),
    [
        (["kk", "ru"], None, ("kk", "ru")),
        (["ru"], None, None),
        (["de", "kk", "ru"], None, None),
        (["kk", "ru"], ["ru", "kk"], ("ru", "kk")),
        (["ru"], ["en", "ru"], ("en", "ru")),
        (["kk", "ru"], [], None),
    ],
)
def test_which_pair(there: list[str], wanted: list[str] | None, pair: tuple[str, str] | None) -> None:
    assert pair_of("en", there, wanted) == pair


def test_a_build_knows_the_other_languages(folder: Path) -> None:
    others = in_other_languages(folder, folder.parent, _whole(folder, "ru"))
    assert [one.language for one in others] == ["en", "kk"]
    russian, english, kazakh = (
        Edition(one, catalogue(one.language), CACHE) for one in (_whole(folder, "ru"), *others)
    )  # fmt: skip
    edition = replace(russian, beside=(english, kazakh))
    assert edition.pair(("ru", "kk")) == (edition, kazakh)
    assert edition.pair(("ru", "de")) is None
