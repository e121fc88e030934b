"""How people moved, for the public: movements, the sides of the scale beside them, and sums of several statements."""

from collections.abc import Sequence
from dataclasses import replace

from .figures import Dimension, Movement
from .ranges import Rest, most_moved, ranges
from .rows import LEAST, is_open, two_classes


def movement_for_all(move: Movement) -> Movement:
    """A movement in full, as "right direction" or not, or its pairs alone. The sides of the scale are added by `with_sides`."""
    right, wrong, same = move.right or 0, move.wrong or 0, move.same or 0
    pairs = right + wrong + same
    bare = replace(move, good_before=None, good_after=None)
    if is_open((right, wrong, same)):
        return bare
    if pairs < LEAST:
        return replace(bare, pairs=None, right=None, wrong=None, same=None)
    shown = right if two_classes(right, pairs - right, (1, 2)) else None
    return replace(bare, right=shown, wrong=None, same=None)


def with_sides(shown: Movement, move: Movement, points: int) -> Movement:
    """The shown movement with how many stood on the better side, if nobody can be worked out from both together.

    On a scale of fewer than four points a side is a single answer, so its people can not be told from the movement.
    """
    before, after = move.good_before, move.good_after
    if shown.right is None or shown.pairs is None or before is None or after is None or points < 4:
        return shown
    pairs = shown.pairs
    found: list[tuple[int, ...]] = []
    for wrong in _possible(shown):
        for crossed in range(min(shown.right, pairs - before) + 1):
            # Who crossed the middle to the worse side: the difference of the two sides says it.
            back = crossed - (after - before)
            if 0 <= back <= min(wrong, before):
                found.append((crossed, back, shown.right - crossed, wrong - back))
    # No more people cross than stand on a side, so a side of fewer than five is withheld here too.
    largest = [max(numbers) for numbers in zip(*found, strict=True)]
    if not largest or min(largest) < LEAST:
        return shown
    return replace(shown, good_before=before, good_after=after)


def _possible(shown: Movement) -> Sequence[int]:
    """How many can have moved in the wrong direction, as far as the shown numbers and the rule for them say it."""
    if shown.wrong is not None:
        return (shown.wrong,)
    rest = (shown.pairs or 0) - (shown.right or 0)
    return [wrong for wrong in range(rest + 1) if not is_open((shown.right or 0, wrong, rest - wrong))]


def dimension_for_all(dimension: Dimension, shown: Sequence[Movement]) -> bool:
    """Whether the sums of some statements can be shown beside what is shown of each.

    Every number that is withheld must still be able to be 5 or more, and no row may be known to stand in one place.
    """
    if len(shown) != len(dimension.items) or any(move.pairs is None for move in shown):
        return False
    columns = [dimension.right, dimension.wrong, dimension.same]
    if not is_open(columns):
        return False
    rows = []
    for move in shown:
        parts = (move.right, move.wrong, move.same)
        known = sum(part or 0 for part in parts)
        columns = [number - (part or 0) for number, part in zip(columns, parts, strict=True)]
        if None in parts:
            hidden = frozenset(place for place, part in enumerate(parts) if part is None)
            rows.append(Rest((move.pairs or 0) - known, hidden))
    return all(most >= LEAST and least < rows[row].total for row, _, least, most in ranges(rows, columns))


def can_stand_beside(before: Sequence[int], later: Sequence[int], points: int, pairs: int | None) -> bool:
    """Whether two rows of one statement can be shown together, each in full or as two classes (worse side, better side).

    They must not force everybody to have moved in one direction. Where `pairs` of the same people stand there with a withheld
    movement, the rule for it is known too: nearly nobody or nearly all moved in the right direction. Both must stay possible.
    """
    if len(before) != len(later):
        return False
    n = min(sum(before), sum(later))
    if len(later) < points:
        # Within a class people can move as they like, if it has two answers; only who crosses the middle is counted.
        shift = later[-1] - before[-1]
        up, down, stayed = n - max(0, -shift), n - max(0, shift), n - abs(shift)
        if points < 4:
            return False
    else:
        up, down, stayed = most_moved(before, later)
    if pairs is None:
        return stayed + min(up, down) > 0
    return stayed >= LEAST and min(up, down) > n - LEAST and min(up, down) >= LEAST
