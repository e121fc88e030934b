"""The deck: slides of a module as data, each with a layout and speaker notes."""

from collections.abc import Collection
from typing import Annotated, Literal

from pydantic import Field

from .base import FACILITATOR_ONLY, Id, Line, Many, Markdown, Part
from .papers import Case


class _Slide(Part):
    id: Id
    """Stays for ever; activities name the slides that they show."""
    title: Line
    """The one thought of the slide."""
    notes: Annotated[Markdown, FACILITATOR_ONLY]
    """Speaker notes, for the facilitator only."""
    spare: bool = False
    """Shown if somebody asks: it is in the deck of the module, and not in the deck of a day. No minutes are counted for it."""


class TitleSlide(_Slide):
    """The first slide."""

    layout: Literal["title"]
    """Name of the module and one line under it."""
    subtitle: Line
    """The line under the title."""


class SectionSlide(_Slide):
    """Opens a new part."""

    layout: Literal["section"]
    """A new part begins."""
    subtitle: Line | None = None
    """The line under the title."""


class ContentSlide(_Slide):
    """A title and up to five short points."""

    layout: Literal["content"]
    """Title and points."""
    points: Annotated[Many[Line], Field(min_length=1, max_length=6)]
    """Short phrases, not sentences to read aloud."""


class Column(Part):
    """One side of a comparison."""

    title: Line
    """The heading of the column."""
    points: Annotated[Many[Line], Field(min_length=1, max_length=5)]
    """Short phrases."""


class ColumnsSlide(_Slide):
    """Two sides."""

    left: Column
    """The left side."""
    right: Column
    """The right side."""


class TwoColumnsSlide(ColumnsSlide):
    """Two lists side by side."""

    layout: Literal["two-columns"]
    """Two columns."""


class FigureSlide(_Slide):
    """A drawn figure of this module."""

    layout: Literal["figure"]
    """A figure."""
    figure: Id
    """The figure's id (`figures/<id>.yml`)."""


class NumberSlide(_Slide):
    """One large figure."""

    layout: Literal["big-number"]
    """One number, large."""
    fact: Id
    """The fact whose value is shown, with its source."""
    caption: Line
    """What the number counts."""


class CaseSlide(_Slide):
    """Introduces a case study."""

    layout: Literal["case"]
    """A case study."""
    case: Id
    """The case study's id."""
    text: Line
    """What the groups are asked to do."""


class QuestionSlide(_Slide):
    """A question to the room."""

    layout: Literal["question"]
    """A question."""
    text: Line
    """The question."""


class PointsSlide(_Slide):
    """Points that each have a place of their own on the slide."""

    points: Annotated[Many[Line], Field(min_length=2, max_length=6)]
    """Short phrases, one a place on the slide."""


class StepsSlide(PointsSlide):
    """What is done one after the other: numbered cards on a line."""

    layout: Literal["steps"]
    """Numbered steps."""


class CardsSlide(PointsSlide):
    """Things of equal weight, in any order: a card each."""

    layout: Literal["cards"]
    """Cards side by side."""


class TimelineSlide(PointsSlide):
    """What happens when: dots on a line, from the first to the last."""

    layout: Literal["timeline"]
    """A line of time."""


class ChecklistSlide(PointsSlide):
    """What one ticks off: rows with a box."""

    layout: Literal["checklist"]
    """Rows to tick."""


class BoardSlide(PointsSlide):
    """What one looks up or writes down: numbers, places, names, one a row."""

    layout: Literal["board"]
    """A board of entries."""


class VoteSlide(PointsSlide):
    """What the room chooses between, or sorts into: boxes with letters."""

    layout: Literal["vote"]
    """Lettered boxes."""


class StatementSlide(PointsSlide):
    """Sentences that must stay, large on the colour of the theme."""

    layout: Literal["statement"]
    """Few words, very large."""
    points: Annotated[Many[Line], Field(min_length=1, max_length=4)]
    """One to four short sentences."""


class ContrastSlide(ColumnsSlide):
    """What holds against what does not: light with a plus, dark with a minus."""

    layout: Literal["contrast"]
    """Yes and no, side by side."""


class PairSlide(ColumnsSlide):
    """Two of a kind that are compared, none better than the other: two panels."""

    layout: Literal["pair"]
    """Two panels."""


class VoicesSlide(ColumnsSlide):
    """What two sides say: two speech bubbles."""

    layout: Literal["voices"]
    """Two voices."""


class FigureWordsSlide(_Slide):
    """A drawn figure with up to three remarks beside it."""

    layout: Literal["figure-words"]
    """A figure and words."""
    figure: Id
    """The figure's id (`figures/<id>.yml`)."""
    points: Annotated[Many[Line], Field(min_length=1, max_length=3)]
    """What to see in it."""


class CountedThing(Part):
    """A fact and what it counts."""

    fact: Id
    """The fact whose value is shown."""
    caption: Line
    """What the number counts."""


class NumberPairSlide(_Slide):
    """Two figures that belong together."""

    layout: Literal["number-pair"]
    """Two numbers."""
    left: CountedThing
    """The left number."""
    right: CountedThing
    """The right number."""


Slide = Annotated[
    TitleSlide
    | SectionSlide
    | ContentSlide
    | FigureSlide
    | FigureWordsSlide
    | NumberSlide
    | NumberPairSlide
    | CaseSlide
    | QuestionSlide
    | StepsSlide
    | CardsSlide
    | TimelineSlide
    | ChecklistSlide
    | BoardSlide
    | VoteSlide
    | StatementSlide
    | TwoColumnsSlide
    | ContrastSlide
    | PairSlide
    | VoicesSlide,
    Field(discriminator="layout"),
]


class Deck(Part):
    """`modules/<id>/deck.yml`: eight to fifteen slides of at most 40 words each."""

    slides: Annotated[Many[Slide], Field(min_length=1)]
    """In the order in which they are shown."""


def layout_of(slide: Slide) -> str:
    """The name of a layout with the number of its places: `steps-4`; of all others just the name."""
    return f"{slide.layout}-{len(slide.points)}" if isinstance(slide, PointsSlide) else slide.layout


def planned(deck: Deck | None, shown: Collection[Id]) -> tuple[Slide, ...]:
    """The slides of an activity for which a day has minutes. The session itself opens with a title, and a spare one waits."""
    slides = deck.slides if deck else ()
    return tuple(
        slide for slide in slides if slide.id in shown and not slide.spare and not isinstance(slide, TitleSlide)
    )


BULLETS = (ContentSlide, TwoColumnsSlide)
"""Layouts that are lists with bullets."""


def counted_on(slide: Slide) -> tuple[str, ...]:
    """The facts whose values stand on a slide, large."""
    match slide:
        case NumberSlide(fact=fact):
            return (fact,)
        case NumberPairSlide(left=left, right=right):
            return (left.fact, right.fact)
        case _:
            return ()


def told_of(case: Case, title: str) -> str:
    """What the card of a case says: its title; on a slide that has this title already, what happened."""
    return case.summary if title == case.title else case.title
