"""Question banks in GIFT: the text format that teachers read and edit.

Source of the rules: Moodle's `question/format/gift/format.php`. The texts are plain; Moodle XML keeps their form.
"""

from collections.abc import Iterator, Sequence

from ..ground.language_tags import untagged
from .questions import WHOLE, Choice, Question, QuestionBank, category, fraction

_SIGNS = "\\~=#{}:"
"""Signs with a meaning; a backslash takes it away."""


def gift(manual: str, banks: Sequence[QuestionBank]) -> str:
    """The text of a GIFT file: a category for each module, and its questions."""
    return "\n".join(line for bank in banks for line in _bank(manual, bank))


def _bank(manual: str, bank: QuestionBank) -> Iterator[str]:
    if bank.readers:
        yield f"// {bank.readers}"
    yield f"$CATEGORY: {category(manual, bank.title)}\n"
    for question in bank.questions:
        # Moodle 3.9 and later take the number from the comment; older ones and other platforms skip it.
        yield f"// [id:{question.idnumber}]"
        yield f"::{_escaped(question.name)}::[plain]{_escaped(question.text.plain)} {{"
        yield from _answers(question)
        if question.feedback.plain:
            yield f"\t####{_escaped(question.feedback.plain)}"
        yield "}\n"


def _answers(question: Question) -> Iterator[str]:
    if question.pairs:
        # The format knows no rows; each thing is brought together with its place.
        for pair in question.pairs:
            yield f"\t={_escaped(pair.left.plain)} -> {_escaped(pair.right.plain)}"
    elif question.kind == "true-false":
        yield "\tTRUE" if question.choices[0].fraction == WHOLE else "\tFALSE"
    else:
        for choice in question.choices:
            feedback = f"#{_escaped(choice.feedback.plain)}" if choice.feedback.plain else ""
            yield f"\t{_sign(question, choice)}{_escaped(choice.text.plain)}{feedback}"


def _sign(question: Question, choice: Choice) -> str:
    if question.kind == "single":
        return "=" if choice.fraction == WHOLE else "~"
    return f"~%{fraction(choice.fraction)}%"


def _escaped(text: str) -> str:
    """A text on one line, in which no sign has a meaning."""
    # The arrow of a pair has no escape; a typographic one says the same.
    line = " ".join(untagged(text).splitlines()).replace("->", "→")
    return "".join(f"\\{letter}" if letter in _SIGNS else letter for letter in line)
