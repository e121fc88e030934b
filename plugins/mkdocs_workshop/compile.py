"""From the folder to everything that a door needs: the artifacts and their order, or the problems."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

from . import checks
from .checks.personal import personal_files
from .checks.translations import unfit_translations
from .deliver.downloads import Tell, make_downloads
from .deliver.two_languages import pair_of
from .documents.slide_page import stage_style
from .edition import ALL_VARIANTS, LESSONS, CourseWays, Edition
from .ground.artifact import Artifact, Role
from .ground.day import today
from .ground.findings import Findings, answer_file, found_before, keep_findings, question
from .ground.fonts import font_files, font_style
from .ground.problems import Problem, has_errors, sort_problems
from .language.interface import catalogue
from .reading.curriculum import Curriculum, load
from .reading.gate import released
from .reading.local import with_local
from .reading.remembered import load_once
from .reading.translation.apply import languages_of
from .reading.translation.gates import translation_problems
from .reading.translation.overview import not_there, overview
from .reading.translation.pages import page_problems
from .reading.translation.readings import PartState
from .reading.translation.readings_check import reading_problems
from .site.modules_json import modules_json
from .site.pages import Pages, make_pages, paths
from .site.pages.readers import english_texts, readers_of_pages
from .site.slim import lean_script, lean_style
from .site.thumbs import thumbnails

__all__ = ["Checked", "can_build", "check", "in_other_languages", "make", "read_again", "today"]


@dataclass(frozen=True)
class Checked:
    """A curriculum that was read and checked."""

    curriculum: Curriculum | None
    """What may be shown: without the texts that wait for their readers. None when it can not be linked."""
    problems: list[Problem]
    translations: Mapping[str, Mapping[str, PartState]] = field(default_factory=dict)
    """How far each language is that the curriculum names, by PO file."""


def check(
    folder: Path,
    root: Path,
    today: dt.date,
    strict_facts: bool = False,
    language: str | None = None,
    *,
    every_language: bool = False,
    keep: Path | None = None,
    country: str | None = None,
) -> Checked:
    """Reads, links and checks, with the PO files of all languages. All problems come at once and in order.

    `language` is the one in which the curriculum is wanted, the one it was written in if left out. Rules about the texts are
    asked of the written ones alone; what a translation must keep is asked of its PO file. Whether translations fit their places
    takes a second for each language: it is asked of the wanted one, or with `every_language` of all. What was found is kept below
    the folder `keep`; where nothing has changed since, it is not sought again. `country` chooses another sheet than `curriculum.yml`
    does; what is found with it is not kept.
    """
    keep = None if country else keep
    key = question(folder, root, today, strict_facts, language, every_language=every_language) if keep else None
    answer = answer_file(keep, language) if keep else None
    before = found_before(answer, key) if answer and key else None
    if before is not None:
        curriculum, _, complete = load(folder, root, language)
        parts_of = {
            code: {name: PartState(*state) for name, state in parts.items()} for code, parts in before.states.items()
        }
        return Checked(released(curriculum) if curriculum and complete else None, [*before.problems], parts_of)
    checked = _asked(folder, root, today, strict_facts, language, every_language, keep, country)
    if answer and key:
        states = {
            code: {name: (part.texts, part.missing, part.mark) for name, part in parts.items()}
            for code, parts in checked.translations.items()
        }
        keep_findings(answer, key, Findings(checked.problems, states))
    return checked


def _asked(
    folder: Path,
    root: Path,
    today: dt.date,
    strict_facts: bool,
    language: str | None,
    every_language: bool,
    keep: Path | None,
    country: str | None,
) -> Checked:
    curriculum, problems, complete = load(folder, root, country=country)
    translations: Mapping[str, Mapping[str, PartState]] = {}
    if curriculum is not None:
        if complete:
            translations = overview(curriculum.files, folder, root, curriculum.manual.languages)
        problems = problems + checks.run(curriculum, today, complete, strict_facts)
        problems += translation_problems(curriculum.files, folder, root, keep=keep)
        problems += reading_problems(curriculum.files, folder, root)
        problems += not_there(curriculum.files, folder)
        problems += page_problems(root / "docs", root, languages_of(folder))
        unfit = languages_of(folder) if every_language else [language] if language else []
        if complete and unfit:
            problems += unfit_translations(curriculum.files, folder, root, unfit, keep)
        if language and language != curriculum.language and complete:
            curriculum, wrong, _ = load(folder, root, language, country)
            problems = problems + [problem for problem in wrong if problem not in problems]
    problems = problems + personal_files(root, folder, curriculum)
    return Checked(released(curriculum) if curriculum and complete else None, sort_problems(problems), translations)


def read_again(folder: Path, root: Path, language: str, country: str | None = None) -> Checked:
    """Reads a curriculum in a language without asking its rules: for one that `check` has seen already."""
    curriculum, problems, complete = load_once(folder, root, language, country)
    if curriculum is None or not complete:
        return Checked(None, sort_problems(problems))
    return Checked(released(curriculum), sort_problems(problems), {language: curriculum.translated})


def with_contacts(checked: Checked, local: str, root: Path) -> Checked:
    """What was checked, with the contacts of a district from a file; as it was where none is named."""
    if checked.curriculum is None or not local:
        return checked
    path = root / local
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    curriculum, problems = with_local(checked.curriculum, path, shown)
    return replace(checked, curriculum=curriculum, problems=sort_problems([*checked.problems, *problems]))


def in_other_languages(
    folder: Path, root: Path, curriculum: Curriculum, country: str | None = None
) -> list[Curriculum]:
    """The same curriculum in its other languages, that in which it was written first. Its problems are known from `check`.

    `country` is the sheet that it was read with, where that is not the one of `curriculum.yml`.
    """
    master = curriculum.manual.language
    codes = [code for code in (master, *languages_of(folder)) if code != curriculum.language]
    found = (load_once(folder, root, code if code != master else None, country)[0] for code in codes)
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
    variants: frozenset[str] = ALL_VARIANTS,
    course: CourseWays = LESSONS,
    every_day: bool = True,
    cards: bool = False,
    on_disk: bool = False,
    tell: Tell | None = None,
    role: Role = "facilitator",
    beside: Callable[[], Sequence[Curriculum]] = lambda: (),
    bilingual: Sequence[str] | None = None,
    translations: Mapping[str, Mapping[str, PartState]] = MappingProxyType({}),
) -> Pages:
    """Pages, style sheet, mark and fonts, and unless left out everything that can be downloaded.

    `variants` says how handouts and cases are made besides, `course` what courses for Moodle are made of, `every_day` whether
    the slides of each day are made for every programme,
    `cards` whether share cards are drawn,
    which only a site with an address can use (nobody sends a link to a page that is being written, or that lies on a stick), `on_disk` whether the manual is opened without a server; `tell` hears of each file
    as it is made; `beside` gives the same curriculum in its other languages, and
    `bilingual` the two languages of papers that stand in both. Raises PressError when a document can not be set, Unprintable when an author has to change some, and OSError
    when the cache can not be written.
    """
    edition = Edition(curriculum, catalogue(curriculum.language), cache, variants, on_disk, course, every_day)
    if documents:
        others = (replace(edition, curriculum=one, say=catalogue(one.language)) for one in beside())
        edition = replace(edition, beside=tuple(others))
    downloads = make_downloads(edition, tell, role, _pair(edition, bilingual)) if documents else []
    pages = make_pages(edition, today, downloads, role, translations)
    drawn, words = _cards(edition) if cards else ([], {})
    return Pages(
        [
            *pages.artifacts,
            *downloads,
            *thumbnails(downloads, cache),
            modules_json(edition, downloads),
            *_assets(),
            *font_files(cache / "fonts"),
            *drawn,
        ],
        pages.nav,
        words,
        readers_of_pages(edition, pages.artifacts),
        edition.language,
        curriculum.manual.language,
        edition.plain(curriculum.manual.title),
        edition.plain(curriculum.manual.summary),
        english_texts(edition),
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


STYLES = (
    "stage.css",
    "workshop.css",
    "doors.css",
    "cues.css",
    "drawings.css",
    "session.css",
    "languages.css",
    "finder.css",
    "ours.css",
    "reference.css",
    "forced.css",
    "print.css",
)
"""Parts of the style sheet, in their order."""
PAGE_STYLES = (paths.RUN_STYLE, paths.FINDER_STYLE, paths.SUPPLIES_STYLE, paths.LIBRARY_STYLE)
"""What single pages have besides."""


def _assets() -> list[Artifact]:
    folder = files(__package__) / "site" / "theme"
    style = "\n".join([font_style(), stage_style(), *((folder / name).read_text("utf-8") for name in STYLES)])
    return [
        Artifact(paths.STYLE, lean_style(style)),
        Artifact(paths.RUN_CODE_SCRIPT, _code_script(folder)),
        Artifact(paths.MARK, _theme(paths.MARK)),
        *(Artifact(path, lean_style(_theme(path))) for path in PAGE_STYLES),
        *(Artifact(path, lean_script(_theme(path))) for path in paths.SCRIPTS),
    ]


def _theme(path: str) -> str:
    """The text of the file of the theme that a site has at this path."""
    return (files(__package__) / "site" / "theme" / path.rsplit("/", 1)[-1]).read_text("utf-8")


def _code_script(folder: Traversable) -> str:
    """The library that draws square codes, as one classic script with what uses it: a page from a stick can load no modules."""
    licence, library = ((folder / "vendor" / name).read_text("utf-8") for name in ("lean-qr.LICENSE", "lean-qr.js"))
    used = lean_script(_theme(paths.RUN_CODE_SCRIPT))
    return f"/* {licence}*/\n(function(exports){{{library}}})(window.leanQr={{}});\n{used}"
