"""`workshop waiting`: which texts are held back, for whom they wait, and what to write once they were read."""

import argparse
from pathlib import Path

from .exits import CLEAN, PROBLEMS


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Adds the command to those of `workshop`."""
    parser = commands.add_parser(
        "waiting", parents=[common], help="list the texts that wait for a reader",
        description="Lists every text that is held back, and for each reader who is missing the line that goes into "
        "curriculum/reviews.yml once they have read it. Roles only, never names of people.",
    )  # fmt: skip
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Prints the list. Returns the exit status."""
    # Imported when used: `workshop --help` should answer at once on an old laptop.
    from ..compile import check, today
    from ..ground.problems import in_full

    day = today()
    checked = check(options.curriculum.absolute(), Path.cwd(), day)
    if checked.curriculum is None:
        print(*map(in_full, checked.problems), sep="\n\n")
        return PROBLEMS
    held = checked.curriculum.held
    print(f"{len(held)} texts wait for a reader." if len(held) != 1 else "1 text waits for a reader.")
    for one in held:
        print(f"\n{one.path}: {one.title}")
        for reader in one.missing:
            print(f"  - {{file: {one.path}, by: {reader}, on: {day.isoformat()}, text: {one.mark}}}")
    return CLEAN
