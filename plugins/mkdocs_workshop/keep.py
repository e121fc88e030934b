"""What is slow to make is made once: kept in a folder by the hash of all that goes into it."""

import hashlib
from collections.abc import Callable
from pathlib import Path


def keep(folder: Path, name: str, ingredients: bytes, make: Callable[[], bytes]) -> bytes:
    """What `make` makes of the ingredients; taken from `folder` if it has been made before.

    `name` says what it is and ends with its format (`handout.pdf`). The ingredients must hold everything that decides the
    result: the words, the form, the versions of the tools. The folder may be deleted at any time. Raises OSError where it can
    not be written, and what `make` raises.
    """
    stem, _, suffix = name.rpartition(".")
    kept = folder / f"{stem}-{hashlib.sha256(ingredients).hexdigest()[:32]}.{suffix}"
    if kept.is_file():
        return kept.read_bytes()
    made = make()
    put(kept, made)
    return made


def put(path: Path, content: bytes) -> None:
    """Writes a file beside and renames it, so that a build that is broken off leaves no half file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".part")
    beside.write_bytes(content)
    beside.replace(path)
