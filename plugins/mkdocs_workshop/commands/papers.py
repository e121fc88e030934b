"""`workshop papers`: how well the handouts fill their paper, measured on the finished PDFs."""

import argparse
from pathlib import Path

from .exits import CLEAN, PROBLEMS


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Adds the command to those of `workshop`."""
    parser = commands.add_parser(
        "papers", parents=[common], help="pages that are half empty, and last pages with a few stray lines",
        description="Sets the handouts and measures each page. Slower than `workshop check`; what was set once is kept.",
    )  # fmt: skip
    parser.add_argument("ids", nargs="*", metavar="ID", help="ids of handouts (default: all)")
    parser.add_argument("--language", default=None, metavar="CODE", help="ru, kk, ... (default: as it was written)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Runs the command and returns the exit status: 1 when something is to be changed."""
    from ..compile import can_build, check, today
    from ..documents.fit import all_misfits
    from ..edition import Edition
    from ..ground.problems import in_full, sort_problems, summary
    from ..language.interface import catalogue

    root = Path.cwd()
    checked = check(options.curriculum.absolute(), root, today(), language=options.language)
    if checked.curriculum is None or not can_build(checked):
        print(*map(in_full, checked.problems), summary(checked.problems), sep="\n\n")
        return PROBLEMS
    curriculum = checked.curriculum
    edition = Edition(curriculum, catalogue(curriculum.language), root / ".cache" / "workshop")
    problems = sort_problems(all_misfits(edition, options.ids))
    for problem in problems:
        print(in_full(problem), end="\n\n")
    if problems:
        print(summary(problems))
    return PROBLEMS if problems else CLEAN
