"""Workshops that took place: the list, and the report of each."""

from collections.abc import Iterator, Sequence
from html import escape

from ..artifacts import Artifact
from ..documents.blocks import (
    Block,
    Cite,
    Emphasis,
    Heading,
    Inline,
    Link,
    List,
    Note,
    Paragraph,
    Picture,
    Quote,
    Strong,
    Table,
    Text,
    Value,
)
from ..documents.proof import inline_words
from ..reports.charts import draw_chart
from ..reports.document import Report, days, write_report
from ..reports.kept import figures_of_results
from ..reports.make import KIND
from . import paths
from .book import Book


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
        report = write_report(edition, parts, figures_of_results(parts, book.curriculum))
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
            body=[(section, _html(report, section.blocks)) for section in report.sections],
        )


def _html(report: Report, blocks: Sequence[Block]) -> str:
    return "\n".join(_block(report, block) for block in blocks)


def _block(report: Report, block: Block) -> str:
    match block:
        case Paragraph(children):
            return f"<p>{_inlines(children)}</p>"
        case Heading(level, children):
            return f"<h{level}>{_inlines(children)}</h{level}>"
        case List(ordered, items):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>{''.join(f'<li>{_html(report, item.blocks)}</li>' for item in items)}</{tag}>"
        case Table(head, rows):
            return _table(head, rows)
        case Quote(inner) | Note(_, inner):
            return f"<blockquote>{_html(report, inner)}</blockquote>"
        case Picture(id_, title, _, _, _):
            chart = report.charts[id_]
            return (
                f'<figure class="ws-figure" id="figure-{id_}"><div class="ws-figure-title">{escape(title)}</div>'
                f'<div class="ws-wide">{draw_chart(chart, 720)}</div>'
                f'<div class="ws-narrow">{draw_chart(chart, 360)}</div></figure>'
            )
    return ""


def _table(head: Sequence[Sequence[Inline]], rows: Sequence[Sequence[Sequence[Inline]]]) -> str:
    """A table whose first column names its rows. It can be scrolled by itself on a phone, also with the keyboard."""
    kind = "ws-facts" if len(head) == 2 else "ws-numbers"
    top = "".join(f'<th scope="col">{_inlines(cell)}</th>' for cell in head)
    body = "".join(
        f'<tr><th scope="row">{escape(inline_words(row[0]))}</th>{"".join(f"<td>{_inlines(cell)}</td>" for cell in row[1:])}</tr>'
        for row in rows
    )
    name = escape(inline_words(head[0]))
    return (
        f'<div class="ws-scroll" tabindex="0" role="group" aria-label="{name}"><table class="{kind}">'
        f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _inlines(children: Sequence[Inline]) -> str:
    return "".join(map(_inline, children))


def _inline(child: Inline) -> str:
    match child:
        case Text(text) | Value(text, _, _):
            return escape(text)
        case Strong(inner):
            return f"<strong>{_inlines(inner)}</strong>"
        case Emphasis(inner):
            return f"<em>{_inlines(inner)}</em>"
        case Link(inner, address):
            return f'<a href="{escape(address)}">{_inlines(inner)}</a>'
        case Cite(label, reference, _):
            return f'<span class="ws-cite" title="{escape(reference)}">{escape(label)}</span>'
    return escape(inline_words((child,)))
