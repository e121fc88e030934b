"""Rules about what workshops took: where the plan should change."""

from collections.abc import Iterator

from ..reading.curriculum import Curriculum
from ..teaching.delivered import Took, off_plan, often_left_out, took
from .finding import Finding


def belongs(curriculum: Curriculum) -> Iterator[Finding]:
    """Minutes of a workshop that nobody described are shown nowhere."""
    for file in curriculum.files:
        if file.kind == "delivered" and file.ids[0] not in curriculum.events:
            yield Finding(file, (), f"there is no `events/{file.ids[0]}/event.yml` beside it")


def off(curriculum: Curriculum) -> Iterator[Finding]:
    """Activities that usually take other minutes than planned."""
    known = took(curriculum)
    for file in curriculum.files:
        for index, activity in enumerate(file.model.activities) if file.kind == "module" else ():
            one = known.get((file.ids[0], activity.id), Took((), 0, 0))
            missed = off_plan(activity, one)
            if missed is None:
                continue
            minutes = ", ".join(map(str, one.minutes))
            message = f"`{activity.id}` took {minutes} minutes; that is {abs(missed):g} {'more' if missed > 0 else 'less'} than planned"
            advice = (
                "Give it more minutes, or fewer steps." if missed > 0 else "Give it fewer minutes, or more to practise."
            )
            yield Finding(file, ("activities", index, "minutes"), message, advice)


def left_out(curriculum: Curriculum) -> Iterator[Finding]:
    """Activities for which there is usually no time."""
    known = took(curriculum)
    for file in curriculum.files:
        for index, activity in enumerate(file.model.activities) if file.kind == "module" else ():
            one = known.get((file.ids[0], activity.id), Took((), 0, 0))
            if often_left_out(one):
                message = f"`{activity.id}` was left out in {one.left_out} of {one.held} workshops"
                yield Finding(file, ("activities", index), message)
