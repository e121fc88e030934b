"""The report as PDF."""

from collections.abc import Sequence
from importlib.resources import files

from ..documents.blocks import Block, Heading, Inline, Table
from ..documents.press import pdf
from ..documents.typeset import inlines, literal, typeset, words
from ..edition import Edition
from .document import Report

COLOUR = "moss"
"""Of partnership: a report belongs to both sides."""


def report_pdf(edition: Edition, report: Report) -> bytes:
    """The PDF of a report. Raises PressError when it can not be set."""
    kit = (files(__package__) / "report.typ").read_text("utf-8")
    day = edition.changed()
    head = ", ".join(
        f"{key}: {literal(value)}"
        for key, value in (
            ("title", report.title),
            ("kind", report.kind),
            ("use", report.lead),
            ("colour", COLOUR),
            ("language", edition.language),
            ("author", edition.plain(edition.curriculum.manual.title)),
            ("foot", edition.footer()),
        )
    )
    body = [kit, f"#show: sheet.with({head}, date: datetime(year: {day.year}, month: {day.month}, day: {day.day}))"]
    for number, section in enumerate(report.sections, 1):
        body.append(f"== {words(f'{number}. {section.title}')}")
        body.append(_blocks(section.blocks))
    body += [f"#small[{words(line)}]" for line in report.references]
    return pdf(f"report-{report.id}", "\n\n".join(body), edition.cache)


def _blocks(blocks: Sequence[Block]) -> str:
    return "\n\n".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    if isinstance(block, Table):
        rows = f"({', '.join(map(_cells, block.rows))},)"
        if len(block.head) == 2:
            return f"#facts-table({_cells(block.head)}, {rows})"
        return f"#figures-table({len(block.head)}, {_cells(block.head)}, {rows})"
    if isinstance(block, Heading):
        # Sections are level 2 on paper, so that what stands in them begins at 3.
        return f"#heading(level: {block.level})[{inlines(block.children)}]"
    return typeset((block,))


def _cells(row: Sequence[Sequence[Inline]]) -> str:
    return "(" + ", ".join(f"[{inlines(cell)}]" for cell in row) + ",)"
