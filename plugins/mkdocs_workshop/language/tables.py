"""What differs between languages and is no word: dates and decimal signs. One line for each language.

A language without a line of its own is written as CLDR, the common table of languages, has it.
"""

import datetime as dt
import re
from dataclasses import dataclass

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval
from babel.numbers import format_decimal, get_decimal_symbol


@dataclass(frozen=True)
class Table:
    """How a language writes what is no word."""

    day: str
    """A day with its month and year, as a pattern of CLDR."""
    parts_words: bool = False
    """Whether long words are parted at the end of a line in narrow columns, by the rules that the tools have."""


TABLES = {
    "en": Table("d MMMM y"),
    "ru": Table("d MMMM y 'г'.", parts_words=True),
    "kk": Table("y 'жылғы' d MMMM"),
}
"""By code."""


def locale_of(language: str) -> Locale:
    """What CLDR knows of a language; English for one that it does not know."""
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def day_words(day: dt.date, language: str, before: str = "") -> str:
    """A day as people read it: "30 November 2026", "30 ноября 2026 г.", "2026 жылғы 30 қараша".

    `before` stands right before its number.
    """
    locale = locale_of(language)
    pattern = TABLES[language].day if language in TABLES else str(locale.date_formats["long"].pattern)
    words = format_date(
        day, re.sub(r"(?<!\w)d+", lambda found: f"'{before}'{found[0]}" if before else found[0], pattern), locale
    )
    return words.replace(" г.", "\u00a0г.")


def days_words(first: dt.date, last: dt.date, language: str) -> str:
    """Some days in a row: "8–9 December 2014", "2014 жылғы 8–9 желтоқсан"; the day alone where it is one."""
    if first == last:
        return day_words(first, language)
    if (first.year, first.month) == (last.year, last.month):
        return day_words(last, language, f"{first.day}–")
    return str(format_interval(first, last, "yMMMMd", locale=locale_of(language))).replace(" г.", "\u00a0г.")


def number_words(number: float | str, language: str) -> str:
    """A number in a language: 3.5 in English, 3,5 in Russian; where it has thousands, they stand apart (1234.5: "1 234,5")."""
    if isinstance(number, str):
        return number.replace(".", get_decimal_symbol(locale_of(language)))
    return format_decimal(number, format="#,##0.######", locale=locale_of(language))
