"""Gates that hold a translation against its English without knowing what it says: marks, numbers, structure, signs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ...model.language_table import LanguageTable
from .found import Found, Pair, Tongue

_MARK = re.compile(r"\{(fact|cite|country|term|link|figure|field|lines|pagebreak):([^{}|\n]*)(\|[^{}\n]*)?\}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_YEARS = re.compile(r"\b(1[89]\d\d|20\d\d)[-\u2013](\d\d)\b(?!\d)")
_MEASURED = re.compile(r"\d[\d.,]*[\s\u00a0-]*(%|[A-Za-z]+(?: cent)?)")
_STRUCTURE = (
    ("headings", re.compile(r"^#{1,6} ", re.MULTILINE)),
    ("list items", re.compile(r"^ *(?:[-*]|\d+\.) ", re.MULTILINE)),
    ("boxes", re.compile(r"\[[ x]\]")),
    ("table cells", re.compile(r"(?<!\\)\|")),
    ("notes", re.compile(r"^ *(?:!!!|\?\?\?)", re.MULTILINE)),
)
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f\u0259\u0400-\u04ff]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u0259]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ALONE = re.compile(r"(?<=[\u0400-\u04ff] )[aceoyk](?= [\u0400-\u04ff])")
"""A Latin letter that stands alone among Cyrillic words and looks like one of their small words."""
_SPACED = re.compile(r"(?<=[^\s|>*-]) +[,.;:!?)](?=\s|$)")
_GLUED = re.compile(r"\}[^\W\d_]+")
_CODE = re.compile(r"`[^`\n]*`")
_BRACKETS = re.compile(r"\([^()]*\)")
_SYNTAX = re.compile(r"`[^`]*`|^\s*(?:!!!|\?\?\?).*$|\]\([^)\n]*\)", re.MULTILINE)
"""Where straight quotes stand as signs of Markdown in every language."""
_COUNTED = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_IN_WORDS = {word: str(number) for number, word in enumerate(_COUNTED)} | {
    "once": "1",
    "twice": "2",
    "half": "2",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "ninety": "90",
}
"""English numbers that a translation may write in figures."""
ENOUGH = 60
"""Letters of a text long enough that its language shows."""
ENOUGH_WORDS = 15
"""Words of a text long enough to have one of the small words of its language."""


def without_marks(text: str) -> str:
    """The text with a space in place of each mark: `О {fact:a}.` gives `О  .`."""
    # Each gate asks for it, and most texts have none.
    return _MARK.sub(" ", text) if "{" in text else text


def same_marks(pair: Pair, _tongue: Tongue) -> Iterator[Found]:
    """The marks of the English, all of them and no others.

    "Call {country:hotline}." needs the same mark in its translation: W002.
    """
    before, after = _marks(pair.english), _marks(pair.text)
    for mark in before - after:
        yield Found("W002", f"the mark `{{{mark}}}` of the English is lost")
    for mark in after - before:
        yield Found("W002", f"the mark `{{{mark}}}` is not in the English", f"{{{mark}")


def _marks(text: str) -> Counter[str]:
    # The label of a blank is translated; that there is one stays.
    return Counter(
        match[1] if match[1] == "field" else f"{match[1]}:{match[2].strip()}" for match in _MARK.finditer(text)
    )


def _numbers(text: str) -> Counter[str]:
    words = without_marks(text).replace("\u00a0", "").replace("\u202f", "").replace("\u2009", "")
    # "2023-24" is 2023 and 2024.
    words = _YEARS.sub(lambda years: f"{years[1]} {years[1][:2]}{years[2]}", words)
    return Counter(number.replace(",", ".") for number in _NUMBER.findall(re.sub(r"(?<=\d)[ ,](?=\d{3}\b)", "", words)))


def same_numbers(pair: Pair, tongue: Tongue) -> Iterator[Found]:
    """The numbers of the English; they may be written in words, and a comma may stand for the stop.

    "12 people" and "21 человек": W003.
    """
    before, after = _numbers(pair.english), _numbers(pair.text)
    # A number in words may become figures: only what the English writes in figures is asked for.
    spelled = {_IN_WORDS[word] for word in re.findall(r"[a-z]+", pair.english.lower()) if word in _IN_WORDS}
    said = pair.text.lower()
    # Said once is said: "10 in 2012, as many in 2016".
    lost = [number for number in before if number not in after and not _is_spelled(number, said, tongue)]
    more = [number for number in after if number not in before and number not in spelled]
    if lost:
        yield Found("W003", f"the English has {', '.join(sorted(lost))}, the translation has not")
    elif more and before:
        first = min(more)
        yield Found(
            "W003",
            f"the translation has {', '.join(sorted(more))}, the English has not",
            first if first in pair.text else first.replace(".", ","),
        )


def _is_spelled(number: str, said: str, tongue: Tongue) -> bool:
    """Whether a number stands in a text in words: 24 as its own word, or as twenty and four."""
    numbers = tongue.table.numbers if tongue.table else {}
    ways: list[Sequence[str]] = [numbers.get(number, ())]
    if re.fullmatch(r"[2-9][1-9]", number):
        tens, ones = numbers.get(f"{number[0]}0", ()), numbers.get(number[1], ())
        ways.append([f"{ten}\\w*\\s+{one}" for ten in tens for one in ones])
    return any(re.search(rf"(?<!\w)(?:{'|'.join(stems)})", said) for stems in ways if stems)


def same_units(pair: Pair, tongue: Tongue) -> Iterator[Found]:
    """What the English measures in minutes is not measured in hours. "90 minutes" and "полтора часа": W036."""
    if tongue.table is None:
        return
    said = without_marks(pair.text).lower()
    for unit in dict.fromkeys(found.lower() for found in _MEASURED.findall(without_marks(pair.english))):
        begins = next((name for name in tongue.table.units if _is_unit(unit, name)), None)
        if begins is None:
            continue
        stems = tongue.table.units[begins]
        if not any(re.search(rf"(?<![^\W\d_]){re.escape(stem)}", said) for stem in stems):
            yield Found("W036", f"the English counts in `{unit}`, the translation does not")


def _is_unit(word: str, name: str) -> bool:
    return word in {name, f"{name}s"} or (word, name) in {("min", "minute"), ("h", "hour")}


def same_structure(pair: Pair, _tongue: Tongue) -> Iterator[Found]:
    """As many headings, list items, boxes, cells and notes as the English has. Three list items and two: W004."""
    english, text = without_marks(pair.english), without_marks(pair.text)
    for name, pattern in _STRUCTURE:
        before, after = len(pattern.findall(english)), len(pattern.findall(text))
        if before != after:
            yield Found("W004", f"the English has {before} {name}, the translation {after}")


def translated(pair: Pair, _tongue: Tongue) -> Iterator[Found]:
    """Not the English once more. Names and addresses stay as they are. Told of more than twelve letters: W005."""
    words = re.findall(r"[a-z]{2,}", without_marks(pair.english))
    if pair.english == pair.text and sum(map(len, words)) > 12 and not pair.english.startswith("http"):
        yield Found("W005", "the translation is the same as its English")


def one_alphabet(pair: Pair, tongue: Tongue) -> Iterator[Found]:
    """Each word in one alphabet, and none of its letters from a third one.

    A Latin "c" in a Cyrillic word: W006; a Cyrillic letter that the language does not have: W030.
    """
    words = _CODE.sub(" ", without_marks(pair.text))
    # Nearly all texts have one alphabet; only of the others is each word looked at.
    for word in _WORD.findall(words) if _LATIN.search(words) and _CYRILLIC.search(words) else ():
        if _LATIN.search(word) and _CYRILLIC.search(word):
            yield Found("W006", f"`{word}` mixes two alphabets", word)
    for alone in _ALONE.finditer(words):
        # A sign of a form, "o or ?", stands alone in the English as well.
        if re.search(rf"(?<!\w){alone[0]}(?!\w)", pair.english) and alone[0] != "a":
            continue
        yield Found("W006", f"the Latin letter `{alone[0]}` stands among Cyrillic words", f" {alone[0]} ")
    if tongue.table is not None and _CYRILLIC.search(tongue.table.letters):
        known = set(tongue.table.letters + tongue.table.foreign)
        strange = any(_CYRILLIC.match(letter) for letter in {*words.lower()} - known)
        for word in _WORD.findall(words) if strange else ():
            unknown = [letter for letter in word.lower() if _CYRILLIC.match(letter) and letter not in known]
            if unknown:
                yield Found("W030", f"`{unknown[0]}` in `{word}` is no letter of {tongue.table.name}", word)


def right_language(pair: Pair, tongue: Tongue) -> Iterator[Found]:
    """A long text looks like its language.

    A long Kazakh text without one letter of Kazakh alone is perhaps a Russian one: W007.
    """
    if tongue.table is None:
        return
    # Names of bodies stand in their own language, in brackets.
    table, text = tongue.table, _BRACKETS.sub(" ", _CODE.sub(" ", without_marks(pair.text))).lower()
    letters = {letter: count for letter, count in Counter(text).items() if letter.isalpha()}
    total = sum(letters.values())
    if total <= ENOUGH:
        return
    if sum(count for letter, count in letters.items() if letter in table.letters) < total / 2:
        yield Found("W007", f"the translation is not written in the letters of {table.name}")
    elif table.own and not any(letter in table.own for letter in letters):
        yield Found("W007", f"a long {table.name} text without a single letter that only {table.name} has")
    elif sum(count for letter, count in letters.items() if letter in table.foreign) > total / 20 + 3:
        yield Found("W007", f"many letters that {table.name} does not have")
    elif _lacks_common_words(text, table):
        yield Found("W007", f"a long text without any of the small words of {table.name}")


def _lacks_common_words(text: str, table: LanguageTable) -> bool:
    words = re.findall(r"[^\W\d_]+", text)
    return bool(table.common) and len(words) >= ENOUGH_WORDS and not set(words) & set(table.common)


def quotes(pair: Pair, tongue: Tongue) -> Iterator[Found]:
    """The quotes of the language. The title of a note stands in straight ones everywhere: they are syntax.

    In Russian "«так»", not two straight ones: W008.
    """
    if tongue.table is not None and tongue.table.quotes and '"' in _SYNTAX.sub("", pair.text):
        yield Found("W008", "straight quotes stand in the translation", '"', _quotes_advice(tongue.table.quotes))


def _quotes_advice(pair: str) -> str:
    return f"Use the quotes of the language: {pair[0]}…{pair[1]}."


def spaces(pair: Pair, _tongue: Tongue) -> Iterator[Found]:
    """No space before a comma. "да , нет": W009."""
    found = _SPACED.search(_CODE.sub("", pair.text))
    if found:
        yield Found("W009", "a space stands before a comma, a stop or a bracket", found[0])


def endings(pair: Pair, _tongue: Tongue) -> Iterator[Found]:
    """A mark gives words in their first form; nothing is glued to it. "{term:naloxone}а": W010."""
    found = _GLUED.search(_CODE.sub("", pair.text))
    if found:
        yield Found("W010", "an ending is glued to a mark", found[0])
