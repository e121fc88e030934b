"""Contacts of one district: over a build from a file, and on a device from a form."""

import datetime as dt
import io
import json
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.problems import one_line
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import Curriculum, load
from mkdocs_workshop.reading.local import with_local
from mkdocs_workshop.site.pages import make_pages, paths
from tests.conftest import TODAY


@pytest.fixture
def curriculum(small: Path) -> Curriculum:
    """The small curriculum."""
    found, problems, _ = load(small, small.parent)
    assert found is not None, problems
    return found


def _blank(curriculum: Curriculum) -> str:
    return next(entry.id for entry in curriculum.country.entries if entry.value is None)


def _kept(folder: Path, entries: object, **more: object) -> Path:
    path = folder / "ours.json"
    path.write_text(json.dumps({"format": 1, "entries": entries, **more}), "utf-8")
    return path


def test_a_contact_that_was_called_stands_without_a_mark(curriculum: Curriculum, tmp_path: Path) -> None:
    id_ = _blank(curriculum)
    path = _kept(tmp_path, {id_: {"value": "Room 4, tel. 000", "called_on": "2026-11-20"}})
    whole, problems = with_local(curriculum, path, "ours.json")
    entry = next(entry for entry in whole.country.entries if entry.id == id_)
    assert (entry.value, entry.confidence, entry.checked_on) == ("Room 4, tel. 000", None, dt.date(2026, 11, 20))
    assert problems == []


def test_a_contact_that_nobody_called_keeps_a_mark_on_its_page(curriculum: Curriculum, tmp_path: Path) -> None:
    id_ = _blank(curriculum)
    whole, _ = with_local(curriculum, _kept(tmp_path, {id_: {"value": "Room 4"}}), "ours.json")
    made = make_pages(Edition(whole, catalogue("en"), tmp_path), TODAY)
    entry = next(entry for entry in whole.country.entries if entry.id == id_)
    page = next(str(page.content) for page in made.artifacts if page.path == paths.country(entry.group))
    assert "Room 4 " in page
    assert "ws-unverified" in page


def test_the_sheet_of_the_page_comes_back(curriculum: Curriculum, tmp_path: Path) -> None:
    id_ = _blank(curriculum)
    written = io.BytesIO()
    with Workbook(written) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("id", "What", "Whom to ask", "Here it is", "I called on"))
        sheet.write_row(1, 0, (id_, "", "", 7001, "2026-11-20"))
    path = tmp_path / "ours.xlsx"
    path.write_bytes(written.getvalue())
    whole, problems = with_local(curriculum, path, "ours.xlsx")
    assert [entry.value for entry in whole.country.entries if entry.id == id_] == ["7001"]
    assert problems == []


@pytest.mark.parametrize("text", ["", "[]", '{"format": 2, "entries": {}}', '{"format": 1, "entries": {"a": 1}}'])
def test_a_file_that_is_none_is_a_problem(curriculum: Curriculum, tmp_path: Path, text: str) -> None:
    path = tmp_path / "ours.json"
    path.write_text(text, "utf-8")
    whole, problems = with_local(curriculum, path, "ours.json")
    assert whole is curriculum
    assert [problem.code for problem in problems] == ["W090"]


def test_an_entry_that_the_sheet_does_not_have_is_said(curriculum: Curriculum, tmp_path: Path) -> None:
    id_ = _blank(curriculum)
    _, problems = with_local(curriculum, _kept(tmp_path, {f"{id_}x": {"value": "1"}}), "ours.json")
    (problem,) = problems
    assert one_line(problem).startswith(f"ours.json:1:1: W091 the country sheet has no entry `{id_}x`")
    assert problem.advice == f"Did you mean `{id_}`?"
