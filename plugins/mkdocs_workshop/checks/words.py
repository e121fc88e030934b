"""Rules about words and numbers in texts."""

import functools
import re
from collections.abc import Iterator

from ..curriculum import Curriculum
from ..model.evidence import DiscouragedWord, Words
from ..text import FactValue, without_marks
from .finding import Finding

_NAMES_WORDS = {"words", "sources"}
"""Files that must name discouraged words or titles of others."""
_FIGURE = re.compile(r"(?<![\w{/-])\d[\d.,]*(?:\s?%| per cent\b| percent\b)")
_FREE_OF_FIGURES = {"facts", "country", "sources", "topics", "words"}
"""Files in which figures stand with their own sources."""


@functools.lru_cache(maxsize=4)
def _pattern(words: Words) -> tuple[re.Pattern[str], dict[str, DiscouragedWord]]:
    meant = {avoid.lower(): word for word in words.words for avoid in word.avoid}
    longest_first = sorted(meant, key=len, reverse=True)
    alternatives = "|".join(re.escape(avoid).replace(r"\ ", r"\s+") for avoid in longest_first)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE), meant


def discouraged(curriculum: Curriculum) -> Iterator[Finding]:
    """Words that push people away, with the preferred word as advice."""
    if not curriculum.words.words:
        return
    pattern, meant = _pattern(curriculum.words)
    for file, text in curriculum.texts():
        if file.kind in _NAMES_WORDS:
            continue
        prose = without_marks(text.text)
        for match in pattern.finditer(prose):
            word = meant[" ".join(match[0].lower().split())]
            if not _excepted(prose, match, word):
                advice = f"Write: {word.use}. {word.why}"
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
    for file, text in curriculum.texts():
        if file.kind in _FREE_OF_FIGURES:
            continue
        for match in _FIGURE.finditer(without_marks(text.text)):
            yield Finding(file, text.loc, f"a bare figure: `{match[0]}`", fragment=match[0])


def country_facts(curriculum: Curriculum) -> Iterator[Finding]:
    """Modules travel; what is true of one country only stands in its sheet."""
    for file, text in curriculum.texts():
        # Only what lies in the folder of a module has the id of one in front.
        if "modules/" not in file.source.path:
            continue
        for piece in curriculum.pieces[text.text]:
            if isinstance(piece, FactValue) and piece.fact.scope.startswith("country:"):
                mark = f"{{fact:{piece.fact.id}}}"
                yield Finding(file, text.loc, f"`{piece.fact.id}` is a fact of {piece.fact.scope}", fragment=mark)
