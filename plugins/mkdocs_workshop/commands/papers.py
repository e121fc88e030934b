"""`workshop papers`: how well the handouts fill their paper, measured on the finished PDFs."""

from pathlib import Path

import click

from .exits import CLEAN, PROBLEMS, NotDone
from .frame import Command, argument, option
from .given import curriculum_option, ids_of


@click.command(
    "papers", cls=Command, section="Write", short_help="Find pages of handouts that are half empty, or have a few stray lines.",
    examples=[("workshop papers exposure-card", "Measure one handout.")],
)  # fmt: skip
@argument("ids", nargs=-1, metavar="ID", shell_complete=ids_of("handout"), line="Ids of handouts (default: all).")
@option(
    "--language", metavar="CODE", shell_complete=ids_of("language"), help="ru, kk, ... (default: as it was written)."
)
@curriculum_option
def papers(ids: tuple[str, ...], language: str | None, curriculum: Path) -> int:
    """Sets the handouts and measures how well each page is filled.

    Slower than `workshop check`; what was set once is kept. Exit status 1 if something should be changed.
    """
    from ..compile import can_build, check, today
    from ..documents.emit.refusal import PressError
    from ..documents.fit import all_misfits
    from ..edition import Edition
    from ..ground.problems import in_full, sort_problems, summary
    from ..language.interface import catalogue

    root = Path.cwd()
    checked = check(curriculum.absolute(), root, today(), language=language)
    if checked.curriculum is None or not can_build(checked):
        print(*map(in_full, checked.problems), summary(checked.problems), sep="\n\n")
        return PROBLEMS
    whole = checked.curriculum
    edition = Edition(whole, catalogue(whole.language), root / ".cache" / "workshop")
    try:
        problems = sort_problems(all_misfits(edition, ids))
    except PressError as error:
        raise NotDone(str(error)) from error
    for problem in problems:
        print(in_full(problem), end="\n\n")
    if problems:
        print(summary(problems))
    return PROBLEMS if problems else CLEAN
