"""From the folder to everything that a door needs: the artifacts and their order, or the problems."""

import datetime as dt
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from . import checks
from .checks.personal import personal_files
from .checks.translations import unfit_translations
from .deliver.downloads import Tell, make_downloads
from .deliver.two_languages import pair_of
from .documents.slide_page import stage_style
from .edition import LESSONS, CourseWays, Edition
from .ground.artifact import Artifact, Role
from .ground.fonts import font_files, font_style
from .ground.problems import Problem, has_errors, sort_problems
from .language.interface import catalogue
from .reading.curriculum import Curriculum, load
from .reading.gate import released
from .reading.translation.apply import languages_of
from .reading.translation.gates import translation_problems
from .reading.translation.readings_check import reading_problems
from .site.modules_json import modules_json
from .site.pages import Pages, make_pages, paths


@dataclass(frozen=True)
class Checked:
    """A curriculum that was read and checked."""

    curriculum: Curriculum | None
    """What may be shown: without the texts that wait for their readers. None when it can not be linked."""
    problems: list[Problem]


def check(
    folder: Path,
    root: Path,
    today: dt.date,
    strict_facts: bool = False,
    language: str | None = None,
    *,
    every_language: bool = False,
) -> Checked:
    """Reads, links and checks, with the PO files of all languages. All problems come at once and in order.

    `language` is the one in which the curriculum is wanted, the one it was written in if left out. Rules about the texts are
    asked of the written ones alone; what a translation must keep is asked of its PO file. Whether translations fit their places
    takes a second for each language: it is asked of the wanted one, or with `every_language` of all.
    """
    curriculum, problems, complete = load(folder, root)
    if curriculum is not None:
        problems = problems + checks.run(curriculum, today, complete, strict_facts)
        problems += translation_problems(curriculum.files, folder, root)
        problems += reading_problems(curriculum.files, folder, root)
        unfit = languages_of(folder) if every_language else [language] if language else []
        if complete and unfit:
            problems += unfit_translations(curriculum.files, folder, root, unfit)
        if language and language != curriculum.language and complete:
            curriculum, wrong, _ = load(folder, root, language)
            problems = problems + [problem for problem in wrong if problem not in problems]
    problems = problems + personal_files(root, folder, curriculum)
    return Checked(released(curriculum) if curriculum and complete else None, sort_problems(problems))


def in_other_languages(folder: Path, root: Path, curriculum: Curriculum) -> list[Curriculum]:
    """The same curriculum in its other languages, that in which it was written first. Its problems are known from `check`."""
    master = curriculum.manual.language
    codes = [code for code in (master, *languages_of(folder)) if code != curriculum.language]
    found = (load(folder, root, code)[0] for code in codes)
    return [released(one) for one in found if one is not None]


def can_build(checked: Checked) -> bool:
    """Whether pages can be made."""
    return checked.curriculum is not None and not has_errors(checked.problems)


def make(
    curriculum: Curriculum,
    today: dt.date,
    cache: Path,
    *,
    documents: bool = True,
    variants: bool = True,
    course: CourseWays = LESSONS,
    cards: bool = False,
    on_disk: bool = False,
    tell: Tell | None = None,
    role: Role = "facilitator",
    beside: Callable[[], Sequence[Curriculum]] = lambda: (),
    bilingual: Sequence[str] | None = None,
) -> Pages:
    """Pages, style sheet, mark and fonts, and unless left out everything that can be downloaded.

    `variants` says whether handouts and cases are made as booklets and in large print too, `course` what courses for Moodle are made of,
    `cards` whether share cards are drawn,
    which only a site with an address can use (nobody sends a link to a page that is being written, or that lies on a stick), `on_disk` whether the manual is opened without a server; `tell` hears of each file
    as it is made; `beside` gives the same curriculum in its other languages, and
    `bilingual` the two languages of papers that stand in both. Raises PressError when a document can not be set, Unprintable when an author has to change some, and OSError
    when the cache can not be written.
    """
    edition = Edition(curriculum, catalogue(curriculum.language), cache, variants, on_disk, course)
    if documents:
        others = (replace(edition, curriculum=one, say=catalogue(one.language)) for one in beside())
        edition = replace(edition, beside=tuple(others))
    downloads = make_downloads(edition, tell, role, _pair(edition, bilingual)) if documents else []
    pages = make_pages(edition, today, downloads, role)
    drawn, words = _cards(edition) if cards else ([], {})
    return Pages(
        [
            *pages.artifacts,
            *downloads,
            modules_json(edition, downloads),
            *_assets(),
            *font_files(cache / "fonts"),
            *drawn,
        ],
        pages.nav,
        words,
    )


def _pair(edition: Edition, wanted: Sequence[str] | None) -> tuple[Edition, Edition] | None:
    """The editions of papers in two languages, where this is one of them."""
    codes = pair_of(edition.curriculum.manual.language, [one.language for one in (edition, *edition.beside)], wanted)
    return edition.pair(codes) if codes and edition.language in codes else None


def _cards(edition: Edition) -> tuple[list[Artifact], dict[str, str]]:
    """The share cards, and what they say."""
    # Imported when used: who writes needs no press.
    from .documents.cards import cards

    drawn = list(cards(edition))
    return [Artifact(card.path, card.png) for card in drawn], {card.path: card.words for card in drawn}


STYLES = ("stage.css", "workshop.css", "library.css", "run.css", "supplies.css", "cues.css", "print.css")
"""Parts of the style sheet, in their order."""


def _assets() -> list[Artifact]:
    folder = files(__package__) / "site" / "theme"
    style = "\n".join([font_style(), stage_style(), *((folder / name).read_text("utf-8") for name in STYLES)])
    return [
        Artifact(paths.STYLE, style),
        *(
            Artifact(path, (folder / path.rsplit("/", 1)[-1]).read_text("utf-8"))
            for path in (paths.MARK, *paths.SCRIPTS)
        ),
    ]


def today() -> dt.date:
    """The day of the build; `SOURCE_DATE_EPOCH` fixes it, so that the same input gives the same bytes."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date() if epoch else dt.date.today()  # noqa: DTZ011  the day where the trainer is
