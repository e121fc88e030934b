"""PO files to translations with a place, and back: Babel reads and writes them, so every tool of translators does too."""

import functools
import io
import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, normalize, read_po, unescape, write_po

from ...ground.problems import Kind, Place, Problem
from .quick import entries

KINDS: Mapping[str, Kind] = {
    "W001": Kind(
        "A PO file that can not be read", "Open it in Poedit: it shows the line; or take the last good version."
    ),
}
WIDTH = 100
"""Columns of a line."""
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_LINE = re.compile(r'(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"')


@dataclass(frozen=True)
class Translation:
    """One translated message as it stands in a PO file."""

    english: str
    text: str
    fuzzy: bool
    """Whether the English has changed since, or the translation is only a proposal."""
    place: Place


def read_translations(path: Path, shown: str) -> tuple[dict[str, Translation], list[Problem]]:
    """The translations of a PO file by context; `shown` is its path in problems. An absent file has none."""
    try:
        raw = path.read_bytes() if path.is_file() else b""
    except OSError:
        raw = b""
    quick = _quickly(raw, shown)
    if quick is not None:
        return dict(quick), []
    catalog, problems = read_catalog(path, shown)
    found = {}
    for message in catalog:
        if message.context and isinstance(message.id, str) and isinstance(message.string, str):
            place = Place(shown, message.lineno or 1)
            found[message.context] = Translation(message.id, message.string, message.fuzzy, place)
    return found, problems


@functools.lru_cache(maxsize=256)
def _quickly(raw: bytes, shown: str) -> Mapping[str, Translation] | None:
    """The same for a file of the usual form. A check asks for each file several times, a build for one after the other."""
    read = entries(raw)
    if read is None:
        return None
    return MappingProxyType(
        {entry.context: Translation(entry.english, entry.text, entry.fuzzy, Place(shown, entry.line)) for entry in read}
    )


def read_catalog(path: Path, shown: str) -> tuple[Catalog, list[Problem]]:
    """A PO file as Babel holds it, empty with a problem where it can not be read.

    `shown` is what a problem calls the file.
    """
    if not path.is_file():
        return Catalog(), []
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8")
        if wrong := _open_quotes(text, shown):
            return Catalog(), wrong
        return _with_previous(read_po(io.BytesIO(raw), abort_invalid=True, charset="utf-8"), text), []
    except PoFileError as error:
        line = (error.lineno or 0) + 1 if error.lineno is not None else 1
        problem = Problem(Place(shown, line), "W001", f"the PO file can not be read: {error}", KINDS["W001"].advice)
    except (UnicodeDecodeError, ValueError) as error:
        problem = Problem(Place(shown), "W001", f"the PO file can not be read: {error}", KINDS["W001"].advice)
    return Catalog(), [problem]


def _open_quotes(text: str, shown: str) -> list[Problem]:
    """The lines whose words do not stand between two quotes: Babel loses a letter of them, or the message, without a word."""
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        said = line.strip()
        if said.startswith(('"', "msg")) and not _LINE.fullmatch(said):
            message = (
                "the PO file can not be read: a quote of this line is missing, or one inside has no `\\` before it"
            )
            problems.append(
                Problem(Place(shown, number, line.find('"') + 1 or 1), "W001", message, KINDS["W001"].advice)
            )
    return problems


def _with_previous(catalog: Catalog, text: str) -> Catalog:
    """A catalogue with the English that each proposal belongs to (`#| msgid`): Babel takes it for a translator's comment."""
    if "| msgid" not in text:
        return catalog
    for message in catalog:
        message.user_comments = list(itertools.takewhile(lambda said: not said.startswith("| "), message.user_comments))
    previous = {}
    for block in text.split("\n\n"):
        lines = block.splitlines()
        old = _quoted(" ".join(line.removeprefix("#| ") for line in lines if line.startswith("#| ")))
        if old:
            previous[_context(lines)] = old
    for message in catalog:
        if message.context in previous:
            message.previous_id = [previous[message.context]]
    return catalog


def _context(lines: Sequence[str]) -> str:
    """The context of an entry; a long one goes on in the lines below."""
    begin = next((at for at, line in enumerate(lines) if line.startswith("msgctxt ")), len(lines))
    more = itertools.takewhile(lambda line: line.startswith('"'), lines[begin + 1 :])
    return _quoted(" ".join([*lines[begin : begin + 1], *more]))


def _quoted(text: str) -> str:
    """What stands between quotes, all of it together."""
    return "".join(str(unescape(f'"{words}"')) for words in _QUOTED.findall(text))


def as_text(catalog: Catalog) -> bytes:
    """The PO file as bytes: the same catalogue gives the same bytes."""
    for message in catalog:
        # Babel takes "5 % of" and our marks for formats of Python; tools would refuse every translation of them.
        message.flags -= {"python-format", "python-brace-format"}
    out = io.BytesIO()
    write_po(out, catalog, width=WIDTH, include_previous=False, sort_output=False)
    # Babel folds the lines of `#|` as if they were prose; tools of translators can not read that.
    previous = {m.context: str(m.previous_id[0]) for m in catalog if m.context and m.previous_id and m.fuzzy}
    if not previous:
        return out.getvalue()
    blocks = []
    for block in out.getvalue().decode("utf-8").split("\n\n"):
        lines = block.split("\n")
        old = previous.get(_context(lines))
        if old is not None:
            at = next(at for at, line in enumerate(lines) if line.startswith("msgctxt "))
            lines[at:at] = [f"#| {line}" for line in f"msgid {normalize(old, width=WIDTH - 3)}".split("\n")]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks).encode("utf-8")
