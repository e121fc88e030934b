"""Tables as CSV, the only way in which they are written: no cell is taken for a formula, and the letters are read rightly."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from .language_tags import untagged

BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the letters of the machine."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


def csv_text(rows: Iterable[Sequence[object]], *, end: str = "\r\n", mark: bool = True) -> str:
    """Rows as CSV with commas. An empty cell stands for nothing; `mark` begins the text with the mark of UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=end)
    for row in rows:
        writer.writerow(["" if cell is None else harmless(cell) for cell in row])
    return (BOM if mark else "") + out.getvalue()


def harmless(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it. Numbers stay."""
    cell = untagged(cell) if isinstance(cell, str) else cell
    if isinstance(cell, str) and cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell
