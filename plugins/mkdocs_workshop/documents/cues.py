"""Cues, and what else helps at one moment, as plain data. For facilitators."""

from collections.abc import Iterable

from ..model.cues import Cue
from ..model.module import Activity
from .texts import Texts
from .tree.blocks import Block, Inline, Paragraph, Strong, Text
from .tree.slides import ShownCue


def shown_cues(texts: Texts, cues: Iterable[Cue]) -> tuple[ShownCue, ...]:
    """Cues with the words of their kinds."""
    say = texts.edition.say
    return tuple(
        ShownCue(
            cue.kind,
            say(f"cue.{cue.kind}"),
            tuple(texts.line(cue.text)),
            "" if cue.more is None else say("cue.answer" if cue.kind == "objection" else "cue.do"),
            () if cue.more is None else tuple(texts.line(cue.more)),
        )
        for cue in cues
    )


def cue_blocks(texts: Texts, cues: Iterable[Cue]) -> tuple[Block, ...]:
    """A paragraph for each cue: the word of its kind, its text, and the answer or what to do."""
    return tuple(Paragraph(tuple(_cue(cue))) for cue in shown_cues(texts, cues))


def _cue(cue: ShownCue) -> Iterable[Inline]:
    yield Strong((Text(f"{cue.word}: "),))
    yield from cue.text
    if cue.more_word:
        yield from (Text(" "), Strong((Text(f"{cue.more_word}: "),)), *cue.more)


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
