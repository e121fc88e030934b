"""What participants read of a module, as parts of a document: the same for a lesson and for a page of a course."""

import shutil
from pathlib import Path

import pytest

from mkdocs_workshop.documents.tree.document import Closing, Questions, Section
from mkdocs_workshop.documents.tree.proof import inline_words
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.packages.lesson import lesson_of
from mkdocs_workshop.packages.module_pages import module_pages, page_trees
from tests.small_course import MODULE, small_edition

TOGETHER = "What would make it easier next time?"


@pytest.fixture(scope="module")
def edition(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The small curriculum, in which a question of its case study alone cites a source."""
    folder = tmp_path_factory.mktemp("parts") / "source"
    shutil.copytree(small_source, folder)
    (case,) = folder.glob("modules/*/cases/*.yml")
    text = case.read_text("utf-8")
    assert TOGETHER in text
    case.write_text(text.replace(f"text: {TOGETHER}", f'text: "{TOGETHER} {{cite:example-source}}"'), "utf-8")
    return small_edition(folder, tmp_path_factory.mktemp("small") / "curriculum")


def test_a_source_that_only_a_question_cites_is_listed(edition: Edition) -> None:
    parts = edition.curriculum.modules[MODULE]
    lesson = lesson_of(edition, parts, case=True)
    assert len(lesson.sources) == 1
    (_, _, tree) = next(page for page in page_trees(edition, parts) if page[0].startswith("case-"))
    closing = tree[-1]
    assert isinstance(closing, Closing)
    assert closing.sources == lesson.sources


def test_a_case_has_its_sides_and_its_questions_below_headings(edition: Edition) -> None:
    parts = edition.curriculum.modules[MODULE]
    section = next(one for one in lesson_of(edition, parts, case=True).sections if one.id == "case")
    *_, last = section.parts
    assert isinstance(last, Section)
    (asked,) = last.blocks
    assert isinstance(asked, Questions)
    assert inline_words(asked.lines[0]).startswith(TOGETHER)
    page = next(one for one in module_pages(edition, parts, "") if one.id.startswith("case-"))
    assert f"<h3>{last.title}</h3>\n<ol><li>{TOGETHER}" in page.html
