"""How wide the columns of a table are, and which tables have too many for their paper."""

from collections.abc import Sequence

from .blocks import Inline, Table
from .proof import inline_words

TO_WRITE = 14
"""Letters that an empty cell leaves room for."""
MOST_COLUMNS = {"A3": 9, "A4": 7, "A5": 5, "A6": 3}
"""More columns than these can not be read, or written in, on that paper."""
LETTERS = {"A3": 104, "A4": 98, "A5": 74, "A6": 60}
"""Letters of a line in a table, at the letter size of each paper."""


def widths(table: Table) -> list[float]:
    """The share of each column: as much as its longest word needs, then by what stands in it. They add up to 1."""
    shares = []
    for column in zip(*([row[: len(table.head)] for row in (table.head, *table.rows)]), strict=True):
        texts = [inline_words(cell) for cell in column]
        longest = longest_word(texts)
        body = [len(text) or TO_WRITE for text in texts[1:]] or [TO_WRITE]
        shares.append(max(longest + 1.5, 2.2 * (sum(body) / len(body)) ** 0.6, 6.0))
    whole = sum(shares)
    return [share / whole for share in shares]


def longest_word(texts: Sequence[str]) -> int:
    """Letters of the longest word."""
    return max((len(word) for text in texts for word in text.replace("-", "- ").replace("/", "/ ").split()), default=1)


def words_too_long(table: Table, paper: str) -> list[str]:
    """Words that do not fit into their column on some paper."""
    found = []
    for share, column in zip(
        widths(table), zip(*(row[: len(table.head)] for row in (table.head, *table.rows)), strict=True), strict=True
    ):
        room = share * LETTERS[paper] - 1
        found += [word for cell in column for word in _words(cell) if len(word) > room]
    return found


def _words(cell: Sequence[Inline]) -> list[str]:
    return inline_words(cell).replace("-", "- ").replace("/", "/ ").split()
