"""One build at a time for one output: the second is told who is at work."""

import datetime as dt
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import SoftFileLock, Timeout

from .place import Refused

PATIENCE = 1.0
"""Seconds. To write a number takes a thousandth of one."""


@contextmanager
def only_one(lock: Path, target: Path) -> Iterator[None]:
    """Holds the lock of an output. The lock of a process that has died is taken over.

    Raises Refused while another process holds it, and OSError where the lock can not be written.
    """
    held = SoftFileLock(lock, timeout=0)
    try:
        held.acquire()
    except Timeout:
        if not _stays_empty(lock):
            raise Refused(_who(held, lock, target)) from None
        lock.unlink(missing_ok=True)
        _acquire_or_refuse(held, lock, target)
    try:
        yield
    finally:
        held.release()


def _acquire_or_refuse(held: SoftFileLock, lock: Path, target: Path) -> None:
    try:
        held.acquire()
    except Timeout:
        raise Refused(_who(held, lock, target)) from None


def _stays_empty(lock: Path) -> bool:
    """Whether a lock names nobody, and goes on so: its process died before it had written its number into it."""
    end = time.monotonic() + PATIENCE
    while lock.is_file() and lock.stat().st_size == 0:
        if time.monotonic() > end:
            return True
        time.sleep(0.05)
    return False


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
