"""What a check costs grows with what there is to check, not with its square. Ratios, so that a slow machine changes nothing."""

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mkdocs_workshop.compile import check
from mkdocs_workshop.ground.problems import MOST as LISTED
from mkdocs_workshop.model.evidence import Glossary
from mkdocs_workshop.model.module import Module
from mkdocs_workshop.reading.validate import validate
from mkdocs_workshop.reading.yaml import parse
from tests.conftest import TODAY

MOST = 8
"""Times the effort for four times the work: the square would be sixteen, and a busy machine is not exact."""


@pytest.fixture(autouse=True)
def _no_garbage_collection() -> Iterator[None]:
    """It comes when it likes, and would be counted."""
    gc.disable()
    yield
    gc.enable()


def _seconds(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _unknown_keys(number: int) -> int:
    source, _ = parse("title: x\n" + "".join(f"key-{index}: some text\n" for index in range(number)), "module.yml")
    assert source is not None
    return len(validate(source, Module)[1])


def _unknown_keys_in_a_list(number: int) -> int:
    terms = "".join(f"  - {{id: t{index}, term: x, definition: y, defnition: z}}\n" for index in range(number))
    source, _ = parse(f"terms:\n{terms}", "glossary.yml")
    assert source is not None
    return len(validate(source, Glossary)[1])


def _doubled_keys(number: int) -> int:
    return len(parse("title: x\n" * (number + 1), "module.yml")[1])


@pytest.mark.parametrize("work", [_unknown_keys, _unknown_keys_in_a_list, _doubled_keys])
def test_four_times_the_mistakes_cost_four_times_the_effort(work: Callable[[int], int]) -> None:
    assert work(100) >= 100
    # A file of more values is refused without being looked at (W051).
    assert _seconds(lambda: work(4000)) < MOST * _seconds(lambda: work(1000))


def test_findings_of_rules_cost_the_same_each(small: Path) -> None:
    """The words that are meant are sought in their own text; those of a folded text are not found, and that is quick too."""

    def work(number: int) -> None:
        terms = "".join(
            f"  - id: t{index}\n    term: w{index}\n    definition: >\n      A <b class=x\n      id=y> c\n"
            for index in range(number)
        )
        (small / "glossary.yml").write_text(f"terms:\n{terms}", "utf-8")
        found = check(small, small.parent, TODAY).problems
        assert sum(problem.code == "W601" for problem in found) == min(number, LISTED)

    assert _seconds(lambda: work(2000)) < MOST * _seconds(lambda: work(500))
