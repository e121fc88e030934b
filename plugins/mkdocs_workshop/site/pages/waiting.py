"""Which texts wait for a reader: their titles, and who must read them. Of the texts themselves it says nothing."""

from collections.abc import Iterator

from ...ground.artifact import Artifact
from . import paths
from .book import Book


def waiting_page(book: Book) -> Iterator[Artifact]:
    """The list; no page if nothing waits."""
    held = book.curriculum.held
    if not held:
        return
    rows = [(one, book.say(f"held.kind.{one.file.kind}"), [_reader(id_) for id_ in one.missing]) for one in held]
    made_from = book.curriculum.file("curriculum").source.path
    yield book.page(
        paths.WAITING, "waiting.md.j2", book.say("nav.waiting"), made_from, role="facilitator", rows=rows, found=False
    )


def _reader(id_: str) -> str:
    return id_.replace("-", " ")
