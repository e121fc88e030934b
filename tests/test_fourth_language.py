"""A fourth language costs no code: a folder of PO files and one table."""

from importlib.resources import files
from pathlib import Path

import pytest

from mkdocs_workshop.compile import check
from mkdocs_workshop.ground import languages
from mkdocs_workshop.ground.problems import one_line
from mkdocs_workshop.model.language_table import LanguageTable
from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.reading.translation.language import built_in, known_of, same_stem
from mkdocs_workshop.site.pages import make_pages
from tests.conftest import TODAY, edition_of

TABLE = """\
# yaml-language-server: $schema=../../schema/language-table.schema.json
name: German
letters: abcdefghijklmnopqrstuvwxyzäöüß
common: [der, die, das, und, ist, ein, eine, nicht, sie, mit]
quotes: „“
numbers: {"1": [ein, erst], "2": [zwei], "3": [drei]}
units: {minute: [minute], hour: [stunde]}
"""
WORDS = """\
# yaml-language-server: $schema=../../schema/language-words.schema.json
words:
  - avoid: [Junkie*]
    use: Mensch, der Drogen nimmt
    why: Der Mensch zuerst.
"""
PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "module first-module: title"
msgid "First module"
msgstr "Erstes Modul"

msgctxt "module first-module: purpose"
msgid "{purpose}"
msgstr "{text}"
"""


@pytest.fixture
def german(small: Path) -> Path:
    """The small curriculum with a German folder of a few messages."""
    folder = small / "locales" / "de"
    (folder / "modules").mkdir(parents=True)
    (folder / "language.yml").write_text(TABLE, "utf-8")
    (folder / "words.yml").write_text(WORDS, "utf-8")
    _say(small, "Nach zwei Stunden wissen Sie, was in einer Sitzung geschieht.")
    return small


def _say(small: Path, text: str) -> None:
    whole, _, _ = load(small, small.parent)
    assert whole is not None
    purpose = whole.modules["first-module"].plan.purpose
    po = PO.replace("{purpose}", purpose).replace("{text}", text)
    (small / "locales" / "de" / "modules" / "first-module.po").write_text(po, "utf-8")


def _problems(small: Path) -> list[str]:
    return [one_line(problem) for problem in check(small, small.parent, TODAY, every_language=True).problems]


def test_pages_are_german_and_the_rest_stands_in_english(german: Path) -> None:
    checked = check(german, german.parent, TODAY, language="de")
    assert checked.problems == []
    assert checked.curriculum is not None
    pages = {page.path: str(page.content) for page in make_pages(edition_of(checked.curriculum), TODAY).artifacts}
    assert "Erstes Modul" in pages["modules/first-module/index.md"]
    assert checked.curriculum.untranslated


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sie sagen 'ja' und \\\"nein\\\".", "W008"),
        ("Mit zwei Junkies reden.", "W033"),
        (
            "You see how a session works and what each of these many parts of it does for people who teach for the first time.",
            "W007",
        ),
    ],
)
def test_the_gates_know_the_language_by_its_table(german: Path, text: str, code: str) -> None:
    assert _problems(german) == []
    _say(german, text)
    assert [line for line in _problems(german) if f" {code} " in line]


def test_numbers_in_words_come_from_the_table(german: Path) -> None:
    whole, _, _ = load(german, german.parent)
    assert whole is not None
    po = german / "locales" / "de" / "modules" / "first-module.po"
    po.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgctxt "module first-module: title"\nmsgid "2 days, 3 hours"\nmsgstr "Zwei Tage, drei Stunden"\n',
        "utf-8",
    )
    assert [line for line in _problems(german) if "W003" in line or "W036" in line] == []
    po.write_text(po.read_text("utf-8").replace("drei Stunden", "drei Wochen"), "utf-8")
    assert [line for line in _problems(german) if "W036" in line]


def test_a_language_without_a_table_has_the_gates_that_need_none(small: Path) -> None:
    assert known_of("fr", small, small.parent).table is None
    (small / "locales" / "fr" / "modules").mkdir(parents=True)
    (small / "locales" / "fr" / "modules" / "first-module.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgctxt "module first-module: title"\nmsgid "{fact:a} of 5"\nmsgstr "de 6"\n',
        "utf-8",
    )
    codes = {line.split()[1] for line in _problems(small)}
    assert codes == {"W002", "W003"}


@pytest.mark.parametrize(
    ("language", "one", "other", "same"),
    [
        ("ru", "терапия", "терапию", True),
        ("ru", "ёж", "еж", True),
        ("ru", "полиция", "политика", False),
        ("kk", "орталық", "орталығы", True),
        ("kk", "қызметкер", "қызметкерлерінің", True),
        ("kk", "жолдама", "жоспар", False),
    ],
)
def test_stems(language: str, one: str, other: str, same: bool) -> None:
    assert same_stem(one, other, built_in(language)) is same


@pytest.mark.parametrize("path", sorted(Path(str(files(languages))).glob("*.yml")), ids=lambda path: path.stem)
def test_a_file_of_a_language_has_known_keys_and_each_letter_once(path: Path) -> None:
    data = languages.language_data(path.stem)
    assert {*data} <= {"day", "month", "parts_words", *LanguageTable.model_fields}
    assert len({*data.get("letters", "")}) == len(data.get("letters", ""))
    assert (built_in(path.stem) is not None) == ("name" in data)


def test_nothing_is_known_of_a_language_without_a_file() -> None:
    assert languages.language_data("de") == {}
    assert built_in("de") is None
