"""Workbooks to tables: their size is looked at before anything is unpacked, and they are parsed in a process of their own."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

from .apart import BROKEN, SECONDS, TOO_LARGE
from .table import Merged, Table, clean

BOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
UNPACKED = 60_000_000
"""Bytes of everything in a workbook, unpacked."""
WAIT = SECONDS + 10
"""Seconds on the clock."""


class BookError(Exception):
    """A workbook that is not read. `too_large` tells those that ask for too much from those that are broken."""

    def __init__(self, message: str, *, too_large: bool) -> None:
        super().__init__(message)
        self.too_large = too_large


def read_book(path: Path, shown: str) -> list[Table]:
    """The sheets of a workbook; `shown` is its path in problems. Raises BookError, OSError."""
    unpacked = _unpacked(path)
    if unpacked > UNPACKED:
        raise BookError(f"unpacked it has {unpacked // 1_000_000} MB", too_large=True)
    command = [sys.executable, "-m", "mkdocs_workshop.reports.apart", str(path.absolute())]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=WAIT)
    except subprocess.TimeoutExpired as error:
        raise BookError(f"it was not read within {WAIT} seconds", too_large=True) from error
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:
        # Killed by its limits before it could say anything.
        raise BookError("it needs more memory or time than a list of answers does", too_large=True) from error
    for kind in (TOO_LARGE, BROKEN):
        if kind in found:
            raise BookError(found[kind], too_large=kind == TOO_LARGE)
    return [
        Table(
            shown,
            sheet["name"],
            [[clean(cell) for cell in row] for row in sheet["rows"]],
            tuple(Merged(*area) for area in sheet["merged"]),
        )
        for sheet in found["sheets"]
    ]


def _unpacked(path: Path) -> int:
    """Bytes of all that is packed in a file, as it says itself; 0 for what is no archive. What lies about it meets the limits."""
    try:
        with zipfile.ZipFile(path) as packed:
            return sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, ValueError):
        return 0
