"""Words in another language than those around them, marked inside of plain text by the language tags of Unicode.

A title that is not translated stands in English on a Russian paper. Plain texts travel through many hands before they stand on
paper, in Word or on a page; so the mark travels inside of them. Whoever writes a format asks `runs` and gives each run its
language there; whoever only needs the letters takes `untagged`. The tags themselves are never shown.
"""

import re
from collections.abc import Iterator

_START, _END = "\U000e0001", "\U000e007f"
_RUN = re.compile(f"{_START}([\U000e0061-\U000e007a]+)([^{_END}]*){_END}")
_TAGS = re.compile(f"{_START}[\U000e0061-\U000e007a]*|[\U000e0000-\U000e007f]")


def tagged(text: str, language: str) -> str:
    """A text marked as words of a language: `tagged("Exposure", "en")`. Marks that are in it already go."""
    return f"{_START}{''.join(chr(0xE0000 + ord(letter)) for letter in language)}{untagged(text)}{_END}"


def seen(text: str, language: str) -> str:
    """The same with a mark that readers see: `[EN] Exposure`."""
    return tagged(f"[{language.upper()}]\u00a0{untagged(text)}", language)


def is_tagged(text: str) -> bool:
    """Whether something in a text is marked.

    `is_tagged(tagged("Exposure", "en"))` gives `True`; `is_tagged("Exposure")` gives `False`.
    """
    return _START in text


def untagged(text: str) -> str:
    """A text without the tags; what readers see of the mark stays.

    `untagged(tagged("Exposure", "en"))` gives `"Exposure"`.
    """
    return _TAGS.sub("", text) if _START in text or _END in text else text


def runs(text: str) -> Iterator[tuple[str, str]]:
    """The words of a text piece by piece, each with its language; "" stands for the language around."""
    end = 0
    for found in _RUN.finditer(text):
        if found.start() > end:
            yield untagged(text[end : found.start()]), ""
        yield found[2], "".join(chr(ord(letter) - 0xE0000) for letter in found[1])
        end = found.end()
    if end < len(text):
        yield untagged(text[end:]), ""
