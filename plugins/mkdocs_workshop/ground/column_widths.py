"""How wide the columns of a table are on paper, and which tables and words have no room there. Rows are plain texts."""

from collections.abc import Sequence

TO_WRITE = 14
"""Letters that an empty cell leaves room for."""
MOST_COLUMNS = {"A3": 9, "A4": 7, "A5": 5, "A6": 4}
"""More columns than these can not be read, or written in, on that paper."""
LETTERS = {"A3": 112, "A4": 92, "A5": 72, "A6": 58}
"""Letters of a line in a table, at the smallest letter size of each paper."""

NARROW = 56
"""Letters of the narrowest line in which a table is set."""

Rows = Sequence[Sequence[str]]
"""Head first. Rows may be shorter or longer than the head, as in Markdown."""


def parts(word: str) -> list[str]:
    """A word where a line may end in it: after a hyphen and a slash.

    `parts("follow-up/visit")` gives `["follow-", "up/", "visit"]`.
    """
    return [part for part in word.replace("-", "- ").replace("/", "/ ").split() if part]


def columns(rows: Rows) -> list[list[str]]:
    """The texts of each column, as many columns as the head has."""
    return [[row[index] if index < len(row) else "" for row in rows] for index in range(len(rows[0]))]


def needs(rows: Rows) -> list[float]:
    """Letters that each column needs at least, so that no word runs over."""
    return [max((len(part) for text in column for part in parts(text)), default=1) + 2.0 for column in columns(rows)]


def shares(rows: Rows) -> list[float]:
    """The share of each column: as much as its longest word needs, the rest by what stands in it. They add up to 1."""
    least = needs(rows)
    rest = max(0.0, NARROW - sum(least))
    weights = []
    for column in columns(rows):
        body = [len(text) or TO_WRITE for text in column[1:]] or [TO_WRITE]
        weights.append((sum(body) / len(body)) ** 0.7)
    whole, heavy = sum(least) + rest, sum(weights)
    return [(room + rest * weight / heavy) / whole for room, weight in zip(least, weights, strict=True)]


def too_wide(rows: Rows, paper: str) -> list[str]:
    """The longest word of each column, if together they are wider than some paper."""
    if sum(needs(rows)) <= LETTERS[paper]:
        return []
    return [max((word for text in column for word in text.split()), key=len, default="") for column in columns(rows)]
