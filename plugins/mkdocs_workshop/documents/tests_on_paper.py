"""The knowledge check of a module as a document, and its key for facilitators."""

from ..edition import Edition
from ..model.check import CheckQuestion, KnowledgeCheck, MatchQuestion, OrderQuestion, TrueFalseQuestion
from ..reading.curriculum import ModuleParts
from ..teaching.quiz import right_options, shown_items, shown_options, shuffled
from .forms import CODE_LETTERS
from .framed import closing, framed
from .texts import Texts
from .tree.document import Document, Part, text
from .tree.forms import Match, Option, Options, Order, Pairs, SheetBox, SheetBoxes, TestQuestion


def check(edition: Edition, module: ModuleParts) -> Document:
    """The knowledge check, without answers. Raises ValueError for a module that has none."""
    return _check(edition, module, key=False)


def check_key(edition: Edition, module: ModuleParts) -> Document:
    """The same with its answers. For facilitators. Raises ValueError for a module that has no check."""
    return _check(edition, module, key=True)


def _check(edition: Edition, module: ModuleParts, *, key: bool) -> Document:
    say = edition.say
    if module.check is None:
        raise ValueError(f"{module.id} has no knowledge check")
    boxes = (SheetBox(say("form.code"), 1.1, letters=CODE_LETTERS), SheetBox(say("form.date"), 2))
    head: tuple[Part, ...] = () if key else (SheetBoxes(boxes, 20),)
    questions = check_questions(edition, module, module.check, key=key)
    return framed(
        edition,
        module,
        "check-key" if key else "check",
        module.id,
        (*head, *questions, closing(edition, questions)),
        title=say("check.key-title" if key else "check.title", title=edition.plain(module.plan.title)),
        what=edition.plain(edition.theme(module).name),
        use=f"{say('check.questions', n=len(module.check.questions))} · {say('check.pass', mark=module.check.pass_mark)}",
        mark=say("role.facilitator-only") if key else "",
        frame="form",
        colour="plain",
    )


def check_questions(
    edition: Edition, module: ModuleParts, made: KnowledgeCheck, *, key: bool
) -> tuple[TestQuestion, ...]:
    """The questions, with or without the answers."""
    outcomes = {outcome.id: edition.plain(outcome.text) for outcome in module.plan.outcomes}
    texts = Texts(edition)
    return tuple(
        TestQuestion(
            str(number),
            texts.line(question.text),
            edition.say(f"check.how.{question.kind}"),
            _answer(edition, texts, question, edition.version(module), key=key),
            texts.line(question.feedback)
            if key and isinstance(question, MatchQuestion | OrderQuestion | TrueFalseQuestion)
            else (),
            edition.say("check.tests", outcome=outcomes[question.outcome]) if key else "",
        )
        for number, question in enumerate(made.questions, 1)
    )


def _answer(
    edition: Edition, texts: Texts, question: CheckQuestion, version: str, *, key: bool
) -> Options | Match | Pairs | Order:
    line, say = texts.line, edition.say
    if isinstance(question, MatchQuestion):
        if key:
            return Pairs(tuple((line(pair.left), line(pair.right)) for pair in question.pairs))
        # Both sides in the order in which every output shows them: what stands side by side must not be the key.
        return Match(
            tuple(line(pair.left) for pair in question.pairs),
            tuple(line(right) for _, right in shuffled(question, version)),
        )
    if isinstance(question, OrderQuestion):
        return Order(
            tuple(line(item.text) for item in (question.items if key else shown_items(question, version))), key
        )
    if isinstance(question, TrueFalseQuestion):
        true = Option(text(say("check.true")), key and question.key)
        return Options((true, Option(text(say("check.false")), key and not question.key)))
    return Options(
        tuple(
            Option(line(option.text), option.id in right_options(question), line(option.feedback))
            if key
            else Option(line(option.text))
            for option in shown_options(question, version)
        )
    )
