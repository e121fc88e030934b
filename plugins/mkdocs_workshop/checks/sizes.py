"""Rules about how much is good: slides, questions, and minutes for a topic. Only where `curriculum.yml` has `expects`."""

from collections.abc import Iterator

from ..model.deck import planned
from ..model.manual import Range
from ..model.programme import SessionSlot
from ..reading.curriculum import Curriculum
from ..teaching.topics import minutes_of_topics
from .finding import Finding


def _outside(count: int, wanted: Range, what: str) -> str | None:
    if count < wanted.min:
        return f"{count} {what if count == 1 else f'{what}s'}, {wanted.min} are the least advised"
    return f"{count} {what}s, {wanted.max} are the most advised" if count > wanted.max else None


def slide_count(curriculum: Curriculum) -> Iterator[Finding]:
    """Decks that are too thin to carry a module, or too thick."""
    if expects := curriculum.manual.expects:
        for file in curriculum.files:
            if file.kind == "deck" and (said := _outside(len(file.model.slides), expects.slides, "slide")):
                yield Finding(file, ("slides",), said)


def question_count(curriculum: Curriculum) -> Iterator[Finding]:
    """Knowledge checks that show nothing, or tire."""
    if expects := curriculum.manual.expects:
        for file in curriculum.files:
            if file.kind == "check" and (said := _outside(len(file.model.questions), expects.questions, "question")):
                yield Finding(file, ("questions",), said)


def slide_pace(curriculum: Curriculum) -> Iterator[Finding]:
    """Sessions in which slides follow each other faster than they can be talked about."""
    expects = curriculum.manual.expects
    if expects is None:
        return
    for file in curriculum.files:
        if file.kind != "programme":
            continue
        for number, day in enumerate(file.model.days):
            for index, slot in enumerate(day.slots):
                if not isinstance(slot, SessionSlot):
                    continue
                slides = {
                    (module, slide.id)
                    for module, activity in curriculum.activities_of(slot)
                    for slide in planned(curriculum.modules[module].deck, activity.all_slides)
                }
                if len(slides) * expects.minutes_per_slide > slot.minutes:
                    message = (
                        f"{len(slides)} slides in {slot.minutes} minutes, one in {expects.minutes_per_slide} is advised"
                    )
                    yield Finding(file, ("days", number, "slots", index), message)


def topic_minutes(curriculum: Curriculum) -> Iterator[Finding]:
    """Topics that are named and hardly taught, in the programme that covers them all."""
    expects, wanted = curriculum.manual.expects, curriculum.manual.covers_topics
    if expects is None or wanted is None or wanted not in curriculum.programmes or not curriculum.topics:
        return
    found = minutes_of_topics(curriculum, wanted)
    file = curriculum.file("topics")
    for index, topic in enumerate(file.model.topics):
        minutes = found.get(topic.id)
        if minutes is not None and minutes < expects.topic_minutes and topic.reason is None:
            message = f"`{topic.id}` has {round(minutes, 1):g} minutes in `{wanted}`, {expects.topic_minutes} are the least advised"
            yield Finding(file, ("topics", index), message)
