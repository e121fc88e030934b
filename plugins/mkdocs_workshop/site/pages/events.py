"""Workshops that took place: the list, and the report of each."""

from collections.abc import Iterator, Sequence

from ...documents.emit.html import Rows, html, html_line, words
from ...documents.tree.blocks import Block, Inline, Picture
from ...documents.tree.proof import inline_words
from ...ground.artifact import Artifact
from ...reports.charts import draw_chart
from ...reports.document import Report, days, write_report
from ...reports.kept import counts_of_results
from ...reports.make import KIND
from . import paths
from .book import Book
from .delivered import delivered_days


def event_pages(book: Book) -> Iterator[Artifact]:
    """The list of workshops and the report of each published one; nothing if there is none."""
    events = [parts for parts in book.curriculum.events.values() if parts.event.published]
    if not events:
        return
    edition = book.edition
    made_from = book.curriculum.file("curriculum").source.path
    rows = [(parts, days(edition, parts.event)) for parts in events]
    yield book.page(paths.EVENTS, "events.md.j2", book.say("nav.events"), made_from, role="facilitator", rows=rows)
    for parts in events:
        report = write_report(edition, parts, counts_of_results(parts, book.curriculum))
        yield book.page(
            paths.event(parts.id),
            "event.md.j2",
            report.title,
            book.curriculum.file("event", parts.id).source.path,
            role="facilitator",
            description=report.lead,
            report=report,
            when=days(edition, parts.event),
            place=edition.plain(parts.event.place),
            downloads=book.files(KIND, parts.id),
            delivered=delivered_days(book, parts),
            body=[(section, _html(report, section.blocks)) for section in report.sections],
        )


def _html(report: Report, blocks: Sequence[Block]) -> str:
    return "\n".join(
        _chart(report, block) if isinstance(block, Picture) else html((block,), table=_table) for block in blocks
    )


def _chart(report: Report, picture: Picture) -> str:
    """A chart, drawn for a wide and for a narrow screen."""
    chart = report.charts[picture.id]
    return (
        f'<figure class="ws-figure" id="figure-{picture.id}"><div class="ws-figure-title">{words(picture.title)}</div>'
        f'<div class="ws-wide">{draw_chart(chart, 720)}</div>'
        f'<div class="ws-narrow">{draw_chart(chart, 360)}</div></figure>'
    )


def _table(head: Sequence[Sequence[Inline]], rows: Rows) -> str:
    """A table whose first column names its rows. It can be scrolled by itself on a phone, also with the keyboard."""
    kind = "ws-facts" if len(head) == 2 else "ws-numbers"
    top = "".join(f'<th scope="col">{html_line(cell)}</th>' for cell in head)
    body = "".join(
        f'<tr><th scope="row">{words(inline_words(row[0]))}</th>{"".join(f"<td>{html_line(cell)}</td>" for cell in row[1:])}</tr>'
        for row in rows
    )
    name = words(inline_words(head[0]))
    return (
        f'<div class="ws-scroll" tabindex="0" role="group" aria-label="{name}"><table class="{kind}">'
        f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )
