"""The statistics of the item bank: what gives an answer away before anybody knows it.

Whoever ticks the longest option, the second one, or always "false" must not pass.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..model.check import CheckQuestion, MultipleQuestion, SingleQuestion, TrueFalseQuestion
from ..reading.curriculum import Curriculum
from ..reading.marks import without_marks
from .quiz import right_options


@dataclass(frozen=True)
class BankFigures:
    """What is counted of some questions. Figures of several modules can be added up."""

    kinds: Counter[str] = field(default_factory=Counter)
    """Questions by their kind."""
    longest: int = 0
    """Questions with one right answer in which it is longer than every other option."""
    right_words: int = 0
    """Words of the right options of questions with one right answer."""
    wrong_words: int = 0
    wrong_options: int = 0
    positions: Counter[int] = field(default_factory=Counter)
    """Where authors put the right answer, from 1. Readers see another order."""
    ticks: Counter[int] = field(default_factory=Counter)
    """The same for every right option of questions with several."""
    answers: Counter[bool] = field(default_factory=Counter)
    """Statements that are true, and that are false."""

    def __add__(self, other: "BankFigures") -> "BankFigures":
        """The figures of both."""
        return BankFigures(
            self.kinds + other.kinds,
            self.longest + other.longest,
            self.right_words + other.right_words,
            self.wrong_words + other.wrong_words,
            self.wrong_options + other.wrong_options,
            self.positions + other.positions,
            self.ticks + other.ticks,
            self.answers + other.answers,
        )

    @property
    def ratio(self) -> float | None:
        """How many times as long as a wrong option a right one is, on average, in words; None if there are none.

        Right options of 12 words and wrong ones of 8 give 1.5.
        """
        singles = self.kinds["single"]
        if not singles or not self.wrong_words:
            return None
        return (self.right_words / singles) / (self.wrong_words / self.wrong_options)


def bank_figures(questions: Iterable[CheckQuestion]) -> BankFigures:
    """The figures of some questions."""
    total = BankFigures()
    for question in questions:
        total += _of(question)
    return total


def by_module(curriculum: Curriculum) -> dict[str, BankFigures]:
    """The figures of each module that has a knowledge check, in the order of the modules."""
    return {id_: bank_figures(parts.check.questions) for id_, parts in curriculum.modules.items() if parts.check}


def is_longest(question: SingleQuestion) -> bool:
    """Whether the right option has more letters than each of the others.

    It is True where the right option is "Call for help" and the other one "Wait".
    """
    letters = {option.id: len(without_marks(option.text)) for option in question.options}
    right = letters.pop(question.key, 0)
    return all(right > other for other in letters.values())


def _of(question: CheckQuestion) -> BankFigures:
    kinds: Counter[str] = Counter({question.kind: 1})
    if isinstance(question, TrueFalseQuestion):
        return BankFigures(kinds, answers=Counter({question.key: 1}))
    if not isinstance(question, SingleQuestion | MultipleQuestion):
        return BankFigures(kinds)
    right = right_options(question)
    places = Counter(place for place, option in enumerate(question.options, 1) if option.id in right)
    if isinstance(question, MultipleQuestion):
        return BankFigures(kinds, ticks=places)
    words = {option.id: len(without_marks(option.text).split()) for option in question.options}
    return BankFigures(
        kinds,
        longest=int(is_longest(question)),
        right_words=words.get(question.key, 0),  # a key that names no option is a problem of its own
        wrong_words=sum(count for id_, count in words.items() if id_ != question.key),
        wrong_options=len(words) - 1,
        positions=places,
    )
