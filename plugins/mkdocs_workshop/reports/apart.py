"""Reads a workbook in a process of its own: `python -m mkdocs_workshop.reports.apart FILE` writes its sheets as JSON.

A workbook of a kilobyte can ask for more memory than a machine has. Here it gets so much memory and time and no more; where the
system can not limit memory (Windows), time alone is limited, by the caller.
"""

import contextlib
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import python_calamine as calamine

MEMORY = 1_000_000_000
"""Bytes that the process may ask for, itself included."""
SECONDS = 20
"""Of the processor."""
MOST_ROWS, MOST_COLUMNS = 20_000, 2_000
"""No workshop fills a hundredth of it."""
UNREADABLE = (calamine.CalamineError, calamine.ZipError, calamine.XmlError, zipfile.BadZipFile, OSError, ValueError)
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
_CHUNK = 1_000_000
TOO_LARGE, BROKEN = "too-large", "broken"


class TooLargeError(Exception):
    """A sheet with more rows or columns than are read; the message says where."""


def limit() -> None:
    """Takes memory and processor time from this process, where the system can do it.

    It may have `MEMORY` bytes and `SECONDS` of a processor.
    """
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        # Some systems know a limit and refuse to set it.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def far_cells(data: bytes) -> None:
    """Raises TooLargeError if a cell of an .xlsx lies beyond what is read: the parser would make room for all before it."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for name in packed.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                with packed.open(name) as sheet:
                    _far_cells(sheet)


def _far_cells(sheet: Any) -> None:
    rest = b""
    while chunk := sheet.read(_CHUNK):
        text = rest + chunk
        for column, row in _CELL.findall(text):
            if int(row) > MOST_ROWS or _number(column) > MOST_COLUMNS:
                raise TooLargeError(f"something stands in cell {column.decode()}{row.decode()}")
        # A cell may lie across two pieces.
        rest = text[-200:]


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def sheets(data: bytes) -> Iterator[dict[str, Any]]:
    """Name, rows and merged cells of each sheet. Raises TooLargeError, or one of `UNREADABLE`."""
    far_cells(data)
    with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        for sheet in book.sheets_metadata:
            if sheet.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            cells = book.get_sheet_by_name(sheet.name)
            if cells.total_height > MOST_ROWS or cells.total_width > MOST_COLUMNS:
                raise TooLargeError(
                    f"sheet `{sheet.name}` has {cells.total_height} rows and {cells.total_width} columns"
                )
            merged = [[*start, *end] for start, end in cells.merged_cell_ranges or ()]
            rows = [[_cell(value) for value in row] for row in cells.to_python(skip_empty_area=False)]
            yield {"name": sheet.name, "rows": rows, "merged": merged}


def _cell(value: object) -> str:
    # A spreadsheet knows no whole numbers; 4 comes as 4.0.
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, bool):
        return str(int(value))
    return str(value)


def main(path: Path) -> None:
    """Writes the sheets, or what is wrong, to the standard output."""
    limit()
    try:
        found: dict[str, Any] = {"sheets": list(sheets(path.read_bytes()))}
    except TooLargeError as error:
        found = {TOO_LARGE: str(error)}
    except MemoryError:
        found = {TOO_LARGE: "it needs more memory than a list of answers does"}
    except UNREADABLE as error:
        lines = str(error).splitlines() or [type(error).__name__]
        found = {BROKEN: lines[0][:120]}
    sys.stdout.buffer.write(json.dumps(found).encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
