"""Texts that nobody has translated yet: a page of a translation shows them in the language of the master, marked as such.

Screen readers then change their voice, and a small sign tells everybody else.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from html import unescape

from ..documents.emit.html_site import language_tags, whole_in_language

OPEN, CLOSE = "\uf8f2", "\uf8f3"
"""Stand around such a text in the Markdown of a page; from the private use area, which Markdown leaves alone."""
_BLOCKS = (
    "address|article|aside|blockquote|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|h[1-6]|hr|li|main|nav|ol|p|pre|"
    "section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})\b", re.IGNORECASE)
_WORDS_IN = re.compile(r"<(?:a|abbr|b|code|em|label|span|strong)\b", re.IGNORECASE)
"""Elements in a line with which a text may begin; the lines to write on hold no words."""
_PART = re.compile(r"(<svg\b.*?</svg>|<[^<>]*>)", re.DOTALL)
_SIGN = re.compile(f"[{OPEN}{CLOSE}]")
_EMPTY = re.compile(r"<p>\s*</p>\n?")


def around(text: str) -> str:
    """Markdown with the signs around it: inside of its line, or as lines of their own where it has several.

    "Exposure" becomes the same word between two letters of the private use area, in the same line.
    """
    return f"{OPEN}\n\n{text.strip()}\n\n{CLOSE}" if "\n" in text.strip() else f"{OPEN}{text}{CLOSE}"


def without_signs(text: str) -> str:
    """A text in which the signs have no place: a line of a table of contents.

    `without_signs(around("Exposure"))` gives `"Exposure"`.
    """
    return _SIGN.sub("", text)


def marked(html: str, words: AbstractSet[str], language: str) -> str:
    """A page in which every text between the signs, and every text that is one of `words`, says its language.

    `<p>Read this</p>` becomes `<p><span class="ws-english" lang="en">Read this</span></p>`.
    """
    return _EMPTY.sub("", "".join(_spans(html, words, language)))


def _spans(html: str, words: AbstractSet[str], language: str) -> Iterator[str]:
    start, end = language_tags(language, "ws-english")
    inside = opened = False
    for index, part in enumerate(_PART.split(html)):
        if index % 2:
            if _BLOCK.match(part):
                if opened:
                    yield end
                opened = False
            elif inside and not opened and _WORDS_IN.match(part):
                opened = True
                yield start
            yield part
            continue
        if not inside and OPEN not in part:
            whole = unescape(part).strip()
            yield f"{start}{part}{end}" if whole and whole in words else part
            continue
        for piece in re.split(f"([{OPEN}{CLOSE}])", part):
            if piece == OPEN:
                inside = True
            elif piece == CLOSE:
                if opened:
                    yield end
                inside = opened = False
            elif inside and piece.strip() and not opened:
                opened = True
                yield start + piece
            else:
                yield piece


def english_page(html: str, language: str) -> str:
    """A page that is written by hand and stands in the language of the master as a whole.

    `<p>Read this</p>` stands in `<div lang="en">` then.
    """
    return whole_in_language(html, language)
