"""How much of a curriculum is translated, by PO file and language."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ..files import shown_path
from ..kinds import Loaded
from .apply import FOLDER, usable
from .messages import by_po
from .po import read_translations
from .readings import state_of


class Row(NamedTuple):
    """One PO file in one language, counted in messages."""

    name: str
    language: str
    messages: int
    translated: int
    unsure: int
    """Marked as fuzzy, or translated from another English."""
    mark: str
    """Twelve signs that change with every translated word, for `translations` in `reviews.yml`."""

    @property
    def missing(self) -> int:
        """Messages without any translation."""
        return self.messages - self.translated - self.unsure


def status(files: Sequence[Loaded], folder: Path, root: Path, languages: Sequence[str]) -> list[Row]:
    """A row for each PO file and language, in the order of the names."""
    rows = []
    for name, wanted in sorted(by_po(files).items()):
        for language in languages:
            path = folder / FOLDER / language / name
            found, _ = read_translations(path, shown_path(path, root))
            said = [(message.context, usable(message, found)) for message in wanted]
            done = sum(text is not None for _, text in said)
            begun = sum(message.context in found and bool(found[message.context].text) for message in wanted)
            rows.append(Row(name, language, len(wanted), done, begun - done, state_of(said).mark))
    return rows


def share(rows: Sequence[Row]) -> float:
    """The translated part of all messages, 0 to 100; 100 where there is nothing to translate."""
    every = sum(row.messages for row in rows)
    return 100 * sum(row.translated for row in rows) / every if every else 100.0
