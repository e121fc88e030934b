"""What is printed from a list of people, and the tables as CSV."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..documents.framed import framed
from ..documents.people import Person
from ..documents.posters import badges, certificates
from ..documents.proof import Expected
from ..documents.tree import Document
from ..documents.tree_pages import SeatCard, SeatPlan, SignList
from ..documents.typst_document import document_pdf
from ..edition import Edition
from ..model.programme import PauseSlot
from .roster import Guest, persons
from .seating import tables_of

SPARE = 3
"""Empty lines for those who come without being on the list."""
_PORTRAIT = 4
"""Half days whose signatures fit on upright paper."""
BOM = "\ufeff"


def papers(edition: Edition, programme_id: str, guests: Sequence[Guest], seed: int) -> Iterator[tuple[str, bytes]]:
    """File names and contents. Raises KeyError for an unknown programme, PressError when a paper can not be set."""
    people = persons(guests)
    tables = tables_of(guests, edition.curriculum.programmes[programme_id].group_size, seed)
    names = [Expected(person.name) for person in people]

    def made(document: Document) -> bytes:
        return document_pdf(document, edition.cache, names)

    yield "attendance.pdf", made(attendance(edition, programme_id, people))
    yield "tables.pdf", made(table_plan(edition, programme_id, tables))
    yield "tables.csv", table_list(edition, tables)
    yield "badges.pdf", made(badges(edition, programme_id, people))
    yield "certificates.pdf", made(certificates(edition, programme_id, people))


def half_days(edition: Edition, programme_id: str) -> list[str]:
    """What a signature stands for: each day, in two halves if it has a lunch."""
    halves = []
    for day in edition.curriculum.timetables[programme_id]:
        title = edition.plain(day.day.title)
        lunch = any(isinstance(timed.slot, PauseSlot) and timed.slot.kind == "lunch" for timed in day.slots)
        parts = (edition.say("people.morning"), edition.say("people.afternoon")) if lunch else ()
        halves += [f"{title}\n{part}" for part in parts] or [title]
    return halves


def attendance(edition: Edition, programme_id: str, people: Sequence[Person]) -> Document:
    """A line for each person, by name, with room to sign for each half day. Raises KeyError for an unknown programme."""
    say = edition.say
    halves = half_days(edition, programme_id)
    ordered = sorted(people, key=lambda person: (person.name.casefold(), person.organisation))
    rows = [(str(index), person.name, person.organisation) for index, person in enumerate(ordered, start=1)]
    rows += [(str(len(rows) + index), "", "") for index in range(1, SPARE + 1)]
    heads = ("", say("badges.name"), say("badges.organisation"))
    part = SignList(heads, tuple(rows), tuple(halves), say("people.attendance.keep"))
    document = _framed(edition, programme_id, say("people.attendance"), say("people.attendance.use"), part)
    return replace(document, name="attendance", turned=len(halves) > _PORTRAIT)


def table_plan(edition: Edition, programme_id: str, tables: Sequence[Sequence[Guest]]) -> Document:
    """Who sits where, to hang up. Raises KeyError for an unknown programme."""
    cards = (
        SeatCard(
            edition.say("people.table", number=number), tuple(guest.person for guest in sorted(table, key=_by_name))
        )
        for number, table in enumerate(tables, start=1)
    )
    say, plan = edition.say, SeatPlan(tuple(cards))
    return replace(_framed(edition, programme_id, say("people.tables"), say("people.tables.use"), plan), name="tables")


def _framed(edition: Edition, programme_id: str, title: str, use: str, part: SignList | SeatPlan) -> Document:
    programme = edition.plain(edition.curriculum.programmes[programme_id].title)
    return framed(
        edition, None, "people", programme_id, (part,), title=title, what=programme, use=use, named=False, frame="list"
    )


def table_list(edition: Edition, tables: Sequence[Sequence[Guest]]) -> bytes:
    """The same as CSV: table, name, organisation, group."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([edition.say(f"people.column.{name}") for name in ("table", "name", "organisation", "group")])
    for number, table in enumerate(tables, start=1):
        writer.writerows(
            [number, *map(_harmless, (guest.person.name, guest.person.organisation, guest.person.group))]
            for guest in sorted(table, key=_by_name)
        )
    return (BOM + written.getvalue()).encode()


def _by_name(guest: Guest) -> tuple[str, str]:
    return guest.person.name.casefold(), guest.person.organisation


def _harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
