"""All figures of a report as plain values. `None` in place of a number means: withheld."""

from dataclasses import dataclass

from ..model.base import Id
from ..model.instrument import Instrument, Item, SessionsItem, StatementItem
from ..teaching.columns import Column

FEW = 20
"""People. Below, counts come before percentages, and nothing is made of small differences."""


@dataclass(frozen=True)
class Distribution:
    """How often each answer to an item was given."""

    instrument: Id
    item: Id
    session: Id
    """Of a sessions item; empty for the others."""
    group: Id
    """An audience; empty for all together."""
    moment: str
    counts: tuple[int | None, ...]
    """In the order of the form."""
    n: int | None
    """People who answered."""
    sheets: int
    """Sheets that were handed in."""
    median: float | None = None
    """Of the values of the scale; nothing for choices."""
    good: int | None = None
    """Answers on the better side of the middle, see `side_of`. In a public version only where the single answers are withheld."""
    ticks: bool = False
    """Whether a person could tick several answers."""


@dataclass(frozen=True)
class Movement:
    """How people moved at a statement, counted on pairs of answers by the same person."""

    instrument: Id
    item: Id
    group: Id
    before: str
    after: str
    pairs: int | None
    right: int | None
    wrong: int | None
    same: int | None
    good_before: int | None = None
    """Of these pairs, how many answered on the better side of the middle the first time."""
    good_after: int | None = None
    """The same, the second time."""


@dataclass(frozen=True)
class Dimension:
    """How people moved at all statements of a dimension together. One person counts once for each statement."""

    instrument: Id
    dimension: str
    group: Id
    before: str
    after: str
    items: tuple[Id, ...]
    """The statements that are added up."""
    pairs: int
    right: int
    wrong: int
    same: int


@dataclass(frozen=True)
class Discrimination:
    """How well a question with a key tells those who know from those who do not, from -1 to 1. Never in a public version."""

    instrument: Id
    item: Id
    moment: str
    people: int
    value: float


@dataclass(frozen=True)
class OwnWords:
    """What people wrote to an open item: the words, and how many wrote just these."""

    instrument: Id
    item: Id
    group: Id
    moment: str
    n: int
    texts: tuple[tuple[str, int], ...]
    """The most frequent first."""
    in_short: bool = False
    """Whether somebody has told them in other words."""


@dataclass(frozen=True)
class Returned:
    """How many sheets came back."""

    instrument: Id
    moment: str
    group: Id
    sheets: int | None
    people: int | None
    """Who could have filled one in; nothing where nobody counted."""
    coded: int | None = None
    """Sheets of a test with a code that is used once."""


@dataclass(frozen=True)
class Counts:
    """Everything that is counted of one workshop."""

    distributions: tuple[Distribution, ...] = ()
    movements: tuple[Movement, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    words: tuple[OwnWords, ...] = ()
    returned: tuple[Returned, ...] = ()
    discriminations: tuple[Discrimination, ...] = ()
    public: bool = False
    """Whether small numbers are withheld."""


def points_of(instrument: Instrument, item: Item) -> tuple[int, ...]:
    """The values of an item's scale in the order of the form; none for choices and own words.

    It is `(1, 2, 3, 4, 5)` for a scale from 1 to 5.
    """
    if not isinstance(item, StatementItem | SessionsItem):
        return ()
    return tuple(point.value for scale in instrument.scales if scale.id == item.scale for point in scale.points)


def better_of(item: Item) -> str | None:
    """Towards which end of its scale a statement gets better. Sessions are rated towards the high end.

    It is `"high"`, `"low"`, or None where the author has said nothing.
    """
    return item.better if isinstance(item, StatementItem) else "high" if isinstance(item, SessionsItem) else None


def side_of(instrument: Instrument, item: Item) -> tuple[bool, ...]:
    """Which answers lie on the better side of the middle, in the order of the form; none if that is not half of them.

    Where the author has said of no end that it is better, it is the side with the higher values. A scale of two answers has no
    classes but its answers.

    On a scale of `(1, 2, 3, 4, 5)` that is better towards its high end: `(False, False, False, True, True)`.
    """
    points = points_of(instrument, item)
    if len(points) < 3:
        return ()
    middle = (min(points) + max(points)) / 2
    low = better_of(item) == "low"
    side = tuple(point < middle if low else point > middle for point in points)
    return side if sum(side) == len(points) // 2 else ()


def columns_by_item(columns: tuple[Column, ...]) -> dict[tuple[Id, Id], Column]:
    """Columns by item and session.

    `("useful", "opening")` is the key of a rating of a session; `("pace", "")` that of a statement.
    """
    return {(column.item, column.session): column for column in columns if column.item}
