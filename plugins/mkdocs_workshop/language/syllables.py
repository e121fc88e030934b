"""Where long words may be parted in narrow columns: marks that are seen only at the end of a line (U+00AD).

Typst and Word part Russian words by themselves. For Kazakh they know no rules, so the syllables are found here, by the rules of
school books: each syllable has one vowel; of the consonants between two vowels the last one goes right, of three or more two stay.
"""

import itertools
import re

SOFT = "\u00ad"
LONG = 12
"""Letters from which a word is parted; shorter ones fit into the column of a table."""
_VOWELS = frozenset("аәеёиоөұүыіэюя")
_WORD = re.compile(r"(?<![\w-])[А-ЯЁӘҒҚҢӨҰҮҺІа-яёәғқңөұүһі]+(?![\w-])")
_KAZAKH = re.compile(r"[а-яёәғқңөұүһі]{4,}")


def parted(text: str, language: str, least: int = LONG) -> str:
    """A text whose words of `least` letters may be parted: for narrow columns alone, never for what is searched or copied."""
    if language != "kk":
        return text
    return _WORD.sub(lambda found: soft(found[0]) if len(found[0]) >= least else found[0], text)


def soft(word: str) -> str:
    """A Kazakh word with a soft hyphen between its syllables; abbreviations stay whole.

    In "балаларға" a hyphen that shows at the end of a line alone stands where the signs are: ба|ла|лар|ға.
    """
    for place in reversed(_places(word)):
        word = word[:place] + SOFT + word[place:]
    return word


def _places(word: str) -> list[int]:
    """Where syllables begin. No single letter is left behind or carried over."""
    small = word.lower()
    if any(letter.isupper() for letter in word[1:]) or not _KAZAKH.fullmatch(small):
        return []
    vowels = [index for index in range(len(small)) if _is_vowel(small, index)]
    places = [_between(small, left, right) for left, right in itertools.pairwise(vowels)]
    return [place for place in places if 2 <= place <= len(small) - 2]


def _is_vowel(word: str, index: int) -> bool:
    """Whether a letter is a vowel where it stands: `у` is none beside a vowel (тау-лар, уа-қыт)."""
    if word[index] != "у":
        return word[index] in _VOWELS
    after_vowel = index > 0 and word[index - 1] in _VOWELS
    before_vowel = index == 0 and word[1:2] in _VOWELS
    return not after_vowel and not before_vowel


def _between(word: str, left: int, right: int) -> int:
    """Where the syllable of the vowel `right` begins, after that of the vowel `left`."""
    gap = right - left - 1
    place = left + 1 + max(0, min(gap - 1, 2))
    # A hard or soft sign stays with the consonant before it.
    if gap == 1 and word[left + 1] in "ьъ":
        return left + 2
    if gap >= 2 and word[place] in "ьъ":
        place += 1
    return place
