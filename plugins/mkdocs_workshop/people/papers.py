"""What is printed from a list of people, and the tables as CSV."""

from collections.abc import Iterator, Sequence

from ..documents.papers import sheet
from ..documents.people import Person
from ..documents.posters import badges, certificates
from ..documents.press import pdf
from ..documents.proof import left_to_right
from ..documents.typeset import literal, words
from ..edition import Edition
from ..ground.spreadsheets import csv_text
from ..model.programme import PauseSlot
from .roster import Guest, persons
from .seating import tables_of
from .sorting import SortKey, sort_key

SPARE = 3
"""Empty lines for those who come without being on the list."""
_PORTRAIT = 4
"""Half days whose signatures fit on upright paper."""


def papers(edition: Edition, programme_id: str, guests: Sequence[Guest], seed: int) -> Iterator[tuple[str, bytes]]:
    """File names and contents. Raises KeyError for an unknown programme, PressError when a paper can not be set."""
    people = persons(guests)
    tables = tables_of(guests, edition.curriculum.programmes[programme_id].group_size, seed)
    yield "attendance.pdf", attendance(edition, programme_id, people)
    yield "tables.pdf", table_plan(edition, programme_id, tables)
    yield "tables.csv", table_list(edition, tables)
    yield "badges.pdf", badges(edition, programme_id, people)
    yield "certificates.pdf", certificates(edition, programme_id, people)


def half_days(edition: Edition, programme_id: str) -> list[str]:
    """What a signature stands for: each day, in two halves if it has a lunch."""
    halves = []
    for day in edition.curriculum.timetables[programme_id]:
        title = edition.plain(day.day.title)
        lunch = any(isinstance(timed.slot, PauseSlot) and timed.slot.kind == "lunch" for timed in day.slots)
        parts = (edition.say("people.morning"), edition.say("people.afternoon")) if lunch else ()
        halves += [f"{title}\n{part}" for part in parts] or [title]
    return halves


def attendance(edition: Edition, programme_id: str, people: Sequence[Person]) -> bytes:
    """A line for each person, by name, with room to sign for each half day. Raises KeyError, PressError."""
    say = edition.say
    halves, keep = half_days(edition, programme_id), say("people.attendance.keep")
    ordered = sorted(people, key=lambda person: (sort_key(person.name, edition.language), person.organisation))
    heads = ["", say("badges.name"), say("badges.organisation"), *halves]
    rows = [[str(index), person.name, person.organisation] for index, person in enumerate(ordered, start=1)]
    rows += [[str(len(rows) + index), "", ""] for index in range(1, SPARE + 1)]
    # The empty cells hold the height of a signature; a long name or unit makes its row higher.
    cells = [cell for row in rows for cell in (*map(_cell, row), *("[#box(height: 9mm)]" for _ in halves))]
    widths = f"(7mm, 1.5fr, 1.4fr) + (1fr,) * {len(halves)}"
    body = (
        f"#table(columns: {widths}, align: left + horizon, inset: (x: 4pt, y: 3pt), "
        f"stroke: 0.5pt + soft, fill: (x, y) => if y == 0 {{ ground }}, "
        f"table.header({', '.join(f'text(size: 0.86em, weight: 600, {literal(head)})' for head in heads)}), "
        f"{', '.join(cells)})\n#small[{words(keep)}]"
    )
    head = _head(edition, programme_id, say("people.attendance"), say("people.attendance.use"))
    # Before the head: a page that is turned later begins anew.
    turned = "#set page(flipped: true)\n" if len(halves) > _PORTRAIT else ""
    return pdf(
        "attendance", f"{turned}{head}\n\n{body}", edition.cache, left_to_right(person.name for person in people)
    )


def table_plan(edition: Edition, programme_id: str, tables: Sequence[Sequence[Guest]]) -> bytes:
    """Who sits where, to hang up. Raises KeyError, PressError."""
    say = edition.say
    cards = []
    for number, table in enumerate(tables, start=1):
        lines = ", ".join(
            f"[{words(guest.person.name)}{_beside(guest.person)}]"
            for guest in sorted(table, key=lambda guest: _by_name(guest, edition.language))
        )
        title = words(say("people.table", number=number))
        cards.append(
            "block(width: 100%, breakable: false, stroke: 1pt + soft, radius: 6pt, inset: 10pt, "
            f'[#block(below: 0.7em, text(font: "Onest", size: 1.25em, weight: 700)[{title}]) '
            f"#stack(spacing: 0.75em, {lines})])"
        )
    body = f"#grid(columns: (1fr, 1fr), gutter: 5mm, {', '.join(cards)})"
    head = _head(edition, programme_id, say("people.tables"), say("people.tables.use"))
    wanted = left_to_right(guest.person.name for table in tables for guest in table)
    return pdf("tables", f"{head}\n\n{body}", edition.cache, wanted)


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


def _head(edition: Edition, programme_id: str, title: str, use: str) -> str:
    programme = edition.plain(edition.curriculum.programmes[programme_id].title)
    return sheet(edition, None, title=title, kind=programme, use=use, size="A4")


def _beside(person: Person) -> str:
    about = " · ".join(filter(None, (person.organisation, person.group)))
    return f"#linebreak()#text(size: 0.8em, fill: soft)[{words(about)}]" if about else ""


def _by_name(guest: Guest, language: str) -> tuple[SortKey, str]:
    return sort_key(guest.person.name, language), guest.person.organisation


def _cell(text: str) -> str:
    """A cell whose long words may be parted: in Russian if they are in Cyrillic letters, else in the language of the paper."""
    cyrillic = any("\u0400" <= letter <= "\u052f" for letter in text)
    language = ', lang: "ru"' if cyrillic else ""
    return f"text(hyphenate: true{language})[{words(text)}]"
