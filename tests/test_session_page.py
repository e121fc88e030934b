"""The page of a session: cues opposite their step, what to bring first, one activity open on a phone, all of it on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import served
from tests.small_site import MODULE, built

SESSION = "programmes/one-day/first-module/"
CUES = """\
    room: {plan: islands, people: 5, note: "Way to the door is free."}
    cues:
      - {at: s1, say: "We look before we act."}
"""


@pytest.fixture(scope="module")
def small_address(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small site with a room, a cue of words to speak, and slides at a step."""
    changes = {MODULE: {"    cues:\n": CUES, "slides: [title, steps]": "slides: [title]"}}
    changes[MODULE]["{text: Ask what people do"] = (
        "{slides: [steps], figure: first-module-way, text: Ask what people do"
    )
    with served(built(small_source, tmp_path_factory.mktemp("session"), changes)) as address:
        yield address


def _open(browser: Browser, address: str, width: int, path: str = SESSION) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(f"{address}/{path}")
    return page


def _closed(page: Page) -> list[bool]:
    return [
        bool(closed) for closed in page.eval_on_selector_all(".ws-body", "all => all.map(one => one.hidden !== false)")
    ]


def test_cues_stand_opposite_their_step(browser: Browser, small_address: str) -> None:
    page = _open(browser, small_address, 1280)
    step = page.locator(".ws-activity:has(#talk) .ws-script > li").first
    words, cues = step.locator(".ws-do").bounding_box(), step.locator(".ws-cues").bounding_box()
    assert words is not None
    assert cues is not None
    assert cues["x"] >= words["x"] + words["width"]
    assert abs(cues["y"] - words["y"]) < 4
    assert step.locator(".ws-at").inner_text().split() == ["09:20", "5", "min"]
    assert step.locator(".ws-cue").evaluate_all("all => all.map(one => one.className.split('-').pop())") == [
        "say",
        "expect",
    ]
    assert step.locator("figure").is_visible()
    assert step.locator(".ws-thumb > p").inner_text().split("\n") == ["Slide 2", "Three steps"]
    page.close()


def test_the_room_is_drawn_and_told(browser: Browser, small_address: str) -> None:
    page = _open(browser, small_address, 1280)
    page.wait_for_function("[...document.querySelectorAll('.ws-plan')].every(one => one.complete && one.naturalWidth)")
    assert page.locator(".ws-plan").count() == 2, "at the top and at its activity"
    told = " ".join(page.locator(".ws-room-plan").inner_text().split())
    assert told == "09:20 islands, 5 people at each. Way to the door is free."
    page.close()


def test_time_and_name_of_each_activity_stay_in_sight(browser: Browser, small_address: str) -> None:
    for width in (1280, 390):
        page = _open(browser, small_address, width, f"{SESSION}#story")
        rail = page.locator(".ws-rail a")
        assert rail.first.inner_text().split("\n")[:2] == ["09:20", "The way in three steps"]
        page.locator("#story").evaluate("heading => heading.scrollIntoView()")
        page.wait_for_function("document.querySelector('.ws-rail a[aria-current]')?.hash === '#story'")
        box = page.locator(".ws-rail a[aria-current]").bounding_box()
        assert box is not None
        assert 0 <= box["y"] <= 844 - box["height"]
        page.close()


def test_on_a_phone_one_activity_is_open_and_a_link_opens_another(browser: Browser, small_address: str) -> None:
    page = _open(browser, small_address, 390)
    assert _closed(page) == [False, True]
    second = page.get_by_role("button", name="A story to work on")
    assert second.get_attribute("aria-expanded") == "false"
    second.press("Enter")
    assert _closed(page) == [False, False]
    page.close()
    page = _open(browser, small_address, 390, f"{SESSION}#story")
    assert _closed(page) == [False, False]
    page.set_viewport_size({"width": 1280, "height": 800})
    page.wait_for_function("document.querySelectorAll('.ws-fold-button').length === 0")
    assert _closed(page) == [False, False]
    page.close()


def test_without_a_script_everything_is_open(browser: Browser, small_address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{small_address}/{SESSION}")
    assert page.locator(".ws-activity:has(#story) .ws-script > li").nth(1).is_visible()
    assert page.get_by_text("Flipchart paper").is_visible()
    context.close()


def test_paper_holds_what_is_folded_and_what_to_bring(browser: Browser, small_address: str) -> None:
    page = _open(browser, small_address, 390)
    page.emulate_media(media="print")
    for words in ("Flipchart paper", "A card to carry", "Ask what that way protects.", "Each group says one thing"):
        assert page.get_by_text(words).first.is_visible(), words
    page.close()
