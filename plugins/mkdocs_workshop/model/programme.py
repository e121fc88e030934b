"""A programme: an agenda made of modules or of single activities."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import (
    FACILITATOR_ONLY,
    ActivityRef,
    AudienceId,
    Clock,
    HandoutRef,
    Id,
    Line,
    Many,
    Markdown,
    Part,
    WholeMinutes,
)


class _Slot(Part):
    fixed: Clock | None = None
    """The time at which it must begin, in quotes, because lunch or guests wait: "13:00"."""


class _PaperSlot(_Slot):
    handouts: Many[HandoutRef] = ()
    """Handouts given out here, beside those of the activities, as `module-id/handout-id`."""
    instruments: Many[Id] = ()
    """Tests and evaluation forms that are filled in here."""


class SessionSlot(_PaperSlot):
    """Time in which people learn."""

    kind: Literal["session"]
    """A session."""
    id: Id
    """Becomes the address of its page."""
    title: Line | None = None
    """The module's title if left out."""
    short: Line | None = None
    """For the timeline; the module's short title if left out."""
    purpose: Line | None = None
    """The module's purpose if left out."""
    module: Id | None = None
    """All activities of this module, in its order."""
    activities: Many[ActivityRef] = ()
    """Or single activities, as `module-id/activity-id`."""
    minutes: WholeMinutes
    """The minutes that the programme gives. The activities must fit."""
    contents: bool = True
    """Whether a certificate lists it among the contents. Write `false` for a registration or a round of feedback."""
    early: Annotated[str, Field(min_length=1)] | None = None
    """For authors: why it may stand before what its module builds on, so that W543 says nothing."""

    @model_validator(mode="after")
    def _one_way(self) -> "SessionSlot":
        if (self.module is None) == (not self.activities):
            raise ValueError("a session has either `module` or `activities`")
        return self


class PauseSlot(_Slot):
    """Time to rest."""

    kind: Literal["break", "lunch"]
    """A break or lunch."""
    minutes: WholeMinutes
    """How long."""
    min: WholeMinutes | None = None
    """The shortest it may become when the day runs late; nothing is cut if left out."""


class FrameSlot(_PaperSlot):
    """Opening, wrap-up: time that belongs to no module."""

    kind: Literal["opening", "wrap-up"]
    """What frames the day."""
    id: Id
    """Becomes the address of its page."""
    title: Line
    """As it stands in the programme."""
    short: Line | None = None
    """For the timeline; the title if left out."""
    minutes: WholeMinutes
    """How long."""
    steps: Annotated[Many[Line], Field(min_length=1)]
    """What happens, in order."""
    notes: Annotated[Markdown | None, FACILITATOR_ONLY] = None
    """For the facilitator only."""


Slot = Annotated[SessionSlot | PauseSlot | FrameSlot, Field(discriminator="kind")]


class Day(Part):
    """One day, or one lesson of an academy."""

    title: Line
    """"Day 1"."""
    start: Clock
    """When it begins, in quotes: "08:45"."""
    end_by: Clock | None = None
    """When it must be over. A day that runs longer is an error."""
    slots: Annotated[Many[Slot], Field(min_length=1)]
    """In order; each one starts when the one before ends."""


class Programme(Part):
    """`programmes/<id>.yml`: an agenda."""

    title: Line
    """"Two-day workshop"."""
    purpose: Line
    """What it is for, in one sentence."""
    audiences: Annotated[Many[AudienceId], Field(min_length=1)]
    """Who sits in the room."""
    participants: Annotated[int, Field(ge=2, le=500)] = 24
    """How many people materials and copies are counted for."""
    group_size: Annotated[int, Field(ge=2, le=20)] = 5
    """How many people sit in a small group."""
    academic_hour: WholeMinutes | None = None
    """Minutes of an academic hour, usually 45. Pages then give the working time in academic hours as well."""
    net_minutes: Many[WholeMinutes] = ()
    """The working minutes that each day must have, breaks and lunch left out. Checked if given."""
    net_max: WholeMinutes | None = None
    """The most working minutes that a day may have. Checked if given."""
    slack: WholeMinutes | None = None
    """Minutes that each half day can give back when it runs late, from ranges and from `min` of breaks. Checked if given."""
    days: Annotated[Many[Day], Field(min_length=1)]
    """In order."""
    notes: Annotated[Markdown | None, FACILITATOR_ONLY] = None
    """For the facilitator only: room, trainers, variants."""
