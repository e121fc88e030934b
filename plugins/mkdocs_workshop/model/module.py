"""A module: one subject that can be taught, embedded and downloaded alone."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import FACILITATOR_ONLY, AudienceId, Date, Id, Line, Many, Markdown, Minutes, Part, WholeMinutes
from .cues import Cue, IfShort, Room, WhenShort, in_order
from .release import Release
from .stations import Material, Per, Rotation, Station

__all__ = ["METHODS", "Activity", "Change", "Material", "Module", "Outcome", "Per", "Reading", "Section", "Step"]

METHODS = (
    "presentation",
    "case-study",
    "group-discussion",
    "questions-and-answers",
    "brainstorming",
    "demonstration",
    "role-play",
    "test",
    "energiser",
    "practice",
    "drill",
    "simulation",
    "skills-station",
)
"""Ways to work that every curriculum knows; `methods` of `curriculum.yml` adds to them."""

Grouping = Literal["plenary", "individual", "pairs", "small-groups", "same-profession", "stations"]


Level = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]


class Outcome(Part):
    """What a participant knows, can do or values afterwards."""

    id: Id
    """Stays for ever: learning platforms hang records on it."""
    kind: Literal["knowledge", "skill", "attitude"]
    """What sort of change it is."""
    level: Level | None = None
    """Its level in Bloom's revised taxonomy, for lesson plans; if left out, what its verb tells. Attitudes have none."""
    text: Line
    """Completes the sentence "After this module you ...". Starts with a verb."""


class Step(Part):
    """One thing that the facilitator does or asks for."""

    text: Line
    """What to do, in the imperative, short enough to read at a glance."""
    minutes: WholeMinutes | None = None
    """Minutes of this step. Give them to all steps of an activity or to none."""
    id: Id | None = None
    """Cues name it in `at`. The steps are called `s1`, `s2` and so on if left out."""
    slides: Many[Id] = ()
    """Slides of the module's deck that are shown at this step."""
    figure: Id | None = None
    """A figure that is shown in the room at this step."""
    handouts: Many[Id] = ()
    """Handouts given out at this step."""


class Activity(Part):
    """A timed part of a module."""

    id: Id
    """Stays for ever; programmes name it as `module-id/activity-id`."""
    title: Line
    """As it stands in the programme."""
    short: Line | None = None
    """A label for narrow places; the title if left out."""
    method: Annotated[Id, Field(json_schema_extra={"examples": list(METHODS)})]
    """How people learn here: `presentation`, `case-study`, `group-discussion`, `questions-and-answers`, `brainstorming`,
    `demonstration`, `role-play`, `test`, `energiser`, `practice`, `drill`, `simulation`, `skills-station`, or one that
    `curriculum.yml` adds under `methods`."""
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
    """Slides of the module's deck that are shown here, where no step names them."""
    stations: Many[Station] = ()
    """The stations of a round; as many groups go from one to the next. The method `skills-station` needs them."""
    rotation: Rotation | None = None
    """How the groups change; one minute between two rounds if left out."""
    cues: Annotated[Many[Cue], FACILITATOR_ONLY] = ()
    """For the facilitator only: what to say, expect, answer and avoid, each at its step."""
    notes: Annotated[Markdown | None, FACILITATOR_ONLY] = None
    """For the facilitator only: what fits into no cue. An activity needs `cues` or `notes`."""
    if_short: Annotated[WhenShort | None, FACILITATOR_ONLY] = None
    """For the facilitator only: what to leave out when time is short, with the minutes that it `saves`."""
    room: Annotated[Room | None, FACILITATOR_ONLY] = None
    """For the facilitator only: how the room stands."""
    droppable: bool = False
    """Whether the whole activity may go on a bad day."""
    drop_note: Annotated[Line | None, FACILITATOR_ONLY] = None
    """For the facilitator only: where its subject goes if the activity is dropped."""

    @model_validator(mode="after")
    def _helped(self) -> "Activity":
        if not self.cues and self.notes is None:
            raise ValueError("an activity needs `cues`, or `notes`")
        if self.drop_note is not None and not self.droppable:
            raise ValueError("`drop_note` belongs to an activity that is `droppable`")
        if len(self.stations) == 1 or (self.method == "skills-station" and not self.stations):
            raise ValueError("an activity goes round at least two `stations`")
        if self.rotation is not None and not self.stations:
            raise ValueError("`rotation` belongs to an activity with `stations`")
        return self

    @property
    def step_ids(self) -> tuple[str, ...]:
        """The ids of its steps in their order: written ones, otherwise `s1`, `s2` and so on."""
        return tuple(step.id or f"s{number}" for number, step in enumerate(self.steps, 1))

    @property
    def all_slides(self) -> tuple[str, ...]:
        """The slides of its steps, then its own; each once."""
        return tuple(dict.fromkeys([*(id_ for step in self.steps for id_ in step.slides), *self.slides]))

    @property
    def all_handouts(self) -> tuple[str, ...]:
        """Its own handouts, then those of its steps and its stations; each once."""
        given = [*self.handouts, *(id_ for step in self.steps for id_ in step.handouts)]
        return tuple(dict.fromkeys([*given, *(id_ for station in self.stations for id_ in station.handouts)]))

    @property
    def shortcut(self) -> IfShort | None:
        """What to leave out when time is short, in one form."""
        return IfShort(text=self.if_short) if isinstance(self.if_short, str) else self.if_short

    def cues_at(self, step: str | None) -> tuple[Cue, ...]:
        """The cues of a step (of the whole activity, if None) in the order in which they are shown."""
        return in_order(cue for cue in self.cues if cue.at == step)


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

    def cues_on(self, slide: str) -> tuple[Cue, ...]:
        """The cues of a slide: those that name it, and those of the first step that shows it."""
        for activity in self.activities:
            steps = zip(activity.step_ids, activity.steps, strict=True)
            at = next((id_ for id_, step in steps if slide in step.slides), None)
            here = [
                cue
                for cue in activity.cues
                if cue.slide == slide or (cue.slide is None and at is not None and cue.at == at)
            ]
            if here:
                return in_order(here)
        return ()


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
