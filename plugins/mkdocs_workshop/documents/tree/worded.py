"""Figures whose drawing is a form around words, as plain data for a page: bars, comparisons, blocks, layers, time lines.

All words in it are plain.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """A number as a length."""

    label: str
    shown: str
    """The number in words: "12 of 100"."""
    length: float
    """Per cent of the room."""
    sure: float
    """Per cent of the length; the rest is the part of a range that may be less."""


@dataclass(frozen=True)
class Bars:
    """Lengths to scale from zero."""

    unit: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Comparison:
    """A table with a name for each row and for each column."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    """The name of a row and its cells, one for each column."""


@dataclass(frozen=True)
class Told:
    """A short title and what belongs to it."""

    title: str
    words: str


@dataclass(frozen=True)
class Steps:
    """Blocks in their order."""

    blocks: tuple[Told, ...]


@dataclass(frozen=True)
class Nested:
    """Layers, the outermost first; each holds the one within it."""

    layers: tuple[Told, ...]


@dataclass(frozen=True)
class Moment:
    """A point of a time line."""

    when: str
    title: str
    words: str
    """May be empty."""


@dataclass(frozen=True)
class Moments:
    """A time line."""

    points: tuple[Moment, ...]
    across: bool
    """Whether the moments are few and short enough to stand side by side on a wide page."""


Worded = Bars | Comparison | Steps | Nested | Moments
