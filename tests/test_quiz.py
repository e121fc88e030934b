"""Knowledge checks: one order in all outputs, which never is the answer, and rows that are marked where they are read."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from playwright.sync_api import Browser, Frame, Page
from pypdf import PdfReader

from mkdocs_workshop.compile import check
from mkdocs_workshop.documents.emit.typst_document import document_pdf
from mkdocs_workshop.documents.emit.word import document_word
from mkdocs_workshop.documents.tests_on_paper import check as check_paper
from mkdocs_workshop.documents.tests_on_paper import check_key
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.model.check import KnowledgeCheck, MatchQuestion, OrderQuestion, Pair
from mkdocs_workshop.model.mixing import mixed, out_of_order
from mkdocs_workshop.packages.backup_parts import Category
from mkdocs_workshop.packages.backup_questions import questions_file
from mkdocs_workshop.packages.cartridge_check import knowledge_check
from mkdocs_workshop.packages.embed import embed_pages
from mkdocs_workshop.packages.gift import gift
from mkdocs_workshop.packages.lesson_check import right_sides
from mkdocs_workshop.packages.moodle_xml import moodle_xml
from mkdocs_workshop.packages.questions import QuestionBank, question_bank
from mkdocs_workshop.packages.scorm import scorm_files
from mkdocs_workshop.site.pages import make_pages
from mkdocs_workshop.teaching.quiz import shown_items, shown_options, shuffled
from tests.conftest import ROOT, TODAY
from tests.lms import all_of, fill, frame, platform, right, run_time, served, watched, wrong
from tests.reading import word_text

MODULE = "first-module"
ITEMS = ["Look around", "Think it over", "Act with care", "Write it down"]
OPTIONS = ["To look", "To act", "To call", "To write"]


@pytest.fixture(scope="module")
def edition(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A small manual whose check has a question of each kind."""
    folder = tmp_path_factory.mktemp("kinds") / "curriculum"
    shutil.copytree(small_source, folder)
    shutil.copy(ROOT / "tests" / "examples" / "check-of-all-kinds.yml", folder / "modules" / MODULE / "check.yml")
    curriculum = check(folder, folder.parent, TODAY).curriculum
    assert curriculum is not None
    return Edition(curriculum, catalogue("en"), ROOT / ".cache" / "workshop")


@pytest.fixture(scope="module")
def questions(edition: Edition) -> KnowledgeCheck:
    """The check."""
    found = edition.curriculum.modules[MODULE].check
    assert found is not None
    return found


@pytest.fixture(scope="module")
def bank(edition: Edition) -> QuestionBank:
    """The check as question formats get it."""
    found = question_bank(edition, edition.curriculum.modules[MODULE])
    assert found is not None
    return found


def _order(text: str, words: list[str]) -> list[str]:
    """The words in the order in which they stand in a text."""
    assert all(word in text for word in words), text
    return sorted(words, key=text.index)


@given(st.text(max_size=8), st.lists(st.integers(), min_size=2, max_size=8, unique=True))
def test_the_right_order_is_never_shown(seed: str, entries: list[int]) -> None:
    shown = out_of_order(seed, entries)
    assert list(shown) != entries
    assert sorted(shown) == sorted(entries)
    assert shown == out_of_order(seed, entries)


@given(st.text(max_size=8), st.lists(st.integers(), max_size=8))
def test_nothing_is_lost_in_an_order_that_tells_nothing(seed: str, entries: list[int]) -> None:
    assert sorted(mixed(seed, entries)) == sorted(entries)


def test_entries_that_are_all_equal_are_refused() -> None:
    with pytest.raises(ValueError, match="only one order"):
        out_of_order("seed", ["same", "same"])


def test_pairs_are_shown_crossed_whatever_they_are_called() -> None:
    """Of 60 questions with three pairs about ten would show the answer, were it left to chance."""
    pairs = tuple(Pair(id=id_, left=id_, right=id_.upper()) for id_ in "abc")
    for number in range(60):
        question = MatchQuestion(kind="match", id=f"q{number}", outcome="o", text="T", pairs=pairs, feedback="F")
        assert [right for _, right in shuffled(question, "1.0")] != ["A", "B", "C"]
        assert list(right_sides(question).values()) != ["a", "b", "c"]


def test_a_new_version_has_a_new_order(questions: KnowledgeCheck) -> None:
    single = questions.questions[0]
    assert single.kind == "single"
    orders = {tuple(option.id for option in shown_options(single, f"1.{minor}")) for minor in range(12)}
    assert len(orders) > 4


def test_all_outputs_show_one_order(edition: Edition, questions: KnowledgeCheck, bank: QuestionBank) -> None:
    single, row = questions.questions[0], questions.questions[-1]
    assert single.kind == "single"
    assert isinstance(row, OrderQuestion)
    version = edition.version(edition.curriculum.modules[MODULE])
    items = [item.text for item in shown_items(row, version)]
    options = [option.text for option in shown_options(single, version)]
    assert items != ITEMS
    assert options != OPTIONS
    pages = {page.path: str(page.content) for page in make_pages(edition, TODAY).artifacts}
    module = edition.curriculum.modules[MODULE]
    paper, key = check_paper(edition, module), check_key(edition, module)
    embed = next(page for page in embed_pages(edition) if page.path.endswith(f"module-{MODULE}.html"))
    shown = {
        "page": pages[f"modules/{MODULE}/check.md"],
        "paper": _read(document_pdf(paper, edition.cache)),
        "word": word_text(document_word(paper, edition.cache)),
        "lesson": str(scorm_files(edition, module)["index.html"]),
        "embed": str(embed.content),
        "gift": gift("M", [bank]),
    }
    for name, text in shown.items():
        assert _order(text, ITEMS) == items, name
        assert _order(text, OPTIONS) == options, name
    for name, text in {
        "page": pages[f"modules/{MODULE}/check-key.md"],
        "paper": _read(document_pdf(key, edition.cache)),
    }.items():
        assert _order(text, ITEMS) == ITEMS, name
        assert _order(text, OPTIONS) == options, name
    for text in shown.values():
        if "True" in text:
            assert text.index("True") < text.index("False")


def _read(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_moodle_is_given_the_right_order(bank: QuestionBank) -> None:
    """As `import_from_xml` of Moodle's `qtype_ordering` reads it: the answers in their order, whatever their fractions."""
    root = etree.fromstring(moodle_xml("M", [bank]).encode())
    (row,) = (node for node in root if node.get("type") == "ordering")
    assert [answer.findtext("text") for answer in row.iter("answer")] == ITEMS
    assert (row.findtext("selecttype"), row.findtext("selectcount")) == ("ALL", "4")
    assert row.findtext("gradingtype") == "ALL_OR_NOTHING"


def test_a_backup_and_gift_bring_each_thing_together_with_its_place(bank: QuestionBank) -> None:
    text = gift("M", [bank])
    for place, item in enumerate(ITEMS, 1):
        assert f"\t={item} -> {place}\n" in text
    category = Category(1, "M", "m", tuple(enumerate(bank.questions, 1)), 0, 9)
    root = etree.fromstring(questions_file([category]).encode())
    node = next(one for one in root.iter("question") if one.findtext("idnumber") == f"{MODULE}-row")
    assert node.findtext("qtype") == "match"
    found = {one.findtext("answertext"): one.findtext("questiontext") for one in node.iter("match")}
    assert found == {str(place): f"<p>{item}</p>" for place, item in enumerate(ITEMS, 1)}


def test_a_cartridge_asks_for_each_place(edition: Edition, bank: QuestionBank) -> None:
    qti = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
    root = etree.fromstring(knowledge_check(edition, bank, "T").encode())
    items = {item.get("ident") or "": item for item in root.iter(f"{qti}item")}
    for place, id_ in enumerate(("look", "think", "act", "write"), 1):
        item = items[f"{MODULE}-row-{id_}"]
        labels = list(item.iter(f"{qti}response_label"))
        assert ["".join(map(str, label.itertext())).strip() for label in labels] == [
            "<p>1</p>",
            "<p>2</p>",
            "<p>3</p>",
            "<p>4</p>",
        ]
        (verdict,) = (one for one in item.iter(f"{qti}respcondition") if one.find(f"{qti}setvar") is not None)
        assert [one.text for one in verdict.iter(f"{qti}varequal")] == [labels[place - 1].get("ident")]


def test_a_cartridge_does_not_show_pairs_in_their_order(edition: Edition, bank: QuestionBank) -> None:
    qti = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
    root = etree.fromstring(knowledge_check(edition, bank, "T").encode())
    item = next(one for one in root.iter(f"{qti}item") if one.get("ident") == f"{MODULE}-pairs-day")
    shown = [label.get("ident") for label in item.iter(f"{qti}response_label")]
    assert sorted(map(str, shown)) == ["day", "night", "rain"]
    assert shown != ["day", "night", "rain"]


@pytest.fixture
def lesson(browser: Browser, edition: Edition) -> Iterator[tuple[Page, Frame, list[str]]]:
    """The lesson in a strict platform, opened at its check."""
    files = scorm_files(edition, edition.curriculum.modules[MODULE])
    shelf = {
        f"/scorm/{name}": content.encode() if isinstance(content, str) else content for name, content in files.items()
    }
    shelf |= {"/scorm12.js": run_time(), "/favicon.ico": b"", "/platform.html": platform(frame("/scorm/index.html"))}
    with served(shelf) as address:
        page = browser.new_page(viewport={"width": 420, "height": 700})
        faults = watched(page, address)
        page.goto(f"{address}/platform.html", wait_until="load")
        found = next(part for part in page.frames if part.url.endswith("index.html"))
        found.locator(".lively").wait_for(state="attached")
        while found.locator(".next").is_visible():
            found.locator(".next").click()
        yield page, found, faults
        page.close()


def _written(page: Page) -> dict[str, str]:
    calls = page.evaluate("calls")
    assert [call for call in calls if call[-1] != "0"] == []
    return {call[1]: call[2] for call in calls if call[0] == "LMSSetValue"}


def test_a_row_in_order_is_right(lesson: tuple[Page, Frame, list[str]], questions: KnowledgeCheck) -> None:
    page, inner, faults = lesson
    fill(inner, all_of(questions, right))
    inner.locator("#submit").click()
    written = _written(page)
    assert (written["cmi.core.score.raw"], written["cmi.core.lesson_status"]) == ("100", "passed")
    assert written["cmi.interactions.4.type"] == "fill-in"
    assert set(written["cmi.interactions.4.student_response"].split("; ")) == {
        f"{item}: {place}" for place, item in enumerate(ITEMS, 1)
    }
    assert "Nobody acts before looking." in inner.locator("#q-row .feedback").inner_text()
    assert faults == []


def test_a_row_with_two_things_swapped_is_wrong(
    lesson: tuple[Page, Frame, list[str]], questions: KnowledgeCheck
) -> None:
    page, inner, faults = lesson
    answers = all_of(questions, right)
    answers["row.look"], answers["row.think"] = answers["row.think"], answers["row.look"]
    fill(inner, answers)
    inner.locator("#submit").click()
    written = _written(page)
    assert written["cmi.interactions.4.result"] == "wrong"
    assert written["cmi.core.score.raw"] == "80"
    assert faults == []


def test_a_row_must_be_answered_whole(lesson: tuple[Page, Frame, list[str]], questions: KnowledgeCheck) -> None:
    _, inner, _ = lesson
    answers = all_of(questions, wrong)
    del answers["row.act"]
    fill(inner, answers)
    inner.locator("#submit").click()
    assert "5" in inner.locator("#result").inner_text()
    assert inner.locator(".feedback:visible").count() == 0
