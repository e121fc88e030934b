"""What a command takes: processor time, the clock and memory, counted by the operating system."""

import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

# As an installed package: what Python compiles is kept.
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "PYTHONPATH": str(ROOT),
    "NO_MKDOCS_2_WARNING": "1",
    "CI": "",
}


class Cost(NamedTuple):
    """What a process and those that it started took."""

    cpu: float
    """Processor seconds of all of them."""
    memory: float
    """The most memory of the largest one, in MiB."""
    wall: float = 0.0
    """Seconds on the clock."""


def run(command: list[str], folder: Path) -> Cost:
    """Runs a command and accounts for it alone. Raises subprocess.CalledProcessError when it fails."""
    code = (
        "import ctypes, contextlib, os, resource, subprocess, sys, time\n"
        # Processes that help end after the one that asked them: on Linux they then become ours, and are counted.
        "with contextlib.suppress(AttributeError): ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)\n"
        "began = time.monotonic();"
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE);"
        "wall = time.monotonic() - began;"
        "sys.stderr.buffer.write(done.stderr) if done.returncode else None\n"
        "with contextlib.suppress(ChildProcessError):\n"
        "    while True: os.wait()\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, wall);"
        "sys.exit(done.returncode)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *command],
        cwd=folder,
        env=ENVIRONMENT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return Cost(*map(float, done.stdout.split()))


def in_turn(runs: int, *work: Callable[[], Cost]) -> list[Cost]:
    """Medians of some pieces of work that run A B A B, after one round to warm up."""
    for piece in work:
        piece()
    rounds = [[piece() for piece in work] for _ in range(runs)]
    return [
        Cost(statistics.median(cost.cpu for cost in column), max(cost.memory for cost in column))
        for column in zip(*rounds, strict=True)
    ]
