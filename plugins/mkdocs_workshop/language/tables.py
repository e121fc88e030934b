"""What differs between languages and is no word: dates, decimal signs, the order of the alphabet.

What CLDR, the common table of languages, does not have as we want it stands in `ground/languages`.
"""

import datetime as dt
import re
from collections.abc import Callable

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_decimal, get_decimal_symbol

from ..ground.languages import language_data


def parts_words(language: str) -> bool:
    """Whether long words are parted at the end of a line in narrow columns: only where the tools have rules for it.

    `parts_words("kk")` gives `False`; `parts_words("en")` gives `False`.
    """
    return bool(language_data(language).get("parts_words"))


def locale_of(language: str) -> Locale:
    """What CLDR knows of a language; English for one that it does not know. `str(locale_of("ru"))` gives `"ru"`."""
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def day_words(day: dt.date, language: str, before: str = "") -> str:
    """A day as people read it: "30 November 2026", "30 ноября 2026 г.", "2026 жылғы 30 қараша". Nothing in it is parted at "г.".

    `before` stands right before its number.
    """
    locale = locale_of(language)
    pattern = str(language_data(language).get("day") or locale.date_formats["long"].pattern)
    words = format_date(
        day, re.sub(r"(?<!\w)d+", lambda found: f"'{before}'{found[0]}" if before else found[0], pattern), locale
    )
    return _kept(words)


def month_words(day: dt.date, language: str) -> str:
    """A month by itself: "November 2026", "ноябрь 2026 г.", "2026 жылғы қараша"."""
    pattern = language_data(language).get("month")
    if not pattern:
        return format_skeleton("yMMMM", day, locale=locale_of(language))
    return _kept(format_date(day, pattern, locale=locale_of(language)))


def _kept(words: str) -> str:
    return words.replace(" г.", "\u00a0г.")


def days_words(first: dt.date, last: dt.date, language: str) -> str:
    """Some days in a row: "8–9 December 2014", "2014 жылғы 8–9 желтоқсан"; the day alone where it is one."""
    if first == last:
        return day_words(first, language)
    if (first.year, first.month) == (last.year, last.month):
        return day_words(last, language, f"{first.day}–")
    return str(format_interval(first, last, "yMMMMd", locale=locale_of(language))).replace(" г.", "\u00a0г.")


def order_of(language: str) -> Callable[[str], tuple[tuple[int, str], ...]]:
    """The key by which words are sorted in a language: Kazakh ә stands behind а, Russian ё beside е.

    `sorted(["жол", "әке", "ат"], key=order_of("kk"))` gives `["ат", "әке", "жол"]`.
    """
    alphabet = language_data(language).get("letters", "")
    places = {letter: index for index, letter in enumerate(alphabet)}
    if language == "ru":
        # Dictionaries do not part the two.
        places["ё"] = places["е"]

    def key(words: str) -> tuple[tuple[int, str], ...]:
        # Letters of other alphabets stand before those of the language, as signs and figures do.
        return tuple((places[letter], "") if letter in places else (-1, letter) for letter in words.casefold())

    return key


def number_words(number: float | str, language: str) -> str:
    """A number in a language: 3.5 in English, 3,5 in Russian; where it has thousands, they stand apart (1234.5: "1 234,5")."""
    if isinstance(number, str):
        return number.replace(".", get_decimal_symbol(locale_of(language)))
    return format_decimal(number, format="#,##0.######", locale=locale_of(language))
