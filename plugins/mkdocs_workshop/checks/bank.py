"""Rules about questions and statements: a good guess must not pass for knowledge."""

import re
from collections.abc import Iterator

from ..model.check import MultipleQuestion, SingleQuestion, TrueFalseQuestion
from ..model.instrument import Instrument, KnowledgeItem, ScenarioItem, StatementItem
from ..reading.curriculum import Curriculum
from ..reading.kinds import Loaded
from ..reading.marks import without_marks
from ..reading.references import items_of
from ..reading.yaml import Loc
from ..teaching.bank import bank_figures, by_module, is_longest
from .finding import Finding

LONGEST_SHARE = 0.40
"""With four options a quarter would be chance."""
FEWEST_SINGLES = 3
"""Fewer questions say nothing about their author's habit."""
ONE_WAY_SHARE = 0.65
FEWEST_STATEMENTS = 5

NEGATIONS = {"en": ("not", "except"), "ru": ("не", "кроме"), "kk": ("емес", "басқа")}
"""Words that turn a question round, by the language of the curriculum."""
_VERBS = (
    "i", "we", "they", "am", "are", "is", "was", "were", "can", "could", "will", "would", "should", "must", "may",
    "have", "has", "had", "do", "does", "know", "knew", "feel", "felt", "think", "understand", "understood", "trust",
    "want", "need", "use", "used", "learned", "learnt", "explain", "explained", "remember", "believe",
)  # fmt: skip
_TWO_IDEAS = {"en": re.compile(rf"\band (?:also |then |so )?(?:{'|'.join(_VERBS)})\b", re.IGNORECASE)}
"""An "and" after which a second sentence begins. A list, not a grammar: it finds most, and misses some."""
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


def longest_is_right(curriculum: Curriculum) -> Iterator[Finding]:
    """Who ticks the longest option must not pass."""
    for id_, figures in by_module(curriculum).items():
        singles = figures.kinds["single"]
        if singles < FEWEST_SINGLES or figures.longest <= LONGEST_SHARE * singles:
            continue
        file = curriculum.file("check", id_)
        first = next(
            index
            for index, question in enumerate(file.model.questions)
            if isinstance(question, SingleQuestion) and is_longest(question)
        )
        message = f"the right answer is the longest in {figures.longest} of {singles} questions with one right answer"
        yield Finding(file, ("questions", first), message)


def one_sided(curriculum: Curriculum) -> Iterator[Finding]:
    """Who always says "false" must not pass."""
    statements = [
        (file, index, question)
        for file in curriculum.files
        if file.kind == "check"
        for index, question in enumerate(file.model.questions)
        if isinstance(question, TrueFalseQuestion)
    ]
    answers = bank_figures(question for _, _, question in statements).answers
    if answers.total() < FEWEST_STATEMENTS:
        return
    answer, count = answers.most_common(1)[0]
    if count <= ONE_WAY_SHARE * answers.total():
        return
    file, index, _ = next(found for found in statements if found[2].key == answer)
    shown = str(answer).lower()
    yield Finding(file, ("questions", index, "key"), f"`{shown}` is right in {count} of {answers.total()} statements")


def negated(curriculum: Curriculum) -> Iterator[Finding]:
    """A "not" in what is asked is read over under stress, and tests that."""
    words = NEGATIONS.get(curriculum.manual.language, ())
    if not words:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
    for file, loc, text in _asked(curriculum):
        stem = _SENTENCE.split(without_marks(text).strip())[-1]
        found = pattern.search(stem)
        if found:
            yield Finding(file, (*loc, "text"), f"the question turns on `{found[0]}`", fragment=found[0])


def _asked(curriculum: Curriculum) -> Iterator[tuple[Loaded, Loc, str]]:
    for file in curriculum.files:
        if file.kind == "check":
            for index, question in enumerate(file.model.questions):
                if isinstance(question, SingleQuestion | MultipleQuestion):
                    yield file, ("questions", index), question.text
        elif file.kind == "instrument":
            for loc, item in items_of(file.model):
                if isinstance(item, KnowledgeItem | ScenarioItem):
                    yield file, loc, item.text


def two_ideas(curriculum: Curriculum) -> Iterator[Finding]:
    """Who agrees with one half only can not answer."""
    pattern = _TWO_IDEAS.get(curriculum.manual.language)
    if pattern is None:
        return
    for file in curriculum.files:
        if file.kind != "instrument" or not file.model.in_use:
            continue
        for loc, item in items_of(file.model):
            if isinstance(item, StatementItem) and (found := pattern.search(without_marks(item.text))):
                yield Finding(file, (*loc, "text"), f"the statement `{item.id}` may say two things", fragment=found[0])


def one_direction(curriculum: Curriculum) -> Iterator[Finding]:
    """Who ticks one column all the way down must be noticed."""
    for file in curriculum.files:
        if file.kind != "instrument" or not file.model.in_use:
            continue
        ways = [
            item.better
            for _, item in items_of(file.model)
            if isinstance(item, StatementItem) and item.better is not None
        ]
        if len(ways) >= FEWEST_STATEMENTS and len(set(ways)) == 1:
            yield Finding(file, ("sections",), f"all {len(ways)} statements are better towards `{ways[0]}`")


def opposite_scales(curriculum: Curriculum) -> Iterator[Finding]:
    """One pair of words, one direction: people fill in two forms on one day."""
    first: dict[frozenset[str], tuple[Loaded, tuple[str, ...]]] = {}
    for file in curriculum.files:
        if file.kind != "instrument" or not file.model.in_use:
            continue
        form: Instrument = file.model
        for index, scale in enumerate(form.scales):
            labels = tuple(point.label for point in scale.points)
            earlier, known = first.setdefault(frozenset(labels), (file, labels))
            if earlier is not file and labels == known[::-1]:
                message = f"the scale `{scale.id}` runs the other way round than in {earlier.source.path}"
                yield Finding(file, ("scales", index, "points"), message)
