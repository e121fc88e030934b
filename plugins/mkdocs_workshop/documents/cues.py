"""Cues, and what else helps at one moment, as plain data. For facilitators."""

from collections.abc import Iterable

from ..model.cues import Cue
from ..model.module import Activity
from .blocks import Block, Inline, Paragraph, Strong, Text
from .texts import Texts


def cue_blocks(texts: Texts, cues: Iterable[Cue]) -> tuple[Block, ...]:
    """A paragraph for each cue: the word of its kind, its text, and the answer or what to do."""
    return tuple(Paragraph(tuple(_cue(texts, cue))) for cue in cues)


def _cue(texts: Texts, cue: Cue) -> Iterable[Inline]:
    say = texts.edition.say
    yield Strong((Text(f"{say(f'cue.{cue.kind}')}: "),))
    yield from texts.line(cue.text)
    if cue.more is not None:
        word = say("cue.answer" if cue.kind == "objection" else "cue.do")
        yield from (Text(" "), Strong((Text(f"{word}: "),)), *texts.line(cue.more))


def notes_of(texts: Texts, activity: Activity) -> tuple[Block, ...]:
    """What holds for a whole activity: its own cues, then its notes, how the room stands, and whether it may go."""
    notes = texts.blocks(activity.notes) if activity.notes else ()
    return (*cue_blocks(texts, activity.cues_at(None)), *notes, *_room(texts, activity), *_drop(texts, activity))


def _room(texts: Texts, activity: Activity) -> Iterable[Block]:
    say, room = texts.edition.say, activity.room
    if room is not None:
        words = say(f"room.{room.plan}")
        if room.people:
            words += f", {say('room.people', n=room.people)}"
        note = (Text(". "), *texts.line(room.note)) if room.note else ()
        yield Paragraph((Strong((Text(f"{say('session.room')}: "),)), Text(words), *note))


def _drop(texts: Texts, activity: Activity) -> Iterable[Block]:
    if activity.droppable:
        note = (Text(": "), *texts.line(activity.drop_note)) if activity.drop_note else ()
        yield Paragraph((Strong((Text(texts.edition.say("session.droppable")),)), *note))


def short_line(texts: Texts, activity: Activity) -> tuple[Inline, ...]:
    """What to leave out when time is short, with the minutes won; empty where the author says nothing."""
    short = activity.shortcut
    if short is None:
        return ()
    saves = (Text(f" ({texts.edition.say('session.saves', n=short.saves)})"),) if short.saves else ()
    return (*texts.line(short.text), *saves)
