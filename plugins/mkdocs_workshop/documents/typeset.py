"""Blocks to typst code. Every word of an author becomes a string literal, so that nothing in a text can be read as code."""

import re
from collections.abc import Sequence

from .blocks import (
    Block,
    Box,
    Break,
    Cite,
    Emphasis,
    Field,
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
    Picture,
    Quote,
    Strong,
    Table,
    Text,
    ToFill,
    Value,
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


def typeset(tree: Sequence[Block]) -> str:
    """Some blocks, one below the other. Raises ValueError for a mark that has not been put in words."""
    return "\n\n".join(_block(block) for block in tree)


def inlines(children: Sequence[Inline]) -> str:
    """Words in a row."""
    return "".join(_inline(child) for child in children)


def _cells(row: Sequence[Sequence[Inline]]) -> str:
    return "(" + ", ".join(f"[{inlines(cell)}]" for cell in row) + ",)"


def _block(block: Block) -> str:
    match block:
        case Paragraph(children):
            return inlines(children)
        case Heading(level, children):
            return f"#heading(level: {level})[{inlines(children)}]"
        case List(ordered, items):
            return _list(ordered, items)
        case Table(head, rows):
            return f"#columns-table({len(head)}, {_cells(head)}, ({', '.join(map(_cells, rows))},))"
        case Quote(inner):
            return f"#quote(block: true)[{typeset(inner)}]"
        case Note(title, inner):
            return f"#note({literal(title)})[{typeset(inner)}]"
        case Picture(_, title, svg, alt, caption):
            return (
                f"#drawing({literal(title)}, bytes({literal(svg)}), {literal(alt)}, {_ratio(svg):.4f})"
                f"[{inlines(caption)}]"
            )
        case Lines(count):
            return f"#writing-lines({count})"
        case Break():
            return "#pagebreak(weak: true)"
        case Figure(id_):
            raise ValueError(f"figure {id_} has not been drawn")


def _list(ordered: bool, items: Sequence[Item]) -> str:
    entries = ", ".join(f"[{typeset(item.blocks)}]" for item in items)
    if any(item.box for item in items):
        return f"#ticks({entries})"
    return f"#{'enum' if ordered else 'list'}({entries})"


def _inline(child: Inline) -> str:
    match child:
        case Text(text):
            return words(text)
        case Strong(inner):
            return f"#strong[{inlines(inner)}]"
        case Emphasis(inner):
            return f"#emph[{inlines(inner)}]"
        case Link(inner, address):
            return f"#link({literal(address)})[{inlines(inner)}]"
        case Cite(label, reference, _):
            return f"#cited({literal(label)}, {literal(reference)})"
        case Value(text, strong, badge):
            shown = f"#strong({literal(text)})" if strong else words(text)
            return shown + (f'#" "#badge({literal(badge)})' if badge else "")
        case ToFill(label):
            return f"#local({literal(label)})"
        case Box():
            return "#tickbox"
        case Field(label):
            return f"#blank({literal(label)})"
        case Mark(piece):
            raise ValueError(f"{piece} has not been put in words")
