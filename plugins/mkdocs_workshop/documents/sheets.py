"""Papers for the table as plain data: handouts, case studies with their debriefs, knowledge checks."""

from collections.abc import Iterable

from ..edition import Edition
from ..model.check import CheckQuestion, MatchQuestion, OrderQuestion, TrueFalseQuestion
from ..model.papers import Case, Handout, Question
from ..reading.curriculum import ModuleParts
from ..teaching.quiz import shown_items, shown_options, shuffled
from .blocks import Block, Field, Inline, Item, Lines, List, Paragraph, Strong, Text
from .sheet import Part, Sheet, sheet
from .texts import Texts

ANSWER_LINES = 3
"""Writing lines below an open question."""


def handout_sheet(edition: Edition, module: ModuleParts, id_: str, handout: Handout) -> Sheet:
    """A handout."""
    texts, plain = Texts(edition), edition.plain
    parts = tuple(Part(plain(section.title), texts.blocks(section.text)) for section in handout.sections)
    kind = edition.say(f"form.{handout.form}")
    return sheet(edition, module, id_, kind, plain(handout.title), plain(handout.use), parts, handout.paper)


def case_sheet(edition: Edition, module: ModuleParts, id_: str, case: Case) -> Sheet:
    """A case study as participants get it."""
    say, texts, plain = edition.say, Texts(edition), edition.plain
    names = {audience.id: plain(audience.name) for audience in edition.curriculum.manual.audiences}
    parts = [Part(say("case.story"), texts.blocks(case.story))]
    for variant in case.variants:
        blocks = (*texts.blocks(variant.text), *_questions(texts, variant.questions))
        parts.append(Part(say("case.for", audience=names[variant.audience]), blocks))
    if case.questions:
        parts.append(Part(say("case.together"), tuple(_questions(texts, case.questions))))
    kind = f"{say('case.name')} · {say('case.fictional')}"
    return sheet(edition, module, id_, kind, plain(case.title), plain(case.summary), tuple(parts))


def _questions(texts: Texts, questions: Iterable[Question]) -> list[Block]:
    found: list[Block] = []
    for number, question in enumerate(questions, 1):
        found += [Paragraph((Strong((Text(f"{number}. "),)), *texts.line(question.text))), Lines(ANSWER_LINES)]
    return found


def debrief_sheet(edition: Edition, module: ModuleParts, id_: str, case: Case) -> Sheet:
    """How to lead the talk about a case study, and what a good answer contains. For facilitators."""
    say, texts, plain = edition.say, Texts(edition), edition.plain
    asked = [*(question for variant in case.variants for question in variant.questions), *case.questions]
    words = {question.id: question for question in asked}
    key: list[Block] = []
    for answer in case.key:
        key.append(Paragraph((Strong(texts.line(words[answer.question].text)),)))
        key += texts.blocks(answer.text)
    parts = (Part(say("case.debrief"), texts.blocks(case.debrief)), Part(say("check.key"), tuple(key)))
    title = say("debrief.title", title=plain(case.title))
    return sheet(edition, module, id_, say("role.facilitator-only"), title, plain(case.summary), parts)


def check_sheet(edition: Edition, module: ModuleParts) -> Sheet:
    """The knowledge check of a module, without its key. Raises ValueError for a module that has none."""
    say, texts = edition.say, Texts(edition)
    if module.check is None:
        raise ValueError(f"{module.id} has no knowledge check")
    parts = tuple(
        Part(say("check.number", number=number), _asked(edition, texts, question, edition.version(module)))
        for number, question in enumerate(module.check.questions, 1)
    )
    title = say("check.title", title=edition.plain(module.plan.title))
    return sheet(
        edition,
        module,
        module.id,
        say("download.kind.check"),
        title,
        say("check.pass", mark=module.check.pass_mark),
        parts,
    )


def _asked(edition: Edition, texts: Texts, question: CheckQuestion, version: str) -> tuple[Block, ...]:
    say = edition.say
    head = (
        Paragraph((Strong(texts.line(question.text)),)),
        Paragraph((Text(say(f"check.how.{question.kind}")),)),
    )
    if isinstance(question, TrueFalseQuestion):
        return (*head, boxes([(Text(say("check.true")),), (Text(say("check.false")),)]))
    if isinstance(question, MatchQuestion):
        pairs = shuffled(question, version)
        left = [(*texts.line(words), Text(" "), Field("")) for words, _ in pairs]
        return (*head, rows(left), rows([texts.line(words) for _, words in pairs]))
    if isinstance(question, OrderQuestion):
        items = shown_items(question, version)
        return (*head, rows([(Field(""), Text(" "), *texts.line(item.text)) for item in items]))
    return (*head, boxes([texts.line(option.text) for option in shown_options(question, version)]))


def boxes(lines: Iterable[tuple[Inline, ...]]) -> List:
    """Lines with a box to tick before each."""
    return List(ordered=False, items=tuple(Item((Paragraph(line),), box=True) for line in lines))


def rows(lines: Iterable[tuple[Inline, ...]]) -> List:
    """Lines with a bullet before each."""
    return List(ordered=False, items=tuple(Item((Paragraph(line),)) for line in lines))
