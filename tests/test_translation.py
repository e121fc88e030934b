"""A curriculum in another language: PO files that keep what is right, and pages that show it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.compile import check
from mkdocs_workshop.reading.curriculum import Curriculum, load
from mkdocs_workshop.reading.gate import released
from mkdocs_workshop.reading.marks import TermWord
from mkdocs_workshop.reading.translation.messages import by_po
from mkdocs_workshop.reading.translation.po import as_text, read_catalog, read_translations
from mkdocs_workshop.reading.translation.update import updated
from mkdocs_workshop.site.pages import make_pages
from tests.conftest import TODAY, edition_of

PO = "modules/first-module.po"


def _whole(folder: Path, language: str | None = None) -> Curriculum:
    whole, problems, complete = load(folder, folder.parent, language)
    assert complete, problems
    assert whole is not None
    return whole


def _update(folder: Path) -> Path:
    """Writes the Russian PO file of the first module, as `workshop translate update` does."""
    path = folder / "locales" / "ru" / PO
    old, problems = read_catalog(path, PO)
    assert problems == []
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_text(updated(old, by_po(_whole(folder).files)[PO], "ru")))
    return path


def _say(path: Path, context: str, text: str) -> None:
    """Fills in a translation as a translator would."""
    catalog, _ = read_catalog(path, PO)
    message = next(message for message in catalog if message.context == context)
    message.string = text
    path.write_bytes(as_text(catalog))


@pytest.fixture
def po(small: Path) -> Path:
    return _update(small)


def test_a_translated_text_stands_at_its_place_and_ids_stay(small: Path, po: Path) -> None:
    _say(po, "module first-module: title", "Первый модуль")
    russian, english = _whole(small, "ru"), _whole(small)
    assert russian.modules["first-module"].plan.title == "Первый модуль"
    assert list(russian.modules) == list(english.modules)
    assert russian.language == "ru"
    assert english.modules["first-module"].plan.title != "Первый модуль"


def test_what_is_not_translated_is_known(small: Path, po: Path) -> None:
    _say(po, "module first-module: purpose", "Зачем это нужно")
    plan = _whole(small).modules["first-module"].plan
    untranslated = _whole(small, "ru").untranslated
    assert plan.title in untranslated
    assert plan.purpose not in untranslated


def test_a_changed_english_makes_the_translation_unsure_and_keeps_the_old_words(
    small: Path, po: Path, edit: Callable[[str, str, str], None]
) -> None:
    title = _whole(small).modules["first-module"].plan.title
    _say(po, "module first-module: title", "Первый модуль")
    edit("modules/first-module/module.yml", f"title: {title}", "title: Another name")
    assert _whole(small, "ru").modules["first-module"].plan.title == "Another name"
    text = _update(small).read_text("utf-8")
    assert f'#| msgid "{title}"' in text
    translation = read_translations(po, PO)[0]["module first-module: title"]
    assert (translation.text, translation.fuzzy, translation.english) == ("Первый модуль", True, "Another name")
    assert _whole(small, "ru").modules["first-module"].plan.title == "Another name"


def test_a_text_that_moves_takes_its_translation_along(
    small: Path, po: Path, edit: Callable[[str, str, str], None]
) -> None:
    messages = _whole(small).modules["first-module"].plan.key_messages
    _say(po, "module first-module: key_messages/1", "Главное")
    edit("modules/first-module/module.yml", "key_messages:\n", "key_messages:\n  - A new first message.\n")
    _update(small)
    assert _whole(small, "ru").modules["first-module"].plan.key_messages[:2] == ("A new first message.", "Главное")
    assert len(messages) + 1 == len(_whole(small, "ru").modules["first-module"].plan.key_messages)


def test_a_text_that_comes_back_finds_its_translation(
    small: Path, po: Path, edit: Callable[[str, str, str], None]
) -> None:
    title = _whole(small).modules["first-module"].plan.title
    _say(po, "module first-module: title", "Первый модуль")
    edit("modules/first-module/module.yml", f"title: {title}", "title: Another name")
    _update(small)
    edit("modules/first-module/module.yml", "title: Another name", f"title: {title}")
    assert "Первый модуль" in _update(small).read_text("utf-8")


def test_an_update_that_changes_nothing_writes_the_same_bytes(small: Path, po: Path) -> None:
    _say(po, "module first-module: title", "Первый модуль")
    before = _update(small).read_bytes()
    assert _update(small).read_bytes() == before


def test_facilitator_texts_are_marked_for_the_translator(small: Path, po: Path) -> None:
    catalog, _ = read_catalog(po, PO)
    marked = {message.context for message in catalog if "facilitator" in message.auto_comments}
    assert any("activities" in str(context) for context in marked)
    assert "module first-module: title" not in marked


def test_value_and_unit_of_a_fact_are_one_text(small: Path, po: Path) -> None:
    whole = _whole(small)
    fact = next(fact for fact in whole.facts.values() if fact.value and fact.unit)
    path = small / "locales" / "ru" / "facts.po"
    messages = by_po(whole.files)["facts.po"]
    shown = next(message for message in messages if message.context == f"facts: facts/{fact.id}/shown")
    assert shown.text == f"{fact.value} {fact.unit}"
    path.write_bytes(as_text(updated(read_catalog(path, "facts.po")[0], messages, "ru")))
    _say(path, shown.context, "42 часа")
    found = _whole(small, "ru").facts[fact.id]
    assert (found.value, found.unit) == ("42 часа", None)


def test_pages_are_made_in_the_language(small: Path, po: Path) -> None:
    _say(po, "module first-module: title", "Первый модуль")
    checked = check(small, small.parent, TODAY, language="ru")
    assert checked.curriculum is not None
    pages = {page.path: str(page.content) for page in make_pages(edition_of(checked.curriculum), TODAY).artifacts}
    assert "Первый модуль" in pages["modules/first-module/index.md"]


def test_status_counts_and_can_demand(small: Path, po: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.parent)
    status = ["translate", "status", "--language", "ru"]
    assert main(status) == 0
    assert main([*status, "--min-complete", "50"]) == 1


def test_a_file_that_can_not_be_read_is_never_written_over(
    small: Path, po: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    po.write_text('msgid ""\nmsgstr ""\n\n<<<<<<< HEAD\n', "utf-8")
    before = po.read_bytes()
    monkeypatch.chdir(small.parent)
    assert main(["translate", "update", "--language", "ru"]) == 1
    assert po.read_bytes() == before


def test_a_term_stands_in_the_form_that_its_sentence_needs(small: Path, po: Path) -> None:
    term = next(iter(_whole(small).terms))
    _say(po, "module first-module: purpose", f"О {{term:{term}|первом слове}} и больше.")
    whole = _whole(small, "ru")
    pieces = whole.pieces[whole.modules["first-module"].plan.purpose]
    assert [piece.term.term for piece in pieces if isinstance(piece, TermWord)] == ["первом слове"]
    assert [piece.term.id for piece in pieces if isinstance(piece, TermWord)] == [term]


def test_what_is_released_keeps_its_language(small: Path, po: Path) -> None:
    checked = check(small, small.parent, TODAY, language="ru")
    assert checked.curriculum is not None
    assert released(checked.curriculum).language == "ru"
    assert released(checked.curriculum).untranslated == checked.curriculum.untranslated
