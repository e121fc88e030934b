"""The stations of an activity as plain data. For facilitators."""

from collections.abc import Iterator

from ..model.module import Activity
from ..model.programme import Programme
from ..teaching.materials import needed
from ..teaching.stations import Round, kit_at, rotation_of
from .texts import Texts
from .tree.blocks import Block, Inline, Paragraph, Table, Text


def round_words(texts: Texts, turn: Round, programme: Programme | None) -> str:
    """How the groups go round, and how many people a group has where a programme says it."""
    say = texts.edition.say
    words = say(
        "stations.round",
        groups=turn.groups,
        rounds=turn.rounds,
        minutes=turn.minutes,
        change=turn.change,
        whole=turn.whole,
    )
    if programme is None:
        return words
    least, most = turn.people(programme.participants)
    return f"{words}; {say('room.people', n=least if least == most else f'{least}–{most}')}"


def station_blocks(texts: Texts, activity: Activity, programme: Programme | None = None) -> tuple[Block, ...]:
    """A line on groups and rounds, and a table of the stations; nothing where an activity has none."""
    turn = rotation_of(activity)
    return tuple(_blocks(texts, activity, turn, programme)) if turn else ()


def _blocks(texts: Texts, activity: Activity, turn: Round, programme: Programme | None) -> Iterator[Block]:
    say, plain = texts.edition.say, texts.edition.plain
    yield Paragraph((Text(round_words(texts, turn, programme)),))
    head = tuple((Text(say(f"stations.{key}")),) for key in ("station", "minutes", "helper", "kit"))
    rows: list[tuple[tuple[Inline, ...], ...]] = []
    for station in activity.stations:
        things = [
            f"{needed(thing, programme)} × {plain(thing.item)}"
            if programme
            else _planned(texts, thing.item, thing.quantity, thing.per)
            for thing in kit_at(activity, station)
        ]
        things += [
            plain(parts.handouts[id_].title)
            for id_ in station.handouts
            for parts in texts.edition.curriculum.modules.values()
            if id_ in parts.handouts
        ]
        helper = texts.line(station.helper) if station.helper else ()
        cells = (texts.line(station.title), (Text(str(station.minutes)),), helper, (Text("; ".join(things)),))
        rows.append(cells)
    yield Table(head, tuple(rows))


def _planned(texts: Texts, item: str, quantity: int, per: str) -> str:
    words = f"{quantity} × {texts.edition.plain(item)}"
    return words if per == "room" else f"{words} {texts.edition.say(f'per.{per}')}"
