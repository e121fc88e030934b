"""The lesson plan of a module as a document: what accreditation asks for. For facilitators."""

from collections.abc import Iterable

from ..curriculum import ModuleParts
from ..edition import Edition
from ..schedule import Span
from .blocks import Block, Inline, Item, List, Paragraph, Strong, Table, Text
from .lesson_plan import LessonPlan, PlannedActivity, lesson_plan
from .sheet import Part, Sheet, sheet
from .sheets import rows


def plan_sheet(edition: Edition, module: ModuleParts) -> Sheet:
    """The lesson plan as a document."""
    say, plan = edition.say, lesson_plan(edition, module)
    parts = (
        Part(say("plan.frame"), (_frame(edition, plan),)),
        Part(say("plan.objectives"), tuple(_objectives(plan))),
        *((Part(say("session.before-you-teach"), (rows(plan.before),)),) if plan.before else ()),
        Part(say("plan.activities"), (_overview(edition, plan), *_steps(edition, plan))),
        Part(say("plan.materials"), (_materials(edition, plan),)),
        Part(say("module.key-messages"), (rows(plan.key_messages),)),
        Part(say("plan.assessment"), (_assessment(edition, plan),)),
        Part(say("plan.versions"), (_versions(edition, plan),)),
    )
    title = say("plan.title", title=plan.title)
    return sheet(edition, module, plan.id, say("download.kind.lesson-plan"), title, "", parts)


def minutes(edition: Edition, span: Span) -> str:
    """A span in words."""
    if span.least == span.most:
        return edition.say("minutes.short", n=span.least)
    return edition.say("minutes.range", least=span.least, most=span.most)


def _text(words: str) -> tuple[Inline, ...]:
    return (Text(words),)


def _pairs(head: tuple[str, str], lines: Iterable[tuple[str, str]]) -> Table:
    return Table(tuple(map(_text, head)), tuple((_text(name), _text(value)) for name, value in lines if value))


def _frame(edition: Edition, plan: LessonPlan) -> Table:
    say = edition.say
    least, most = plan.academic_hours
    hours = f"{least:g}" if least == most else f"{least:g}–{most:g}"
    purpose = "".join(word.text for word in plan.purpose if isinstance(word, Text))
    return _pairs(
        (say("plan.about"), plan.title),
        [
            (say("plan.theme"), plan.theme),
            (say("plan.purpose"), purpose),
            (say("library.filter.audience"), ", ".join(plan.audiences)),
            (say("plan.prerequisites"), ", ".join(plan.prerequisites) or say("plan.none")),
            (say("plan.time"), minutes(edition, plan.minutes)),
            (say("plan.hours", minutes=plan.academic_hour), hours),
            (say("plan.methods"), ", ".join(plan.methods)),
        ],
    )


def _objectives(plan: LessonPlan) -> Iterable[Block]:
    for kind, objectives in plan.objectives:
        yield Paragraph((Strong((Text(kind),)),))
        yield rows([(Strong((Text(f"{item.number}. "),)), *item.text) for item in objectives])


def _overview(edition: Edition, plan: LessonPlan) -> Table:
    say = edition.say
    head = tuple(map(_text, ("", *map(say, ("plan.activity", "plan.time", "plan.method", "plan.serves")))))
    lines = tuple(
        (
            _text(str(item.number)),
            _text(item.title),
            _text(minutes(edition, item.minutes)),
            _text(f"{item.method}, {item.grouping}"),
            _text(", ".join(map(str, item.objectives))),
        )
        for item in plan.activities
    )
    return Table(head, lines)


def _steps(edition: Edition, plan: LessonPlan) -> Iterable[Block]:
    for item in plan.activities:
        yield Paragraph((Strong((Text(f"{item.number}. {item.title} · {minutes(edition, item.minutes)}"),)),))
        yield List(
            ordered=True,
            items=tuple(Item((Paragraph(_step(edition, step.text, step.minutes)), *step.cues)) for step in item.steps),
        )
        yield from item.notes
        if item.if_short:
            yield Paragraph((Strong((Text(f"{edition.say('session.if-short')} "),)), *item.if_short))


def _step(edition: Edition, text: tuple[Inline, ...], given: int | None) -> tuple[Inline, ...]:
    return (*text, Text(f" ({edition.say('minutes.short', n=given)})")) if given else text


def _materials(edition: Edition, plan: LessonPlan) -> Table:
    say = edition.say
    lines = [line for item in plan.activities for line in _needs(edition, item)]
    return Table(
        (_text(say("plan.material")), _text(say("plan.number")), _text(say("plan.activity"))),
        tuple((_text(name), _text(number), _text(activity)) for name, number, activity in lines),
    )


def _needs(edition: Edition, activity: PlannedActivity) -> Iterable[tuple[str, str, str]]:
    say = edition.say
    for material in activity.materials:
        yield material.item, f"{material.quantity}, {say(f'plan.per.{material.per}')}", str(activity.number)
    for paper in activity.papers:
        yield f"{paper.title} ({paper.size})", say(f"copies.per.{paper.copies}"), str(activity.number)


def _assessment(edition: Edition, plan: LessonPlan) -> Table:
    say = edition.say
    lines = tuple(
        (
            (Strong((Text(f"{item.objective.number}. "),)), *item.objective.text),
            _text("; ".join(f"{number}. {words}" for number, words in item.questions)),
            _text("; ".join(f"{number}. {title}" for number, title in item.activities)),
        )
        for item in plan.assessment
    )
    return Table(tuple(map(_text, map(say, ("plan.objective", "plan.question", "plan.seen-in")))), lines)


def _versions(edition: Edition, plan: LessonPlan) -> Table:
    say = edition.say
    changes = [(f"{item.version}, {item.date}", item.text) for item in plan.changes]
    dates = [
        (say("plan.created"), plan.created),
        (say("plan.revised"), plan.revised),
        (say("plan.reviewed"), plan.reviewed),
        (say("plan.review-by"), plan.review_by),
    ]
    return _pairs((say("plan.version"), plan.version), [*dates, *changes])
