"""`workshop calendar`: the entries of a programme in a file that every calendar reads."""

import datetime as dt
from pathlib import Path

import click

from .exits import CLEAN, PROBLEMS, WrongUse, not_written
from .frame import Command, argument, option
from .given import FILE, curriculum_option, ids_of


@click.command(
    "calendar", cls=Command, section="Run a workshop", short_help="Write a calendar file of a programme.",
    examples=[("workshop calendar two-day --start 2026-12-07", "Writes two-day.ics with an entry for each session and break.")],
)  # fmt: skip
@argument("programme", metavar="PROGRAMME", shell_complete=ids_of("programme"), line="Its id, for example two-day.")
@option("--start", required=True, metavar="YYYY-MM-DD", help="The first day.")
@option("--out", type=FILE, metavar="FILE", help="Where it goes (default: PROGRAMME.ics).")
@curriculum_option
def calendar(programme: str, start: str, out: Path | None, curriculum: Path) -> int:
    """Writes an iCalendar file with an entry for each session and break."""
    from ..compile import check, today
    from ..documents.calendar import calendar_file
    from ..edition import Edition
    from ..ground.cache import put
    from ..ground.problems import in_full, summary
    from ..language.interface import catalogue

    try:
        day = dt.date.fromisoformat(start)
    except ValueError:
        raise WrongUse(f"{start} is no day; write it like 2026-12-07.") from None
    checked = check(curriculum.absolute(), Path.cwd(), today())
    whole = checked.curriculum
    if whole is None:
        print(*map(in_full, checked.problems), summary(checked.problems), sep="\n\n")
        return PROBLEMS
    if programme not in whole.programmes:
        raise WrongUse(f"there is no programme `{programme}`. There are: {', '.join(whole.programmes)}.")
    target = out or Path(f"{programme}.ics")
    edition = Edition(whole, catalogue(whole.language), Path(".cache/workshop"))
    try:
        if target.exists() and not _is_ours(target):
            raise WrongUse(
                f"{target} exists, and is no calendar of the workshop. Nothing was touched. Name another file with --out."
            )
        put(target, calendar_file(edition, programme, day))
    except OSError as error:
        raise not_written(error, target) from error
    print(f"wrote {target}")
    return CLEAN


def _is_ours(path: Path) -> bool:
    """Whether a file is a calendar that this command wrote. Raises OSError where it can not be read."""
    from ..documents.calendar import PRODUCT

    return path.is_file() and f"PRODID:{PRODUCT}".encode() in path.read_bytes()[:200]
