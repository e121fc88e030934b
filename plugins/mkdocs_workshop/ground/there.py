"""Whether something is there, the same in each version of Python."""

from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether there is something at a path. Raises OSError where nobody can tell: newer versions of Python call that missing."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
