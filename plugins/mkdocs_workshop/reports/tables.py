"""Spreadsheets and CSV files to rows of text. Whatever is in a file, it gives rows or a problem."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import python_calamine as calamine

from ..ground.problems import Place, Problem
from .mistakes import problem

BOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
TEXTS = (".csv", ".tsv", ".txt")
_UNREADABLE = (calamine.CalamineError, calamine.ZipError, calamine.XmlError, OSError, ValueError)
_LARGEST = 50_000_000
"""Bytes. A workshop fills a hundredth of it."""


@dataclass(frozen=True)
class Merged:
    """Cells that somebody has merged; rows and columns count from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Table:
    """The cells of a sheet as text."""

    path: str
    name: str
    """Of the sheet; empty for CSV."""
    rows: Sequence[Sequence[str]]
    """Row 0 is row 1 of the spreadsheet."""
    merged: tuple[Merged, ...] = ()


def read_tables(path: Path, shown: str) -> tuple[list[Table], list[Problem]]:
    """The tables of a file; `shown` is its path in problems."""
    try:
        if path.stat().st_size > _LARGEST:
            return [], [problem(Place(shown), "R101", "the file is far larger than any workshop fills")]
        if path.suffix.lower() in BOOKS:
            return list(_book(path, shown)), []
        return _text(path.read_bytes(), shown)
    except _UNREADABLE as error:
        return [], [problem(Place(shown), "R101", f"the file can not be read: {_short(error)}")]


def _short(error: Exception) -> str:
    lines = str(error).splitlines() or [type(error).__name__]
    return lines[0][:120]


def _book(path: Path, shown: str) -> Iterator[Table]:
    # Read before it is parsed, so that the file is not kept open.
    with calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes())) as book:
        for sheet in book.sheets_metadata:
            if sheet.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            cells = book.get_sheet_by_name(sheet.name)
            merged = tuple(
                Merged(top, left, bottom, right) for (top, left), (bottom, right) in cells.merged_cell_ranges or ()
            )
            rows = [[_cell(value) for value in row] for row in cells.to_python(skip_empty_area=False)]
            yield Table(shown, sheet.name, rows, merged)


def _cell(value: object) -> str:
    # A spreadsheet knows no whole numbers; 4 comes as 4.0.
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, bool):
        return str(int(value))
    return _clean(str(value))


def _clean(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\ufeff", "").strip()


def _text(data: bytes, shown: str) -> tuple[list[Table], list[Problem]]:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return [], [problem(Place(shown), "R101", "this is a spreadsheet with the name of a text file")]
    text = _decoded(data)
    if text is None or "\x00" in text:
        return [], [problem(Place(shown), "R102", "the letters of the file can not be read")]
    body = text.replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = body.partition("\n")
    # Excel's own first line, which names the sign between the cells.
    named = first[4:5] if first.lower().startswith("sep=") else ""
    if named:
        body = rest
    delimiter = named or _delimiter(body)
    try:
        rows = [[_clean(cell) for cell in row] for row in csv.reader(io.StringIO(body), delimiter=delimiter)]
    except csv.Error as error:
        return [], [problem(Place(shown), "R101", f"the file is no CSV: {error}")]
    return [Table(shown, "", [[""], *rows] if named else rows)], []


def _decoded(data: bytes) -> str | None:
    # Windows-1251 takes nearly any bytes, so it comes last.
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1251")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _delimiter(text: str) -> str:
    """The sign that stands most often in the first line with anything in it."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return max(",;\t", key=first.count)
