"""What the guide and the workbook share: the cover, the clock, the names of sessions."""

import re
from collections.abc import Iterable, Sequence
from importlib.resources import files

from ..agenda import AgendaSlot
from ..artifacts import Artifact, Label, Role
from ..edition import Edition
from ..model.programme import PauseSlot, Programme
from ..schedule import TimedDay, clock
from .blocks import Block, Inline
from .papers import sheet
from .places import path_of
from .press import pdf
from .typeset import inlines, literal, typeset, words


def book_head(
    edition: Edition, programme: Programme, days: Sequence[TimedDay], kind: str, colour: str, mark: str = ""
) -> str:
    """The cover, the contents and everything that makes pages."""
    say = edition.say
    net = sum(day.net for day in days)
    facts = [
        (str(len(days)), say("book.days", n=len(days))),
        (str(net), say("book.minutes", n=net)),
        (str(programme.participants), say("book.people", n=programme.participants)),
    ]
    head = sheet(
        edition, None, title=edition.plain(programme.title), kind=kind, use=edition.plain(programme.purpose),
        size="A4", mark=mark, colour=colour, template="book",
    )  # fmt: skip
    shown = ", ".join(f"({literal(number)}, {literal(label)})" for number, label in facts)
    contents = say("book.contents")
    symbol = (files(__package__).parent / "theme" / "mark.svg").read_text("utf-8")  # type: ignore[attr-defined]
    more = (
        f"facts: ({shown},), subtitle: {literal(edition.plain(edition.curriculum.manual.subtitle))}, "
        f"symbol: {literal(symbol)}, contents: {literal(contents)}"
    )
    # The size of a book is always the same.
    return (
        head.replace(', size: "A4"', "", 1).replace(", date: datetime", f", {more}, date: datetime", 1)
        + "\n#let cited = noted"
    )


def book(
    edition: Edition, kind: str, id_: str, title: str, role: Role, body: Sequence[str], wanted: Sequence[str]
) -> Artifact:
    """A book of a programme as a download."""
    label = Label(kind, "pdf", title, edition.language, edition.version(), "", id_)
    noted = [_noted_once(part_, number) for number, part_ in enumerate(body)]
    made = pdf(f"{kind}-{id_}", "\n\n".join(noted), edition.cache, wanted)
    return Artifact(path_of(edition.language, kind, id_, "pdf"), made, role, label=label)


_STRING = r'"(?:[^"\\]|\\.)*"'
_CITED = re.compile(rf"#cited\(({_STRING}), {_STRING}\)")


def _noted_once(code: str, number: int) -> str:
    """A source that one text cites several times stands at the foot of the page once."""
    known: dict[str, str] = {}

    def note(match: re.Match[str]) -> str:
        if match[1] in known:
            return f"#footnote({known[match[1]]})"
        known[match[1]] = f"<note-{number}-{len(known)}>"
        return f"{match[0]}{known[match[1]]}"

    return _CITED.sub(note, code)


def day_table(edition: Edition, slots: Iterable[AgendaSlot]) -> str:
    """The slots of a day by the clock."""
    say, plain = edition.say, edition.plain
    rows = []
    for slot in slots:
        time = f"{clock(slot.timed.start)}–{clock(slot.timed.end)}"
        minutes = say("minutes.short", n=slot.timed.minutes)
        theme = f"[{words(plain(slot.theme.name))}]" if slot.theme else "none"
        pause = "true" if isinstance(slot.timed.slot, PauseSlot) else "false"
        # Breaks have the words of the interface, not of an author.
        name = slot.title if isinstance(slot.timed.slot, PauseSlot) else plain(slot.title)
        rows.append(
            f"({literal(time)}, {literal(name)}, {theme}, {literal(minutes)}, "
            f"{literal(slot.theme.colour if slot.theme else 'plain')}, {pause})"
        )
    heads = ", ".join(literal(say(key)) for key in ("book.time", "book.what", "book.how-long"))
    return f"#clock-table(({heads}), {', '.join(rows)})"


def session_head(edition: Edition, slot: AgendaSlot, *, fresh: bool = True) -> str:
    """The head of a session: number, theme, clock, title, purpose."""
    say = edition.say
    kicker = [say("session.number", number=slot.number)] if slot.number else []
    kicker += [edition.plain(slot.theme.name)] if slot.theme else []
    minutes = say("minutes.short", n=slot.timed.minutes)
    time = f"{clock(slot.timed.start)}–{clock(slot.timed.end)} · {minutes}"
    purpose = f"[{words(edition.plain(slot.purpose))}]" if slot.purpose else "none"
    return (
        f"#session-head({literal(edition.plain(slot.title))}, {literal(' · '.join(kicker))}, {literal(time)}, {purpose}, "
        f"{literal(slot.theme.colour if slot.theme else 'plain')}, fresh: {'true' if fresh else 'false'})"
    )


def part(title: str) -> str:
    """A new part on a new page."""
    return f"#part({literal(title)})"


def heading(level: int, title: str) -> str:
    """A heading of plain words."""
    return f"#heading(level: {level}, {literal(title)})"


def cue_lines(cues: Sequence[Block]) -> str:
    """The cues of a step, below its text."""
    return "".join(f"#cue[{typeset([cue])}]" for cue in cues)


def bullets(lines: Iterable[Sequence[Inline]]) -> str:
    """A list of lines."""
    return f"#list({', '.join(f'[{inlines(line)}]' for line in lines)})"


def notice(edition: Edition) -> str:
    """What stands on the last page of every book."""
    lines = [f"#block[{words(edition.plain(line))}]" for line in edition.curriculum.manual.notice]
    return "\n".join((part(edition.say("book.notice")), *lines))
