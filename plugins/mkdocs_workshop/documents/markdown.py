"""An author's Markdown as blocks, parsed once for every format that is not the web.

Marks of the inline language travel through the Markdown parser as single private-use characters and come out as pieces.
`texts.py` puts them in words; emitters then need nothing but the tree.
"""

import functools
import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from ..reading.marks import FigureHere, PageBreak, Piece, Plain, WritingLines
from .tree.blocks import (
    Block,
    Break,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Item,
    Lines,
    Link,
    List,
    Mark,
    Note,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)

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
