"""What a finished Word document holds, as heights that can be counted: paragraphs with their words, rows of tables, pictures.

flow_of(document)  ->  [Lines(words=((12.5, 3.1), ...), room=174.0, ...), Row(cells=..., least=9.0, ...), ...]

All measures are points. What hangs on the size of the letters grows with it; rows for a hand, pictures and the paper do not.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from .word_letters import LINE, advance

_P, _TBL, _TR, _TC, _R, _T = map(qn, ("w:p", "w:tbl", "w:tr", "w:tc", "w:r", "w:t"))
_PPR, _RPR, _PSTYLE, _VAL, _FRESH = map(qn, ("w:pPr", "w:rPr", "w:pStyle", "w:val", "w:pageBreakBefore"))
_SIZE, _BOLD, _BR, _TAB, _DRAWING = map(qn, ("w:sz", "w:b", "w:br", "w:tab", "w:drawing"))
# Each is asked for a thousand times in a document, and to put a name together takes longer than to look for it.

ROW_LINE = 0.75
"""Points that the line between two rows takes."""
CELL_SIDES = 10.8
"""Points that a cell of Word keeps free at its left and right together."""
LIST_INDENT = 18.0
"""Points at which the text of a list begins where its style does not say."""
_KEPT = 64
"""Sets of styles that are remembered: one for each genre and size of letters."""


@dataclass(frozen=True)
class Style:
    """What a style of paragraphs says, with what it is based on."""

    size: float
    bold: bool
    before: float
    after: float
    line: float
    indent: float
    exact: float = 0
    """Height of a line where it is fixed."""
    close: bool = False
    """Whether paragraphs of this style have no space between them."""
    with_next: bool = False
    above: float = 0
    below: float = 0
    """What lines above and below take, with the space between them and the words."""


@dataclass(frozen=True)
class Lines:
    """A paragraph: the advance of each word with the space after it, and its measures."""

    style: str
    words: tuple[tuple[float, float], ...]
    room: float
    """Width of the column."""
    indent: float
    height: float
    """Of a line."""
    before: float
    after: float
    close: bool = False
    with_next: bool = False
    new_page: bool = False
    fixed: float = 0
    """Height of a picture in it and of its lines, which do not grow with the letters."""
    picture: bool = False


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    cells: tuple[tuple[Item, ...], ...]
    least: float
    whole: bool
    exact: bool = False


Item = Lines | Row


def flow_of(document: WordDocument) -> list[Item]:
    """The parts of a document in their order."""
    section: Any = document.sections[0]
    room = (section.page_width - section.left_margin - section.right_margin) / 12700
    return list(_items(document.element.body, room, _styles(etree.tostring(document.styles.element))))


def page_room(document: WordDocument) -> float:
    """The height of a page inside of its margins."""
    section: Any = document.sections[0]
    return float((section.page_height - section.top_margin - section.bottom_margin) / 12700)


@functools.lru_cache(maxsize=_KEPT)
def _styles(part: bytes) -> Mapping[str, Style]:
    """The styles of paragraphs that a part of a document says, by their ids. Many documents have the same."""
    root: Any = etree.fromstring(part)
    by_id = {style.get(qn("w:styleId")): style for style in root.iter(qn("w:style"))}
    plain = Style(11.0, bold=False, before=0, after=0, line=1.0, indent=0)
    # What the sheet says of all paragraphs stands before every style.
    defaults = root.find(qn("w:docDefaults"))
    for properties in defaults.iter(qn("w:pPrDefault")) if defaults is not None else ():
        plain = _changed(plain, properties.find(qn("w:pPr")), None)
    made: dict[str, Style] = {}

    def resolved(id_: str) -> Style:
        if id_ not in made:
            style = by_id[id_]
            based = style.find(qn("w:basedOn"))
            under = resolved(based.get(qn("w:val"))) if based is not None else plain
            changed = _changed(under, style.find(qn("w:pPr")), style.find(qn("w:rPr")))
            listed = style.find(f".//{qn('w:numPr')}") is not None and changed.indent == 0
            made[id_] = replace(changed, indent=LIST_INDENT) if listed else changed
        return made[id_]

    for id_, style in by_id.items():
        if style.get(qn("w:type")) == "paragraph":
            resolved(id_)
    return MappingProxyType(made)


def _changed(style: Style, paragraph: Any, letters: Any) -> Style:
    """A style with what some properties say instead."""
    if letters is not None:
        size, bold = letters.find(_SIZE), letters.find(_BOLD)
        if size is not None:
            style = replace(style, size=float(size.get(_VAL)) / 2)
        if bold is not None:
            style = replace(style, bold=_on(bold))
    if paragraph is None:
        return style
    for child in paragraph:
        name, value = child.tag.rpartition("}")[2], {key.rpartition("}")[2]: text for key, text in child.items()}
        if name == "spacing":
            style = _spaced(style, value)
        elif name == "ind":
            left = float(value.get("left", value.get("start", style.indent * 20))) / 20
            right = float(value.get("right", value.get("end", 0))) / 20
            style = replace(style, indent=max(0.0, left) + right)
        elif name == "pBdr":
            style = replace(style, above=_edge(child, "top"), below=_edge(child, "bottom"))
        elif name == "contextualSpacing":
            style = replace(style, close=_on(child))
        elif name == "keepNext":
            style = replace(style, with_next=_on(child))
    return style


def _edge(lines: Any, side: str) -> float:
    line = lines.find(qn(f"w:{side}"))
    if line is None or line.get(qn("w:val")) in ("nil", "none"):
        return 0.0
    return float(line.get(qn("w:space"), 0)) + float(line.get(qn("w:sz"), 0)) / 8


def _spaced(style: Style, value: Mapping[str, str]) -> Style:
    before, after = float(value.get("before", style.before * 20)) / 20, float(value.get("after", style.after * 20)) / 20
    style = replace(style, before=before, after=after)
    if "line" not in value:
        return style
    if value.get("lineRule", "auto") == "auto":
        return replace(style, line=float(value["line"]) / 240, exact=0)
    return replace(style, exact=float(value["line"]) / 20)


def _on(switch: Any) -> bool:
    return switch.get(_VAL, "1") not in ("0", "false")


def _items(parent: Any, room: float, styles: Mapping[str, Style]) -> Iterator[Item]:
    for child in parent:
        if child.tag == _P:
            yield _lines(child, room, styles)
        elif child.tag == _TBL:
            yield from _rows(child, room, styles)


def _rows(table: Any, room: float, styles: Mapping[str, Style]) -> Iterator[Row]:
    for row in table.iter(_TR):
        if row.getparent() is not table:
            continue  # of a table inside of a cell
        cells = [child for child in row if child.tag == _TC]
        widths = [_width(cell, room / len(cells)) for cell in cells]
        inside = tuple(
            tuple(_items(cell, width - CELL_SIDES, styles)) for cell, width in zip(cells, widths, strict=True)
        )
        height = row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}")
        least = float(height.get(qn("w:val"))) / 20 if height is not None else 0.0
        least += ROW_LINE
        exact = height is not None and height.get(qn("w:hRule")) == "exact"
        yield Row(inside, least, row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None, exact)


def _width(cell: Any, otherwise: float) -> float:
    width = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    return float(width.get(qn("w:w"))) / 20 if width is not None and width.get(qn("w:type")) == "dxa" else otherwise


def _lines(paragraph: Any, room: float, styles: Mapping[str, Style]) -> Lines:
    properties = paragraph.find(_PPR)
    named = properties.find(_PSTYLE) if properties is not None else None
    id_ = named.get(_VAL) if named is not None else "Normal"
    style = _changed(styles[id_], properties, None)
    words, largest, picture = _words(paragraph, style)
    size = largest or style.size
    breaks = properties.find(_FRESH) if properties is not None else None
    fresh = breaks is not None and _on(breaks)
    return Lines(
        id_, words, room, style.indent, style.exact or size * LINE * style.line, style.before, style.after, style.close,
        style.with_next, fresh, picture + style.above + style.below, picture > 0,
    )  # fmt: skip


def _words(paragraph: Any, style: Style) -> tuple[tuple[tuple[float, float], ...], float, float]:
    """The words of a paragraph, the size of its largest letters, and the height of a picture in it."""
    words: list[tuple[float, float]] = []
    largest = picture = open_ = 0.0
    for run in paragraph.iter(_R):
        letters = run.find(_RPR)
        own = _changed(style, None, letters)
        em = own.size / 1000
        for node in run:
            if node.tag == _T and node.text:
                largest = max(largest, own.size)
                pieces = node.text.split(" ")
                for number, piece in enumerate(pieces):
                    open_ += advance(piece, own.bold) * em
                    if number < len(pieces) - 1:
                        words.append((open_, advance(" ", own.bold) * em))
                        open_ = 0.0
            elif node.tag in (_BR, _TAB):
                words.append((open_, NEW_LINE if node.tag == _BR else advance(" ", own.bold) * em))
                open_ = 0.0
            elif node.tag == _DRAWING:
                picture += max((float(extent.get("cy")) / 12700 for extent in node.iter(qn("wp:extent"))), default=0.0)
    return (*words, (open_, 0.0)), largest, picture


NEW_LINE = 1e6
"""The space after a word behind which a line ends."""
