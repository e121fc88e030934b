"""The quiz of a module in a Moodle backup, and the category that holds its questions."""

from .backup_grades import grade_item
from .backup_parts import NULL, TOP_CATEGORY, Category, Store
from .questions import QuestionBank
from .xml import Element, element, fields

# Moodle adds up when something is shown: during (0x10000), right after (0x1000), later (0x100) and after the end (0x10).
_ALWAYS, _AFTERWARDS = 0x11110, 0x01110
_HIGHEST = 1


def fill_category(bank: QuestionBank, store: Store, time: int) -> Category:
    """The category of the questions of a module, noted in the store."""
    numbered = tuple((store.number(), question) for question in bank.questions)
    category = Category(store.number(), bank.title, bank.module, numbered, time)
    store.categories.append(category)
    return category


def quiz(
    title: str, pass_mark: int, category: Category, id_: int, store: Store
) -> tuple[Element, dict[str, list[int]], list[Element]]:
    """The activity, the numbers of what it refers to, and its line in the gradebook."""
    reviews = dict.fromkeys(
        (
            "reviewcorrectness",
            "reviewmarks",
            "reviewspecificfeedback",
            "reviewgeneralfeedback",
            "reviewrightanswer",
            "reviewoverallfeedback",
        ),
        _AFTERWARDS,
    )
    values: dict[str, str | int] = {
        "name": title,
        "intro": "",
        "introformat": 1,
        "timeopen": 0,
        "timeclose": 0,
        "timelimit": 0,
        "overduehandling": "autosubmit",
        "graceperiod": 0,
        "preferredbehaviour": "deferredfeedback",
        "canredoquestions": 0,
        "attempts_number": 0,
        "attemptonlast": 0,
        "grademethod": _HIGHEST,
        "decimalpoints": 0,
        "questiondecimalpoints": -1,
        "reviewattempt": _ALWAYS,
        **reviews,
        "questionsperpage": 1,
        "navmethod": "free",
        "shuffleanswers": 1,
        "sumgrades": f"{len(category.questions)}.00000",
        "grade": "100.00000",
        "timecreated": category.time,
        "timemodified": category.time,
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
    slots = [_slot(store.number(), number, question) for number, (question, _) in enumerate(category.questions, 1)]
    section = element("section", fields({"firstslot": 1, "heading": "", "shufflequestions": 0}), {"id": store.number()})
    body = [
        *fields(values),
        element("question_instances", slots),
        element("sections", [section]),
        *(element(name) for name in ("feedbacks", "overrides", "grades", "attempts")),
    ]
    grade = store.number()
    refers = {"grade_item": [grade], "question_category": [TOP_CATEGORY, category.id]}
    line = grade_item(grade, "quiz", id_, title, pass_mark, category.time)
    return element("quiz", body, {"id": id_}), refers, [line]


def _slot(id_: int, number: int, question: int) -> Element:
    values: dict[str, str | int] = {
        "slot": number,
        "page": number,
        "requireprevious": 0,
        "questionid": question,
        "questioncategoryid": NULL,
        "includingsubcategories": NULL,
        "maxmark": "1.0000000",
    }
    return element("question_instance", [*fields(values), element("tags")], {"id": id_})
