"""Numbers before the titles of sections in Word, in genres whose parts are done one after the other."""

from typing import Literal

from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from .word_parts import element

COUNTED = frozenset({"form", "log", "procedure"})
"""Genres that count their parts."""


Way = Literal["boxed", "beside", "before"]
"""How a number stands: white in a black box, large in the margin, or large where there is no margin."""


def numbered(heading: Paragraph, number: int, dark: str, way: Way) -> None:
    """Puts a number before a title, in the colour `dark` of the theme where it has no box."""
    run = heading.add_run(f"\u2002{number}\u2002" if way == "boxed" else str(number))
    if way == "boxed":
        run.font.color.rgb = RGBColor(255, 255, 255)
        shade = element("w:shd", val="clear", color="auto", fill="14212E")
        run._r.get_or_add_rPr().append(shade)  # noqa: SLF001  the library has no word for the ground of words
        heading.add_run("\u2002")
        return
    run.font.color.rgb = RGBColor.from_string(dark)
    heading.add_run("\t" if way == "beside" else "\u2002")
    if way == "before":
        heading.paragraph_format.left_indent = heading.paragraph_format.first_line_indent = Pt(0)
