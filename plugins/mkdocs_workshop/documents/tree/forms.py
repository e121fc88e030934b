"""Parts of a document on which people write: tests, evaluation forms, knowledge checks and their keys."""

from dataclasses import dataclass

from .blocks import Inline, Lines

Words = tuple[Inline, ...]
"""A line of words."""


@dataclass(frozen=True)
class SheetBox:
    """A frame for what tells filled-in sheets apart: a code, ticks, or room to write where it has neither."""

    label: str
    """"My code:"."""
    share: float
    """Of the width, compared with the frames beside it."""
    letters: int = 0
    """Boxes for the letters of a code."""
    ticks: tuple[str, ...] = ()
    """Of which one is ticked: the audiences, the moments."""


@dataclass(frozen=True)
class SheetBoxes:
    """The frames at the head of a sheet, side by side."""

    boxes: tuple[SheetBox, ...]
    height: int
    """Millimetres."""


@dataclass(frozen=True)
class ScaleTitle:
    """A title between the rows of a scale."""

    words: Words
    section: bool = True
    """Whether it is the title of a part of the form; else it is a question that the rows below it answer."""


@dataclass(frozen=True)
class ScaleRow:
    """A statement, or the name of a session, that is answered on a scale."""

    number: str
    """Of a statement; empty for a session."""
    words: Words


@dataclass(frozen=True)
class ScalePoint:
    """A point of a scale."""

    value: int
    label: str


@dataclass(frozen=True)
class ScaleTable:
    """Rows with one point to mark in each. What the points mean stands above them, on paper on every page."""

    what: str
    """"Mark one number on each line."."""
    points: tuple[ScalePoint, ...]
    rows: tuple[ScaleTitle | ScaleRow, ...]


@dataclass(frozen=True)
class TickRow:
    """Answers to tick, side by side where there is room."""

    answers: tuple[Words, ...]


@dataclass(frozen=True)
class Asked:
    """A question of a form and the place for its answer; they stay on one page."""

    number: str
    words: Words
    answer: Lines | TickRow
    title: str = ""
    """Of the part of the form that begins here; empty for the other questions of it."""


@dataclass(frozen=True)
class Option:
    """An answer of a knowledge check."""

    words: Words
    right: bool = False
    """Shown in a key alone."""
    feedback: Words = ()
    """Shown in a key alone."""


@dataclass(frozen=True)
class Options:
    """Answers of which one or several are right."""

    options: tuple[Option, ...]


@dataclass(frozen=True)
class Match:
    """Two lists that the reader brings together. The right one is in another order already."""

    left: tuple[Words, ...]
    right: tuple[Words, ...]


@dataclass(frozen=True)
class Pairs:
    """What belongs together, in a key."""

    pairs: tuple[tuple[Words, Words], ...]


@dataclass(frozen=True)
class Order:
    """Things that the reader brings into order. They stand in another order already, but for a key."""

    items: tuple[Words, ...]
    right: bool
    """Whether this is the right order, in a key."""


@dataclass(frozen=True)
class TestQuestion:
    """A question of a knowledge check. It stays on one page."""

    number: str
    words: Words
    how: str
    """"Choose one answer."."""
    answer: Options | Match | Pairs | Order
    feedback: Words = ()
    """On all answers together, in a key."""
    tests: str = ""
    """Which outcome it tests, in a key."""


FormPart = SheetBoxes | ScaleTable | TickRow | Asked | Options | Match | Pairs | Order | TestQuestion
