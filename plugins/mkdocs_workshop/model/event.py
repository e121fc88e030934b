"""A workshop that took place, and what its forms say in sums."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import AudienceId, Date, Id, Line, Many, Markdown, Part

Moment = Literal["before", "after", "later"]
People = Annotated[int, Field(ge=0, le=100_000)]


class Trainer(Part):
    """Somebody who led a part, by role. Never a name: a report stays on the web longer than anybody wants to."""

    role: Line
    """"Police trainer of the academy"."""
    part: Line | None = None
    """What they led, if it was a part only."""


class GroupCount(Part):
    """How many people of an audience took part."""

    audience: AudienceId
    """One of the audiences of `curriculum.yml`."""
    people: People | None = None
    """How many. Left out: the source does not say."""
    note: Line | None = None
    """Who they were, in general words."""


class Planned(Part):
    """For how many people the workshop was planned."""

    least: People
    """At least."""
    most: People
    """At most."""


class FormUse(Part):
    """What happened to a form."""

    name: Line
    """What it is called in the report."""
    instrument: Id | None = None
    """The instrument, if it is one of this curriculum."""
    moments: Annotated[Many[Moment], Field(min_length=1)]
    """When it was filled in."""
    status: Literal["counted", "not-published", "not-used", "not-known"]
    """Counted: figures stand beside this file or come from responses. The others say why there are none."""
    note: Line | None = None
    """What readers must know of it."""


class Event(Part):
    """`events/<id>/event.yml`: a workshop that took place."""

    title: Line
    """Its name."""
    summary: Line
    """One sentence for the list of workshops."""
    published: bool = True
    """Whether the site shows its report. `workshop report` makes it in any case."""
    first_day: Date
    """The day it began."""
    last_day: Date
    """The day it ended; the same for one day."""
    place: Line
    """City and country. No address: nothing smaller than a city."""
    organisers: Many[Line] = ()
    """Organisations, never persons."""
    programme: Id | None = None
    """The programme of this curriculum that was taught, if it was one."""
    trainers: Many[Trainer] = ()
    """By role."""
    planned: Planned | None = None
    """For how many it was planned."""
    people: People | None = None
    """How many took part in all. Left out: nobody wrote it down."""
    groups: Many[GroupCount] = ()
    """The same by audience."""
    background: Markdown
    """Why it was held."""
    aims: Many[Line] = ()
    """What it wanted to reach."""
    methods: Many[Line] = ()
    """How people worked."""
    outline: Line | None = None
    """The outline of `topics.yml` that it covered, if it had no programme of this curriculum."""
    deviations: Many[Line] = ()
    """What went otherwise than planned."""
    forms: Many[FormUse] = ()
    """Tests and evaluation, also those without figures."""
    lessons: Many[Line] = ()
    """What the team learnt."""
    recommendations: Many[Line] = ()
    """What should happen next."""
    notes: Markdown | None = None
    """What readers must know of this report: where sources differ, what is missing."""
    sources: Many[Id] = ()
    """What it is taken from."""

    @model_validator(mode="after")
    def _in_order(self) -> "Event":
        if self.last_day < self.first_day:
            raise ValueError("`last_day` lies before `first_day`")
        if self.planned is not None and self.planned.most < self.planned.least:
            raise ValueError("`most` must not be smaller than `least`")
        return self


class ItemCounts(Part):
    """How often each answer to an item was given."""

    item: Id
    """An item of the instrument."""
    session: Id | None = None
    """The session that is rated, for a sessions item."""
    answered: People | None = None
    """How many answered, where it can not be added up from `counts`: with withheld numbers, or where several may be ticked."""
    counts: Many[People | None]
    """One number for each point of the scale or each choice, in the order of the form. Empty (`null`): withheld."""
    good: People | None = None
    """Where single answers are withheld: how many gave one of the answers on the better side of the scale."""


class Movement(Part):
    """How people moved between two tests, counted on pairs of sheets with the same code."""

    item: Id
    """A statement of the instrument."""
    pairs: People | None
    """People who answered it both times. Empty (`null`): withheld."""
    right: People | None
    """Moved in the direction that the form counts as better. Empty (`null`): withheld."""
    wrong: People | None
    """Moved in the other direction."""
    same: People | None
    """Gave the same answer."""
    good_before: People | None = None
    """Of these pairs, answers on the better side of the middle the first time. Left out: withheld."""
    good_after: People | None = None
    """The same, the second time."""


class DimensionMovement(Part):
    """How people moved at all statements of a dimension together; each statement of each person counts once."""

    dimension: Literal["knowledge", "skill", "attitude"]
    """What the statements measure."""
    items: Annotated[Many[Id], Field(min_length=1)]
    """The statements that are added up."""
    pairs: People
    """Pairs of answers."""
    right: People
    """Moved in the direction that the form counts as better."""
    wrong: People
    """Moved in the other direction."""
    same: People
    """Stayed the same."""


class WrittenWords(Part):
    """What people wrote in their own words, told in short."""

    item: Id
    """An open item of the instrument."""
    in_short: Annotated[Many[Line], Field(min_length=1)]
    """In other words than theirs, so that nobody is recognised."""


class FormResult(Part):
    """The sums of one form, at one moment, for one group."""

    instrument: Id
    """The form."""
    moment: Moment
    """When it was filled in."""
    audience: AudienceId | None = None
    """Whose sheets; left out: all together."""
    sheets: People
    """Filled-in sheets."""
    items: Many[ItemCounts] = ()
    """By item."""
    compared_with: Moment | None = None
    """The earlier moment with which `moves` compare."""
    moves: Many[Movement] = ()
    """By statement."""
    dimensions: Many[DimensionMovement] = ()
    """By dimension."""
    words: Many[WrittenWords] = ()
    """By open item."""


class Results(Part):
    """`events/<id>/results.yml`: sums of the forms of a workshop whose single sheets are not here."""

    published_in: Id | None = None
    """The source in which these very sums stand already. Without it, numbers from 1 to 4 must not stand here."""
    forms: Annotated[Many[FormResult], Field(min_length=1)]
    """By form, moment and group."""
