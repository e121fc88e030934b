"""The run sheet on a phone in the hand of a trainer: the clock, a late start, cuts, an overrun, and no script at all."""

import datetime as dt
import io
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar
from playwright.sync_api import Browser, Page

from mkdocs_workshop.clock import Span, TimedDay, clock, cuts, fit, step_minutes, timetable
from mkdocs_workshop.compile import check
from mkdocs_workshop.documents.calendar import calendar_file
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.model.base import MinutesRange
from mkdocs_workshop.model.module import Activity
from mkdocs_workshop.model.programme import Day, Programme, SessionSlot
from mkdocs_workshop.reading.curriculum import Curriculum
from tests.conftest import ROOT, TODAY

SHEET = "run/two-day/"
DAY = "2026-12-07"
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def curriculum() -> Curriculum:
    """The shipped one, for what the page must show."""
    loaded = check(ROOT / "curriculum", ROOT, TODAY).curriculum
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def first_day(curriculum: Curriculum) -> TimedDay:
    """Day 1 of the two-day workshop."""
    return curriculum.timetables["two-day"][0]


@pytest.fixture
def at(browser: Browser, address: str) -> Iterator[Open]:
    """Opens the run sheet on a phone at a time of day; whatever goes wrong in the page fails the test."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    complaints: list[str] = []

    def open_(time: str, day: str = DAY, path: str = SHEET) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.clock.install(time=dt.datetime.fromisoformat(f"{day}T{time}:00"))
        page.goto(f"{address}/{path}")
        page.locator("#ws-run-panel").wait_for()
        return page

    yield open_
    context.close()
    assert complaints == []


def _now(page: Page) -> str:
    return page.locator(".ws-run-now-title").inner_text()


def _click(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def _pass(page: Page, minutes: float) -> None:
    page.clock.run_for(round(minutes * 60_000))


def test_next_activity_is_one_tap_from_home(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(address)
    page.get_by_role("link", name="Run the day").click()
    page.locator(".ws-run-now-title").wait_for()
    assert page.locator(".ws-run-next").is_visible()
    page.close()


def test_by_the_plan_before_anybody_pressed_anything(at: Open, first_day: TimedDay) -> None:
    activity = first_day.slots[2].activities[0]
    page = at(clock(activity.start + 1))
    assert _now(page) == activity.activity.title
    assert page.locator(".ws-run-left").inner_text() == f"{activity.minutes - 1} min left"
    following = first_day.slots[2].activities[1]
    assert page.locator(".ws-run-next").inner_text() == f"Then, {clock(following.start)}: {following.activity.title}"


def test_time_passes(at: Open, first_day: TimedDay) -> None:
    first, second = first_day.slots[0].activities[0], first_day.slots[1].activities[0]
    page = at(clock(first.end - 2))
    assert _now(page) == first.activity.title
    _pass(page, 2.2)
    assert _now(page) == second.activity.title
    assert page.locator("tr.is-over:visible").count() == 1
    assert page.locator("tr[aria-current=step]").count() == 1


def test_before_the_day_it_counts_down(at: Open) -> None:
    page = at("08:25")
    assert page.locator(".ws-run-now-label").inner_text() == "Begins at 08:45"
    assert page.locator(".ws-run-left").inner_text() == "Begins in 20 min"


def test_late_start_is_won_back_from_breaks_and_ranges(at: Open, first_day: TimedDay) -> None:
    page = at("09:05")
    _click(page, "We start now")
    assert page.locator(".ws-run-late-title").inner_text() == f"20 minutes late · ends at {clock(first_day.end + 20)}"
    wanted = [
        f"{cut.activity.activity.title if cut.activity else cut.slot.slot.kind.capitalize()}: {cut.minutes} min less"
        # What has begun is not cut.
        for cut in cuts(replace(first_day, slots=first_day.slots[1:]), 20)
    ]
    assert page.locator(".ws-run-cuts b").all_inner_texts() == wanted
    _click(page, "Take these cuts")
    assert page.locator(".ws-run-on-time").inner_text().startswith(f"In time: the day ends at {clock(first_day.end)}")
    assert page.locator("tr.is-changed").count() == len(wanted)
    _click(page, "Undo the cuts")
    assert page.locator(".ws-run-late.is-late").is_visible()


def test_a_break_gets_shorter_and_never_shorter_than_its_least(at: Open, first_day: TimedDay) -> None:
    lunch = next(slot for slot in first_day.slots if slot.slot.kind == "lunch")
    page = at("09:05")
    _click(page, "We start now")
    _click(page, "Take these cuts")
    row = page.locator("tr.ws-lunch:visible")
    assert row.locator(".ws-run-minutes").inner_text() == str(getattr(lunch.slot, "min", 0))


def test_a_little_from_everything(at: Open) -> None:
    page = at("09:05")
    _click(page, "We start now")
    few = page.locator(".ws-run-cuts li").count()
    _click(page, "A little from everything")
    assert page.locator(".ws-run-cuts li").count() > few
    _click(page, "Take these cuts")
    assert page.locator(".ws-run-on-time").is_visible()


def test_too_late_for_the_ranges_says_so(at: Open) -> None:
    page = at("16:30")
    _click(page, "We start now")
    assert "The ranges give no more" in page.locator(".ws-run-missing").inner_text()


def test_done_early_and_overrun(at: Open, first_day: TimedDay) -> None:
    first, second = first_day.slots[0].activities[0], first_day.slots[1].activities[0]
    page = at(clock(first.start))
    _click(page, "We start now")
    _click(page, "5 minutes more")
    assert page.locator(".ws-run-left").inner_text() == f"{first.minutes + 5} min left"
    assert page.locator(".ws-run-late-title").inner_text().startswith("5 minutes late")
    _pass(page, 20)
    _click(page, "Done, next")
    assert _now(page) == second.activity.title
    assert page.locator(".ws-run-on-time").is_visible()
    _click(page, f"Still on: {first.activity.title}")
    assert _now(page) == first.activity.title


def test_a_step_gets_its_share_of_changed_minutes(at: Open, first_day: TimedDay) -> None:
    first = first_day.slots[0].activities[0]
    page = at(clock(first.start))
    _click(page, "5 minutes more")
    page.locator(".ws-run-current > summary").click()
    shown = page.locator(".ws-run-current .ws-min").all_inner_texts()
    assert sum(int(minutes.rstrip("′")) for minutes in shown) == first.minutes + 5
    assert page.locator(".ws-run-current li.is-now").count() == 1


def test_reload_keeps_what_was_set(at: Open) -> None:
    page = at("09:05")
    _click(page, "We start now")
    _click(page, "Take these cuts")
    page.reload()
    page.locator("#ws-run-panel").wait_for()
    assert page.locator(".ws-run-state").inner_text() == "Started at 09:05"
    assert page.locator("tr.is-changed").count() > 0
    page.locator(".ws-run-mend > summary").click()
    _click(page, "Start over")
    assert page.locator(".ws-run-state").inner_text() == "By the plan"


def test_next_morning_shows_the_second_day(at: Open) -> None:
    page = at("09:05")
    _click(page, "We start now")
    page.close()
    page = at("08:50", day="2026-12-08")
    assert page.locator("button[aria-pressed=true]").first.inner_text().replace("\u00a0", " ") == "Day 2"
    assert page.locator("#day-2").is_visible()


def test_real_start_is_set_by_hand(at: Open) -> None:
    page = at("09:40")
    page.locator(".ws-run-mend > summary").click()
    page.get_by_label("We started at").fill("09:00")
    assert page.locator(".ws-run-state").inner_text() == "Started at 09:00"
    assert page.locator(".ws-run-late-title").inner_text().startswith("15 minutes late")


def test_works_where_the_browser_keeps_nothing(browser: Browser, address: str) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused') }})"
    )
    page = context.new_page()
    page.clock.install(time=dt.datetime.fromisoformat(f"{DAY}T09:05:00"))
    page.goto(f"{address}/{SHEET}")
    _click(page, "We start now")
    assert "This browser keeps nothing" in page.locator(".ws-run-state").inner_text()
    assert page.locator(".ws-run-late.is-late").is_visible()
    context.close()


def test_by_keyboard(at: Open) -> None:
    page = at("09:05")
    for name in ("We start now", "Take these cuts"):
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent") == name:
                break
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        page.keyboard.press("Enter")
    assert page.locator(".ws-run-on-time").is_visible()
    assert page.evaluate("document.activeElement !== document.body"), "the focus is lost"


def test_targets_are_large_and_nothing_scrolls_sideways(at: Open) -> None:
    page = at("09:05")
    _click(page, "We start now")
    small = page.evaluate(
        """() => [...document.querySelectorAll('#ws-run-panel button')].filter(b => b.offsetParent && b.getBoundingClientRect().height < 44)
        .map(b => b.textContent)"""
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_without_a_script_it_is_a_table_with_every_time(browser: Browser, address: str, curriculum: Curriculum) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{SHEET}")
    assert page.locator("#ws-run-panel").is_hidden()
    times = page.locator(".ws-run-time").all_inner_texts()
    wanted = [
        clock(timed.start)
        for day in curriculum.timetables["two-day"]
        for slot in day.slots
        for timed in (slot.activities or (slot,))
    ]
    assert times == wanted
    assert page.locator(".ws-run-time").last.is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_enough_contrast(browser: Browser, address: str, scheme: str) -> None:
    from tests.test_browser import CONTRAST

    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    page.clock.install(time=dt.datetime.fromisoformat(f"{DAY}T09:05:00"))
    page.goto(f"{address}/{SHEET}")
    _click(page, "We start now")
    _pass(page, 60)
    assert page.evaluate(CONTRAST) == []
    page.close()


def _example(rng: random.Random) -> tuple[list[Span], int]:
    spans = [
        Span(least, least + rng.randrange(0, 20))
        for least in (rng.randrange(1, 40) for _ in range(rng.randrange(1, 9)))
    ]
    return spans, rng.randrange(0, 200)


def _timed(spans: list[Span]) -> TimedDay:
    """A day of sessions that all take their most."""
    activities = [
        Activity.model_validate(
            {
                "id": f"a{index}", "title": "T", "method": "test", "notes": "N", "steps": [{"text": "S"}],
                "minutes": item.least if item.least == item.most else MinutesRange(min=item.least, max=item.most),
            }
        )
        for index, item in enumerate(spans)
    ]  # fmt: skip
    slots = tuple(
        SessionSlot(kind="session", id=f"s{index}", activities=(f"m/a{index}",), minutes=item.most)
        for index, item in enumerate(spans)
    )
    programme = Programme(title="P", purpose="P", audiences=("a",), days=(Day(title="D", start="09:00", slots=slots),))
    return timetable(programme, lambda slot: [("m", activities[int(slot.id[1:])])])[0]


def test_the_page_computes_as_the_schedule_does(at: Open) -> None:
    rng = random.Random(20261126)  # noqa: S311  examples, no secrets
    examples = [_example(rng) for _ in range(300)]
    given = [[[[item.least, item.most] for item in spans], minutes] for spans, minutes in examples]
    page = at("09:00")
    shares = page.evaluate("all => all.map(one => workshopRun.fit(one[0], one[1]))", given)
    assert shares == [list(fit(spans, minutes)) for spans, minutes in examples]
    chosen = page.evaluate(
        "all => all.map(one => workshopRun.cuts(one[0], one[1]).map(cut => [cut.index, cut.minutes]))", given
    )
    assert chosen == [
        [[cut.slot.index, cut.minutes] for cut in cuts(_timed(spans), minutes)] for spans, minutes in examples
    ]
    assert any(len(one) > 2 for one in chosen)


def test_steps_share_minutes_as_the_schedule_does(at: Open, curriculum: Curriculum) -> None:
    timed = [timed for day in curriculum.timetables["two-day"] for slot in day.slots for timed in slot.activities]
    given = [[[step.minutes or 0 for step in one.activity.steps], one.minutes] for one in timed]
    shown = at("09:00").evaluate("all => all.map(one => workshopRun.stepMinutes(one[0], one[1]))", given)
    assert shown == [list(step_minutes(one)) for one in timed]


def test_calendar_of_the_page_is_the_one_of_the_command(at: Open, curriculum: Curriculum, tmp_path: Path) -> None:
    page = at("09:05")
    page.locator(".ws-run-mend > summary").click()
    page.get_by_label("First day").fill("2026-12-30")
    with page.expect_download() as waiting:
        _click(page, "Save calendar file")
    waiting.value.save_as(tmp_path / "page.ics")
    edition = Edition(curriculum, catalogue("en"), tmp_path)
    made = calendar_file(edition, "two-day", dt.date(2026, 12, 30))
    assert made == calendar_file(edition, "two-day", dt.date(2026, 12, 30))
    assert _entries((tmp_path / "page.ics").read_bytes()) == _entries(made)
    assert all(len(line) <= 75 for line in (tmp_path / "page.ics").read_bytes().split(b"\r\n"))


def _entries(data: bytes) -> list[dict[str, object]]:
    calendar = Calendar.from_ical(io.BytesIO(data).read().decode())
    found = [{key: getattr(value, "dt", value) for key, value in event.items()} for event in calendar.walk("VEVENT")]
    assert len(found) > 20
    return found


def test_notes_are_folded_away(site: Path) -> None:
    page = BeautifulSoup((site / SHEET / "index.html").read_text("utf-8"), "html.parser")
    notes = page.select(".ws-run-notes, .ws-cue-objection")
    assert len(notes) > 20
    assert not any(note.has_attr("open") for note in notes)
