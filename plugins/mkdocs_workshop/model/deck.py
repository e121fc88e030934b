"""The deck: slides of a module as data, each with a layout and speaker notes."""

from typing import Annotated, Literal

from pydantic import Field

from .base import FACILITATOR_ONLY, Id, Line, Many, Markdown, Part


class _Slide(Part):
    id: Id
    """Stays for ever; activities name the slides that they show."""
    title: Line
    """The one thought of the slide."""
    notes: Annotated[Markdown, FACILITATOR_ONLY]
    """Speaker notes, for the facilitator only."""


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


class TwoColumnsSlide(_Slide):
    """Two things side by side."""

    layout: Literal["two-columns"]
    """Two columns."""
    left: Column
    """The left column."""
    right: Column
    """The right column."""


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


Slide = Annotated[
    TitleSlide | SectionSlide | ContentSlide | TwoColumnsSlide | FigureSlide | NumberSlide | CaseSlide | QuestionSlide,
    Field(discriminator="layout"),
]


class Deck(Part):
    """`modules/<id>/deck.yml`: eight to fifteen slides of at most 40 words each."""

    slides: Annotated[Many[Slide], Field(min_length=1)]
    """In the order in which they are shown."""
