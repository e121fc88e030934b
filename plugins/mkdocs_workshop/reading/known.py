"""What the texts of a curriculum can name: ids by their kinds, and titles of what a link can lead to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..model.module import METHODS
from ..model.programme import SessionSlot
from .ids import Known
from .kinds import FoundFile
from .session_titles import session_title

if TYPE_CHECKING:
    from .curriculum import Curriculum


def known_ids(curriculum: "Curriculum", unread: Sequence[FoundFile]) -> Known:
    """Everything that an id can name. Files that could not be read count: their ids stand in their paths.

    Of activities and outcomes the ids are `first-aid/ask`.
    """
    ids: dict[str, set[str]] = {}
    for kind in ("module", "handout", "case", "figure", "programme", "country", "instrument", "event"):
        ids[kind] = {loaded.ids[-1] for loaded in curriculum.files if loaded.kind == kind}
        ids[kind] |= {file.ids[-1] for file in unread if file.kind.name == kind}
    ids["theme"] = {theme.id for theme in curriculum.manual.themes}
    ids["moment"] = {moment.id for moment in curriculum.manual.moments}
    ids["method"] = {*METHODS, *(method.id for method in curriculum.manual.methods)}
    ids["method of every curriculum"] = set(METHODS)
    ids["audience"] = {audience.id for audience in curriculum.manual.audiences}
    ids["fact"], ids["source"] = set(curriculum.facts), set(curriculum.sources)
    ids["topic"] = set(curriculum.topics)
    ids["level of confidence"] = {*"ABMSL", *(level.letter for level in curriculum.manual.confidence)}
    ids["activity"] = {
        f"{id_}/{activity.id}" for id_, parts in curriculum.modules.items() for activity in parts.plan.activities
    }
    ids["outcome of a module"] = {
        f"{id_}/{outcome.id}" for id_, parts in curriculum.modules.items() for outcome in parts.plan.outcomes
    }
    ids["handout of a module"] = {"/".join(loaded.ids) for loaded in curriculum.files if loaded.kind == "handout"}
    ids["handout of a module"] |= {"/".join(file.ids) for file in unread if file.kind.name == "handout"}
    return Known(
        ids={kind: frozenset(values) for kind, values in ids.items()},
        outcomes={id_: frozenset(o.id for o in parts.plan.outcomes) for id_, parts in curriculum.modules.items()},
        slides={
            id_: frozenset(s.id for s in parts.deck.slides) for id_, parts in curriculum.modules.items() if parts.deck
        },
    )


def titles(curriculum: "Curriculum") -> dict[str, str]:
    """The titles of what a link can lead to, by `kind/id`."""
    found = {}
    for id_, parts in curriculum.modules.items():
        found[f"module/{id_}"] = parts.plan.title
        found |= {f"handout/{paper}": handout.title for paper, handout in parts.handouts.items()}
        found |= {f"case/{paper}": case.title for paper, case in parts.cases.items()}
    for id_, programme in curriculum.programmes.items():
        for day in programme.days:
            for slot in day.slots:
                if isinstance(slot, SessionSlot):
                    found[f"session/{id_}/{slot.id}"] = session_title(curriculum.modules, slot)
    return found
