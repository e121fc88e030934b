"""What every part of a curriculum shares: strictness, ids, texts, minutes and dates."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Strict, StringConstraints, Tag, model_validator

T = TypeVar("T")


class Part(BaseModel):
    """A frozen piece of a curriculum that refuses keys it does not know."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        use_attribute_docstrings=True,
        allow_inf_nan=False,
        defer_build=True,  # most parts are only built as parts of a file; this halves the time of the import
    )


@dataclass(frozen=True)
class TextKind:
    """Marks a field as words that people read, so that links, checks and translations can find it."""

    kind: Literal["line", "block"]


@dataclass(frozen=True)
class FacilitatorOnly:
    """Marks a field that must never reach a participant's artifact."""


FACILITATOR_ONLY = FacilitatorOnly()

Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), TextKind("line")]
"""One line of words; the inline language of `{fact:...}` and its kin is allowed."""

Markdown = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), TextKind("block")]
"""Paragraphs, lists and tables in Markdown; raw HTML is refused."""

# Strict mode refuses a YAML list where a tuple is asked for, and text where a date is.
Many = Annotated[tuple[T, ...], Strict(strict=False)]
Date = Annotated[dt.date, Strict(strict=False)]

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
"""Lower-case words joined by hyphens. Never changes once it has been published."""

DottedId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$")]
"""An id that may have dots, for values that belong together: `pep-point.night`."""

ActivityRef = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$")]
"""An activity of a module: `module-id/activity-id`."""

HandoutRef = ActivityRef
"""A handout of a module: `module-id/handout-id`."""

OutcomeRef = ActivityRef
"""An outcome of a module: `module-id/outcome-id`."""

Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
"""A time of day on 24 hours, in quotes: `"08:45"`."""

AudienceId = Id
"""One of the audiences that `curriculum.yml` names."""

WholeMinutes = Annotated[int, Field(ge=1, le=600)]


class MinutesRange(Part):
    """The least and the most minutes that something may take."""

    min: WholeMinutes
    """The least that still works. Used when the day runs late."""
    max: WholeMinutes
    """The most that is worth giving."""

    @model_validator(mode="after")
    def _in_order(self) -> "MinutesRange":
        if self.min >= self.max:
            raise ValueError("`min` must be smaller than `max`")
        return self


def _minutes_form(value: object) -> str:
    return "range" if isinstance(value, dict | MinutesRange) else "number"


# Told apart by hand, so that a mistake in a number is not reported as a mistake in a range as well.
Minutes = Annotated[
    Annotated[WholeMinutes, Tag("number")] | Annotated[MinutesRange, Tag("range")], Discriminator(_minutes_form)
]
"""Whole minutes: a number, or `{min: 10, max: 15}`."""
