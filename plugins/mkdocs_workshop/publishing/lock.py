"""One build at a time for one output: the second is told who is at work."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import SoftFileLock, Timeout

from .place import Refused


@contextmanager
def only_one(lock: Path, target: Path) -> Iterator[None]:
    """Holds the lock of an output. The lock of a process that has died is taken over.

    Raises Refused while another process holds it, and OSError where the lock can not be written.
    """
    held = SoftFileLock(lock, timeout=0)
    try:
        held.acquire()
    except Timeout:
        raise Refused(_who(held, lock, target)) from None
    try:
        yield
    finally:
        held.release()


def _who(held: SoftFileLock, lock: Path, target: Path) -> str:
    try:
        since = dt.datetime.fromtimestamp(lock.stat().st_mtime).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    except FileNotFoundError:
        return f"another build of {target} has ended this moment. Start again."
    who = f"process {held.pid}" if held.pid else "an unknown process"
    return (
        f"another build writes {target}: {who}, since {since}. Wait until it is done. "
        f"If it runs no more, and perhaps ran on another computer, delete {lock}."
    )
