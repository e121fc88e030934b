"""What a translation must keep of its English, and what it must not have: problems with a place in the PO file."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ...ground.problems import Kind, Place, Problem
from ..files import shown_path
from ..kinds import Loaded
from .apply import FOLDER, languages_of
from .messages import Message, by_po
from .po import Translation, read_translations

KINDS: Mapping[str, Kind] = {
    "W002": Kind(
        "A translation without a mark of its English, or with one more",
        "Copy the marks in braces from the English; only the words around them change.",
        "warning",
    ),
    "W003": Kind(
        "Other numbers than in the English",
        "Hold the figures against the English. A decimal comma is right; another value is not.",
        "warning",
    ),
    "W004": Kind(
        "Another structure than the English",
        "Keep headings, list items, boxes and table rows as many as in the English.",
        "warning",
    ),
    "W005": Kind("A translation that is the same as its English", "Translate it, or leave it empty.", "warning"),
    "W006": Kind(
        "A word in which two alphabets are mixed",
        "Type the whole word in one alphabet; letters that look alike are not the same for search and for screen readers.",
        "warning",
    ),
    "W007": Kind("A translation in another language", "Check that the text stands in the right PO file.", "warning"),
    "W008": Kind("Straight quotes in a translation", "Use the quotes of the language: «…».", "warning"),
    "W009": Kind("A space before a comma, a stop or a bracket", "Remove the space.", "warning"),
    "W010": Kind(
        "An ending glued to a mark",
        "Write the words that stand in the sentence into the mark: `{term:id|form}`.",
        "warning",
    ),
    "W011": Kind("A context that the curriculum does not have", "Run `workshop translate update`.", "notice"),
}

_MARK = re.compile(r"\{(fact|cite|country|term|link|figure|field|lines|pagebreak):([^{}|\n]*)(\|[^{}\n]*)?\}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_STRUCTURE = (
    ("headings", re.compile(r"^#{1,6} ", re.MULTILINE)),
    ("list items", re.compile(r"^ *(?:[-*]|\d+\.) ", re.MULTILINE)),
    ("boxes", re.compile(r"\[[ x]\]")),
    ("table cells", re.compile(r"(?<!\\)\|")),
)
_WORD = re.compile(r"[A-Za-z\u0400-\u04FF]+")
_LATIN = re.compile(r"[A-Za-z]")
_CYRILLIC = re.compile(r"[\u0400-\u04FF]")
_KAZAKH = re.compile("[ӘәҒғҚқҢңӨөҰұҮүҺһІі]")
_SPACED = re.compile(r"(?<=[^\s|>*-]) +[,.;:!?)](?=\s|$)")
_GLUED = re.compile(r"\}[A-Za-z\u0400-\u04FF]")
_IN_WORDS = {
    word: str(number)
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
        ]
    )
}
"""English numbers that a translation may write in figures."""
_SPELLED: Mapping[str, Mapping[str, str]] = {
    "ru": {"1": "перв|один|одн", "2": "втор|два|две|двух", "3": "трет|три|трёх|трех", "4": "четв|четыр", "5": "пят"},
    "kk": {"1": "бір", "2": "екі", "3": "үш", "4": "төрт", "5": "бес"},
}
"""How small numbers begin in words, by language: "day 2" may become the second day."""
ENOUGH = 60
"""Letters of a text long enough that a Kazakh one has letters that Russian lacks."""


class Found(NamedTuple):
    """What a gate found: its code, and what is wrong."""

    code: str
    message: str


def gates(english: str, text: str, language: str) -> Iterator[Found]:
    """Everything that is wrong with one translation: `gates("{fact:a} of 5", "5", "ru")` finds the lost mark."""
    for gate in _GATES:
        yield from gate(english, text, language)


def translation_problems(files: Sequence[Loaded], folder: Path, root: Path) -> Iterator[Problem]:
    """The problems of all PO files of a curriculum."""
    wanted = by_po(files)
    for language in languages_of(folder):
        for name, messages in wanted.items():
            path = folder / FOLDER / language / name
            shown = shown_path(path, root)
            found, problems = read_translations(path, shown)
            yield from problems
            yield from _of_file(messages, found, language)


def _of_file(messages: Sequence[Message], found: Mapping[str, Translation], language: str) -> Iterator[Problem]:
    known = {message.context: message for message in messages}
    for context, translation in found.items():
        if not translation.text or translation.fuzzy:
            continue
        if context not in known:
            yield _problem("W011", f"there is no text `{context}` any more", translation.place)
            continue
        for wrong in gates(translation.english, translation.text, language):
            yield _problem(wrong.code, f"{wrong.message} (`{context}`)", translation.place)


def _problem(code: str, message: str, place: Place) -> Problem:
    return Problem(place, code, message, KINDS[code].advice, KINDS[code].severity)


def _marks(text: str) -> Counter[str]:
    # The label of a blank is translated; that there is one stays.
    return Counter(
        match[1] if match[1] == "field" else f"{match[1]}:{match[2].strip()}" for match in _MARK.finditer(text)
    )


def _same_marks(english: str, text: str, _language: str) -> Iterator[Found]:
    before, after = _marks(english), _marks(text)
    for mark in before - after:
        yield Found("W002", f"the mark `{{{mark}}}` of the English is lost")
    for mark in after - before:
        yield Found("W002", f"the mark `{{{mark}}}` is not in the English")


def _numbers(text: str) -> Counter[str]:
    words = _MARK.sub(" ", text).replace("\u00a0", "").replace("\u202f", "").replace("\u2009", "")
    return Counter(number.replace(",", ".") for number in _NUMBER.findall(re.sub(r"(?<=\d)[ ,](?=\d{3}\b)", "", words)))


def _same_numbers(english: str, text: str, language: str) -> Iterator[Found]:
    before, after = _numbers(english), _numbers(text)
    # A number in words may become figures: only what the English writes in figures is asked for.
    spelled = Counter(_IN_WORDS[word] for word in re.findall(r"[a-z]+", english.lower()) if word in _IN_WORDS)
    said = text.lower()
    written = Counter(
        number for number, stem in _SPELLED.get(language, {}).items() for _ in re.findall(rf"(?<!\w)(?:{stem})", said)
    )
    lost, more = before - after - written, after - before - spelled
    if lost:
        yield Found("W003", f"the English has {', '.join(sorted(lost))}, the translation has not")
    elif more and before:
        yield Found("W003", f"the translation has {', '.join(sorted(more))}, the English has not")


def _same_structure(english: str, text: str, _language: str) -> Iterator[Found]:
    inside = _MARK.sub("", english), _MARK.sub("", text)
    for name, pattern in _STRUCTURE:
        before, after = (len(pattern.findall(words)) for words in inside)
        if before != after:
            yield Found("W004", f"the English has {before} {name}, the translation {after}")


def _translated(english: str, text: str, _language: str) -> Iterator[Found]:
    if english == text and len(_LATIN.findall(_MARK.sub("", english))) > 12 and not english.startswith("http"):
        yield Found("W005", "the translation is the same as its English")


def _one_alphabet(_english: str, text: str, _language: str) -> Iterator[Found]:
    for word in _WORD.findall(_MARK.sub(" ", text)):
        if _LATIN.search(word) and _CYRILLIC.search(word):
            yield Found("W006", f"`{word}` mixes two alphabets")


def _right_language(_english: str, text: str, language: str) -> Iterator[Found]:
    words = _MARK.sub(" ", text)
    letters = len(_CYRILLIC.findall(words))
    if language in {"ru", "kk"} and not letters and len(_LATIN.findall(words)) > ENOUGH:
        yield Found("W007", "the translation has no Cyrillic letters")
    elif language == "kk" and letters > ENOUGH and not _KAZAKH.search(words):
        yield Found("W007", "a long Kazakh text without a single Kazakh letter")
    elif language == "ru" and len(_KAZAKH.findall(words)) > letters / 20 + 3:
        yield Found("W007", "a Russian text with Kazakh letters")


def _quotes(_english: str, text: str, language: str) -> Iterator[Found]:
    # The title of a note stands in straight quotes in every language: they are syntax.
    if language in {"ru", "kk"} and '"' in re.sub(r"`[^`]*`|^\s*(?:!!!|\?\?\?).*$", "", text, flags=re.MULTILINE):
        yield Found("W008", "straight quotes stand in the translation")


def _spaces(_english: str, text: str, _language: str) -> Iterator[Found]:
    if _SPACED.search(re.sub(r"`[^`]*`", "", text)):
        yield Found("W009", "a space stands before a comma, a stop or a bracket")


def _endings(_english: str, text: str, _language: str) -> Iterator[Found]:
    if _GLUED.search(text):
        yield Found("W010", "an ending is glued to a mark")


Gate = Callable[[str, str, str], Iterator[Found]]
_GATES: tuple[Gate, ...] = (
    _same_marks,
    _same_numbers,
    _same_structure,
    _translated,
    _one_alphabet,
    _right_language,
    _quotes,
    _spaces,
    _endings,
)
