"""The report as a document among the others: the same tree for PDF and Word."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..documents.emit.typst_document import document_pdf
from ..documents.emit.word import document_word
from ..documents.framed import framed
from ..documents.must_appear import must_appear
from ..documents.tree.document import Document, Part, Small, heading, text
from ..documents.tree.proof import Expected
from ..edition import Edition
from .document import Report

COLOUR = "moss"
"""Of partnership: a report belongs to both sides."""


class ReportPaper(NamedTuple):
    """A report, and all that decides its files: a process of its own can make them."""

    document: Document
    expected: tuple[Expected, ...]
    """What must be found in each file again."""
    cache: Path


def report_paper(edition: Edition, report: Report) -> ReportPaper:
    """What the files of a report are made of."""
    document = report_document(edition, report)
    return ReportPaper(document, must_appear(edition, document), edition.cache)


def paper_files(paper: ReportPaper) -> dict[str, bytes]:
    """The PDF of a report by its format, and the Word file: real headings, lists and tables, so that a team can go on writing in it.

    `{"pdf": ..., "docx": ...}`. Raises PressError when it can not be made.
    """
    makers = {"pdf": document_pdf, "docx": document_word}
    return {format_: make(paper.document, paper.cache, paper.expected) for format_, make in makers.items()}


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
