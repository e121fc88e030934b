"""What a build makes: a path and its content, and who may see it."""

from dataclasses import dataclass
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
