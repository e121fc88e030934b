"""Rows to read and fill in, in a table for Word alone: each has a number by which it is found again when the file comes back."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """Words in a line."""

    text: str
    mark: bool = False
    """Whether they are a mark, which is shown in small letters: it is not the reader's."""


CellLines = tuple[tuple[Run, ...], ...]
"""The lines of a cell; one without words is an empty line."""


@dataclass(frozen=True)
class NumberedRow:
    """A row of the table."""

    number: int
    tag: str
    """By which the row is found again, whatever was done to its words: at most 40 letters, digits and `_`."""
    below: str
    """What stands in small letters below the number; may be empty."""
    cells: tuple[CellLines, ...]
    grey: int = 0
    """How many cells, counted from the number on, stand on a grey ground."""


@dataclass(frozen=True)
class NumberedRows:
    """A table whose first column holds the numbers."""

    heads: tuple[str, ...]
    shares: tuple[int, ...]
    """Widths of the columns in parts of a hundred."""
    rows: tuple[NumberedRow, ...]
