"""A folder that a build is asked for: judged, locked, filled beside, and swapped in whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..ground.artifact import Role
from .lock import only_one
from .marker import read_marker
from .place import Refused, judge
from .swap import content, lock_of, new_folder, put_right, remove, swap


class NotWritten(Exception):
    """A disk or a permission was in the way; the message says what, and what has become of the old folder."""


@dataclass(frozen=True)
class Output:
    """A place that this process alone may write."""

    place: Path
    new: Path
    """An empty folder to fill; it goes when nobody puts it in place."""
    there: bool
    """Whether an older one is in place."""

    def refuse_other_role(self, role: Role) -> None:
        """Raises Refused where the one in place was made for others than `role`."""
        marker = read_marker(self.place)
        if marker is not None and marker.role != role:
            raise Refused(
                f"{self.place} holds the edition for {_WHOM[marker.role]}, and this would be the one for {_WHOM[role]}. "
                "Name another folder with --site, or add --replace-role."
            )

    def put_in_place(self) -> None:
        """Swaps the new folder in. Raises NotWritten."""
        try:
            swap(self.new, self.place)
        except OSError as error:
            raise NotWritten(f"{not_written(error, self.place)} {self._after_a_failed_swap()}") from error

    def _after_a_failed_swap(self) -> str:
        try:
            put_right(self.place)
        except OSError:
            return "The old one could not be put back yet; the next build will do it."
        return "The old one is back in its place." if self.there else "Nothing was put there."


_WHOM = {"participant": "participants", "facilitator": "facilitators"}


@contextmanager
def output(target: Path, root: Path, curriculum: Path, *, replace: bool = True) -> Iterator[Output]:
    """Opens the folder `target` for one build of the project in `root`.

    What exists must be empty, or with `replace` a site that a build has marked. Raises Refused, before anything is touched, and
    NotWritten where a folder can not be written.
    """
    place = judge(target, root, curriculum)
    if place.exists() and not place.is_dir():
        raise Refused(f"{target} is a file. Name a folder.")
    there = False
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with only_one(lock_of(place), target):
            if put_right(place):
                print(f"A build was broken off here. The old {target.name} is back in its place.")
            there = bool(content(place))
            if there and not (replace and read_marker(place)):
                raise Refused(_not_ours(target, replace))
            new = new_folder(place)
            try:
                yield Output(place, new, there)
            finally:
                _forget(new)
    except OSError as error:
        raise NotWritten(f"{not_written(error, target)}{' The old one is untouched.' if there else ''}") from error


def _forget(new: Path) -> None:
    try:
        remove(new)
    except OSError:
        # The next build removes it; what this one has to say is more important.
        return


def _not_ours(target: Path, replace: bool) -> str:
    if not replace:
        return f"{target} is not empty. Name an empty folder."
    return (
        f"{target} is not empty, and nothing in it says that a build of the workshop made it. Nothing was touched. "
        f"Name an empty folder; or, if {target} is an old site that nobody needs, delete it yourself and build again."
    )


def not_written(error: OSError, path: Path | str) -> str:
    """What was in the way: `site/index.html can not be written: No space left on device.` `path` stands where the error names none."""
    # Of a copy or a change of name, the second name is the one that was to be written.
    return f"{error.filename2 or error.filename or path} can not be written: {error.strerror}."
