"""Blocks to typst code. Every word of an author becomes a string literal, so that nothing in a text can be read as code."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..text import Blank, Citation, CountryValue, CrossLink, FactValue, Piece, TermWord
from .blocks import (
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
    blocks,
)


def literal(text: str) -> str:
    """A string literal of typst."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def words(text: str) -> str:
    """Words in content."""
    return f"#{literal(text)}" if text else ""


def _ratio(svg: str) -> float:
    """Width by height of a drawing."""
    match = re.search(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"', svg)
    return float(match[1]) / float(match[2]) if match else 1.0


@dataclass(frozen=True)
class Typesetter:
    """Writes the blocks of one document. What the marks say comes from outside, as plain text."""

    pieces: Callable[[str], Sequence[Piece]]
    """The resolved pieces of a text."""
    plain: Callable[[str], str]
    """A text without any markup."""
    fact: Callable[[FactValue], tuple[str, str, str]]
    """Value, citation and badge of a fact; each may be empty."""
    cite: Callable[[Citation], str]
    """The label of a citation."""
    entry: Callable[[CountryValue], tuple[str | None, str]]
    """The value of a country entry, or None and the words of the blank."""
    svg: Callable[[str], tuple[str, str]]
    """A figure as SVG without variables, and the text for those who can not see it."""

    def text(self, text: str) -> str:
        """An author's text as typst content."""
        return self.blocks(blocks(self.pieces(text)))

    def line(self, text: str) -> str:
        """An author's line as typst content, without a paragraph of its own."""
        return "".join(
            self.inlines(block.children) for block in blocks(self.pieces(text)) if isinstance(block, Paragraph)
        )

    def blocks(self, tree: Sequence[Block]) -> str:
        """Some blocks, one below the other."""
        return "\n\n".join(self._block(block) for block in tree)

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(children):
                return self.inlines(children)
            case Heading(level, children):
                return f"#heading(level: {level})[{self.inlines(children)}]"
            case List(ordered, items):
                return self._list(ordered, items)
            case Table(head, rows):
                cells = ", ".join(f"[{self.inlines(cell)}]" for cell in head)
                lines = ", ".join("(" + ", ".join(f"[{self.inlines(cell)}]" for cell in row) + ",)" for row in rows)
                return f"#columns-table({len(head)}, ({cells},), ({lines},))"
            case Quote(inner):
                return f"#quote(block: true)[{self.blocks(inner)}]"
            case Note(title, inner):
                return f"#note({literal(title)})[{self.blocks(inner)}]"
            case Figure(id_):
                svg, alt = self.svg(id_)
                return f"#drawing(bytes({literal(svg)}), {literal(alt)}, {_ratio(svg):.4f})"
            case Lines(count):
                return f"#writing-lines({count})"
            case Break():
                return "#pagebreak(weak: true)"

    def _list(self, ordered: bool, items: Sequence[Item]) -> str:
        if any(item.box for item in items):
            return "#ticks(" + ", ".join(f"[{self.blocks(item.blocks)}]" for item in items) + ")"
        name = "enum" if ordered else "list"
        return f"#{name}(" + ", ".join(f"[{self.blocks(item.blocks)}]" for item in items) + ")"

    def inlines(self, children: Sequence[Inline]) -> str:
        """Words in a row."""
        return "".join(self._inline(child) for child in children)

    def _inline(self, child: Inline) -> str:
        match child:
            case Text(text):
                return words(text)
            case Strong(inner):
                return f"#strong[{self.inlines(inner)}]"
            case Emphasis(inner):
                return f"#emph[{self.inlines(inner)}]"
            case Link(inner, address):
                return f"#link({literal(address)})[{self.inlines(inner)}]"
            case Mark(piece):
                return self._mark(piece)

    def _mark(self, piece: Piece) -> str:
        match piece:
            case FactValue():
                value, cite, badge = self.fact(piece)
                marked = f"#strong({literal(value)})" if piece.fact.value else words(value)
                return (
                    marked
                    + (f'#" "#cited({literal(cite)})' if cite else "")
                    + (f'#" "#badge({literal(badge)})' if badge else "")
                )
            case Citation():
                return f"#cited({literal(self.cite(piece))})"
            case CountryValue():
                local, blank = self.entry(piece)
                return words(local) if local is not None else f"#local({literal(blank)})"
            case TermWord(term):
                return words(term.term)
            case CrossLink(_, _, title):
                return f"#emph({literal(self.plain(title))})"
            case Blank(label):
                return f"#blank({literal(label)})"
        return ""
