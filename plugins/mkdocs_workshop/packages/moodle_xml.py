"""Question banks in Moodle XML: the format that keeps everything.

Source of the rules: Moodle's `question/format/xml/format.php`, its list of fractions in `lib/questionlib.php`, and for rows
`question/type/ordering/questiontype.php`, which came to Moodle's core with version 4.4. The GIFT file asks for rows as pairs.
"""

from collections.abc import Iterator, Sequence

from ..documents.emit.html import words
from ..documents.emit.html_quiz import in_paragraph
from .questions import Choice, Question, QuestionBank, Words, category, fraction
from .xml import Element, document, element

_TYPES = {
    "single": "multichoice",
    "multiple": "multichoice",
    "true-false": "truefalse",
    "match": "matching",
    "order": "ordering",
}
_PENALTY = "0.3333333"
"""Moodle's own default; it counts only where a course lets people try again."""


def moodle_xml(manual: str, banks: Sequence[QuestionBank]) -> str:
    """The text of a Moodle XML file: a category for each module, and its questions."""
    return document(element("quiz", [entry for bank in banks for entry in _bank(manual, bank)]))


def _bank(manual: str, bank: QuestionBank) -> Iterator[Element]:
    place = element("category", element("text", category(manual, bank.title)))
    about = element("info", element("text", words(bank.readers)), {"format": "html"})
    yield element("question", [place, about, element("idnumber", bank.module)], {"type": "category"})
    for question in bank.questions:
        yield element("question", list(_question(question)), {"type": _TYPES[question.kind]})


def _question(question: Question) -> Iterator[Element]:
    yield element("name", element("text", question.name))
    yield _html("questiontext", question.text)
    yield _html("generalfeedback", question.feedback)
    yield element("defaultgrade", "1.0000000")
    yield element("penalty", "1.0000000" if question.kind == "true-false" else _PENALTY)
    yield element("hidden", "0")
    yield element("idnumber", question.idnumber)
    if question.kind == "true-false":
        # Moodle shows its own words for these two, in the language of the learner.
        yield from (_answer(choice, choice.id, "moodle_auto_format") for choice in question.choices)
        return
    if question.kind == "order":
        yield from _row(question)
        return
    if question.kind != "match":
        yield element("single", "true" if question.kind == "single" else "false")
        yield element("answernumbering", "abc")
    yield element("shuffleanswers", "true")
    yield from _combined_feedback()
    yield from (_answer(choice, choice.text.html, "html") for choice in question.choices)
    for pair in question.pairs:
        answer = element("answer", element("text", pair.right.plain))
        yield element("subquestion", [element("text", paragraph(pair.left)), answer], {"format": "html"})


def _combined_feedback() -> Iterator[Element]:
    for name in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
        yield element(name, element("text"), {"format": "html"})


def _row(question: Question) -> Iterator[Element]:
    """What only rows have. The answers stand in their right order; Moodle shuffles them, and counts them as they are read."""
    items = sorted(question.pairs, key=lambda pair: int(pair.right.plain))
    options = {
        "layouttype": "VERTICAL",
        "selecttype": "ALL",
        "selectcount": str(len(items)),
        "gradingtype": "ALL_OR_NOTHING",
        "showgrading": "HIDE",
        "numberingstyle": "none",
    }
    yield from (element(name, value) for name, value in options.items())
    yield from _combined_feedback()
    yield element("shownumcorrect", "1")
    for place, item in enumerate(items, 1):
        yield element("answer", element("text", item.left.html), {"fraction": f"{place}.0000000", "format": "html"})


def _answer(choice: Choice, text: str, form: str) -> Element:
    return element(
        "answer",
        [element("text", text), _html("feedback", choice.feedback)],
        {"fraction": fraction(choice.fraction), "format": form},
    )


def _html(name: str, text: Words) -> Element:
    return element(name, element("text", paragraph(text)), {"format": "html"})


def paragraph(text: Words) -> str:
    """A line as a paragraph of HTML; nothing if there is no text. Of `Words("Why?", "Why?")` it is `<p>Why?</p>`."""
    return in_paragraph(text.html)
