"""Head and foot of a page in Word."""

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt

from ...ground.language_tags import untagged
from ..tree.document import Document
from .word_parts import field, run
from .word_sheets import FOR_PEOPLE, HEADLESS, Sheet, fold_marks, text_room

HEAD_LETTERS = 2.2
"""Letters of a head that stand on the width of one letter m of the text."""


def running(document: WordDocument, made: Document, sheet: Sheet) -> None:
    """Writes both, and the marks at the edge of a letter."""
    section = document.sections[0]
    width = text_room(sheet)
    top = section.header.paragraphs[0]
    if sheet.genre not in HEADLESS:
        top.text = head_of(made, sheet)
    if sheet.genre == "letter":
        fold_marks(document)
    if sheet.genre in FOR_PEOPLE:
        return
    foot = section.footer.paragraphs[0]
    foot.add_run(" · ".join(word for word in untagged(made.foot).split(" · ") if word != made.id) + "\t")
    for part in (*field("PAGE"), run(" / "), *field("NUMPAGES")):
        foot._p.append(part)  # noqa: SLF001  the library has no word for fields
    for paragraph in (top, foot):
        paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    without_stops(document)


def head_of(made: Document, sheet: Sheet) -> str:
    """Manual and title in one line, or the title alone: a head that breaks pushes the text down."""
    manual, title = untagged(made.manual), untagged(made.title)
    both = len(manual) + len(title) < text_room(sheet) / Pt(sheet.points) * HEAD_LETTERS
    return f"{manual}\t{title}" if both else f"\t{title}"


def without_stops(document: WordDocument) -> None:
    """Takes the places of tabs out of the styles of head and foot: a paper has its own."""
    for style in ("Header", "Footer"):
        properties = document.styles[style].element.get_or_add_pPr()
        for stops in properties.findall(qn("w:tabs")):
            properties.remove(stops)
