"""Where a book begins a new page, so that an activity stands on two pages that face each other, if it has no more than two.

Where one break stands decides about all that follow; so the book is set once without any, the best breaks are looked for with the
places that it then has, and it is set again.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

TURNED = "#let turned = ()\n"
"""The first line of a book whose parts may begin after a break: the numbers of those that do."""
HEIGHT = 249 / 25.4 * 72
"""Points: what a page of a book holds (`book.typ`)."""
TOP = 24 / 25.4 * 72
"""Points: the margin above it."""
HEAD = 80.0
"""Points: the head of an activity stands with its first lines on one page."""
SLACK = 14.0
"""Points: less than a line; a mark stands within the field of its head, a little below where this begins."""
TURN, LEFT, PAGE = 10.0, 1.5, 0.2
"""What a page that is turned costs, a whole page left before a session, and a page of paper. What is left empty before an activity
costs as much as its square: 1 for a whole page."""
_RUNS = 2
"""How often a book is set again."""

Kind = Literal["activity", "fresh", "flows", "end"]
"""An activity; what begins on a page of its own; what follows on the same; lines to write on."""
Mark = tuple[Kind, int, int, float]
"""Where a part of a book begins: its number, 0 for what has none; the page; the points from its upper edge."""
_Place = tuple[int, float]
_Way = tuple[float, tuple[int, ...]]
_Heights = dict[tuple[int, float], float]


@dataclass(frozen=True)
class Piece:
    """What stands between two marks."""

    kind: Kind
    number: int
    page: int
    at: float
    """Points from the top of the text to its beginning."""
    height: float
    """Points, over all its pages."""


def may_turn(source: str) -> bool:
    """Whether a source is that of a book with parts that may begin after a break. `may_turn("#show: book.with()")` is False."""
    return source.startswith(TURNED)


def line_of(numbers: Iterable[int]) -> str:
    """The line of a source that says what begins after a break. `line_of([3]).strip()` gives `"#let turned = (3, )"`."""
    return f"#let turned = ({''.join(f'{number}, ' for number in numbers)})\n"


def spread(places: Callable[[tuple[int, ...]], Sequence[Mark]]) -> tuple[int, ...]:
    """The numbers of what begins after a break in a book; `places` tells where its parts come to stand with some.

    Of those that it tries, it takes the ones with which the fewest pages are turned, the earlier of equals.
    """
    best: tuple[int, ...] = ()
    flow = pieces(places(best))
    least, heights = turned(flow), heights_of(flow)
    chosen = best
    for _ in range(_RUNS):
        before, chosen = chosen, breaks(flow, heights)
        if least == 0 or chosen == before:
            break
        flow = pieces(places(chosen))
        heights |= heights_of(flow)
        if turned(flow) < least:
            best, least = chosen, turned(flow)
    return best


def turned(flow: Sequence[Piece]) -> int:
    """How many activities turn a page though they would fit two that face each other."""
    return sum(_too_many(piece, piece.page, piece.at, piece.height) > 0 for piece in flow)


def pieces(marks: Sequence[Mark]) -> list[Piece]:
    """What stands between the marks; what follows the last one is left out, and so are lines to write on."""
    found = []
    for (kind, number, page, at), (after, _, next_page, below) in pairwise(marks):
        # What begins on a page of its own ends the page before it.
        ends = 0.0 if after == "fresh" else below - TOP
        begins = 0.0 if kind == "fresh" or at - TOP < SLACK else round(at - TOP, 1)
        if kind != "end":
            found.append(Piece(kind, number, page, begins, (next_page - page) * HEIGHT + ends - begins))
    return found


def heights_of(flow: Sequence[Piece]) -> _Heights:
    """How high each piece is where it begins now. A table that does not break may make it higher elsewhere."""
    return {(index, piece.at): piece.height for index, piece in enumerate(flow)}


def breaks(flow: Sequence[Piece], heights: _Heights) -> tuple[int, ...]:
    """The numbers of what begins after a break, so that few pages are turned and little is left empty.

    `heights` are those that are known from places where a piece stood before.
    """
    # The best way to each place where something can begin: what it costs and its breaks, by page (0 left, 1 right) and points.
    ways: dict[_Place, _Way] = {(flow[0].page % 2, 0.0): (0.0, ())} if flow else {}
    for index, piece in enumerate(flow):
        ahead: dict[_Place, _Way] = {}
        for place, way in ways.items():
            for (page, at), (cost, numbers) in _begun(piece, place, way):
                height = heights.get((index, at), piece.height)
                pages, below = divmod(at + height, HEIGHT)
                if below < SLACK:
                    below = 0.0
                costs = cost + TURN * _too_many(piece, page, at, height) + PAGE * pages
                reached = (page + int(pages)) % 2, round(below, 1)
                if reached not in ahead or costs < ahead[reached][0]:
                    ahead[reached] = costs, numbers
        ways = ahead
    return min(ways.values(), default=(0.0, ()))[1]


def _begun(piece: Piece, place: _Place, way: _Way) -> Iterator[tuple[_Place, _Way]]:
    """Where a piece can begin after what ends at a place: there, or on the next page."""
    (page, at), (cost, numbers) = place, way
    if at > 0 and (piece.kind == "fresh" or at + min(piece.height, HEAD) > HEIGHT):
        page, at, cost = 1 - page, 0.0, cost + PAGE
    yield (page, at), (cost, numbers)
    if piece.kind == "fresh" and piece.number:
        yield (1 - page, 0.0), (cost + PAGE + LEFT, (*numbers, piece.number))
    elif piece.kind == "activity" and at > 0:
        yield (1 - page, 0.0), (cost + PAGE + (1 - at / HEIGHT) ** 2, (*numbers, piece.number))


def _too_many(piece: Piece, page: int, at: float, height: float) -> int:
    """How often a page is turned within an activity, beyond what its length asks for wherever it begins.

    A page is turned from a right-hand one, which has an odd number, to the next.
    """
    if piece.kind != "activity":
        return 0
    last = page + int(max(at + height - SLACK, 0) // HEIGHT)
    return last // 2 - page // 2 - int(max(height - SLACK, 0) // (2 * HEIGHT))
