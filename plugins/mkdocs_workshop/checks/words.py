"""Rules about words and numbers in texts."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..model.evidence import DiscouragedWord, Words
from ..reading.curriculum import Curriculum
from ..reading.kinds import Loaded
from ..reading.marks import FactValue, without_marks
from ..reading.texts import TextAt
from .finding import Finding

_NAMES_WORDS = {"words", "sources"}
"""Files that must name discouraged words or titles of others."""
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"(?<![\w{/-])\d[\d.,]*(?:\s?%| per cent\b| percent\b)")
_FREE_OF_FIGURES = {"facts", "country", "sources", "topics", "words"}
"""Files in which figures stand with their own sources."""


class _Avoided(NamedTuple):
    phrase: str
    pattern: re.Pattern[str]
    word: DiscouragedWord


def _avoided(words: Words) -> dict[str, list[_Avoided]]:
    """The phrases by their first word: a text that has none of the first words needs no search."""
    by_first: dict[str, list[_Avoided]] = {}
    for word in words.words:
        for avoid in (*word.avoid, *word.forms):
            phrase = " ".join(avoid.lower().split())
            escaped = re.escape(phrase).replace(r"\ ", r"\s+")
            pattern = re.compile(rf"(?<!\w){escaped}(?!\w)", re.IGNORECASE)
            by_first.setdefault(_WORD.findall(phrase)[0], []).append(_Avoided(phrase, pattern, word))
    return by_first


def discouraged(curriculum: Curriculum) -> Iterator[Finding]:
    """Words that push people away, with the preferred word as advice."""
    by_first = _avoided(curriculum.words)
    for file, text in curriculum.texts:
        # People do type such words; what they look for must be found all the same.
        if file.kind in _NAMES_WORDS or text.loc[-1] == "also":
            continue
        lowered = " ".join(text.text.lower().split())
        for first in by_first.keys() & set(_WORD.findall(lowered)):
            for avoided in by_first[first]:
                if avoided.phrase in lowered:
                    yield from _in_text(file, text, avoided)


def _in_text(file: Loaded, text: TextAt, avoided: _Avoided) -> Iterator[Finding]:
    prose = without_marks(text.text)
    for match in avoided.pattern.finditer(prose):
        if not _excepted(prose, match, avoided.word):
            advice = f"Write: {avoided.word.use}. {avoided.word.why}"
            yield Finding(file, text.loc, f"discouraged: `{match[0]}`", advice, fragment=match[0])


def _excepted(prose: str, match: re.Match[str], word: DiscouragedWord) -> bool:
    """Whether the word stands inside one of the phrases in which it is right."""
    return any(
        phrase.start() <= match.start() and match.end() <= phrase.end()
        for allowed in word.except_in
        for phrase in re.finditer(re.escape(allowed), prose, re.IGNORECASE)
    )


def bare_figures(curriculum: Curriculum) -> Iterator[Finding]:
    """Percentages that no fact stands behind."""
    for file, text in curriculum.texts:
        if file.kind in _FREE_OF_FIGURES or not ("%" in text.text or "per" in text.text):
            continue
        for match in _FIGURE.finditer(without_marks(text.text)):
            yield Finding(file, text.loc, f"a bare figure: `{match[0]}`", fragment=match[0])


def country_facts(curriculum: Curriculum) -> Iterator[Finding]:
    """Modules travel; what is true of one country only stands in its sheet."""
    for file, text in curriculum.texts:
        # Only what lies in the folder of a module has the id of one in front.
        if "modules/" not in file.source.path or "{fact:" not in text.text:
            continue
        for piece in curriculum.pieces[text.text]:
            if isinstance(piece, FactValue) and piece.fact.scope.startswith("country:"):
                mark = f"{{fact:{piece.fact.id}}}"
                yield Finding(file, text.loc, f"`{piece.fact.id}` is a fact of {piece.fact.scope}", fragment=mark)
