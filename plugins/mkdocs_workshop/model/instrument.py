"""An instrument: a test before and after, an evaluation form, or a checklist of what was seen."""

from typing import Annotated, Literal

from pydantic import Field

from .base import FACILITATOR_ONLY, AudienceId, Id, Line, Many, Markdown, OutcomeRef, Part
from .mixing import mixed


class ScalePoint(Part):
    """One point of a scale."""

    value: int
    """The number that is written down."""
    label: Line
    """What it means."""


class Scale(Part):
    """A row of answers, in the order in which they are printed."""

    id: Id
    """Named by items."""
    points: Annotated[Many[ScalePoint], Field(min_length=2)]
    """From left to right. The direction is printed with it, on every page."""


class _Item(Part):
    id: Id
    """Stays for ever: results hang on it."""
    text: Line
    """The statement or the question. One idea, not two."""


class StatementItem(_Item):
    """A statement that is answered on a scale."""

    kind: Literal["statement"]
    """A statement."""
    scale: Id
    """The scale of this instrument on which it is answered."""
    dimension: Literal["knowledge", "skill", "attitude"] | None = None
    """What it measures. A test asks for it."""
    better: Annotated[Literal["low", "high"] | None, FACILITATOR_ONLY] = None
    """For the facilitator only: towards which end of the scale an improvement goes."""
    outcomes: Many[OutcomeRef] = ()
    """In an observation: the outcomes that it shows, as `module-id/outcome-id`."""
    shared: Id | None = None
    """A name under which the same statement stands in another instrument, so that groups can be compared."""


class Choice(Part):
    """One possible answer."""

    id: Id
    """Stays for ever."""
    text: Line
    """What is ticked."""


class ChoiceItem(_Item):
    """A question with answers to tick."""

    kind: Literal["choice"]
    """A choice."""
    choices: Annotated[Many[Choice], Field(min_length=2)]
    """In the order in which they are printed."""
    several: bool = False
    """Whether more than one may be ticked."""


class KnowledgeItem(_Item):
    """A question with one right answer. What people know is measured by it, not by what they say of themselves."""

    kind: Literal["knowledge"]
    """A question with one right answer."""
    options: Annotated[Many[Choice], Field(min_length=2, max_length=6)]
    """Two to six, all plausible. They are printed out of order."""
    key: Annotated[Id, FACILITATOR_ONLY]
    """For the facilitator only: the id of the right option."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The options in the order in which they are printed; the same in every form."""
        return mixed(self.id, self.options)

    @property
    def several(self) -> bool:
        """Whether several options can be ticked: no, one is right."""
        return False


class ScenarioItem(_Item):
    """A short situation and what one does best. What people can do is measured by it."""

    kind: Literal["scenario"]
    """A situation with one best answer."""
    options: Annotated[Many[Choice], Field(min_length=2, max_length=6)]
    """Two to six things that one could do, all plausible. They are printed out of order."""
    key: Annotated[Id, FACILITATOR_ONLY]
    """For the facilitator only: the id of the best option."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The options in the order in which they are printed; the same in every form."""
        return mixed(self.id, self.options)

    @property
    def several(self) -> bool:
        """Whether several options can be ticked: no, one is best."""
        return False


KeyedItem = KnowledgeItem | ScenarioItem
"""Items with a right answer."""

TickedItem = ChoiceItem | KnowledgeItem | ScenarioItem
"""Items with answers to tick."""


class OpenItem(_Item):
    """A question that is answered in own words."""

    kind: Literal["open"]
    """Own words."""
    lines: Annotated[int, Field(ge=1, le=12)] = 3
    """Writing lines on paper."""


class SessionsItem(_Item):
    """One row for each session of the programme, answered on a scale."""

    kind: Literal["sessions"]
    """Each session."""
    scale: Id
    """The scale of this instrument on which each session is rated."""


Item = Annotated[
    StatementItem | ChoiceItem | KnowledgeItem | ScenarioItem | OpenItem | SessionsItem, Field(discriminator="kind")
]


class InstrumentSection(Part):
    """A group of items under a heading."""

    id: Id
    """Becomes the anchor of the heading."""
    title: Line
    """The heading."""
    items: Annotated[Many[Item], Field(min_length=1)]
    """In the order in which they are asked."""


class Instrument(Part):
    """`instruments/<id>.yml`: a test, an evaluation form, or a checklist of what was seen."""

    title: Line
    """What it says at the top of the paper."""
    kind: Literal["test", "evaluation", "observation"]
    """A test is written before and after; an evaluation once. An observation is a checklist on which a trainer ticks what
    was seen, on a scale such as "not yet", "with help", "done"."""
    audiences: Annotated[Many[AudienceId], Field(min_length=1)]
    """Who fills it in; with an observation, who is watched."""
    purpose: Line
    """What it is for."""
    moments: Annotated[Many[Literal["before", "after", "later"]], Field(min_length=1)]
    """When it is filled in; `later` is three to six months after the workshop."""
    in_use: bool = True
    """`false` for a form that is kept for its results only."""
    instructions: Markdown
    """What people read before they begin: how to answer, what happens with the answers."""
    code: bool = False
    """Whether a self-made code stands on it, so that two sheets of one person can be compared without a name."""
    scales: Many[Scale] = ()
    """The scales that its items use."""
    sections: Annotated[Many[InstrumentSection], Field(min_length=1)]
    """In order."""
    notes: Annotated[Markdown, FACILITATOR_ONLY]
    """For the facilitator only: how to hand it out, how to count it, what it can not show."""
