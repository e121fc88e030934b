"""What a gate is given, and what it says."""

import functools
from dataclasses import dataclass, field
from typing import NamedTuple

from ...model.evidence import DiscouragedWord
from ...model.language_table import LanguageTable
from .messages import Message


class Found(NamedTuple):
    """What a gate found: its code, what is wrong, and the letters of the translation that are meant."""

    code: str
    message: str
    fragment: str = ""
    advice: str = ""
    """Takes the place of that of the code."""


@dataclass(frozen=True)
class TermWords:
    """A term of the glossary: how it is written in English, and all words by which the language calls it."""

    id: str
    english: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Tongue:
    """Everything that gates know of a language."""

    code: str
    table: LanguageTable | None = None
    discouraged: tuple[DiscouragedWord, ...] = ()
    terms: dict[str, TermWords] = field(default_factory=dict)
    """By id."""
    titles: dict[str, str] = field(default_factory=dict)
    """What a link leads to, in the words of the language, by `kind/id`."""

    @functools.cached_property
    def names(self) -> tuple[tuple[str, str, TermWords], ...]:
        """Terms by each of their English names, in small letters and as they are."""
        return tuple((name.lower(), name, term) for term in self.terms.values() for name in term.english)

    @functools.cached_property
    def phrases(self) -> tuple[tuple[str, str, DiscouragedWord], ...]:
        """Discouraged phrases: how their first word begins, the phrase, and what is said of it."""
        return tuple(
            (phrase.split()[0].rstrip("*").lower(), phrase, word)
            for word in self.discouraged
            for phrase in (*word.avoid, *word.forms)
        )


class Pair(NamedTuple):
    """An English text, its translation, and the message that both belong to."""

    english: str
    text: str
    message: Message | None = None
