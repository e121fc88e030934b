"""Spreadsheets and CSV files to rows of text. Whatever is in a file, it gives rows or a problem."""

import csv
import io
from pathlib import Path

from ..ground.problems import Place, Problem
from .apart import MOST_COLUMNS, MOST_ROWS
from .books import BOOKS, BookError, read_book
from .mistakes import problem
from .table import Merged, Table, clean

__all__ = ["BOOKS", "TEXTS", "Merged", "Table", "read_tables"]

TEXTS = (".csv", ".tsv", ".txt")
_LARGEST = 20_000_000
"""Bytes. A workshop fills a hundredth of it."""


def read_tables(path: Path, shown: str) -> tuple[list[Table], list[Problem]]:
    """The tables of a file; `shown` is its path in problems."""
    try:
        if path.stat().st_size > _LARGEST:
            return [], [_too_large(shown, f"it has {path.stat().st_size // 1_000_000} MB")]
        if path.suffix.lower() in BOOKS:
            return read_book(path, shown), []
        return _text(path.read_bytes(), shown)
    except BookError as error:
        if error.too_large:
            return [], [_too_large(shown, str(error))]
        return [], [problem(Place(shown), "R101", f"the file can not be read: {error}")]
    except OSError as error:
        return [], [problem(Place(shown), "R101", f"the file can not be read: {error.strerror}")]


def _too_large(shown: str, why: str) -> Problem:
    return problem(Place(shown), "R120", f"the file is far larger than any workshop fills: {why}")


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
        rows = [[clean(cell) for cell in row] for row in csv.reader(io.StringIO(body), delimiter=delimiter)]
    except csv.Error as error:
        return [], [problem(Place(shown), "R101", f"the file is no CSV: {error}")]
    if len(rows) > MOST_ROWS or max(map(len, rows), default=0) > MOST_COLUMNS:
        return [], [_too_large(shown, f"it has {len(rows)} rows and up to {max(map(len, rows))} columns")]
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
