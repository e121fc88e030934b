"""The lesson plan of each module on paper. For facilitators."""

from collections.abc import Iterator
from dataclasses import replace

from ..artifacts import Artifact
from ..curriculum import ModuleParts
from ..edition import Edition
from ..schedule import Span
from .book import bullets, cue_lines
from .lesson_plan import LessonPlan, PlannedActivity, lesson_plan
from .papers import artifact, sheet
from .proof import inline_words, words_of
from .typeset import inlines, literal, typeset, words

LAYOUTS = ("A4-wide", "A4-close")


def lesson_plan_pdfs(edition: Edition) -> Iterator[Artifact]:
    """A plan for each module. Raises PressError when one can not be set."""
    for parts in edition.curriculum.modules.values():
        yield _plan(edition, parts, lesson_plan(edition, parts))


def _minutes(edition: Edition, span: Span) -> str:
    if span.least == span.most:
        return edition.say("minutes.short", n=span.least)
    return edition.say("minutes.range", least=span.least, most=span.most)


def _plan(edition: Edition, parts: ModuleParts, plan: LessonPlan) -> Artifact:
    say = edition.say
    title = say("lesson-plan.title", title=plan.title)
    heads = [
        sheet(
            edition, parts, title=plan.title, kind=f"{say('lesson-plan.name')} · {plan.theme}",
            use=inline_words(plan.purpose), size=size, mark=say("role.facilitator-only"),
            template="plan-sheet",
        )
        for size in LAYOUTS
    ]  # fmt: skip
    least, most = (f"{hours:g}" for hours in plan.academic_hours)
    hours = say("programme.academic", hours=least if least == most else f"{least}–{most}")
    facts = [
        (say("lesson-plan.audiences"), ", ".join(plan.audiences)),
        (say("lesson-plan.time"), f"{_minutes(edition, plan.minutes)} · {hours}"),
        (say("lesson-plan.methods"), ", ".join(plan.methods)),
        *([(say("lesson-plan.prerequisites"), ", ".join(plan.prerequisites))] if plan.prerequisites else []),
        (say("lesson-plan.version"), plan.version),
        (say("lesson-plan.created"), plan.created),
        (say("lesson-plan.revised"), plan.revised),
        (say("module.reviewed"), plan.reviewed),
        (say("module.review-by"), plan.review_by),
    ]
    body = ["#plan-facts(" + ", ".join(f"({literal(key)}, {literal(value)})" for key, value in facts) + ")"]
    body.append(f"#heading(level: 2, {literal(say('module.outcomes'))})")
    for kind, objectives in plan.objectives:
        lines = ", ".join(f"[{inlines(objective.text)}]" for objective in objectives)
        body.append(f"#block(sticky: true, strong({literal(kind)}))\n#enum(start: {objectives[0].number}, {lines})")
    if plan.before:
        body.append(f"#aside({literal(say('session.before-you-teach'))})[{bullets(plan.before)}]")
    body.append(_overview(edition, plan))
    body += [_activity(edition, activity) for activity in plan.activities]
    body.append(_assessment(edition, plan))
    body.append(
        f"#messages({literal(say('module.key-messages'))}, {', '.join(f'[{inlines(line)}]' for line in plan.key_messages)})"
    )
    changes = ", ".join(
        f"([{words(change.version)}], [{words(change.date)}], [{words(change.text)}])" for change in plan.changes
    )
    names = ", ".join(literal(say(f"lesson-plan.{key}")) for key in ("version", "date", "change"))
    body.append(
        f"#heading(level: 2, {literal(say('lesson-plan.changes'))})\n#plain-table((18mm, 40mm, 1fr), ({names}), {changes},)"
    )
    wanted = [plan.title, *(word for activity in plan.activities for word in _words(activity))]
    wanted += [inline_words(objective.text) for _, objectives in plan.objectives for objective in objectives]
    made = ["\n\n".join((head, *body)) for head in heads]
    return replace(artifact(edition, parts, "lesson-plan", plan.id, title, "A4", made, wanted), role="facilitator")


def _words(activity: PlannedActivity) -> Iterator[str]:
    yield activity.title
    yield from (inline_words(step.text) for step in activity.steps)
    yield from (word for step in activity.steps for word in words_of(step.cues))
    yield from words_of(activity.notes)


def _overview(edition: Edition, plan: LessonPlan) -> str:
    """All activities in one table: minutes, method, objectives, materials."""
    say = edition.say
    rows = []
    for activity in plan.activities:
        things = [f"{thing.quantity} × {thing.item}{_per(edition, thing.per)}" for thing in activity.materials]
        things += [f"{paper.title} ({paper.size}){_per(edition, paper.copies)}" for paper in activity.papers]
        cells = (
            f"{activity.number}. {activity.title}",
            _minutes(edition, activity.minutes),
            f"{activity.method}, {activity.grouping}",
            ", ".join(map(str, activity.objectives)),
            "; ".join(things),
        )
        rows.append("(" + ", ".join(f"[{words(cell)}]" for cell in cells) + ")")
    heads = ", ".join(
        literal(say(f"lesson-plan.{key}")) for key in ("activity", "time", "method", "objectives", "materials")
    )
    title = literal(say("lesson-plan.activities"))
    return f"#heading(level: 2, {title})\n#plain-table((1.2fr, 18mm, 1fr, 18mm, 2.6fr), ({heads}), {', '.join(rows)},)"


def _per(edition: Edition, per: str) -> str:
    return "" if per == "room" else " " + edition.say(f"per.{per}")


def _activity(edition: Edition, activity: PlannedActivity) -> str:
    say = edition.say
    steps = ", ".join(
        f"([{inlines(step.text)}{cue_lines(step.cues)}], {literal(say('minutes.short', n=step.minutes) if step.minutes else '')})"
        for step in activity.steps
    )
    body = [f"#steps({steps},)"]
    if activity.if_short:
        body.append(f"#line-of({literal(say('session.if-short'))})[{inlines(activity.if_short)}]")
    if activity.notes:
        body.append(f"#aside({literal(say('guide.notes'))})[{typeset(activity.notes)}]")
    how = literal(f"{activity.method} · {activity.grouping}")
    joined = "\n\n".join(body)
    return (
        f'#activity("{activity.number}", {literal(_minutes(edition, activity.minutes))}, {literal(activity.title)}, {how})'
        f"[{joined}]"
    )


def _assessment(edition: Edition, plan: LessonPlan) -> str:
    """Which question and which activity shows that an objective was reached."""
    say = edition.say
    rows = []
    for entry in plan.assessment:
        questions = ", ".join(f"[{words(f'{number}. {text}')}]" for number, text in entry.questions)
        activities = ", ".join(f"[{words(f'{number}. {title}')}]" for number, title in entry.activities)
        cells = (
            f"[{words(f'{entry.objective.number}. ')}{inlines(entry.objective.text)}]",
            f"[#stack(spacing: 0.5em, {questions})]" if questions else "[–]",
            f"[#stack(spacing: 0.5em, {activities})]" if activities else "[–]",
        )
        rows.append(f"({', '.join(cells)})")
    heads = ", ".join(literal(say(f"lesson-plan.{key}")) for key in ("objective", "question", "seen-in"))
    title = literal(say("lesson-plan.assessment"))
    mark = f"\n#small[{words(say('check.pass', mark=plan.pass_mark))}]" if plan.pass_mark else ""
    return f"#heading(level: 2, {title})\n#plain-table((1.1fr, 1.4fr, 1fr), ({heads}), {', '.join(rows)},){mark}"
