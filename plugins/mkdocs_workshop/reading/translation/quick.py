"""PO files as tools write them, read at once: a sixth of what Babel takes. What is of any other form is left to Babel."""

import functools
import io
import re
from collections.abc import Iterator
from typing import NamedTuple

from babel.messages.pofile import PoFileError, read_po, unescape

_WORDS = r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
_LINES = rf"{_WORDS}(?:\n{_WORDS})*"
_ENTRY = re.compile(
    rf"((?:\#(?:[ ,.:|].*)?\n)*)(?:msgctxt\ ({_LINES})\n)?msgid\ ({_LINES})\nmsgstr\ ({_LINES})(?:\n+|\Z)", re.VERBOSE
)

_OUT_OF_USE = re.compile(rf"#~ (?:msgctxt |msgid |msgstr )?{_WORDS}")


class Entry(NamedTuple):
    """One message: `Entry("facts: facts/a", "24 hours", "24 часа", False, 12)`; the line is that of its English, from 1."""

    context: str
    english: str
    text: str
    fuzzy: bool
    line: int


def entries(raw: bytes) -> list[Entry] | None:
    """The messages with a context, in their order; None where only Babel can say what the file holds, or what is wrong with it.

    That are files with plurals, with a context twice, with lines of another form. What is out of use, at the end of a file, is
    passed over.

    `msgctxt "module first-aid: title"`, `msgid "Ask"` and `msgstr "Спроси"` are one entry.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    # Python ends lines at more signs than PO files do; Babel strips them from ends.
    if "\r" in text or "\x00" in text:
        return None
    text, _, out_of_use = text.partition("\n#~ ")
    if any(line and not _OUT_OF_USE.fullmatch(line) for line in f"#~ {out_of_use}".split("\n") if out_of_use):
        return None
    found = list(_matches(text))
    if not found or found[-1].end() != len(text) or not _good_header(found[0].group()):
        return None
    read = []
    line, at = 1, 0
    for match in found[1:]:
        comments, context, english, words = match.groups()
        if context is None or english == '""':
            return None
        line += text.count("\n", at, match.start(3))
        at = match.start(3)
        read.append(Entry(_joined(context), _joined(english), _joined(words), _is_fuzzy(comments), line))
    if len({entry.context for entry in read}) != len(read) or not all(entry.english for entry in read):
        return None
    return read


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The entries that follow one another without a gap."""
    at = 0
    while match := _ENTRY.match(text, at):
        yield match
        at = match.end()


@functools.lru_cache(maxsize=64)
def _good_header(entry: str) -> bool:
    """Whether the first entry is the header of a file in UTF-8, as Babel reads it. All files of a language have the same."""
    try:
        catalog = read_po(io.BytesIO(entry.encode()), abort_invalid=True, charset="utf-8")
    except (PoFileError, ValueError):
        return False
    return len(catalog) == 0 and catalog.charset.lower() == "utf-8"


def _joined(lines: str) -> str:
    # Most lines hold nothing that was written with a stroke, and need not be searched for it.
    return "".join(unescape(line) if "\\" in line else line[1:-1] for line in lines.split("\n"))


def _is_fuzzy(comments: str) -> bool:
    if "#," not in comments:
        return False
    flags = [line[2:].split(",") for line in comments.split("\n") if line.startswith("#,")]
    return any(flag.strip() == "fuzzy" for line in flags for flag in line)
