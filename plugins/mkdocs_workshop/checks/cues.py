"""Rules about cues: short enough to be read while one speaks, and each at a step that there is."""

import re
from collections.abc import Iterator

from ..model.limits import MAX_ANSWER, MAX_OBJECTION, MAX_SAY
from ..model.module import Activity
from ..reading.curriculum import Curriculum
from ..reading.kinds import Loaded
from ..reading.marks import without_marks, words_in
from ..reading.yaml import Loc
from .finding import Finding

MAX_CUES = 4
"""At one step: more are not read while people wait."""
WITHOUT_TALK = ("energiser", "test")
"""Methods in which nobody objects and nothing is to be expected."""


def _activities(curriculum: Curriculum) -> Iterator[tuple[Loaded, Loc, Activity]]:
    for file in curriculum.files:
        if file.kind == "module":
            for index, activity in enumerate(file.model.activities):
                yield file, ("activities", index), activity


def _too_long(curriculum: Curriculum, key: str, name: str, most: int) -> Iterator[Finding]:
    for file, loc, activity in _activities(curriculum):
        for index, cue in enumerate(activity.cues):
            words = words_in(getattr(cue, key) or "")
            if words > most:
                yield Finding(file, (*loc, "cues", index, key), f"{name} has {words} words, {most} are the most")


def say_short(curriculum: Curriculum) -> Iterator[Finding]:
    """Words to be spoken as they stand."""
    yield from _too_long(curriculum, "say", "what is to be said", MAX_SAY)


def say_spoken(curriculum: Curriculum) -> Iterator[Finding]:
    """Words to be spoken that hold nothing to speak: a mark alone, or a stage direction in brackets."""
    for file, loc, activity in _activities(curriculum):
        for index, cue in enumerate(activity.cues):
            if cue.say is not None and not re.search(r"\w", re.sub(r"[(\[][^)\]]*[)\]]", "", without_marks(cue.say))):
                message = "nothing is left to be spoken without marks and brackets"
                yield Finding(file, (*loc, "cues", index, "say"), message)


def objection_short(curriculum: Curriculum) -> Iterator[Finding]:
    """An objection as somebody in the room calls it out."""
    yield from _too_long(curriculum, "objection", "the objection", MAX_OBJECTION)


def answer_short(curriculum: Curriculum) -> Iterator[Finding]:
    """An answer that is given standing."""
    yield from _too_long(curriculum, "answer", "the answer", MAX_ANSWER)


def few_at_a_step(curriculum: Curriculum) -> Iterator[Finding]:
    """Cues that can be taken in at one moment."""
    for file, loc, activity in _activities(curriculum):
        for place, id_ in enumerate(activity.step_ids):
            count = len(activity.cues_at(id_))
            if count > MAX_CUES:
                message = f"the step `{id_}` has {count} cues, {MAX_CUES} are the most"
                yield Finding(file, (*loc, "steps", place), message)


def step_of_cue(curriculum: Curriculum) -> Iterator[Finding]:
    """Cues that stand at no step."""
    for file, loc, activity in _activities(curriculum):
        for index, cue in enumerate(activity.cues):
            if cue.at is not None and cue.at not in activity.step_ids:
                yield Finding(file, (*loc, "cues", index, "at"), _no_step(cue.at), _steps(activity))


def dropped_steps(curriculum: Curriculum) -> Iterator[Finding]:
    """Steps to leave out that there are not."""
    for file, loc, activity in _activities(curriculum):
        for index, id_ in enumerate(activity.shortcut.drops if activity.shortcut else ()):
            if id_ not in activity.step_ids:
                yield Finding(file, (*loc, "if_short", "drops", index), _no_step(id_), _steps(activity))


def _no_step(id_: str) -> str:
    return f"there is no step `{id_}`"


def _steps(activity: Activity) -> str:
    return f"Steps of this activity: {', '.join(activity.step_ids)}."


def minutes_saved(curriculum: Curriculum) -> Iterator[Finding]:
    """Without a number nobody can plan with a shortcut."""
    for file, loc, activity in _activities(curriculum):
        if activity.shortcut and activity.shortcut.saves is None:
            yield Finding(file, (*loc, "if_short"), "it does not say how many minutes this saves")


def room_answers(curriculum: Curriculum) -> Iterator[Finding]:
    """Cues that tell a facilitator what the room will say. Activities that have notes alone are not written anew yet."""
    for file, loc, activity in _activities(curriculum):
        if not activity.cues or curriculum.manual.known_method(activity.method) in WITHOUT_TALK:
            continue
        if not any(cue.kind in ("objection", "expect") for cue in activity.cues):
            yield Finding(file, loc, f"no cue of `{activity.id}` says what the room will do or hold against it")
