"""Materials and print run: the right numbers for the group of the programme and for every other one."""

import csv
import io
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from mkdocs_workshop.deliver.print_runs import Supply, equipment, supplies
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.model.programme import PauseSlot
from mkdocs_workshop.reading.curriculum import Curriculum

PAGE = "programmes/two-day/materials/"


@pytest.fixture(scope="module")
def curriculum(given_out: Edition) -> Curriculum:
    """The example."""
    return given_out.curriculum


def _whole(curriculum: Curriculum) -> list[Supply]:
    slots = [slot for day in curriculum.timetables["two-day"] for slot in day.slots]
    return [*supplies(curriculum, slots), *equipment(curriculum)]


def test_a_thing_is_brought_once_for_the_session_that_needs_most(curriculum: Curriculum) -> None:
    programme = curriculum.programmes["two-day"]
    supply = Supply("material", "", "Pen", "", "", ((("person", 1), ("room", 2)), (("group", 3),)))
    assert supply.count(programme) == 26
    small = programme.model_copy(update={"participants": 3, "group_size": 2})
    assert supply.count(small) == 6


def test_every_paper_that_is_given_out_is_printed(curriculum: Curriculum) -> None:
    given = {
        id_
        for day in curriculum.timetables["two-day"]
        for slot in day.slots
        for id_ in (
            *(id_ for timed in slot.activities for id_ in (*timed.activity.all_handouts, *timed.activity.cases)),
            *(() if isinstance(slot.slot, PauseSlot) else (*slot.slot.instruments, *slot.slot.handouts)),
        )
    }
    given = {id_.rpartition("/")[2] for id_ in given}
    listed = [supply.id for supply in _whole(curriculum) if supply.id]
    assert sorted(listed) == sorted(given)
    assert len(given) > 20


def test_page_counts_for_the_group_of_the_programme(site: Path, curriculum: Curriculum) -> None:
    page = BeautifulSoup((site / PAGE / "index.html").read_text("utf-8"), "lxml")
    shown = [
        int(cell.get_text())
        for cell in page.select("#ws-people ~ .ws-supplies > .ws-card:not(.ws-supplies-session) .ws-count")
    ]
    assert shown == [supply.count(curriculum.programmes["two-day"]) for supply in _whole(curriculum)]


def test_page_says_which_sides_of_a_paper_are_printed(site: Path) -> None:
    page = BeautifulSoup((site / PAGE / "index.html").read_text("utf-8"), "lxml")
    rows = [row.select("td")[1].get_text() for row in page.select("section:has(#print) tbody tr")]
    assert rows
    assert all(row.endswith((" · one side", " · both sides", " pages")) for row in rows)
    assert not any(row.endswith((" 1 pages", " 2 pages")) for row in rows)
    assert any("both sides" in row for row in rows)
    assert any("A6" in row for row in rows)


def test_another_number_of_people_counts_anew(browser: Browser, address: str, curriculum: Curriculum) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{address}/{PAGE}")
    page.get_by_role("spinbutton", name="People").fill("31")
    page.get_by_role("spinbutton", name="In a small group").fill("6")
    other = curriculum.programmes["two-day"].model_copy(update={"participants": 31, "group_size": 6})
    shown = page.locator(".ws-supplies > .ws-card:not(.ws-supplies-session) .ws-count").all_inner_texts()
    assert [int(count) for count in shown] == [supply.count(other) for supply in _whole(curriculum)]
    assert page.locator("#ws-people output").inner_text() == "Counted for 31 people in 6 groups."
    page.reload()
    assert page.get_by_role("spinbutton", name="People").input_value() == "31"
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    context.close()


def test_table_for_spreadsheets_has_the_same_numbers(site: Path, curriculum: Curriculum) -> None:
    data = (site / "downloads/en/print-run/two-day.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf"), "Excel would show the wrong letters"
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    total = {(row[3], row[4]): row for row in rows[1:] if row[0] == "All sessions"}
    programme = curriculum.programmes["two-day"]
    assert len(total) == len(_whole(curriculum))
    assert {int(row[8]) for row in total.values()} == {supply.count(programme) for supply in _whole(curriculum)}
    handouts = [row for row in rows if row[4] == "Handout"]
    assert all(int(row[6]) >= 1 and row[5] for row in handouts)
    words = {"1": "one side", "2": "both sides"}
    assert all(row[7] == words.get(row[6], f"{row[6]} pages") for row in handouts)
    assert {row[0] for row in rows[1:]} - {"All sessions"}


def test_prints_on_a4_without_the_form_of_the_site(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/{PAGE}")
    assert page.locator(".md-header").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".md-header").is_visible()
    assert page.locator(".ws-count").first.is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.close()
