"""How far each translation of a curriculum is: for the page that says so."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..files import shown_path
from ..kinds import Loaded
from .apply import FOLDER, usable
from .messages import by_po
from .po import read_translations
from .readings import PartState, state_of


def overview(
    files: Sequence[Loaded], folder: Path, root: Path, languages: Sequence[str]
) -> dict[str, Mapping[str, PartState]]:
    """The state of each PO file, by language and name. `files` are those of the master."""
    wanted = by_po(files)
    found: dict[str, Mapping[str, PartState]] = {}
    for language in languages:
        parts = {}
        for name, messages in wanted.items():
            path = folder / FOLDER / language / name
            said, _ = read_translations(path, shown_path(path, root))
            parts[name] = state_of([(message.context, usable(message, said)) for message in messages])
        found[language] = parts
    return found
