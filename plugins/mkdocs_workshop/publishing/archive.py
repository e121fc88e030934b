"""A ZIP that a build is asked for: judged and locked before anything is made."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..ground.artifact import Role
from .lock import only_one
from .marker import MARKER, Marker, parse_marker
from .output import NotWritten
from .place import Refused, judge
from .swap import lock_of

_LARGEST_MARKER = 10_000


@contextmanager
def archive(target: Path, root: Path, curriculum: Path, role: Role | None) -> Iterator[Path]:
    """The true path of a ZIP that this process alone may write.

    What exists must be a copy that a build made, for `role` where that is not None. Raises Refused, before anything is touched,
    and NotWritten where it can not be written.
    """
    place = judge_archive(target, root, curriculum, role)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with only_one(lock_of(place), target):
            yield place
    except OSError as error:
        raise NotWritten(f"{error.filename or target} can not be written: {error.strerror}.") from error


def judge_archive(target: Path, root: Path, curriculum: Path, role: Role | None) -> Path:
    """The true path of a ZIP that a build is asked to write. Raises Refused, and NotWritten, like `archive`."""
    place = judge(target, root, curriculum)
    try:
        if place.exists():
            _refuse(target, _read(place), role)
    except OSError as error:
        raise NotWritten(f"{error.filename or target} can not be read: {error.strerror}.") from error
    return place


def _refuse(target: Path, marker: Marker | None, role: Role | None) -> None:
    if marker is None:
        raise Refused(
            f"{target} exists, and is no offline copy that a build of the workshop made. Nothing was touched. "
            "Name another file, or delete it yourself."
        )
    if role is not None and marker.role != role:
        raise Refused(
            f"{target} holds the edition for the role {marker.role}. Name another file, or add --replace-role."
        )


def _read(path: Path) -> Marker | None:
    try:
        with zipfile.ZipFile(path) as packed:
            size = packed.getinfo(MARKER).file_size
            return parse_marker(packed.read(MARKER)) if size <= _LARGEST_MARKER else None
    except (zipfile.BadZipFile, KeyError, IsADirectoryError, NotImplementedError, RuntimeError):
        return None
