"""What helps a facilitator at one moment: cues beside the steps, what may go when time is short, how the room stands.

All of it is for the facilitator only; `Activity` says so.
"""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from .base import Id, Line, Many, Part, WholeMinutes

CueKind = Literal["care", "must", "say", "expect", "do", "never", "objection", "trap", "ours"]

CUE_KINDS: tuple[CueKind, ...] = ("care", "must", "say", "expect", "do", "never", "objection", "trap", "ours")
"""In the order in which the cues of a step are shown."""


class Cue(Part):
    """One short hint for the facilitator, at one moment: exactly one of `say`, `expect`, `objection` and the others."""

    at: Id | None = None
    """The id of the step it belongs to; the whole activity if left out."""
    slide: Id | None = None
    """The slide of the module's deck that it belongs to."""
    say: Line | None = None
    """Words to be spoken as they stand, 25 at the most."""
    expect: Line | None = None
    """What people will say or do."""
    objection: Line | None = None
    """What somebody will hold against it, in their words, 12 at the most. Needs `answer`."""
    answer: Line | None = None
    """What to answer to the objection, 45 words at the most."""
    trap: Line | None = None
    """What eats time, or leads the talk away."""
    never: Line | None = None
    """What must not happen here."""
    must: Line | None = None
    """The sentence that must arrive."""
    care: Line | None = None
    """What to do if somebody is distressed. Never folded away."""
    do: Line | None = None
    """What to do. Stands alone, or beside `expect`."""
    ours: Line | None = None
    """What is a rule of this manual and does not come from a source."""

    @model_validator(mode="after")
    def _one_kind(self) -> "Cue":
        given = [kind for kind in CUE_KINDS if getattr(self, kind) is not None]
        if not given:
            raise ValueError(f"a cue needs one of {', '.join(f'`{kind}`' for kind in CUE_KINDS)}")
        if len(given) > 1 and given != ["expect", "do"]:
            raise ValueError(f"a cue is of one kind, not {' and '.join(f'`{kind}`' for kind in given)}")
        if (self.objection is None) != (self.answer is None):
            raise ValueError("`objection` and `answer` belong together")
        return self

    @property
    def kind(self) -> CueKind:
        """Which of the keys it has; `expect` if it has `do` as well."""
        return next(kind for kind in CUE_KINDS if getattr(self, kind) is not None)

    @property
    def text(self) -> str:
        """The words of its kind."""
        return str(getattr(self, self.kind))

    @property
    def more(self) -> str | None:
        """The answer to an objection, or what to do when the expected happens."""
        return self.answer or (self.do if self.kind == "expect" else None)


def in_order(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """Cues as they are shown: by kind, those of one kind as they were written.

    `CUE_KINDS` has the order of the kinds.
    """
    return tuple(sorted(cues, key=lambda cue: CUE_KINDS.index(cue.kind)))


class IfShort(Part):
    """What to leave out when time is short, and what that wins."""

    text: Line
    """What is left out, and what stays."""
    saves: WholeMinutes | None = None
    """Minutes won."""
    drops: Many[Id] = ()
    """Ids of the steps that are left out."""


def _short_form(value: object) -> str:
    return "group" if isinstance(value, dict | IfShort) else "words"


# Told apart by hand, so that a mistake in the words is not reported as a mistake in a group of keys as well.
WhenShort = Annotated[
    Annotated[Line, Tag("words")] | Annotated[IfShort, Tag("group")],
    Discriminator(_short_form),
]
"""A sentence, or `{text: , saves: , drops: }`."""


RoomPlan = Literal["plenary", "islands", "stations", "circle", "fishbowl", "pairs"]


class Room(Part):
    """How the room stands."""

    plan: RoomPlan
    """The way people sit or stand."""
    people: Annotated[int, Field(ge=1, le=60)] | None = None
    """How many sit at an island or stand at a station."""
    note: Line | None = None
    """What to look at: "Way free clockwise"."""
