"""What a workshop took: minutes that were measured in the room, beside those that were planned."""

from typing import Annotated

from pydantic import Field, model_validator

from .base import ActivityRef, Clock, Date, DottedId, Many, Part, WholeMinutes

Measured = Annotated[int, Field(ge=0, le=600)]


class DeliveredLine(Part):
    """One part of a day: an activity, or what frames the day, or a break."""

    activity: ActivityRef | None = None
    """The activity, as `module-id/activity-id`."""
    slot: DottedId | None = None
    """Or the id of an opening, a wrap-up or a session without activities; `break.1` and `lunch.1` for breaks."""
    planned: WholeMinutes
    """The minutes that the programme gave it on that day."""
    minutes: Measured | None = None
    """The minutes that it took; left out if nobody tapped its beginning or its end."""
    left_out: bool = False
    """Whether it was left out."""

    @model_validator(mode="after")
    def _one_way(self) -> "DeliveredLine":
        if (self.activity is None) == (self.slot is None):
            raise ValueError("a line has either `activity` or `slot`")
        return self


class DeliveredDay(Part):
    """One day as it went."""

    day: Annotated[int, Field(ge=1, le=60)]
    """Which day of the programme."""
    date: Date
    """When it was."""
    start: Clock
    """When it began, in quotes."""
    lines: Annotated[Many[DeliveredLine], Field(min_length=1)]
    """In order."""


class Delivered(Part):
    """`events/<id>/delivered.yml`: what each part of a workshop took. `workshop delivered FILE` writes it."""

    days: Annotated[Many[DeliveredDay], Field(min_length=1)]
    """In order."""
