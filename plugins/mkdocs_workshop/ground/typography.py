"""Typographic signs from what people type: quotes, apostrophes, dashes, and spaces at which no line may end.

Authors type straight quotes, hyphens and plain spaces; readers see what a printer would set. Code, addresses, ids, attribute lists
and marks stay as they are.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

NO_BREAK = "\u00a0"
APOSTROPHE = "\u2019"
DASH = "\u2013"


@dataclass(frozen=True)
class Style:
    """How a language sets its texts."""

    outer: tuple[str, str]
    """Quotes."""
    inner: tuple[str, str]
    """Quotes within quotes."""
    units: tuple[str, ...]
    """What stays on one line with the number before it."""
    before: tuple[str, ...]
    """What stays on one line with the number behind it."""
    short: tuple[str, ...] = ()
    """Words too short for the end of a line."""


_METRIC = ("%", "°C", "mg", "g", "kg", "ml", "l", "mm", "cm", "m", "km", "h", "min", "s")
STYLES = {
    "en": Style(
        ("\u201c", "\u201d"),
        ("\u2018", "\u2019"),
        (*_METRIC, "per cent", "percent", "million", "billion", "minutes", "hours", "days", "weeks", "months", "years", "people"),
        ("No.", "p.", "pp.", "Art.", "Day", "Table", "Figure"),
    ),
    "ru": Style(
        ("\u00ab", "\u00bb"),
        ("\u201e", "\u201c"),
        ("%", "°C", "мг", "г", "кг", "мл", "л", "мм", "см", "м", "км", "ч", "мин", "с", "г.", "гг.", "тыс.", "млн", "млрд",
         "минут", "часов", "часа", "дней", "недель", "месяцев", "лет", "человек"),
        ("№", "ст.", "п.", "с.", "стр.", "табл.", "рис."),
        ("в", "к", "с", "о", "у", "и", "а", "я", "на", "по", "за", "из", "от", "до", "не", "ни", "но", "во", "со", "ко", "об"),
    ),
    "kk": Style(
        ("\u00ab", "\u00bb"),
        ("\u201e", "\u201c"),
        ("%", "°C", "мг", "г", "кг", "мл", "л", "мм", "см", "м", "км", "сағ", "мин", "с", "ж.", "жж.", "мың", "млн", "млрд",
         "минут", "сағат", "күн", "апта", "ай", "жыл", "жылы", "жылғы", "адам"),
        ("№",),
        ("да", "де", "та", "те", "ма", "ме", "ба", "бе", "па", "пе"),
    ),
}  # fmt: skip
"""By language. Any other language is set as English."""

_AS_THEY_ARE = re.compile(
    r"""
    ^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*(?P=fence)[^\n]*$|\Z)   # blocks of code
    | ^[ \t]*(?:!!!|\?\?\?\+?)[^\n]*$                       # the head of a note, with its title in quotes
    | ^[ \t]*\[[^\]\n]+\]:[^\n]*$                           # where a link leads
    | ^[ \t|]*:?-+:?[-:| \t]*$                              # rules, and the line below the head of a table
    | `+[^`\n]*`+                                           # code
    | \]\([^)\n]*\)                                         # the target of a link
    | <!--.*?--> | </?[A-Za-z][^<>\n]*>                     # comments and tags
    | (?:https?://|mailto:|www\.)[^\s<>)\]]*                # addresses
    | [\w.+-]+@[\w-]+\.[\w.-]+
    | \{\s*:?\s*[#.][^{}\n]*\}                              # attribute lists
    | \{[A-Za-z]+:[^{}\n]*\}                                # marks
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_OPENS_AFTER = frozenset("([{/|>-\u2013\u2014\u00ab\u201e\u201c\u2018")
_IN_WORDS = re.compile(r"(?<=\w)'(?=\w)")
_QUOTING = re.compile(r"[\"'\n]")
"""What tells where a quote begins and ends."""


def style_of(language: str) -> Style:
    """The style of a language."""
    return STYLES.get(language, STYLES["en"])


@functools.lru_cache(maxsize=50_000)
def typographic(text: str, language: str, *, glued: bool = False, more: bool = False) -> str:
    """A text as a printer sets it: `typographic('"No" - he said', "en")`.

    Setting it again changes nothing. `glued` says that something stands right before the text, so that a quote at its beginning
    ends something; `more` that something stands right behind it.
    """
    if text.isalnum():
        return text
    style = style_of(language)
    set_ = "".join(_quoted(text, style, glued=glued, more=more)) if '"' in text or "'" in text else text
    return "".join(part if kept else _spaced(part, language) for part, kept in _parts(set_))


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a text, and whether each of them stays as it is."""
    end = 0
    for match in _AS_THEY_ARE.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], False
        yield match[0], True
        end = match.end()
    if end < len(text):
        yield text[end:], False


def _quoted(text: str, style: Style, *, glued: bool, more: bool) -> Iterator[str]:
    """The text with its quotes and apostrophes."""
    open_, at = 0, 0
    single = False
    for part, kept in _parts(text):
        if kept:
            yield _IN_WORDS.sub(APOSTROPHE, part) if part.lstrip().startswith(("!!!", "???")) else part
            at += len(part)
            continue
        end = at + len(part)
        for found in _QUOTING.finditer(text, at, end):
            place, sign = found.start(), found[0]
            yield text[at:place]
            at = place + 1
            if sign == "\n" and text[place : place + 2] == "\n\n":
                open_, single = 0, False
            if sign == '"':
                opens = _opens(text, place, glued=glued, more=more)
                if opens:
                    open_ += 1
                pair = style.inner if open_ > 1 else style.outer
                open_ -= not opens and open_ > 0
                yield pair[0] if opens else pair[1]
            elif sign == "'":
                if _opens(text, place, glued=glued, more=more) and _is_closed(text, place):
                    single = True
                    yield style.inner[0]
                elif single and not text[place + 1 : place + 2].isalnum():
                    single = False
                    yield style.inner[1]
                else:
                    yield APOSTROPHE
            else:
                yield sign
        yield text[at:end]
        at = end


def _opens(text: str, place: int, *, glued: bool, more: bool) -> bool:
    """Whether a quote at a place begins something: nothing, a space or a bracket stands before it, and a word behind it."""
    before = place - 1
    while before >= 0 and text[before] in "*_\"'":
        before -= 1
    starts = (text[before].isspace() or text[before] in _OPENS_AFTER) if before >= 0 else not glued
    behind = text[place + 1 : place + 2]
    return starts and (not behind.isspace() if behind else more)


def _is_closed(text: str, place: int) -> bool:
    """Whether a single quote has its partner in the same paragraph: 'so', but not '90s."""
    rest = text[place + 1 :].partition("\n\n")[0]
    return not rest[:1].isdigit() and re.search(r"[^\s(\[]'(?!\w)", rest) is not None


_Rules = tuple[tuple[re.Pattern[str], str], ...]


@functools.cache
def _rules(language: str) -> tuple[_Rules, _Rules]:
    """The rules on dashes and numbers, and those on short words, which come after them."""
    style = style_of(language)
    units = "|".join(re.escape(unit) for unit in sorted(style.units, key=len, reverse=True))
    before = "|".join(map(re.escape, style.before))
    short = "|".join(style.short)
    on_signs = (
        (re.compile(rf"(?<=[^\s|]) (?:-|--|{DASH})(?= |$)", re.MULTILINE), f"{NO_BREAK}{DASH}"),
        (re.compile(r"(?<=\w)--(?=\w)"), DASH),
        (re.compile(rf"(?<=\d) (?=(?:{units})(?!\w))"), NO_BREAK),
        (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NO_BREAK),
        (re.compile(rf"(?<!\w)({before}) (?=\d)"), rf"\1{NO_BREAK}"),
    )
    on_words = ((re.compile(rf"(?<!\w)({short}) (?=\w)", re.IGNORECASE), rf"\1{NO_BREAK}"),) if short else ()
    return on_signs, on_words


_SIGNS = re.compile(rf"--| [-{DASH}](?= |$)|\d | \d", re.MULTILINE)
"""What stands in each text of which a rule on dashes and numbers changes anything."""


def _spaced(text: str, language: str) -> str:
    """The text with its dashes and fixed spaces."""
    on_signs, on_words = _rules(language)
    # Most texts have no dash and no number, and one look is enough to see it.
    for pattern, put in (*on_signs, *on_words) if _SIGNS.search(text) else on_words:
        text = pattern.sub(put, text)
    return text
