"""What a build makes: a path and its content, and who may see it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

Role = Literal["participant", "facilitator"]


@dataclass(frozen=True)
class Label:
    """What lists of downloads say of a file. Kinds and formats are words of the interface (`download.kind.*`)."""

    kind: str
    """What it is: `handout`, `case`, `guide`, `workbook`, `form`, `slides`, `scorm`, ..."""
    format: str
    """`pdf`, `docx`, `pptx`, `html`, `zip`, ..."""
    title: str
    """In the language of the file."""
    language: str
    version: str
    """Of the module, or of the manual where it holds several."""
    module: str = ""
    """The module that it belongs to; empty where it holds several."""
    subject: str = ""
    """The id of the handout, case, form or programme."""
    variant: str = ""
    """`booklet`, `large-print`, ...; empty for the usual one."""


class InFile(NamedTuple):
    """Content that lies on the disk: the downloads of a manual fill more than a hundred megabytes."""

    path: Path
    size: int
    """Bytes."""
    sha256: str
    text: bool
    """Whether it was a text."""


@dataclass(frozen=True)
class Artifact:
    """A file of the built manual."""

    path: str
    """Relative to the documentation folder, with forward slashes."""
    content: str | bytes | InFile
    role: Role = "participant"
    """Whose copy may hold it."""
    title: str = ""
    """Name in the navigation; empty for files that are no pages."""
    made_from: str = ""
    """The file that an author edits to change it, relative to the project."""
    label: Label | None = None
    """Given to what people download."""

    @property
    def data(self) -> bytes:
        """The content as it stands in the file. Raises OSError where it lies on the disk and is gone."""
        if isinstance(self.content, InFile):
            return self.content.path.read_bytes()
        return self.content.encode() if isinstance(self.content, str) else self.content

    @property
    def size(self) -> int:
        """Bytes of its data."""
        return self.content.size if isinstance(self.content, InFile) else len(self.data)

    @cached_property
    def sha256(self) -> str:
        """The digest of its data, for lists of downloads, and for what asks whether it is the same as before."""
        return self.content.sha256 if isinstance(self.content, InFile) else hashlib.sha256(self.data).hexdigest()


def with_digest(artifact: Artifact, sha256: str) -> Artifact:
    """The artifact, with its digest as whoever has read its data knows it: to sum up all downloads again takes a tenth of a second."""
    vars(artifact)["sha256"] = sha256
    return artifact


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
