"""Handouts, case studies and their debriefs as documents."""

from collections.abc import Sequence

from ..checks.paper import CARD_SIDES
from ..edition import Edition
from ..figures.kit.catalogue import drawn
from ..model.papers import Case, Handout, Question
from ..reading.curriculum import ModuleParts
from .framed import closing, framed
from .texts import Texts
from .tree.blocks import Block
from .tree.books import Answered
from .tree.document import Document, Part, Questions, Section

WRITTEN_ON = frozenset({"form", "template"})
"""Forms of handouts that need the whole width for what is written."""
SMALL = frozenset({"A5", "A6"})
"""Papers without room for sources and notice."""


def handout(edition: Edition, module: ModuleParts, id_: str) -> Document:
    """A handout. Raises KeyError if the module has none of this id."""
    say, plain, texts = edition.say, edition.plain, Texts(edition)
    made = module.handouts[id_]
    names = edition.audiences
    number = list(module.handouts).index(id_) + 1
    mark = say("paper.handout", number=number, total=len(module.handouts))
    parts: list[Part] = [
        Section(plain(section.title), texts.blocks(section.text), picture=_beside(made, section.id))
        for section in made.sections
    ]
    if made.paper not in SMALL:
        parts.append(closing(edition, tuple(parts)))
    return framed(
        edition,
        module,
        "handout",
        id_,
        tuple(parts),
        title=plain(made.title),
        what=f"{say(f'form.{made.form}')} · {', '.join(names[audience] for audience in made.audiences)}",
        use=plain(made.use),
        # A card is too narrow for both.
        mark=mark if made.paper == "A6" else f"{plain(edition.theme(module).name)} · {mark}",
        size=made.paper,
        form=made.form,
        written_on=made.form in WRITTEN_ON,
        most_pages=CARD_SIDES if made.paper == "A6" else 0,
    )


def _beside(made: Handout, section: str) -> str:
    """The drawing beside a section, as SVG."""
    panel = made.pictures.get(section)
    return drawn(panel, section).svg() if panel else ""


def case_study(edition: Edition, module: ModuleParts, id_: str) -> Document:
    """A case study as participants get it. Raises KeyError if the module has none of this id."""
    say, plain, case = edition.say, edition.plain, module.cases[id_]
    parts = case_parts(edition, case)
    counted = say("paper.case", number=list(module.cases).index(id_) + 1, total=len(module.cases))
    return framed(
        edition,
        module,
        "case",
        id_,
        (*parts, closing(edition, parts)),
        title=plain(case.title),
        what=f"{say('case.name')} · {say('case.fictional')}",
        use=plain(case.summary),
        mark=f"{plain(edition.theme(module).name)} · {counted}",
    )


def case_parts(edition: Edition, case: Case, level: int = 2, room: int = 0) -> tuple[Section, ...]:
    """What everybody may read of a case study; `room` is the number of writing lines below each question."""
    say, texts, names = edition.say, Texts(edition), edition.audiences
    parts = [Section(say("case.story"), texts.blocks(case.story), level)]
    for variant in case.variants:
        inside = (*texts.blocks(variant.text), _questions(texts, variant.questions, room))
        parts.append(Section(say("case.for", audience=names[variant.audience]), inside, level))
    if case.questions:
        parts.append(Section(say("case.together"), (_questions(texts, case.questions, room),), level))
    return tuple(parts)


def _questions(texts: Texts, asked: Sequence[Question], room: int) -> Questions:
    return Questions(tuple(texts.line(question.text) for question in asked), room)


def debrief(edition: Edition, module: ModuleParts, id_: str) -> Document:
    """How to lead the talk about a case study, and what a good answer contains. For facilitators.

    Raises KeyError if the module has none of this id.
    """
    say, plain, case = edition.say, edition.plain, module.cases[id_]
    talk, key = case_key(edition, case)
    parts = (Section(say("case.debrief"), talk), Section(say("check.key"), key))
    return framed(
        edition,
        module,
        "debrief",
        id_,
        (*parts, closing(edition, parts)),
        title=say("debrief.title", title=plain(case.title)),
        what=say("role.facilitator-only"),
        use=plain(case.summary),
    )


def case_key(edition: Edition, case: Case) -> tuple[tuple[Block, ...], tuple[Answered, ...]]:
    """The debrief of a case study, and each question with its answer."""
    texts = Texts(edition)
    asked = [*(question for variant in case.variants for question in variant.questions), *case.questions]
    answers = {answer.question: texts.blocks(answer.text) for answer in case.key}
    key = tuple(Answered(texts.line(question.text), answers[question.id]) for question in asked)
    return texts.blocks(case.debrief), key
