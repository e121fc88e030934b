"""Rules about teaching: everything promised is taught, everything written is used."""

from collections.abc import Iterable, Iterator

from ..model.check import KnowledgeCheck
from ..model.deck import FigureSlide, FigureWordsSlide
from ..model.instrument import StatementItem
from ..model.limits import MAX_SLIDE_WORDS
from ..model.programme import PauseSlot, SessionSlot
from ..reading.curriculum import Curriculum
from ..reading.kinds import Loaded
from ..reading.marks import FigureHere, words_in
from .finding import Finding


def _modules(curriculum: Curriculum) -> Iterator[Loaded]:
    return (file for file in curriculum.files if file.kind == "module")


def outcome_served(curriculum: Curriculum) -> Iterator[Finding]:
    """Each outcome needs an activity."""
    for file in _modules(curriculum):
        served = {id_ for activity in file.model.activities for id_ in activity.outcomes}
        yield from _outcomes_outside(file, served, "no activity serves the outcome")


def outcome_assessed(curriculum: Curriculum) -> Iterator[Finding]:
    """Each outcome needs a question, or an activity in which it can be seen."""
    for file in _modules(curriculum):
        met = {id_ for activity in file.model.activities for id_ in activity.assesses}
        check: KnowledgeCheck | None = curriculum.modules[file.ids[0]].check
        if check is not None:
            met |= {question.outcome for question in check.questions}
        met |= {id_ for module, id_ in _observed(curriculum) if module == file.ids[0]}
        yield from _outcomes_outside(file, met, "nothing assesses the outcome")


def _observed(curriculum: Curriculum) -> Iterator[tuple[str, str]]:
    """Module and outcome of everything that an observation shows."""
    for instrument in curriculum.instruments.values():
        for section in instrument.sections:
            for item in section.items:
                for named in item.outcomes if isinstance(item, StatementItem) else ():
                    module, _, outcome = named.partition("/")
                    yield module, outcome


def _outcomes_outside(file: Loaded, ids: set[str], message: str) -> Iterator[Finding]:
    for index, outcome in enumerate(file.model.outcomes):
        if outcome.id not in ids:
            yield Finding(file, ("outcomes", index), f"{message} `{outcome.id}`")


def topic_in_module(curriculum: Curriculum) -> Iterator[Finding]:
    """Each topic needs a module."""
    covered = {
        id_ for parts in curriculum.modules.values() for activity in parts.plan.activities for id_ in activity.topics
    }
    yield from _topics_outside(curriculum, covered, "no module covers the topic")


def topic_in_session(curriculum: Curriculum) -> Iterator[Finding]:
    """Each topic needs a session of the programme that promises to cover them all."""
    wanted = curriculum.manual.covers_topics
    if wanted is None or wanted not in curriculum.programmes:
        return
    covered = {
        id_
        for day in curriculum.programmes[wanted].days
        for slot in day.slots
        if isinstance(slot, SessionSlot)
        for _, activity in curriculum.activities_of(slot)
        for id_ in activity.topics
    }
    yield from _topics_outside(curriculum, covered, f"no session of `{wanted}` covers the topic")


def _topics_outside(curriculum: Curriculum, covered: set[str], message: str) -> Iterator[Finding]:
    if not curriculum.topics:
        return
    file = curriculum.file("topics")
    for index, topic in enumerate(file.model.topics):
        if topic.id not in covered:
            yield Finding(file, ("topics", index), f"{message} `{topic.id}`")


def handout_used(curriculum: Curriculum) -> Iterator[Finding]:
    """Each handout is given out somewhere."""
    used = [activity.all_handouts for parts in curriculum.modules.values() for activity in parts.plan.activities]
    used += [
        tuple(named.partition("/")[2] for named in slot.handouts)
        for programme in curriculum.programmes.values()
        for day in programme.days
        for slot in day.slots
        if not isinstance(slot, PauseSlot)
    ]
    yield from _papers_outside(curriculum, "handout", used, "no activity gives this handout out")


def case_used(curriculum: Curriculum) -> Iterator[Finding]:
    """Each case study is worked on somewhere."""
    used = (activity.cases for parts in curriculum.modules.values() for activity in parts.plan.activities)
    yield from _papers_outside(curriculum, "case", used, "no activity works on this case study")


def figure_used(curriculum: Curriculum) -> Iterator[Finding]:
    """Each figure is shown somewhere."""
    used: list[tuple[str, ...]] = [(piece.figure,) for piece in curriculum.marks() if isinstance(piece, FigureHere)]
    for parts in curriculum.modules.values():
        if parts.deck:
            used += [
                (slide.figure,) for slide in parts.deck.slides if isinstance(slide, FigureSlide | FigureWordsSlide)
            ]
        used += [(paper.easy.figure,) for paper in parts.handouts.values() if paper.easy and paper.easy.figure]
        used += [(step.figure,) for activity in parts.plan.activities for step in activity.steps if step.figure]
    yield from _papers_outside(curriculum, "figure", used, "this figure is shown nowhere")


def _papers_outside(
    curriculum: Curriculum, kind: str, used: Iterable[tuple[str, ...]], message: str
) -> Iterator[Finding]:
    ids = {id_ for some in used for id_ in some}
    for file in curriculum.files:
        if file.kind == kind and file.ids[-1] not in ids:
            yield Finding(file, (), message)


def slide_shown(curriculum: Curriculum) -> Iterator[Finding]:
    """Each slide is shown in an activity."""
    for file in curriculum.files:
        if file.kind != "deck" or file.ids[0] not in curriculum.modules:
            continue
        shown = {id_ for activity in curriculum.modules[file.ids[0]].plan.activities for id_ in activity.all_slides}
        for index, slide in enumerate(file.model.slides):
            if slide.id not in shown:
                yield Finding(file, ("slides", index), f"no activity shows the slide `{slide.id}`")


def slide_words(curriculum: Curriculum) -> Iterator[Finding]:
    """Slides are looked at, not read."""
    counts: dict[tuple[str, int], int] = {}
    for file, text in curriculum.texts:
        if file.kind == "deck" and not text.facilitator:
            key = (file.source.path, int(text.loc[1]))
            counts[key] = counts.get(key, 0) + words_in(text.text)
    for file in curriculum.files:
        if file.kind == "deck":
            for index, slide in enumerate(file.model.slides):
                words = counts.get((file.source.path, index), 0)
                if words > MAX_SLIDE_WORDS:
                    yield Finding(file, ("slides", index), f"the slide `{slide.id}` has {words} words")


def case_variants(curriculum: Curriculum) -> Iterator[Finding]:
    """Each audience of a module finds itself in its case studies."""
    for file in curriculum.files:
        if file.kind != "case" or file.ids[0] not in curriculum.modules:
            continue
        has = {variant.audience for variant in file.model.variants}
        for audience in curriculum.modules[file.ids[0]].plan.audiences:
            if audience not in has:
                yield Finding(file, ("variants",), f"no variant for `{audience}`")


def module_scheduled(curriculum: Curriculum) -> Iterator[Finding]:
    """Each module is taught in some programme."""
    taught = {
        module
        for programme in curriculum.programmes.values()
        for day in programme.days
        for slot in day.slots
        if isinstance(slot, SessionSlot)
        for module, _ in curriculum.activities_of(slot)
    }
    for file in _modules(curriculum):
        if file.ids[0] not in taught:
            yield Finding(file, (), f"no programme schedules the module `{file.ids[0]}`")


def module_complete(curriculum: Curriculum) -> Iterator[Finding]:
    """A module that is embedded alone needs all its parts."""
    for file in _modules(curriculum):
        parts = curriculum.modules[file.ids[0]]
        for name, part in (("reading", parts.reading), ("check", parts.check), ("deck", parts.deck)):
            if part is None:
                yield Finding(file, (), f"the module has no `{name}.yml`")
