"""The report as a document among the others: the same tree for PDF and Word."""

from collections.abc import Iterator

from ..documents.emit.typst_document import document_pdf
from ..documents.emit.word import document_word
from ..documents.framed import framed
from ..documents.must_appear import must_appear
from ..documents.tree.document import Document, Part, Small, heading, text
from ..edition import Edition
from .document import Report

COLOUR = "moss"
"""Of partnership: a report belongs to both sides."""


def report_pdf(edition: Edition, report: Report) -> bytes:
    """The PDF of a report. Raises PressError when it can not be set."""
    document = report_document(edition, report)
    return document_pdf(document, edition.cache, must_appear(edition, document))


def report_docx(edition: Edition, report: Report) -> bytes:
    """The Word file of a report: real headings, lists and tables, so that a team can go on writing in it."""
    document = report_document(edition, report)
    return document_word(document, edition.cache, must_appear(edition, document))


def report_document(edition: Edition, report: Report) -> Document:
    """The report. It names its own sources, so only what else it cites stands at its end."""
    return framed(
        edition,
        None,
        "report",
        report.id,
        tuple(_parts(report)),
        title=report.title,
        what=report.kind,
        use=report.lead,
        named=False,
        name=f"report-{report.id}",
        frame="report",
        colour=COLOUR,
    )


def _parts(report: Report) -> Iterator[Part]:
    for number, section in enumerate(report.sections, 1):
        yield heading(2, f"{number}. {section.title}")
        yield from section.blocks
    yield from (Small(text(line)) for line in report.references)
