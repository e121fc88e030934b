"""Which topics of the outlines are covered, and where."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...ground.artifact import Artifact
from ...model.evidence import Topic
from ...reading.curriculum import ModuleParts
from ...teaching.topics import minutes_of_topics
from . import paths
from .book import Book
from .folds import opened
from .slots import SlotView


class TopicRow(NamedTuple):
    """A line of the table."""

    topic: Topic
    modules: list[ModuleParts]
    sessions: list[SlotView]
    minutes: list[str]
    """In each programme; empty where it has none."""


def topics_page(book: Book) -> Artifact:
    """A table for each outline: topic, modules, sessions of the programme that covers them."""
    programme = book.curriculum.manual.covers_topics or book.curriculum.manual.programme
    found = {id_: minutes_of_topics(book.curriculum, id_) for id_ in book.curriculum.programmes}
    programmes = {id_: minutes for id_, minutes in found.items() if minutes}
    parts: list[tuple[str, str, Sequence[TopicRow]]] = []
    for outline in dict.fromkeys(topic.outline for topic in book.curriculum.topics.values()):
        rows = [
            _topic_row(book, programme, topic, list(programmes.values()))
            for topic in book.curriculum.topics.values()
            if topic.outline == outline
        ]
        parts.append((f"outline-{_slug(outline)}", book.say("topics.outline", outline=outline), rows))
    title = book.say("nav.topics")
    return book.page(
        paths.TOPICS,
        "topics.md.j2",
        title,
        book.curriculum.file("topics").source.path,
        role="facilitator",
        scripts=(paths.FOLD_SCRIPT,),
        outlines=[
            (fold, sum(bool(row.modules and row.sessions) for row in rows))
            for fold, (_, _, rows) in zip(opened(parts), parts, strict=True)
        ],
        programmes=[book.curriculum.programmes[id_].title for id_ in programmes],
    )


def _topic_row(book: Book, programme: str, topic: Topic, minutes: list[dict[str, float]]) -> TopicRow:
    modules = [
        parts
        for parts in book.curriculum.modules.values()
        if any(topic.id in activity.topics for activity in parts.plan.activities)
    ]
    sessions = [
        view
        for view in book.views[programme]
        if view.number and any(topic.id in timed.activity.topics for timed in view.timed.activities)
    ]
    spent = [str(round(here[topic.id])) if topic.id in here else "" for here in minutes]
    return TopicRow(topic, modules, sessions, spent)


def _slug(text: str) -> str:
    """A text as part of an address: `Outline A (2014)` gives `outline-a-2014`."""
    return re.sub(r"\W+", "-", text.lower()).strip("-")
