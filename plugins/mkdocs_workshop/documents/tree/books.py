"""Parts of books and lesson plans: chapters, days by the clock, sessions, activities."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blocks import Block
from .forms import Words

if TYPE_CHECKING:
    from .document import Part


@dataclass(frozen=True)
class Step:
    """What is done, and how long it takes."""

    words: Words
    minutes: str
    """"5 min"; empty where nobody said."""
    below: tuple[Block, ...] = ()
    """What helps at this step: cues, for facilitators."""
    at: str = ""
    """The clock when it begins; empty where only its length is known."""


@dataclass(frozen=True)
class Activity:
    """A timed part of a session."""

    mark: str
    """What stands out beside it: the clock, or its number."""
    minutes: str
    title: str
    how: str
    """Method and grouping."""
    steps: tuple[Step, ...]
    blocks: "tuple[Part, ...]"
    """What stands below the steps."""
    icon: str = ""
    """The way to work, as SVG; the same stands in words in `how`."""
    plan: str = ""
    """How the room stands, as SVG; the same stands in words among the notes. Empty where nobody said."""
    notes: str = ""
    """What stands above lines to write on, where paper leaves the rest of a page empty before it; empty where no page is left."""


@dataclass(frozen=True)
class Chapter:
    """A part of a book; it begins on a new page."""

    title: str


@dataclass(frozen=True)
class ClockRow:
    """A slot of a day."""

    time: str
    """"08:45–09:30"."""
    title: str
    theme: str
    minutes: str
    colour: str
    pause: bool


@dataclass(frozen=True)
class Clock:
    """A day by the clock."""

    head: tuple[str, ...]
    rows: tuple[ClockRow, ...]


@dataclass(frozen=True)
class SessionHead:
    """The head of a session in a book."""

    title: str
    kicker: str
    """What stands above it: "Session 3 · Health"."""
    time: str
    purpose: str
    colour: str
    fresh: bool
    """Whether it begins on a new page."""
    notes: str = ""
    """What stands above lines to write on, where paper leaves a whole page before it; empty where no page is left."""


@dataclass(frozen=True)
class Cover:
    """The first page of a book."""

    subtitle: str
    facts: tuple[tuple[str, str], ...]
    """Number and what it counts: "2", "days"."""
    contents: str
    """The title of the list of contents."""
    picture: str = ""
    """A drawing that adorns it, as SVG."""


@dataclass(frozen=True)
class Answered:
    """A question that stands out, and what a good answer contains."""

    question: Words
    answer: "tuple[Part, ...]"


@dataclass(frozen=True)
class Thumb:
    """A slide, small."""

    number: str
    title: str
    picture: str = ""
    """Its drawing, as SVG."""
    large: str = ""
    """The number that it shows."""
    words: str = ""
    """Its first words, for one without a drawing."""


@dataclass(frozen=True)
class Thumbs:
    """Slides that are shown, small."""

    label: str
    slides: tuple[Thumb, ...]


@dataclass(frozen=True)
class Given:
    """Papers that are given out here; the index of the book leads to this page."""

    label: str
    papers: tuple[str, ...]


@dataclass(frozen=True)
class Kit:
    """Things to bring: a box to tick, a small drawing and the words of each."""

    title: str
    things: tuple[tuple[str, str], ...]
    """A drawing as SVG, which may be empty, and what it is with its number."""


@dataclass(frozen=True)
class Notes:
    """Lines to write on, as many as the rest of the page holds."""

    label: str


@dataclass(frozen=True)
class Index:
    """The papers of a book from A on, each with the pages on which it is given out."""

    title: str


BookPart = Activity | Answered | Chapter | Clock | Given | Index | Kit | Notes | SessionHead | Thumbs
