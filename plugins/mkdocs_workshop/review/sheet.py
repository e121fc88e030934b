"""A review as a Word file: a page of guide, a table for each file of the module, the terms of the glossary."""

import io
import itertools
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu

from ..documents.emit.word_form import GROUND, new_document, text_width
from ..documents.emit.word_parts import element
from ..documents.emit.word_table import ruled
from ..documents.tree.document import Document as Made
from ..ground.zips import zipped
from ..language.interface import Catalogue
from .lines import unfolded
from .rows import Row

GUIDE = ("read", "change", "comment", "rows", "braces", "signs", "numbers", "grey", "back")
"""What the guide tells, in its order: keys below `review.guide`."""
SHARES = {3: (7, 59, 34), 4: (7, 35, 39, 19), 5: (7, 26, 26, 28, 13)}
"""Widths of the columns in parts of a hundred, by their number."""
_MARK = re.compile(r"(\{[a-z]+:[^{}\n]*\})")


@dataclass(frozen=True)
class ReviewSheet:
    """A review before any format."""

    made: Made
    """Its frame: title, language, paper."""
    language: str
    name: str
    """The PO file without its ending: `modules/referral-schemes`."""
    rows: tuple[Row, ...]
    heads: tuple[str, ...]
    """Heads of the columns; three where the English itself is read."""
    terms: tuple[tuple[str, str], ...]
    """English and the language."""


def frame_lines(sheet: ReviewSheet, say: Catalogue) -> list[tuple[str, str]]:
    """Every line outside the tables, with its style, in order; a group of rows has its heading."""
    lines = [("Kind", sheet.made.what), ("Title", sheet.made.title), ("Heading 1", say("review.guide.title"))]
    lines += [("List Number", guide_line(say, key)) for key in GUIDE]
    lines += [("Heading 1", path) for path, _ in _groups(sheet.rows)]
    if sheet.terms:
        lines.append(("Heading 1", say("review.terms")))
        lines += [("List Bullet", f"{english} – {word}") for english, word in sheet.terms]
    return lines


def guide_line(say: Catalogue, key: str) -> str:
    """A line of the guide."""
    return say(f"review.guide.{key}")


def _groups(rows: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each file of the module, below a heading that says what it is."""
    for _, grouped in itertools.groupby(rows, key=lambda row: row.message.file.source.path):
        group = list(grouped)
        file = group[0].message.file
        title = next((row.message.text for row in group if row.message.loc == ("title",)), "")
        yield " · ".join(part for part in (title, "/".join((file.kind, *file.ids))) if part), group


def review_word(sheet: ReviewSheet, say: Catalogue) -> bytes:
    """The Word file of a review. The same sheet gives the same bytes."""
    document = new_document(sheet.made)
    # What the file is stands in its properties, and the tag of a row in a bookmark too: some programmes drop controls.
    document.core_properties.keywords = f"workshop-review {sheet.language} {sheet.name} {len(sheet.rows)}"
    tables = dict(_groups(sheet.rows))
    for style, words in frame_lines(sheet, say):
        document.add_paragraph(words, style=style)
        if style == "Heading 1" and words in tables:
            _table(document, sheet, tables[words], say)
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(io.BytesIO(out.getvalue())) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})


def _table(document: WordDocument, sheet: ReviewSheet, rows: Sequence[Row], say: Catalogue) -> None:
    count = len(sheet.heads)
    table = document.add_table(rows=1, cols=count)
    ruled(table._tbl)  # noqa: SLF001  the library has no word for its properties
    table.autofit = False
    widths = [int(text_width(sheet.made) * share / 100) for share in SHARES[count]]
    head = table.rows[0]
    head._tr.get_or_add_trPr().append(element("w:tblHeader"))  # noqa: SLF001  the library has no word for it
    for cell, words in zip(head.cells, sheet.heads, strict=True):
        cell.paragraphs[0].text = words
        cell.paragraphs[0].style = "Cell head"
    for row in rows:
        # Cells of a table are sought anew each time they are asked for; a module has six hundred rows.
        tr: Any = parse_xml(f"<w:tr {nsdecls('w')}>{'<w:tc><w:tcPr/></w:tc>' * count}</w:tr>")
        table._tbl.append(tr)  # noqa: SLF001
        cells = list(tr)
        _number(cells[0], row, say)
        english = [] if count == 3 else [row.message.text]
        beside = [row.beside] if count == 5 else []
        for cell, text in zip(cells[1:], [*english, *beside, row.text, ""], strict=True):
            _lines(cell, text)
        if row.message.facilitator:
            for cell in cells[: count - 2] if count > 3 else cells[:1]:
                cell.tcPr.append(element("w:shd", val="clear", color="auto", fill=GROUND))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    for row_of_cells in table._tbl.tr_lst:  # noqa: SLF001
        for cell, width in zip(row_of_cells.tc_lst, widths, strict=True):
            cell.width = Emu(width)


def _number(cell: Any, row: Row, say: Catalogue) -> None:
    """The number in a control that can be neither changed nor deleted, and below it who reads the text."""
    cell.append(
        parse_xml(
            f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="Cell"/></w:pPr>'
            f'<w:bookmarkStart w:id="{row.number}" w:name="{row.tag}"/><w:sdt><w:sdtPr><w:alias w:val="{row.number}"/>'
            f'<w:tag w:val="{row.tag}"/><w:lock w:val="sdtContentLocked"/></w:sdtPr>'
            f"<w:sdtContent><w:r><w:t>{row.number}</w:t></w:r></w:sdtContent></w:sdt>"
            f'<w:bookmarkEnd w:id="{row.number}"/></w:p>'
        )
    )
    if row.message.facilitator:
        _paragraph(cell, say("review.facilitator"), "Small")


def _lines(cell: Any, text: str) -> None:
    """A text line by line; marks in small letters, so that readers see what is not theirs."""
    for line in unfolded(text).split("\n"):
        _paragraph(cell, line, "Cell")


def _paragraph(cell: Any, line: str, style: str) -> None:
    paragraph = element("w:p")
    properties = element("w:pPr")
    properties.append(element("w:pStyle", val=style))
    paragraph.append(properties)
    for part in _MARK.split(line):
        if part:
            run = element("w:r")
            if _MARK.fullmatch(part):
                kind = element("w:rPr")
                kind.append(element("w:rStyle", val="Citation"))
                run.append(kind)
            words = element("w:t")
            words.set(qn("xml:space"), "preserve")
            words.text = part
            run.append(words)
            paragraph.append(run)
    cell.append(paragraph)


def heads_of(
    say: Catalogue, names: Mapping[str, str], master: str, language: str, beside: str | None
) -> tuple[str, ...]:
    """The heads of the columns; `names` are those of the languages, by code. The master stands alone when it is read itself."""
    codes = [language] if language == master else [master, *([beside] if beside else []), language]
    read = [names[code] for code in codes]
    return (say("review.number"), *read, say("review.comment"))
