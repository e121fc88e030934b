"""Rules about decision paths: whoever follows one arrives, and no box is there for nothing."""

from collections.abc import Iterator, Mapping

from ..figures.path_plan import every_leg
from ..model.figure import PathFigure, PathStep
from ..reading.curriculum import Curriculum
from ..reading.kinds import Loaded
from .finding import Finding

Ways = Mapping[str, tuple[str, ...]]


def _paths(curriculum: Curriculum) -> Iterator[tuple[Loaded, PathFigure, Ways]]:
    """Each decision path, and for each of its boxes those that follow. A path with an unknown box is passed over (W302)."""
    for file in curriculum.files:
        if isinstance(file.model, PathFigure):
            ways: dict[str, tuple[str, ...]] = {step.id: () for step in file.model.steps}
            for leg in every_leg(file.model.steps):
                ways[leg.source] = (*ways.get(leg.source, ()), leg.target)
            if all(target in ways for targets in ways.values() for target in targets):
                yield file, file.model, ways


def _reached(start: str, ways: Ways) -> frozenset[str]:
    """All boxes that come after one; itself only if a way comes back to it."""
    seen: set[str] = set()
    open_ = list(ways[start])
    while open_:
        name = open_.pop()
        if name not in seen:
            seen.add(name)
            open_ += ways[name]
    return frozenset(seen)


def never_ends(curriculum: Curriculum) -> Iterator[Finding]:
    """Answers that lead nowhere, and boxes from which no way comes to an end."""
    for file, figure, ways in _paths(curriculum):
        last = figure.steps[-1]
        answer = _open_answer(last)
        if answer is not None:
            message = f"the answer `{answer}` of `{last.id}` leads nowhere"
            yield Finding(file, ("steps", len(figure.steps) - 1), message)
        # What comes to the open answer is not told again: it ends as soon as the answer has a goal.
        ends = {name for name, onward in ways.items() if not onward} | ({last.id} if answer else set())
        for index, step in enumerate(figure.steps):
            if step.id not in ends and not ends & _reached(step.id, ways):
                yield Finding(file, ("steps", index), f"from `{step.id}` no way comes to an end")


def _open_answer(step: PathStep) -> str | None:
    """The answer of the last box without a goal; of all others it goes on to the box below."""
    if step.end or step.next is not None or (step.yes is None) == (step.no is None):
        return None
    return "no" if step.no is None else "yes"


def not_reached(curriculum: Curriculum) -> Iterator[Finding]:
    """Boxes to which no way leads."""
    for file, figure, ways in _paths(curriculum):
        first = figure.steps[0].id
        known = {first, *_reached(first, ways)}
        for index, step in enumerate(figure.steps):
            if step.id not in known:
                yield Finding(file, ("steps", index), f"no way leads to `{step.id}`")


def comes_back(curriculum: Curriculum) -> Iterator[Finding]:
    """Loops that one can leave: they may be meant. Each is told once, at the box that leads back."""
    for file, figure, ways in _paths(curriculum):
        order = [step.id for step in figure.steps]
        for index, name in enumerate(order):
            back = [
                target
                for target in ways[name]
                if name in {target, *_reached(target, ways)} and target in order[: index + 1]
            ]
            if back and not all(ways[after] for after in _reached(name, ways)):
                yield Finding(file, ("steps", index), f"from `{name}` the way goes back to `{back[0]}`")
