"""What is printed from a list of people, and the tables as CSV."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..documents.emit.typst_document import document_pdf
from ..documents.framed import framed
from ..documents.posters import badges, certificates, tents
from ..documents.tree.document import Document
from ..documents.tree.pages import SeatCard, SeatPlan, SignList
from ..documents.tree.people import Person
from ..documents.tree.proof import Expected, left_to_right
from ..edition import Edition
from ..ground.spreadsheets import csv_text
from ..model.programme import PauseSlot
from .roster import Guest, persons
from .seating import tables_of
from .sorting import SortKey, sort_key

_PORTRAIT = 4
"""Half days whose signatures fit on upright paper."""


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
    ordered = sorted(people, key=lambda person: (sort_key(person.name, edition.language), person.organisation))
    rows = [(str(index), person.name, person.organisation) for index, person in enumerate(ordered, start=1)]
    heads = ("", say("badges.name"), say("badges.organisation"))
    part = SignList(heads, tuple(rows), tuple(halves), say("people.attendance.keep"))
    document = _framed(edition, programme_id, say("people.attendance"), say("people.attendance.use"), part)
    return replace(document, name="attendance", turned=len(halves) > _PORTRAIT)


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


def _framed(edition: Edition, programme_id: str, title: str, use: str, part: SignList | SeatPlan) -> Document:
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
