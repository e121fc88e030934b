"""Blocks to typst code. Every word of an author becomes a string literal, so that nothing in a text can be read as code."""

import re
from collections.abc import Sequence

from ...ground.column_widths import shares
from ...ground.language_tags import is_tagged, runs, untagged
from ..tree.blocks import (
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
    Panel,
    Paragraph,
    Picture,
    Quote,
    Strong,
    Table,
    Text,
    ToFill,
    Value,
)
from ..tree.proof import inline_words
from ..tree.sides import Both
from .fills import Ask, all_short, asks, has_blank, local_entries, short
from .footnotes import Noted


def literal(text: str) -> str:
    """A string literal of typst; content where some words of it stand in another language.

    `literal("no")` gives `'"no"'`.
    """
    return f"[{words(text)}]" if is_tagged(text) else string(text)


def string(text: str) -> str:
    """A string literal of typst, whatever is marked in the text. `string("no")` gives `'"no"'`."""
    return '"' + untagged(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def words(text: str) -> str:
    """Words in content. `words("Costs $5")` gives `'#"Costs $5"'`."""
    if not is_tagged(text):
        return f"#{string(text)}" if text else ""
    return "".join(
        f"#text(lang: {string(language)}, {string(run)})" if language else f"#{string(run)}"
        for run, language in runs(text)
    )


def _ratio(svg: str) -> float:
    """Width by height of a drawing."""
    match = re.search(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"', svg)
    return float(match[1]) / float(match[2]) if match else 1.0


def typeset(tree: Sequence[Block], most_columns: int = 9) -> str:
    """Some blocks, one below the other. A table with more columns is set row by row.

    Raises ValueError for a mark that has not been put in words.
    """
    return "\n\n".join(_block(block, most_columns) for block in tree)


def inlines(children: Sequence[Inline]) -> str:
    """Words in a row."""
    return "".join(_inline(child) for child in children)


def _cells(row: Sequence[Sequence[Inline]]) -> str:
    return "(" + ", ".join(f"[{_cell(cell)}]" for cell in row) + ",)"


def _cell(cell: Sequence[Inline]) -> str:
    if len(cell) == 1 and isinstance(cell[0], Field):
        return f"#cell-blank({literal(cell[0].label)})"
    return inlines(cell)


def _block(block: Block, most: int) -> str:
    match block:
        case Paragraph(children):
            return _paragraph(children)
        case Heading(level, children):
            return f"#heading(level: {level})[{inlines(children)}]"
        case List(ordered, items):
            return _list(block, ordered, items, most)
        case Table(head, rows):
            shown = f"{_cells(head)}, ({', '.join(map(_cells, rows))},)"
            if len(head) > most:
                return f"#rows-table({shown})"
            widths = shares([[inline_words(cell) for cell in row] for row in (head, *rows)])
            return f"#columns-table(({', '.join(f'{width:.3f}' for width in widths)},), {shown})"
        case Quote(inner):
            return f"#quote(block: true)[{typeset(inner, most)}]"
        case Note(title, inner):
            return f"#note({literal(title)})[{typeset(inner, most)}]"
        case Picture(_, title, svg, alt, caption, steps, stations):
            if steps:
                return _strip(title, steps, alt, inlines(caption))
            if stations:
                shown = ", ".join(f"({', '.join(map(literal, station))})" for station in stations)
                return (
                    f"#road({literal(title)}, bytes({string(svg)}), {string(alt)}, {_ratio(svg):.4f}, ({shown},))"
                    f"[{inlines(caption)}]"
                )
            return (
                f"#drawing({literal(title)}, bytes({string(svg)}), {string(alt)}, {_ratio(svg):.4f})"
                f"[{inlines(caption)}]"
            )
        case Lines(count):
            return f"#writing-lines({count})"
        case Break():
            return "#next-page"
        case Figure(id_):
            raise ValueError(f"figure {id_} has not been drawn")


def _paragraph(children: Sequence[Inline]) -> str:
    found = asks(children)
    if found is None:
        return inlines(children)
    if short(found):
        return f"#asks({', '.join(f'[{_ask(ask)}]' for ask in found)})"
    return "\n\n".join(map(_ask, found))


def _strip(title: str, steps: Sequence[Panel], alt: str, caption: str) -> str:
    panels = ", ".join(f"(bytes({string(panel.svg)}), {literal(panel.words)})" for panel in steps)
    return f"#strip({literal(title)}, ({panels},), {string(alt)})[{caption}]"


def _ask(ask: Ask) -> str:
    dashed = "true" if isinstance(ask.blank, ToFill) else "false"
    return f"#ask([{inlines(ask.prompt)}], {literal(ask.blank.label)}, dashed: {dashed})"


def _list(block: List, ordered: bool, items: Sequence[Item], most: int) -> str:
    local = local_entries(block)
    if local is not None:
        return f"#fill-in({', '.join(map(_local, local))})"
    # Where something is written, a hand needs room above and below.
    room = [any(map(has_blank, items[index : index + 2])) for index in range(len(items))]
    entries = ", ".join(
        f"[{typeset(item.blocks, most)}{'#v(0.5em)' if more else ''}]" for item, more in zip(items, room, strict=True)
    )
    if any(item.box for item in items):
        written = "".join(f"{index}, " for index, item in enumerate(items) if has_blank(item))
        return f"#ticks({entries}, short: {'true' if all_short(items) else 'false'}, written: ({written}))"
    start = f"start: {block.first}, " if ordered and block.first != 1 else ""
    return f"#{'enum' if ordered else 'list'}({start}{entries})"


def _local(entry: Ask | tuple[Inline, ...]) -> str:
    if isinstance(entry, Ask):
        return f"([{inlines(entry.prompt)}], {literal(entry.blank.label)}, none)"
    return f'([], "", [{inlines(entry)}])'


def _inline(child: Inline) -> str:
    match child:
        case Text(text):
            return words(text)
        case Both(first, second, language):
            return f"#both([{inlines(first)}], {string(language)}, [{inlines(second)}])"
        case Strong(inner):
            return f"#strong[{inlines(inner)}]"
        case Emphasis(inner):
            return f"#emph[{inlines(inner)}]"
        case Link(inner, address):
            return f"#link({string(address)})[{inlines(inner)}]"
        case Noted(label, reference, _, note, again):
            return f"#footnote(<{note}>)" if again else f"#noted({literal(label)}, {literal(reference)})<{note}>"
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
