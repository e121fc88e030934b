"""The folder of `mkdocs serve` between two builds: its files are written over, for to make each of them anew takes longer.

MkDocs empties the folder before a build, but for hidden entries. So what lies there is hidden before, and put back when it is known
which files will be written again; all others go.
"""

import os
import shutil
from collections.abc import Collection
from pathlib import Path

HIDDEN = ".workshop-before"


def put_aside(site: Path) -> None:
    """Hides what lies in a folder; what was hidden by a build that came to no end goes. Raises OSError."""
    hidden = site / HIDDEN
    shutil.rmtree(hidden, ignore_errors=True)
    entries = [path for path in site.iterdir() if not path.name.startswith(".")] if site.is_dir() else []
    if entries:
        hidden.mkdir()
    for path in entries:
        path.rename(hidden / path.name)


def put_back(site: Path, written: Collection[str]) -> None:
    """Puts back the files that will be written again, named by their paths below the folder; the others go. Raises OSError."""
    hidden = site / HIDDEN
    if not hidden.is_dir():
        return
    for place, _, names in os.walk(hidden):
        folder = Path(place)
        below = "" if folder == hidden else f"{folder.relative_to(hidden).as_posix()}/"
        for name in names:
            if f"{below}{name}" not in written:
                (folder / name).unlink()
    for path in hidden.iterdir():
        if not (site / path.name).exists():
            path.rename(site / path.name)
    shutil.rmtree(hidden, ignore_errors=True)
