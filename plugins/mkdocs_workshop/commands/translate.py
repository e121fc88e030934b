"""`workshop translate`: PO files for translators, and how far they are."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .exits import CLEAN, PROBLEMS, WrongUse
from .frame import Group, argument, option, several
from .given import FILE, FOLDER, curriculum_option, ids_of

if TYPE_CHECKING:
    from ..model.release import TranslationReview
    from ..reading.curriculum import Curriculum
    from ..reading.kinds import Loaded

translate = Group(
    "translate", section="Translate", short_help="PO files for translators, and how far they are.",
    help="A PO file for each module and each shared file, in curriculum/locales/LANGUAGE. Poedit, Weblate and OmegaT read and "
    "write them.",
    examples=[
        ("workshop translate update --language ru", "Write the PO files for today's texts."),
        ("workshop translate check", "What is wrong in them, with file, line and column."),
    ],
)  # fmt: skip

_languages = several(
    "--language", metavar="CODE", shell_complete=ids_of("language"),
    help="ru, kk, ...; with commas, or several times (default: all).",
)  # fmt: skip


@translate.command(
    "extract", short_help="Write templates for tools that start a language themselves.",
    examples=[("workshop translate extract", "The English alone, into curriculum/locales/templates.")],
)  # fmt: skip
@option("--out", type=FOLDER, metavar="DIR", help="Where they go (default: curriculum/locales/templates).")
@curriculum_option
def extract(out: Path | None, curriculum: Path) -> int:
    """Writes a template (.pot) for each file of texts. Weblate and its kin start a new language from them."""
    whole = _whole(curriculum)
    return PROBLEMS if whole is None else _extract(whole.files, curriculum.absolute(), out)


@translate.command(
    "update", short_help="Write the PO files for today's texts, keeping what is right.",
    examples=[("workshop translate update --language ru", "After a change of the English texts, or to start a language.")],
)  # fmt: skip
@_languages
@curriculum_option
def update(language: tuple[str, ...], curriculum: Path) -> int:
    """Writes the PO files for today's texts.

    A translation stays with its text, also when that moves. Where the English has changed, the old words stay and are marked as
    unsure.
    """
    whole = _whole(curriculum)
    folder = curriculum.absolute()
    return PROBLEMS if whole is None else _update(whole.files, folder, _chosen(language, folder))


@translate.command(
    "status", short_help="How much is translated, and who has read it.",
    examples=[("workshop translate status --min-complete 100", "For machines: ends with 1 if anything is missing.")],
)  # fmt: skip
@_languages
@option(
    "--min-complete",
    type=float,
    default=0,
    metavar="PERCENT",
    help="Exit status 1 if less is translated, or a page is behind.",
)
@curriculum_option
def status(language: tuple[str, ...], min_complete: float, curriculum: Path) -> int:
    """Shows for each file how many texts are translated, unsure and missing, and who has read it."""
    whole = _whole(curriculum)
    folder = curriculum.absolute()
    return PROBLEMS if whole is None else _status(whole.files, folder, _chosen(language, folder), min_complete)


@translate.command(
    "check", short_help="What is wrong, with file, line and column.",
    examples=[("workshop translate check --language kk", "All Kazakh files.")],
)  # fmt: skip
@_languages
@curriculum_option
def check(language: tuple[str, ...], curriculum: Path) -> int:
    """Reports every mistake in the PO files: marks and figures that differ, terms, spelling rules, texts that are too long."""
    whole = _whole(curriculum)
    folder = curriculum.absolute()
    return PROBLEMS if whole is None else _check(whole.files, folder, _chosen(language, folder))


@translate.command(
    "review", short_help="Write a Word file for somebody who has only Word.",
    examples=[
        (
            "workshop translate review --language kk --module referral-schemes --beside ru",
            "Writes referral-schemes-kk.docx: English, Russian and Kazakh side by side.",
        )
    ],
)  # fmt: skip
@_languages
@option(
    "--module", metavar="ID", shell_complete=ids_of("module"), help="The module, or a file such as glossary or facts."
)
@option(
    "--beside", metavar="CODE", shell_complete=ids_of("language"), help="A second language to read beside the English."
)
@option("--out", type=FILE, metavar="FILE", help="Where it goes (default: MODULE-LANGUAGE.docx).")
@curriculum_option
def review(
    language: tuple[str, ...], module: str | None, beside: str | None, out: Path | None, curriculum: Path
) -> int:
    """Writes a Word file with the texts of one module in one language, to be corrected and read back with `import`."""
    from .translate_review import write_review

    whole = _whole(curriculum)
    return PROBLEMS if whole is None else write_review(whole, curriculum.absolute(), language, module, beside, out)


@translate.command(
    "import", short_help="Read the Word file back.",
    examples=[
        ("workshop translate import referral-schemes-kk.docx --by native-reader", "Takes the corrections, and notes who read it.")
    ],
)  # fmt: skip
@argument("file", type=FILE, required=False, metavar="FILE", line="The Word file.")
@option("--by", metavar="ROLE", help="Who read it, by role and never by name: native-reader, lawyer, ...")
@curriculum_option
def import_(file: Path | None, by: str | None, curriculum: Path) -> int:
    """Reads corrections out of a Word file into the PO file, and writes a line into reviews.yml.

    What finds no place goes into a file of notes beside the Word file. The language stands in the file.
    """
    from .translate_review import import_review

    whole = _whole(curriculum)
    return PROBLEMS if whole is None else import_review(whole, curriculum.absolute(), file, by)


@translate.command(
    "page", short_help="Say that a hand-written page was held against its English.",
    examples=[("workshop translate page docs/about.ru.md", "Writes sums of the English of docs/about.md into its head.")],
)  # fmt: skip
@argument("file", type=FILE, metavar="FILE", line="The translated page.")
@curriculum_option
def page(file: Path, curriculum: Path) -> int:
    """Writes into the head of a translated page from which English sections it was made.

    When one of them changes, the check names it, status counts the page, and its readers are told.
    """
    from .translate_page import write_sums

    del curriculum
    if write_sums(file):
        print(f"wrote {file}")
    return CLEAN


def _whole(curriculum: Path) -> "Curriculum | None":
    """The curriculum; None, with its mistakes printed, where it can not be read whole."""
    from ..ground.problems import in_full, summary
    from ..reading.curriculum import load

    whole, problems, complete = load(curriculum.absolute(), Path.cwd())
    if whole is None or not complete:
        print(*map(in_full, problems), summary(problems), sep="\n\n")
        return None
    return whole


def _chosen(languages: Sequence[str], folder: Path) -> Sequence[str]:
    """The languages that were named, else all for which there are PO files. Raises WrongUse if there are none."""
    from ..reading.translation.folder import languages_of

    found = languages or languages_of(folder)
    if not found:
        raise WrongUse("name a language, for example --language ru; there are no PO files yet.")
    return found


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
    from ..reading.translation.folder import FOLDER
    from ..reading.translation.messages import by_po
    from ..reading.translation.po import as_text, read_catalog
    from ..reading.translation.update import no_longer_needed, updated

    ended = CLEAN
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
                ended = PROBLEMS
                continue
            old[name] = catalog
            elsewhere |= no_longer_needed(catalog, messages)
        for name, catalog in old.items():
            path = folder / FOLDER / language / name
            if write_po_file(path, as_text(updated(catalog, wanted[name], language, elsewhere))):
                print(f"wrote {shown_path(path, Path.cwd())}")
    return ended


def _extract(files: "Sequence[Loaded]", folder: Path, out: Path | None) -> int:
    """Templates for tools that start a language themselves: the English alone."""
    from babel.messages.catalog import Catalog

    from ..reading.files import shown_path
    from ..reading.translation.folder import FOLDER
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
    from ..reading.translation import status as counted
    from .translate_page import rows_of_pages

    rows = counted.status(files, folder, Path.cwd(), languages)
    width = max(len(row.name) for row in rows)
    print(f"{'':{width}}  language  messages  translated  unsure  missing  native reader         expert")
    for row in rows:
        numbers = f"{row.messages:8}  {row.translated:10}  {row.unsure:6}  {row.missing:7}"
        read = f"{_read(row.native, row.mark):20}  {_read(row.expert, row.mark)}"
        print(f"{row.name:{width}}  {row.language:8}  {numbers}  {read}".rstrip())
    low = False
    for language in languages:
        part = counted.share([row for row in rows if row.language == language])
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
