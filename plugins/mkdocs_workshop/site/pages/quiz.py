"""The key of a knowledge check for the script of its page: what is right, and what is said to each answer."""

import json
from typing import Any, assert_never

from ...ground.language_tags import untagged
from ...model.check import (
    CheckQuestion,
    KnowledgeCheck,
    MatchQuestion,
    MultipleQuestion,
    OrderQuestion,
    SingleQuestion,
    TrueFalseQuestion,
)
from ...packages.lesson_check import packed
from ...teaching.quiz import places, right_options, shown_items, shown_options, shuffled
from .book import Book
from .markup import Markup
from .running import json_for_page

WORDS = ("right", "wrong", "missing", "submit", "choose")


def quiz_data(book: Book, markup: Markup, check: KnowledgeCheck, version: str) -> str:
    """JSON for the page, questions and answers in the order in which it shows them. The key is packed, so that nobody reads it by chance."""
    key = {question.id: _key(markup, question, version) for question in check.questions}
    text = json.dumps(key, ensure_ascii=False, separators=(",", ":"))
    return json_for_page({"say": {word: book.say(f"lesson.{word}") for word in WORDS}, "key": packed(untagged(text))})


def _key(markup: Markup, question: CheckQuestion, version: str) -> dict[str, Any]:
    """`right` has an entry for each line that can be answered: whether it is ticked, or the place of what belongs to it, from 0."""
    match question:
        case SingleQuestion() | MultipleQuestion():
            shown, right = shown_options(question, version), right_options(question)
            said = [markup.plain(option.feedback) for option in shown]
            return {"kind": question.kind, "right": [option.id in right for option in shown], "said": said}
        case TrueFalseQuestion(key=key):
            return {"kind": question.kind, "right": [key, not key], "all": markup.plain(question.feedback)}
        case MatchQuestion():
            rows = shuffled(question, version)
            belongs = {pair.left: pair.right for pair in question.pairs}
            sides = [right for _, right in rows]
            found = [sides.index(belongs[left]) for left, _ in rows]
            return {"kind": question.kind, "right": found, "all": markup.plain(question.feedback)}
        case OrderQuestion():
            at = places(question)
            row = [at[item.id] - 1 for item in shown_items(question, version)]
            return {"kind": question.kind, "right": row, "all": markup.plain(question.feedback)}
        case _:
            assert_never(question)
