"""Materials and print run: everything to print and to bring, for any number of people."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...deliver.print_runs import Supply, equipment, sides, supplies
from ...ground.artifact import Artifact
from ...model.programme import Programme
from ...teaching.materials import count_for
from . import paths
from .book import Book
from .slots import SlotView

Pages = Mapping[tuple[str, str], int]


class Row(NamedTuple):
    """A line of a list."""

    supply: Supply
    page: str | None
    sides: str
    """In words; empty where no documents were made."""
    number: int
    terms: str
    """What the script counts with: `1person+2room/3group`, a part for each session."""


class SessionSupplies(NamedTuple):
    """What one session needs."""

    view: SlotView
    rows: list[Row]


def supplies_pages(book: Book, pages: Pages) -> Iterator[Artifact]:
    """A page for each programme. `pages` has the number of pages of each paper."""
    plain = book.markup(paths.HOME).plain
    for id_, programme in book.curriculum.programmes.items():
        views = [view for view in book.views[id_] if view.timed.works]
        whole = _rows(book, programme, supplies(book.curriculum, [view.timed for view in views]), pages)
        sessions = [
            SessionSupplies(view, _rows(book, programme, supplies(book.curriculum, [view.timed]), pages))
            for view in views
        ]
        yield book.page(
            paths.supplies(id_),
            "supplies.md.j2",
            book.say("supplies.title", title=plain(programme.title)),
            book.curriculum.file("programme", id_).source.path,
            role="facilitator",
            description=book.say("supplies.lead"),
            scripts=(paths.SUPPLIES_SCRIPT,),
            styles=(paths.SUPPLIES_STYLE,),
            programme=programme,
            programme_id=id_,
            groups=count_for("group", programme),
            papers=[row for row in whole if row.page],
            materials=[row for row in whole if not row.page],
            equipment=_rows(book, programme, equipment(book.curriculum), pages),
            sessions=[session for session in sessions if session.rows],
            downloads=book.files("print-run", id_),
        )


def _rows(book: Book, programme: Programme, found: list[Supply], pages: Pages) -> list[Row]:
    ways = {"handout": paths.handout, "case": paths.case, "form": paths.form}
    return [
        Row(
            supply,
            ways[supply.kind](supply.id) if supply.id else None,
            sides(pages.get((supply.kind, supply.id), 0), book.say),
            supply.count(programme),
            "/".join("+".join(f"{quantity}{per}" for per, quantity in session) for session in supply.terms),
        )
        for supply in found
    ]
