"""What a learner gets of a module, in parts: about it, the reading, the key messages, one case study, the knowledge check."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..documents.emit.html import html, html_line, words
from ..documents.texts import Texts, cited
from ..documents.tree.blocks import Cite
from ..edition import Edition
from ..model.papers import Case
from ..reading.curriculum import ModuleParts
from .lesson_check import Check, check_of
from .lesson_figures import Drawings


@dataclass(frozen=True)
class Section:
    """A part of a lesson that stands on the screen alone."""

    id: str
    """Its anchor, and the bookmark in the records of learners: never changes."""
    title: str
    html: str


@dataclass(frozen=True)
class Lesson:
    """A module as learners read it."""

    title: str
    purpose: str
    """HTML, one line."""
    outcomes: tuple[str, ...]
    """HTML, one line each."""
    sections: tuple[Section, ...]
    check: Check | None
    sources: tuple[Cite, ...]
    """All that the texts cite."""


def lesson_of(edition: Edition, parts: ModuleParts, *, case: bool, small: bool = False) -> Lesson:
    """The lesson of a module; `case` says whether one of its case studies belongs to it, `small` whether drawings are there once."""
    texts = Texts(edition)
    draw = Drawings(edition, small=small)
    trees: list[object] = []
    sections: list[Section] = []
    for section in parts.reading.sections if parts.reading else ():
        tree = texts.blocks(section.text)
        trees.append(tree)
        sections.append(Section(f"r-{section.id}", edition.plain(section.title), html(tree, draw)))
    messages = [texts.line(line) for line in parts.plan.key_messages]
    trees.append(tuple(messages))
    items = "".join(f"<li>{html_line(line)}</li>" for line in messages)
    sections.append(Section("messages", edition.say("module.key-messages"), f'<ol class="messages">{items}</ol>'))
    first = next(iter(parts.cases.values()), None)
    if case and first:
        read, body = _case(edition, texts, first)
        trees.append(read)
        sections.append(Section("case", f"{edition.say('case.name')}: {edition.plain(first.title)}", body))
    return Lesson(
        edition.plain(parts.plan.title),
        html_line(texts.line(parts.plan.purpose)),
        tuple(html_line(texts.line(outcome.text)) for outcome in parts.plan.outcomes),
        tuple(sections),
        check_of(edition, texts, parts.check, edition.version(parts)) if parts.check else None,
        tuple(cited(tuple(trees)).values()),
    )


def _case(edition: Edition, texts: Texts, case: Case) -> tuple[object, str]:
    """What participants get of a case study: the story, each side, the questions."""
    say = edition.say
    names = edition.audiences
    story = texts.blocks(case.story)
    sides = [(names[variant.audience], texts.blocks(variant.text), variant.questions) for variant in case.variants]

    def written() -> Iterator[str]:
        yield f'<p class="soft">{words(say("case.fictional"))}. {words(say("lesson.case"))}</p>'
        yield html(story)
        for name, tree, questions in sides:
            yield f"<h3>{words(say('case.for', audience=name))}</h3>{html(tree)}"
            yield _questions(texts, [question.text for question in questions])
        if case.questions:
            yield f"<h3>{words(say('case.together'))}</h3>"
            yield _questions(texts, [question.text for question in case.questions])

    return (story, tuple(tree for _, tree, _ in sides)), "\n".join(written())


def _questions(texts: Texts, lines: list[str]) -> str:
    return f'<ol class="think">{"".join(f"<li>{html_line(texts.line(line))}</li>" for line in lines)}</ol>'
