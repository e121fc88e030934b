"""What our Word documents look like: paper, styles, head and foot. Made by code, so that no template is kept anywhere."""

import functools
import io
import zipfile
from collections.abc import Mapping
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle, StyleFactory

from ...ground.language_tags import untagged
from ...language.tables import parts_words
from ..tree.document import Document as Made
from .word_dress import NARROW, closer, dress
from .word_lists import add_framed_lists
from .word_machines import be_modern, name_fallbacks
from .word_parts import AFTER_SHADING, border, element, shade
from .word_running import head_of, running, without_stops
from .word_sheets import Sheet, put_on, sheet_of, text_room
from .word_template import empty_document, opened, parts_of

# Every Windows and Mac has it, with all Kazakh letters; LibreOffice sets Carlito, which is as wide. Our own text face is on
# nobody's machine, and a face that is missing breaks pages in other places.
FACE = "Calibri"
INK, SOFT, LINE, GROUND = "14212E", "4A5B6C", "C3CDD6", "F5F3EE"
AMBER, AMBER_TINT = "A34A06", "FBEBD9"
COLOURS = {
    "navy": ("17375E", "E6ECF4"),
    "teal": ("0E6F69", "DFF0EE"),
    "amber": (AMBER, AMBER_TINT),
    "plum": ("74305F", "F4E5EF"),
    "moss": ("4B6212", "EDF2DC"),
    "plain": (INK, "EEF1F3"),
}
"""Dark and tint of each theme."""


def new_document(made: Made, points: float = 0, *, near: bool = False) -> WordDocument:
    """An empty document with the paper, styles, head, foot and properties of a made; `points` and `near` as in `sheet_of`."""
    sheet = sheet_of(made, points, near=near)
    document = opened(io.BytesIO(_coloured(_alike(sheet), made.language, made.colour)))
    put_on(document, sheet, COLOURS[made.colour][0])
    running(document, made, sheet)
    properties = document.core_properties
    manual = property_text(made.manual)
    properties.title, properties.author, properties.language = property_text(made.title), manual, made.language
    properties.subject, properties.last_modified_by = property_text(made.what), manual
    properties.comments = property_text(made.foot)
    properties.identifier = made.head
    properties.revision = 1
    # Word asks for a moment; the document has a day.
    properties.created = properties.modified = _moment(made)
    return document


def dress_again(document: WordDocument, made: Made, points: float, *, near: bool = False) -> bool:
    """Gives a document the styles of letters of another size, in place; False where its head would have other words then.

    `near` says which edges it has, and it keeps them.
    """
    before, sheet = head_of(made, sheet_of(made, near=near)), sheet_of(made, points, near=near)
    if head_of(made, sheet) != before:
        return False
    styles = _in_colours(_dressed(_alike(sheet), made.language)["word/styles.xml"], made.colour)
    old: Any = document.styles.element
    new: Any = parse_xml(styles)
    old[:] = new[:]
    without_stops(document)
    return True


def _alike(sheet: Sheet) -> Sheet:
    """What styles know of their sheet: its genre, the size of letters, whether it is narrow and has near edges. Others share them."""
    return Sheet(sheet.genre, min(sheet.width // NARROW, 1) * NARROW, 0, 0, 0, 0, 0, sheet.points, near=sheet.near)


_DARK, _TINT = "D0D0D1", "D0D0D2"
"""Stand for the dark colour of a theme and its tint in styles that all themes share. Nothing else has these colours."""


@functools.cache
def _dressed(sheet: Sheet, language: str) -> Mapping[str, bytes]:
    """The parts of a document without any text that has its styles: to make styles takes longer than to write a handout."""
    document = empty_document()
    _styles(document, language, sheet)
    _hyphens(document, language)
    name_fallbacks(document)
    be_modern(document)
    return parts_of(document)


@functools.cache
def _coloured(sheet: Sheet, language: str, colour: str) -> bytes:
    """The file of such a document in the colours of a theme. It is not packed, since it is opened at once."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in _dressed(sheet, language).items():
            archive.writestr(name, _in_colours(content, colour))
    return out.getvalue()


def _in_colours(part: bytes, colour: str) -> bytes:
    dark, tint = COLOURS[colour]
    return part.replace(_DARK.encode(), dark.encode()).replace(_TINT.encode(), tint.encode())


def property_text(text: str) -> str:
    """A text as a property of a file, which has one line and at most 255 letters."""
    return " / ".join(untagged(text).splitlines())[:255]


def _moment(made: Made) -> Any:
    import datetime as dt

    return dt.datetime(made.day.year, made.day.month, made.day.day, tzinfo=dt.UTC)


def text_width(made: Made) -> int:
    """The width of the text, in Word's own units."""
    return text_room(sheet_of(made))


def _styles(document: WordDocument, language: str, sheet: Sheet) -> None:
    dark, tint = _DARK, _TINT
    size = sheet.points
    styles = document.styles
    normal = styles["Normal"]
    _face(normal, size, INK)
    _language(document, language)
    _spaced(normal, after=size * 0.5, line=1.12)
    head = {"Title": (size * 1.9, INK), "Subtitle": (size, SOFT)}
    for name, (points, ink) in head.items():
        _face(styles[name], points, ink, bold=name == "Title")
        _plain(styles[name])
        shade(styles[name].element.get_or_add_pPr(), tint)
    _spaced(styles["Title"], after=0, line=1.0)
    _spaced(styles["Subtitle"], after=size * 1.1, line=1.05)
    kind = _new(styles, "Kind", size * 0.85, dark, bold=True)
    _spaced(kind, after=0, line=1.15)
    border(kind.element.get_or_add_pPr(), top=("single", 36, dark))
    shade(kind.element.get_or_add_pPr(), tint)
    for level, scale in ((1, 1.3), (2, 1.1), (3, 1.0)):
        heading = styles[f"Heading {level}"]
        _face(heading, size * scale, dark if level == 1 else INK, bold=True)
        _spaced(heading, before=size * (1.1 if level == 1 else 0.7), after=size * 0.3, line=1.05)
        heading.paragraph_format.keep_with_next = True
        if level == 1:
            border(heading.element.get_or_add_pPr(), bottom=("single", 8, dark))
    for name in ("List Bullet", "List Bullet 2", "List Number", "List Number 2", "List Continue"):
        _spaced(styles[name], after=size * 0.25, line=1.1)
    check = _new(styles, "Check", size, INK)
    _spaced(check, after=size * 0.3, line=1.1)
    check.paragraph_format.left_indent, check.paragraph_format.first_line_indent = Pt(size * 1.7), Pt(-size * 1.7)
    check.paragraph_format.tab_stops.add_tab_stop(Pt(size * 1.7))
    gap = _new(styles, "Gap", 4, INK)
    gap.paragraph_format.space_after, gap.paragraph_format.line_spacing = Pt(0), Pt(size * 0.7)
    label = _new(styles, "Cell label", max(7.0, size * 0.78), dark, bold=True)
    _spaced(label, before=1, after=0, line=1.0)
    label.paragraph_format.keep_with_next = True
    note = _new(styles, "Note", size, INK)
    _spaced(note, after=size * 0.3, line=1.1)
    note.paragraph_format.left_indent = Pt(size * 0.8)
    border(note.element.get_or_add_pPr(), left=("single", 18, dark))
    shade(note.element.get_or_add_pPr(), GROUND)
    quote = styles["Quote"]
    _face(quote, size, INK)
    quote.font.italic = True
    quote.paragraph_format.left_indent = Pt(size * 0.8)
    border(quote.element.get_or_add_pPr(), left=("single", 12, SOFT))
    caption = styles["Caption"]
    _face(caption, size * 0.8, SOFT)
    _spaced(caption, after=size * 0.8, line=1.05)
    figure = _new(styles, "Figure title", size, INK, bold=True)
    figure.paragraph_format.keep_with_next = True
    _spaced(figure, before=size * 0.6, after=size * 0.3)
    small = _new(styles, "Small", size * 0.75, SOFT)
    _spaced(small, after=size * 0.2, line=1.05)
    cell = _new(styles, "Cell", size * 0.92, INK)
    _spaced(cell, before=size * 0.12, after=size * 0.12, line=1.05)
    cell_head = _new(styles, "Cell head", size * 0.88, dark, bold=True)
    _spaced(cell_head, before=size * 0.12, after=size * 0.12, line=1.05)
    _characters(styles, size)
    for name in ("Header", "Footer"):
        _face(styles[name], min(8.0, max(6.0, size * 0.7)), SOFT)
    dress(styles, sheet, dark, tint)
    if sheet.near:
        closer(styles, sheet.points)
    add_framed_lists(styles)


def _characters(styles: Any, size: float) -> None:
    cite = _added(styles, "Citation", WD_STYLE_TYPE.CHARACTER)
    cite.font.size, cite.font.color.rgb = Pt(size * 0.72), RGBColor.from_string(SOFT)
    for name in ("To fill", "Unverified"):
        style = _added(styles, name, WD_STYLE_TYPE.CHARACTER)
        style.font.color.rgb, style.font.bold = RGBColor.from_string(AMBER), True
        style.font.size = Pt(size * (0.9 if name == "To fill" else 0.7))
        properties = style.element.get_or_add_rPr()
        kind = "dashed" if name == "To fill" else "single"
        properties.append(element("w:bdr", val=kind, sz="6", space="0", color=AMBER))
        properties.append(element("w:shd", val="clear", color="auto", fill=AMBER_TINT))
    for name in ("Blank", "In cell"):
        blank = _added(styles, name, WD_STYLE_TYPE.CHARACTER)
        blank.font.color.rgb, blank.font.size = RGBColor.from_string(SOFT), Pt(size * 0.85)
        if name == "Blank":
            blank.element.get_or_add_rPr().append(element("w:bdr", val="single", sz="6", space="0", color="7A8896"))
    linked = _added(styles, "Hyperlink", WD_STYLE_TYPE.CHARACTER)
    linked.font.color.rgb, linked.font.underline = RGBColor.from_string("17375E"), True


def _added(styles: Any, name: str, kind: Any) -> Any:
    """A new style. The library first reads the names of all others, each time."""
    return StyleFactory(styles.element.add_style_of_type(name, kind, builtin=False))


def _new(styles: Any, name: str, points: float, colour: str, bold: bool = False) -> ParagraphStyle:
    style: ParagraphStyle = _added(styles, name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    _face(style, points, colour, bold=bold)
    return style


def _face(style: Any, points: float, colour: str, bold: bool = False) -> None:
    style.font.name, style.font.size = FACE, Pt(round(points * 2) / 2)
    style.font.color.rgb, style.font.bold, style.font.italic = RGBColor.from_string(colour), bold, False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for part in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        # The theme's face would win over ours for Cyrillic letters.
        fonts.attrib.pop(qn(f"w:{part}"), None)
    for part in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{part}"), FACE)


def _plain(style: ParagraphStyle) -> None:
    """Takes away the line that Word's own title has below it."""
    properties = style.element.get_or_add_pPr()
    for line in properties.findall(qn("w:pBdr")):
        properties.remove(line)
    for spacing in style.element.get_or_add_rPr().findall(qn("w:spacing")):
        style.element.get_or_add_rPr().remove(spacing)


def _spaced(style: Any, before: float = 0, after: float = 0, line: float = 1.1) -> None:
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(round(before)), Pt(round(after)), line


def _language(document: WordDocument, language: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for old in defaults.iter(qn("w:lang")):
        old.set(qn("w:val"), language)


def _hyphens(document: WordDocument, language: str) -> None:
    """Lets Word part words in tables, where the language has rules for it; everywhere else lines end between words."""
    if not parts_words(language):
        return
    settings = document.settings.element
    stop = settings.find(qn("w:defaultTabStop"))
    made = element("w:autoHyphenation")
    if stop is not None:
        stop.addnext(made)
    for name, whole in (("Normal", "1"), ("Cell", "0"), ("Cell head", "0")):
        properties = document.styles[name].element.get_or_add_pPr()
        properties.insert_element_before(element("w:suppressAutoHyphens", val=whole), *_AFTER_HYPHENS)


_AFTER_HYPHENS = AFTER_SHADING[AFTER_SHADING.index("w:suppressAutoHyphens") + 1 :]
