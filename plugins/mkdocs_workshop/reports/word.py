"""The report as Word: real headings, lists and tables, so that a team can go on writing in it."""

from dataclasses import replace

from ..documents.blocks import Paragraph, Text
from ..documents.sheet import Part, Sheet, sheet
from ..documents.word import word
from ..edition import Edition
from .document import Report
from .paper import COLOUR


def report_docx(edition: Edition, report: Report) -> bytes:
    """The Word file of a report. Raises PressError when a chart can not be drawn, or when a word is lost."""
    return word(report_sheet(edition, report), edition.cache)


def report_sheet(edition: Edition, report: Report) -> Sheet:
    """The report as a document among the others. It names its own sources, so only what else it cites stands at its end."""
    parts = tuple(
        Part(f"{number}. {section.title}", section.blocks) for number, section in enumerate(report.sections, 1)
    )
    name = f"report-{report.id}"
    made = sheet(edition, None, name, report.kind, report.title, report.lead, parts, colour=COLOUR)
    return replace(made, closing=tuple(Paragraph((Text(line),)) for line in report.references))
