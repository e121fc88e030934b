"""Who has read a translation: what papers and pages say of it, from `reviews.yml`."""

import datetime as dt
from pathlib import Path

import pytest

from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.tables import day_words, number_words, order_of
from mkdocs_workshop.reading.curriculum import Curriculum
from mkdocs_workshop.reading.translation.readings import part_of
from tests.conftest import edition_of
from tests.test_translation import _say, _update, _whole

NOBODY = "Перевод: носитель языка его ещё не\u00a0прочитал."


def _russian(folder: Path) -> Edition:
    return edition_of(_whole(folder, "ru"))


def _read(folder: Path, *lines: str) -> None:
    (folder / "reviews.yml").write_text("translations:\n" + "".join(f"  - {{{line}}}\n" for line in lines), "utf-8")


def _mark(whole: Curriculum, module: str | None = "first-module") -> str:
    return part_of(whole.translated, module).mark


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
    mark = _mark(_whole(folder, "ru"))
    _read(
        folder,
        f"language: ru, file: modules/first-module.po, by: native-reader, on: 2026-12-10, read: 999, text: '{mark}'",
    )
    edition = _russian(folder)
    module = edition.curriculum.modules["first-module"]
    assert edition.readers(module) == "Перевод прочитан: носитель языка, 10 декабря 2026\u00a0г."
    assert edition.readers() == "Перевод: модулей, прочитанных носителем языка: 1 из 1."
    assert edition.readers_of_rest() == NOBODY
    _say(folder / "locales/ru/modules/first-module.po", "module first-module: title", "Другой модуль")
    edition = _russian(folder)
    assert "с\u00a0тех пор изменён" in edition.readers(edition.curriculum.modules["first-module"])
    assert edition.readers() == NOBODY


def test_an_expert_is_no_native_reader_and_a_part_is_not_the_whole(folder: Path) -> None:
    mark = _mark(_whole(folder, "ru"))
    _read(folder, f"language: ru, file: modules/first-module.po, by: lawyer, on: 2026-12-10, text: '{mark}', read: 3")
    edition = _russian(folder)
    said = edition.readers(edition.curriculum.modules["first-module"])
    assert "эксперт, 10 декабря 2026\u00a0г. (текстов: 3 из " in said
    assert said.endswith("Носитель языка его ещё не\u00a0прочитал.")


def test_a_reading_of_another_language_does_not_count(folder: Path) -> None:
    mark = _mark(_whole(folder, "ru"))
    _read(
        folder,
        f"language: kk, file: modules/first-module.po, by: native-reader, on: 2026-12-10, read: 999, text: '{mark}'",
    )
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


def test_the_alphabet_decides_the_order() -> None:
    words = ["баға", "әке", "ақыл", "гүл", "ғылым", "Әділ", "оқу", "өмір", "ыдыс", "ізгі"]
    assert sorted(words, key=order_of("kk")) == [
        "ақыл", "Әділ", "әке", "баға", "гүл", "ғылым", "оқу", "өмір", "ыдыс", "ізгі",
    ]  # fmt: skip
    assert sorted(["жук", "ёж", "ель", "ежевика"], key=order_of("ru")) == ["ёж", "ежевика", "ель", "жук"]
