"""`workshop check`: every mistake in the files, from the last check where nothing has changed since."""

import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from ..ground.day import today
from ..ground.findings import answer_file, found_before, question
from ..ground.problems import Problem, for_ci, in_full, summary
from ..ground.unhurried import uncollected
from .exits import CLEAN, PROBLEMS
from .frame import Command, option
from .given import curriculum_option, ids_of

CACHE = Path(".cache") / "workshop"
"""Where the command keeps what it made, below the project."""


@click.command(
    "check", cls=Command, section="Write", short_help="Find every mistake in the YAML files.",
    examples=[
        ("workshop check", "All files, in all languages."),
        ("workshop check --country kg", "As if `country: kg` stood in curriculum.yml."),
    ],
)  # fmt: skip
@option("--strict-facts", is_flag=True, help="Facts that are due for checking are errors.")
@option("--country", metavar="ID", shell_complete=ids_of("country"), help="With another country sheet: kg.")
@curriculum_option
def check(strict_facts: bool, country: str | None, curriculum: Path) -> int:
    """Reads all files and reports every mistake at once: where it is, what is wrong, and what to do.

    Nothing is changed. Exit status 1 if there is an error or a warning; notices alone are clean.
    """
    with uncollected():
        problems = problems_of(curriculum.absolute(), Path.cwd(), today(), strict_facts, country)
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for problem in problems:
        print(in_full(problem, colour), end="\n\n")
        if os.environ.get("CI"):
            print(for_ci(problem))
    print(summary(problems))
    return PROBLEMS if any(problem.severity != "notice" for problem in problems) else CLEAN


def problems_of(
    folder: Path, root: Path, day: dt.date, strict_facts: bool, country: str | None = None
) -> Sequence[Problem]:
    """All problems of a curriculum, in every language, in their order; with another country sheet than usual, if one is named."""
    # The rules and what they lean on take a second to load; who has changed nothing need not wait for them.
    key = None if country else question(folder, root, day, strict_facts, every_language=True)
    before = found_before(answer_file(root / CACHE, None), key) if key else None
    if before is not None:
        return before.problems
    from ..checking import check as check_all

    return check_all(
        folder, root, day, strict_facts, every_language=True, keep=root / CACHE, country=country, problems_alone=True
    ).problems
