"""The public version of the figures: what is withheld can not be worked out from what is shown.

A number that stands for fewer than five people can be a person, a zero tells of everybody what they did not say, and a row in
which all stand at one answer tells everybody's answer. To leave such a number out is not enough: totals and other numbers give it back. So, in the public version:

- A row is shown in full, in two classes (the better side of the scale, and the rest), or its sum alone. See `rows`.
- A form of several groups is shown for all together only; a group could be subtracted.
- Before, after and movement are three views of the same people. Of each statement either the movement is shown, with the sides
  of the scale if they give nothing away, or, where the movement is withheld, the answers before and after. See `moves`.
- A dimension is the sum of its statements. It is shown if every withheld number of them can still be 5 or more.
- Own words are withheld; only how many people wrote something is said.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..model.base import Id
from .figures import Counts, Dimension, Distribution, Movement, OwnWords, Returned
from .moves import can_stand_beside, dimension_for_all, movement_for_all, with_sides
from .rows import LEAST, is_small, protect, protect_ticks, two_classes

__all__ = ["LEAST", "public"]

Statement = tuple[Id, Id, Id]
"""Instrument, item and group."""


def public(counts: Counts) -> Counts:
    """The figures as anybody may see them. The public version of a public version is itself.

    A number of fewer than five people becomes None, and so does every other number from which it could be worked out.
    """
    if counts.public:
        return counts
    several = {row.instrument for row in counts.distributions if not row.group}
    rows = [row for row in counts.distributions if not row.group or row.instrument not in several]
    moves = [row for row in counts.movements if not row.group or row.instrument not in several]
    points = {(row.instrument, row.item): len(row.counts) for row in rows}
    shown = _movements(moves, points)
    dimensions = tuple(row for row in counts.dimensions if dimension_for_all(row, [*_of(row, shown)]))
    return Counts(
        tuple(_distributions(rows, shown, dimensions)),
        tuple(shown),
        dimensions,
        tuple(_words(words) for words in counts.words if not words.group or words.instrument not in several),
        tuple(_returned(row) for row in counts.returned if not row.group or row.instrument not in several),
        public=True,
    )


def _movements(moves: Sequence[Movement], points: Mapping[tuple[Id, Id], int]) -> list[Movement]:
    """Every movement. The sides of the scale stand in the first step alone: those who came later could be subtracted."""
    shown = []
    seen: set[Statement] = set()
    for move in moves:
        bare = movement_for_all(move)
        first = _statement(move) not in seen
        seen.add(_statement(move))
        shown.append(with_sides(bare, move, points.get((move.instrument, move.item), 0)) if first else bare)
    return shown


def _of(dimension: Dimension, shown: Sequence[Movement]) -> Iterator[Movement]:
    where = (dimension.instrument, dimension.group, dimension.before, dimension.after)
    for move in shown:
        if move.item in dimension.items and (move.instrument, move.group, move.before, move.after) == where:
            yield move


def _statement(row: Movement | Distribution) -> Statement:
    return row.instrument, row.item, row.group


def _distributions(
    rows: Sequence[Distribution], shown: Sequence[Movement], dimensions: Sequence[Dimension]
) -> Iterator[Distribution]:
    told = {_statement(move) for move in shown if move.right is not None}
    told |= {(row.instrument, item, row.group) for row in dimensions for item in row.items}
    pairs: dict[tuple[str, ...], int | None] = {
        (*_statement(move), move.before, move.after): move.pairs for move in shown
    }
    several: dict[Statement, list[Distribution]] = {}
    for row in rows:
        if not row.session and not row.ticks and _statement(row) not in told:
            several.setdefault(_statement(row), []).append(row)
    beside = {_key(row): row for found in several.values() for row in _beside(found, pairs)}
    for row in rows:
        yield beside.get(_key(row)) or (_bare(_row(row)) if _statement(row) in told else _row(row))


def _key(row: Distribution) -> tuple[str, ...]:
    return (*_statement(row), row.session, row.moment)


def _beside(rows: Sequence[Distribution], pairs: Mapping[tuple[str, ...], int | None]) -> list[Distribution]:
    """The rows of one statement at several moments: as each can be shown, in two classes, or the first alone."""
    for option in ([_row(row) for row in rows], [_in_classes(row) for row in rows]):
        told = [row for row in option if _known(row)]
        steps = itertools.combinations(told, 2)
        if told and not any(
            _tells_movement(one, other, pairs.get((*_statement(one), one.moment, other.moment))) for one, other in steps
        ):
            return option
    return [_row(rows[0]), *(_bare(_row(row)) for row in rows[1:])]


def _row(row: Distribution) -> Distribution:
    counts = [count or 0 for count in row.counts]
    counts_, good, n = protect_ticks(counts, row.n or 0) if row.ticks else protect(counts, row.good)
    return replace(row, counts=counts_, good=good, n=n, median=None if None in counts_ else row.median)


def _bare(row: Distribution) -> Distribution:
    return replace(row, counts=(None,) * len(row.counts), good=None, median=None)


def _in_classes(row: Distribution) -> Distribution:
    """A row in two classes, even if it could be shown in full; withheld if it can not be shown so."""
    n, places, shown = row.n or 0, len(row.counts), _row(row)
    if row.good is None or not two_classes(row.good, n - row.good, (places // 2, places - places // 2)):
        return _bare(shown)
    return replace(_bare(shown), good=row.good)


def _tells_movement(before: Distribution, later: Distribution, pairs: int | None) -> bool:
    """Whether two shown rows of one statement together would tell how people moved."""
    return not can_stand_beside(_known(before), _known(later), len(later.counts), pairs)


def _known(row: Distribution) -> tuple[int, ...]:
    """What is shown of a row, from the low end to the high one or from the worse side to the better; nothing if nothing is."""
    if row.good is not None:
        return (row.n or 0) - row.good, row.good
    return tuple(count for count in row.counts if count is not None)


def _words(words: OwnWords) -> OwnWords:
    return words if words.in_short else replace(words, texts=())


def _returned(row: Returned) -> Returned:
    without = None if row.sheets is None or row.coded is None else row.sheets - row.coded
    return replace(
        row,
        sheets=None if is_small(row.sheets) else row.sheets,
        people=None if is_small(row.people) else row.people,
        coded=None if is_small(row.coded) or is_small(without) else row.coded,
    )
