"""The programme as a poster, name badges and the certificate of participation, as documents."""

from collections.abc import Sequence

from ..clock import clock
from ..edition import Edition
from ..model.programme import PauseSlot, SessionSlot
from ..teaching.agenda import agenda
from ..teaching.hours import academic_hours, count_of_days
from .framed import framed
from .tree.document import Document
from .tree.pages import Badge, Badges, Certificate, Poster, PosterDay, PosterSlot, Tents
from .tree.people import Person

BADGES = 8
"""On a sheet of A4."""
UPRIGHT = 3
"""Days that fit side by side on upright paper."""
GROUP_COLOURS = ("navy", "teal", "plum", "moss", "amber")
"""By the order of the audiences; the name of the group stands beside it."""


def poster(edition: Edition, programme_id: str) -> Document:
    """The programme on A3, each slot as high as it is long. Raises KeyError for an unknown programme."""
    programme, manual, plain = edition.curriculum.programmes[programme_id], edition.curriculum.manual, edition.plain
    slots = agenda(edition.curriculum, programme_id, edition.say)
    days = []
    for day in edition.curriculum.timetables[programme_id]:
        rows = (
            PosterSlot(
                clock(slot.timed.start),
                slot.words(plain),
                slot.timed.minutes,
                slot.theme.colour if slot.theme else "plain",
                isinstance(slot.timed.slot, PauseSlot),
            )
            for slot in slots
            if slot.day.index == day.index
        )
        days.append(PosterDay(plain(day.day.title), day.end - day.start, tuple(rows)))
    used = {slot.theme.id for slot in slots if slot.theme}
    themes = tuple((plain(theme.name), theme.colour) for theme in manual.themes if theme.id in used)
    return framed(
        edition,
        None,
        "poster",
        programme_id,
        (Poster(tuple(days), themes),),
        title=plain(programme.title),
        what="",
        use=plain(programme.purpose),
        named=False,
        name=f"poster-{programme_id}",
        listed=f"{edition.say('poster.title')}: {plain(programme.title)}",
        frame="poster",
        size="A3",
        mark=plain(manual.title),
        turned=len(days) > UPRIGHT,
    )


def badges(edition: Edition, programme_id: str, people: Sequence[Person]) -> Document:
    """Name badges, eight on a sheet of A4; `BLANK` people become badges to write on. Raises KeyError for an unknown programme."""
    say, plain = edition.say, edition.plain
    made = _by_side(edition, people)
    programme = plain(edition.curriculum.programmes[programme_id].title)
    labels = (say("badges.name"), say("badges.organisation"))
    sheet = Badges(made, plain(edition.curriculum.manual.title), programme, labels)
    return _bare(edition, "badges", programme_id, say("badges.title"), (sheet,))


def _by_side(edition: Edition, people: Sequence[Person]) -> tuple[Badge, ...]:
    """Each person with the colour of the group."""
    groups = [*edition.audiences.values()]
    places = [groups.index(person.group) if person.group in groups else 0 for person in people]
    return tuple(
        Badge(person, GROUP_COLOURS[place % len(GROUP_COLOURS)]) for person, place in zip(people, places, strict=True)
    )


def tents(edition: Edition, programme_id: str, people: Sequence[Person]) -> Document:
    """Cards that stand on the tables, a sheet of A4 for each person. Raises KeyError for an unknown programme."""
    say = edition.say
    sheet = Tents(
        _by_side(edition, people),
        edition.plain(edition.curriculum.manual.title),
        say("tents.fold"),
        say("badges.name"),
        say("tents.twice"),
    )
    return _bare(edition, "tents", programme_id, say("tents.title"), (sheet,))


def certificates(edition: Edition, programme_id: str, people: Sequence[Person]) -> Document:
    """Certificates of participation, one page for each person; `BLANK` people get a line for their name.

    They say what was attended and how long it took; no emblem stands on them. Raises KeyError for an unknown programme.
    """
    programme, manual = edition.curriculum.programmes[programme_id], edition.curriculum.manual
    say, plain = edition.say, edition.plain
    days = edition.curriculum.timetables[programme_id]
    net = sum(day.net for day in days)
    shown, number = count_of_days(days)
    hours = edition.number(f"{net / 60:.1f}".rstrip("0").rstrip("."))
    facts = say("certificate.hours", n=number, days=shown, hours=hours)
    if programme.academic_hour:
        facts += f" · {say('programme.academic', hours=edition.number(academic_hours(net, programme.academic_hour)))}"
    slots = agenda(edition.curriculum, programme_id, say)
    taught = [
        plain(slot.title) for slot in slots if isinstance(slot.timed.slot, SessionSlot) and slot.timed.slot.contents
    ]
    pages = tuple(
        Certificate(
            title=say("certificate.title"),
            person=person,
            name_label=say("badges.name"),
            took_part=say("certificate.took-part"),
            programme=plain(programme.title),
            purpose=plain(programme.purpose),
            facts=facts,
            contents_label=say("certificate.contents"),
            contents=" · ".join(taught),
            signatures=tuple(say(f"certificate.{key}") for key in ("organiser", "trainers", "place")),
            manual=plain(manual.title),
            subtitle=plain(manual.subtitle),
            foot=" ".join((edition.footer(), *map(plain, manual.notice))),
        )
        for person in people
    )
    return _bare(edition, "certificate", programme_id, say("certificate.title"), pages)


def _bare(
    edition: Edition,
    kind: str,
    programme_id: str,
    what: str,
    parts: tuple[Badges, ...] | tuple[Certificate, ...] | tuple[Tents, ...],
) -> Document:
    programme = edition.plain(edition.curriculum.programmes[programme_id].title)
    title = f"{what}: {programme}"
    return framed(
        edition,
        None,
        kind,
        programme_id,
        parts,
        title=title,
        what="",
        use=title,
        named=False,
        name=f"{kind}-{programme_id}",
        frame="bare",
    )
