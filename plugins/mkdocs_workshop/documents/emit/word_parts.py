"""The parts of Word's own language that its library has no words for. Order matters in it; each helper keeps it."""

import re
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from ...language.syllables import SOFT

CONTACTS = "urn:mkdocs-workshop:contacts"
"""The language of the data to which places to type are bound."""
_PPR, _PSTYLE = qn("w:pPr"), qn("w:pStyle")
_RPR, _RSTYLE, _VAL, _B, _I, _LANG, _T = map(qn, ("w:rPr", "w:rStyle", "w:val", "w:b", "w:i", "w:lang", "w:t"))
_SPACE = qn("xml:space")
_SIGNS = {"\t": qn("w:tab"), "\n": qn("w:br"), "\r": qn("w:br"), SOFT: qn("w:softHyphen")}
_PIECES = re.compile(f"([\t\n\r{SOFT}])")
_FORMS = {
    "Tofill": '<w:b/><w:color w:val="A34A06"/><w:bdr w:val="dashed" w:sz="6" w:space="0" w:color="A34A06"/><w:shd w:val="clear" w:color="auto" w:fill="FBEBD9"/>',
    "Blank": '<w:color w:val="4A5B6C"/><w:bdr w:val="single" w:sz="6" w:space="0" w:color="7A8896"/>',
}
AFTER_SHADING = (
    "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE",
    "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing",
    "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap",
    "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip


def element(tag: str, **attributes: str) -> Any:
    """An element with attributes of Word's own namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def shade(properties: Any, fill: str) -> None:
    """The ground of a paragraph, by its properties."""
    properties.insert_element_before(element("w:shd", val="clear", color="auto", fill=fill), *AFTER_SHADING)


def border(properties: Any, **sides: tuple[str, int, str]) -> None:
    """Lines around a paragraph: side = (kind, eighths of a point, colour)."""
    lines = element("w:pBdr")
    for side in ("top", "left", "bottom", "right", "between"):
        if side in sides:
            kind, size, colour = sides[side]
            lines.append(element(f"w:{side}", val=kind, sz=str(size), space="4", color=colour))
    properties.insert_element_before(lines, "w:shd", *AFTER_SHADING)


def run(words: str, style: str = "") -> Any:
    """Words, spaces and all, in a style of letters."""
    made = element("w:r")
    if style:
        made.append(element("w:rPr"))
        made[0].append(element("w:rStyle", val=style))
    text = element("w:t")
    text.set(qn("xml:space"), "preserve")
    text.text = words
    made.append(text)
    return made


def styled(paragraph: Any, style: str) -> None:
    """Gives a paragraph a style, by its id; it stands before all else that is said of a paragraph."""
    properties = paragraph.find(_PPR)
    if properties is None:
        properties = paragraph.makeelement(_PPR)
        paragraph.insert(0, properties)
    named = properties.find(_PSTYLE)
    if named is None:
        named = properties.makeelement(_PSTYLE)
        properties.insert(0, named)
    named.set(_VAL, style)


def worded(text: str, style: str | None, *, bold: bool, italic: bool, language: str) -> Any:
    """Words in a style of letters and a language; tabs, ends of lines and places at which a word may be parted are what Word has for them."""
    made = OxmlElement("w:r")
    form = etree.SubElement(made, _RPR)
    if style:
        etree.SubElement(form, _RSTYLE).set(_VAL, style)
    if bold:
        etree.SubElement(form, _B)
    if italic:
        etree.SubElement(form, _I)
    if language:
        etree.SubElement(form, _LANG).set(_VAL, language)
    for piece in _PIECES.split(text):
        if piece in _SIGNS:
            etree.SubElement(made, _SIGNS[piece])
        elif piece:
            words = etree.SubElement(made, _T)
            words.text = piece
            if piece.strip() != piece:
                words.set(_SPACE, "preserve")
    return made


def field(instruction: str) -> list[Any]:
    """The runs of a field that Word computes: a page number, the number of pages."""
    begin, code, separate, shown, end = (OxmlElement("w:r") for _ in range(5))
    begin.append(element("w:fldChar", fldCharType="begin"))
    words = OxmlElement("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = f" {instruction} "
    code.append(words)
    separate.append(element("w:fldChar", fldCharType="separate"))
    number = OxmlElement("w:t")
    number.text = "1"
    shown.append(number)
    end.append(element("w:fldChar", fldCharType="end"))
    return [begin, code, separate, shown, end]


def check_box(name: str) -> Any:
    """A box that one can click."""
    return parse_xml(
        f'<w:sdt {nsdecls("w", "w14")}><w:sdtPr><w:alias w:val="{_quoted(name)}"/>'
        '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:hint="eastAsia"/>'
        "</w:rPr><w:t>\u2610</w:t></w:r></w:sdtContent></w:sdt>"
    )


def entry(name: str, words: str, style: str, bound: tuple[str, str] | None = None) -> Any:
    """A place to type, named for those who go from one to the next by the Tab key.

    `bound` names a field of the file's own data and the id of that data: what is typed in one such place stands in all.
    It is not marked as a placeholder: LibreOffice then shows it without its style, and nobody sees that something is missing.
    """
    binding = (
        f"<w:dataBinding w:prefixMappings=\"xmlns:c='{CONTACTS}'\" "
        f'w:xpath="/c:contacts[1]/c:{bound[0]}[1]" w:storeItemID="{bound[1]}"/>'
        if bound
        else ""
    )
    # LibreOffice gives what stands in a place to type the form of the place, and no style: so the form is said twice.
    form = f'<w:rPr><w:rStyle w:val="{style}"/>{_FORMS.get(style, "")}</w:rPr>'
    return parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr>{form}<w:alias w:val="{_quoted(name)}"/>{binding}{"<w:text/>" if bound else "<w:richText/>"}</w:sdtPr>'
        f"<w:sdtContent><w:r>{form}"
        f'<w:t xml:space="preserve">{_quoted(words)}</w:t></w:r></w:sdtContent></w:sdt>'
    )


def link(relation: str, words: str) -> Any:
    """A link; `relation` is the id of its address."""
    return parse_xml(
        f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>'
        f'<w:t xml:space="preserve">{_quoted(words)}</w:t></w:r></w:hyperlink>'
    )


def _quoted(text: str) -> str:
    """Words inside markup. Word takes at most 64 letters as the name of a place to type."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
