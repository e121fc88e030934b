"""Ids across files: which are given twice, and which name nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..ground.problems import Kind, Listed, Problem, did_you_mean, sentences
from ..model.check import MultipleQuestion, OrderQuestion, SingleQuestion
from ..model.evidence import COUNTRY_GROUPS
from ..model.figure import PathFigure
from ..model.instrument import KnowledgeItem, ScenarioItem
from .references import File, case_questions, items_of, references
from .yaml import Loc

KINDS: Mapping[str, Kind] = {
    "W301": Kind("An id is given twice", "Give one of the two another id; ids must be unique in the whole curriculum."),
    "W302": Kind("An id names something that does not exist", "Check the id, or add the thing."),
    "W303": Kind(
        "A key that answers nothing, or a question without a key", "Give each question exactly one answer in `key`."
    ),
}


@dataclass(frozen=True)
class Known:
    """Ids that exist."""

    ids: Mapping[str, frozenset[str]]
    """By kind, for the whole curriculum."""
    outcomes: Mapping[str, frozenset[str]]
    """By module."""
    slides: Mapping[str, frozenset[str]]
    """By module."""


def doubled_ids(files: Iterable[File]) -> Iterator[Problem]:
    """Ids that two things of one kind share: papers and figures across modules, parts within a file.

    Two handouts `card`, of two modules, give W301 at the second one; so do two steps `ask` of one list.
    """
    seen: dict[tuple[str, str], str] = {}
    listed = Listed()
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
                if id_ in here and listed.room("", file.source.path):
                    yield file.source.problem(
                        (*loc, "id"), "W301", f"the id `{id_}` is given twice", KINDS["W301"].advice
                    )
                here.add(id_)
    yield from listed.rest()


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
        "curriculum": ("themes", "audiences", "methods", "moments"),
    }
    for name in lists.get(file.kind, ()):
        yield [((name, index), item.id) for index, item in enumerate(getattr(model, name))]
    if file.kind == "check":
        for index, question in enumerate(model.questions):
            if isinstance(question, OrderQuestion):
                yield [(("questions", index, "items", place), item.id) for place, item in enumerate(question.items)]
            if isinstance(question, SingleQuestion | MultipleQuestion):
                yield [
                    (("questions", index, "options", place), option.id) for place, option in enumerate(question.options)
                ]
    if file.kind == "module":
        for index, activity in enumerate(model.activities):
            yield [(("activities", index, "steps", place), id_) for place, id_ in enumerate(activity.step_ids)]
            yield [(("activities", index, "stations", at), station.id) for at, station in enumerate(activity.stations)]
    if file.kind == "programme":
        yield [
            (("days", day, "slots", index), slot.id)
            for day, timed in enumerate(model.days)
            for index, slot in enumerate(timed.slots)
            if hasattr(slot, "id")
        ]
    if file.kind == "instrument":
        yield [(("scales", index), scale.id) for index, scale in enumerate(model.scales)]
        yield [(("sections", index), section.id) for index, section in enumerate(model.sections)]
        yield [(loc, item.id) for loc, item in items_of(model)]
        for loc, item in items_of(model):
            if isinstance(item, KnowledgeItem | ScenarioItem):
                yield [((*loc, "options", place), option.id) for place, option in enumerate(item.options)]
    if file.kind == "case":
        yield [(loc, question.id) for loc, question in case_questions(model)]
    if isinstance(model, PathFigure):
        yield [(("steps", index), step.id) for index, step in enumerate(model.steps)]


def broken_references(files: Iterable[File], known: Known, incomplete: frozenset[str]) -> Iterator[Problem]:
    """Ids that name nothing. Kinds of which a file could not be read are passed over: the id may well exist.

    A slot with `session: oppening` gives a problem at that word, and asks whether `opening` is meant.
    """
    list_files = {
        "fact": "facts",
        "source": "sources",
        "topic": "topics",
        "theme": "curriculum",
        "audience": "curriculum",
        "method": "curriculum",
        "moment": "curriculum",
        "slide": "deck",
        "activity": "module",
        "outcome of a module": "module",
        "handout of a module": "handout",
        "level of confidence": "curriculum",
    }
    listed = Listed()
    for file in files:
        for ref in references(file):
            if ref.kind == "scale":
                # Said below, once for each scale.
                continue
            if list_files.get(ref.kind, ref.kind) in incomplete:
                continue
            ids = _ids_for(ref.kind, file, known)
            if ids is not None and ref.id not in ids and listed.room("", file.source.path):
                advice = did_you_mean(ref.id, ids) or KINDS["W302"].advice
                yield file.source.problem(ref.loc, "W302", f"there is no {ref.kind} `{ref.id}`", advice)
        if file.kind == "instrument":
            yield from _missing_scales(file)
            yield from _wrong_item_keys(file)
        if file.kind == "case":
            yield from _unanswered(file)
        if file.kind == "check":
            yield from _wrong_keys(file)
    yield from listed.rest()


def _ids_for(kind: str, file: File, known: Known) -> frozenset[str] | None:
    if kind == "outcome":
        return known.outcomes.get(file.ids[0])
    if kind == "slide":
        return known.slides.get(file.ids[0], frozenset())
    if kind == "step" and isinstance(file.model, PathFigure):
        return frozenset(step.id for step in file.model.steps)
    if kind == "group of the country sheet":
        return frozenset(group.id for group in file.model.groups) or frozenset(COUNTRY_GROUPS)
    return known.ids[kind]


def _missing_scales(file: File) -> Iterator[Problem]:
    """Each missing scale once: where a whole test names it, the mistake is most likely one letter in the scale."""
    known = [scale.id for scale in file.model.scales]
    places: dict[str, list[Loc]] = {}
    for ref in references(file):
        if ref.kind == "scale" and ref.id not in known:
            places.setdefault(ref.id, []).append(ref.loc)
    for id_, found in places.items():
        message, advice = f"there is no scale `{id_}`", did_you_mean(id_, known)
        if len(found) > 1:
            message += f"; {len(found)} items name it"
            advice = sentences(advice, "Change the id of the scale, or the items.")
        yield file.source.problem(found[0], "W302", message, advice or KINDS["W302"].advice)


def _unanswered(file: File) -> Iterator[Problem]:
    answers = [answer.question for answer in file.model.key]
    questions = [question.id for _, question in case_questions(file.model)]
    for loc, question in case_questions(file.model):
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


def _wrong_item_keys(file: File) -> Iterator[Problem]:
    for loc, item in items_of(file.model):
        if not isinstance(item, KnowledgeItem | ScenarioItem):
            continue
        options = [option.id for option in item.options]
        if item.key not in options:
            advice = did_you_mean(item.key, options) or f"Possible: {', '.join(options)}."
            yield file.source.problem((*loc, "key"), "W303", f"there is no option `{item.key}`", advice)
