"""What becomes of a translation when its English moves, changes, or is split: nothing is lost, nothing is wrong."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.language.catalogue_gates import catalogue_gates, catalogue_problems
from mkdocs_workshop.reading.curriculum import Curriculum, load
from mkdocs_workshop.reading.marks import CrossLink
from mkdocs_workshop.reading.translation.messages import Message, by_po
from mkdocs_workshop.reading.translation.places import po_places
from mkdocs_workshop.reading.translation.po import as_text, read_catalog
from mkdocs_workshop.reading.translation.update import updated

PO = "modules/first-module.po"
OLD = "Show the needle. Nobody touches it before the container stands beside it."


def _whole(folder: Path, language: str | None = None) -> Curriculum:
    whole, _, complete = load(folder, folder.parent, language)
    assert complete
    assert whole is not None
    return whole


@pytest.fixture
def some(small: Path) -> Sequence[Message]:
    """Messages of the small curriculum, of which a test takes some with other texts."""
    return by_po(_whole(small).files)[PO]


def _with(message: Message, text: str, context: str) -> Message:
    return Message(context, text, message.loc, message.kind, message.facilitator, message.file)


def _translated(catalog: Catalog, context: str, words: str) -> Catalog:
    for entry in catalog:
        if entry.context == context:
            entry.string = words
    return catalog


def _entry(catalog: Catalog, context: str) -> tuple[str, bool, tuple[str, ...]]:
    entry = next(entry for entry in catalog if entry.context == context)
    return str(entry.string), entry.fuzzy, tuple(entry.previous_id)


def _again(catalog: Catalog, tmp_path: Path) -> Catalog:
    """The catalogue as the file holds it: what a file does not keep is no help."""
    path = tmp_path / "again.po"
    path.write_bytes(as_text(catalog))
    return read_catalog(path, "again.po")[0]


def test_an_id_that_changed_keeps_its_translation(some: Sequence[Message], tmp_path: Path) -> None:
    first = updated(Catalog(), [_with(some[0], OLD, "a: steps/show/text")], "ru")
    old = _again(_translated(first, "a: steps/show/text", "Покажите иглу."), tmp_path)
    new = updated(old, [_with(some[0], OLD, "a: steps/show-it/text")], "ru")
    assert _entry(new, "a: steps/show-it/text") == ("Покажите иглу.", False, ())


def test_a_text_that_was_split_gives_both_parts_a_proposal(some: Sequence[Message], tmp_path: Path) -> None:
    first = updated(Catalog(), [_with(some[0], OLD, "a: steps/1")], "ru")
    old = _again(_translated(first, "a: steps/1", "Покажите иглу. Никто её не трогает."), tmp_path)
    parts = [
        _with(some[0], "Show the needle to everybody.", "a: steps/show"),
        _with(some[0], "Nobody touches it before the container stands beside it.", "a: steps/wait"),
        _with(some[0], "Write three rules on the flipchart, in their words.", "a: steps/write"),
    ]
    new = updated(old, parts, "ru")
    assert _entry(new, "a: steps/wait") == ("Покажите иглу. Никто её не трогает.", True, (OLD,))
    assert _entry(new, "a: steps/write") == ("", False, ())


def test_the_english_that_a_proposal_belongs_to_survives_a_second_change(
    some: Sequence[Message], tmp_path: Path
) -> None:
    one = 'One "word" and a \\n that is none, in a text so long that its line is folded once, twice and three times'
    context = f"a: {'very long ' * 15}/x"
    catalog = _translated(updated(Catalog(), [_with(some[0], one, context)], "ru"), context, "Раз")
    for english in ("Two", "Three"):
        catalog = updated(_again(catalog, tmp_path), [_with(some[0], english, context)], "ru")
        assert _entry(catalog, context) == ("Раз", True, (one,))
        assert not any(entry.user_comments for entry in _again(catalog, tmp_path))
    back = updated(_again(catalog, tmp_path), [_with(some[0], one, context)], "ru")
    assert _entry(back, context) == ("Раз", False, ())


def test_a_new_text_in_front_does_not_take_the_words_of_the_one_that_moved_on(
    some: Sequence[Message], tmp_path: Path
) -> None:
    first = updated(Catalog(), [_with(some[0], "Old message", "a: key_messages/1")], "ru")
    old = _again(_translated(first, "a: key_messages/1", "Старое"), tmp_path)
    now = [
        _with(some[0], "A new first message", "a: key_messages/1"),
        _with(some[0], "Old message", "a: key_messages/2"),
    ]
    new = updated(old, now, "ru")
    assert _entry(new, "a: key_messages/1") == ("", False, ())
    assert _entry(new, "a: key_messages/2") == ("Старое", False, ())


def test_comments_of_readers_move_along(some: Sequence[Message], tmp_path: Path) -> None:
    first = _translated(updated(Catalog(), [_with(some[0], OLD, "a: x")], "ru"), "a: x", "Слова")
    next(entry for entry in first if entry.context == "a: x").user_comments = ["lawyer, 2026-12-01: so?"]
    new = updated(_again(first, tmp_path), [_with(some[0], OLD, "a: y")], "ru")
    assert next(entry for entry in new if entry.context == "a: y").user_comments == ["lawyer, 2026-12-01: so?"]


def _update() -> int:
    return main(["translate", "update", "--language", "ru"])


def test_a_text_that_moves_into_another_file_takes_its_translation_along(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small.parent)
    assert _update() == 0
    path = small / "locales" / "ru" / PO
    catalog = read_catalog(path, PO)[0]
    purpose = _whole(small).modules["first-module"].plan.purpose
    path.write_bytes(as_text(_translated(catalog, "module first-module: purpose", "Зачем")))
    module, glossary = small / "modules" / "first-module" / "module.yml", small / "glossary.yml"
    plan = module.read_text("utf-8")
    begin = plan.index("purpose:")
    end = (
        plan.index("\n", plan.index("\n", begin) + 1)
        if ">" in plan[begin:].splitlines()[0]
        else plan.index("\n", begin)
    )
    module.write_text(f"{plan[:begin]}purpose: Something else altogether{plan[end:]}", "utf-8")
    glossary.write_text(f"{glossary.read_text('utf-8').rstrip()}\n    note: >-\n      {purpose}\n", "utf-8")
    assert _update() == 0
    text = (small / "locales" / "ru" / "glossary.po").read_text("utf-8")
    assert 'msgstr "Зачем"' in text


def test_templates_are_written_for_tools_that_start_a_language(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.parent)
    assert main(["translate", "extract"]) == 0
    template = read_catalog(small / "locales" / "templates" / f"{PO}t", "")[0]
    assert len(template) > 10
    assert not any(entry.string for entry in template if entry.id)
    assert _whole(small)


def test_a_translator_is_told_what_a_text_is_for_and_how_long_it_may_be(some: Sequence[Message]) -> None:
    told = {message.context: message.notes for message in some}
    assert told["module first-module: title"][0].startswith("title: ")
    slide = next(notes for context, notes in told.items() if context.startswith("deck") and context.endswith("/title"))
    assert "at most 40 words on the whole slide" in slide[-1]
    notes = next(notes for context, notes in told.items() if context.startswith("deck") and context.endswith("/notes"))
    assert notes[-1] == "facilitator"


def test_a_title_stands_in_the_form_that_its_sentence_needs(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.parent)
    _update()
    path = small / "locales" / "ru" / PO
    words = "Подробнее в {link:module/first-module|первом модуле}."
    path.write_bytes(as_text(_translated(read_catalog(path, PO)[0], "module first-module: purpose", words)))
    whole = _whole(small, "ru")
    pieces = whole.pieces[whole.modules["first-module"].plan.purpose]
    link = next(piece for piece in pieces if isinstance(piece, CrossLink))
    assert (link.target, link.title) == ("first-module", "первом модуле")
    assert whole.pieces["первом модуле"]


def test_a_place_is_that_of_the_letters_also_in_a_text_of_several_lines() -> None:
    text = 'msgctxt "a: b"\nmsgid "x"\nmsgstr ""\n"one \\"two\\"\\n"\n"three four"\n\nmsgid "no context"\nmsgstr "y"\n'
    places = po_places(text, "x.po")
    assert places.place("a: b", "two")[1:] == (4, 8)
    assert places.place("a: b", "\nthree")[1:] == (4, 13)
    assert places.place("a: b", "four")[1:] == (5, 8)
    assert places.place("a: b", "nowhere")[1:] == (4, 2)
    assert places.place("gone")[1:] == (1, 1)


TEMPLATE = 'msgctxt "{}"\nmsgid "{}"\nmsgstr "{}"\n'


@pytest.mark.parametrize(
    ("english", "words", "code"),
    [
        ("{n} of {all}", "{n} из {all}", None),
        ("{n} of {all}", "{n} из", "W037"),
        ("{n} of {all}", "{n} из {all} и {more}", "W037"),
        ("Save", "", "W038"),
        ("Write {{x:y}}", "Запишите {{x:y}}", None),
    ],
)
def test_a_word_of_the_interface_keeps_what_is_filled_in(english: str, words: str, code: str | None) -> None:
    found = list(catalogue_gates(TEMPLATE.format("key", english, ""), TEMPLATE.format("key", english, words), "ru.po"))
    assert [problem.code for problem in found] == ([code] if code else [])


def test_the_catalogues_of_the_package_pass() -> None:
    assert list(catalogue_problems(["ru", "kk", "xx"])) == []
    assert [p.code for p in catalogue_gates(TEMPLATE.format("key", "Save", ""), "", "ru.po")] == ["W038"]
