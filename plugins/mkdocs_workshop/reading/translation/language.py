"""What is known of a language: its table, and the comparing of words by their stems."""

import functools
import re
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from ...ground.languages import language_data
from ...ground.problems import Problem
from ...model.evidence import DiscouragedWord, Words
from ...model.language_table import LanguageTable
from ..validate import validate
from ..yaml import read

FOLDER = "locales"
TABLE, WORDS = "language.yml", "words.yml"
SHORTEST = 3
"""Letters that two words must share at least to be of one stem."""
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Known(NamedTuple):
    """What is known of a language, and what is wrong with the files that say it."""

    table: LanguageTable | None
    words: tuple[DiscouragedWord, ...]
    problems: tuple[Problem, ...]


def known_of(code: str, folder: Path, root: Path) -> Known:
    """The table and the discouraged words of a language.

    A file of the curriculum comes before the table that is built in; a language without either has no table.
    """
    problems: list[Problem] = []
    found = {}
    for name, kind in ((TABLE, LanguageTable), (WORDS, Words)):
        path = folder / FOLDER / code / name
        if not path.is_file():
            continue
        source, wrong = read(path, root)
        if source is not None:
            found[name], wrong = validate(source, kind)
        problems += wrong
    words: Words | None = found.get(WORDS)
    return Known(found.get(TABLE) or built_in(code), words.words if words else (), tuple(problems))


@functools.cache
def built_in(code: str) -> LanguageTable | None:
    """The table of a language that comes with the package."""
    data = {key: value for key, value in language_data(code).items() if key in LanguageTable.model_fields}
    return TypeAdapter(LanguageTable).validate_python(data) if data else None


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, those with a hyphen whole and in parts: "ВИЧ-центр, 3"."""
    found = [word.lower() for word in _WORDS.findall(text)]
    return found + [part for word in found if "-" in word for part in word.split("-") if len(part) > SHORTEST]


def initials(text: str) -> str:
    """The first letters of its words: "месячный расчётный показатель" gives "мрп"."""
    return "".join(word[0].lower() for word in _WORDS.findall(text))


def same_stem(one: str, other: str, table: LanguageTable | None) -> bool:
    """Whether two words can be forms of one: `терапия` and `терапию`. They begin alike for most of the shorter one."""
    return alike(plain(one, table), plain(other, table))


def alike(one: str, other: str) -> bool:
    """The same of two words that are `plain` already."""
    shorter = min(len(one), len(other))
    if shorter < SHORTEST:
        return one == other
    most = max(SHORTEST, round(shorter * 0.65))
    return one[:most] == other[:most]


def plain(word: str, table: LanguageTable | None) -> str:
    """A word in small letters, those that change within a stem in the way in which the table writes them."""
    word = word.lower()
    return word.translate({ord(letter): plain for letter, plain in table.changing.items()}) if table else word
