"""Pieces of work in several processes: the same results in the same order, whoever does them."""

import os
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from mkdocs_workshop.documents.document_files import _papers, made_or_refused
from mkdocs_workshop.documents.emit.refusal import PressError, TooManyPages
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground import workers
from mkdocs_workshop.ground.workers import ENOUGH, IN_TURN, SLOW, Processes, processes
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import load


class Job(NamedTuple):
    """A piece of work."""

    number: int
    seconds: float = 0.0
    ends_in: int = 0
    """The process in which it ends that process, unless it is this one."""


def work(job: Job) -> tuple[int, int]:
    time.sleep(job.seconds)
    if job.number == 99:
        raise TooManyPages("card", 3, 2)
    if job.ends_in and os.getpid() != job.ends_in:
        os._exit(1)
    return job.number, os.getpid()


class Started:
    """Starts other processes as a build does, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, module: str) -> ProcessPoolExecutor:
        """Two processes or more."""
        self.times += 1
        return workers._pool(module)  # noqa: SLF001  what is tried here


@pytest.fixture
def started() -> Started:
    return Started()


@pytest.fixture
def busy(started: Started) -> Iterator[Processes]:
    """Workers that have seen enough slow pieces already."""
    made = Processes(2, started)
    made.slow = made.done = ENOUGH
    yield made
    if made.pool is not None:
        made.pool.shutdown()


def test_results_come_in_order_from_other_processes(busy: Processes) -> None:
    jobs = [Job(number, 0.2 if number == 0 else 0.0) for number in range(8)]
    made = list(busy.begin(work, jobs))
    assert [number for number, _ in made] == list(range(8))
    assert os.getpid() not in {process for _, process in made}


def test_what_is_kept_already_needs_no_other_process(started: Started) -> None:
    made = list(Processes(2, started).begin(work, map(Job, range(ENOUGH * 3))))
    assert {process for _, process in made} == {os.getpid()}
    assert started.times == 0


def test_a_few_slow_pieces_among_many_are_no_reason_for_more_processes(started: Started) -> None:
    jobs = [Job(number, SLOW * 1.2 if number % 3 == 0 else 0.0) for number in range(ENOUGH * 4)]
    list(Processes(2, started).begin(work, jobs))
    assert started.times == 0


def test_one_processor_does_all_itself(started: Started) -> None:
    alone = Processes(1, started)
    alone.slow = alone.done = ENOUGH
    assert [number for number, _ in alone.begin(work, map(Job, range(3)))] == [0, 1, 2]
    assert started.times == 0


def test_a_process_that_ends_loses_nothing(busy: Processes) -> None:
    jobs = [Job(number, ends_in=os.getpid() if number == 1 else 0) for number in range(4)]
    assert [number for number, _ in busy.begin(work, jobs)] == [0, 1, 2, 3]


def test_an_error_comes_back_as_it_was(busy: Processes) -> None:
    with pytest.raises(TooManyPages) as refused:
        list(busy.begin(work, [Job(99)]))
    assert isinstance(refused.value, PressError)
    assert (refused.value.pages, str(refused.value)) == (3, "card takes 3 pages, but its paper has 2")


def test_a_build_ends_the_processes_that_it_began() -> None:
    with processes() as given:
        assert isinstance(given, Processes)
        given.count, given.slow, given.done = 2, ENOUGH, ENOUGH
        list(given.begin(work, [Job(1)]))
        pool = given.pool
    assert pool is not None
    with pytest.raises(RuntimeError):
        pool.submit(work, Job(1))


def test_editions_do_their_work_in_turn_unless_they_are_told() -> None:
    assert Edition.workers is IN_TURN
    assert list(IN_TURN.begin(work, [Job(2)])) == [(2, os.getpid())]


def test_papers_are_the_same_from_any_process(small: Path, tmp_path: Path, busy: Processes) -> None:
    """The first is made here, the second elsewhere; neither finds the other in its cache."""
    whole, _, _ = load(small, small.parent)
    assert whole is not None
    made = []
    for name, begin in (("here", IN_TURN.begin), ("elsewhere", busy.begin)):
        papers = [*_papers(Edition(whole, catalogue("en"), tmp_path / name), "participant")]
        made.append([*begin(made_or_refused, [paper for paper in papers if paper.document.kind == "handout"])])
    assert made[0]
    assert made[0] == made[1]
