"""The part of a site that is one language: taken from the site that a build replaces where nothing that decides it has changed.

A part is noted as its own build has left it. What is done with all languages afterwards changes some of its files; these are set
aside first, so that it can be put together again as it was.
"""

import contextlib
import hashlib
import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from ..ground.cache import put, put_whole, taken
from .unchanged import MOST, digests

Aside = Callable[[Path], None]
"""Is told of a file that will be changed or removed."""


def note(cache: Path, before: Path, key: str, part: Path) -> None:
    """Notes of what a part of a site was made, and the digest of each of its files. `before` is where it will stand.

    A folder that can not be written keeps nothing.
    """
    path = _record(cache, before)
    with contextlib.suppress(OSError):
        text = json.dumps({"key": key, "files": digests(part)}, ensure_ascii=False)
        put_whole(path, text.encode("utf-8", "surrogatepass"))
        for old in sorted(path.parent.glob("*.json*"), key=lambda one: one.stat().st_mtime)[:-MOST]:
            old.unlink(missing_ok=True)


def take(cache: Path, before: Path, key: str, part: Path) -> bool:
    """Fills the folder `part` with what a build with this key has left; whether it did. Nothing is written where it can not be whole."""
    content = taken(_record(cache, before))
    kept = json.loads(content) if content is not None else {}
    if kept.get("key") != key:
        return False
    files: Mapping[str, str] = kept["files"]
    sources: dict[str, Path] = {}
    for path, digest in files.items():
        if digest == FOLDER:
            continue
        found = [one for one in (before / path, _store(cache) / digest) if _has(one, digest)]
        if not found:
            return False
        sources[path] = found[0]
    for path, digest in files.items():
        (part / path if digest == FOLDER else (part / path).parent).mkdir(parents=True, exist_ok=True)
    for path, source in sources.items():
        # Never a link: what is done with all languages would change the site that is still in its place.
        shutil.copyfile(source, part / path)
    return digests(part) == dict(files)


def set_aside(cache: Path) -> Aside:
    """Keeps files as they are now, by their digests. A folder that can not be written keeps nothing."""

    def aside(path: Path) -> None:
        with contextlib.suppress(OSError):
            data = path.read_bytes()
            place = _store(cache) / hashlib.sha256(data).hexdigest()
            if not _has(place, place.name):
                put(place, data)

    return aside


def sweep(cache: Path) -> None:
    """Removes what was set aside and belongs to no part that is noted."""
    with contextlib.suppress(OSError):
        records = [
            json.loads(content) for path in _folder(cache).glob("*.json") if (content := taken(path)) is not None
        ]
        named = {digest for record in records for digest in record["files"].values()}
        for file in _store(cache).iterdir() if _store(cache).is_dir() else ():
            if file.name not in named:
                file.unlink()


FOLDER = "folder"
"""Stands for a folder in the place of a digest."""


def _has(path: Path, digest: str) -> bool:
    try:
        if path.is_symlink():
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest
    except OSError:
        return False


def _folder(cache: Path) -> Path:
    return cache / "parts"


def _store(cache: Path) -> Path:
    return _folder(cache) / "files"


def _record(cache: Path, before: Path) -> Path:
    return _folder(cache) / f"{hashlib.sha256(str(before).encode()).hexdigest()[:24]}.json"
