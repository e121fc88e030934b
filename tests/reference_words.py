"""The PO files of the reference pages: `python -m tests.reference_words` brings them up to date with the model and the codes.

Texts that are new get an empty place, those that are gone go; then somebody translates what is empty.
"""

from pathlib import Path

from mkdocs_workshop.commands.reference import pages_in
from mkdocs_workshop.commands.reference_language import as_po, languages, words_of
from tests.conftest import ROOT

FOLDER = ROOT / "plugins" / "mkdocs_workshop" / "commands" / "reference_words"


def all_texts() -> dict[str, list[str]]:
    """Every text of the reference pages, with the places where it stands."""
    found: dict[str, list[str]] = {}

    def say(text: str, where: str) -> str:
        places = found.setdefault(text, [])
        if where not in places:
            places.append(where)
        return text

    pages_in(say)
    return found


def untranslated(language: str) -> list[str]:
    """Texts without words in a language."""
    words = words_of(language)
    return [text for text in all_texts() if text not in words]


def write(folder: Path = FOLDER) -> None:
    """Writes the PO files."""
    for language in languages():
        (folder / f"{language}.po").write_bytes(as_po(all_texts(), words_of(language), language))
        print(f"{language}: {len(untranslated(language))} texts without words")


if __name__ == "__main__":
    write()
