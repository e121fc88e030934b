"""`workshop translate`: PO files for translators, and how far they are."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .exits import CLEAN, PROBLEMS, WRONG_USE

if TYPE_CHECKING:
    from ..reading.kinds import Loaded


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Adds the command to those of `workshop`."""
    parser = commands.add_parser(
        "translate", parents=[common], help="PO files for translators, and how far they are",
        description="A PO file for each module and each shared file, in curriculum/locales/LANGUAGE. Poedit, Weblate and "
        "OmegaT read and write them.",
    )  # fmt: skip
    parser.add_argument(
        "what",
        choices=("update", "status", "check"),
        help="update: write the PO files for today's texts, keeping what is right; status: how much is translated; "
        "check: what is wrong in them",
    )
    parser.add_argument("--language", action="append", default=[], metavar="CODE", help="ru, kk, ... (default: all)")
    parser.add_argument(
        "--min-complete", type=float, default=0, metavar="PERCENT", help="with status: exit 1 if less is translated"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Reads the curriculum and does what was asked. Returns the exit status."""
    from ..ground.problems import in_full, summary
    from ..reading.curriculum import load
    from ..reading.translation.apply import languages_of
    from ..reading.translation.gates import translation_problems
    from ..reading.translation.readings_check import reading_problems

    folder: Path = options.curriculum.absolute()
    curriculum, problems, complete = load(folder, Path.cwd())
    if curriculum is None or not complete:
        print(*map(in_full, problems), summary(problems), sep="\n\n")
        return PROBLEMS
    languages = options.language or languages_of(folder)
    if not languages:
        print("workshop: name a language, for example --language ru; there are no PO files yet.", file=sys.stderr)
        return WRONG_USE
    if options.what == "update":
        return _update(curriculum.files, folder, languages)
    if options.what == "status":
        return _status(curriculum.files, folder, languages, options.min_complete)
    found = list(translation_problems(curriculum.files, folder, Path.cwd()))
    found += reading_problems(curriculum.files, folder, Path.cwd())
    print(*map(in_full, found), summary(found), sep="\n\n")
    return PROBLEMS if any(problem.severity != "notice" for problem in found) else CLEAN


def _update(files: "Sequence[Loaded]", folder: Path, languages: Sequence[str]) -> int:
    from ..ground.problems import in_full
    from ..reading.files import shown_path
    from ..reading.translation.apply import FOLDER
    from ..reading.translation.messages import by_po
    from ..reading.translation.po import as_text, read_catalog, updated

    status = CLEAN
    for language in languages:
        for name, messages in by_po(files).items():
            path = folder / FOLDER / language / name
            old, problems = read_catalog(path, shown_path(path, Path.cwd()))
            if problems:
                # What can not be read is never written over: somebody's work is in it.
                print(*map(in_full, problems), sep="\n\n", file=sys.stderr)
                status = PROBLEMS
                continue
            new = as_text(updated(old, messages, language))
            if not path.is_file() or path.read_bytes() != new:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(new)
                print(f"wrote {shown_path(path, Path.cwd())}")
    return status


def _status(files: "Sequence[Loaded]", folder: Path, languages: Sequence[str], least: float) -> int:
    from ..reading.translation.status import share, status

    rows = status(files, folder, Path.cwd(), languages)
    width = max(len(row.name) for row in rows)
    print(f"{'':{width}}  language  messages  translated  unsure  missing  mark")
    for row in rows:
        numbers = f"{row.messages:8}  {row.translated:10}  {row.unsure:6}  {row.missing:7}  {row.mark}"
        print(f"{row.name:{width}}  {row.language:8}  {numbers}")
    low = False
    for language in languages:
        part = share([row for row in rows if row.language == language])
        print(f"{language}: {part:.1f} % translated")
        low = low or part < least
    return PROBLEMS if low else CLEAN
