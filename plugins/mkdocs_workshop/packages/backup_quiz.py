"""Quizzes in a Moodle backup, and the categories that hold their questions.

For practice every question is asked, as often as people like; what is said to an answer comes when it is given, and an empty
attempt tells nothing. In an exam each place draws a question on one outcome, there is one attempt against the clock, and neither
answers nor key are shown afterwards, only the marks.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .backup_grades import grade_item
from .backup_parts import NULL, Category, Store
from .backup_questions import top_category
from .questions import Question, QuestionBank
from .xml import Element, element, fields

# Moodle adds up when something is shown: during (0x10000), right after (0x1000), later (0x100) and after the end (0x10).
_DURING, _AFTERWARDS = 0x10000, 0x01110
_HIGHEST = 1
_REVIEWS = (
    "reviewattempt",
    "reviewcorrectness",
    "reviewmarks",
    "reviewspecificfeedback",
    "reviewgeneralfeedback",
    "reviewrightanswer",
    "reviewoverallfeedback",
)
_PRACTICE: Mapping[str, str | int] = {
    "timelimit": 0,
    "preferredbehaviour": "immediatefeedback",
    "attempts_number": 0,
    "reviewattempt": _DURING | _AFTERWARDS,
    "reviewcorrectness": _DURING | _AFTERWARDS,
    "reviewmarks": _DURING | _AFTERWARDS,
    "reviewspecificfeedback": _DURING | _AFTERWARDS,
    "reviewgeneralfeedback": _DURING,
    "reviewrightanswer": 0,
    "reviewoverallfeedback": 0,
}
_EXAM: Mapping[str, str | int] = {
    "preferredbehaviour": "deferredfeedback",
    "attempts_number": 1,
    **dict.fromkeys(_REVIEWS, 0),
    "reviewattempt": _DURING,
    "reviewmarks": _AFTERWARDS,
}
SECONDS_A_QUESTION = 90
"""How much time an exam gives."""


class Asked(NamedTuple):
    """What a place in a quiz holds."""

    question: int
    category: int | None = None
    """Where the question is drawn from."""


def category_of(
    store: Store, quiz: int, name: str, idnumber: str, questions: Sequence[Question], time: int, draws: int = 0
) -> Category:
    """A category of questions in a quiz, noted in the store.

    `draws` is how many places of the quiz take any one of its questions; `time` is in seconds since 1970.
    """
    numbered = tuple((store.number(), question) for question in questions)
    drawn = tuple(store.number() for _ in range(draws))
    category = Category(store.number(), name, idnumber, numbered, time, quiz, drawn)
    store.categories.append(category)
    return category


Made = tuple[Element, dict[str, list[int]], list[Element]]
"""The activity, the numbers of what it refers to, and its line in the gradebook."""


def practice(title: str, bank: QuestionBank, id_: int, store: Store, time: int) -> Made:
    """The quiz of a module.

    `time` is in seconds since 1970, `id_` the number of the activity. The grade is in per cent.
    """
    category = category_of(store, id_, bank.title, bank.module, bank.questions, time)
    asked = [Asked(question) for question, _ in category.questions]
    return _quiz(title, bank.pass_mark, [category], asked, id_, store, _PRACTICE, time)


def exam(title: str, pass_mark: int, categories: Sequence[Category], id_: int, store: Store, time: int) -> Made:
    """An exam that draws from categories.

    `pass_mark` is in per cent, `time` in seconds since 1970. It may last `SECONDS_A_QUESTION` seconds for each
    question.
    """
    asked = [Asked(drawn, category.id) for category in categories for drawn in category.draws]
    rules = {**_EXAM, "timelimit": SECONDS_A_QUESTION * len(asked)}
    return _quiz(title, pass_mark, categories, asked, id_, store, rules, time)


def _quiz(
    title: str,
    pass_mark: int,
    categories: Sequence[Category],
    asked: Sequence[Asked],
    id_: int,
    store: Store,
    rules: Mapping[str, str | int],
    time: int,
) -> Made:
    values: dict[str, str | int] = {
        "name": title,
        "intro": "",
        "introformat": 1,
        "timeopen": 0,
        "timeclose": 0,
        "overduehandling": "autosubmit",
        "graceperiod": 0,
        "canredoquestions": 0,
        "attemptonlast": 0,
        "grademethod": _HIGHEST,
        "decimalpoints": 0,
        "questiondecimalpoints": -1,
        **rules,
        "questionsperpage": 1,
        "navmethod": "free",
        "shuffleanswers": 1,
        "sumgrades": f"{len(asked)}.00000",
        "grade": "100.00000",
        "timecreated": time,
        "timemodified": time,
        "password": "",
        "subnet": "",
        "browsersecurity": "-",
        "delay1": 0,
        "delay2": 0,
        "showuserpicture": 0,
        "showblocks": 0,
        "completionattemptsexhausted": 0,
        "completionpass": 1,
        "allowofflineattempts": 0,
    }
    slots = [_slot(store.number(), number, one) for number, one in enumerate(asked, 1)]
    section = element("section", fields({"firstslot": 1, "heading": "", "shufflequestions": 0}), {"id": store.number()})
    body = [
        *fields(values),
        element("question_instances", slots),
        element("sections", [section]),
        *(element(name) for name in ("feedbacks", "overrides", "grades", "attempts")),
    ]
    grade = store.number()
    refers = {
        "grade_item": [grade],
        "question_category": [top_category(id_), *(category.id for category in categories)],
    }
    line = grade_item(grade, "quiz", id_, title, pass_mark, time)
    return element("quiz", body, {"id": id_}), refers, [line]


def _slot(id_: int, number: int, asked: Asked) -> Element:
    values: dict[str, str | int] = {
        "slot": number,
        "page": number,
        "requireprevious": 0,
        "questionid": asked.question,
        "questioncategoryid": NULL if asked.category is None else asked.category,
        "includingsubcategories": NULL if asked.category is None else 0,
        "maxmark": "1.0000000",
    }
    return element("question_instance", [*fields(values), element("tags")], {"id": id_})
