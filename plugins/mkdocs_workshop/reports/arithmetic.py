"""The statistics, each as a small function on plain numbers.

None of them tests for significance, and none ever will: with a workshop of twenty people that question has no honest answer.
"""

from collections.abc import Iterable, Sequence


def count(answers: Iterable[str], values: Sequence[str]) -> tuple[int, ...]:
    """How often each value was given, in the order of `values`."""
    found = dict.fromkeys(values, 0)
    for answer in answers:
        found[answer] += 1
    return tuple(found.values())


def median(points: Sequence[int], counts: Sequence[int]) -> float | None:
    """The median of the points of a scale, each given as often as `counts` says: the middle answer, or the mean of the two.

    Nothing if nobody answered.
    """
    n = sum(counts)
    if n == 0:
        return None
    ordered = sorted(zip(points, counts, strict=True))
    return (_nth(ordered, (n - 1) // 2) + _nth(ordered, n // 2)) / 2


def _nth(ordered: Sequence[tuple[int, int]], place: int) -> int:
    for point, times in ordered:
        if place < times:
            return point
        place -= times
    raise IndexError(place)


def score(answer: int, points: Sequence[int], better: str) -> int:
    """0 for the worst answer, and one more for each point towards the better end: 4 at best on a scale of five.

    Where improvement goes to the low end this is the highest value minus the answer, else the answer minus the lowest value.
    """
    return max(points) - answer if better == "low" else answer - min(points)


def moved(pairs: Iterable[tuple[int, int]], better: str) -> tuple[int, int, int]:
    """Of pairs of answers, before and after: how many went in the right direction, in the wrong one, nowhere.

    `moved([(2, 4), (3, 3), (5, 4)], "high")` gives `(1, 1, 1)`.
    """
    right = wrong = same = 0
    for before, after in pairs:
        step = before - after if better == "low" else after - before
        right += step > 0
        wrong += step < 0
        same += step == 0
    return right, wrong, same


def favourable(points: Sequence[int], counts: Sequence[int], better: str) -> tuple[int, int, int]:
    """Answers on the better side of the middle of a scale, in the middle, and on the other side.

    `favourable((1, 2, 3, 4, 5), (1, 0, 4, 5, 2), "high")` gives `(7, 4, 1)`.
    """
    middle = (min(points) + max(points)) / 2
    good = neutral = bad = 0
    for point, times in zip(points, counts, strict=True):
        if point == middle:
            neutral += times
        elif (point < middle) == (better == "low"):
            good += times
        else:
            bad += times
    return good, neutral, bad


def has_ceiling(points: Sequence[int], counts: Sequence[int], better: str) -> bool:
    """Whether more than four in five stand at the best or the second best answer already, so that nothing can move.

    `has_ceiling((1, 2, 3, 4, 5), (0, 0, 1, 4, 6), "high")` gives `True`.
    """
    n = sum(counts)
    best = max(points) - min(points)
    high = sum(times for point, times in zip(points, counts, strict=True) if score(point, points, better) >= best - 1)
    return n > 0 and 5 * high > 4 * n


def percent(part: int, whole: int) -> int:
    """A share in whole per cent, halves rounded up. Raises ZeroDivisionError where there is nobody.

    `percent(1, 8)` gives `13`.
    """
    return (200 * part + whole) // (2 * whole)
