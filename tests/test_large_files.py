"""Workbooks that ask for more than a machine has: each gives a problem, in seconds."""

import json
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest

from mkdocs_workshop.reports.apart import MOST_COLUMNS, MOST_ROWS, limit
from mkdocs_workshop.reports.tables import read_tables
from tests.responses import book

PATIENCE = 15
"""Seconds, on a busy machine."""

MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    "</manifest:manifest>"
)


def _stray(path: Path, cell: str) -> None:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet["A1"] = "code"
    sheet[cell] = "x"
    made.save(path)


def _repacked(path: Path, part: str, content: bytes) -> None:
    """The workbook with other bytes in place of one part."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in (parts | {part: content}).items():
            packed.writestr(name, data)


def _said(path: Path) -> str:
    began = time.monotonic()
    tables, problems = read_tables(path, path.name)
    assert time.monotonic() - began < PATIENCE
    assert tables == []
    assert [problem.code for problem in problems] == ["R120"]
    return problems[0].message


@pytest.mark.parametrize("cell", ["XFD1048576", f"A{MOST_ROWS + 1}", "CXA1"])
def test_one_stray_cell_is_named(cell: str, tmp_path: Path) -> None:
    _stray(tmp_path / "stray.xlsx", cell)
    assert (tmp_path / "stray.xlsx").stat().st_size < 6000
    assert f"something stands in cell {cell}" in _said(tmp_path / "stray.xlsx")


def test_what_unpacks_to_far_more_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    book(path, before=[["code"]])
    _repacked(path, "xl/worksheets/sheet1.xml", b" " * 100_000_000)
    assert path.stat().st_size < 200_000
    assert "unpacked it has 100 MB" in _said(path)


def test_a_sheet_that_hides_its_cells_from_the_search_meets_the_limit_of_memory(tmp_path: Path) -> None:
    """A cell in single quotes is valid XML too; the parser makes room for all that lies before it."""
    path = tmp_path / "hidden.xlsx"
    _stray(path, "B2")
    with zipfile.ZipFile(path) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml")
    sheet = sheet.replace(b'<row r="2"', b"<row r='1048576'").replace(b'r="B2"', b"r='XFD1048576'")
    sheet = sheet.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    _repacked(path, "xl/worksheets/sheet1.xml", sheet)
    assert _said(path)


def test_an_ods_with_a_far_cell_meets_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "far.ods"
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        '<table:table table:name="a"><table:table-row table:number-rows-repeated="20002"><table:table-cell '
        'table:number-columns-repeated="9" office:value-type="string"><text:p>x</text:p></table:table-cell>'
        "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", MANIFEST)
    assert _said(path)


def test_a_text_with_too_many_rows_or_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / "long.csv").write_text("code\n" * (MOST_ROWS + 1))
    assert f"{MOST_ROWS + 1} rows" in _said(tmp_path / "long.csv")
    (tmp_path / "wide.csv").write_text("a," * MOST_COLUMNS + "b\n")
    assert f"up to {MOST_COLUMNS + 1} columns" in _said(tmp_path / "wide.csv")


def test_an_ordinary_workbook_is_read(tmp_path: Path) -> None:
    book(tmp_path / "good.xlsx", before=[["code", "a"], ["X1", 4.0]], empty=[])
    tables, problems = read_tables(tmp_path / "good.xlsx", "good.xlsx")
    assert problems == []
    assert [(table.name, table.rows) for table in tables] == [("before", [["code", "a"], ["X1", "4"]]), ("empty", [])]


def test_the_process_gives_memory_and_time_away() -> None:
    script = (
        "import json, resource; from mkdocs_workshop.reports.apart import limit; limit(); "
        "print(json.dumps([resource.getrlimit(kind)[0] for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU)]))"
    )
    if sys.platform == "win32":
        limit()
        return
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert json.loads(done.stdout) == [1_000_000_000, 20]
