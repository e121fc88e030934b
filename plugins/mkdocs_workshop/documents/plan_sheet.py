"""The lesson plan of a module as a document: what accreditation asks for. For facilitators."""

from collections.abc import Iterable, Iterator, Sequence

from ..edition import Edition
from ..reading.curriculum import ModuleParts
from .framed import closing, framed
from .lesson_plan import AssessedBy, LessonPlan, Objective, PlannedActivity, lesson_plan
from .texts import Texts
from .tree.blocks import Block, Item, List, Paragraph
from .tree.books import Activity, Step
from .tree.document import (
    Aside,
    Captioned,
    Cell,
    Document,
    Facts,
    Grid,
    Messages,
    Part,
    Small,
    Titled,
    heading,
    listed,
    text,
)
from .tree.forms import Words
from .tree.proof import inline_words


def plan(edition: Edition, module: ModuleParts) -> Document:
    """The lesson plan."""
    say, made = edition.say, lesson_plan(edition, module)
    parts: list[Part] = [_facts(edition, made), heading(2, say("module.outcomes")), *_objectives(made)]
    if made.before:
        parts.append(Aside(say("session.before-you-teach"), (listed(made.before),)))
    parts += [heading(2, say("lesson-plan.activities")), _overview(edition, made)]
    parts += [_activity(edition, activity) for activity in made.activities]
    parts += [heading(2, say("lesson-plan.assessment")), _assessment(edition, made.assessment)]
    if made.pass_mark:
        parts.append(Small(text(say("check.pass", mark=made.pass_mark))))
    parts.append(Paragraph(text(say("syllabus.criterion.seen"))))
    parts.append(Messages(say("module.key-messages"), made.key_messages))
    parts += [heading(2, say("lesson-plan.changes")), _changes(edition, made)]
    return framed(
        edition,
        module,
        "lesson-plan",
        module.id,
        (*parts, closing(edition, (tuple(parts), _read(edition, module)))),
        title=made.title,
        what=f"{say('lesson-plan.name')} · {made.theme}",
        use=inline_words(made.purpose),
        mark=say("role.facilitator-only"),
        listed=say("lesson-plan.title", title=made.title),
        frame="plan",
    )


def _read(edition: Edition, module: ModuleParts) -> tuple[Block, ...]:
    """The reading, whose sources are the literature of the lesson."""
    texts = Texts(edition)
    return tuple(
        block for section in (module.reading.sections if module.reading else ()) for block in texts.blocks(section.text)
    )


def _facts(edition: Edition, made: LessonPlan) -> Facts:
    say = edition.say
    least, most = (edition.number(hours) for hours in made.academic_hours)
    hours = say("lesson-plan.hours", hours=least if least == most else f"{least}–{most}", minutes=made.academic_hour)
    return Facts(
        (
            (say("lesson-plan.audiences"), ", ".join(made.audiences)),
            (say("lesson-plan.time"), f"{edition.minutes(made.minutes)} · {hours}"),
            (say("lesson-plan.methods"), ", ".join(made.methods)),
            (say("lesson-plan.prerequisites"), ", ".join(made.prerequisites) or say("lesson-plan.none")),
            (say("lesson-plan.version"), made.version),
            (say("lesson-plan.created"), made.created),
            (say("lesson-plan.revised"), made.revised),
            (say("module.reviewed"), made.reviewed),
            (say("module.review-by"), made.review_by),
        )
    )


def _objectives(made: LessonPlan) -> Iterator[Part]:
    for kind, objectives in made.objectives:
        yield Titled(kind, (_numbered(objectives),))


def _numbered(objectives: Sequence[Objective]) -> List:
    """Objectives with their numbers, which go on through all kinds."""
    items = tuple(Item((Paragraph(objective.text),)) for objective in objectives)
    return List(ordered=True, items=items, first=objectives[0].number)


def _overview(edition: Edition, made: LessonPlan) -> Grid:
    """All activities in one table: minutes, method, objectives, materials."""
    say = edition.say
    rows = []
    for activity in made.activities:
        things = [f"{thing.quantity} × {thing.item}{_per(edition, thing.per)}" for thing in activity.materials]
        things += [f"{paper.title} ({paper.size}){_per(edition, paper.copies)}" for paper in activity.papers]
        cells = (
            f"{activity.number}. {activity.title}",
            edition.minutes(activity.minutes),
            f"{activity.method}, {activity.grouping}",
            ", ".join(map(str, activity.objectives)) or "–",
            "; ".join(things) or "–",
        )
        rows.append(tuple((text(cell),) for cell in cells))
    keys = ("activity", "time", "method", "objectives", "materials")
    return Grid((1.2, 18, 1.0, 18, 2.6), tuple(say(f"lesson-plan.{key}") for key in keys), tuple(rows))


def _per(edition: Edition, per: str) -> str:
    return "" if per == "room" else " " + edition.say(f"per.{per}")


def _activity(edition: Edition, made: PlannedActivity) -> Activity:
    say = edition.say
    steps = (
        Step(step.text, say("minutes.short", n=step.minutes) if step.minutes else "", step.cues) for step in made.steps
    )
    short = (Captioned(say("session.if-short"), made.if_short),) if made.if_short else ()
    return Activity(
        str(made.number),
        edition.minutes(made.minutes),
        made.title,
        f"{made.method} · {made.grouping}",
        tuple(steps),
        (*short, *notes(edition, made.notes)),
    )


def notes(edition: Edition, tree: tuple[Block, ...]) -> tuple[Part, ...]:
    """The facilitator's notes of an activity, in the lesson plan and in the guide; nothing where there are none."""
    return (Aside(edition.say("guide.notes"), tree),) if tree else ()


def _assessment(edition: Edition, entries: Iterable[AssessedBy]) -> Grid:
    """Which question and which activity shows that an objective was reached."""
    rows = []
    for entry in entries:
        objective = (*text(f"{entry.objective.number}. "), *entry.objective.text)
        activities = [(number, text(title)) for number, title in entry.activities]
        rows.append(((objective,), _lines(entry.questions), _lines(activities)))
    head = tuple(edition.say(f"lesson-plan.{key}") for key in ("objective", "question", "seen-in"))
    return Grid((1.1, 1.4, 1.0), head, tuple(rows))


def _lines(entries: Iterable[tuple[int, Words]]) -> Cell:
    return tuple((*text(f"{number}. "), *words) for number, words in entries) or (text("–"),)


def _changes(edition: Edition, made: LessonPlan) -> Grid:
    head = tuple(edition.say(f"lesson-plan.{key}") for key in ("version", "date", "change"))
    rows = tuple(((text(item.version),), (text(item.date),), (text(item.text),)) for item in made.changes)
    return Grid((18, 40, 1.0), head, rows)
