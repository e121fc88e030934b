"""The block tree of an author's text, for every format that is not the web. `markdown.py` reads it, `texts.py` puts it in words."""

from dataclasses import dataclass

from ...figures.road import Station
from ...reading.marks import Piece
from .sides import Both


@dataclass(frozen=True)
class Panel:
    """A step of a strip: what is drawn, and what to do."""

    svg: str
    words: str


@dataclass(frozen=True)
class Text:
    """Words."""

    text: str


@dataclass(frozen=True)
class Strong:
    """Words that stand out."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True)
class Emphasis:
    """Words in italics."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True)
class Link:
    """Words that lead to an address."""

    children: "tuple[Inline, ...]"
    address: str


@dataclass(frozen=True)
class Mark:
    """A mark of the inline language, resolved to a piece but not yet put in words."""

    piece: Piece


@dataclass(frozen=True)
class Cite:
    """A citation."""

    label: str
    """Short, in the text: "Aspinall et al. 2014"."""
    reference: str
    """The whole reference, for a footnote or a list."""
    address: str
    """Where it can be read; empty where there is no address."""


@dataclass(frozen=True)
class Value:
    """A figure about the world, or a value of the country sheet."""

    text: str
    strong: bool
    """Whether it is a figure that stands out, rather than a sentence."""
    badge: str
    """What stands on something that nobody has verified; empty if somebody has."""


@dataclass(frozen=True)
class ToFill:
    """What somebody must fill in locally."""

    label: str


@dataclass(frozen=True)
class Field:
    """A labelled blank to fill in by hand."""

    label: str


@dataclass(frozen=True)
class Box:
    """A box to tick, in a cell."""


Inline = Both | Box | Text | Strong | Emphasis | Link | Mark | Cite | Value | ToFill | Field


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]


@dataclass(frozen=True)
class Heading:
    """A sub-heading; level 3 stands right below a section."""

    level: int
    children: tuple[Inline, ...]


@dataclass(frozen=True)
class Item:
    """An entry of a list."""

    blocks: "tuple[Block, ...]"
    box: bool = False
    """Whether a box to tick stands before it."""


@dataclass(frozen=True)
class List:
    """A list."""

    ordered: bool
    items: tuple[Item, ...]
    first: int = 1
    """Where an ordered one begins to count."""


@dataclass(frozen=True)
class Table:
    """A table: the head, then the rows."""

    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


@dataclass(frozen=True)
class Quote:
    """Somebody's words."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True)
class Note:
    """Something in a frame, with a title."""

    title: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True)
class Figure:
    """The place of a drawn figure."""

    id: str


@dataclass(frozen=True)
class Picture:
    """A drawn figure with its words."""

    id: str
    title: str
    svg: str
    """With all colours written out."""
    alt: str
    """What it shows, for those who can not see it."""
    caption: tuple[Inline, ...]
    panels: tuple[Panel, ...] = ()
    """The panels of a strip, for formats that can set their words as text; others show the whole drawing."""
    stations: tuple[Station, ...] = ()
    """The stations of a path, for posters; other papers show the drawing."""


@dataclass(frozen=True)
class Lines:
    """Empty lines to write on."""

    count: int


@dataclass(frozen=True)
class Break:
    """A new page."""


Block = Paragraph | Heading | List | Table | Quote | Note | Figure | Picture | Lines | Break
