"""Levels of outcomes: said by the author, or told by the verb; they stand in the lesson plan."""

import pytest

from mkdocs_workshop.documents.lesson_plan import lesson_plan
from mkdocs_workshop.documents.tree.proof import inline_words
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.model.module import Level, Outcome
from mkdocs_workshop.teaching.bloom import LEVELS, VERBS, level_of, levels_of_verb


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("Explain why, and name who", "en", "understand"),
        ("tell apart three emergencies", "en", "understand"),
        ("tell a colleague", "en", None),
        ("сравнить четыре модели", "ru", "analyse"),
        ("төрт үлгіні салыстырады.", "kk", "analyse"),
        ("салыстырады деп айту", "kk", None),
        ("explain", "xx", None),
    ],
)
def test_a_verb_tells_a_level(text: str, language: str, first: Level | None) -> None:
    assert next(iter(levels_of_verb(text, language)), None) == first


def test_the_author_has_the_last_word_and_attitudes_have_no_level() -> None:
    made = {"id": "a", "kind": "skill", "text": "explain why"}
    assert level_of(Outcome.model_validate(made), "en") == "understand"
    assert level_of(Outcome.model_validate(made | {"level": "evaluate"}), "en") == "evaluate"
    assert level_of(Outcome.model_validate(made | {"kind": "attitude"}), "en") is None


def test_verbs_name_known_levels() -> None:
    assert {level for verbs in VERBS.values() for levels in verbs.values() for level in levels} <= set(LEVELS)


def test_the_lesson_plan_says_the_level(example: Edition) -> None:
    for parts in example.curriculum.modules.values():
        for outcome in parts.plan.outcomes:
            assert (level_of(outcome, "en") is None) == (outcome.kind == "attitude"), outcome.id
    plan = lesson_plan(example, example.curriculum.modules["occupational-safety"])
    lines = [inline_words(objective.text) for _, objectives in plan.objectives for objective in objectives]
    assert sum(line.endswith(" [Bloom: apply]") for line in lines) == 3
