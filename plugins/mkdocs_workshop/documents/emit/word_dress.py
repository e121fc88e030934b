"""The styles of Word by genre, so that a letter looks like a letter and a worksheet like a worksheet.

All is said in styles: who edits a paper, or takes its template for another, keeps the look.
"""

from typing import Any

from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from .word_parts import border, shade
from .word_sheets import Sheet

NARROW = 120
"""Millimetres: on a sheet that is less wide, titles of cards are small."""
INK, SOFT, HAIR, WHITE = "14212E", "4A5B6C", "9AA7B3", "FFFFFF"


def dress(styles: Any, sheet: Sheet, dark: str, tint: str) -> None:
    """Changes the styles of the common sheet to those of a genre; `dark` and `tint` are the colours of the theme."""
    genre = sheet.genre
    if not genre:
        return
    for name in ("Kind", "Title", "Subtitle", "Heading 1"):
        _bare(styles[name])
    _heads(styles, sheet, dark)
    if genre in ("card", "role-card", "poster"):
        for name in ("List Bullet", "List Number", "List Continue"):
            form = styles[name].paragraph_format
            form.left_indent, form.first_line_indent = Pt(sheet.points * 1.4), Pt(-sheet.points * 1.4)
        styles["List Continue"].paragraph_format.first_line_indent = Pt(0)
    if genre == "checklist":
        _head_line(styles, 18, dark)
        _band(styles["Heading 1"], dark, tint, sheet.points)
        for name in ("Check",):
            border(styles[name].element.get_or_add_pPr(), bottom=("single", 4, HAIR), between=("single", 4, HAIR))
            styles[name].paragraph_format.space_after = Pt(0)
            styles[name].paragraph_format.line_spacing = 1.25
    elif genre in ("form", "log"):
        border(styles["Heading 1"].element.get_or_add_pPr(), top=("single", 9, INK))
        styles["Heading 1"].paragraph_format.space_before = Pt(12)
        _ink(styles["Heading 1"], INK)
    elif genre in ("template", "canvas"):
        for name in ("Kind", "Title", "Subtitle", "Heading 1"):
            shade(styles[name].element.get_or_add_pPr(), dark)
            _ink(styles[name], WHITE)
        border(styles["Heading 1"].element.get_or_add_pPr(), top=("single", 12, dark), bottom=("single", 12, dark))
        border(styles["Kind"].element.get_or_add_pPr(), top=("single", 36, dark))
        border(styles["Subtitle"].element.get_or_add_pPr(), bottom=("single", 36, dark))
        styles["Heading 1"].paragraph_format.space_after = Pt(5)
    elif genre == "letter":
        for name in ("Kind", "Title", "Subtitle"):
            _sized(styles[name], 8)
            _ink(styles[name], SOFT)
        border(styles["Subtitle"].element.get_or_add_pPr(), bottom=("dashed", 6, SOFT))
        styles["Subtitle"].paragraph_format.space_after = Pt(20)
        _sized(styles["Heading 1"], max(11.5, sheet.points * 1.05))
        _ink(styles["Heading 1"], INK)
    elif genre == "procedure":
        border(styles["Kind"].element.get_or_add_pPr(), top=("single", 20, dark))
        border(styles["Subtitle"].element.get_or_add_pPr(), bottom=("single", 6, dark))
        heading = styles["Heading 1"]
        heading.paragraph_format.left_indent, heading.paragraph_format.first_line_indent = Mm(0), Mm(-13)
        heading.paragraph_format.tab_stops.add_tab_stop(Mm(0))
        _ink(heading, INK)
    elif genre == "fact-sheet":
        _sized(styles["Heading 1"], sheet.points * 1.2)


CLOSE = {
    "Heading 1": (0.55, 0.2, 1.0),
    "Heading 2": (0.45, 0.2, 1.0),
    "Heading 3": (0.4, 0.2, 1.0),
    "Subtitle": (0.0, 0.4, 1.0),
    "Normal": (0.0, 0.3, 1.04),
    "Check": (0.0, 0.2, 1.1),
    "List Bullet": (0.0, 0.15, 1.04),
    "List Number": (0.0, 0.15, 1.04),
    "Small": (0.0, 0.1, 1.0),
}
"""Space before and after at most where a page is to be saved, for letters of one point; and of a line, as a share of its own height."""
LOW_GAP, LOW_TITLE = 0.45, 2.1
"""How high a gap between two frames is there, and a title at most, for letters of one point."""


def closer(styles: Any, points: float) -> None:
    """Less space around titles and between paragraphs, on a sheet with nearer edges."""
    for name, (most_before, most_after, most_line) in CLOSE.items():
        form = styles[name].paragraph_format
        before, after, line = form.space_before or Pt(0), form.space_after or Pt(0), form.line_spacing or 1.0
        form.space_before, form.space_after = min(before, Pt(points * most_before)), min(after, Pt(points * most_after))
        form.line_spacing = min(line, most_line)
    styles["Gap"].paragraph_format.line_spacing = Pt(points * LOW_GAP)
    _sized(styles["Title"], min(styles["Title"].font.size.pt, points * LOW_TITLE))


def _heads(styles: Any, sheet: Sheet, dark: str) -> None:
    """Title, what stands above and below it, and the titles of parts."""
    points, genre = sheet.points, sheet.genre
    small = sheet.width < NARROW
    title = {
        "card": 15.5 if small else 22.0, "role-card": 12.0, "poster": 40.0, "canvas": 32.0, "fact-sheet": 27.0,
        "procedure": 23.0, "checklist": 22.0, "decision-path": 22.0, "deck": 24.0, "form": 19.0, "log": 19.0,
    }.get(genre, points * 1.9)  # fmt: skip
    use = {"poster": 18.0, "canvas": 15.0, "card": 7.6 if small else 10.0, "fact-sheet": 12.5}.get(
        genre, min(points, 11.0)
    )
    kind = {"poster": 13.0, "canvas": 12.0, "card": 6.5 if small else 8.0}.get(genre, 8.5)
    _sized(styles["Title"], title)
    _sized(styles["Subtitle"], use)
    _sized(styles["Kind"], kind)
    _ink(styles["Kind"], dark)
    _ink(styles["Subtitle"], SOFT)
    styles["Subtitle"].paragraph_format.space_after = Pt(5 if small else points * (0.5 if genre == "poster" else 1))
    if genre == "role-card":
        _sized(styles["Heading 1"], min(24.0, points * 1.6))
        styles["Heading 1"].paragraph_format.space_before = Pt(4)
    elif genre in ("poster", "canvas"):
        _sized(styles["Heading 1"], points * 1.25)
        styles["Heading 1"].paragraph_format.space_before = Pt(0)
    elif genre == "card":
        # A rail is narrow; no word may break in it.
        _sized(styles["Heading 1"], 8.0 if small else 10.0)
        styles["Heading 1"].paragraph_format.space_before = Pt(2)
    elif genre == "decision-path":
        styles["Heading 1"].paragraph_format.space_before = Pt(2)


def _band(style: Any, dark: str, tint: str, points: float) -> None:
    """A band with a thick bar at its left, over the whole width."""
    properties = style.element.get_or_add_pPr()
    border(properties, left=("single", 54, dark), bottom=("single", 6, dark))
    shade(properties, tint)
    _ink(style, INK)
    style.paragraph_format.left_indent = Pt(10)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(points * 1.2), Pt(points * 0.4)
    style.paragraph_format.line_spacing = 1.25


def _head_line(styles: Any, size: int, dark: str) -> None:
    border(styles["Subtitle"].element.get_or_add_pPr(), bottom=("single", size, dark))


def _bare(style: Any) -> None:
    """Takes away the ground and the lines of the common sheet."""
    properties = style.element.get_or_add_pPr()
    for name in ("w:pBdr", "w:shd"):
        for part in properties.findall(qn(name)):
            properties.remove(part)


def _sized(style: Any, points: float) -> None:
    style.font.size = Pt(round(points * 2) / 2)


def _ink(style: Any, colour: str) -> None:
    style.font.color.rgb = RGBColor.from_string(colour)
