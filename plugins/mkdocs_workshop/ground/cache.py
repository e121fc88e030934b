"""What is slow to make is made once: kept in a folder by the hash of all that goes into it and of the code that makes it.

Beside each kept file lies its digest, as `sha256sum --check` reads it. A file whose digest does not fit, or has none, is made
anew: what was cut short, emptied or changed on the disk never gets into a site.
"""

import functools
import hashlib
import secrets
import zlib
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

from . import zips
from .zips import zipped


def keep(folder: Path, name: str, ingredients: bytes, made_by: str, make: Callable[[], bytes]) -> bytes:
    """What `make` makes of the ingredients; taken from `folder` if it has been made before and is still whole.

    `name` says what it is and ends with its format (`handout.pdf`). The ingredients must hold every word that decides the
    result, `made_by` the code (see `code_of`). The folder may be deleted at any time. Raises OSError where it can not be
    written, and what `make` raises.
    """
    stem, _, suffix = name.rpartition(".")
    key = hashlib.sha256(f"{made_by} ".encode())
    key.update(ingredients)
    return kept_whole(folder / f"{stem}-{key.hexdigest()[:32]}.{suffix}", make)


def kept_whole(path: Path, make: Callable[[], bytes]) -> bytes:
    """The content of a kept file; made and written anew if it is missing or does not fit the digest beside it."""
    content = taken(path)
    if content is not None:
        return content
    made = make()
    put_whole(path, made)
    return made


def taken(path: Path) -> bytes | None:
    """The content of a kept file; None if it is missing or does not fit the digest beside it."""
    try:
        content = path.read_bytes()
        if _beside(path).read_text("ascii", errors="replace") == _digest_line(path, content):
            return content
    except OSError:
        # Missing, or no file at all: to write it says what is wrong with the folder, if anything is.
        pass
    return None


def put_whole(path: Path, content: bytes) -> None:
    """Writes a file and its digest. Raises OSError where they can not be written."""
    put(path, content)
    put(_beside(path), _digest_line(path, content).encode())


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")


def _digest_line(path: Path, content: bytes) -> str:
    return f"{hashlib.sha256(content).hexdigest()}  {path.name}\n"


def keep_zip(folder: Path, name: str, files: Mapping[str, str | bytes]) -> bytes:
    """The ZIP of these files by their paths, as `zipped` makes it: to pack them takes longer than to look whether it was done."""
    # Not put together first: the papers of a manual fill forty megabytes.
    ingredients = hashlib.sha256(zlib.ZLIB_RUNTIME_VERSION.encode())
    for path in sorted(files):
        content = files[path]
        data = content.encode() if isinstance(content, str) else content
        # With their lengths, so that no other files give the same row of bytes.
        ingredients.update(f" {len(path)} {path} {len(data)} ".encode())
        ingredients.update(data)
    return keep(folder, name, ingredients.digest(), code_of(zips), lambda: zipped(files))


@functools.cache
def code_of(*modules: ModuleType, libraries: tuple[str, ...] = ()) -> str:
    """The hash of the source files of some modules and of the versions of some libraries; of a package, of all its files.

    It is part of the key of what they make, so that a change of the code makes it anew. `libraries` are names of
    distributions (`python-docx`). Raises PackageNotFoundError for one that is not installed.
    """
    found = hashlib.sha256()
    for module in modules:
        for path in _sources(module):
            content = path.read_bytes()
            found.update(f"{path.name} {len(content)} ".encode() + content)
    for library in libraries:
        found.update(f"{library} {version(library)} ".encode())
    return found.hexdigest()


def _sources(module: ModuleType) -> list[Path]:
    if module.__file__ is None:
        raise ValueError(f"{module.__name__} has no source file")
    source = Path(module.__file__)
    if source.name != "__init__.py":
        return [source]
    return sorted(path for path in source.parent.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


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
