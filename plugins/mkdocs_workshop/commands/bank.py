"""`workshop bank`: the statistics of the knowledge checks, for authors who write questions."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .exits import CLEAN, PROBLEMS
from .frame import Command
from .given import curriculum_option

if TYPE_CHECKING:
    from ..teaching.bank import BankFigures

HEAD = ("module", "questions", "single", "longest right", "length ratio", "places of the right answer", "true / false")


@click.command(
    "bank", cls=Command, section="Write", short_help="Count what gives the answers of the knowledge checks away.",
    examples=[("workshop bank", "A line for each module, and one for all.")],
)  # fmt: skip
@curriculum_option
def bank(curriculum: Path) -> int:
    """Counts what gives the answers of the knowledge checks away.

    For each module: how often the right answer is the longest option, how long right options are beside wrong ones (1.0 is
    best), where authors put the right answer (readers see another order), and how many statements are true and false.
    """
    # Imported when used: `workshop --help` should answer at once on an old laptop.
    from ..ground.problems import in_full
    from ..reading.curriculum import load
    from ..teaching.bank import BankFigures, by_module

    whole, problems, complete = load(curriculum.absolute(), Path.cwd())
    if whole is None or not complete:
        print(*map(in_full, problems), sep="\n\n")
        return PROBLEMS
    found = by_module(whole)
    rows = [HEAD, *(row_of(id_, figures) for id_, figures in found.items())]
    rows.append(row_of("all", sum(found.values(), BankFigures())))
    print("\n".join(lines(rows)))
    return CLEAN


def row_of(name: str, figures: "BankFigures") -> tuple[str, ...]:
    """A line of the table."""
    singles, places = figures.kinds["single"], figures.positions
    last = max(places, default=0)
    return (
        name,
        str(figures.kinds.total()),
        str(singles),
        f"{figures.longest} of {singles}",
        f"{figures.ratio:.1f}" if figures.ratio is not None else "-",
        " ".join(f"{'ABCDEFGHIJ'[place - 1]}{places[place]}" for place in range(1, last + 1)) or "-",
        f"{figures.answers[True]} / {figures.answers[False]}",
    )


def lines(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """A table whose columns stand below each other.

    `list(lines([("Module", "n"), ("first-aid", "12")]))` gives `["Module     n", "first-aid  12"]`.
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
