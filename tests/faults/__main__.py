"""The long run: `python -m tests.faults` tries more than 100,000 inputs; `python -m tests.faults short` some hundred.

It says how far it is, and goes on where it was broken off (`--anew` begins again). It ends with a table of what was tried. What
harmful texts do in a browser is a run of its own: `python -m tests.faults.injection`.
"""

import argparse
import json
import os
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.conftest import ROOT
from tests.faults.subjects import SUBJECTS, Subject

STATE = ROOT / ".cache" / "faults.json"
State = dict[str, dict[str, object]]


def run(subject: Subject, first: int, last: int) -> list[str]:
    """Tries the inputs `first` to `last` of a subject; returns what was wrong."""
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        try_it = subject.start(Path(name))
        for number in range(first, last):
            try:
                wrong += [f"{subject.name} {number}: {fault}" for fault in try_it(number)]
            except Exception:  # noqa: BLE001  to meet what nobody expects is what this is for
                wrong.append(f"{subject.name} {number}: {traceback.format_exc()}")
    return wrong


def main() -> int:
    """Tries everything; returns 1 if anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("size", nargs="?", choices=("short", "long"), default="long")
    parser.add_argument("--anew", action="store_true", help="begin again")
    options = parser.parse_args()
    state: State = {}
    if options.size == "long" and STATE.is_file() and not options.anew:
        state = json.loads(STATE.read_text("utf-8"))
    wrong: list[str] = []
    for subject in SUBJECTS:
        wrong += _all_of(subject, options.size, state)
    _table(options.size, state)
    print(*wrong, sep="\n")
    return int(bool(wrong))


def _all_of(subject: Subject, size: str, state: State) -> list[str]:
    """The rest of a subject, in steps, each of which is written down."""
    told = state.setdefault(subject.name, {"done": 0, "wrong": [], "seconds": 0.0})
    done, whole = int(str(told["done"])), getattr(subject, size)
    wrong = list(map(str, told["wrong"])) if isinstance(told["wrong"], list) else []
    while done < whole:
        step = min(max(whole // 20, 1) if size == "long" else whole, whole - done)
        began = time.process_time() + sum(os.times()[2:4])
        wrong += run(subject, done, done + step)
        done += step
        spent = float(str(told["seconds"])) + time.process_time() + sum(os.times()[2:4]) - began
        told |= {"done": done, "wrong": wrong, "seconds": spent}
        if size == "long":
            STATE.parent.mkdir(parents=True, exist_ok=True)
            STATE.write_text(json.dumps(state, indent=1, ensure_ascii=False), "utf-8")
        if size == "long" or done == whole:
            print(f"{subject.name}: {done} of {whole}, {len(wrong)} faults, {spent:.0f} s", flush=True)
    return wrong


def _table(size: str, state: State) -> None:
    """The page of figures holds these lines."""
    print("\n| What | Inputs | Faults | Seconds of the processor |\n|---|---|---|---|")
    whole, faults, seconds = 0, 0, 0.0
    for subject in SUBJECTS:
        told = state[subject.name]
        count, found, spent = getattr(subject, size), told["wrong"], float(str(told["seconds"]))
        number = len(found) if isinstance(found, list) else 0
        whole, faults, seconds = whole + count, faults + number, seconds + spent
        print(f"| {subject.name} | {count:,} | {number} | {spent:.0f} |")
    print(f"| all | {whole:,} | {faults} | {seconds:.0f} |")


if __name__ == "__main__":
    sys.exit(main())
