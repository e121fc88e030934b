"""What a build makes: a path and its content, and who may see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Role = Literal["participant", "facilitator"]


@dataclass(frozen=True)
class Artifact:
    """A file of the built manual."""

    path: str
    """Relative to the documentation folder, with forward slashes."""
    content: str | bytes
    role: Role = "participant"
    """Whose copy may hold it."""
    title: str = ""
    """Name in the navigation; empty for files that are no pages."""
    made_from: str = ""
    """The file that an author edits to change it, relative to the project."""


def write_changed(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    """Writes the files whose text differs from what is there, and only those; returns them."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = []
    for name, text in texts.items():
        path = folder / name
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            changed.append(path)
    return changed
