"""What a document is: its frame and its tree, as plain data.

A function of an edition makes it (`papers.handout`, `guide.guide`, ...); emitters turn it into PDF or Word and know nothing of
modules. Authors' texts are the blocks of `blocks.py`; here stand the few parts that papers have besides.
"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from .blocks import Block, Cite, Heading, Item, List, Paragraph, Strong, Text
from .books import BookPart, Cover
from .forms import FormPart, Words
from .pages import PagePart
from .sides import SidePart
from .walk import rebuilt

Frame = Literal["sheet", "list", "form", "plan", "book", "poster", "bare", "report"]
"""How a document looks around its tree: a paper, a list of people, a black and white form, a book with a cover, one large page, nothing at all."""


@dataclass(frozen=True)
class Section:
    """A titled part of a paper."""

    title: str
    blocks: "tuple[Part, ...]"
    level: int = 2
    picture: str = ""
    """A drawing beside it, as SVG, that adorns and says nothing of its own."""


@dataclass(frozen=True)
class Questions:
    """Numbered questions to talk about."""

    lines: tuple[Words, ...]
    room: int = 0
    """Writing lines below each on paper. In Word, where people type, there is always some."""


@dataclass(frozen=True)
class Titled:
    """A small title that stands in no list of contents, and what belongs to it."""

    title: str
    blocks: "tuple[Part, ...]"


@dataclass(frozen=True)
class Aside:
    """What a facilitator needs to know, in a frame."""

    title: str
    blocks: "tuple[Part, ...]"


@dataclass(frozen=True)
class Messages:
    """What to remember, in a frame."""

    title: str
    lines: tuple[Words, ...]


@dataclass(frozen=True)
class Captioned:
    """A line that begins with a label: "Short of time? Leave out step 3."."""

    label: str
    words: Words


@dataclass(frozen=True)
class Small:
    """A line in small letters."""

    words: Words


@dataclass(frozen=True)
class Columns:
    """Two columns; the right one may be empty."""

    left: "tuple[Part, ...]"
    right: "tuple[Part, ...]" = ()


@dataclass(frozen=True)
class Facts:
    """Labels with short values."""

    facts: tuple[tuple[str, str], ...]


Cell = tuple[Words, ...]
"""The lines of a cell."""


@dataclass(frozen=True)
class Grid:
    """A table whose columns have widths of their own."""

    widths: tuple[int | float, ...]
    """A whole number counts millimetres, another one is a share of the width that is left."""
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Counted:
    """Things with their numbers, to tick when they are packed."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Closing:
    """What stands below everything, in small letters: sources and notice."""

    label: str
    """"Sources"."""
    sources: tuple[Cite, ...]
    notice: tuple[str, ...]
    without_notes: bool = False
    """Whether it is for formats alone in which sources can not stand at the foot of the page."""


Layout = (
    Section | Questions | Titled | Aside | Messages | Captioned | Small | Columns | Facts | Grid | Counted | Closing
    | BookPart | FormPart | PagePart | SidePart
)  # fmt: skip
Part = Block | Layout


@dataclass(frozen=True)
class Document:
    """A document in one language, before any format. All words in it are plain."""

    kind: str
    """`handout`, `case`, `guide`, ...: what lists of downloads call it (`download.kind.*`)."""
    id: str
    """The id of the handout, case, form, module or programme."""
    name: str
    """The name of its file, without format."""
    title: str
    what: str
    """What stands above the title: "Checklist · Police"."""
    use: str
    """What stands below it: when to take it in your hand. May be empty."""
    parts: tuple[Part, ...]
    language: str
    manual: str
    """Who says so: the title of the manual."""
    head: str
    """What stands at the top of each page in Word: the module and the document by their ids."""
    subject: str
    """Key words for those who look for the file."""
    foot: str
    """What stands at the foot of each page: manual, document, version, date, licence."""
    day: dt.date
    frame: Frame = "sheet"
    form: str = ""
    """The genre of a handout (`letter`, `card`, ...), which decides its grid; empty for what is none."""
    size: str = "A4"
    """`A3`, `A4`, `A5` or `A6`."""
    colour: str = "navy"
    mark: str = ""
    """What stands above the title on the right."""
    listed: str = ""
    """Its title in lists of downloads, where it differs."""
    written_on: bool = False
    """Whether what is written needs the whole width."""
    turned: bool = False
    """Whether the paper lies on its side."""
    most_pages: int = 0
    """Of which it must not take more; 0 where any number will do."""
    cover: Cover | None = None


def text(words: str) -> Words:
    """Plain words as a line."""
    return (Text(words),) if words else ()


def strong(words: str) -> Words:
    """Words that stand out as a line."""
    return (Strong((Text(words),)),)


def heading(level: int, words: str) -> Heading:
    """A heading of plain words."""
    return Heading(level, (Text(words),))


def paragraph(words: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Text(words),))


def listed(lines: "tuple[Words, ...] | list[Words]", *, ordered: bool = False, box: bool = False) -> List:
    """A list with an entry for each line; with `box`, a box to tick stands before each."""
    return List(ordered, tuple(Item((Paragraph(line),), box) for line in lines))


def deeper(tree: tuple[Block, ...]) -> tuple[Block, ...]:
    """A text whose sub-headings stand one level lower, as in a book whose chapters hold whole readings."""
    return rebuilt(tree, lambda node: replace(node, level=node.level + 1) if isinstance(node, Heading) else node)
