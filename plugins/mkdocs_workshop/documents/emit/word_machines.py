"""What a Word file says to the machines on which it is opened: faces that stand in for ours, and the age of Word it is made for."""

from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls, qn

from .word_parts import element

FALLBACKS = {"Calibri": ("Carlito", "020F0502020204030204"), "MS Gothic": ("Noto Sans CJK JP", "020B0609070205080204")}
"""What another machine sets where it has not our face: the same width first, and the form of the letters by number."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_AFTER_COMPAT = (
    "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "shapeDefaults",
    "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
)  # fmt: skip
"""Word refuses settings in any other order."""


def name_fallbacks(document: WordDocument) -> None:
    """Name what stands in for a face that a machine has not, so that pages break in the same places."""
    part: Any = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:panose1 w:val="{panose}"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        for name, (other, panose) in FALLBACKS.items()
    )
    table = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {nsdecls("w")}>{fonts}</w:fonts>'
    part._blob = table.encode()  # noqa: SLF001  the library keeps the table as bytes


def be_modern(document: WordDocument) -> None:
    """Word 2013 and later: frames of tables stand at the margin, and no "compatibility mode" in the title bar."""
    settings: Any = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    compat = element("w:compat")
    uri = "http://schemas.microsoft.com/office/word"
    compat.append(element("w:compatSetting", name="compatibilityMode", uri=uri, val="15"))
    later = {qn(f"w:{name}") for name in _AFTER_COMPAT}
    place = next(
        (index for index, part in enumerate(settings) if part.tag in later or not part.tag.startswith(_W)),
        len(settings),
    )
    settings.insert(place, compat)
