"""Pages for eyes that see less: colours that the reader's system forces, letters of twice the size, a window that was zoomed in, no motion."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import forgetful
from tests.test_browser import Walk
from tests.test_motion import MOVES
from tests.test_print import PAGES

LISTS = (
    "cases/finger-pricked/index.html",
    "cases/finger-pricked-debrief/index.html",
    "reference/country/law/index.html",
    "reference/facts/occupational-safety/index.html",
    "reference/sources/articles/index.html",
)
"""Pages below those of a kind: another case, and parts of long lists."""
RUNNING = "document.getAnimations().filter(one => one.playState === 'running').length"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
BARE = """() => [...document.querySelectorAll('article :is(button, .ws-button, input[type=text], input[type=date], select, textarea)')]
  .filter(one => one.checkVisibility({ opacityProperty: true }))
  .filter(one => { const style = getComputedStyle(one)
    return (style.borderTopStyle === 'none' || parseFloat(style.borderTopWidth) === 0) && !style.textDecorationLine.includes('underline') })
  .map(one => one.tagName + '.' + one.className)"""
"""Controls without a line around or under them: without colours nobody sees where they end."""
WIDER = """() => {
  const cut = element => getComputedStyle(element).overflowX === 'hidden' && element.clientWidth > 2 && element.scrollWidth > element.clientWidth + 2
  return [document.documentElement.scrollWidth - document.documentElement.clientWidth > 0 ? 'the page' : '',
    ...[...document.querySelectorAll('article *')].filter(element => element.checkVisibility() && element.textContent.trim() && cut(element)
      && !element.closest('svg, .ws-preview, .ws-table, .ws-pause')).map(element => element.tagName + '.' + element.className)].filter(Boolean)
}"""
"""What does not fit: a page that scrolls sideways, words that are cut off."""


@pytest.fixture(scope="module")
def visits(browser: Browser, address: str) -> Iterator[Walk]:
    """One window for all: a system that says the colours, and zoom, are settings that change while a page stands."""
    walk = Walk(forgetful(browser, "reduce"), address)
    yield walk
    walk.page.close()


@pytest.fixture
def forced(visits: Walk) -> Page:
    """The system says the colours."""
    visits.page.set_viewport_size({"width": 1280, "height": 720})
    visits.page.emulate_media(forced_colors="active", color_scheme="dark")
    return visits.page


def _ground(page: Page, selector: str) -> str:
    return str(page.locator(selector).first.evaluate("one => getComputedStyle(one).backgroundColor"))


def test_what_is_chosen_is_seen_without_colours(forced: Page, address: str) -> None:
    forced.goto(f"{address}/downloads/")
    group = ".ws-filters fieldset:first-of-type"
    assert _ground(forced, f"{group} :checked + span") != _ground(forced, f"{group} :not(:checked) + span")
    forced.goto(f"{address}/programmes/two-day/occupational-safety/", wait_until="networkidle")
    assert _ground(forced, ".ws-rail a[aria-current]") != _ground(forced, ".ws-rail a:not([aria-current])")


def test_what_goes_on_now_is_seen_without_colours(forced: Page, address: str) -> None:
    forced.goto(f"{address}/run/two-day/")
    assert _ground(forced, ".ws-run-day-button[aria-pressed=true]") != _ground(
        forced, ".ws-run-day-button[aria-pressed=false]"
    )
    forced.get_by_label("By the plan").check()
    forced.get_by_role("button", name="Open: Day 1").click()
    row = forced.locator(".ws-run-row").first
    row.evaluate("one => one.classList.add('is-now')")
    assert row.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    assert forced.locator(".ws-run-spine i").first.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"


def test_drawings_keep_their_paper(forced: Page, address: str) -> None:
    forced.goto(f"{address}/modules/emergency-skills/")
    assert _ground(forced, "article svg[role=img]:visible") != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("path", [*PAGES, *LISTS])
def test_each_kind_of_page(forced: Page, visits: Walk, path: str) -> None:
    """One visit for all that is asked of every kind of page.

    Nothing moves for whoever asks for that, controls have a line without colours, nothing scrolls sideways, and nothing is cut at twice
    the size, zoomed in, or the letters alone twice as large. The page complains of nothing and asks nobody else.
    """
    visits.complaints.clear()
    visits.open(path)
    assert forced.evaluate(MOVES) == []
    assert forced.evaluate(RUNNING) == 0
    assert forced.evaluate(BARE) == []
    forced.emulate_media(forced_colors="none", color_scheme="light")
    for width in (1280, 390):
        forced.set_viewport_size({"width": width, "height": 900})
        assert forced.evaluate(SIDEWAYS) <= 0
    # 1280 points that were zoomed to 200 % are 640.
    forced.set_viewport_size({"width": 640, "height": 450})
    assert forced.evaluate(WIDER) == []
    forced.add_style_tag(content="html { font-size: 250% !important; }")
    assert forced.evaluate(WIDER) == []
    assert visits.complaints == []
