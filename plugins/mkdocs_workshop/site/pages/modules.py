"""What a module gives to read, to answer and to show."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ...ground.artifact import Artifact
from ...model.check import KnowledgeCheck, MatchQuestion, MultipleQuestion, OrderQuestion, SingleQuestion
from ...model.programme import Programme
from ...reading.curriculum import ModuleParts
from ...reading.texts import texts
from ...teaching.quiz import right_options, shown_items, shown_options, shuffled
from . import linked, paths
from .academy import packages
from .book import Book
from .changes import anchor
from .quiz import quiz_data
from .slots import SlotView, taught_in


class Taught(NamedTuple):
    """A session in which the module is taught."""

    programme: Programme
    view: SlotView


def module_list(book: Book) -> Iterator[Artifact]:
    """The list of modules."""
    groups = [(theme, [(parts, book.module_minutes(parts)) for parts in modules]) for theme, modules in book.by_theme()]
    made_from = book.curriculum.file("curriculum").source.path
    yield book.page(paths.MODULES, "modules.md.j2", book.say("nav.modules"), made_from, themes=groups)


def module_pages(book: Book) -> Iterator[Artifact]:
    """The pages of each module that is asked for."""
    for parts in book.edition.asked:
        yield _module_page(book, parts)
        if parts.check:
            yield from _check_pages(book, parts, parts.check)
        if parts.deck:
            yield _slides_page(book, parts)


def _made_from(book: Book, parts: ModuleParts, kind: str) -> str:
    return book.curriculum.file(kind, parts.id).source.path


def _module_page(book: Book, parts: ModuleParts) -> Artifact:
    path = paths.module(parts.id)
    markup, plan = book.markup(path), parts.plan
    read = [text.text for text in texts(parts.reading)] if parts.reading else []
    read += [
        *plan.key_messages,
        plan.purpose,
        *(text.text for figure in parts.figures.values() for text in texts(figure)),
    ]
    return book.page(
        path,
        "module.md.j2",
        markup.plain(plan.title),
        _made_from(book, parts, "reading" if parts.reading else "module"),
        description=markup.plain(plan.purpose),
        data=linked.module(book, parts),
        parts=parts,
        plan=plan,
        theme=book.theme(parts),
        colour=book.theme(parts).colour,
        minutes=book.module_minutes(parts),
        cited=book.cited(read, plan.sources),
        taught=[Taught(book.curriculum.programmes[id_], view) for id_, view in taught_in(book.views, parts.id)],
        reviewed=book.date(plan.reviewed),
        review_by=book.date(plan.review_by),
        dates=[book.date(change.on) for change in plan.changes],
        anchor=anchor(parts.id, parts.version),
        packages=packages(book, parts.id),
        facts=paths.facts(parts.id) if paths.facts(parts.id) in book.usage.fact_pages.values() else "",
    )


def _check_pages(book: Book, parts: ModuleParts, check: KnowledgeCheck) -> Iterator[Artifact]:
    plain = book.markup(paths.HOME).plain
    version = parts.version
    values: dict[str, Any] = {
        "check": check,
        "plan": parts.plan,
        "module": parts.id,
        "colour": book.theme(parts).colour,
        "options": {
            question.id: shown_options(question, version)
            for question in check.questions
            if isinstance(question, SingleQuestion | MultipleQuestion)
        },
    }
    title = plain(parts.plan.title)
    asked = book.say("check.title", title=title)
    made_from = _made_from(book, parts, "check")
    yield book.page(
        paths.knowledge_check(parts.id),
        "check.md.j2",
        asked,
        made_from,
        data=linked.knowledge_check(book, parts, asked),
        scripts=(paths.QUIZ_SCRIPT,),
        held={"ws-quiz-data": quiz_data(book, book.markup(paths.knowledge_check(parts.id)), check, version)},
        shuffled={
            question.id: shuffled(question, version)
            for question in check.questions
            if isinstance(question, MatchQuestion)
        },
        rows={
            question.id: shown_items(question, version)
            for question in check.questions
            if isinstance(question, OrderQuestion)
        },
        **values,
    )
    yield book.page(
        paths.knowledge_check_key(parts.id),
        "check-key.md.j2",
        book.say("check.key-title", title=title),
        made_from,
        role="facilitator",
        keys={
            question.id: right_options(question)
            for question in check.questions
            if isinstance(question, SingleQuestion | MultipleQuestion)
        },
        outcomes={outcome.id: outcome.text for outcome in parts.plan.outcomes},
        **values,
    )


def _slides_page(book: Book, parts: ModuleParts) -> Artifact:
    title = book.say("slides.title", title=book.markup(paths.HOME).plain(parts.plan.title))
    return book.page(
        paths.slides(parts.id),
        "slides.md.j2",
        title,
        _made_from(book, parts, "deck"),
        role="facilitator",
        plan=parts.plan,
        module=parts.id,
        deck=parts.deck,
        colour=book.theme(parts).colour,
        stages=book.stages,
        files=book.files("slides", module=parts.id),
    )
