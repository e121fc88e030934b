"""The block tree: an author's Markdown parsed once, for every format that is not the web.

Marks of the inline language travel through the Markdown parser as single private-use characters and come out as pieces.
`texts.py` puts them in words; emitters then need nothing but the tree.
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from ..reading.marks import FigureHere, PageBreak, Piece, Plain, WritingLines
from .tree_sides import Both


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


@dataclass(frozen=True)
class Lines:
    """Empty lines to write on."""

    count: int


@dataclass(frozen=True)
class Break:
    """A new page."""


Block = Paragraph | Heading | List | Table | Quote | Note | Figure | Picture | Lines | Break

_FIRST = 0xE000
"""Start of the private use area: no author types such a character."""
_HEADING_ID = re.compile(r"\s*\{ ?#[a-z0-9-]+ ?\}\s*$")
_BOX = re.compile(r"<input[^>]*>")


@functools.cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable("table").use(tasklists_plugin).use(admon_plugin)


def blocks(pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """The blocks of a resolved text."""
    marks: list[Piece] = []
    text = ""
    for piece in pieces:
        if isinstance(piece, Plain):
            text += piece.text
            continue
        sign = chr(_FIRST + len(marks))
        marks.append(piece)
        # What is a block of its own must not be swallowed by the paragraph before it.
        text += f"\n\n{sign}\n\n" if isinstance(piece, FigureHere | WritingLines | PageBreak) else sign
    return _Reader(marks).blocks(SyntaxTreeNode(_parser().parse(text)).children)


class _Reader:
    """Turns the parser's nodes into ours."""

    def __init__(self, marks: Sequence[Piece]) -> None:
        self.marks = marks

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Block, ...]:
        return tuple(block for node in nodes if (block := self.block(node)) is not None)

    def block(self, node: SyntaxTreeNode) -> Block | None:
        match node.type:
            case "paragraph":
                return self._paragraph(node)
            case "heading":
                children = self.inline(node)
                if children and isinstance(children[-1], Text):
                    children = (*children[:-1], Text(_HEADING_ID.sub("", children[-1].text)))
                return Heading(int(node.tag[1:]), children)
            case "bullet_list" | "ordered_list":
                return List(node.type == "ordered_list", tuple(self._item(item) for item in node.children))
            case "table":
                rows = [self._row(row) for part in node.children for row in part.children]
                return Table(rows[0], tuple(rows[1:]))
            case "blockquote":
                return Quote(self.blocks(node.children))
            case "admonition":
                title = "".join(child.content for child in _inlines(node.children[0]))
                return Note(title, self.blocks(node.children[1:]))
            case "code_block" | "fence":
                return Paragraph((Text(node.content.rstrip("\n")),))
        return None

    def _paragraph(self, node: SyntaxTreeNode) -> Block | None:
        children = self.inline(node)
        if len(children) == 1 and isinstance(children[0], Mark):
            match children[0].piece:
                case FigureHere(figure):
                    return Figure(figure)
                case WritingLines(count):
                    return Lines(count)
                case PageBreak():
                    return Break()
        return Paragraph(children) if children else None

    def _item(self, node: SyntaxTreeNode) -> Item:
        return Item(self.blocks(node.children), "task-list-item" in str(node.attrs.get("class", "")))

    def _row(self, node: SyntaxTreeNode) -> tuple[tuple[Inline, ...], ...]:
        return tuple(self.inline(cell) for cell in node.children)

    def inline(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        found = [piece for child in _inlines(node) for piece in self._inline(child)]
        found = [piece for piece in found if piece != Text("")]
        if found and isinstance(found[0], Text):
            # The box of a task list leaves a space behind.
            found[0] = Text(found[0].text.lstrip())
        return tuple(found)

    def _inline(self, node: SyntaxTreeNode) -> list[Inline]:
        match node.type:
            case "text" | "code_inline":
                return self._split(node.content)
            case "softbreak" | "hardbreak":
                return [Text(" ")]
            case "strong":
                return [Strong(self.inline(node))]
            case "em":
                return [Emphasis(self.inline(node))]
            case "link":
                return [Link(self.inline(node), str(node.attrs["href"]))]
            case "html_inline":
                # The box of a task list; authors' own HTML is refused (W601).
                return self._split(_BOX.sub("", node.content))
        return []

    def _split(self, text: str) -> list[Inline]:
        found: list[Inline] = []
        for part in re.split(r"([\uE000-\uF8FF])", text):
            if part and _FIRST <= ord(part[0]) < _FIRST + len(self.marks):
                found.append(Mark(self.marks[ord(part[0]) - _FIRST]))
            else:
                found.append(Text(part))
        return found


def _inlines(node: SyntaxTreeNode) -> Sequence[SyntaxTreeNode]:
    """The inline nodes below a block: the parser wraps them once more."""
    if len(node.children) == 1 and node.children[0].type == "inline":
        return node.children[0].children
    return node.children
