"""Who has read a translation: what papers and pages say of it, from `reviews.yml`."""

import datetime as dt
from pathlib import Path

import pytest

from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.tables import day_words, days_words, number_words
from mkdocs_workshop.reading.curriculum import Curriculum
from mkdocs_workshop.reading.translation.readings import part_of
from tests.conftest import edition_of
from tests.test_translation import _say, _update, _whole

NOBODY = "Перевод: носитель языка его ещё не\u00a0прочитал."


def _russian(folder: Path) -> Edition:
    return edition_of(_whole(folder, "ru"))


def _read(folder: Path, *lines: str) -> None:
    (folder / "reviews.yml").write_text("translations:\n" + "".join(f"  - {{{line}}}\n" for line in lines), "utf-8")


def _line(whole: Curriculum, language: str = "ru", by: str = "native-reader", read: int = 1000) -> str:
    mark = part_of(whole.translated, "first-module").mark
    file = "modules/first-module.po"
    return f"language: {language}, file: {file}, by: {by}, on: 2026-12-10, read: {read}, text: {mark}"


@pytest.fixture
def folder(small: Path) -> Path:
    _say(_update(small), "module first-module: title", "Первый модуль")
    return small


def test_the_master_says_nothing(folder: Path) -> None:
    edition = edition_of(_whole(folder))
    assert (edition.readers(), edition.readers(edition.curriculum.modules["first-module"])) == ("", "")


def test_what_nobody_has_read_says_so(folder: Path) -> None:
    edition = _russian(folder)
    assert edition.readers(edition.curriculum.modules["first-module"]) == NOBODY
    assert edition.readers() == NOBODY


def test_a_reading_is_told_with_role_and_day_until_a_word_changes(folder: Path) -> None:
    _read(folder, _line(_whole(folder, "ru")))
    edition = _russian(folder)
    module = edition.curriculum.modules["first-module"]
    assert edition.readers(module) == "Перевод прочитан: носитель языка, 10 декабря 2026\u00a0г."
    assert edition.readers() == "Перевод: модулей, прочитанных носителем языка: 1 из 1."
    assert edition.readers_of_rest() == NOBODY
    assert edition.readers_of_rest("programme", "one-day") == NOBODY
    _say(folder / "locales/ru/modules/first-module.po", "module first-module: title", "Другой модуль")
    edition = _russian(folder)
    assert "с\u00a0тех пор изменён" in edition.readers(edition.curriculum.modules["first-module"])
    assert edition.readers() == NOBODY


def test_an_expert_is_no_native_reader_and_a_part_is_not_the_whole(folder: Path) -> None:
    _read(folder, _line(_whole(folder, "ru"), by="lawyer", read=3))
    edition = _russian(folder)
    said = edition.readers(edition.curriculum.modules["first-module"])
    assert "эксперт, 10 декабря 2026\u00a0г. (текстов: 3 из " in said
    assert said.endswith("Носитель языка его ещё не\u00a0прочитал.")


def test_a_reading_of_another_language_does_not_count(folder: Path) -> None:
    _read(folder, _line(_whole(folder, "ru"), language="kk"))
    edition = _russian(folder)
    assert edition.readers(edition.curriculum.modules["first-module"]) == NOBODY


@pytest.mark.parametrize(
    ("language", "day", "number"),
    [
        ("en", "30 November 2026", "1,234.5"),
        ("ru", "30 ноября 2026\u00a0г.", "1\u00a0234,5"),
        ("kk", "2026 жылғы 30 қараша", "1\u00a0234,5"),
        ("de", "30. November 2026", "1.234,5"),
    ],
)
def test_days_and_numbers(language: str, day: str, number: str) -> None:
    assert day_words(dt.date(2026, 11, 30), language) == day
    assert number_words(1234.5, language) == number
    assert number_words("3.50", language) == ("3.50" if language == "en" else "3,50")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "8–9 December 2014"),
        ("ru", "8–9 декабря 2014\u00a0г."),
        ("kk", "2014 жылғы 8–9 желтоқсан"),
        ("de", "8–9. Dezember 2014"),
    ],
)
def test_days_in_a_row(language: str, words: str) -> None:
    assert days_words(dt.date(2014, 12, 8), dt.date(2014, 12, 9), language) == words
    assert days_words(dt.date(2014, 12, 9), dt.date(2014, 12, 9), language) == day_words(dt.date(2014, 12, 9), language)
