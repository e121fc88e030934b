"""The knowledge check of a module as a form that is marked where it is read.

Names and values are hooks: every input is `name=<question id> value=<option id>`. In a match the left side is named
`<question id>.<pair id>`, and the right sides are called a, b, c in an order that tells nothing. In a row each thing is named
`<question id>.<item id>`, and its value is its place, from 1.
"""

import json
from dataclasses import dataclass
from typing import Any, assert_never

from ..documents.emit.html import html_line
from ..documents.emit.html_quiz import html_quiz
from ..documents.texts import Texts
from ..documents.tree.document import text
from ..documents.tree.quiz import Choices, Lists, QuizQuestion
from ..edition import Edition
from ..ground.sanitise import clean
from ..model.check import (
    CheckQuestion,
    KnowledgeCheck,
    MatchQuestion,
    MultipleQuestion,
    OrderQuestion,
    SingleQuestion,
    TrueFalseQuestion,
)
from ..model.mixing import out_of_order
from ..teaching.quiz import places, shown_items, shown_options

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Check:
    """A form and what marks it."""

    html: str
    """One fieldset a question."""
    count: int
    mark: int
    """Per cent that pass."""
    key: str
    """The right answers and the feedback, packed. Without a server a page must hold them; packed they do not catch the eye
    of somebody who looks at the source, and that is all."""


def check_of(edition: Edition, texts: Texts, check: KnowledgeCheck, version: str) -> Check:
    """The form of a knowledge check in a version of its module, which decides in which order the options stand."""
    asked = [_asked(edition, texts, number, question, version) for number, question in enumerate(check.questions, 1)]
    key = json.dumps([_key(texts, question) for question in check.questions], ensure_ascii=False, separators=(",", ":"))
    return Check(html_quiz(asked), len(check.questions), check.pass_mark, packed(key))


def packed(text: str) -> str:
    """A text that nobody reads by chance: the last bit of each letter is turned. Packed once more, it is plain again.

    Unlike base64 it does not grow and still compresses well.

    `packed("yes")` gives `"xdr"`.
    """
    return "".join(chr(ord(letter) ^ 1) for letter in text)


def right_sides(question: MatchQuestion) -> dict[str, str]:
    """The letter of the right side of each pair, by the id of the pair; the same at every build, whatever the texts say.

    They do not even change with the version: they stand in the records of learners.

    For example `{"gloves": "b", "mask": "a"}`.
    """
    letters = out_of_order(question.id, LETTERS[: len(question.pairs)])
    return {pair.id: letter for pair, letter in zip(question.pairs, letters, strict=True)}


def _asked(edition: Edition, texts: Texts, number: int, question: CheckQuestion, version: str) -> QuizQuestion:
    say = edition.say
    answer: Choices | Lists
    match question:
        case SingleQuestion() | MultipleQuestion():
            options = tuple((one.id, texts.line(one.text)) for one in shown_options(question, version))
            answer = Choices(isinstance(question, MultipleQuestion), options)
        case TrueFalseQuestion():
            options = (("true", text(say("check.true"))), ("false", text(say("check.false"))))
            answer = Choices(several=False, options=options)
        case MatchQuestion():
            answer = _pairs(edition, texts, question)
        case OrderQuestion():
            rows = tuple((item.id, texts.line(item.text)) for item in shown_items(question, version))
            numbers = tuple((str(place), str(place)) for place in sorted(places(question).values()))
            answer = Lists(rows, say("lesson.choose"), numbers)
        case _:
            assert_never(question)
    how = say(f"check.how.{question.kind}")
    return QuizQuestion(question.id, say("check.number", number=number), texts.line(question.text), how, answer)


def _pairs(edition: Edition, texts: Texts, question: MatchQuestion) -> Lists:
    letters = right_sides(question)
    by_letter = sorted((letters[pair.id], pair.right) for pair in question.pairs)
    return Lists(
        tuple((pair.id, texts.line(pair.left)) for pair in question.pairs),
        edition.say("lesson.choose"),
        tuple((letter, f"{letter.upper()}: {edition.plain(right)}") for letter, right in by_letter),
        tuple((letter, texts.line(right)) for letter, right in by_letter),
    )


def _key(texts: Texts, question: CheckQuestion) -> dict[str, Any]:
    """The right answer to a question, and what is said to each answer."""
    base = {"id": question.id, "kind": question.kind}
    match question:
        case SingleQuestion() | MultipleQuestion():
            options = [question.key] if isinstance(question, SingleQuestion) else list(question.key)
            said = {option.id: _said(texts, option.feedback) for option in question.options}
            return base | {"right": options, "said": said}
        case TrueFalseQuestion():
            return base | {"right": [str(question.key).lower()], "all": _said(texts, question.feedback)}
        case MatchQuestion():
            return base | {"right": right_sides(question), "all": _said(texts, question.feedback)}
        case OrderQuestion():
            right = {id_: str(place) for id_, place in places(question).items()}
            return base | {"right": right, "all": _said(texts, question.feedback)}
        case _:
            assert_never(question)


def _said(texts: Texts, line: str) -> str:
    """What the script writes into the page."""
    return clean(html_line(texts.line(line)), alone=True).replace("&nbsp;", "\u00a0")
