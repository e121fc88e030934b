"""Workshops that took place: the list, and the report of each."""

from collections.abc import Iterator, Sequence

from ...documents.emit import html_site
from ...documents.emit.html import html
from ...documents.tree.blocks import Block, Picture
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
        _chart(report, block) if isinstance(block, Picture) else html((block,), table=html_site.named_rows)
        for block in blocks
    )


def _chart(report: Report, picture: Picture) -> str:
    """A chart, drawn for a wide and for a narrow screen."""
    chart = report.charts[picture.id]
    drawings = {"wide": draw_chart(chart, 720), "narrow": draw_chart(chart, 360)}
    return html_site.chart(picture.id, picture.title, drawings)
