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
    """Whether a number can be a person. Nobody is nobody."""
    return number is not None and 0 < number < LEAST


def is_open(counts: Sequence[int]) -> bool:
    """Whether a row can be shown in full: no small number, and not all in one place, which would tell everybody's answer."""
    n = sum(counts)
    return n >= LEAST and not any(map(is_small, counts)) and max(counts) < n


def two_classes(part: int, rest: int, cells: tuple[int, int]) -> bool:
    """Whether two classes can be shown of a row that is not shown in full. `cells` says of how many answers each is made.

    Where one of them is a single answer, the small number must lie in the other one. Of 5 people there, each answer would have
    1 to 4; so it takes more.
    """
    split = [number for number, places in zip((part, rest), cells, strict=True) if places > 1]
    return min(part, rest) >= LEAST and bool(split) and (len(split) == 2 or split[0] > LEAST)


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
    """A row of answers of which people ticked as many as they liked: who ticked one and who did not are two classes."""
    if n < LEAST:
        return ShownRow((None,) * len(counts), None, None)
    return ShownRow(tuple(number if min(number, n - number) >= LEAST else None for number in counts), None, n)
