"""What is printed from a list of people, and the tables as CSV."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..documents.attendance import sign_list
from ..documents.emit.typst_document import document_pdf
from ..documents.framed import framed
from ..documents.posters import badges, certificates, tents
from ..documents.tree.document import Document
from ..documents.tree.pages import SeatCard, SeatPlan
from ..documents.tree.people import Person
from ..documents.tree.proof import Expected, left_to_right
from ..edition import Edition
from ..ground.spreadsheets import csv_text
from .roster import Guest, persons
from .seating import tables_of
from .sorting import SortKey, sort_key


def papers(edition: Edition, programme_id: str, guests: Sequence[Guest], seed: int) -> Iterator[tuple[str, bytes]]:
    """File names and contents. Raises KeyError for an unknown programme, PressError when a paper can not be set."""
    people = persons(guests)
    tables = tables_of(guests, edition.curriculum.programmes[programme_id].group_size, seed)
    names = [Expected(name) for name in left_to_right(person.name for person in people)]

    def made(document: Document) -> bytes:
        return document_pdf(document, edition.cache, names)

    yield "attendance.pdf", made(attendance(edition, programme_id, people))
    yield "tables.pdf", made(table_plan(edition, programme_id, tables))
    yield "tables.csv", table_list(edition, tables)
    yield "table-cards.pdf", made(tents(edition, programme_id, people))
    yield "badges.pdf", made(badges(edition, programme_id, people))
    yield "certificates.pdf", made(certificates(edition, programme_id, people))


def attendance(edition: Edition, programme_id: str, people: Sequence[Person]) -> Document:
    """A line for each person, by name, with room to sign for each half day. Raises KeyError for an unknown programme."""
    ordered = sorted(people, key=lambda person: (sort_key(person.name, edition.language), person.organisation))
    rows = [(str(index), person.name, person.organisation) for index, person in enumerate(ordered, start=1)]
    return sign_list(edition, programme_id, rows)


def table_plan(edition: Edition, programme_id: str, tables: Sequence[Sequence[Guest]]) -> Document:
    """Who sits where, to hang up. Raises KeyError for an unknown programme."""
    cards = (
        SeatCard(
            edition.say("people.table", number=number),
            tuple(guest.person for guest in sorted(table, key=lambda guest: _by_name(guest, edition.language))),
        )
        for number, table in enumerate(tables, start=1)
    )
    say, plan = edition.say, SeatPlan(tuple(cards))
    return replace(_framed(edition, programme_id, say("people.tables"), say("people.tables.use"), plan), name="tables")


def _framed(edition: Edition, programme_id: str, title: str, use: str, part: SeatPlan) -> Document:
    programme = edition.plain(edition.curriculum.programmes[programme_id].title)
    return framed(
        edition, None, "people", programme_id, (part,), title=title, what=programme, use=use, named=False, frame="list"
    )


def table_list(edition: Edition, tables: Sequence[Sequence[Guest]]) -> bytes:
    """The same as CSV: table, name, organisation, group."""
    rows: list[Sequence[object]] = [
        [edition.say(f"people.column.{name}") for name in ("table", "name", "organisation", "group")]
    ]
    for number, table in enumerate(tables, start=1):
        rows.extend(
            [number, guest.person.name, guest.person.organisation, guest.person.group]
            for guest in sorted(table, key=lambda guest: _by_name(guest, edition.language))
        )
    return csv_text(rows).encode()


def _by_name(guest: Guest, language: str) -> tuple[SortKey, str]:
    return sort_key(guest.person.name, language), guest.person.organisation
