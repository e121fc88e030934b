"""PO files to translations with a place, and back: Babel reads and writes them, so every tool of translators does too."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from ...ground.problems import Kind, Place, Problem

KINDS: Mapping[str, Kind] = {
    "W001": Kind(
        "A PO file that can not be read", "Open it in Poedit: it shows the line; or take the last good version."
    ),
}


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
    catalog, problems = read_catalog(path, shown)
    found = {}
    for message in catalog:
        if message.context and isinstance(message.id, str) and isinstance(message.string, str):
            place = Place(shown, message.lineno or 1)
            found[message.context] = Translation(message.id, message.string, message.fuzzy, place)
    return found, problems


def read_catalog(path: Path, shown: str) -> tuple[Catalog, list[Problem]]:
    """A PO file as Babel holds it, empty with a problem where it can not be read."""
    if not path.is_file():
        return Catalog(), []
    try:
        raw = path.read_bytes()
        return read_po(io.BytesIO(raw), abort_invalid=True, charset="utf-8"), []
    except PoFileError as error:
        line = (error.lineno or 0) + 1 if error.lineno is not None else 1
        problem = Problem(Place(shown, line), "W001", f"the PO file can not be read: {error}", KINDS["W001"].advice)
    except (UnicodeDecodeError, ValueError) as error:
        problem = Problem(Place(shown), "W001", f"the PO file can not be read: {error}", KINDS["W001"].advice)
    return Catalog(), [problem]


def as_text(catalog: Catalog) -> bytes:
    """The PO file as bytes: the same catalogue gives the same bytes."""
    out = io.BytesIO()
    write_po(out, catalog, width=100, include_previous=True, sort_output=False)
    return out.getvalue()
