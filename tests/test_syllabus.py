"""What an academy files: the lesson plan with its literature, and the syllabus of the course, in every language."""

from pathlib import Path

import pytest

from mkdocs_workshop.documents.emit.word import document_word
from mkdocs_workshop.documents.plan_sheet import plan
from mkdocs_workshop.documents.syllabus import hours_words, syllabus
from mkdocs_workshop.documents.tree.document import Closing, Document
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from tests.instruments import world
from tests.reading import word_text
from tests.test_bilingual import CACHE, WORDS, translated
from tests.test_translation import _whole

MODULE = "first-module"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("syllabus")
    world(root)
    for language in WORDS:
        translated(root / "curriculum", language)
    return root / "curriculum"


def _edition(folder: Path, language: str) -> Edition:
    return Edition(_whole(folder, language), catalogue(language), CACHE)


def _sources(document: Document) -> set[str]:
    (end,) = (part for part in document.parts if isinstance(part, Closing))
    return {source.reference for source in end.sources}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_syllabus_in_word_holds_hours_outcomes_criteria_and_literature(folder: Path, language: str) -> None:
    edition = _edition(folder, language)
    made = syllabus(edition)
    text = " ".join(word_text(document_word(made, edition.cache, ())).split())
    parts = edition.curriculum.modules[MODULE]
    for words in (
        edition.plain(parts.plan.title),
        *(edition.plain(outcome.text) for outcome in parts.plan.outcomes),
        edition.say("syllabus.hours"),
        edition.say("syllabus.criterion.check"),
        edition.say("syllabus.criterion.seen"),
        edition.say("check.pass", mark=parts.check.pass_mark if parts.check else 0),
    ):
        assert " ".join(words.split()) in text


def test_hours_are_those_of_all_lesson_plans(folder: Path) -> None:
    from mkdocs_workshop.documents.lesson_plan import lesson_plan

    edition = _edition(folder, "en")
    made = lesson_plan(edition, edition.curriculum.modules[MODULE])
    least, most = made.academic_hours
    assert hours_words(edition, [made, made]) == (f"{2 * least:g}" if least == most else f"{2 * least:g}–{2 * most:g}")


def test_the_literature_of_a_lesson_is_that_of_its_reading(folder: Path) -> None:
    from mkdocs_workshop.documents.texts import Texts, cited

    edition = _edition(folder, "en")
    parts = edition.curriculum.modules[MODULE]
    assert parts.reading
    read = [Texts(edition).blocks(section.text) for section in parts.reading.sections]
    wanted = {source.reference for source in cited(tuple(read)).values()}
    assert wanted
    assert wanted <= _sources(plan(edition, parts))
    assert wanted <= _sources(syllabus(edition))
