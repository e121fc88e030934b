"""What is slow to make is made once: kept in a folder by the hash of all that goes into it."""

import hashlib
import secrets
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from .zips import FORM, zipped


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


def keep_zip(folder: Path, name: str, files: Mapping[str, str | bytes]) -> bytes:
    """The ZIP of these files by their paths, as `zipped` makes it: to pack them takes longer than to look whether it was done."""
    ingredients = [f"{FORM} {zlib.ZLIB_RUNTIME_VERSION}".encode()]
    for path in sorted(files):
        content = files[path]
        data = content.encode() if isinstance(content, str) else content
        # With their lengths, so that no other files give the same row of bytes.
        ingredients += [f"{len(path)} {path} {len(data)} ".encode(), data]
    return keep(folder, name, b"".join(ingredients), lambda: zipped(files))


def put(path: Path, content: bytes) -> None:
    """Writes a file beside and renames it, so that a build that is broken off leaves no half file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # A name of its own: two builds may write the same file at the same time.
    beside = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
