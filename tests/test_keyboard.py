"""Whole tasks of a trainer with the keys Tab, Enter, arrows and Escape alone; at every stop one sees where one is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import forgetful

OVERVIEW = "programmes/two-day/"
LIBRARY = "downloads/"
MOST = 120
"""Stops after which a walk through a list of many hundred files has shown enough."""
BEFORE = """() => {
  window.look = element => [element, element.parentElement, element.nextElementSibling].filter(Boolean)
    .map(one => { const style = getComputedStyle(one); return [style.outlineStyle, style.outlineWidth, style.boxShadow].join() }).join('|')
  window.before = new Map([...document.querySelectorAll('a, button, input, label, summary, [tabindex]')].map(one => [one, look(one)]))
}"""
"""Remembers how everything looks that can have the focus, before it has it."""
STOP = """async back => {
  // The search opens, and the tooltip of the stop before goes, a moment later.
  await new Promise(go => document.activeElement.closest('.md-header, .md-tabs') ? setTimeout(go, 150) : requestAnimationFrame(go))
  const element = document.activeElement, wrong = []
  if (element === document.body) return null
  const shown = getComputedStyle(element).opacity === '0' ? element.nextElementSibling : element
  const box = shown.getClientRects()[0], header = document.querySelector('.md-header').getBoundingClientRect()
  if (!box || box.width < 2 || box.height < 2 || !shown.checkVisibility({ opacityProperty: true, visibilityProperty: true })) wrong.push('is not visible')
  else {
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) wrong.push('is outside of the window')
    if (!element.closest('.md-header') && box.top < header.bottom - 1) wrong.push('is under the header')
    const over = document.elementFromPoint(box.left + box.width / 2, Math.min(innerHeight - 1, box.top + box.height / 2))
    if (over && !(shown.contains(over) || over.contains(shown) || element.contains(over) || over === element)) wrong.push('is covered by ' + over.className)
  }
  if (look(element) === before.get(element)) wrong.push('looks as it did before')
  const inside = element.closest('section, form, nav, .ws-chips, .ws-hero, .md-header, .md-footer')
  const last = window.last
  if (last && last.element !== element && box && !back) {
    if (!(last.element.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) wrong.push('comes before the last stop in the page')
    if (last.inside === inside) {
      if (box.bottom + scrollY <= last.top) wrong.push('stands above the last stop')
      if (Math.abs(box.top + scrollY - last.top) < 2 && box.left < last.left) wrong.push('stands left of the last stop')
    }
  }
  window.last = box ? { element: element, inside: inside, top: box.top + scrollY, left: box.left } : null
  const name = (element.labels && element.labels[0] || element).textContent.trim() || element.title || element.getAttribute('aria-label') || ''
  return { name: name.replace(/\\s+/g, ' '), wrong: wrong }
}"""
"""Where the focus is, and what is wrong with it there."""


class Keys:
    """Hands that have no mouse."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.wrong: list[str] = []

    def open(self, path: str) -> None:
        """Goes to a page, to its top."""
        self.page.goto(f"{self.address}/{path}", wait_until="networkidle")
        self.page.evaluate(BEFORE)

    def press(self, key: str) -> str | None:
        """The name of what has the focus then; None at the end of the page."""
        self.page.keyboard.press(key)
        stop = self.page.evaluate(STOP, key == "Shift+Tab")
        if stop is None:
            return None
        self.wrong += [f"{stop['name']!r} {wrong}" for wrong in stop["wrong"]]
        return str(stop["name"])

    def tab_to(self, name: str) -> None:
        """Presses Tab until the focus is there."""
        for _ in range(150):
            if self.press("Tab") == name:
                return
        raise AssertionError(f"the key Tab does not lead to {name!r}")


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """One window for all tasks: a new one takes longer than some of them."""
    page = forgetful(browser)
    page.emulate_media(reduced_motion="reduce")
    yield page
    page.close()


@pytest.fixture(params=[1280, 390])
def keys(request: pytest.FixtureRequest, window: Page, address: str) -> Iterator[Keys]:
    """On a laptop, and on a narrow window as after zooming in; at the end nothing may have been wrong at any stop."""
    window.set_viewport_size({"width": request.param, "height": 800})
    keys = Keys(window, address)
    yield keys
    assert keys.wrong == []


def test_from_the_overview_to_a_session_of_the_second_day(keys: Keys) -> None:
    keys.open(OVERVIEW)
    keys.tab_to("Day 1")
    assert keys.press("Tab") == "Day 2"
    keys.page.keyboard.press("Enter")
    keys.page.wait_for_url("**#day-2")
    keys.tab_to("Recap: the doubt box")
    keys.tab_to("Police referral schemes")
    keys.page.keyboard.press("Enter")
    keys.page.wait_for_url(f"**/{OVERVIEW}referral-schemes/")
    assert keys.page.locator("h1").inner_text() == "Police referral schemes"


def test_jump_to_a_day_goes_past_the_day_before(keys: Keys) -> None:
    keys.open(OVERVIEW)
    keys.tab_to("Day 2")
    keys.page.keyboard.press("Enter")
    keys.page.wait_for_url("**#day-2")
    assert "Recap: the doubt box" in (keys.press("Tab"), keys.press("Tab"))


@pytest.mark.parametrize("path", [OVERVIEW, LIBRARY])
def test_through_the_whole_page(keys: Keys, path: str) -> None:
    """Every stop down to the foot of the page, or as far as hands go, and some of the way back, where a header likes to cover things."""
    keys.open(path)
    stops: list[str] = []
    while (name := keys.press("Tab")) is not None and len(stops) < MOST:
        stops.append(name)
    assert len(stops) > 12
    for _ in range(min(25, len(stops) // 2)):
        keys.press("Shift+Tab")


def test_from_the_top_of_the_library_to_a_file(keys: Keys) -> None:
    keys.open(LIBRARY)
    formats = keys.page.get_by_role("group", name="Format")
    for _ in range(40):
        keys.press("Tab")
        if formats.locator(":focus").count():
            break
    for _ in range(20):
        if keys.press("ArrowRight") == "Word":
            break
    assert keys.page.get_by_role("radio", name="Word").is_checked()
    for _ in range(5):
        name = keys.press("Tab") or ""
        if keys.page.locator(".ws-files :focus").count():
            break
    assert name.startswith("Word")
    first = keys.page.locator(".ws-files a:visible").first.get_attribute("href") or ""
    with keys.page.expect_download() as waiting:
        keys.page.keyboard.press("Enter")
    assert waiting.value.suggested_filename == first.rpartition("/")[2]


def test_search_closes_with_escape(keys: Keys) -> None:
    """Who walks into the search by Tab gets out again, and goes on where they were."""
    keys.open(OVERVIEW)
    search = keys.page.locator("[data-md-component=search-query]:focus")
    for _ in range(10):
        keys.press("Tab")
        if search.count():
            break
    assert search.count() == 1
    keys.page.keyboard.press("Escape")
    assert search.count() == 0
    keys.tab_to("Day 1")
