"""A module: one subject that can be taught, embedded and downloaded alone."""

from typing import Annotated, Literal

from pydantic import Field

from .base import FACILITATOR_ONLY, AudienceId, Date, Id, Line, Many, Markdown, Minutes, Part, WholeMinutes
from .release import Release

Method = Literal[
    "presentation",
    "case-study",
    "group-discussion",
    "questions-and-answers",
    "brainstorming",
    "demonstration",
    "role-play",
    "test",
    "energiser",
]

Grouping = Literal["plenary", "individual", "pairs", "small-groups", "same-profession", "stations"]

Per = Literal["person", "pair", "group", "room"]


class Outcome(Part):
    """What a participant knows, can do or values afterwards."""

    id: Id
    """Stays for ever: learning platforms hang records on it."""
    kind: Literal["knowledge", "skill", "attitude"]
    """What sort of change it is."""
    text: Line
    """Completes the sentence "After this module you ...". Starts with a verb."""


class Step(Part):
    """One thing that the facilitator does or asks for."""

    text: Line
    """What to do, in the imperative, short enough to read at a glance."""
    minutes: WholeMinutes | None = None
    """Minutes of this step. Give them to all steps of an activity or to none."""


class Material(Part):
    """A thing to have in the room."""

    item: Line
    """What it is, as you would ask for it in a shop: "Sharps container, 1 litre"."""
    quantity: Annotated[int, Field(ge=1)] = 1
    """How many for each person, pair, group or room."""
    per: Per = "room"
    """What the quantity is counted for."""


class Activity(Part):
    """A timed part of a module."""

    id: Id
    """Stays for ever; programmes name it as `module-id/activity-id`."""
    title: Line
    """As it stands in the programme."""
    short: Line | None = None
    """A label for narrow places; the title if left out."""
    method: Method
    """How people learn here."""
    grouping: Grouping = "plenary"
    """How people sit."""
    minutes: Minutes
    """A number, or a range `{min: , max: }` when it may shrink or grow."""
    outcomes: Many[Id] = ()
    """Outcomes of this module that it serves."""
    assesses: Many[Id] = ()
    """Outcomes whose achievement the facilitator can see here."""
    topics: Many[Id] = ()
    """Lines of the source outlines (`topics.yml`) that it covers."""
    steps: Annotated[Many[Step], Field(min_length=1)]
    """What happens, in order."""
    materials: Many[Material] = ()
    """Things to bring, beyond the standing equipment of the curriculum."""
    handouts: Many[Id] = ()
    """Handouts given out here."""
    cases: Many[Id] = ()
    """Case studies worked on here."""
    slides: Many[Id] = ()
    """Slides of the module's deck that are shown here."""
    notes: Annotated[Markdown, FACILITATOR_ONLY]
    """For the facilitator only: what to expect, what to answer, what to avoid."""
    if_short: Annotated[Line | None, FACILITATOR_ONLY] = None
    """For the facilitator only: what to leave out when time is short."""


class Change(Part):
    """What changed in a version, for those who taught an earlier one."""

    version: Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+$")]
    """For example "1.1"."""
    on: Date
    """The day it was published."""
    text: Line
    """What is different for somebody who taught the version before."""


class Module(Part):
    """`modules/<id>/module.yml`: the plan of one subject."""

    title: Line
    """The name of the module, as on a book's spine."""
    short: Line
    """Two or three words for the timeline."""
    theme: Id
    """One of the themes in `curriculum.yml`; gives the colour."""
    purpose: Line
    """One sentence: what participants leave with, and why it matters."""
    audiences: Annotated[Many[AudienceId], Field(min_length=1)]
    """For whom it is."""
    prerequisites: Many[Id] = ()
    """Modules that should come before."""
    outcomes: Annotated[Many[Outcome], Field(min_length=1)]
    """Three to five."""
    activities: Annotated[Many[Activity], Field(min_length=1)]
    """In the order in which they are taught."""
    release: Release | None = None
    """Who must have read it before anybody sees it. Until then it stays out of everything that is made."""
    key_messages: Annotated[Many[Line], Field(min_length=1)]
    """What a participant should still know in a year."""
    before_you_teach: Annotated[Many[Line], FACILITATOR_ONLY] = ()
    """For the facilitator only: what to prepare, read or ask beforehand."""
    sources: Many[Id] = ()
    """Further reading from `sources.yml`, beyond what the texts cite."""
    changes: Annotated[Many[Change], Field(min_length=1)]
    """Versions, newest first. The first one is the current version."""
    reviewed: Date
    """When somebody last read all of it against its sources."""
    review_by: Date
    """When somebody must read it again."""


class Section(Part):
    """A titled piece of text."""

    id: Id
    """Becomes the anchor of the heading."""
    title: Line
    """The heading."""
    text: Markdown
    """Markdown. Sub-headings start at `###` and carry an id: `### Title {#id}`."""


class Reading(Part):
    """`modules/<id>/reading.yml`: what participants read."""

    release: Release | None = None
    """Who must have read it before anybody sees it. Until then it stays out of everything that is made."""
    sections: Annotated[Many[Section], Field(min_length=1)]
    """In reading order."""
