"""`workshop people`: badges, certificates, attendance sheet and mixed tables from a list that stays on this machine."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

CLEAN, PROBLEMS, WRONG_USE = 0, 1, 2
FOLDER = Path("people")
"""Named in `.gitignore`; `workshop check` refuses it when Git tracks it all the same."""
PUBLISHED = ("docs", "curriculum", "site")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Adds the command to those of `workshop`."""
    parser = commands.add_parser(
        "people", parents=[common], help="badges, certificates, attendance sheet and mixed tables from a list of people",
        description="Reads a spreadsheet or CSV file with the columns name, organisation, group. Nothing of it goes into "
        "the site, into Git or into the cache.",
    )  # fmt: skip
    parser.add_argument("list", type=Path, metavar="LIST", help="for example people/2026-12-almaty.xlsx")
    parser.add_argument(
        "--programme", default="", metavar="ID", help="the programme (default: the one that the manual is about)"
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help="another number gives other tables (default: 1)"
    )
    parser.add_argument(
        "--out", type=Path, default=None, metavar="DIR", help="where the papers go (default: people/NAME-OF-LIST)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Reads the list and writes the papers. Returns the exit status."""
    # Imported when used: `workshop --help` should answer at once on an old laptop.
    from ..compile import check, today
    from ..edition import Edition
    from ..ground.problems import did_you_mean, in_full, summary
    from ..language.interface import catalogue
    from ..people.roster import read_roster

    checked = check(options.curriculum.absolute(), Path.cwd(), today())
    curriculum = checked.curriculum
    if curriculum is None:
        print(*map(in_full, checked.problems), summary(checked.problems), sep="\n\n")
        return PROBLEMS
    programme = options.programme or curriculum.manual.programme
    if programme not in curriculum.programmes:
        near = did_you_mean(programme, curriculum.programmes)
        return _wrong(
            f"there is no programme `{programme}`. {near or 'There are: ' + ', '.join(curriculum.programmes)}"
        )
    out: Path = options.out or FOLDER / options.list.stem
    if any(out.absolute().is_relative_to(Path(name).absolute()) for name in PUBLISHED):
        return _wrong(f"{out} would be published. Names of people stay out of {', '.join(PUBLISHED)}.")
    with tempfile.TemporaryDirectory() as beside:
        # A cache of its own, thrown away: the usual one would keep the names.
        edition = Edition(curriculum, catalogue(curriculum.language), _with_fonts(Path(beside)))
        roster = read_roster(options.list, options.list.as_posix(), edition)
        for problem in roster.problems:
            print(in_full(problem), end="\n\n")
        if not roster.usable:
            print(summary(roster.problems))
            return PROBLEMS
        from ..documents.refusal import PressError
        from ..ground.cache import put
        from ..people.papers import papers

        try:
            for name, content in papers(edition, programme, roster.guests, options.seed):
                put(out / name, content)
                print(f"wrote {out / name}")
        except PressError as error:
            return _wrong(str(error), PROBLEMS)
        except OSError as error:
            return _wrong(f"{error.filename or out} can not be written: {error.strerror}", PROBLEMS)
    print("These files name people. Keep them on this machine and delete them when the workshop is over.")
    return PROBLEMS if any(problem.code == "P107" for problem in roster.problems) else CLEAN


def _with_fonts(cache: Path) -> Path:
    """A cache that has the fonts already, also those for other scripts; they name nobody, and making them takes seconds."""
    from ..documents.press import OTHER_SCRIPTS
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


def _wrong(message: str, status: int = WRONG_USE) -> int:
    print(f"workshop: {message}", file=sys.stderr)
    return status
