"""Sites that are put in place while processes die, disks are full and folders are closed. The old or the new site must be there, whole."""

import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs_workshop.publishing.marker import MARKER, Marker, marker_text
from mkdocs_workshop.publishing.output import NotWritten, output
from mkdocs_workshop.publishing.place import Refused

FILES = 12
"""Pages of a site."""
NOBODY = 65534
CHILD = """\
import sys
from pathlib import Path
from tests.faults.disks import put_site
root, first, last = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
print("ready", flush=True)
for number in range(first, last):
    put_site(root, str(number))
"""
Try = Callable[[int], list[str]]


def put_site(root: Path, words: str, size: int = 400) -> None:
    """Puts a site of some pages in place, each with these words. Raises Refused and NotWritten."""
    with output(root / "site", root, root / "curriculum") as out:
        for page in range(FILES):
            (out.new / f"{page}.html").write_text(words.ljust(size))
        (out.new / MARKER).write_text(marker_text(Marker("1.0", "facilitator")))
        out.put_in_place()


def _half(root: Path) -> list[str]:
    """What is wrong with the site that is there, and what lies about beside it."""
    site = root / "site"
    pages = sorted(site.glob("*.html"))
    words = {page.read_text().strip() for page in pages}
    left = sorted(path.name for path in root.iterdir() if path.name.startswith(".site.workshop-"))
    found = [f"something lies about: {left}"] if left else []
    if len(pages) != FILES or len(words) != 1 or "" in words:
        found.append(f"no whole site: {len(pages)} pages, {sorted(words)}")
    return found


def _chance(number: int) -> random.Random:
    return random.Random(number)  # noqa: S311  no secret


def _project(folder: Path) -> Path:
    (folder / "curriculum").mkdir()
    (folder / "curriculum" / "words.yml").write_text("words: []\n")
    folder.chmod(0o755)
    put_site(folder, "first")
    return folder


def _child(root: Path, first: int, last: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", CHILD, str(root), str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def killed(folder: Path) -> Try:
    """A process that puts one site after the other in place is killed at any moment."""
    root = _project(folder)

    def try_it(number: int) -> list[str]:
        with _child(root, number * 1000, number * 1000 + 1000) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(_chance(number).random() * 0.05)
            process.kill()
        # The next start puts right what was left.
        with output(root / "site", root, root / "curriculum"):
            pass
        return _half(root)

    return try_it


def at_once(folder: Path) -> Try:
    """Two processes want the same place."""
    root = _project(folder)

    def try_it(number: int) -> list[str]:
        both = [_child(root, start, start + 20) for start in (0, 1000)]
        found = []
        for process in both:
            _, said = process.communicate(timeout=60)
            # `Refused` ends the child; nothing else may.
            if process.returncode and "place.Refused: another build" not in said:
                found.append(f"a build ended with {said[-300:]}")
        with output(root / "site", root, root / "curriculum"):
            pass
        return [*found, *_half(root)]

    return try_it


@contextmanager
def _small_files(most: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Whoever is root may write everywhere; so he is somebody else for a moment."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def _refused(act: Callable[[], None]) -> list[str]:
    """What is wrong with the answer to something that can not be written."""
    try:
        act()
    except (NotWritten, Refused) as error:
        return [] if "can not be" in str(error) or "untouched" in str(error) else [f"no reason: {error}"]
    return []


def full(folder: Path) -> Try:
    """The disk takes no more than some bytes of a file."""
    root = _project(folder)

    def try_it(number: int) -> list[str]:
        chance = _chance(number)
        with _small_files(chance.choice((0, 1, 50, 100, 500, 5000))):
            found = _refused(lambda: put_site(root, f"new {number}", chance.choice((20, 400, 9000))))
        return [*found, *_half(root)]

    return try_it


def closed(folder: Path) -> Try:
    """The folder of the project, the site or a page can not be written."""
    root = _project(folder)

    def try_it(number: int) -> list[str]:
        chance = _chance(number)
        shut = chance.sample([root, root / "site", root / "site" / "3.html"], chance.randint(1, 3))
        for path in shut:
            path.chmod(0o555)
        try:
            with _as_nobody():
                found = _refused(lambda: put_site(root, f"new {number}"))
        finally:
            for path in shut:
                path.chmod(0o755)
        return [*found, *_half(root)]

    return try_it
