"""The questions of the knowledge checks as plain data, with every word resolved: what each question format is made from."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..documents.emit.html import html_line
from ..documents.texts import Texts
from ..edition import Edition
from ..ground.language_tags import untagged
from ..ground.sanitise import clean
from ..model.check import (
    CheckQuestion,
    MatchQuestion,
    MultipleQuestion,
    Option,
    OrderQuestion,
    SingleQuestion,
    TrueFalseQuestion,
)
from ..reading.curriculum import ModuleParts
from ..teaching.quiz import places, shown_items, shown_options
from .course import course_modules


@dataclass(frozen=True)
class Words:
    """A line of text in the two forms that question formats take."""

    html: str
    plain: str


NOTHING = Words("", "")


@dataclass(frozen=True)
class Choice:
    """A possible answer."""

    id: str
    """As in the curriculum; `true` and `false` where the question is a statement."""
    text: Words
    feedback: Words
    fraction: float
    """Per cent of the mark that choosing it gives or, below zero, takes."""


@dataclass(frozen=True)
class Pairing:
    """Two things that belong together."""

    id: str
    left: Words
    right: Words


@dataclass(frozen=True)
class Question:
    """A question of a knowledge check."""

    kind: str
    """`single`, `multiple`, `true-false`, `match` or `order`."""
    id: str
    idnumber: str
    """`<module>-<question>`: the same for ever, so that a platform knows the question again."""
    text: Words
    choices: tuple[Choice, ...] = ()
    """Of `single`, `multiple` and `true-false`, in the order in which they are shown."""
    pairs: tuple[Pairing, ...] = ()
    """Of `match`; of `order` each thing with its place in the row ("1"), in the order in which they are shown."""
    feedback: Words = NOTHING
    """Told after answering, whatever was answered."""
    outcome: str = field(default="", repr=False)
    """The outcome that it tests. No part of what makes a question another one."""

    @property
    def name(self) -> str:
        """A short name for lists: the first words of the question.

        At most 80 letters; where words are left out it ends with " …".
        """
        if len(self.text.plain) <= NAME_LENGTH:
            return self.text.plain
        return self.text.plain[:NAME_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + " …"


NAME_LENGTH = 80
WHOLE = 100.0


@dataclass(frozen=True)
class QuestionBank:
    """The questions of one module."""

    module: str
    title: str
    pass_mark: int
    """Per cent."""
    questions: tuple[Question, ...]
    readers: str = ""
    """Who has read the translation; empty in the language of the master."""


def question_banks(edition: Edition) -> tuple[QuestionBank, ...]:
    """The questions of every module that has a knowledge check, in the order of the course."""
    banks = (question_bank(edition, parts) for parts in course_modules(edition))
    return tuple(bank for bank in banks if bank is not None)


def question_bank(edition: Edition, parts: ModuleParts) -> QuestionBank | None:
    """The questions of a module; None if it has no knowledge check.

    Its pass mark is in per cent, and so is what a choice gives or takes.
    """
    if parts.check is None:
        return None
    texts = Texts(edition)
    questions = tuple(
        replace(_question(texts, parts, question), outcome=question.outcome) for question in parts.check.questions
    )
    return QuestionBank(
        parts.id, edition.plain(parts.plan.title), parts.check.pass_mark, questions, edition.readers(parts)
    )


def _question(texts: Texts, parts: ModuleParts, question: CheckQuestion) -> Question:
    version = texts.edition.version(parts)
    say, idnumber, text = texts.edition.say, f"{parts.id}-{question.id}", _words(texts, question.text)
    match question:
        case SingleQuestion():
            fractions = {option.id: WHOLE if option.id == question.key else 0.0 for option in question.options}
            choices = _choices(texts, shown_options(question, version), fractions)
            return Question(question.kind, question.id, idnumber, text, choices)
        case MultipleQuestion():
            choices = _choices(texts, shown_options(question, version), _shares(question))
            return Question(question.kind, question.id, idnumber, text, choices)
        case TrueFalseQuestion():
            names = {True: say("check.true"), False: say("check.false")}
            choices = tuple(
                Choice(str(value).lower(), Words(name, name), NOTHING, WHOLE if value == question.key else 0.0)
                for value, name in names.items()
            )
            return Question(question.kind, question.id, idnumber, text, choices, (), _words(texts, question.feedback))
        case MatchQuestion():
            pairs = tuple(
                Pairing(pair.id, _words(texts, pair.left), _words(texts, pair.right)) for pair in question.pairs
            )
            return Question(question.kind, question.id, idnumber, text, (), pairs, _words(texts, question.feedback))
        case OrderQuestion():
            place = {id_: str(number) for id_, number in places(question).items()}
            pairs = tuple(
                Pairing(item.id, _words(texts, item.text), Words(place[item.id], place[item.id]))
                for item in shown_items(question, version)
            )
            return Question(question.kind, question.id, idnumber, text, (), pairs, _words(texts, question.feedback))


def _shares(question: MultipleQuestion) -> dict[str, float]:
    """All right choices together give the whole mark, all wrong ones take it: to tick everything gives nothing."""
    right = [option.id for option in question.options if option.id in question.key]
    wrong = [option.id for option in question.options if option.id not in question.key]
    return {id_: WHOLE / len(right) for id_ in right} | {id_: -WHOLE / len(wrong) for id_ in wrong}


def _choices(texts: Texts, options: Sequence[Option], fractions: dict[str, float]) -> tuple[Choice, ...]:
    return tuple(
        Choice(option.id, _words(texts, option.text), _words(texts, option.feedback), fractions[option.id])
        for option in options
    )


def _words(texts: Texts, text: str) -> Words:
    return Words(clean(html_line(texts.line(text)), alone=True), untagged(texts.edition.plain(text)))


def fraction(share: float) -> str:
    """A share of the mark as Moodle writes it. It refuses a number that is not in its own list, to five places.

    `fraction(33.333333)` gives `"33.33333"`; `fraction(100.0)` gives `"100"`.
    """
    return f"{share:.5f}".rstrip("0").rstrip(".")


def category(*names: str) -> str:
    """A category below the top of a course as Moodle writes it; a slash in a name is doubled.

    `category("Our manual", "HIV/TB")` gives `"$course$/top/Our manual/HIV//TB"`.
    """
    return "/".join(("$course$", "top", *(untagged(name).replace("/", "//") for name in names)))
