"""One row of numbers for the public: in full, in two classes, or its sum alone.

A row is shown whole or not at all. So a withheld number can be anything from nobody to everybody, and nothing can be subtracted.
"""

from collections.abc import Sequence
from typing import NamedTuple

LEAST = 5
"""People. What stands for fewer of them is withheld."""


class ShownRow(NamedTuple):
    """What the public sees of a row. `None` is withheld."""

    counts: tuple[int | None, ...]
    good: int | None
    """Answers on the better side, where the single ones are withheld."""
    n: int | None


def is_small(number: int | None) -> bool:
    """Whether a number of papers or people can be a person. None is no person; `is_open` is stricter with answers."""
    return number is not None and 0 < number < LEAST


def is_open(counts: Sequence[int]) -> bool:
    """Whether a row can be shown in full: five people at each answer.

    That nobody gave an answer is withheld as well: it is known of everybody then. So no row is open in which all stand at one.

    `is_open((5, 7))` gives `True`; `is_open((5, 4))` gives `False`; `is_open((5, 7, 0))` gives `False`.
    """
    return len(counts) > 1 and min(counts) >= LEAST


def two_classes(part: int, rest: int, cells: tuple[int, int]) -> bool:
    """Whether two classes can be shown of a row that is not shown in full. `cells` says of how many answers each is made.

    Where both are single answers, the classes are the row itself. In a class of several, all can stand at one answer.
    """
    return min(part, rest) >= LEAST and max(cells) > 1


def protect(counts: Sequence[int], good: int | None = None) -> ShownRow:
    """A row of answers of which each person gave one. `good`, if known, are the answers on the better half of the scale."""
    n, places = sum(counts), len(counts)
    if is_open(counts):
        return ShownRow(tuple(counts), None, n)
    nothing = (None,) * places
    if n < LEAST:
        return ShownRow(nothing, None, None)
    if good is not None and two_classes(good, n - good, (places // 2, places - places // 2)):
        return ShownRow(nothing, good, n)
    return ShownRow(nothing, None, n)


def protect_ticks(counts: Sequence[int], n: int) -> ShownRow:
    """A row of answers of which people ticked as many as they liked: who ticked one and who did not are two classes.

    `protect_ticks((7, 5), 10)` gives `ShownRow(counts=(None, 5), good=None, n=10)`.
    """
    if n < LEAST:
        return ShownRow((None,) * len(counts), None, None)
    return ShownRow(tuple(number if min(number, n - number) >= LEAST else None for number in counts), None, n)
