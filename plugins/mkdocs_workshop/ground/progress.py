"""How far a long step of a build has come: a bar on a terminal, one line for each step elsewhere.

`Documents [########------------] 165 of 412, 247 left: guide-two-day.pdf`
"""

import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

PATIENCE = 2.0
"""Seconds for which nobody wonders what is going on."""
PAUSE = 0.1
"""Seconds between two looks of the bar; a terminal far away is slow."""
CELLS = 20


class Progress:
    """Tells of one step after the other. Steps that take less than two seconds are not told."""

    def __init__(self, out: TextIO, now: Callable[[], float] = time.monotonic) -> None:
        self.out = out
        self.now = now
        self.what = ""
        self.total = self.count = 0
        self.began = self.shown = 0.0

    def begin(self, what: str, total: int = 0) -> None:
        """A step: "Documents", and how many it makes; 0 if nobody knows. The step before is over."""
        self.end()
        self.what, self.total, self.count, self.began, self.shown = what, total, 0, self.now(), 0.0

    def made(self, path: str) -> None:
        """One more is made."""
        self.count += 1
        now = self.now()
        if self.out.isatty() and now - self.began >= PATIENCE and now - self.shown >= PAUSE:
            self.shown = now
            width = shutil.get_terminal_size().columns - 1
            self.out.write(f"\r\x1b[2K{self._line(path.rsplit('/', 1)[-1])[:width]}")
            self.out.flush()

    def end(self) -> None:
        """The step is over."""
        if self.what and self.now() - self.began >= PATIENCE:
            if self.out.isatty():
                self.out.write("\r\x1b[2K")
            else:
                self.out.write(f"{self.what}: {self.count} in {self.now() - self.began:.0f} s\n")
            self.out.flush()
        self.what = ""

    def _line(self, name: str) -> str:
        if self.count > self.total:
            # Nobody knows, or more are made than last time.
            return f"{self.what} {self.count}: {name}"
        full = CELLS * self.count // self.total
        bar = "#" * full + "-" * (CELLS - full)
        return f"{self.what} [{bar}] {self.count} of {self.total}, {self.total - self.count} left: {name}"


def last_count(file: Path, key: str) -> int:
    """How many were made last time, for a bar; 0 if nobody knows."""
    try:
        count = json.loads(file.read_text("utf-8"))[key]
    except (OSError, ValueError, KeyError, TypeError):
        return 0
    return count if isinstance(count, int) else 0


def keep_count(file: Path, key: str, count: int) -> None:
    """Notes how many were made. Raises OSError when the file can not be written."""
    try:
        known = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        known = {}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({**(known if isinstance(known, dict) else {}), key: count}), "utf-8")
