"""`python -m tests.mutation map [TEST FILES]`, then `python -m tests.mutation run [--most N]`.

`map` runs each test file once and notes which functions its tests call (a map that is there stays; name files to make theirs).
`run` shows the changes of a fixed sample of 300 to the tests that call the changed function, the quick ones first, and prints what
nobody noticed. Both go on where they were broken off. What was found out is kept in `.cache/mutation`.
"""

import argparse
import ast
import hashlib
import itertools
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.mutation.mutants import Mutant, mutants

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins" / "mkdocs_workshop"
KEPT = ROOT / ".cache" / "mutation"
ROOMS = ("teaching", "reading", "documents", "packages", "reports")
SAMPLE, SEED = 300, 2026
MOST_TESTS, MOST_SECONDS = 80, 20.0
"""Tests that are shown one change, and what they took together. What the quick ones do not notice is not noticed."""
SECONDS = 240
"""A change that makes tests run longer has been noticed."""
PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly")


def make_map(files: Sequence[Path]) -> None:
    """Runs test files and keeps what their tests call."""
    (KEPT / "map").mkdir(parents=True, exist_ok=True)
    for file in files or sorted((ROOT / "tests").glob("test_*.py")):
        target = KEPT / "map" / f"{file.stem}.json"
        if target.exists() and not files:
            continue
        command = [*PYTEST, "-p", "tests.mutation.record", "--calls", str(target), str(file)]
        done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
        print(f"{file.stem}: {done.stdout.strip().rpartition(chr(10))[2]}", flush=True)


def sample(rooms: Sequence[str]) -> list[Mutant]:
    """The same changes each time, as long as the code stays as it is."""
    files = [path for room in rooms for path in sorted((PACKAGE / room).rglob("*.py"))]
    everything = [mutant for path in files for mutant in mutants(PACKAGE, path)]
    chosen = random.Random(SEED).sample(everything, min(SAMPLE, len(everything)))  # noqa: S311  no secret
    print(f"{len(everything)} changes are possible; a sample of {len(chosen)} by the seed {SEED}.")
    return chosen


def run(chosen: Sequence[Mutant]) -> None:
    """Shows changes to tests and prints the ratio."""
    calls = _calls()
    results = KEPT / "results.json"
    known: dict[str, str] = json.loads(results.read_text("utf-8")) if results.exists() else {}
    count = {"killed": 0, "survived": 0, "not covered": 0}
    for number, mutant in enumerate(chosen, 1):
        source = (PACKAGE / mutant.path).read_text("utf-8")
        tests = _tests(mutant, source, calls)
        key = f"{mutant.id} {hashlib.sha256(repr((source, tests)).encode()).hexdigest()[:12]}"
        if key not in known:
            known[key] = _outcome(mutant, source, tests) if tests else "not covered"
            results.write_text(json.dumps(known, indent=1), "utf-8")
        count[known[key]] += 1
        print(f"{number:3} {known[key]:11} {mutant.id} ({len(tests)} tests)", flush=True)
    shown = count["killed"] + count["survived"]
    print(f"\n{count}; of those that a test runs, {count['killed'] / max(1, shown):.0%} were noticed.")


def _calls() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((KEPT / "map").glob("*.json")):
        found |= json.loads(path.read_text("utf-8"))
    return found


def _tests(mutant: Mutant, source: str, calls: dict[str, dict[str, Any]]) -> list[str]:
    """The tests that call the function of a change, the quick ones first; of a table, all that call anything in its file.

    First of all come those that compare with a golden file: one of them notices what dozens of others do not look at.
    """
    around = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and node.lineno <= mutant.line <= (node.end_lineno or 0)
    ]
    if around:
        inner = around[-1]
        line = min([inner.lineno, *(decorator.lineno for decorator in inner.decorator_list)])
        wanted = f"{mutant.path}:{line}"
        found = [test for test, one in calls.items() if wanted in one["calls"]]
    else:
        found = [
            test for test, one in calls.items() if any(call.startswith(f"{mutant.path}:") for call in one["calls"])
        ]
    quick = sorted(found, key=lambda test: ("test_golden" not in test, calls[test]["seconds"], test))[:MOST_TESTS]
    spent = list(itertools.accumulate(calls[test]["seconds"] for test in quick))
    return [test for index, test in enumerate(quick) if index == 0 or spent[index] <= MOST_SECONDS]


def _outcome(mutant: Mutant, source: str, tests: Sequence[str]) -> str:
    """Whether a test fails with the change. It is made in a copy of the package, so that the code itself is never touched."""
    copy = KEPT / "plugins"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(PACKAGE, copy / "mkdocs_workshop", ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "mkdocs_workshop" / mutant.path).write_text(mutant.applied(source), "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [*PYTEST, "-x", *tests]
    try:
        done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return "killed"
    return "survived" if done.returncode == 0 else "killed"


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("what", choices=("map", "run"))
    parser.add_argument("files", nargs="*", type=Path, help="with map: test files")
    parser.add_argument("--most", type=int, default=SAMPLE, help="with run: only the first of the sample")
    parser.add_argument("--room", action="append", choices=ROOMS, help="only these rooms (another sample)")
    options = parser.parse_args()
    os.nice(19)
    if options.what == "map":
        make_map(options.files)
    else:
        run(sample(options.room or ROOMS)[: options.most])


if __name__ == "__main__":
    main()
