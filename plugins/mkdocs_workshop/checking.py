"""From the folder to a curriculum that was checked, or to everything that is wrong with it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from . import checks
from .checks.personal import personal_files
from .checks.translations import unfit_translations
from .ground.findings import Findings, answer_file, found_before, keep_findings, question
from .ground.problems import Problem, sort_problems
from .ground.unhurried import uncollected
from .reading.curriculum import Curriculum, load
from .reading.gate import released
from .reading.translation.folder import languages_of
from .reading.translation.gates import translation_problems
from .reading.translation.messages import by_po
from .reading.translation.overview import not_there, overview
from .reading.translation.pages import page_problems
from .reading.translation.readings import PartState
from .reading.translation.readings_check import reading_problems


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
    problems_alone: bool = False,
) -> Checked:
    """Reads, links and checks, with the PO files of all languages. All problems come at once and in order.

    `language` is the one in which the curriculum is wanted, the one it was written in if left out. Rules about the texts are
    asked of the written ones alone; what a translation must keep is asked of its PO file. Whether translations fit their places
    takes a second for each language: it is asked of the wanted one, or with `every_language` of all. What was found is kept below
    the folder `keep`; where nothing has changed since, it is not sought again. `country` chooses another sheet than `curriculum.yml`
    does; what is found with it is not kept. With `problems_alone` there is no curriculum in the answer.
    """
    keep = None if country else keep
    key = question(folder, root, today, strict_facts, language, every_language=every_language) if keep else None
    answer = answer_file(keep, language) if keep else None
    before = found_before(answer, key) if answer and key else None
    if before is not None:
        with uncollected():
            curriculum, _, complete = load(folder, root, language)
        parts_of = {
            code: {name: PartState(*state) for name, state in parts.items()} for code, parts in before.states.items()
        }
        return Checked(released(curriculum) if curriculum and complete else None, [*before.problems], parts_of)
    with uncollected():
        checked = _asked(folder, root, today, strict_facts, language, every_language, keep, country, problems_alone)
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
    problems_alone: bool,
) -> Checked:
    curriculum, problems, complete = load(folder, root, country=country)
    translations: Mapping[str, Mapping[str, PartState]] = {}
    if curriculum is not None:
        wanted = by_po(curriculum.files)
        if complete:
            translations = overview(wanted, folder, root, curriculum.manual.languages, keep)
        problems = problems + checks.run(curriculum, today, complete, strict_facts, keep)
        gated = translation_problems(curriculum.files, folder, root, keep=keep, wanted=wanted)
        # A file that can not be read has its texts all the same: their translations are not to be taken away.
        problems += [problem for problem in gated if complete or problem.code != "W011"]
        problems += reading_problems(curriculum.files, folder, root)
        problems += not_there(curriculum.files, folder)
        problems += page_problems(root / "docs", root, languages_of(folder))
        unfit = languages_of(folder) if every_language else [language] if language else []
        if complete and unfit:
            problems += unfit_translations(curriculum.files, folder, root, unfit, keep, wanted)
        if language and language != curriculum.language and complete:
            curriculum, wrong, _ = load(folder, root, language, country)
            problems = problems + [problem for problem in wrong if problem not in problems]
    problems = problems + personal_files(root, folder, curriculum)
    shown = released(curriculum) if curriculum and complete and not problems_alone else None
    return Checked(shown, sort_problems(problems), translations)
