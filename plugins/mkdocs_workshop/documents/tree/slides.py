"""Decks, slides and cues in words: what a place that shows slides is given, whatever it makes of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ...ground.slide_room import sizes_for
from .blocks import Block, Cite, Inline, Picture
from .proof import inline_words

Words = tuple[Inline, ...]
_VIEW = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


class ShownCue(NamedTuple):
    """A cue in words, for a place that shows each kind in its own way."""

    kind: str
    word: str
    text: tuple[Inline, ...]
    more_word: str
    """What stands before `more`; empty if there is no more."""
    more: tuple[Inline, ...]


@dataclass(frozen=True)
class ShownSlide:
    """A slide. `words` holds its parts by the names of `slide_space.SPACES`; each part has one or more paragraphs."""

    id: str
    layout: str
    words: tuple[tuple[str, tuple[Words, ...]], ...]
    picture: Picture | None
    sources: tuple[Cite, ...]
    """What is cited on it, for a small line at its foot."""
    notes: tuple[Block, ...]
    """For the facilitator; empty in the copy for participants."""
    minutes: int | None = None
    """How long the activity takes that shows it, in the facilitator's deck of a day."""
    at: int | None = None
    """Minutes after midnight at which the plan shows it, in the facilitator's deck of a day."""
    until: int | None = None
    """When its activity ends by the plan, the same way."""
    cues: tuple[ShownCue, ...] = ()
    """The first of the notes, for the view of the speaker."""
    own_notes: tuple[Block, ...] = ()
    """The notes without the cues."""
    colour: str = ""
    """The theme of its session, in the deck of a day; empty for that of the deck."""
    spare: bool = False
    """Whether it is passed over in a show, and opened by its number when somebody asks."""
    span: tuple[int, int] | None = None
    """From when to when a session takes, in minutes of the day; drawn on a dial."""
    line: str = ""
    """The line of the day that shows it, by its key, in the facilitator's deck of a day."""

    def part(self, name: str) -> tuple[Words, ...]:
        """The paragraphs of a part; none if the slide has no such part."""
        return dict(self.words).get(name, ())


@dataclass(frozen=True)
class DeckDay:
    """The day that a deck belongs to, so that the view of the speaker can follow a day that runs."""

    programme: str
    index: int
    start: int
    """Minutes after midnight."""
    lines: tuple[Mapping[str, str | int], ...]
    """One thing after another, as a script needs it: `{"key": "lunch.1", "minutes": 60, "fixed": 780}`."""


@dataclass(frozen=True)
class ShownDeck:
    """Slides that are shown one after the other."""

    name: str
    """The name of its file, without format."""
    title: str
    colour: str
    language: str
    manual: str
    foot: str
    """Manual, version, date, licence."""
    day: str
    """The day of its version, as `2026-11-22`."""
    slides: tuple[ShownSlide, ...]
    runs: DeckDay | None = None
    """In the facilitator's deck of a day."""


def sizes_of(slide: ShownSlide) -> dict[str, int]:
    """The size of the letters of each part, in points."""
    return sizes_for(
        slide.layout, {part: [inline_words(line) for line in lines] for part, lines in slide.words if lines}
    )


def size_of(svg: str) -> tuple[float, float]:
    """Width and height of a drawing, in its own pixels.

    `size_of('<svg viewBox="0 0 720 360">')` gives `(720.0, 360.0)`.
    """
    found = _VIEW.search(svg)
    return (float(found[1]), float(found[2])) if found else (1.0, 1.0)
