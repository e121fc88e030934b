"""The day that runs, beyond the run sheet: what a device remembers survives an edit, and the overview knows what is on."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from mkdocs_workshop.clock import TimedDay, clock
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.site.pages.running import lines
from mkdocs_workshop.site.pages.slots import slot_views
from tests.browser import served
from tests.conftest import ROOT

OVERVIEW = "programmes/two-day/"
SHEET = "run/two-day/"
DAY = "2026-12-07"
FIRST_LINE = "      - kind: session\n        id: registration\n"
Open = Callable[..., Page]


@pytest.fixture
def at(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a page on one phone at a time of day; whatever goes wrong in the page fails the test."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    complaints: list[str] = []

    def open_(path: str, time: str, day: str = DAY) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.clock.install(time=dt.datetime.fromisoformat(f"{day}T{time}:00"))
        page.goto(f"{address}/{path}")
        return page

    yield open_
    context.close()
    assert complaints == []


@pytest.fixture(scope="module")
def first_day(shipped: Edition) -> TimedDay:
    """Day 1 of the two-day workshop."""
    return shipped.curriculum.timetables["two-day"][0]


def _start(at: Open, time: str) -> None:
    page = at(SHEET, time)
    page.get_by_role("button", name="We start now").click()
    page.close()


def _keys(folder: Path) -> list[str]:
    """The keys of the first day."""
    curriculum, problems, complete = load(folder, folder.parent)
    assert curriculum is not None
    assert complete, problems
    say = catalogue("en")
    views = [view for view in slot_views(curriculum, "two-day", say, "facilitator") if view.day.index == 0]
    return [line.key for line in lines(views, str)]


def test_what_stands_before_a_line_does_not_change_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "curriculum"
    shutil.copytree(ROOT / "curriculum", folder)
    before = _keys(folder)
    file = folder / "programmes" / "two-day.yml"
    text = file.read_text("utf-8")
    assert FIRST_LINE in text
    file.write_text(
        text.replace(
            FIRST_LINE,
            "      - {kind: opening, id: flag, title: Flag, minutes: 5, steps: [Stand up.]}\n" + FIRST_LINE,
            1,
        ),
        "utf-8",
    )
    assert _keys(folder) == ["flag", *before]
    assert len(set(before)) == len(before)
    assert [key for key in before if key.startswith(("break.", "lunch."))] == ["break.1", "lunch.1", "break.2"]
    assert "opening.getting-started.paired-introductions" in before


def test_a_state_from_before_an_edit_still_applies(at: Open, first_day: TimedDay) -> None:
    """The activity that a trainer made longer is longer, and what is no longer in the programme changes nothing."""
    first = first_day.slots[0].activities[0]
    page = at(SHEET, "08:50")
    page.evaluate(
        """([date, start, key]) => localStorage.setItem("ws-run:two-day", JSON.stringify({ days: { 0: {
          date: date, at: start, ends: { "gone.module.activity": start + 1 }, more: { [key]: 10, "0-old-key": 90 }, cuts: { "tea.1": 15 },
        } } }))""",
        [DAY, first_day.start, f"registration.{first.module}.{first.activity.id}"],
    )
    page.reload()
    assert page.locator(".ws-run-now-title").inner_text() == first.activity.title
    assert page.locator(".ws-run-left").inner_text() == f"{first.minutes + 10 - 5} min left"
    assert page.locator(".ws-run-late-title").inner_text().startswith("10 minutes late")
    assert page.get_by_role("button", name="Undo the cuts").count() == 0, "there is no such cut any more"


def test_a_new_line_before_one_that_was_ended_is_over(at: Open) -> None:
    items = [{"key": key, "minutes": 30} for key in ("new", "old", "next")]
    run = {"at": 540, "ends": {"old": 570}, "more": {}, "cuts": {}}
    planned = at(SHEET, "08:50").evaluate("([items, run]) => workshopRun.plan(items, run)", [items, run])
    assert [(line["start"], line["end"]) for line in planned] == [(540, 570), (570, 570), (570, 600)]


def test_overview_says_nothing_before_the_day_runs(at: Open) -> None:
    page = at(OVERVIEW, "10:00")
    assert page.locator("#ws-on-now").is_hidden()
    assert page.locator(".is-now").count() == 0


def test_overview_shows_what_is_on(at: Open, first_day: TimedDay) -> None:
    """Also what follows, and nothing once the day is over."""
    _start(at, clock(first_day.start))
    second, third = first_day.slots[1].activities
    page = at(OVERVIEW, clock(second.start + 1))
    link = page.locator("#ws-on-now a")
    assert link.inner_text().replace("\u00a0", " ") == f"Now: {second.activity.title} – to the run sheet"
    assert page.locator("li[aria-current=step] .ws-slot-title").inner_text() == "Opening, aims, ground rules Now"
    page.clock.run_for(second.minutes * 60_000)
    assert link.inner_text().replace("\u00a0", " ") == f"Now: {third.activity.title} – to the run sheet"
    page.clock.run_for(third.minutes * 60_000)
    assert page.locator(".ws-agenda li.is-now").count() == 1
    assert page.locator("#drugs-in-the-region.is-now .ws-now-mark").is_visible()
    page.clock.run_for((first_day.end - third.end + 5) * 60_000)
    assert link.is_hidden()
    assert page.locator(".is-now, .ws-now-mark").count() == 0


def test_overview_goes_by_the_real_start_and_leads_to_the_sheet(at: Open, first_day: TimedDay) -> None:
    _start(at, clock(first_day.start + 20))
    first, second = first_day.slots[0].activities[0], first_day.slots[1].activities[0]
    page = at(OVERVIEW, clock(second.start + 5))
    page.locator("#ws-on-now a", has_text=first.activity.title).click()
    page.wait_for_url(f"**/{SHEET}#day-1")
    assert page.locator(".ws-run-now-title").inner_text() == first.activity.title
    page.get_by_role("button", name="Done, next").click()
    page.go_back()
    page.locator("#ws-on-now a", has_text=second.activity.title).wait_for()


def test_overview_shows_nothing_on_another_day(at: Open, first_day: TimedDay) -> None:
    _start(at, clock(first_day.start))
    assert at(OVERVIEW, "10:00", "2026-12-08").locator("#ws-on-now").is_hidden()


def test_overview_where_the_browser_keeps_nothing(browser: Browser, address: str) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused') }})"
    )
    page = context.new_page()
    page.goto(f"{address}/{OVERVIEW}")
    assert page.evaluate("workshopRun.read('two-day')") is None
    assert page.locator("#ws-on-now").is_hidden()
    context.close()


def test_overview_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{OVERVIEW}")
    assert page.locator("#ws-on-now").is_hidden()
    context.close()


def test_next_activity_without_a_network_is_one_tap_from_home(
    browser: Browser, site: Path, first_day: TimedDay
) -> None:
    """On the day, on a phone that keeps the manual, in a room without a network: one tap, and less than two by the overview."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    with served(site) as address:
        page.goto(address)
        page.get_by_role("button", name="Keep this manual on this phone").click()
        page.get_by_role("button", name="Keep it").click()
        page.get_by_role("button", name="Remove it from this device").wait_for(timeout=60_000)
    page.clock.install(time=dt.datetime.fromisoformat(f"{DAY}T{clock(first_day.start)}:00"))
    page.goto(f"{address}/{SHEET}")
    page.get_by_role("button", name="We start now").tap()
    first, second = first_day.slots[0].activities[0], first_day.slots[1].activities[0]
    page.goto(address)
    page.get_by_role("link", name="Run the day").tap()
    page.locator(".ws-run-next", has_text=second.activity.title).wait_for()
    page.goto(address)
    page.get_by_role("link", name="Two-day workshop").first.tap()
    on_now = page.locator("#ws-on-now a")
    on_now.wait_for()
    assert first.activity.title in on_now.inner_text()
    context.close()
