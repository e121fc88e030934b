"""What to bring and how much to print: counted for the people, pairs and groups of a programme."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..clock import TimedSlot
from ..model.module import Material
from ..model.papers import Case, Handout
from ..model.programme import Programme
from ..reading.curriculum import Curriculum
from .stations import materials_of


def count_for(per: str, programme: Programme) -> int:
    """How many persons, pairs, groups or rooms there are."""
    people = programme.participants
    return {
        "person": people,
        "pair": math.ceil(people / 2),
        "group": math.ceil(people / programme.group_size),
        "room": 1,
    }[per]


def needed(material: Material, programme: Programme) -> int:
    """How many pieces of a material the group of a programme needs."""
    return material.quantity * count_for(material.per, programme)


def equipment(curriculum: Curriculum, programme: Programme) -> list[tuple[str, int]]:
    """What stands in the room all the time."""
    return [(material.item, needed(material, programme)) for material in curriculum.manual.equipment]


def materials(slots: Iterable[TimedSlot], programme: Programme) -> list[tuple[str, int]]:
    """What to bring for some slots, each thing once with the largest number that is needed at a time."""
    most: dict[str, int] = {}
    for slot in slots:
        here: dict[str, int] = {}
        for timed in slot.activities:
            for material in materials_of(timed.activity):
                here[material.item] = here.get(material.item, 0) + needed(material, programme)
        for item, count in here.items():
            most[item] = max(most.get(item, 0), count)
    return sorted(most.items(), key=lambda entry: entry[0].lower())


@dataclass(frozen=True)
class PaperCopies:
    """A handout or a case study that is given out, and how often it is printed."""

    kind: str
    """`handout` or `case`."""
    id: str
    paper: Handout | Case
    copies: int

    @property
    def size(self) -> str:
        """`A4`; case studies are always that size."""
        return self.paper.paper if isinstance(self.paper, Handout) else "A4"


def papers_of(curriculum: Curriculum) -> Mapping[tuple[str, str], Handout | Case]:
    """Every handout and case study by its kind and id."""
    found: dict[tuple[str, str], Handout | Case] = {}
    for parts in curriculum.modules.values():
        found |= {("handout", id_): handout for id_, handout in parts.handouts.items()}
        found |= {("case", id_): case for id_, case in parts.cases.items()}
    return found


def print_run(curriculum: Curriculum, slots: Iterable[TimedSlot], programme: Programme) -> Iterator[PaperCopies]:
    """The papers of some slots, each once, in the order in which they are given out."""
    known, seen = papers_of(curriculum), set()
    for slot in slots:
        for timed in slot.activities:
            given = [("handout", id_) for id_ in timed.activity.all_handouts]
            given += [("case", id_) for id_ in timed.activity.cases]
            for kind, id_ in given:
                paper = known.get((kind, id_))
                if paper is not None and (kind, id_) not in seen:
                    seen.add((kind, id_))
                    yield PaperCopies(kind, id_, paper, count_for(paper.copies, programme))
