"""The programme as a poster, name badges and the certificate of participation."""

from collections.abc import Iterator, Sequence
from importlib.resources import files

from ..clock import clock
from ..edition import Edition
from ..ground.artifact import Artifact, Label
from ..model.programme import PauseSlot, SessionSlot
from ..teaching.agenda import agenda
from ..teaching.hours import academic_hours, count_of_days
from .papers import sheet
from .people import BLANK, Person
from .places import path_of
from .press import pdf
from .proof import left_to_right
from .typeset import literal

BADGES = 8
"""On a sheet of A4."""
GROUP_COLOURS = ("navy", "teal", "plum", "moss", "amber")
"""By the order of the audiences; the name of the group stands beside it."""


def poster_pdfs(edition: Edition) -> Iterator[Artifact]:
    """The poster, blank badges and a blank certificate of each programme. Raises PressError when one can not be set."""
    for id_, programme in edition.curriculum.programmes.items():
        name = edition.plain(programme.title)
        for kind, of, made in (
            ("poster", edition.say("poster.title"), poster(edition, id_)),
            ("badges", edition.say("badges.title"), badges(edition, id_, [BLANK] * BADGES)),
            ("certificate", edition.say("certificate.title"), certificates(edition, id_, [BLANK])),
        ):
            title = f"{of}: {name}"
            label = Label(kind, "pdf", title, edition.language, edition.version(), "", id_)
            yield Artifact(path_of(edition.language, kind, id_, "pdf"), made, label=label)


def _symbol() -> str:
    return literal((files("mkdocs_workshop") / "site" / "theme" / "mark.svg").read_text("utf-8"))


def poster(edition: Edition, programme_id: str) -> bytes:
    """The programme on A3, each slot as high as it is long. Raises KeyError, PressError."""
    programme = edition.curriculum.programmes[programme_id]
    slots = agenda(edition.curriculum, programme_id, edition.say)
    days, wanted = [], []
    for day in edition.curriculum.timetables[programme_id]:
        rows = []
        for slot in slots:
            if slot.day.index != day.index:
                continue
            pause = isinstance(slot.timed.slot, PauseSlot)
            title = slot.title if pause else edition.plain(slot.title)
            wanted.append(title)
            rows.append(
                f"(time: {literal(clock(slot.timed.start))}, title: {literal(title)}, minutes: {slot.timed.minutes}, "
                f"colour: {literal(slot.theme.colour if slot.theme else 'plain')}, pause: {'true' if pause else 'false'})"
            )
        minutes = day.end - day.start
        days.append(
            f"(title: {literal(edition.plain(day.day.title))}, minutes: {minutes}, slots: ({', '.join(rows)},))"
        )
    used = {slot.theme.id for slot in slots if slot.theme}
    themes = ", ".join(
        f"({literal(edition.plain(theme.name))}, {literal(theme.colour)})"
        for theme in edition.curriculum.manual.themes
        if theme.id in used
    )
    head = sheet(
        edition, None, title=edition.plain(programme.title), kind="", use=edition.plain(programme.purpose), size="A3",
        mark=edition.plain(edition.curriculum.manual.title), template="programme-poster",
    )  # fmt: skip
    head = head.replace(", date: datetime", f", symbol: {_symbol()}, days: ({', '.join(days)},), date: datetime", 1)
    return pdf(f"poster-{programme_id}", f"{head}\n\n#theme-key({themes})", edition.cache, wanted)


def badges(edition: Edition, programme_id: str, names: Sequence[Person]) -> bytes:
    """Name badges, eight on a sheet of A4; `BLANK` people become badges to write on.

    Raises KeyError for an unknown programme, PressError when they can not be set.
    """
    programme = edition.curriculum.programmes[programme_id]
    groups = [edition.plain(audience.name) for audience in edition.curriculum.manual.audiences]
    rows = []
    for person in names:
        index = groups.index(person.group) if person.group in groups else 0
        colour = GROUP_COLOURS[index % len(GROUP_COLOURS)]
        rows.append("(" + ", ".join(map(literal, (person.name, person.organisation, person.group, colour))) + ")")
    say, manual = edition.say, edition.plain(edition.curriculum.manual.title)
    title = edition.plain(programme.title)
    lines = ", ".join(literal(say(key)) for key in ("badges.name", "badges.organisation"))
    body = f"#badge-sheet(({', '.join(rows)},), {literal(manual)}, {literal(title)}, ({lines},))"
    head = _bare(edition, f"{say('badges.title')}: {title}")
    return pdf(
        f"badges-{programme_id}", f"{head}\n\n{body}", edition.cache, left_to_right(person.name for person in names)
    )


def certificates(edition: Edition, programme_id: str, names: Sequence[Person]) -> bytes:
    """Certificates of participation, one page for each person; `BLANK` people get a line for their name.

    They say what was attended and how long it took; no emblem stands on them. Raises KeyError for an unknown programme,
    PressError when they can not be set.
    """
    programme, manual = edition.curriculum.programmes[programme_id], edition.curriculum.manual
    say, plain = edition.say, edition.plain
    days = edition.curriculum.timetables[programme_id]
    net = sum(day.net for day in days)
    shown, number = count_of_days(days)
    hours = f"{net / 60:.1f}".rstrip("0").rstrip(".")
    facts = say("certificate.hours", n=number, days=shown, hours=hours)
    if programme.academic_hour:
        facts += f" · {say('programme.academic', hours=academic_hours(net, programme.academic_hour))}"
    slots = agenda(edition.curriculum, programme_id, say)
    taught = [
        plain(slot.title) for slot in slots if isinstance(slot.timed.slot, SessionSlot) and slot.timed.slot.contents
    ]
    signatures = ", ".join(literal(say(f"certificate.{key}")) for key in ("organiser", "trainers", "place"))
    title = say("certificate.title")
    pages = []
    for person in names:
        words_ = (
            title, person.name, person.organisation, say("badges.name"), say("certificate.took-part"),
            plain(programme.title), plain(programme.purpose), facts, say("certificate.contents"), " · ".join(taught),
        )  # fmt: skip
        foot = " ".join((edition.footer(), *map(plain, manual.notice)))
        pages.append(
            f"#certificate-page({', '.join(map(literal, words_))}, ({signatures},), {literal(plain(manual.title))}, "
            f"{literal(plain(manual.subtitle))}, {literal(foot)}, {_symbol()})"
        )
    head = _bare(edition, f"{title}: {plain(programme.title)}")
    wanted = left_to_right(person.name for person in names) + taught
    return pdf(f"certificate-{programme_id}", "\n\n".join((head, *pages)), edition.cache, wanted)


def _bare(edition: Edition, title: str) -> str:
    return sheet(edition, None, title=title, kind="", use=title, size="A4", template="bare")
