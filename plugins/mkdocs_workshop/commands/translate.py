"""`workshop translate`: PO files for translators, and how far they are."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .exits import CLEAN, PROBLEMS, WRONG_USE

if TYPE_CHECKING:
    from ..model.release import TranslationReview
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
        choices=("extract", "update", "status", "check", "review", "import", "page"),
        help="extract: write templates for tools that start a language themselves; update: write the PO files for today's "
        "texts, keeping what is right; status: how much is translated, and who has read it; check: what is wrong; "
        "review: write a Word file for somebody who has only Word; import: read it back; page: a hand-written page was held "
        "against its English",
    )
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="with import: the Word file; with page: the page"
    )
    parser.add_argument("--language", action="append", default=[], metavar="CODE", help="ru, kk, ... (default: all)")
    parser.add_argument(
        "--min-complete",
        type=float,
        default=0,
        metavar="PERCENT",
        help="with status: exit 1 if less is translated, or a page is old",
    )
    parser.add_argument("--module", metavar="ID", help="with review: the module, or a file such as glossary or facts")
    parser.add_argument("--beside", metavar="CODE", help="with review: a second language to read beside the English")
    parser.add_argument("--by", metavar="ROLE", help="with import: who read it, by role: native-reader, lawyer, ...")
    parser.add_argument("--out", type=Path, metavar="PATH", help="with extract and review: where it goes")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Reads the curriculum and does what was asked. Returns the exit status."""
    from ..ground.problems import in_full, summary
    from ..reading.curriculum import load
    from ..reading.translation.apply import languages_of
    from .translate_page import write_page

    if options.what == "page":
        return write_page(options.file)
    folder: Path = options.curriculum.absolute()
    curriculum, problems, complete = load(folder, Path.cwd())
    if curriculum is None or not complete:
        print(*map(in_full, problems), summary(problems), sep="\n\n")
        return PROBLEMS
    if options.what == "extract":
        return _extract(curriculum.files, folder, options.out)
    if options.what in ("review", "import"):
        from .translate_review import import_review, write_review

        return (write_review if options.what == "review" else import_review)(options, curriculum)
    languages = options.language or languages_of(folder)
    if not languages:
        print("workshop: name a language, for example --language ru; there are no PO files yet.", file=sys.stderr)
        return WRONG_USE
    if options.what == "update":
        return _update(curriculum.files, folder, languages)
    if options.what == "status":
        return _status(curriculum.files, folder, languages, options.min_complete)
    return _check(curriculum.files, folder, languages)


def _check(files: "Sequence[Loaded]", folder: Path, languages: Sequence[str]) -> int:
    from ..checks.translations import unfit_translations
    from ..ground.problems import in_full, sort_problems, summary
    from ..language.catalogue_gates import catalogue_problems
    from ..reading.translation.gates import translation_problems
    from ..reading.translation.pages import page_problems
    from ..reading.translation.readings_check import reading_problems

    found = sort_problems(
        [
            *translation_problems(files, folder, Path.cwd(), languages),
            *unfit_translations(files, folder, Path.cwd(), languages),
            *catalogue_problems(languages),
            *reading_problems(files, folder, Path.cwd()),
            *page_problems(Path.cwd() / "docs", Path.cwd(), languages),
        ]
    )
    print(*map(in_full, found), summary(found), sep="\n\n")
    return PROBLEMS if any(problem.severity != "notice" for problem in found) else CLEAN


def _update(files: "Sequence[Loaded]", folder: Path, languages: Sequence[str]) -> int:
    from ..ground.problems import in_full
    from ..reading.files import shown_path
    from ..reading.translation.apply import FOLDER
    from ..reading.translation.messages import by_po
    from ..reading.translation.po import as_text, read_catalog
    from ..reading.translation.update import no_longer_needed, updated

    status = CLEAN
    wanted = by_po(files)
    for language in languages:
        old = {}
        elsewhere: dict[str, str] = {}
        for name, messages in wanted.items():
            path = folder / FOLDER / language / name
            catalog, problems = read_catalog(path, shown_path(path, Path.cwd()))
            if problems:
                # What can not be read is never written over: somebody's work is in it.
                print(*map(in_full, problems), sep="\n\n", file=sys.stderr)
                status = PROBLEMS
                continue
            old[name] = catalog
            elsewhere |= no_longer_needed(catalog, messages)
        for name, catalog in old.items():
            path = folder / FOLDER / language / name
            if write_po_file(path, as_text(updated(catalog, wanted[name], language, elsewhere))):
                print(f"wrote {shown_path(path, Path.cwd())}")
    return status


def _extract(files: "Sequence[Loaded]", folder: Path, out: Path | None) -> int:
    """Templates for tools that start a language themselves: the English alone."""
    from babel.messages.catalog import Catalog

    from ..reading.files import shown_path
    from ..reading.translation.apply import FOLDER
    from ..reading.translation.messages import by_po
    from ..reading.translation.po import as_text
    from ..reading.translation.update import updated

    for name, messages in by_po(files).items():
        path = (out or folder / FOLDER / "templates") / f"{name}t"
        if write_po_file(path, as_text(updated(Catalog(), messages, None))):
            print(f"wrote {shown_path(path, Path.cwd())}")
    return CLEAN


def write_po_file(path: Path, content: bytes) -> bool:
    """Writes a file that differs from what is there; says whether it did."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def _status(files: "Sequence[Loaded]", folder: Path, languages: Sequence[str], least: float) -> int:
    from ..reading.translation.status import share, status
    from .translate_page import rows_of_pages

    rows = status(files, folder, Path.cwd(), languages)
    width = max(len(row.name) for row in rows)
    print(f"{'':{width}}  language  messages  translated  unsure  missing  native reader         expert")
    for row in rows:
        numbers = f"{row.messages:8}  {row.translated:10}  {row.unsure:6}  {row.missing:7}"
        read = f"{_read(row.native, row.mark):20}  {_read(row.expert, row.mark)}"
        print(f"{row.name:{width}}  {row.language:8}  {numbers}  {read}".rstrip())
    low = False
    for language in languages:
        part = share([row for row in rows if row.language == language])
        print(f"{language}: {part:.1f} % translated")
        low = low or part < least
    for words, behind in rows_of_pages(Path.cwd() / "docs", languages):
        print(words)
        low = low or (behind and least > 0)
    return PROBLEMS if low else CLEAN


def _read(review: "TranslationReview | None", mark: str) -> str:
    """When a translation was read: `2026-12-01`, with `changed since` where other words stand there now."""
    if review is None:
        return "-"
    return f"{review.on}" if review.text == mark else f"{review.on} changed"
