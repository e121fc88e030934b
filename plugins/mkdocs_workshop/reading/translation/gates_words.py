"""Gates that know words: forms of terms, terms of the glossary, discouraged words."""

import functools
import re
from collections.abc import Iterator, Sequence

from ...model.evidence import DiscouragedWord
from ...model.language_table import LanguageTable
from .found import Found, Pair, Tongue
from .gates_form import without_marks
from .language import alike, plain, same_stem, words_of

_FORM = re.compile(r"\{(term|link):([^{}|\n]+)\|([^{}\n]+)\}")
_NAMES_WORDS = {("glossary", "note")}
"""Texts that say which words not to use."""


LONG = 6
"""Letters of a word that can be told inside another one."""


def forms_fit(pair: Pair, tongue: Tongue) -> Iterator[Found]:
    """What stands in a mark as the form of a term or of a title is a form of it, and not another word.

    "{term:naloxone|налоксона}" fits "налоксон", "{term:naloxone|перчатки}" does not: W031.
    """
    for kind, target, form in _FORM.findall(pair.text):
        name = target.strip()
        term = tongue.terms.get(name) if kind == "term" else None
        said: tuple[str, ...] = term.words if term else ((tongue.titles[name],) if name in tongue.titles else ())
        if said and not shares_a_stem(form, said, tongue.table):
            yield Found("W031", f"`{form.strip()}` is no form of `{said[0]}`", f"|{form}")


def shares_a_stem(text: str, words: Sequence[str], table: LanguageTable | None) -> bool:
    """Whether a text has a word of the same stem as one of some words. "ампула налоксона" and "налоксон" do."""
    mine = words_of(text)
    return any(same_stem(one, other, table) for word in words for one in words_of(word) for other in mine)


def terms_used(pair: Pair, tongue: Tongue) -> Iterator[Found]:
    """A text on a thing of the glossary calls it by its name. Told only where no word of any of its names stands.

    The English says "naloxone", the translation never "налоксон": W034.
    """
    # Other words for a thing, which people type into a search, need not be the glossary's.
    if pair.message is not None and (pair.message.file.kind == "glossary" or "also" in pair.message.loc):
        return
    english, said = without_marks(pair.english), words_of(without_marks(pair.text))
    stems: list[str] = []
    lowered = english.lower()
    for begins, name, term in tongue.names:
        if begins not in lowered or not _says(lowered if name.islower() else english, name):
            continue
        if f"{{term:{term.id}" in pair.text:
            continue
        # The plain forms in which stems are compared, made once for a text that has a name.
        stems = stems or [plain(word, tongue.table) for word in said]
        known = {word: plain(word, tongue.table) for name in term.words for word in words_of(name)}
        if not any(
            alike(stem, other) or _holds(word, one)
            for one, stem in known.items()
            for word, other in zip(said, stems, strict=True)
        ):
            yield Found("W034", f"the English says `{term.english[0]}`, the translation never says `{term.words[0]}`")


def _holds(word: str, part: str) -> bool:
    """Whether a word is made with another one: `противотуберкулёзная` with `туберкулёз`."""
    return len(part) >= LONG and part[: round(len(part) * 0.65)] in word


def _says(text: str, name: str) -> bool:
    """Whether a name stands in a text as whole words; in the name of a website, `HIV.gov`, it does not."""
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-]|\.\w)", text) is not None


def discouraged(pair: Pair, tongue: Tongue) -> Iterator[Found]:
    """Words of the language that push people away, or that nobody says."""
    if pair.message is not None and (pair.message.file.kind, pair.message.loc[-1]) in _NAMES_WORDS:
        return
    # What people type into a search is theirs; nobody reads it.
    if pair.message is not None and pair.message.loc[-1] == "also":
        return
    prose = without_marks(pair.text)
    lowered = prose.lower()
    for begins, avoid, word in tongue.phrases:
        # Most phrases stand in no text; the pattern is for the few that do.
        if begins in lowered:
            for match in _pattern(avoid).finditer(prose):
                if not _excepted(prose, match, word):
                    advice = f"Write: {word.use}. {word.why}"
                    yield Found("W033", f"discouraged: `{match[0]}`", match[0], advice)


@functools.cache
def _pattern(avoid: str) -> re.Pattern[str]:
    """A phrase as whole words; each word that ends with a star has any ending."""
    words = [re.escape(part.rstrip("*")) + (r"\w*" if part.endswith("*") else "") for part in avoid.split()]
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)


def _excepted(prose: str, match: re.Match[str], word: DiscouragedWord) -> bool:
    """Whether it stands inside one of the phrases in which it is right."""
    return any(
        phrase.start() <= match.start() and match.end() <= phrase.end()
        for allowed in word.except_in
        for phrase in _pattern(allowed).finditer(prose)
    )
