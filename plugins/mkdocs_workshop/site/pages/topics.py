"""Which topics of the outlines are covered, and where."""

from ...ground.artifact import Artifact
from ...model.evidence import Topic
from ...reading.curriculum import ModuleParts
from . import paths
from .book import Book
from .slots import SlotView

TopicRow = tuple[Topic, list[ModuleParts], list[SlotView]]


def topics_page(book: Book) -> Artifact:
    """A table for each outline: topic, modules, sessions of the programme that covers them."""
    programme = book.curriculum.manual.covers_topics or book.curriculum.manual.programme
    outlines = []
    for outline in dict.fromkeys(topic.outline for topic in book.curriculum.topics.values()):
        rows = [
            _topic_row(book, programme, topic) for topic in book.curriculum.topics.values() if topic.outline == outline
        ]
        covered = sum(bool(modules and sessions) for _, modules, sessions in rows)
        outlines.append((outline, covered, rows))
    title = book.say("nav.topics")
    return book.page(
        paths.TOPICS,
        "topics.md.j2",
        title,
        book.curriculum.file("topics").source.path,
        role="facilitator",
        outlines=outlines,
    )


def _topic_row(book: Book, programme: str, topic: Topic) -> TopicRow:
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
    return topic, modules, sessions
