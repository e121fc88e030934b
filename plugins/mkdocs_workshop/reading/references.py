"""Which ids a file names, and what holds ids in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from ..model.deck import CaseSlide, FigureSlide, FigureWordsSlide, NumberPairSlide, NumberSlide
from ..model.figure import PathFigure
from ..model.instrument import SessionsItem, StatementItem
from ..model.programme import PauseSlot, SessionSlot
from .yaml import Loc, SourceFile


class File(Protocol):
    """What this module needs to know of a file that was read."""

    @property
    def source(self) -> SourceFile:
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


class Reference(NamedTuple):
    """An id at a place."""

    loc: Loc
    kind: str
    id: str


def _each(loc: Loc, kind: str, ids: Iterable[str]) -> Iterator[Reference]:
    return (Reference((*loc, index), kind, id_) for index, id_ in enumerate(ids))


def references(file: File) -> Iterator[Reference]:
    """All ids that a file names, with their places.

    For example `Reference(("theme",), "theme", "health")` for "theme: health" in a module.
    """
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
        yield Reference((*loc, "method"), "method", activity.method)
        yield from _each((*loc, "outcomes"), "outcome", activity.outcomes)
        yield from _each((*loc, "assesses"), "outcome", activity.assesses)
        yield from _each((*loc, "topics"), "topic", activity.topics)
        yield from _each((*loc, "handouts"), "handout", activity.handouts)
        yield from _each((*loc, "cases"), "case", activity.cases)
        yield from _each((*loc, "slides"), "slide", activity.slides)
        for place, step in enumerate(activity.steps):
            here = (*loc, "steps", place)
            yield from _each((*here, "slides"), "slide", step.slides)
            yield from _each((*here, "handouts"), "handout", step.handouts)
            if step.figure is not None:
                yield Reference((*here, "figure"), "figure", step.figure)
        for place, station in enumerate(activity.stations):
            yield from _each((*loc, "stations", place, "handouts"), "handout", station.handouts)
        for place, cue in enumerate(activity.cues):
            if cue.slide is not None:
                yield Reference((*loc, "cues", place, "slide"), "slide", cue.slide)


def _of_check(check: Any) -> Iterator[Reference]:
    for index, question in enumerate(check.questions):
        yield Reference(("questions", index, "outcome"), "outcome", question.outcome)


def _of_deck(deck: Any) -> Iterator[Reference]:
    for index, slide in enumerate(deck.slides):
        if isinstance(slide, FigureSlide | FigureWordsSlide):
            yield Reference(("slides", index, "figure"), "figure", slide.figure)
        elif isinstance(slide, NumberSlide):
            yield Reference(("slides", index, "fact"), "fact", slide.fact)
        elif isinstance(slide, NumberPairSlide):
            for side, counted in (("left", slide.left), ("right", slide.right)):
                yield Reference(("slides", index, side, "fact"), "fact", counted.fact)
        elif isinstance(slide, CaseSlide):
            yield Reference(("slides", index, "case"), "case", slide.case)


def _of_handout(handout: Any) -> Iterator[Reference]:
    yield from _each(("audiences",), "audience", handout.audiences)
    yield from _each(("moments",), "moment", handout.moments)
    if handout.easy is not None and handout.easy.figure is not None:
        yield Reference(("easy", "figure"), "figure", handout.easy.figure)


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
            loc = ("days", day, "slots", index)
            if not isinstance(slot, PauseSlot):
                yield from _each((*loc, "handouts"), "handout of a module", slot.handouts)
                yield from _each((*loc, "instruments"), "instrument", slot.instruments)
            if isinstance(slot, SessionSlot):
                if slot.module is not None:
                    yield Reference((*loc, "module"), "module", slot.module)
                yield from _each((*loc, "activities"), "activity", slot.activities)


def items_of(instrument: Any) -> Iterator[tuple[Loc, Any]]:
    """The items of an instrument with their places. The first one has the place `("sections", 0, "items", 0)`."""
    for place, section in enumerate(instrument.sections):
        for index, item in enumerate(section.items):
            yield ("sections", place, "items", index), item


def _of_instrument(instrument: Any) -> Iterator[Reference]:
    yield from _each(("audiences",), "audience", instrument.audiences)
    for loc, item in items_of(instrument):
        if isinstance(item, StatementItem | SessionsItem):
            yield Reference((*loc, "scale"), "scale", item.scale)
        if isinstance(item, StatementItem):
            yield from _each((*loc, "outcomes"), "outcome of a module", item.outcomes)


def _of_event(event: Any) -> Iterator[Reference]:
    if event.programme is not None:
        yield Reference(("programme",), "programme", event.programme)
    for index, group in enumerate(event.groups):
        yield Reference(("groups", index, "audience"), "audience", group.audience)
    for index, form in enumerate(event.forms):
        if form.instrument is not None:
            yield Reference(("forms", index, "instrument"), "instrument", form.instrument)
    yield from _each(("sources",), "source", event.sources)


def _of_results(results: Any) -> Iterator[Reference]:
    if results.published_in is not None:
        yield Reference(("published_in",), "source", results.published_in)
    for index, form in enumerate(results.forms):
        yield Reference(("forms", index, "instrument"), "instrument", form.instrument)
        if form.audience is not None:
            yield Reference(("forms", index, "audience"), "audience", form.audience)


def _of_delivered(delivered: Any) -> Iterator[Reference]:
    for place, day in enumerate(delivered.days):
        for index, line in enumerate(day.lines):
            if line.activity is not None:
                yield Reference(("days", place, "lines", index, "activity"), "activity", line.activity)


def _of_facts(facts: Any) -> Iterator[Reference]:
    for index, fact in enumerate(facts.facts):
        yield from _each(("facts", index, "sources"), "source", fact.sources)
        yield Reference(("facts", index, "confidence"), "level of confidence", fact.confidence)


def _of_country(country: Any) -> Iterator[Reference]:
    if country.inherits is not None:
        yield Reference(("inherits",), "country", country.inherits)
    for index, entry in enumerate(country.entries):
        yield from _each(("entries", index, "sources"), "source", entry.sources)
        yield Reference(("entries", index, "group"), "group of the country sheet", entry.group)
        if entry.confidence is not None:
            yield Reference(("entries", index, "confidence"), "level of confidence", entry.confidence)


def _of_manual(manual: Any) -> Iterator[Reference]:
    yield Reference(("country",), "country", manual.country)
    yield Reference(("programme",), "programme", manual.programme)
    if manual.covers_topics is not None:
        yield Reference(("covers_topics",), "programme", manual.covers_topics)
    for index, method in enumerate(manual.methods):
        yield Reference(("methods", index, "like"), "method of every curriculum", method.like)


_FINDERS: Mapping[str, Callable[[Any], Iterator[Reference]]] = {
    "module": _of_module,
    "check": _of_check,
    "deck": _of_deck,
    "handout": _of_handout,
    "case": _of_case,
    "figure": _of_figure,
    "programme": _of_programme,
    "instrument": _of_instrument,
    "event": _of_event,
    "results": _of_results,
    "delivered": _of_delivered,
    "facts": _of_facts,
    "country": _of_country,
    "curriculum": _of_manual,
}


def case_questions(case: Any) -> Iterator[tuple[Loc, Any]]:
    """The questions of a case study with their places: of the variants, then of everybody.

    The first question for everybody has the place `("questions", 0)`.
    """
    for place, variant in enumerate(case.variants):
        for index, question in enumerate(variant.questions):
            yield ("variants", place, "questions", index), question
    for index, question in enumerate(case.questions):
        yield ("questions", index), question
