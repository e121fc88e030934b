"""PO files to translations with a place, and back: Babel reads and writes them, so every tool of translators does too."""

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as PoMessage
from babel.messages.pofile import PoFileError, read_po, write_po

from ...ground.problems import Kind, Place, Problem
from .messages import Message

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


def updated(old: Catalog, wanted: Sequence[Message], language: str) -> Catalog:
    """The PO file for today's texts: what is right is kept, what changed is marked as fuzzy with the old English.

    A message whose context has gone gives its translation to one with the same English; the others stand at the end as
    obsolete, so that no work is lost.
    """
    kept = {message.context: message for message in old if message.context}
    spare = {message.id: message for context, message in _with_obsolete(old).items() if _is_done(message)}
    # The day of the file that is there, so that an update that changes nothing writes the same bytes.
    day = old.creation_date if kept else dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    new = Catalog(locale=language, project="mkdocs-workshop", creation_date=day, fuzzy=False, header_comment="#")
    new.revision_date = day
    contexts = set()
    for message in wanted:
        contexts.add(message.context)
        before = kept.get(message.context)
        found = before if before is not None and before.id == message.text else spare.get(message.text)
        string, flags = "", set[str]()
        previous: tuple[str, ...] = ()
        if found is not None and found.string:
            string, flags = str(found.string), {flag for flag in found.flags if flag == "fuzzy"}
            previous = tuple(found.previous_id) if "fuzzy" in flags else ()
        elif before is not None and before.string:
            string, flags, previous = str(before.string), {"fuzzy"}, (str(before.id),)
        comments = [message.loc[-1] if isinstance(message.loc[-1], str) else str(message.loc[-2])]
        if message.facilitator:
            comments.append("facilitator")
        new.add(
            message.text,
            string,
            locations=[(message.file.source.path, message.file.source.place(message.loc).line)],
            flags=flags,
            auto_comments=comments,
            user_comments=before.user_comments if before is not None else (),
            previous_id=previous,
            context=message.context,
        )
    for context, gone in _with_obsolete(old).items():
        if context not in contexts and _is_done(gone):
            new.obsolete[context] = gone
    return new


def _with_obsolete(catalog: Catalog) -> dict[str, PoMessage]:
    found = {message.context: message for message in catalog.obsolete.values() if message.context}
    found |= {message.context: message for message in catalog if message.context}
    return found


def _is_done(message: PoMessage) -> bool:
    return bool(message.id) and bool(message.string) and not message.fuzzy


def as_text(catalog: Catalog) -> bytes:
    """The PO file as bytes: the same catalogue gives the same bytes."""
    out = io.BytesIO()
    write_po(out, catalog, width=100, include_previous=True, sort_output=False)
    return out.getvalue()
