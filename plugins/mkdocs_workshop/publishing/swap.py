"""A new folder in the place of an old one: whole, or not at all; and what a crash has left is put right.

The new folder is made beside the old one, and two renames change them. Where nothing can be renamed, at a mount point or in a
folder that is not ours, the content is changed inside. Everything that lies about meanwhile has a name of its own:

    .site.workshop-lock        who is at work
    .site.workshop-new-…       what is being made
    .site.workshop-old-…       what has been set aside; it goes back if the new one is not in place
    .site.workshop-whole-…     set aside to the last file, in a swap inside a folder
    .site.workshop-gone-…      what is being deleted
"""

import os
import secrets
import shutil
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
"""What is mounted where, on Linux."""


def room(place: Path) -> Path:
    """The folder in which the new one is made: beside the place, or inside it where it can not be renamed."""
    inside = place.is_dir() and (_is_mount(place) or not os.access(place.parent, os.W_OK))
    return place if inside else place.parent


def _is_mount(place: Path) -> bool:
    """Whether something is mounted there; also a folder of the same disk, as containers do it, which looks like any other."""
    if place.is_mount():
        return True
    try:
        listed = _MOUNTS.read_text("utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    return any(_unescaped(line.split(" ")[4]) == str(place) for line in listed)


def _unescaped(path: str) -> str:
    for written, letter in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        path = path.replace(written, letter)
    return path


def lock_of(place: Path) -> Path:
    """The path of its lock."""
    return room(place) / f"{_stem(place)}lock"


def is_new(place: Path) -> bool:
    """Whether a folder is, or lies in, a new one that is being filled."""
    return any(part.startswith(".") and ".workshop-new-" in part for part in place.parts)


def content(place: Path) -> list[Path]:
    """What lies in a folder, without what a build or a file system left there; nothing if it does not exist."""
    return [path for path in _entries(place) if not path.name.startswith(_stem(place)) and path.name != "lost+found"]


def new_folder(place: Path, kind: str = "new") -> Path:
    """An empty folder to fill, on the same disk, with a name that nobody else has. Raises OSError."""
    folder = _unused(place, kind)
    folder.mkdir()
    return folder


def swap(new: Path, place: Path) -> None:
    """Puts the new folder in place. Raises OSError when that fails; `put_right` then has the old one back."""
    if room(place) == place:
        old = new_folder(place, "old")
        _move(content(place), old)
        # From here on, what lies in the place itself belongs to the new one.
        whole = _as(old, "whole")
        _move(_entries(new), place)
        remove(_as(whole, "gone"))
    elif place.exists():
        old = place.rename(_unused(place, "old"))
        new.rename(place)
        # Renamed first: what is half deleted must never be taken for what was set aside.
        remove(_as(old, "gone"))
    else:
        new.rename(place)


def put_right(place: Path) -> bool:
    """Clears away what a crash has left, and puts back an old folder that was set aside; returns whether it put one back.

    Only who holds the lock may call this. Raises OSError.
    """
    restored = _back_inside(place) if room(place) == place else _back_beside(place)
    _forget_first_version(place)
    for old in _left(place, "old"):
        _as(old, "gone")
    for kind in ("new", "gone"):
        for path in _left(place, kind):
            remove(path)
    return restored


def remove(path: Path) -> None:
    """Removes a folder, or a link to one; none is well too. Raises OSError."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def _stem(place: Path) -> str:
    return f".{place.name}.workshop-"


def _unused(place: Path, kind: str) -> Path:
    return room(place) / f"{_stem(place)}{kind}-{secrets.token_hex(8)}"


def _as(folder: Path, kind: str) -> Path:
    """The folder, renamed to another kind."""
    head, _, rest = folder.name.rpartition(".workshop-")
    return folder.rename(folder.with_name(f"{head}.workshop-{kind}-{rest.rpartition('-')[2]}"))


def _left(place: Path, kind: str) -> list[Path]:
    return [path for path in _entries(room(place)) if path.name.startswith(f"{_stem(place)}{kind}-")]


def _entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _back_beside(place: Path) -> bool:
    aside = _left(place, "old")
    if place.exists() or not aside:
        return False
    max(aside, key=lambda path: path.stat().st_ctime_ns).rename(place)
    return True


def _back_inside(place: Path) -> bool:
    for whole in _left(place, "whole"):
        _move(content(place), new_folder(place, "gone"))
        _as(whole, "old")
    aside = [path for old in _left(place, "old") for path in _entries(old)]
    _move(aside, place)
    return bool(aside)


def _forget_first_version(place: Path) -> None:
    """What builds of the first version left beside a site that is in its place; only what they alone can have made."""
    settings = place.with_name(".mkdocs-workshop.yml")
    if settings.is_file() and settings.read_bytes().startswith(b"INHERIT:"):
        settings.unlink()
    for path in (place.with_name(f".{place.name}.new"), place.with_name(f".{place.name}.old")):
        made = all((path / name).is_file() for name in ("index.html", "assets/workshop/workshop.css"))
        if made and place.exists() and not path.is_symlink():
            remove(path)


def _move(paths: list[Path], folder: Path) -> None:
    for path in paths:
        path.rename(folder / path.name)
