"""A site that is what a build would make again: nothing that decides it has changed, and every byte of it is as it was made."""

import contextlib
import hashlib
import json
from pathlib import Path

from ..ground.cache import put_whole, taken

MOST = 64
"""Files that are kept, two for each site."""


def _record(cache: Path, site: Path) -> Path:
    """Where it is kept what a site was made of."""
    return cache / "sites" / f"{hashlib.sha256(str(site).encode()).hexdigest()[:24]}.json"


def remember(cache: Path, site: Path, key: str) -> None:
    """Keeps what a site was made of, and the digest of each file. A folder that can not be written keeps nothing."""
    path = _record(cache, site)
    with contextlib.suppress(OSError):
        text = json.dumps({"key": key, "files": digests(site)}, ensure_ascii=False)
        put_whole(path, text.encode("utf-8", "surrogatepass"))
        for old in sorted(path.parent.iterdir(), key=lambda one: one.stat().st_mtime)[:-MOST]:
            old.unlink(missing_ok=True)


def is_as_made(cache: Path, site: Path, key: str) -> bool:
    """Whether a site was made of what the key says, and has the same files with the same bytes, and no others."""
    content = taken(_record(cache, site))
    if content is None:
        return False
    kept = json.loads(content)
    try:
        return bool(kept["key"] == key and kept["files"] == digests(site))
    except OSError:
        return False


def digests(site: Path) -> dict[str, str]:
    """The digest of each file below a folder by its path; of a link or a folder, what it is. Raises OSError."""
    found = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_symlink():
            found[name] = f"link to {path.readlink()}"
        elif path.is_dir():
            found[name] = "folder"
        else:
            with path.open("rb") as file:
                found[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found
