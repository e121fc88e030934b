"""Nothing that somebody has typed becomes a formula in a table that we write."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_workshop.forms.workbooks import workbook
from mkdocs_workshop.ground.spreadsheets import csv_text, harmless
from tests.conftest import ROOT

PACKAGE = ROOT / "plugins" / "mkdocs_workshop"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_what_begins_like_a_formula_gets_an_apostrophe(sign: str) -> None:
    assert harmless(f"{sign}cmd|' /C calc'!A0") == f"'{sign}cmd|' /C calc'!A0"


@pytest.mark.parametrize("cell", ["-3", "+4,5", "a=b", "", 7, None])
def test_numbers_and_words_stay_what_they_are(cell: object) -> None:
    assert harmless(cell) == cell


@given(st.lists(st.lists(st.text(max_size=9), min_size=1, max_size=4), max_size=4))
def test_no_cell_of_a_table_is_a_formula(rows: list[list[str]]) -> None:
    text = csv_text(rows).removeprefix("\ufeff")
    for row in csv.reader(io.StringIO(text, newline="")):
        for cell in row:
            assert cell[:1] not in {"=", "@", "\t", "\r"}
            assert cell[:1] not in {"+", "-"} or cell[1:].replace(",", ".").replace(".", "", 1).isdecimal()


def test_tables_are_written_in_one_place() -> None:
    elsewhere = [
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if "csv.writer" in (text := path.read_text("utf-8")) or "DictWriter" in text or "xlsxwriter.Workbook(" in text
    ]
    assert sorted(elsewhere) == ["forms/workbooks.py", "ground/spreadsheets.py"]


def test_a_workbook_holds_no_formula(tmp_path: Path) -> None:
    made = workbook("T", "A", lambda book: book.add_worksheet("a").write_row(0, 0, ["=1+1", "@SUM(1)", "+1", "-1"]))
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert sheet.count(b't="s"') == 4
