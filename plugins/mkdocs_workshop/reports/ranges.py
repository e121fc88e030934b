"""What can be worked out from sums: the smallest and the largest value that each withheld number can still have. Exact, in integers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Rest:
    """A row whose numbers are withheld but for their sum."""

    total: int
    """The sum of the withheld numbers."""
    open: frozenset[int]
    """The columns in which they stand."""


def can_be(rows: Sequence[Rest], columns: Sequence[int]) -> bool:
    """Whether whole numbers from 0 on fit into the open cells, so that all rows and columns add up.

    By the theorem of Gale: they fit if every set of columns asks for no more than the rows that reach it can give, and for no
    less than the rows that reach nothing else must give.

    `can_be([Rest(5, frozenset({0, 1}))], (2, 3))` gives `True`; `can_be([Rest(5, frozenset({0}))], (2, 3))` gives
    `False`.
    """
    if min((*columns, *(row.total for row in rows)), default=0) < 0 or sum(row.total for row in rows) != sum(columns):
        return False
    for picked in range(1 << len(columns)):
        wanted = {place for place in range(len(columns)) if picked >> place & 1}
        asked = sum(columns[place] for place in wanted)
        if asked > sum(row.total for row in rows if row.open & wanted):
            return False
    return True


def ranges(rows: Sequence[Rest], columns: Sequence[int]) -> Iterator[tuple[int, int, int, int]]:
    """Row, column, smallest and largest value of each open cell. Every value between the two is possible too.

    Raises ValueError where nothing fits.

    `list(ranges([Rest(5, frozenset({0, 1}))], (2, 3)))` gives `[(0, 0, 2, 2), (0, 1, 3, 3)]`.
    """
    for index, row in enumerate(rows):
        for column in sorted(row.open):
            found = [value for value in range(row.total + 1) if _with(rows, columns, index, column, value)]
            yield index, column, min(found), max(found)


def _with(rows: Sequence[Rest], columns: Sequence[int], index: int, column: int, value: int) -> bool:
    """Whether a cell can have this value."""
    row = rows[index]
    changed = Rest(row.total - value, row.open - {column})
    left = [number - value if place == column else number for place, number in enumerate(columns)]
    return can_be([*rows[:index], changed, *rows[index + 1 :]], left)


def most_moved(before: Sequence[int], after: Sequence[int]) -> tuple[int, int, int]:
    """How many people at most moved up, moved down, stayed: two rows of counts for the same people, in the order of the scale.

    The rows alone do not say who of the one is who of the other.

    `most_moved((5, 5), (2, 8))` gives `(5, 2, 7)`.
    """
    stayed = sum(min(pair) for pair in zip(before, after, strict=True))
    return _most_up(before, after), _most_up(after, before), stayed


def _most_up(before: Sequence[int], after: Sequence[int]) -> int:
    # From the lowest answer on, whoever stands below it can have come up to it.
    waiting = moved = 0
    for place in range(1, len(before)):
        waiting += before[place - 1]
        up = min(waiting, after[place])
        waiting, moved = waiting - up, moved + up
    return moved
