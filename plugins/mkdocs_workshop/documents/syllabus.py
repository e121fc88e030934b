"""The syllabus of the whole course, as police academies file it: modules, hours, outcomes, how they are assessed, literature."""

from collections.abc import Sequence

from ..edition import Edition
from .framed import closing, framed
from .lesson_plan import LessonPlan, lesson_plan
from .texts import Texts
from .tree.blocks import Item, List, Paragraph
from .tree.document import Document, Facts, Grid, Part, Titled, heading, listed, text
from .tree.forms import Words

NAME = "course"
"""Its id, for ever."""


def syllabus(edition: Edition) -> Document:
    """The syllabus, for facilitators."""
    say, manual, texts = edition.say, edition.curriculum.manual, Texts(edition)
    plans = [lesson_plan(edition, parts) for parts in edition.curriculum.modules.values()]
    readings = tuple(
        texts.blocks(section.text)
        for parts in edition.curriculum.modules.values()
        for section in (parts.reading.sections if parts.reading else ())
    )
    parts: tuple[Part, ...] = (
        _facts(edition, plans),
        Paragraph(texts.line(manual.summary)),
        heading(2, say("syllabus.modules")),
        _modules(edition, plans),
        heading(2, say("module.outcomes")),
        *(_outcomes(made) for made in plans),
        heading(2, say("syllabus.criteria")),
        listed(_criteria(edition)),
    )
    return framed(
        edition,
        None,
        "syllabus",
        NAME,
        (*parts, closing(edition, (*parts, readings))),
        title=edition.plain(manual.title),
        what=say("syllabus.name"),
        mark=say("role.facilitator-only"),
        listed=say("syllabus.title", title=edition.plain(manual.title)),
        frame="plan",
    )


def hours_words(edition: Edition, plans: Sequence[LessonPlan]) -> str:
    """The academic hours of some modules: "4.5", or "4–5.5" where they have ranges."""
    least, most = (edition.number(sum(plan.academic_hours[end] for plan in plans)) for end in (0, 1))
    return least if least == most else f"{least}–{most}"


def _facts(edition: Edition, plans: Sequence[LessonPlan]) -> Facts:
    say = edition.say
    hours = say("lesson-plan.hours", hours=hours_words(edition, plans), minutes=plans[0].academic_hour)
    return Facts(
        (
            (say("lesson-plan.audiences"), ", ".join(edition.audiences.values())),
            (say("lesson-plan.time"), hours),
            (say("syllabus.modules"), str(len(plans))),
            (say("lesson-plan.version"), edition.version()),
            (say("lesson-plan.revised"), edition.date(edition.changed())),
        )
    )


def _modules(edition: Edition, plans: Sequence[LessonPlan]) -> Grid:
    say = edition.say
    rows = []
    for number, made in enumerate(plans, 1):
        check = say("check.pass", mark=made.pass_mark) if made.pass_mark else "–"
        cells = (
            f"{number}. {made.title}",
            hours_words(edition, [made]),
            ", ".join(made.methods),
            ", ".join(made.prerequisites) or say("lesson-plan.none"),
            check,
        )
        rows.append(tuple((text(cell),) for cell in cells))
    head = (
        say("syllabus.module"),
        say("syllabus.hours"),
        say("lesson-plan.methods"),
        say("lesson-plan.prerequisites"),
        say("lesson-plan.assessment"),
    )
    return Grid((1.4, 30, 1.4, 1.0, 1.0), head, tuple(rows))


def _outcomes(made: LessonPlan) -> Titled:
    objectives = [objective for _, kind in made.objectives for objective in kind]
    items = tuple(Item((Paragraph(objective.text),)) for objective in objectives)
    return Titled(made.title, (List(ordered=True, items=items, first=1),))


def _criteria(edition: Edition) -> list[Words]:
    return [text(edition.say(f"syllabus.criterion.{name}")) for name in ("check", "seen", "forms")]
