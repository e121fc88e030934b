"""The day that runs, beyond the run sheet: what a device remembers survives an edit, and the overview knows what is on."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from mkdocs_workshop.clock import clock
from mkdocs_workshop.documents.emit.slide_page import slide_page
from mkdocs_workshop.documents.slides import day_deck
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.site.pages.running import lines
from mkdocs_workshop.site.pages.slots import slot_views
from tests.browser import served
from tests.conftest import EXAMPLE, ROOT
from tests.small_site import built

OVERVIEW = "programmes/one-day/"
SHEET = "run/one-day/"
SLIDES = "day-slides.html"
DAY = "2026-12-07"
FIRST_LINE = "      - kind: session\n        id: registration\n"
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def small_address(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small site: opening 09:00, talk 09:20, story 09:40, break 10:20, wrap-up 10:35, end 10:50; and the slides of its day."""
    site = built(small_source, tmp_path_factory.mktemp("running"), {})
    whole, _, complete = load(small_source, small_source)
    assert whole is not None
    assert complete
    edition = Edition(whole, catalogue("en"), ROOT / ".cache" / "workshop")
    slides = slide_page(day_deck(edition, "one-day", 0, notes=True), edition.say, edition.cache)
    (site / SLIDES).write_text(slides, "utf-8")
    with served(site) as address:
        yield address


@pytest.fixture
def at(browser: Browser, small_address: str) -> Iterator[Open]:
    """Opens a page on one phone at a time of day; whatever goes wrong in the page fails the test."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    complaints: list[str] = []

    def open_(path: str, time: str, day: str = DAY) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        moment = dt.datetime.fromisoformat(f"{day}T{time}:00")
        page.clock.install(time=moment - dt.timedelta(minutes=2))
        page.goto(f"{small_address}/{path}")
        page.clock.pause_at(moment)
        return page

    yield open_
    context.close()
    assert complaints == []


def _start(at: Open, time: str) -> None:
    page = at(SHEET, time)
    page.get_by_role("button", name="Open: Day 1").click()
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
    shutil.copytree(EXAMPLE / "curriculum", folder)
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


def test_a_log_from_before_an_edit_still_applies(at: Open) -> None:
    """The activity that a trainer made longer is longer, and what is no longer in the programme changes nothing."""
    page = at(SHEET, "09:05")
    page.evaluate(
        """date => localStorage.setItem("ws-run:one-day", JSON.stringify({ v: 2, runs: [{ day: 0, date: date, name: "Old", event: "", log: [
          { kind: "start", at: 540 }, { kind: "next", key: "gone.module.activity", at: 541 }, { kind: "more", key: "opening", minutes: 10 },
          { kind: "more", key: "0-old-key", minutes: 90 }, { kind: "leave", cuts: { "tea.1": 15 } }, { kind: "unheard-of" },
        ] }] }))""",
        DAY,
    )
    page.reload()
    assert page.locator(".ws-run-now-title").inner_text() == "Opening"
    assert page.locator(".ws-run-until").inner_text() == "until 09:30"
    assert page.locator(".ws-run-row.is-changed").count() == 1


def test_what_an_older_version_kept_is_left_alone(at: Open) -> None:
    page = at(SHEET, "09:05")
    page.evaluate(
        "date => localStorage.setItem('ws-run:one-day', JSON.stringify({ days: { 0: { date: date, at: 540 } } }))", DAY
    )
    page.reload()
    assert page.get_by_role("button", name="Open: Day 1").is_visible()


def test_a_new_line_before_one_that_was_ended_is_over(at: Open) -> None:
    items = [{"key": key, "minutes": 30} for key in ("new", "old", "next")]
    run = {"at": 540, "ends": {"old": 570}, "more": {}, "cuts": {}}
    planned = at(SHEET, "08:50").evaluate("([items, run]) => workshopRun.plan(items, run)", [items, run])
    assert [(line["start"], line["end"]) for line in planned] == [(540, 570), (570, 570), (570, 600)]


def test_overview_says_nothing_before_the_day_runs(at: Open) -> None:
    page = at(OVERVIEW, "10:00")
    assert page.locator("#ws-on-now").is_hidden()
    assert page.locator(".is-now").count() == 0


def test_overview_shows_what_is_on(at: Open) -> None:
    """Also what follows, and nothing once the day is over."""
    _start(at, "09:00")
    page = at(OVERVIEW, "09:21")
    link = page.locator("#ws-on-now a")
    assert link.inner_text().replace("\u00a0", " ") == "Now: The way in three steps – to the run sheet"
    assert "Now" in page.locator("li[aria-current=step] .ws-slot-title").inner_text()
    page.clock.run_for(20 * 60_000)
    assert link.inner_text().replace("\u00a0", " ") == "Now: A story to work on – to the run sheet"
    assert page.locator(".ws-agenda li.is-now").count() == 1
    page.clock.run_for(70 * 60_000)
    assert link.is_hidden()
    assert page.locator(".is-now, .ws-now-mark").count() == 0


def test_overview_goes_by_what_was_tapped_and_leads_to_the_sheet(at: Open) -> None:
    _start(at, "09:00")
    page = at(OVERVIEW, "09:10")
    page.locator("#ws-on-now a", has_text="Opening").click()
    page.wait_for_url(f"**/{SHEET}#day-1")
    assert page.locator(".ws-run-now-title").inner_text() == "Opening"
    page.get_by_role("button", name="Next: The way in three steps").click()
    page.go_back()
    page.clock.run_for(6000)
    page.locator("#ws-on-now a", has_text="The way in three steps").wait_for()


def test_overview_shows_nothing_on_another_day(at: Open) -> None:
    _start(at, "09:00")
    assert at(OVERVIEW, "10:00", "2026-12-08").locator("#ws-on-now").is_hidden()


def test_overview_where_the_browser_keeps_nothing(browser: Browser, small_address: str) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused') }})"
    )
    page = context.new_page()
    page.goto(f"{small_address}/{OVERVIEW}")
    assert page.evaluate("workshopRun.read('one-day')") is None
    assert page.locator("#ws-on-now").is_hidden()
    context.close()


def test_overview_without_a_script(browser: Browser, small_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{small_address}/{OVERVIEW}")
    assert page.locator("#ws-on-now").is_hidden()
    context.close()


def test_next_activity_without_a_network_is_one_tap_from_home(browser: Browser, site: Path, example: Edition) -> None:
    """On the day, on a phone that keeps the manual, in a room without a network: one tap, and less than two by the overview."""
    first_day = example.curriculum.timetables["two-day"][0]
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    with served(site) as address:
        page.goto(address)
        page.get_by_role("button", name="Keep this manual on this phone").click()
        page.get_by_role("button", name="Keep it").click()
        page.get_by_role("button", name="Remove it from this device").wait_for(timeout=60_000)
    page.clock.install(time=dt.datetime.fromisoformat(f"{DAY}T{clock(first_day.start)}:00"))
    page.goto(f"{address}/run/two-day/")
    page.get_by_role("button", name="Open: Day 1").tap()
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


def _speaker(at: Open, time: str, slide: str, day: str = DAY) -> Page:
    """The view of the speaker at the slide with these words."""
    page = at(SLIDES, time, day)
    page.evaluate(
        "words => slideShow.show(slideShow.slides.findIndex(one => one.textContent.includes(words)), true)", slide
    )
    page.keyboard.press("s")
    return page


def _desk(page: Page) -> tuple[str, str]:
    page.clock.run_for(1000)
    return page.locator("#count").inner_text(), page.locator("#plan").inner_text()


def test_speaker_follows_the_day_that_runs_on_this_device(at: Open) -> None:
    sheet = at(SHEET, "09:10")
    sheet.get_by_label("Now, at the moment I tap").check()
    sheet.get_by_role("button", name="Open: Day 1").click()
    speaker = _speaker(at, "09:32", "And you?")
    assert "By the run sheet on this device, started at 09:10" in speaker.locator("#source").inner_text()
    # By the plan the talk ends at 09:40; begun ten minutes late, at 09:50.
    assert _desk(speaker) == ("57:59", "10 min behind")
    sheet.get_by_role("button", name="+5 min").click()
    assert _desk(speaker) == ("62:58", "15 min behind")


def test_speaker_knows_what_was_left_out_and_taken_back(at: Open) -> None:
    sheet = at(SHEET, "09:05")
    sheet.get_by_role("button", name="Open: Day 1").click()
    speaker = _speaker(at, "09:21", "And you?")
    sheet.evaluate(
        """() => { const kept = workshopRun.read('one-day'); kept.runs[0].log.push({ kind: 'leave', cuts: { 'first-module.first-module.story': 40 } })
        workshopRun.keep('one-day', kept) }"""
    )
    assert _desk(speaker) == ("", "left out today")


def test_speaker_goes_by_the_plan_where_no_day_runs(at: Open) -> None:
    _start(at, "09:00")
    assert _speaker(at, "09:32", "And you?", "2026-12-09").locator("#source").inner_text() == (
        "By the plan: no day runs on this device"
    )
