"""Lists inside of a frame in Word: styles of their own, with the bar and the ground of the frame, so that the frame goes on around them."""

import copy
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.styles.style import StyleFactory

from .word_parts import AFTER_SHADING

FRAMES = ("Note", "Quote")
LISTS = ("List Bullet", "List Bullet 2", "List Number", "List Number 2", "List Continue", "Check")
FARTHEST = 31
"""Points between a line at the side and its words: a limit of the format."""


def in_frame(style: str, around: str) -> str:
    """The style of a list in another one: `in_frame("List Bullet", "Note")` and, in an entry of it, `in_frame("Check", "Note List Continue")`.

    Gives "Note List Bullet" and "Note Check"; around "Normal" the style stays what it is.
    """
    frame = next((frame for frame in FRAMES if around == frame or around.startswith(f"{frame} ")), "")
    return f"{frame} {style}" if frame else style


def add_framed_lists(styles: Any) -> None:
    """Adds these styles to those of a document, which are all made by then."""
    for frame in FRAMES:
        around = styles[frame]
        properties = around.element.pPr
        indent = around.paragraph_format.left_indent or Length(0)
        for name in LISTS:
            # The library first reads the names of all styles, each time that it is asked for a new one.
            made: Any = StyleFactory(
                styles.element.add_style_of_type(f"{frame} {name}", WD_STYLE_TYPE.PARAGRAPH, builtin=False)
            )
            made.base_style = listed = styles[name]
            left, first = _indents(listed)
            made.paragraph_format.left_indent, made.paragraph_format.first_line_indent = Length(left + indent), first
            if name == "Check":
                made.paragraph_format.tab_stops.add_tab_stop(Length(left + indent))
            own = made.element.get_or_add_pPr()
            for part in ("w:pBdr", "w:shd"):
                for line in properties.findall(qn(part)):
                    own.insert_element_before(copy.deepcopy(line), *AFTER_SHADING)
            # The bar stands beside the words; here it keeps its place at the edge of the frame, as far away as Word lets it stand.
            for bar in own.iter(qn("w:left")):
                bar.set(qn("w:space"), str(min(FARTHEST, round(int(bar.get(qn("w:space"))) + Length(left + first).pt))))


def keep_indents(paragraph: Any, style: Any) -> None:
    """Holds a paragraph with numbers of its own where its style puts it: those numbers have places of their own."""
    paragraph.paragraph_format.left_indent = style.paragraph_format.left_indent
    paragraph.paragraph_format.first_line_indent = style.paragraph_format.first_line_indent


def _indents(listed: Any) -> tuple[Length, Length]:
    """Where the lines of a list begin, and its first line from there."""
    form = listed.paragraph_format
    # Where a style does not say it, its numbers do: half an inch for the inner list, a quarter for the others.
    left = form.left_indent if form.left_indent is not None else Pt(36 if listed.name.endswith(" 2") else 18)
    first = form.first_line_indent
    if first is None:
        first = Pt(0 if listed.name == "List Continue" else -18)
    return left, first
