"""How far a long build has come, on a terminal only."""

from collections.abc import Callable
from typing import TextIO


def progress(out: TextIO) -> Callable[[int, str], None] | None:
    """Writes a line that it overwrites: how many files are made, and the last one. None where nobody looks on."""
    if not out.isatty():
        return None

    def tell(count: int, path: str) -> None:
        out.write(f"\r\x1b[2K{count} · {path.rsplit('/', 1)[-1]}"[:100])
        out.flush()

    return tell
