"""How much of a curriculum is translated, by PO file and language."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ...model.release import Reviews, TranslationReview
from ..files import shown_path
from ..kinds import Loaded
from .apply import usable
from .folder import FOLDER
from .messages import by_po
from .po import read_translations
from .readings import read_mark

NATIVE = "native-reader"
"""The role of somebody who reads a translation as its readers will; any other role is that of an expert."""


class Row(NamedTuple):
    """One PO file in one language, counted in messages."""

    name: str
    language: str
    messages: int
    translated: int
    unsure: int
    """Marked as fuzzy, or translated from another English."""
    native: TranslationReview | None = None
    """The last reading by a native reader."""
    expert: TranslationReview | None = None
    """The last reading by somebody who knows the work."""
    mark: str = ""
    """Which words stand there now."""

    @property
    def missing(self) -> int:
        """Messages without any translation."""
        return self.messages - self.translated - self.unsure


def status(files: Sequence[Loaded], folder: Path, root: Path, languages: Sequence[str]) -> list[Row]:
    """A row for each PO file and language, in the order of the names."""
    reviews: Reviews = next((file.model for file in files if file.kind == "reviews"), Reviews())
    rows = []
    for name, wanted in sorted(by_po(files).items()):
        for language in languages:
            path = folder / FOLDER / language / name
            found, _ = read_translations(path, shown_path(path, root))
            done = sum(usable(message, found) is not None for message in wanted)
            begun = sum(message.context in found and bool(found[message.context].text) for message in wanted)
            read = sorted(
                (one for one in reviews.translations if (one.language, one.file) == (language, name)),
                key=lambda one: one.on,
            )
            native = [one for one in read if one.by == NATIVE]
            expert = [one for one in read if one.by != NATIVE]
            rows.append(
                Row(
                    name,
                    language,
                    len(wanted),
                    done,
                    begun - done,
                    native[-1] if native else None,
                    expert[-1] if expert else None,
                    read_mark(wanted, found),
                )
            )
    return rows


def share(rows: Sequence[Row]) -> float:
    """The translated part of all messages, 0 to 100; 100 where there is nothing to translate.

    3 of 4 messages are 75.0.
    """
    every = sum(row.messages for row in rows)
    return 100 * sum(row.translated for row in rows) / every if every else 100.0
