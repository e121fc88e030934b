"""From a curriculum that was checked to everything that a door needs: the artifacts and their order."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache as once
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from .checking import Checked, check
from .deliver.again import Again
from .deliver.downloads import Tell, make_downloads
from .deliver.pairs import pair_of
from .documents.emit.slide_page import stage_style
from .edition import ALL_VARIANTS, LESSONS, CourseWays, Edition
from .ground.artifact import Artifact, Role
from .ground.day import today
from .ground.fonts import font_files, font_style
from .ground.lean import lean_script, lean_style
from .ground.problems import has_errors, sort_problems
from .ground.unhurried import uncollected
from .ground.workers import IN_TURN, Workers
from .language.interface import catalogue
from .reading.curriculum import Curriculum
from .reading.gate import released
from .reading.local import with_local
from .reading.remembered import load_once
from .reading.states import is_of_words
from .reading.translation.folder import languages_of
from .reading.translation.readings import PartState
from .site.modules_json import modules_json
from .site.pages import Pages, make_pages, paths
from .site.pages.readers import english_texts, readers_of_pages
from .site.thumbs import thumbnails

if TYPE_CHECKING:
    from .documents.cards import Card

__all__ = ["Checked", "can_build", "check", "in_other_languages", "make", "read_again", "today"]


def read_again(folder: Path, root: Path, language: str, country: str | None = None) -> Checked:
    """Reads a curriculum in a language without asking its rules: for one that `check` has seen already."""
    with uncollected():
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
    with uncollected():
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
    workers: Workers = IN_TURN,
    states: Mapping[str, str] = MappingProxyType({}),
    shelf: str = "",
    filed_in: Path | None = None,
) -> Pages:
    """Pages, style sheet, mark and fonts, and unless left out everything that can be downloaded.

    `variants` says how handouts and cases are made besides, `course` what courses for Moodle are made of, `every_day` whether
    the slides of each day are made for every programme,
    `cards` whether share cards are drawn,
    which only a site with an address can use (nobody sends a link to a page that is being written, or that lies on a stick), `on_disk` whether the manual is opened without a server; `tell` hears of each file
    as it is made; `beside` gives the same curriculum in its other languages, and
    `bilingual` the two languages of papers that stand in both; `workers` make documents, and `states` is what decides the texts of
    each language (see `reading.states`; nothing where something else decides them too); what is kept under another `shelf` does not
    take the place of this; `filed_in` is the folder in which downloads lie until the site is written (in memory where
    there is none). Raises PressError when a document can not be set, Unprintable when an author has to change some, and OSError when the
    cache can not be written.
    """
    edition = Edition(
        curriculum, catalogue(curriculum.language), cache, variants, on_disk, course, every_day, workers=workers
    )

    given = replace(edition, filed_in=filed_in)

    @once
    def whole() -> Edition:
        return replace(
            given, beside=tuple(replace(given, curriculum=one, say=catalogue(one.language)) for one in beside())
        )

    downloads: list[Artifact] = []
    if documents and _alone(edition, bilingual, states):
        downloads = make_downloads(given, tell, role, None, states, lambda: whole().marked)
    elif documents:
        downloads = make_downloads(whole(), tell, role, _pair(whole(), bilingual), states)
    # Other processes draw while the pages are made.
    pictures = thumbnails(downloads, cache, workers)
    sent = _cards(edition) if cards else iter(())
    # Pages stand in one language: they are made without the others, so that a message of another one changes nothing.
    again = Again(edition, role, states, shelf=shelf)
    artifacts, nav = make_pages(edition, today, downloads, role, translations, again.kept)[:2]
    again.sweep()
    drawn = list(sent)
    return Pages(
        [
            *artifacts,
            *downloads,
            *pictures,
            modules_json(edition, downloads),
            *_assets(),
            *font_files(cache / "fonts"),
            *(Artifact(card.path, card.png) for card in drawn),
        ],
        nav,
        {card.path: card.words for card in drawn},
        readers_of_pages(edition, artifacts),
        edition.language,
        curriculum.manual.language,
        edition.plain(curriculum.manual.title),
        edition.plain(curriculum.manual.summary),
        english_texts(edition),
    )


def _alone(edition: Edition, wanted: Sequence[str] | None, states: Mapping[str, str]) -> bool:
    """Whether an edition can be begun without its other languages: those in which the master alone decides what they hold."""
    master = edition.curriculum.manual.language
    codes = pair_of(master, [code for code in states if code and not is_of_words(code)], wanted)
    course = edition.course
    return (
        master in states and edition.language == master not in (codes or ()) and not (course.together or course.joined)
    )


def _pair(edition: Edition, wanted: Sequence[str] | None) -> tuple[Edition, Edition] | None:
    """The editions of papers in two languages, where this is one of them."""
    codes = pair_of(edition.curriculum.manual.language, [one.language for one in (edition, *edition.beside)], wanted)
    return edition.pair(codes) if codes and edition.language in codes else None


def _cards(edition: Edition) -> "Iterator[Card]":
    """The share cards."""
    # Imported when used: who writes needs no press.
    from .documents.cards import cards

    return cards(edition)


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
PAGE_PARTS = ("rest.js", "search-later.js", "kept.js", "find.js", "ours.js")
"""Parts of the script that every page has, in their order."""
PAGE_STYLES = (
    paths.CARD_PRINT_STYLE,
    paths.RUN_STYLE,
    paths.FINDER_STYLE,
    paths.SUPPLIES_STYLE,
    paths.LIBRARY_STYLE,
    paths.TIMELINE_STYLE,
)
"""What single pages have besides."""


def _assets() -> list[Artifact]:
    folder = files(__package__) / "site" / "theme"
    style = "\n".join([font_style(), stage_style(), *((folder / name).read_text("utf-8") for name in STYLES)])
    return [
        Artifact(paths.STYLE, lean_style(style)),
        Artifact(paths.MARK, _theme(paths.MARK)),
        *(Artifact(path, lean_style(_theme(path))) for path in PAGE_STYLES),
        # A sign between them: a script that begins with a bracket would go on with the one before.
        Artifact(paths.PAGE_SCRIPT, ";".join(lean_script(_theme(name)) for name in PAGE_PARTS)),
        *(Artifact(path, lean_script(_theme(path))) for path in paths.SCRIPTS),
    ]


def _theme(path: str) -> str:
    """The text of the file of the theme that a site has at this path."""
    return (files(__package__) / "site" / "theme" / path.rsplit("/", 1)[-1]).read_text("utf-8")
