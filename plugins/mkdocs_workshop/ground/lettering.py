"""Texts in lines: where they break, and how much room they take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .letter_widths import advance, measure

_SPACES = re.compile(r"[ \t\r\n\f\v]+")  # not the no-break spaces, which hold "10 mg" together
_SOFT_HYPHEN = "\u00ad"
# A line may end after a soft hyphen, and after a hyphen or a slash between letters.
_INSIDE = re.compile(rf"(?<={_SOFT_HYPHEN})|(?<=[^\W\d_][-/–—])(?=[^\W\d_])")


def lay(text: str, face: Face, width: float) -> Block:
    """Set a text in lines no wider than `width`."""
    return Block(wrap(text, face.size, width), face)


@lru_cache(maxsize=4096)
def wrap(text: str, size: float, width: float) -> tuple[str, ...]:
    """Break a text into lines of about equal length.

    A line that ends at a space keeps the space, so that the lines together are the text again. A word that is
    too long is broken, with a hyphen between letters.

    `wrap("Ask before you act", 16, 90)` gives `("Ask before ", "you act")`.
    """
    room = int(width * 1000 / size)
    return _fill(tuple(_pieces(text, room)), room)


def _pieces(text: str, room: int) -> Iterator[_Piece]:
    """Take a text apart where its lines may end; only a single letter can be wider than the room."""
    # At the edge of a word a soft hyphen parts nothing.
    for word in filter(None, (found.strip(_SOFT_HYPHEN) for found in _SPACES.split(text))):
        parts = [part for whole in _INSIDE.split(word) if whole for part in _cut(whole, room)]
        for number, part in enumerate(parts, 1):
            letters = part.replace(_SOFT_HYPHEN, "")
            hyphen = "-" if part.endswith(_SOFT_HYPHEN) else ""
            yield _Piece(letters, measure(letters), hyphen, " " if number == len(parts) else "")


def _cut(word: str, room: int) -> Iterator[str]:
    """Break a word that is wider than the room; a soft hyphen marks where a hyphen will stand."""
    hyphen = measure("-")
    while len(word) > 1 and measure(word) + (hyphen if word.endswith(_SOFT_HYPHEN) else 0) > room:
        end, used = 1, advance(word[0])
        while end < len(word) and used + advance(word[end]) + hyphen <= room:
            used += advance(word[end])
            end += 1
        while end < len(word) and advance(word[end]) == 0:  # an accent stays with its letter
            end += 1
        if end == len(word):
            break
        yield word[:end] + (_SOFT_HYPHEN if word[end - 1].isalpha() and word[end].isalpha() else "")
        word = word[end:]
    yield word


def _fill(pieces: tuple[_Piece, ...], room: int) -> tuple[str, ...]:
    """Choose the fewest lines and, among those, equal ones: the least sum of squares of empty room."""
    # For the pieces from each place on: how many lines, the sum of squares, and where the second line begins.
    best: list[tuple[int, int, int]] = [(0, 0, len(pieces))]
    for start in reversed(range(len(pieces))):
        choices: list[tuple[int, int, int]] = []
        used = 0
        for after, piece in enumerate(pieces[start:], start + 1):
            used += piece.width
            ending = used + measure(piece.hyphen) if after < len(pieces) else used
            if used > room and choices:
                break
            if ending <= room or after == start + 1:
                count, squares, _ = best[len(pieces) - after]
                choices.append((count + 1, squares + (room - ending) ** 2, after))
            used += measure(piece.space)
        best.append(min(choices))
    lines: list[str] = []
    start = 0
    while start < len(pieces):
        after = best[len(pieces) - start][2]
        line = "".join(piece.text + piece.space for piece in pieces[start:after])
        lines.append(line + pieces[after - 1].hyphen if after < len(pieces) else line.rstrip(" "))
        start = after
    return tuple(lines)


class _Piece(NamedTuple):
    """Letters that stay on one line."""

    text: str
    width: int
    hyphen: str
    """What is added when the line ends here."""
    space: str
    """What stands before the next piece on the same line."""


@dataclass(frozen=True)
class Face:
    """A size of letters, the distance from line to line, and a weight."""

    size: float
    leading: float
    weight: int


@dataclass(frozen=True)
class Block:
    """A text in lines."""

    lines: tuple[str, ...]
    face: Face

    @property
    def width(self) -> float:
        """The width of the longest line."""
        return max((measure(line.rstrip(" ")) for line in self.lines), default=0) * self.face.size / 1000

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return len(self.lines) * self.face.leading


TEXT = Face(16, 22, 400)
STRONG = Face(16, 22, 600)
SMALL = Face(14, 20, 400)
SMALL_STRONG = Face(14, 20, 600)
