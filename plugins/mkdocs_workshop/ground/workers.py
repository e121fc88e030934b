"""Independent pieces of work in several processes; results come in the order in which the work was given.

Work is a function of a module and its argument a plain value, so that any way of starting processes can hand it over. It is pure:
where it is done decides nothing but how long it takes.
"""

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Protocol, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

SLOW = 0.025
"""Seconds. What takes less was only taken from the cache."""
ENOUGH = 24
"""Slow pieces after which other processes are asked for help: before, to start them would take longer than it saves."""
MOST = 4
"""Processes: each may hold a book, which takes half a gigabyte."""


class Workers(Protocol):
    """Does pieces of work."""

    def begin(self, work: Callable[[Job], Result], jobs: Iterable[Job]) -> Iterator[Result]:
        """Begins all pieces and gives their results in order. What a piece raises is raised here, or in the place of its result."""


class InTurn:
    """Does one piece after the other, when its result is asked for."""

    def begin(self, work: Callable[[Job], Result], jobs: Iterable[Job]) -> Iterator[Result]:
        """See `Workers`."""
        return map(work, jobs)


IN_TURN = InTurn()


class Processes:
    """Does the first pieces itself; where most of them are slow, other processes do the rest meanwhile."""

    def __init__(self, count: int, start: Callable[[str], ProcessPoolExecutor]) -> None:
        self.count = count
        self.start = start
        self.pool: ProcessPoolExecutor | None = None
        self.slow = self.done = 0

    def begin(self, work: Callable[[Job], Result], jobs: Iterable[Job]) -> Iterator[Result]:
        """See `Workers`."""
        given = iter(jobs)
        first: list[Result] = []
        while not self._is_needed():
            job = next(given, _END)
            if isinstance(job, _End):
                return iter(first)
            first.append(self._here(work, job))
        pool = self._started(work.__module__)
        rest = deque((job, _handed(pool, work, job)) for job in given)
        return self._collected(work, first, rest)

    def _is_needed(self) -> bool:
        return self.count > 1 and self.slow >= ENOUGH and self.slow * 2 > self.done

    def _here(self, work: Callable[[Job], Result], job: Job) -> Result:
        began = time.monotonic()
        result = work(job)
        self.done += 1
        self.slow += time.monotonic() - began > SLOW
        return result

    def _started(self, module: str) -> ProcessPoolExecutor:
        if self.pool is None:
            self.pool = self.start(module)
        return self.pool

    def _collected(
        self,
        work: Callable[[Job], Result],
        first: Iterable[Result],
        rest: deque[tuple[Job, Future[Result] | None]],
    ) -> Iterator[Result]:
        yield from first
        while rest:
            # What was given and what came of it are let go one by one.
            yield _result(work, *rest.popleft())


def _handed(pool: ProcessPoolExecutor, work: Callable[[Job], Result], job: Job) -> Future[Result] | None:
    """A piece of work in the hands of a pool; None where the pool has come to an end."""
    try:
        return pool.submit(work, job)
    except BrokenProcessPool:
        return None


def _result(work: Callable[[Job], Result], job: Job, future: Future[Result] | None) -> Result:
    """What a piece gives; it is done here where the system has ended its process, for want of memory above all."""
    try:
        if future is not None:
            return future.result()
    except BrokenProcessPool:
        pass
    return work(job)


class _End:
    """Stands behind the last job."""


_END = _End()


@contextmanager
def processes(*, at_once: bool = False) -> Iterator[Workers]:
    """As many as this machine can run side by side; none where it can run one.

    `at_once` says that most of the work is known to be slow: then the first piece goes to another process already, and this one
    loads none of the libraries that make documents.
    """
    workers = Processes(min(MOST, _processors()), _pool)
    if at_once:
        workers.slow = workers.done = ENOUGH
    try:
        yield workers
    finally:
        if workers.pool is not None:
            workers.pool.shutdown(cancel_futures=True)


def _pool(module: str) -> ProcessPoolExecutor:
    """Other processes; what `module` imports is imported once for all of them, where the system can copy a process."""
    # Not by a plain fork: the libraries that set type have threads, and a copy of a process has none of them.
    ways = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")
    context.set_forkserver_preload([module])
    count = min(MOST, _processors())
    return ProcessPoolExecutor(count, context, _begun, (_processors() // count,))


def _begun(threads: int) -> None:
    """Lets the process that was begun by a person say that it was interrupted; the others end with it.

    Libraries have so many threads: one for each processor in each process would wait for one another, and each holds memory of its own.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["RAYON_NUM_THREADS"] = str(threads)


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
