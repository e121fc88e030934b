"""How people, and our own forms, write the names of columns, moments and groups: in every language of which we have words."""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml

from ..language.interface import catalogue
from ..language.sheet_names import help_sheets, moment_sheets
from ..model.base import Id
from ..reading.curriculum import Curriculum
from ..teaching.columns import CODE, GROUP, HELP_SHEETS, MOMENT

MOMENTS = ("before", "after", "later")
ANSWERS = {"yes": "figure.yes", "no": "figure.no", "true": "check.true", "false": "check.false"}
"""Ids that choices often have, and the words of the interface for them."""


def squeeze(text: str) -> str:
    """A text as it is compared: without capitals, and without signs between words.

    `squeeze("Before, the workshop!")` gives `"before the workshop"`.
    """
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


@dataclass(frozen=True)
class Written:
    """Words, squeezed, and what they mean."""

    columns: Mapping[str, str]
    moments: Mapping[str, str]
    added: frozenset[str]
    """Columns of tools."""
    help_sheets: frozenset[str]
    """Sheets of our workbooks that nobody fills in."""
    groups: Mapping[str, Id]
    answers: Mapping[str, str]
    """Words for `yes`, `no`, `true` and `false`."""

    def moment_in(self, name: str, possible: Iterable[str]) -> str | None:
        """The moment that the name of a sheet or of a file holds; the longest words win, and two that differ say nothing.

        "Day 2 after" is `after`.
        """
        padded = f" {squeeze(name)} "
        found = [(len(words), moment) for words, moment in self.moments.items() if f" {words} " in padded]
        longest = max((length for length, _ in found), default=0)
        meant = {moment for length, moment in found if length == longest}
        return meant.pop() if len(meant) == 1 and meant <= {*possible} else None


def written(curricula: Iterable[Curriculum]) -> Written:
    """The words of all languages, with the groups of a curriculum as each of its languages calls them."""
    groups: dict[str, Id] = {}
    for audience in (one for curriculum in curricula for one in curriculum.manual.audiences):
        groups |= {squeeze(words): audience.id for words in (audience.id, audience.name, *audience.also)}
    words = _words()
    return Written(words.columns, words.moments, words.added, words.help_sheets, groups, words.answers)


@functools.cache
def _words() -> Written:
    data: dict[str, Any] = yaml.safe_load((files(__package__) / "written.yml").read_text("utf-8"))
    columns = {squeeze(word): name for known in data["columns"].values() for name, of in known.items() for word in of}
    moments = {squeeze(word): name for known in data["moments"].values() for name, of in known.items() for word in of}
    answers: dict[str, str] = {}
    sheets = set(HELP_SHEETS)
    for language in languages():
        say = catalogue(language)
        columns |= {squeeze(say(f"form.ask.{name}")): name for name in (CODE, GROUP, MOMENT)}
        moments |= {squeeze(say(f"form.moment.{name}")): name for name in MOMENTS}
        answers |= {squeeze(say(key)): value for value, key in ANSWERS.items()}
        moments |= {squeeze(name): moment for name, moment in moment_sheets(MOMENTS, say).items()}
        sheets |= {*help_sheets(say)}
    return Written(
        columns, moments, frozenset(map(squeeze, data["added"])), frozenset(map(squeeze, sheets)), {}, answers
    )


def languages() -> list[str]:
    """The languages in which our forms are printed."""
    folder = files("mkdocs_workshop") / "language" / "locales"
    return ["en", *sorted(file.name.removesuffix(".po") for file in folder.iterdir() if file.name.endswith(".po"))]
