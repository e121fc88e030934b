"""The question bank of a Moodle backup (`questions.xml`)."""

import hashlib
from collections.abc import Mapping, Sequence

from .backup_parts import NULL, Category
from .moodle_xml import paragraph
from .questions import WHOLE, Choice, Question
from .xml import Element, document, element, fields

_TYPES = {
    "single": "multichoice",
    "multiple": "multichoice",
    "true-false": "truefalse",
    "match": "match",
    "order": "match",
}
"""A row is asked for as pairs of a thing and its place: Moodle has a type for rows only since 4.4, and a backup must open before."""
_MODULE_LEVEL = 70
_TOP = 90_000_000
"""Where the numbers of the categories begin that Moodle wants above all others, one in each quiz."""


def top_category(quiz: int) -> int:
    """The number of the category above all others of a quiz. `top_category(12)` gives `90000012`."""
    return _TOP + quiz


def questions_file(categories: Sequence[Category]) -> str:
    """All questions of a backup. Moodle wants every category below one that is called `top`, in the same quiz."""
    made = [
        _category(top_category(quiz), quiz, 0, "top", "", "top", [])
        for quiz in sorted({one.quiz for one in categories})
    ]
    for one in categories:
        questions = [_question(id_, question, one.time) for id_, question in one.questions]
        draws = [_draw(id_, one) for id_ in one.draws]
        made.append(
            _category(
                one.id, one.quiz, top_category(one.quiz), one.name, one.idnumber, one.idnumber, [*questions, *draws]
            )
        )
    return document(element("question_categories", made))


def _category(
    id_: int, quiz: int, parent: int, name: str, idnumber: str, stamp: str, questions: list[Element]
) -> Element:
    values: dict[str, str | int] = {
        "name": name,
        "contextid": quiz,
        "contextlevel": _MODULE_LEVEL,
        "contextinstanceid": quiz,
        "info": "",
        "infoformat": 0,
        "stamp": f"mkdocs-workshop+{stamp}",
        "parent": parent,
        "sortorder": 0 if parent == 0 else 999,
        "idnumber": idnumber or NULL,
    }
    return element("question_category", [*fields(values), element("questions", questions)], {"id": id_})


def _draw(id_: int, category: Category) -> Element:
    """What stands for any question of a category in a place of a quiz, as Moodle 3.9 writes it and later ones understand it."""
    values: dict[str, str | int] = {
        "parent": id_,
        "name": f"Random ({category.name})",
        "questiontext": "0",
        "questiontextformat": 0,
        "generalfeedback": "",
        "generalfeedbackformat": 0,
        "defaultmark": "1.0000000",
        "penalty": "0.0000000",
        "qtype": "random",
        "length": 1,
        "stamp": f"mkdocs-workshop+{category.idnumber}+{id_}",
        "version": f"mkdocs-workshop+{category.idnumber}+{id_}",
        "hidden": 0,
        "timecreated": category.time,
        "timemodified": category.time,
        "createdby": NULL,
        "modifiedby": NULL,
        "idnumber": NULL,
    }
    # Without hints, not with none: Moodle 4.5.6 stops at an empty list of hints where a question has nothing else of its own.
    return element("question", [*fields(values), element("tags")], {"id": id_})


def _question(id_: int, question: Question, time: int) -> Element:
    # Moodle takes a question that it has already for the same one if both agree; so a changed text must change the second.
    version = hashlib.sha256(repr(question).encode()).hexdigest()[:16]
    values: dict[str, str | int] = {
        "parent": 0,
        "name": question.name,
        "questiontext": paragraph(question.text),
        "questiontextformat": 1,
        "generalfeedback": paragraph(question.feedback),
        "generalfeedbackformat": 1,
        "defaultmark": "1.0000000",
        "penalty": "1.0000000" if question.kind == "true-false" else "0.3333333",
        "qtype": _TYPES[question.kind],
        "length": 1,
        "stamp": f"mkdocs-workshop+{question.idnumber}",
        "version": f"mkdocs-workshop+{question.idnumber}+{version}",
        "hidden": 0,
        "timecreated": time,
        "timemodified": time,
        "createdby": NULL,
        "modifiedby": NULL,
        "idnumber": question.idnumber,
    }
    own = element(f"plugin_qtype_{_TYPES[question.kind]}_question", _own(id_, question))
    return element("question", [*fields(values), own, element("question_hints"), element("tags")], {"id": id_})


def _numbers(id_: int) -> int:
    """Where the numbers of the answers of a question begin: far from those of other questions."""
    return id_ * 100


def _own(id_: int, question: Question) -> list[Element]:
    """What only this type of question has."""
    first = _numbers(id_)
    if question.pairs:
        matches = [
            element(
                "match",
                fields(
                    {
                        "questiontext": paragraph(pair.left),
                        "questiontextformat": 1,
                        "answertext": pair.right.plain,
                    }
                ),
                {"id": first + number},
            )
            for number, pair in enumerate(question.pairs)
        ]
        options = element("matchoptions", fields({"shuffleanswers": 1, **_SAID_TO_ALL}), {"id": first})
        return [options, element("matches", matches)]
    answers = element(
        "answers",
        [_answer(first + number, question.kind, choice) for number, choice in enumerate(question.choices)],
    )
    if question.kind == "true-false":
        values = {"trueanswer": first, "falseanswer": first + 1}
        return [answers, element("truefalse", fields(values), {"id": first})]
    multichoice: dict[str, str | int] = {
        "layout": 0,
        "single": int(question.kind == "single"),
        "shuffleanswers": 1,
        **_SAID_TO_ALL,
        "answernumbering": "abc",
        "showstandardinstruction": 1,
    }
    return [answers, element("multichoice", fields(multichoice), {"id": first})]


_SAID_TO_ALL: Mapping[str, str | int] = {
    "correctfeedback": "",
    "correctfeedbackformat": 1,
    "partiallycorrectfeedback": "",
    "partiallycorrectfeedbackformat": 1,
    "incorrectfeedback": "",
    "incorrectfeedbackformat": 1,
    "shownumcorrect": 1,
}


def _answer(id_: int, kind: str, choice: Choice) -> Element:
    # Moodle shows its own words for true and false; these two are only for its lists.
    text = choice.id.capitalize() if kind == "true-false" else paragraph(choice.text)
    values: dict[str, str | int] = {
        "answertext": text,
        "answerformat": 0 if kind == "true-false" else 1,
        "fraction": f"{choice.fraction / WHOLE:.7f}",
        "feedback": paragraph(choice.feedback),
        "feedbackformat": 1,
    }
    return element("answer", fields(values), {"id": id_})
