"""Rules about tests: what they measure can be counted and compared."""

from collections.abc import Iterator

from ..model.instrument import Scale, StatementItem
from ..reading.curriculum import Curriculum
from ..reading.kinds import Loaded
from ..reading.yaml import Loc
from .finding import Finding


def _statements(curriculum: Curriculum) -> Iterator[tuple[Loaded, Loc, StatementItem]]:
    for file in curriculum.files:
        if file.kind != "instrument":
            continue
        for place, section in enumerate(file.model.sections):
            for index, item in enumerate(section.items):
                if isinstance(item, StatementItem):
                    yield file, ("sections", place, "items", index), item


def scored(curriculum: Curriculum) -> Iterator[Finding]:
    """Each statement of a test says what it measures and what an improvement is."""
    for file, loc, item in _statements(curriculum):
        if file.model.kind == "test":
            missing = [name for name in ("dimension", "better") if getattr(item, name) is None]
            if missing:
                yield Finding(
                    file, loc, f"the statement `{item.id}` has no {' and no '.join(f'`{name}`' for name in missing)}"
                )


def observed(curriculum: Curriculum) -> Iterator[Finding]:
    """Each line of an observation shows an outcome that can be seen."""
    for file, loc, item in _statements(curriculum):
        if file.model.kind != "observation":
            continue
        if not item.outcomes:
            yield Finding(file, loc, f"the line `{item.id}` names no outcome")
        for place, named in enumerate(item.outcomes):
            module, _, id_ = named.partition("/")
            parts = curriculum.modules.get(module)
            kinds = {outcome.id: outcome.kind for outcome in parts.plan.outcomes} if parts else {}
            if kinds.get(id_, "skill") != "skill":
                yield Finding(file, (*loc, "outcomes", place), f"`{named}` is not a skill but a matter of {kinds[id_]}")


def shared(curriculum: Curriculum) -> Iterator[Finding]:
    """A statement under one name is one statement."""
    first: dict[str, tuple[Loaded, object]] = {}
    for file, loc, item in _statements(curriculum):
        if item.shared is None:
            continue
        scale: Scale | None = next((scale for scale in file.model.scales if scale.id == item.scale), None)
        if scale is None:
            # That the scale is missing is said already (W302). Once it is there, the statements may well be the same.
            continue
        same = (item.text, item.dimension, item.better, scale.points)
        earlier, known = first.setdefault(item.shared, (file, same))
        if known != same:
            yield Finding(file, loc, f"`{item.shared}` is not the same as in {earlier.source.path}")
