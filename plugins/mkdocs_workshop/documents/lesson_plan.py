"""The lesson plan of a module as plain data, the same for PDF and Word. For facilitators."""

from dataclasses import dataclass

from ..clock import Span, span
from ..edition import Edition
from ..model.module import Activity, Material
from ..reading.curriculum import ModuleParts
from ..teaching.bloom import level_of
from ..teaching.stations import materials_of
from .cues import cue_blocks, notes_of, short_line
from .stations import station_blocks
from .texts import Texts
from .tree.blocks import Block, Inline, Text

ACADEMIC_HOUR = 45
"""Minutes, where no programme of the curriculum says otherwise."""
KINDS = ("knowledge", "skill", "attitude")


@dataclass(frozen=True)
class Objective:
    """An outcome of the module."""

    number: int
    """Counts through all kinds, so that activities and questions can name it."""
    id: str
    text: tuple[Inline, ...]


@dataclass(frozen=True)
class PlannedMaterial:
    """A thing to bring."""

    item: str
    quantity: int
    per: str
    """`person`, `pair`, `group` or `room`."""


@dataclass(frozen=True)
class PlannedPaper:
    """A handout or a case study that is given out."""

    kind: str
    """`handout` or `case`."""
    id: str
    title: str
    copies: str
    """`person`, `pair`, `group` or `room`."""
    size: str
    """`A4`."""


@dataclass(frozen=True)
class PlannedStep:
    """A step of an activity."""

    text: tuple[Inline, ...]
    minutes: int | None
    cues: tuple[Block, ...] = ()


@dataclass(frozen=True)
class PlannedActivity:
    """An activity, in the order in which it is taught."""

    number: int
    id: str
    title: str
    method: str
    """In words: "Group discussion"."""
    grouping: str
    """In words: "small groups"."""
    minutes: Span
    steps: tuple[PlannedStep, ...]
    materials: tuple[PlannedMaterial, ...]
    papers: tuple[PlannedPaper, ...]
    objectives: tuple[int, ...]
    """Numbers of the objectives that it serves."""
    notes: tuple[Block, ...]
    if_short: tuple[Inline, ...]
    """Empty where the author gave none."""


@dataclass(frozen=True)
class AssessedBy:
    """How it is seen whether an objective was reached."""

    objective: Objective
    questions: tuple[tuple[int, tuple[Inline, ...]], ...]
    """Number and text of the questions of the knowledge check."""
    activities: tuple[tuple[int, str], ...]
    """Number and title of the activities in which the facilitator can see it."""


@dataclass(frozen=True)
class PlannedChange:
    """A version."""

    version: str
    date: str
    text: str


@dataclass(frozen=True)
class LessonPlan:
    """Everything that an academy asks for in a lesson plan."""

    id: str
    title: str
    theme: str
    colour: str
    purpose: tuple[Inline, ...]
    audiences: tuple[str, ...]
    prerequisites: tuple[str, ...]
    minutes: Span
    academic_hour: int
    """Minutes of one academic hour."""
    methods: tuple[str, ...]
    objectives: tuple[tuple[str, tuple[Objective, ...]], ...]
    """By kind, in words: "Knowledge", its objectives. Kinds without objectives are left out."""
    before: tuple[tuple[Inline, ...], ...]
    activities: tuple[PlannedActivity, ...]
    key_messages: tuple[tuple[Inline, ...], ...]
    assessment: tuple[AssessedBy, ...]
    pass_mark: int | None
    """Per cent; None where the module has no knowledge check."""
    version: str
    created: str
    """Dates as people read them."""
    revised: str
    reviewed: str
    review_by: str
    changes: tuple[PlannedChange, ...]
    """Newest first."""

    @property
    def academic_hours(self) -> tuple[float, float]:
        """The least and the most, rounded to half an hour upwards."""
        halves = [-(-2 * minutes // self.academic_hour) / 2 for minutes in (self.minutes.least, self.minutes.most)]
        return halves[0], halves[1]


def lesson_plan(edition: Edition, parts: ModuleParts) -> LessonPlan:
    """The lesson plan of a module."""
    plan, plain, texts, say = parts.plan, edition.plain, Texts(edition), edition.say
    modules = edition.curriculum.modules
    by_kind = [(kind, [outcome for outcome in plan.outcomes if outcome.kind == kind]) for kind in KINDS]
    objectives: dict[str, Objective] = {}
    for _, outcomes in by_kind:
        for outcome in outcomes:
            level = level_of(outcome, edition.language)
            line = (*texts.line(outcome.text), *((Text(f" [{say(f'level.{level}')}]"),) if level else ()))
            objectives[outcome.id] = Objective(len(objectives) + 1, outcome.id, line)
    hours = [programme.academic_hour for programme in edition.curriculum.programmes.values()]
    theme = edition.theme(parts)
    changes = tuple(PlannedChange(item.version, edition.date(item.on), plain(item.text)) for item in plan.changes)
    return LessonPlan(
        id=parts.id,
        title=plain(plan.title),
        theme=plain(theme.name),
        colour=theme.colour,
        purpose=texts.line(plan.purpose),
        audiences=tuple(edition.audiences[audience] for audience in plan.audiences),
        prerequisites=tuple(plain(modules[id_].plan.title) for id_ in plan.prerequisites if id_ in modules),
        minutes=parts.minutes,
        academic_hour=next((hour for hour in hours if hour), ACADEMIC_HOUR),
        methods=tuple(dict.fromkeys(edition.method(activity.method) for activity in plan.activities)),
        objectives=tuple(
            (say(f"outcome.{kind}"), tuple(objectives[outcome.id] for outcome in outcomes))
            for kind, outcomes in by_kind
            if outcomes
        ),
        before=tuple(texts.line(line) for line in plan.before_you_teach),
        activities=tuple(
            _activity(edition, texts, number, activity, objectives)
            for number, activity in enumerate(plan.activities, 1)
        ),
        key_messages=tuple(texts.line(message) for message in plan.key_messages),
        assessment=tuple(_assessed(edition, texts, parts, objective) for objective in objectives.values()),
        pass_mark=parts.check.pass_mark if parts.check else None,
        version=edition.version(parts),
        created=changes[-1].date,
        revised=changes[0].date,
        reviewed=edition.date(plan.reviewed),
        review_by=edition.date(plan.review_by),
        changes=changes,
    )


def _activity(
    edition: Edition,
    texts: Texts,
    number: int,
    activity: Activity,
    objectives: dict[str, Objective],
) -> PlannedActivity:
    say, plain = edition.say, edition.plain
    papers = [
        PlannedPaper(
            "handout", id_, plain(other.handouts[id_].title), other.handouts[id_].copies, other.handouts[id_].paper
        )
        for id_ in activity.all_handouts
        for other in edition.curriculum.modules.values()
        if id_ in other.handouts
    ]
    papers += [
        PlannedPaper("case", id_, plain(other.cases[id_].title), other.cases[id_].copies, "A4")
        for id_ in activity.cases
        for other in edition.curriculum.modules.values()
        if id_ in other.cases
    ]
    return PlannedActivity(
        number=number,
        id=activity.id,
        title=plain(activity.title),
        method=edition.method(activity.method),
        grouping=say(f"grouping.{activity.grouping}"),
        minutes=span(activity.minutes),
        steps=tuple(
            PlannedStep(texts.line(step.text), step.minutes, cue_blocks(texts, activity.cues_at(id_)))
            for id_, step in zip(activity.step_ids, activity.steps, strict=True)
        ),
        materials=tuple(_material(edition, material) for material in materials_of(activity)),
        papers=tuple(papers),
        objectives=tuple(sorted(objectives[id_].number for id_ in activity.outcomes if id_ in objectives)),
        notes=(*station_blocks(texts, activity), *notes_of(texts, activity)),
        if_short=short_line(texts, activity),
    )


def _material(edition: Edition, material: Material) -> PlannedMaterial:
    return PlannedMaterial(edition.plain(material.item), material.quantity, material.per)


def _assessed(edition: Edition, texts: Texts, parts: ModuleParts, objective: Objective) -> AssessedBy:
    questions = enumerate(parts.check.questions if parts.check else (), 1)
    return AssessedBy(
        objective,
        tuple(
            (number, texts.line(question.text)) for number, question in questions if question.outcome == objective.id
        ),
        tuple(
            (number, edition.plain(activity.title))
            for number, activity in enumerate(parts.plan.activities, 1)
            if objective.id in activity.assesses
        ),
    )
