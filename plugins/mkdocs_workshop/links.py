"""Which ids a file names, and which of them exist."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from .model.check import MultipleQuestion, SingleQuestion
from .model.deck import CaseSlide, FigureSlide, NumberSlide
from .model.figure import PathFigure
from .model.programme import SessionSlot
from .problems import Kind, Problem, did_you_mean
from .source import Loc, Source

KINDS: Mapping[str, Kind] = {
    "W301": Kind("An id is given twice", "Give one of the two another id; ids must be unique in the whole curriculum."),
    "W302": Kind("An id names something that does not exist", "Check the id, or add the thing."),
    "W303": Kind(
        "A key that answers nothing, or a question without a key", "Give each question exactly one answer in `key`."
    ),
}


class File(Protocol):
    """What this module needs to know of a file that was read."""

    @property
    def source(self) -> Source:
        """Text and places."""

    @property
    def kind(self) -> str:
        """Kind of file."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids in the path."""

    @property
    def model(self) -> Any:
        """What the file means."""


@dataclass(frozen=True)
class Known:
    """Ids that exist."""

    ids: Mapping[str, frozenset[str]]
    """By kind, for the whole curriculum."""
    outcomes: Mapping[str, frozenset[str]]
    """By module."""
    slides: Mapping[str, frozenset[str]]
    """By module."""


class Reference(NamedTuple):
    """An id at a place."""

    loc: Loc
    kind: str
    id: str


def doubled_ids(files: Iterable[File]) -> Iterator[Problem]:
    """Ids that two things of one kind share: papers and figures across modules, parts within a file."""
    seen: dict[tuple[str, str], str] = {}
    for file in files:
        if file.kind in {"handout", "case", "figure"}:
            first = seen.setdefault((file.kind, file.ids[-1]), file.source.path)
            if first != file.source.path:
                yield file.source.problem(
                    (), "W301", f"the id `{file.ids[-1]}` stands in {first} already", KINDS["W301"].advice
                )
        for places in _id_lists(file):
            here: set[str] = set()
            for loc, id_ in places:
                if id_ in here:
                    yield file.source.problem(
                        (*loc, "id"), "W301", f"the id `{id_}` is given twice", KINDS["W301"].advice
                    )
                here.add(id_)


def _id_lists(file: File) -> Iterator[list[tuple[Loc, str]]]:
    """The lists of a file whose members must differ in their ids."""
    model = file.model
    lists: dict[str, tuple[str, ...]] = {
        "module": ("outcomes", "activities"),
        "reading": ("sections",),
        "handout": ("sections",),
        "check": ("questions",),
        "deck": ("slides",),
        "facts": ("facts",),
        "sources": ("references",),
        "glossary": ("terms",),
        "topics": ("topics",),
        "country": ("entries",),
        "curriculum": ("themes", "audiences"),
    }
    for name in lists.get(file.kind, ()):
        yield [((name, index), item.id) for index, item in enumerate(getattr(model, name))]
    if file.kind == "check":
        for index, question in enumerate(model.questions):
            if isinstance(question, SingleQuestion | MultipleQuestion):
                yield [
                    (("questions", index, "options", place), option.id) for place, option in enumerate(question.options)
                ]
    if file.kind == "programme":
        yield [
            (("days", day, "slots", index), slot.id)
            for day, timed in enumerate(model.days)
            for index, slot in enumerate(timed.slots)
            if hasattr(slot, "id")
        ]
    if file.kind == "case":
        yield [(loc, question.id) for loc, question in _case_questions(model)]
    if isinstance(model, PathFigure):
        yield [(("steps", index), step.id) for index, step in enumerate(model.steps)]


def broken_references(files: Iterable[File], known: Known, incomplete: frozenset[str]) -> Iterator[Problem]:
    """Ids that name nothing. Kinds of which a file could not be read are passed over: the id may well exist."""
    list_files = {
        "fact": "facts",
        "source": "sources",
        "topic": "topics",
        "theme": "curriculum",
        "audience": "curriculum",
        "slide": "deck",
    }
    for file in files:
        for ref in _references(file):
            if list_files.get(ref.kind, ref.kind) in incomplete or (ref.kind == "activity" and "module" in incomplete):
                continue
            ids = _ids_for(ref.kind, file, known)
            if ids is not None and ref.id not in ids:
                advice = did_you_mean(ref.id, ids) or KINDS["W302"].advice
                yield file.source.problem(ref.loc, "W302", f"there is no {ref.kind} `{ref.id}`", advice)
        if file.kind == "case":
            yield from _unanswered(file)
        if file.kind == "check":
            yield from _wrong_keys(file)


def _ids_for(kind: str, file: File, known: Known) -> frozenset[str] | None:
    if kind == "outcome":
        return known.outcomes.get(file.ids[0])
    if kind == "slide":
        return known.slides.get(file.ids[0], frozenset())
    if kind == "step" and isinstance(file.model, PathFigure):
        return frozenset(step.id for step in file.model.steps)
    return known.ids[kind]


def _each(loc: Loc, kind: str, ids: Iterable[str]) -> Iterator[Reference]:
    return (Reference((*loc, index), kind, id_) for index, id_ in enumerate(ids))


def _references(file: File) -> Iterator[Reference]:
    finder = _FINDERS.get(file.kind)
    if finder:
        yield from finder(file.model)


def _of_module(plan: Any) -> Iterator[Reference]:
    yield Reference(("theme",), "theme", plan.theme)
    yield from _each(("audiences",), "audience", plan.audiences)
    yield from _each(("prerequisites",), "module", plan.prerequisites)
    yield from _each(("sources",), "source", plan.sources)
    for index, activity in enumerate(plan.activities):
        loc = ("activities", index)
        yield from _each((*loc, "outcomes"), "outcome", activity.outcomes)
        yield from _each((*loc, "assesses"), "outcome", activity.assesses)
        yield from _each((*loc, "topics"), "topic", activity.topics)
        yield from _each((*loc, "handouts"), "handout", activity.handouts)
        yield from _each((*loc, "cases"), "case", activity.cases)
        yield from _each((*loc, "slides"), "slide", activity.slides)


def _of_check(check: Any) -> Iterator[Reference]:
    for index, question in enumerate(check.questions):
        yield Reference(("questions", index, "outcome"), "outcome", question.outcome)


def _of_deck(deck: Any) -> Iterator[Reference]:
    for index, slide in enumerate(deck.slides):
        if isinstance(slide, FigureSlide):
            yield Reference(("slides", index, "figure"), "figure", slide.figure)
        elif isinstance(slide, NumberSlide):
            yield Reference(("slides", index, "fact"), "fact", slide.fact)
        elif isinstance(slide, CaseSlide):
            yield Reference(("slides", index, "case"), "case", slide.case)


def _of_handout(handout: Any) -> Iterator[Reference]:
    yield from _each(("audiences",), "audience", handout.audiences)


def _of_case(case: Any) -> Iterator[Reference]:
    for index, variant in enumerate(case.variants):
        yield Reference(("variants", index, "audience"), "audience", variant.audience)


def _of_figure(figure: Any) -> Iterator[Reference]:
    if isinstance(figure, PathFigure):
        for index, step in enumerate(figure.steps):
            for name in ("next", "yes", "no"):
                if getattr(step, name) is not None:
                    yield Reference(("steps", index, name), "step", getattr(step, name))


def _of_programme(programme: Any) -> Iterator[Reference]:
    yield from _each(("audiences",), "audience", programme.audiences)
    for day, timed in enumerate(programme.days):
        for index, slot in enumerate(timed.slots):
            if isinstance(slot, SessionSlot):
                loc = ("days", day, "slots", index)
                if slot.module is not None:
                    yield Reference((*loc, "module"), "module", slot.module)
                yield from _each((*loc, "activities"), "activity", slot.activities)


def _of_facts(facts: Any) -> Iterator[Reference]:
    for index, fact in enumerate(facts.facts):
        yield from _each(("facts", index, "sources"), "source", fact.sources)


def _of_country(country: Any) -> Iterator[Reference]:
    for index, entry in enumerate(country.entries):
        yield from _each(("entries", index, "sources"), "source", entry.sources)


def _of_manual(manual: Any) -> Iterator[Reference]:
    yield Reference(("country",), "country", manual.country)
    yield Reference(("programme",), "programme", manual.programme)
    if manual.covers_topics is not None:
        yield Reference(("covers_topics",), "programme", manual.covers_topics)


_FINDERS: Mapping[str, Callable[[Any], Iterator[Reference]]] = {
    "module": _of_module,
    "check": _of_check,
    "deck": _of_deck,
    "handout": _of_handout,
    "case": _of_case,
    "figure": _of_figure,
    "programme": _of_programme,
    "facts": _of_facts,
    "country": _of_country,
    "curriculum": _of_manual,
}


def _case_questions(case: Any) -> Iterator[tuple[Loc, Any]]:
    for place, variant in enumerate(case.variants):
        for index, question in enumerate(variant.questions):
            yield ("variants", place, "questions", index), question
    for index, question in enumerate(case.questions):
        yield ("questions", index), question


def _unanswered(file: File) -> Iterator[Problem]:
    answers = [answer.question for answer in file.model.key]
    questions = [question.id for _, question in _case_questions(file.model)]
    for loc, question in _case_questions(file.model):
        if question.id not in answers:
            yield file.source.problem(
                (*loc, "id"), "W303", f"the question `{question.id}` has no answer in `key`", KINDS["W303"].advice
            )
    for index, answer in enumerate(answers):
        if answer not in questions:
            advice = did_you_mean(answer, questions) or KINDS["W303"].advice
            yield file.source.problem(("key", index, "question"), "W303", f"there is no question `{answer}`", advice)


def _wrong_keys(file: File) -> Iterator[Problem]:
    for index, question in enumerate(file.model.questions):
        if not isinstance(question, SingleQuestion | MultipleQuestion):
            continue
        options = [option.id for option in question.options]
        keys = [question.key] if isinstance(question, SingleQuestion) else list(question.key)
        for key in keys:
            if key not in options:
                advice = did_you_mean(key, options) or f"Possible: {', '.join(options)}."
                yield file.source.problem(("questions", index, "key"), "W303", f"there is no option `{key}`", advice)
