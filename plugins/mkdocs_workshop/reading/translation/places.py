"""Where the letters of a translation stand in its PO file: a text of ten lines has its mistake in one of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ...ground.problems import Place

_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s")


class Piece(NamedTuple):
    """A quoted string of a PO file: its line, the column of its first letter, and the letters as they stand there."""

    line: int
    column: int
    written: str


@dataclass(frozen=True)
class PoPlaces:
    """The quoted strings of all translations of a PO file, by their context."""

    path: str
    """As problems show it."""
    lines: tuple[str, ...]
    pieces: dict[str, tuple[Piece, ...]]

    def place(self, context: str, fragment: str = "") -> Place:
        """Where a fragment of a translation stands; its beginning if there is no such fragment in it."""
        pieces = self.pieces.get(context, ())
        letters = [(letter, piece.line, column) for piece in pieces for letter, column in _letters(piece)]
        if not letters:
            return Place(self.path, pieces[0].line, pieces[0].column) if pieces else Place(self.path)
        at = "".join(letter for letter, _, _ in letters).find(fragment)
        _, line, column = letters[max(at, 0)]
        return Place(self.path, line, column)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1. It is "" for a line that is not there."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def po_places(text: str, path: str) -> PoPlaces:
    """The places in the text of a PO file; what can not be understood has none."""
    lines = text.splitlines()
    found: dict[str, tuple[Piece, ...]] = {}
    context: list[Piece] = []
    string: list[Piece] = []
    part = ""
    for number, line in enumerate([*lines, "msgctxt "], start=1):
        keyword = _KEYWORD.match(line)
        if keyword is not None:
            if keyword[1] == "msgctxt" or (keyword[1] == "msgid" and part.startswith("msgstr")):
                if context and string:
                    found.setdefault(
                        "".join(letter for piece in context for letter, _ in _letters(piece)), tuple(string)
                    )
                context, string = [], []
            part = keyword[1]
        elif not line.startswith('"'):
            continue
        quoted = _QUOTED.search(line)
        if quoted is not None and part == "msgctxt":
            context.append(Piece(number, quoted.start(1) + 1, quoted[1]))
        elif quoted is not None and part.startswith("msgstr"):
            string.append(Piece(number, quoted.start(1) + 1, quoted[1]))
    return PoPlaces(path, tuple(lines), found)


def _letters(piece: Piece) -> Iterator[tuple[str, int]]:
    """The letters that a quoted string stands for, each with its column."""
    at = 0
    while at < len(piece.written):
        two = piece.written[at] == "\\" and at + 1 < len(piece.written)
        letter = _ESCAPED.get(piece.written[at + 1], piece.written[at + 1]) if two else piece.written[at]
        yield letter, piece.column + at
        at += 2 if two else 1
