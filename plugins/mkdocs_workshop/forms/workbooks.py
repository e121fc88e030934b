"""Workbooks that are the same bytes for the same content."""

import datetime as dt
import io
from collections.abc import Callable

import xlsxwriter

MADE = dt.datetime(1980, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
"""The day that stands in the properties. The real one would change the bytes; the format has no time zone."""


def workbook(title: str, author: str, write: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    """A workbook, filled by `write`. Texts stay texts: nothing is read as a formula or as an address."""
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(written, options) as book:
        book.set_properties({"title": title, "author": author, "created": MADE})
        write(book)
    return written.getvalue()
