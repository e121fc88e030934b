"""A sheet of a workbook, or a CSV file, as text."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

_ESCAPED = re.compile(r"&(?:amp|lt|gt|quot|#0?39);")
"""How Moodle writes `&`, `<`, `>` and quotes into the cells of an export."""


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


def clean(text: str) -> str:
    """A cell without what nobody sees: spaces at its ends, a mark of the byte order; signs that were escaped are signs again.

    `clean(" 4 &amp; 5 ")` gives `"4 & 5"`.
    """
    text = _ESCAPED.sub(lambda found: html.unescape(found[0]), text)
    return text.replace("\u00a0", " ").replace("\ufeff", "").strip()
