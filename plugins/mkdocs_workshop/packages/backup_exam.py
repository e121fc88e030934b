"""Exams as Moodle backups: each place draws a question on one outcome, there is one attempt, a clock, and no key.

An exam lies in a file of its own: who restores a course for practice gets no second copy of its questions, and who wants an exam
restores it into that course, into the section of its module.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from ..documents.emit.html import words
from ..edition import Edition
from ..reading.curriculum import ModuleParts
from .backup_activities import WHEN_PASSED, Made, Place, wrapped
from .backup_course import Course, course_files
from .backup_parts import Section, Store, seconds
from .backup_quiz import category_of, exam
from .course import manual_id, section_numbers
from .questions import Question, question_bank

MOST = 40
"""Places of an exam over several modules, which is an hour."""


class Pool(NamedTuple):
    """The questions on one outcome, of which one is drawn."""

    idnumber: str
    name: str
    questions: tuple[Question, ...]


def pools(edition: Edition, modules: Sequence[ModuleParts]) -> list[Pool]:
    """What an exam draws from: each outcome that has questions; of several modules first one outcome of each, then the next.

    Two modules with outcomes a, b and c, d are drawn from in the order a, c, b, d, at most 40 of them.
    """
    by_module = []
    for parts in modules:
        bank = question_bank(edition, parts)
        found = []
        for outcome in parts.plan.outcomes:
            asked = tuple(one for one in (bank.questions if bank else ()) if one.outcome == outcome.id)
            if asked:
                name = f"{edition.plain(parts.plan.short)}: {edition.plain(outcome.text)}"
                found.append(Pool(f"exam-{parts.id}-{outcome.id}", name, asked))
        by_module.append(found)
    rounds = [one for turn in zip_longest(*by_module) for one in turn if one is not None]
    return rounds[:MOST] if len(modules) > 1 else rounds


def exam_files(edition: Edition, name: str, title: str, modules: Sequence[ModuleParts]) -> dict[str, str | bytes]:
    """The files of the backup of an exam by their paths; none if there are no questions.

    One question on each outcome is drawn. To pass takes the highest pass mark of these modules, in per cent.
    """
    drawn = pools(edition, modules)
    if not drawn:
        return {}
    numbers = section_numbers(edition)
    number = numbers[modules[0].id] if len(modules) == 1 else len(numbers) + 1
    marks = [parts.check.pass_mark for parts in modules if parts.check]
    day, store = max(seconds(edition.changed(parts)) for parts in modules), Store()
    id_, heading = store.number(), edition.say("backup.exam", title=title)
    categories = [category_of(store, id_, pool.name, pool.idnumber, pool.questions, day, draws=1) for pool in drawn]
    made = Made(*exam(heading, max(marks), categories, id_, store, day))
    place = Place(number, day, manual_id(edition))
    serves = [pool.idnumber.removeprefix("exam-") for pool in drawn]
    activity = wrapped("quiz", id_, heading, name, place, made, WHEN_PASSED, serves)
    section = title if len(modules) == 1 else edition.say("backup.after")
    # Whoever sits an exam sees whether anybody has read the translation of its questions.
    readers = words(edition.readers(modules[0] if len(modules) == 1 else None))
    return course_files(
        edition, Course(name, heading, [Section(number, section, day, (activity,), readers)], day), store
    )
