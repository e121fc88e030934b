"""`workshop people`: badges, certificates, attendance sheet and mixed tables from a list that stays on this machine."""

import shutil
import tempfile
from pathlib import Path

import click

from .exits import CLEAN, PROBLEMS, NotDone, WrongUse, not_written
from .frame import Command, argument, option
from .given import FILE, FOLDER, curriculum_option, ids_of

OWN_FOLDER = Path("people")
"""Named in `.gitignore`; `workshop check` refuses it when Git tracks it all the same."""
PUBLISHED = ("docs", "curriculum", "site")


@click.command(
    "people", cls=Command, section="Run a workshop",
    short_help="Make badges, certificates, attendance sheet and mixed tables from a list of people.",
    examples=[("workshop people people/list.xlsx --programme two-day", "All papers of a workshop, below people/list.")],
)  # fmt: skip
@argument("list_", type=FILE, metavar="LIST", line="A table with the columns name, organisation, group.")
@option(
    "--programme", default="", metavar="ID", shell_complete=ids_of("programme"),
    help="The programme (default: the one that the manual is about).",
)  # fmt: skip
@option("--seed", type=int, default=1, metavar="N", help="Another number gives other tables (default: 1).")
@option("--out", type=FOLDER, metavar="DIR", help="Where the papers go (default: people/NAME-OF-LIST).")
@curriculum_option
def people(list_: Path, programme: str, seed: int, out: Path | None, curriculum: Path) -> int:
    """Makes badges, certificates, attendance sheet and mixed tables from a list of people.

    Reads a spreadsheet or CSV file with the columns name, organisation, group. Nothing of it goes into the site, into Git or
    into the cache.
    """
    # Imported when used: `workshop --help` should answer at once on an old laptop.
    from ..compile import check, today
    from ..edition import Edition
    from ..ground.problems import did_you_mean, in_full, summary
    from ..language.interface import catalogue
    from ..people.roster import read_roster

    checked = check(curriculum.absolute(), Path.cwd(), today())
    whole = checked.curriculum
    if whole is None:
        print(*map(in_full, checked.problems), summary(checked.problems), sep="\n\n")
        return PROBLEMS
    programme = programme or whole.manual.programme
    if programme not in whole.programmes:
        near = did_you_mean(programme, whole.programmes)
        raise WrongUse(f"there is no programme `{programme}`. {near or 'There are: ' + ', '.join(whole.programmes)}")
    out = out or OWN_FOLDER / list_.stem
    if any(out.absolute().is_relative_to(Path(name).absolute()) for name in PUBLISHED):
        raise WrongUse(f"{out} would be published. Names of people stay out of {', '.join(PUBLISHED)}.")
    with tempfile.TemporaryDirectory() as beside:
        # A cache of its own, thrown away: the usual one would keep the names.
        edition = Edition(whole, catalogue(whole.language), _with_fonts(Path(beside)))
        roster = read_roster(list_, list_.as_posix(), edition)
        for problem in roster.problems:
            print(in_full(problem), end="\n\n")
        if not roster.usable:
            print(summary(roster.problems))
            return PROBLEMS
        from ..documents.emit.refusal import PressError
        from ..ground.cache import put
        from ..people.papers import papers

        try:
            for name, content in papers(edition, programme, roster.guests, seed):
                put(out / name, content)
                print(f"wrote {out / name}")
        except PressError as error:
            raise NotDone(str(error)) from error
        except OSError as error:
            raise not_written(error, out) from error
    print("These files name people. Keep them on this machine and delete them when the workshop is over.")
    return PROBLEMS if any(problem.code == "P107" for problem in roster.problems) else CLEAN


def _with_fonts(cache: Path) -> Path:
    """A cache that has the fonts already, also those for other scripts; they name nobody, and making them takes seconds."""
    from ..documents.emit.compiler import OTHER_SCRIPTS
    from ..ground.fonts import print_fonts
    from ..people.letters import installed, script_fonts

    kept = Path(".cache/workshop/fonts")
    made = print_fonts(kept)
    shutil.copytree(made, cache / "fonts" / made.name)
    others = cache / "fonts" / OTHER_SCRIPTS
    others.mkdir()
    for font in script_fonts(kept, installed()):
        shutil.copy(font, others)
    return cache
