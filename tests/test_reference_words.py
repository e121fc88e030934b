"""The reference pages in other languages: complete, and honest where they are not."""

from mkdocs_workshop.commands.reference import pages_in
from mkdocs_workshop.commands.reference_language import as_po, languages, say_in
from tests.reference_words import FOLDER, all_texts, untranslated


def test_every_text_has_words() -> None:
    """A docstring or a code is new? `python -m tests.reference_words` makes room for its words; somebody writes them there."""
    assert languages() == ["ru"]
    assert untranslated("ru") == []


def test_what_has_no_words_says_so() -> None:
    page = pages_in(say_in({"Check the name and the folder.": "Проверьте имя и папку."}))["problem-codes.md"]
    row = next(line for line in page.splitlines() if line.startswith("| **W101** |"))
    assert row == (
        '| **W101** | <span lang="en">The file does not exist</span> | Проверьте имя и папку. | <span lang="en">error</span> |'
    )
    assert "\n| Code | What is wrong | What to do | |\n" in page


def test_texts_say_where_they_stand() -> None:
    texts = all_texts()
    assert texts["The name of the manual."] == ["curriculum.title"]
    assert texts["Check the name and the folder."] == ["W101"]
    written = as_po({"The name of the manual.": ["curriculum.title"]}, {"The name of the manual.": "Название."}, "ru")
    assert written.decode().endswith('#. curriculum.title\nmsgid "The name of the manual."\nmsgstr "Название."\n\n')
    assert (FOLDER / "ru.po").read_bytes().startswith(written[:60])
