"""Numbers before the titles of sections in Word, in genres whose parts are done one after the other."""

from docx.shared import RGBColor
from docx.text.paragraph import Paragraph

from .word_parts import element

COUNTED = frozenset({"form", "log", "procedure"})
"""Genres that count their parts."""


def numbered(heading: Paragraph, number: int, dark: str, *, boxed: bool) -> None:
    """Puts a number before a title: white in a black box, or large and in the colour of the theme in the margin."""
    run = heading.add_run(f"\u2002{number}\u2002" if boxed else str(number))
    if boxed:
        run.font.color.rgb = RGBColor(255, 255, 255)
        shade = element("w:shd", val="clear", color="auto", fill="14212E")
        run._r.get_or_add_rPr().append(shade)  # noqa: SLF001  the library has no word for the ground of words
        heading.add_run("\u2002")
    else:
        run.font.color.rgb = RGBColor.from_string(dark)
        heading.add_run("\t")
