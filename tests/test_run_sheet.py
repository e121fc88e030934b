"""The run sheet on a phone in the hand of a trainer: now and its cues, a late day, undo, a second workshop, and no script at all."""

import datetime as dt
import io
import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page

from mkdocs_workshop.clock import Span, TimedDay, cuts, fit, step_minutes, timetable
from mkdocs_workshop.commands.delivered import Unusable, read_day
from mkdocs_workshop.commands.new import start
from mkdocs_workshop.compile import check
from mkdocs_workshop.documents.calendar import calendar_file
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.model.base import MinutesRange
from mkdocs_workshop.model.module import Activity
from mkdocs_workshop.model.programme import Day, Programme, SessionSlot
from mkdocs_workshop.reading.curriculum import Curriculum
from tests.accessibility import SHOWN, Scheme, found_on
from tests.browser import served
from tests.conftest import TODAY
from tests.small_site import MODULE, PROGRAMME, built

SHEET = "run/one-day/"
DAY = "2026-12-07"
Open = Callable[..., Page]
CHANGES = {
    PROGRAMME: {
        "      - {kind: break, minutes: 15, min: 10}\n": (
            "      - {kind: break, minutes: 15, min: 10}\n"
            "      - {kind: opening, id: guests, title: A guest, minutes: 20, steps: [Listen.]}\n"
            "      - {kind: lunch, minutes: 45, min: 30}\n"
        ),
    },
    MODULE: {
        "    title: A story to work on\n": "    title: A story to work on\n    droppable: true\n    drop_note: Read at home.\n"
    },
    "events/first-run/event.yml": {},
}
"""The day: opening 09:00, talk 09:20, story 09:40, break 10:20, guest 10:35, lunch 10:55, wrap-up 11:40, end 11:55."""
NAMES = ("Opening", "The way in three steps", "A story to work on", "Break", "A guest", "Lunch", "Wrap-up")


@pytest.fixture(scope="module")
def root(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a lunch and a guest, a piece that may go, and an event; its site is built."""
    source = tmp_path_factory.mktemp("source") / "curriculum"
    shutil.copytree(small_source, source)
    start(source, "event", "first-run", today=TODAY)
    event = source / "events" / "first-run" / "event.yml"
    words = event.read_text("utf-8").replace(f"{TODAY}", "2026-12-09")
    event.write_text(words.replace("place: City, country\n", "place: City, country\nprogramme: one-day\n"), "utf-8")
    return built(source, tmp_path_factory.mktemp("run"), CHANGES).parent


@pytest.fixture(scope="module")
def sheet(root: Path) -> Iterator[str]:
    """Its site, served on this machine."""
    with served(root / "site") as address:
        yield address


@pytest.fixture
def at(browser: Browser, sheet: str) -> Iterator[Open]:
    """Opens the run sheet on a phone at a time of day; whatever goes wrong in the page fails the test."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    complaints: list[str] = []

    def open_(time: str, day: str = DAY) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        # The clock stands still once the page is there: a slow machine must not make a second pass.
        moment = dt.datetime.fromisoformat(f"{day}T{time}:00")
        page.clock.install(time=moment - dt.timedelta(minutes=2))
        page.goto(f"{sheet}/{SHEET}")
        page.locator("#ws-run-panel").wait_for()
        page.clock.pause_at(moment)
        return page

    yield open_
    context.close()
    assert complaints == []


@pytest.fixture(scope="module")
def curriculum(given_out: Edition) -> Curriculum:
    """The example, for examples of steps and dates."""
    return given_out.curriculum


def _now(page: Page) -> str:
    return page.locator(".ws-run-now").inner_text()


def _click(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def _pass(page: Page, minutes: float) -> None:
    page.clock.run_for(round(minutes * 60_000))


def _times(page: Page) -> dict[str, str]:
    """When each line begins, as the table says."""
    rows = page.locator(".ws-run-row:visible")
    titles = rows.locator(".ws-run-title").all_inner_texts()
    return dict(zip(titles, rows.locator(".ws-run-time").all_inner_texts(), strict=True))


def _kept(page: Page) -> list[dict[str, object]]:
    """What the device keeps."""
    runs = page.evaluate("JSON.parse(localStorage['ws-run:one-day']).runs")
    assert isinstance(runs, list)
    return runs


def test_by_the_plan_before_anybody_pressed_anything(at: Open) -> None:
    page = at("09:21")
    assert "Ask what people do today." in _now(page)
    assert page.locator(".ws-run-left").inner_text() == "4:00"
    assert page.locator(".ws-run-until").inner_text() == "until 09:25"
    assert page.locator(".ws-run-next").inner_text() == "Then, 09:40: A story to work on"
    assert page.locator(".ws-run-cues").inner_text().split("\n")[:2] == [
        "Expect",
        "People name what goes wrong, and not what they do.",
    ]


def test_before_the_day_it_counts_down(at: Open) -> None:
    page = at("08:50")
    assert page.locator(".ws-run-now-label").inner_text() == "Begins at 09:00"
    assert page.locator(".ws-run-left").inner_text() == "10:00"
    _pass(page, 9)
    assert page.locator(".ws-run-left").inner_text() == "1:00"


def test_from_two_hours_on_it_counts_in_hours(at: Open) -> None:
    page = at("06:59")
    assert page.locator(".ws-run-left").inner_text() == "2:01:00"
    _pass(page, 1.5)
    assert page.locator(".ws-run-left").inner_text() == "119:30"


def test_cues_change_with_the_step(at: Open) -> None:
    page = at("09:00")
    _click(page, "Open: Day 1")
    _click(page, "Next: The way in three steps")
    _click(page, "Next: step 2 of 2")
    assert "We have always done it another way." in page.locator(".ws-run-cues").inner_text()
    assert not page.get_by_text("Ask what that way protects.").is_visible()
    page.locator(".ws-run-cues summary").click()
    assert page.get_by_text("Ask what that way protects.").is_visible()


def test_start_at_another_time_is_asked_twice(at: Open) -> None:
    page = at("09:40")
    page.get_by_label("Now, at the moment I tap").check()
    _click(page, "Open: Day 1")
    assert "The plan says 09:00, now it is 09:40" in page.get_by_role("alert").inner_text()
    assert page.locator(".ws-run-dock button").count() == 0
    _click(page, "Yes, begin at 09:40")
    assert page.locator(".ws-run-state").inner_text() == "Started at 09:40"


def test_five_minutes_more_and_undo(at: Open) -> None:
    page = at("09:00")
    _click(page, "Open: Day 1")
    assert page.locator(".ws-run-left").inner_text() == "20:00"
    _click(page, "+5 min")
    assert page.locator(".ws-run-left").inner_text() == "25:00"
    assert page.locator(".ws-run-plan").inner_text() == "5 min behind"
    _click(page, "Undo")
    assert page.locator(".ws-run-left").inner_text() == "20:00"
    assert page.locator(".ws-run-plan").inner_text() == "on plan"


def test_everything_can_be_taken_back(at: Open) -> None:
    page = at("09:00")
    _click(page, "Open: Day 1")
    _click(page, "+5 min")
    _click(page, "Next: The way in three steps")
    _click(page, "Next: step 2 of 2")
    for length in (4, 3, 2):
        assert len(_kept(page)[0]["log"]) == length  # type: ignore[arg-type]
        page.locator(".ws-run-menu").evaluate("menu => { menu.open = true }")
        page.locator(".ws-run-menu").get_by_role("button", name="Undo").click()
    assert _times(page)["Lunch"] == "10:55"
    assert page.locator(".ws-run-menu").get_by_role("button", name="Undo").count() == 0


def test_what_may_go_comes_first_and_lunch_stays(at: Open) -> None:
    page = at("09:00")
    _click(page, "Open: Day 1")
    for _ in range(3):
        _click(page, "+5 min")
    _click(page, "Leave this out")
    sheet = page.get_by_role("dialog")
    assert sheet.locator("h2").inner_text() == "15 min to win before: Lunch"
    assert sheet.locator("legend").all_inner_texts() == ["Whole pieces that may go", "Shorter versions", "Breaks, last"]
    assert "10:55 Lunch" in sheet.locator(".ws-run-stays").inner_text()
    assert [box.is_checked() for box in sheet.get_by_role("checkbox").all()] == [True, False, False]
    sheet.get_by_role("button", name="Win 40 min").click()
    times = _times(page)
    assert times["Lunch"] == "10:55", "it does not move forward either"
    assert times["A guest"] == "10:10"
    assert page.locator("tr.is-out .ws-run-title").inner_text() == "A story to work on"


def test_lunch_that_can_not_be_saved_says_so(at: Open) -> None:
    page = at("09:00")
    _click(page, "Open: Day 1")
    for _ in range(3):
        _click(page, "+5 min")
    _click(page, "Leave this out")
    for box in page.get_by_role("dialog").get_by_role("checkbox").all():
        box.uncheck()
    assert page.locator(".ws-run-result").inner_text() == "Wins 0 of 15 min."
    assert page.get_by_role("button", name="Win 0 min").is_disabled()


def test_what_follows_a_late_lunch_follows_it(at: Open) -> None:
    page = at("09:00")
    _click(page, "Open: Day 1")
    _click(page, "+5 min")
    assert _times(page)["Wrap-up"] == "11:45"


def test_warning_two_minutes_before_the_end(at: Open) -> None:
    page = at("09:00")
    page.evaluate("navigator.vibrate = length => { window.shaken = (window.shaken || 0) + length }")
    _click(page, "Open: Day 1")
    _pass(page, 17.9)
    assert page.locator(".ws-run-now.is-warning").count() == 0
    _pass(page, 0.2)
    assert page.locator(".ws-run-now.is-warning").count() == 1
    _pass(page, 1)
    assert page.evaluate("window.shaken") == 400, "once"


def test_a_page_that_was_not_touched_warns_without_shaking(at: Open) -> None:
    page = at("09:00")
    _click(page, "Open: Day 1")
    page.close()
    page = at("09:17")
    page.evaluate("Object.defineProperty(navigator, 'userActivation', { value: { hasBeenActive: false } })")
    page.evaluate("navigator.vibrate = length => { window.shaken = (window.shaken || 0) + length }")
    _pass(page, 1.1)
    assert page.locator(".ws-run-now.is-warning").count() == 1
    assert page.evaluate("window.shaken || 0") == 0


def test_second_workshop_on_the_same_phone_starts_fresh(at: Open) -> None:
    page = at("09:00")
    page.get_by_label("Its name").fill("The first one")
    _click(page, "Open: Day 1")
    _click(page, "+5 min")
    page.close()
    page = at("09:05", day="2027-01-11")
    assert "The first one" in page.locator(".ws-run-forgotten").inner_text()
    assert page.locator(".ws-run-left").inner_text() == "15:00"
    _click(page, "Close it")
    page.get_by_label("Its name").fill("The second one")
    _click(page, "Open: Day 1")
    assert page.locator(".ws-run-plan").inner_text() == "on plan"
    assert [(run["name"], run["date"]) for run in _kept(page)] == [
        ("The first one", DAY),
        ("The second one", "2027-01-11"),
    ]


def test_a_day_of_an_event_belongs_to_it(at: Open) -> None:
    page = at("09:00", day="2026-12-09")
    _click(page, "Open: Day 1")
    assert _kept(page)[0]["event"] == "first-run"


def test_reload_keeps_what_was_set(at: Open) -> None:
    page = at("09:05")
    _click(page, "Open: Day 1")
    _click(page, "+5 min")
    page.reload()
    page.locator("#ws-run-panel").wait_for()
    assert page.locator(".ws-run-state").inner_text() == "Started at 09:00"
    assert page.locator("tr.is-changed").count() == 1


def test_what_it_took_is_saved(at: Open, tmp_path: Path) -> None:
    page = at("09:00", day="2026-12-09")
    _click(page, "Open: Day 1")
    _pass(page, 23)
    page.locator(".ws-run-menu").evaluate("menu => { menu.open = true }")
    _click(page, "Still on: Opening")
    _click(page, "Next: The way in three steps")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save what it took").click()
    waiting.value.save_as(tmp_path / "took.json")
    took = json.loads((tmp_path / "took.json").read_text("utf-8"))
    assert (took["event"], took["day"], took["date"], took["start"]) == ("first-run", 1, "2026-12-09", "09:00")
    assert took["lines"][0] == {"key": "opening", "planned": 20, "minutes": 23}
    assert "minutes" not in took["lines"][1], "nobody has tapped its end"


def test_what_it_took_is_one_line_for_a_message(at: Open, root: Path, tmp_path: Path) -> None:
    page = at("09:00", day="2026-12-09")
    _click(page, "Open: Day 1")
    for _ in range(3):
        _click(page, "+5 min")
    _click(page, "Leave this out")
    page.get_by_role("dialog").get_by_role("button", name="Win 40 min").click()
    _pass(page, 23)
    _click(page, "Next: The way in three steps")
    page.locator(".ws-run-menu").evaluate("menu => { menu.open = true }")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save what it took").click()
    waiting.value.save_as(tmp_path / "took.json")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _click(page, "Show as text")
    page.get_by_role("dialog").get_by_role("button", name="Copy").click()
    page.get_by_text("Copied").wait_for()
    line = str(page.evaluate("navigator.clipboard.readText()"))
    assert line == page.locator("dialog code").inner_text()
    (tmp_path / "took.txt").write_text(f"{line}\n", "utf-8")
    curriculum = root / "curriculum"
    assert read_day(tmp_path / "took.txt", curriculum) == read_day(tmp_path / "took.json", curriculum)
    (tmp_path / "took.txt").write_text(line.replace("one-day 1", "one-day 2"), "utf-8")
    with pytest.raises(Unusable, match="day 2 of the programme"):
        read_day(tmp_path / "took.txt", curriculum)
    (tmp_path / "took.txt").write_text(f"{line},1", "utf-8")
    with pytest.raises(Unusable, match="has changed since"):
        read_day(tmp_path / "took.txt", curriculum)
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")


def test_screen_stays_on_where_the_browser_can(at: Open) -> None:
    page = at("09:00")
    page.evaluate(
        """Object.defineProperty(navigator, 'wakeLock', {value: {request: () => Promise.resolve(new EventTarget())}})"""
    )
    _click(page, "Open: Day 1")
    page.get_by_text("Screen stays on").wait_for()


def test_works_where_the_browser_keeps_nothing(browser: Browser, sheet: str) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused') }})"
    )
    page = context.new_page()
    page.clock.install(time=dt.datetime.fromisoformat(f"{DAY}T09:05:00"))
    page.goto(f"{sheet}/{SHEET}")
    _click(page, "Open: Day 1")
    assert "This browser keeps nothing" in page.locator(".ws-run-state").inner_text()
    context.close()


def test_by_keyboard(at: Open) -> None:
    page = at("09:05")
    for name in ("Open: Day 1", "+5 min", "Leave this out", "Not now"):
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent.replace(/\\s/g, ' ')") == name:
                break
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", name
        page.keyboard.press("Enter")
    page.locator("dialog").wait_for(state="detached")
    assert page.evaluate("document.activeElement !== document.body"), "the focus is lost"


def test_targets_are_large_and_nothing_scrolls_sideways(at: Open) -> None:
    page = at("09:05")
    _click(page, "Open: Day 1")
    small = page.evaluate(
        """() => [...document.querySelectorAll('#ws-run-panel button')].filter(b => b.offsetParent && b.getBoundingClientRect().height < 44)
        .map(b => b.textContent)"""
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_without_a_script_it_is_a_table_with_every_time(browser: Browser, sheet: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{sheet}/{SHEET}")
    assert page.locator("#ws-run-panel").is_hidden()
    assert tuple(_times(page)) == NAMES
    assert page.get_by_role("link", name="A story to work on").is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_that_axe_finds(browser: Browser, sheet: str, scheme: Scheme) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.clock.install(time=dt.datetime.fromisoformat(f"{DAY}T09:05:00"))
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{sheet}/{SHEET}")
    assert page.evaluate("document.body.dataset.mdColorScheme") == SHOWN[scheme]
    _click(page, "Open: Day 1")
    _pass(page, 13.5)
    page.locator(".ws-run-menu").evaluate("menu => { menu.open = true }")
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_function("!document.querySelector('.md-header__title--active')")
    assert found_on(page) == []
    _click(page, "Leave this out")
    assert found_on(page) == []
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


def test_calendar_of_the_page_is_the_one_of_the_command(at: Open, root: Path, tmp_path: Path) -> None:
    page = at("09:05")
    page.locator(".ws-run-menu").evaluate("menu => { menu.open = true }")
    page.get_by_label("First day").fill("2026-12-30")
    with page.expect_download() as waiting:
        _click(page, "Save calendar file")
    waiting.value.save_as(tmp_path / "page.ics")
    whole = check(root / "curriculum", root, TODAY).curriculum
    assert whole is not None
    made = calendar_file(Edition(whole, catalogue("en"), tmp_path), "one-day", dt.date(2026, 12, 30))
    assert _entries((tmp_path / "page.ics").read_bytes()) == _entries(made)
    assert all(len(line) <= 75 for line in (tmp_path / "page.ics").read_bytes().split(b"\r\n"))


def _entries(data: bytes) -> list[dict[str, object]]:
    calendar = Calendar.from_ical(io.BytesIO(data).read().decode())
    found = [{key: getattr(value, "dt", value) for key, value in event.items()} for event in calendar.walk("VEVENT")]
    assert len(found) > 4
    return found
