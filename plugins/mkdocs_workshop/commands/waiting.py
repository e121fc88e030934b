"""`workshop waiting`: which texts are held back, for whom they wait, and what to write once they were read."""

from pathlib import Path

import click

from .exits import CLEAN, PROBLEMS
from .frame import Command
from .given import curriculum_option


@click.command(
    "waiting", cls=Command, section="Write", short_help="List the texts that wait for a reader.",
    examples=[("workshop waiting", "Each text, who must read it, and the line to write afterwards.")],
)  # fmt: skip
@curriculum_option
def waiting(curriculum: Path) -> int:
    """Lists every text that is held back until somebody who knows the work has read it.

    For each reader who is missing it prints the line that goes into curriculum/reviews.yml afterwards. Roles only, never names
    of people.
    """
    # Imported when used: `workshop --help` should answer at once on an old laptop.
    from ..compile import check, today
    from ..ground.problems import in_full

    day = today()
    checked = check(curriculum.absolute(), Path.cwd(), day)
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
