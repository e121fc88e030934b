"""Rules about paper: what would be an empty box, or run over the edge, when a text is printed."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from ..ground.column_widths import LETTERS, MOST_COLUMNS, columns, parts, too_wide
from ..ground.fonts import print_letters
from ..ground.problems import Kind, Problem
from ..model.papers import Handout
from ..reading.curriculum import Curriculum
from ..reading.kinds import Loaded
from ..reading.marks import without_marks
from ..reading.yaml import Loc
from .finding import Finding

CARD_SIDES = 2
"""A card of A6 has two sides."""
KINDS: Mapping[str, Kind] = {
    "W804": Kind(
        "A card with more text than two sides hold",
        "Shorten it, or give it larger paper (`paper: A5`). Found when the documents are made, not by `workshop check`.",
    ),
}
"""What shows only when a paper is set."""
_TABLE = re.compile(r"^[ \t]*\|.*\|[ \t]*\n[ \t]*\|[ \t:|-]+\|[ \t]*(?:\n[ \t]*\|.*\|[ \t]*)*", re.MULTILINE)
_LINK = re.compile(r"\]\([^)\s]*\)|https?://\S+")
INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Mn"})
"""Kinds of characters that need no drawing of their own."""


def too_long(file: Loaded, pages: int) -> Problem:
    """A card that takes more pages than it has sides."""
    message = f"the card takes {pages} pages; A6 has {CARD_SIDES} sides"
    return file.source.problem(("paper",), "W804", message, "Shorten it, or give it larger paper: `paper: A5`.")


def letters(curriculum: Curriculum) -> Iterator[Finding]:
    """Each letter of each text, and of the references."""
    known = print_letters()
    # Letters that were looked at already; few texts have others.
    fine: set[str] = set()
    for file, loc, text in _printed(curriculum):
        if fine.issuperset(text):
            continue
        for letter in sorted(set(text)):
            if ord(letter) in known or unicodedata.category(letter) in INVISIBLE:
                fine.add(letter)
            else:
                name = unicodedata.name(letter, "").lower()
                yield Finding(
                    file, loc, f"no printed font has `{letter}` ({name or f'U+{ord(letter):04X}'})", fragment=letter
                )


def _printed(curriculum: Curriculum) -> Iterator[tuple[Loaded, Loc, str]]:
    for file, at in curriculum.texts:
        yield file, at.loc, at.text
    for file in curriculum.files:
        if file.kind == "sources":
            for index, source in enumerate(file.model.references):
                yield file, ("references", index, "title"), source.title


def _paper(file: Loaded) -> str:
    return file.model.paper if isinstance(file.model, Handout) else "A4"


def _tables(curriculum: Curriculum) -> Iterator[tuple[Loaded, Loc, str, list[list[str]]]]:
    """Each table with its place, its first line and its cells; values of marks are not counted."""
    for file, at in curriculum.texts:
        if at.kind == "block" and "|" in at.text:
            for match in _TABLE.finditer(at.text):
                lines = [line.strip() for line in match[0].splitlines()]
                rows = [
                    [cell.strip(" *") for cell in without_marks(line).strip().strip("|").split("|")]
                    for number, line in enumerate(lines)
                    if number != 1
                ]
                yield file, at.loc, lines[0], rows


def wide_tables(curriculum: Curriculum) -> Iterator[Finding]:
    """On narrow paper a table of many columns can be neither read nor written in."""
    for file, loc, head, rows in _tables(curriculum):
        paper, count = _paper(file), len(columns(rows))
        if count > MOST_COLUMNS[paper]:
            yield Finding(
                file, loc, f"a table of {count} columns; {paper} has room for {MOST_COLUMNS[paper]}", fragment=head
            )


def long_words(curriculum: Curriculum) -> Iterator[Finding]:
    """A word is not divided: it would run into the next column, or over the edge of a card."""
    for file, loc, _, rows in _tables(curriculum):
        if len(columns(rows)) <= MOST_COLUMNS[_paper(file)]:
            for word in sorted(too_wide(rows, _paper(file)), key=len)[-1:]:
                yield Finding(file, loc, f"`{word}` is too long for its column on {_paper(file)}", fragment=word)
    for file, at in curriculum.texts:
        room = LETTERS[_paper(file)] // 2
        # Marks, tables and links are only ever taken out: where no word is too long with them, none is without.
        if max(map(len, at.text.split()), default=0) <= room:
            continue
        for word in _LINK.sub(" ", without_marks(_TABLE.sub(" ", at.text))).split():
            if max(map(len, parts(word)), default=0) > room:
                yield Finding(file, at.loc, f"`{word}` is too long for {_paper(file)}", fragment=word)
