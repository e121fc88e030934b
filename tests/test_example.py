"""The example has one thing of each kind that the shipped manual has: whoever tests on it misses nothing."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from mkdocs_workshop.compile import check
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.problems import one_line
from mkdocs_workshop.reading.curriculum import Curriculum
from tests.conftest import EXAMPLE, TODAY

DRAWN_ALIKE = ("DrawnStep.picture=", "Source.type=", "Material.icon=")
"""Lists of many words that are treated alike; each has a test of its own that goes through all of them."""


def _choices(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
    for inner in get_args(annotation):
        yield from _choices(inner)


def _used(value: Any) -> Iterator[str]:
    """`Handout.form` for a field that says something, and `Handout.form=letter` where it is one of several words."""
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, list | tuple):
        for one in value:
            yield from _used(one)
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            found = getattr(value, name)
            if found != field.default and found not in ((), [], {}, None, ""):
                place = f"{type(value).__name__}.{name}"
                yield place
                words = found if isinstance(found, list | tuple) else (found,)
                chosen = {str(word) for word in words if isinstance(word, str | int)}
                yield from (f"{place}={word}" for word in chosen.intersection(_choices(field.annotation)))
                yield from _used(found)


def _features(curriculum: Curriculum) -> set[str]:
    return {feature for file in curriculum.files for feature in _used(file.model)}


def test_the_example_has_every_kind_of_thing(example: Edition, shipped: Edition) -> None:
    missing = _features(shipped.curriculum) - _features(example.curriculum)
    assert {one for one in missing if not one.startswith(DRAWN_ALIKE)} == set(), f"add them to {EXAMPLE}"
    assert "Case.release" in _features(example.curriculum)


def test_the_example_is_right_in_every_language() -> None:
    checked = check(EXAMPLE / "curriculum", EXAMPLE, TODAY, every_language=True)
    assert [one_line(problem) for problem in checked.problems if problem.severity != "notice"] == []
    waiting = [problem.place.path for problem in checked.problems if problem.code == "W711"]
    assert waiting == ["curriculum/modules/referral-schemes/cases/two-reports-before-midnight.yml"]
