"""The files of a report: PDF, Word, and the table of figures."""

from collections.abc import Iterator

from ..documents.places import path_of
from ..edition import Edition
from ..ground.artifact import Artifact, Label
from ..reading.events import EventParts
from .document import Report, write_report
from .figures import Counts
from .kept import counts_of_results
from .names import Names
from .paper import paper_files, report_paper
from .sums import figures_csv

KIND = "report"


def report_files(edition: Edition) -> Iterator[Artifact]:
    """The reports of all published workshops, from their kept sums. They show which answers a test counts as better."""
    published = [parts for parts in edition.curriculum.events.values() if parts.event.published]
    counted = [counts_of_results(parts, edition.curriculum) for parts in published]
    written = [write_report(edition, parts, counts) for parts, counts in zip(published, counted, strict=True)]
    papers = edition.workers.begin(paper_files, (report_paper(edition, report) for report in written))
    for parts, counts, report, files in zip(published, counted, written, papers, strict=True):
        found: list[tuple[str, str | bytes]] = [*files.items(), *_figures(edition, parts, counts)]
        for format_, content in found:
            label = Label(KIND, format_, report.title, edition.language, edition.version(), "", parts.id)
            path = path_of(edition.language, KIND, parts.id, format_)
            yield Artifact(path, content, "facilitator", label=label)


def contents(edition: Edition, parts: EventParts, report: Report, counts: Counts) -> Iterator[tuple[str, str | bytes]]:
    """Format and content of each file of a report. Without figures there is no table of them.

    For example `("pdf", ...)`, `("docx", ...)` and, with figures, `("csv", ...)`.
    """
    yield from paper_files(report_paper(edition, report)).items()
    yield from _figures(edition, parts, counts)


def _figures(edition: Edition, parts: EventParts, counts: Counts) -> Iterator[tuple[str, str]]:
    if counts.distributions:
        yield "csv", figures_csv(Names(edition, parts.event), counts)
