"""Papers in two languages: one document of two trees, on paper and in Word."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

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
