"""What differs between languages and is no word: dates, decimal signs, the order of the alphabet. One line for each language.

A language without a line of its own is written as CLDR, the common table of languages, has it.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, get_decimal_symbol


@dataclass(frozen=True)
class Table:
    """How a language writes what is no word."""

    day: str
    """A day with its month and year, as a pattern of CLDR."""
    month: str = ""
    """A month with its year, where it stands alone. Empty where CLDR has it right."""
    alphabet: str = ""
    """The letters in their order; empty where the order of Unicode is right."""


_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
TABLES = {
    "en": Table("d MMMM y", "MMMM y"),
    "ru": Table("d MMMM y 'г'.", "LLLL y 'г'.", _RUSSIAN),
    "kk": Table("y 'жылғы' d MMMM", "y 'жылғы' MMMM", _KAZAKH),
}
"""By code."""


def table_of(language: str) -> Table:
    """The table of a language."""
    return TABLES.get(language, Table("long"))


def locale_of(language: str) -> Locale:
    """What CLDR knows of a language; English for one that it does not know."""
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def day_words(day: dt.date, language: str) -> str:
    """A day as people read it: "30 November 2026", "30 ноября 2026 г.", "2026 жылғы 30 қараша". Nothing in it is parted at "г."."""
    words = format_date(day, table_of(language).day, locale=locale_of(language))
    return _kept(words)


def month_words(day: dt.date, language: str) -> str:
    """A month by itself: "November 2026", "ноябрь 2026 г.", "2026 жылғы қараша"."""
    pattern = table_of(language).month
    if not pattern:
        return format_skeleton("yMMMM", day, locale=locale_of(language))
    return _kept(format_date(day, pattern, locale=locale_of(language)))


def _kept(words: str) -> str:
    return words.replace(" г.", "\u00a0г.")


def number_words(value: float | Decimal, language: str, digits: int = 1) -> str:
    """A number with so many digits behind its sign, in the language: 3.5 in English, 3,5 in Russian; a thin space in thousands."""
    shown = format_decimal(
        value,
        format=f"#,##0.{'0' * digits}" if digits else "#,##0",
        locale=locale_of(language),
        decimal_quantization=True,
    )
    return shown if language == "en" else shown.replace(",", get_decimal_symbol(locale_of(language)))


def order_of(language: str) -> Callable[[str], tuple[tuple[int, str], ...]]:
    """The key by which words are sorted in a language: Kazakh ә stands behind а, Russian ё beside е."""
    places = {letter: index for index, letter in enumerate(table_of(language).alphabet)}
    if language == "ru":
        # Dictionaries do not part the two.
        places["ё"] = places["е"]

    def key(words: str) -> tuple[tuple[int, str], ...]:
        # Letters of other alphabets stand before those of the language, as signs and figures do.
        return tuple((places[letter], "") if letter in places else (-1, letter) for letter in words.casefold())

    return key
