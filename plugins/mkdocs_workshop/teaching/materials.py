"""What to bring and how much to print: counted for the people, pairs and groups of a programme."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..clock import TimedSlot
from ..model.instrument import Instrument
from ..model.module import Material, Per
from ..model.papers import Case, Handout
from ..model.programme import PauseSlot, Programme
from ..reading.curriculum import Curriculum
from .stations import materials_of

Paper = Handout | Case | Instrument


def count_for(per: str, programme: Programme) -> int:
    """How many persons, pairs, groups or rooms a programme has: of 25 people in groups of 4 these are 25, 13, 7 and 1.

    `per` is `person`, `pair`, `group` or `room`; raises KeyError for anything else.
    """
    people = programme.participants
    return {
        "person": people,
        "pair": math.ceil(people / 2),
        "group": math.ceil(people / programme.group_size),
        "room": 1,
    }[per]


def needed(material: Material, programme: Programme) -> int:
    """How many pieces of a material all people of a programme need: 2 for each pair of 24 people are 24."""
    return material.quantity * count_for(material.per, programme)


def equipment(curriculum: Curriculum, programme: Programme) -> list[tuple[str, int]]:
    """What stands in the room all the time, with the number of pieces: `[("Markers, set of four colours", 6)]`."""
    return [(material.item, needed(material, programme)) for material in curriculum.manual.equipment]


def materials(slots: Iterable[TimedSlot], programme: Programme) -> list[tuple[str, int]]:
    """What to bring for some slots, by the alphabet: each thing once, with the largest number that is needed in one slot.

    Two sessions with 12 and 24 cards need 24; two activities of one session need 36.
    """
    most: dict[str, int] = {}
    for slot in slots:
        here: dict[str, int] = {}
        for timed in slot.activities:
            for material in materials_of(timed.activity):
                here[material.item] = here.get(material.item, 0) + needed(material, programme)
        for item, count in here.items():
            most[item] = max(most.get(item, 0), count)
    return sorted(most.items(), key=lambda entry: entry[0].lower())


def icons(curriculum: Curriculum) -> dict[str, str]:
    """The drawing of each thing that has one, by what the thing is called. For example `{"Gloves": "gloves"}`."""
    things = [
        *curriculum.manual.equipment,
        *(
            thing
            for parts in curriculum.modules.values()
            for activity in parts.plan.activities
            for thing in materials_of(activity)
        ),
    ]
    return {thing.item: thing.icon for thing in things if thing.icon}


@dataclass(frozen=True)
class PaperCopies:
    """A handout, a case study or a form that is given out, and how often it is printed."""

    kind: str
    """`handout`, `case` or `form`."""
    id: str
    paper: Paper
    copies: int

    @property
    def size(self) -> str:
        """`A4`; case studies and forms are always that size."""
        return self.paper.paper if isinstance(self.paper, Handout) else "A4"


def papers_of(curriculum: Curriculum) -> Mapping[tuple[str, str], Paper]:
    """Every handout, case study and form by its kind and id. `("handout", "card")` is the key of a handout."""
    found: dict[tuple[str, str], Paper] = {("form", id_): form for id_, form in curriculum.instruments.items()}
    for parts in curriculum.modules.values():
        found |= {("handout", id_): handout for id_, handout in parts.handouts.items()}
        found |= {("case", id_): case for id_, case in parts.cases.items()}
    return found


def copies_of(paper: Paper) -> Per:
    """What a paper is printed for; everybody fills in a form. `person`, `group`, `pair` or `room`."""
    return "person" if isinstance(paper, Instrument) else paper.copies


def given_at(slot: TimedSlot) -> Iterator[tuple[str, str]]:
    """Kind and id of the papers of a slot, in the order in which they are given out: its own, then those of its activities.

    For example `("handout", "card")`, then `("case", "the-yard")`, for an activity with both.
    """
    if not isinstance(slot.slot, PauseSlot):
        yield from (("handout", named.partition("/")[2]) for named in slot.slot.handouts)
        yield from (("form", id_) for id_ in slot.slot.instruments)
    for timed in slot.activities:
        yield from (("handout", id_) for id_ in timed.activity.all_handouts)
        yield from (("case", id_) for id_ in timed.activity.cases)


def print_run(curriculum: Curriculum, slots: Iterable[TimedSlot], programme: Programme) -> Iterator[PaperCopies]:
    """The papers of some slots, each once, in the order in which they are given out.

    In a programme of 24 people a handout for everybody has 24 copies, and one for each small group of four has 6.
    """
    known, seen = papers_of(curriculum), set()
    for slot in slots:
        for kind, id_ in given_at(slot):
            paper = known.get((kind, id_))
            if paper is not None and (kind, id_) not in seen:
                seen.add((kind, id_))
                yield PaperCopies(kind, id_, paper, count_for(copies_of(paper), programme))
