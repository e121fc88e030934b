"""The public version of the figures: no number from 1 to 4, and none that can be computed from the others.

A number that stands for fewer than five people can be a person. To leave it out is not enough: the total and the other numbers
give it back. So, in the public version:

- In a row with a small number only zeros are shown, and a number that is at least as large as the rest together; what could
  still be shared out in one way only is withheld whole, with its total. The median goes with the numbers.
- A form of several groups is shown for all together only; a group could be subtracted.
- Before and after are two rows about the same people. Where one of a statement's rows has a small number, its whole row is
  withheld, so that it can not be worked out from how people moved.
- A dimension is the sum of its statements. It is shown if in each of its columns no statement or at least two are withheld.
- Own words are withheld; only how many people wrote something is said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from .figures import Dimension, Distribution, Figures, Movement, OwnWords, Returned

LEAST = 5
"""People. What stands for fewer of them is withheld."""


def is_small(number: int | None) -> bool:
    """Whether a number can be a person. Nobody is nobody: 0 is shown."""
    return number is not None and 0 < number < LEAST


def protect(counts: Sequence[int]) -> tuple[tuple[int | None, ...], int | None]:
    """A row and its total for the public.

    Where a number is small, only zeros are shown, and a number that is at least as large as the rest together.

    The rule itself is public, so it must not give anything away either: a test tries all rows, and finds that every withheld
    number could be another one.
    """
    n = sum(counts)
    if not any(map(is_small, counts)):
        return tuple(counts), n
    given = [place for place, number in enumerate(counts) if number]
    if n < LEAST or n == len(given):
        return (None,) * len(counts), None
    largest = max(given, key=lambda place: (counts[place], -place))
    rest = n - counts[largest]
    hidden = [place for place in given if place != largest]
    if len(hidden) < 2 or not LEAST + len(hidden) <= rest <= counts[largest]:
        hidden = given
    return tuple(None if place in hidden else number for place, number in enumerate(counts)), n


def public(figures: Figures) -> Figures:
    """The figures as anybody may see them. The public version of a public version is itself."""
    if figures.public:
        return figures
    paired = {
        (move.instrument, move.item, move.group, moment)
        for move in figures.movements
        for moment in (move.before, move.after)
    }
    several = {row.instrument for row in figures.distributions if not row.group}
    distributions = tuple(
        _distribution(row, whole=(row.instrument, row.item, row.group, row.moment) in paired)
        for row in figures.distributions
        if not row.group or row.instrument not in several
    )
    complete = {(row.instrument, row.item, row.group, row.moment) for row in distributions if None not in row.counts}
    movements = tuple(
        _movement(move, complete) for move in figures.movements if not move.group or move.instrument not in several
    )
    return Figures(
        distributions,
        movements,
        tuple(_dimensions(figures.dimensions, movements)),
        tuple(_words(words) for words in figures.words if not words.group or words.instrument not in several),
        tuple(_returned(row) for row in figures.returned if not row.group or row.instrument not in several),
        public=True,
    )


def _distribution(row: Distribution, *, whole: bool) -> Distribution:
    counts, n = protect([count or 0 for count in row.counts])
    if None not in counts:
        return row
    if whole:
        counts, n = (None,) * len(counts), row.n if (row.n or 0) >= LEAST else None
    return replace(row, counts=counts, n=n, median=None)


def _movement(move: Movement, complete: set[tuple[str, str, str, str]]) -> Movement:
    (right, wrong, same), pairs = protect([move.right or 0, move.wrong or 0, move.same or 0])
    sides = [move.good_before or 0, move.good_after or 0]
    hidden = any(is_small(side) or is_small((move.pairs or 0) - side) for side in sides) or not all(
        (move.instrument, move.item, move.group, moment) in complete for moment in (move.before, move.after)
    )
    good = (None, None) if hidden or pairs is None else (move.good_before, move.good_after)
    return replace(move, pairs=pairs, right=right, wrong=wrong, same=same, good_before=good[0], good_after=good[1])


def _dimensions(dimensions: Iterable[Dimension], shown: Sequence[Movement]) -> Iterable[Dimension]:
    for dimension in dimensions:
        cells = (dimension.right, dimension.wrong, dimension.same)
        of = [move for move in shown if _belongs(move, dimension)]
        withheld = [sum(getattr(move, name) is None for move in of) for name in ("right", "wrong", "same")]
        if not any(map(is_small, cells)) and 1 not in withheld and None not in [move.pairs for move in of]:
            yield dimension


def _belongs(move: Movement, dimension: Dimension) -> bool:
    return move.item in dimension.items and (move.instrument, move.group, move.before, move.after) == (
        dimension.instrument,
        dimension.group,
        dimension.before,
        dimension.after,
    )


def _words(words: OwnWords) -> OwnWords:
    return words if words.in_short else replace(words, texts=())


def _returned(row: Returned) -> Returned:
    return replace(
        row,
        sheets=None if is_small(row.sheets) else row.sheets,
        people=None if is_small(row.people) else row.people,
        coded=None if is_small(row.coded) else row.coded,
    )
