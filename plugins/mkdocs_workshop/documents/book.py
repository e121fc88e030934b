"""What the guide and the workbook share: the cover, the clock, the heads of sessions, the last page."""

from collections.abc import Iterable

from ..clock import clock
from ..edition import Edition
from ..figures.kit.catalogue import drawn
from ..model.drawings import SceneId
from ..model.programme import PauseSlot
from ..teaching.agenda import AgendaSlot
from .framed import framed
from .texts import cited
from .tree.books import Chapter, Clock, ClockRow, Cover, SessionHead
from .tree.document import Closing, Document, Part, paragraph

PICTURES: dict[str, SceneId] = {"guide": "cover-guide", "workbook": "cover-workbook"}
"""What is drawn on the cover of each kind of book."""


def book(
    edition: Edition, kind: str, programme_id: str, parts: tuple[Part, ...], *, colour: str, mark: str = ""
) -> Document:
    """A book of a programme, with its cover and the notice on its last page."""
    say, programme = edition.say, edition.curriculum.programmes[programme_id]
    days = edition.curriculum.timetables[programme_id]
    net = sum(day.net for day in days)
    facts = (
        (str(len(days)), say("book.days", n=len(days))),
        (str(net), say("book.minutes", n=net)),
        (str(programme.participants), say("book.people", n=programme.participants)),
    )
    title, what = edition.plain(programme.title), say(f"book.{kind}")
    sources = Closing(say("module.sources"), tuple(cited(parts).values()), (), without_notes=True)
    notice = (paragraph(edition.plain(line)) for line in edition.curriculum.manual.notice)
    return framed(
        edition,
        None,
        kind,
        programme_id,
        (*parts, sources, Chapter(say("book.notice")), *notice),
        title=title,
        what=what,
        use=edition.plain(programme.purpose),
        named=False,
        name=f"{kind}-{programme_id}",
        listed=f"{what}: {title}",
        frame="book",
        colour=colour,
        mark=mark,
        cover=Cover(
            edition.plain(edition.curriculum.manual.subtitle),
            facts,
            say("book.contents"),
            drawn(PICTURES[kind], kind).svg(),
        ),
    )


def day_table(edition: Edition, slots: Iterable[AgendaSlot]) -> Clock:
    """The slots of a day by the clock."""
    say, plain = edition.say, edition.plain
    rows = (
        ClockRow(
            f"{clock(slot.timed.start)}–{clock(slot.timed.end)}",
            slot.words(plain),
            plain(slot.theme.name) if slot.theme else "",
            say("minutes.short", n=slot.timed.minutes),
            slot.theme.colour if slot.theme else "plain",
            isinstance(slot.timed.slot, PauseSlot),
        )
        for slot in slots
    )
    return Clock(tuple(say(key) for key in ("book.time", "book.what", "book.how-long")), tuple(rows))


def session_head(edition: Edition, slot: AgendaSlot, *, fresh: bool = True, notes: str = "") -> SessionHead:
    """The head of a session: number, theme, clock, title, purpose; `notes` stands above lines that are left before it."""
    say = edition.say
    kicker = [say("session.number", number=slot.number)] if slot.number else []
    kicker += [edition.plain(slot.theme.name)] if slot.theme else []
    minutes = say("minutes.short", n=slot.timed.minutes)
    return SessionHead(
        edition.plain(slot.title),
        " · ".join(kicker),
        f"{clock(slot.timed.start)}–{clock(slot.timed.end)} · {minutes}",
        edition.plain(slot.purpose) if slot.purpose else "",
        slot.theme.colour if slot.theme else "plain",
        fresh,
        notes,
    )
