"""Handouts and case studies, their libraries, and the debriefs for facilitators."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ...ground.artifact import Artifact
from ...model.papers import Answer, Case, Question
from ...model.programme import Programme
from ...reading.curriculum import ModuleParts
from ...reading.texts import texts
from . import linked, paths
from .book import Book
from .ours import contacts_on
from .slots import SlotView


class Use(NamedTuple):
    """Where a paper is used."""

    programme: Programme
    view: SlotView
    activity: str


def handout_pages(book: Book) -> Iterator[Artifact]:
    """A page for each handout of the modules that are asked for."""
    names = book.edition.audiences
    for parts in book.edition.asked:
        for id_ in parts.handouts:
            yield _handout_page(book, parts, id_, names)


CARD_FIRST = 3.0
"""Who searches for a word in a hurry wants the card, and then the paper that explains it."""


def _handout_page(book: Book, parts: ModuleParts, id_: str, names: Mapping[str, str]) -> Artifact:
    path, handout = paths.handout(id_), parts.handouts[id_]
    markup = book.markup(path)
    manual = book.curriculum.manual
    contacts = contacts_on(book, handout)
    return book.page(
        path,
        "handout.md.j2",
        markup.plain(handout.title),
        book.curriculum.file("handout", parts.id, id_).source.path,
        description=markup.plain(handout.use),
        data=linked.handout(book, parts, id_, handout),
        handout=handout,
        id=id_,
        contacts=contacts,
        downloads=book.files("handout", id_),
        embed=next(iter(book.files("embed", id_)), None),
        scripts=(
            paths.CARD_PRINT_SCRIPT,
            *((paths.OURS_PAPER_SCRIPT,) if contacts else ()),
            *((paths.SNIPPET_SCRIPT,) if book.files("embed", id_) else ()),
        ),
        styles=(paths.CARD_PRINT_STYLE,),
        module=parts.id,
        plan=parts.plan,
        weight=CARD_FIRST if handout.form == "card" else 1.0,
        colour=book.theme(parts).colour,
        audiences=[names[audience] for audience in handout.audiences],
        used=list(_uses(book, "handouts", id_)),
        others=[(other, paper) for other, paper in parts.handouts.items() if other != id_],
        cited=book.cited([text.text for text in texts(handout)]),
        notice=manual.notice,
        footer=" · ".join(
            (
                markup.plain(manual.title),
                parts.version,
                book.date(parts.changed),
                manual.licence,
            )
        ),
    )


def _uses(book: Book, kind: str, id_: str) -> Iterator[Use]:
    for programme_id, views in book.views.items():
        for view in views:
            for timed in view.timed.activities:
                if id_ in getattr(timed.activity, kind):
                    yield Use(book.curriculum.programmes[programme_id], view, timed.activity.id)


def case_list(book: Book) -> Iterator[Artifact]:
    """The list of case studies."""
    groups = []
    for theme, modules in book.by_theme():
        rows = [(id_, case, book.minutes(case.minutes)) for parts in modules for id_, case in parts.cases.items()]
        if rows:
            groups.append((theme, rows))
    made_from = book.curriculum.file("curriculum").source.path
    yield book.page(paths.CASES, "cases.md.j2", book.say("nav.cases"), made_from, themes=groups)


def case_pages(book: Book) -> Iterator[Artifact]:
    """For each case study of the modules that are asked for the story and, apart from it, the debrief."""
    names = book.edition.audiences
    for parts in book.edition.asked:
        for id_, case in parts.cases.items():
            yield from _case_pages(book, parts, id_, case, names)


def _case_pages(book: Book, parts: ModuleParts, id_: str, case: Case, names: Mapping[str, str]) -> Iterator[Artifact]:
    plain = book.markup(paths.HOME).plain
    made_from = book.curriculum.file("case", parts.id, id_).source.path
    title = plain(case.title)
    values: dict[str, Any] = {
        "case": case,
        "id": id_,
        "module": parts.id,
        "plan": parts.plan,
        "colour": book.theme(parts).colour,
    }
    yield book.page(
        paths.case(id_),
        "case.md.j2",
        title,
        made_from,
        description=plain(case.summary),
        data=linked.case(book, parts, id_, case),
        minutes=book.minutes(case.minutes),
        downloads=book.files("case", id_),
        audience_names=names,
        **values,
    )
    yield book.page(
        paths.debrief(id_),
        "debrief.md.j2",
        book.say("debrief.title", title=title),
        made_from,
        role="facilitator",
        answers=list(_answers(book, case, names)),
        **values,
    )


def _answers(book: Book, case: Case, names: Mapping[str, str]) -> Iterator[tuple[str, Question, str]]:
    """Whose question, the question, and its answer, in the order of the paper."""
    by_question: dict[str, Answer] = {answer.question: answer for answer in case.key}
    for variant in case.variants:
        for question in variant.questions:
            yield names[variant.audience], question, by_question[question.id].text
    for question in case.questions:
        yield book.say("case.together"), question, by_question[question.id].text
