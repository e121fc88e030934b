"""Words of the reference pages in other languages: a PO file for each, beside the skeletons of new files.

What has no words yet stands in English there, and says so to screen readers: the guide must not wait for its translators.
"""

from collections.abc import Callable, Iterable, Mapping
from importlib.resources import files

from ..documents.emit.html_site import in_language

Say = Callable[[str, str], str]
"""A text in the language of the page. The second word tells translators where it stands: a code, or model and key."""


def english(text: str, where: str) -> str:
    """The text itself. `english("The name of the manual.", "curriculum.title")` gives `"The name of the manual."`."""
    del where
    return text


def languages() -> list[str]:
    """The languages that have words, in the order of their codes."""
    folder = files(__package__) / "reference_words"
    return sorted(file.name.removesuffix(".po") for file in folder.iterdir() if file.name.endswith(".po"))


def words_of(language: str) -> Mapping[str, str]:
    """English text and its words in a language; unsure ones are left out.

    `words_of("ru")["The name of the manual."]` gives `"Название руководства."`.
    """
    from babel.messages.pofile import read_po

    with (files(__package__) / "reference_words" / f"{language}.po").open("rb") as file:
        found = read_po(file)
    return {str(one.id): str(one.string) for one in found if one.id and one.string and not one.fuzzy}


def say_in(words: Mapping[str, str]) -> Say:
    """Says texts with these words, and those without any in English."""

    def say(text: str, where: str) -> str:
        # A title goes into menus as well, and the head of a table is a row: neither can hold a tag.
        plain = where == "title" or text.startswith("|")
        return words.get(text) or (text if plain else in_language(text, "en"))

    return say


def as_po(texts: Mapping[str, Iterable[str]], words: Mapping[str, str], language: str) -> bytes:
    """A PO file with each text, the places where it stands, and the words that there are.

    `as_po({"The name of the manual.": ["curriculum.title"]}, {}, "ru")` has one entry: the place as a comment, the
    text, and no words yet.
    """
    import io

    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalog = Catalog(language, fuzzy=False)
    for text, places in texts.items():
        catalog.add(text, words.get(text, ""), auto_comments=[", ".join(places)])
    file = io.BytesIO()
    write_po(file, catalog, width=120, omit_header=True)
    head = f'# Words of the reference pages. Not yet read by a native speaker.\nmsgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
    return f'{head}"Content-Type: text/plain; charset=utf-8\\n"\n\n'.encode() + file.getvalue()
