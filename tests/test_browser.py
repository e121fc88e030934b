"""The manual in a real headless Chromium: from the home page to a handout, by mouse and by keyboard, and nothing asked of anybody."""

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.browser import forgetful


class Walk:
    """A page that remembers every complaint and every request to somebody else."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        self.page.on(
            "console", lambda said: self.complaints.append(said.text) if said.type in {"error", "warning"} else None
        )
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda asked: self._note(asked.url))
        self.page.on("requestfailed", self._failed)

    def _note(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.complaints.append(f"asked outside: {url}")

    def _failed(self, asked: Request) -> None:
        # Who follows a link breaks off what the page before was still loading.
        if asked.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {asked.url}: {asked.failure}")

    def look(self, width: int = 1280, scheme: Literal["light", "dark"] = "light") -> None:
        """Pages are seen so from now on, with the mouse out of the way; complaints of before are forgotten."""
        self.complaints.clear()
        self.page.mouse.move(0, 0)
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(color_scheme=scheme)

    def open(self, path: str) -> None:
        """Goes to a page and waits until it is quiet."""
        self.page.goto(f"{self.address}/{path}", wait_until="networkidle")


@pytest.fixture(scope="module")
def visits(browser: Browser, address: str) -> Iterator[Walk]:
    """One window for all tests: a new one takes longer than what is looked at."""
    walk = Walk(forgetful(browser), address)
    yield walk
    walk.page.close()


@pytest.fixture
def walk(visits: Walk) -> Iterator[Walk]:
    """A walk on a laptop; at its end nothing may have gone wrong."""
    visits.look()
    yield visits
    assert visits.complaints == []


def test_from_the_home_page_to_the_card_by_mouse(walk: Walk) -> None:
    walk.open("")
    walk.page.get_by_role("link", name="Take a handout").click()
    walk.page.get_by_role("heading", level=1, name="What do you need?").wait_for()
    walk.page.locator("#exposure-card a:not([aria-hidden])").first.click()
    walk.page.wait_for_url("**/handouts/exposure-card/")
    assert walk.page.locator("article .ws-sheet").is_visible()


def test_from_the_home_page_to_the_card_by_keyboard(walk: Walk) -> None:
    walk.open("")
    _tab_to(walk.page, "Take a handout")
    walk.page.keyboard.press("Enter")
    walk.page.wait_for_url("**/handouts/")
    _tab_to(walk.page, walk.page.locator("#exposure-card a:not([aria-hidden])").first.inner_text())
    walk.page.keyboard.press("Enter")
    walk.page.wait_for_url("**/handouts/exposure-card/")
    assert walk.page.locator("article .ws-sheet").is_visible()


def _tab_to(page: Page, name: str) -> None:
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText.trim()") == name:
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", "no visible focus"
            return
    raise AssertionError(f"the key Tab does not lead to {name!r}")


def test_what_happens_on_day_1_after_lunch(walk: Walk) -> None:
    """The question of a trainer who opens the manual for the first time."""
    walk.open("")
    walk.page.get_by_role("link", name="Two-day workshop").first.click()
    after_lunch = walk.page.locator(".ws-day").first.locator(".ws-lunch + .ws-session")
    time = after_lunch.locator(".ws-time").inner_text()
    after_lunch.get_by_role("link").click()
    walk.page.locator(".ws-clock").wait_for()
    assert walk.page.locator(".ws-clock").inner_text().startswith(time)
    assert walk.page.locator(".ws-activity").count() >= 2


def test_sessions_are_walked_by_the_clock(walk: Walk) -> None:
    """From the first page to the last one by the links to the next, through both days."""
    walk.open("programmes/two-day/")
    pages = walk.page.locator(".ws-agenda a").count()
    with walk.page.expect_navigation():
        walk.page.locator(".ws-agenda a").first.click()
    seen = 1
    while (following := walk.page.locator(".ws-aside nav a", has_text="→")).count():
        # A busy machine may still show the page before; it would be counted once more, or as the last one.
        with walk.page.expect_navigation():
            following.first.click()
        walk.page.locator(".ws-clock").wait_for()
        seen += 1
        assert seen <= pages, "the walk goes round in circles"
    assert seen == pages


def test_a_figure_leads_to_its_source(walk: Walk) -> None:
    walk.open("modules/occupational-safety/")
    cite = walk.page.locator(".ws-fact + .ws-cite").first
    anchor = str(cite.get_attribute("href")).partition("#")[2]
    cite.click()
    walk.page.wait_for_url(f"**/reference/sources/*/#{anchor}")
    assert walk.page.locator(f"#{anchor}").is_visible()


def test_search_finds_the_card(walk: Walk) -> None:
    walk.open("")
    walk.page.locator("[data-md-component=search-query]").click()
    walk.page.keyboard.type("needle", delay=20)
    walk.page.locator(".md-search-result__item a").first.wait_for()
    assert walk.page.locator(".md-search-result__item").count() > 0


@pytest.mark.parametrize("width", [1024, 1280, 1920])
def test_no_label_of_the_timeline_is_cut(visits: Walk, width: int) -> None:
    visits.look(width)
    visits.open("")
    cut = visits.page.evaluate(
        """() => [...document.querySelectorAll('.ws-track > li > a, .ws-track > li > p > a')]
        .filter(a => a.scrollWidth > a.clientWidth + 1 || a.scrollHeight > a.clientHeight + 1).map(a => a.innerText)"""
    )
    assert visits.page.locator(".ws-track a").count() > 5
    assert cut == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    [
        "",
        "programmes/two-day/occupational-safety/",
        "modules/occupational-safety/",
        "handouts/exposure-card/",
        "academy/",
    ],
)
def test_text_has_enough_contrast(visits: Walk, path: str, scheme: Literal["light", "dark"]) -> None:
    """WCAG AA: 4.5 to 1, or 3 to 1 for large text. Text over patterns is measured against the colour below them."""
    visits.look(scheme=scheme)
    visits.open(path)
    assert visits.page.evaluate("document.body.dataset.mdColorScheme") == {"light": "default", "dark": "slate"}[scheme]
    assert visits.page.evaluate(CONTRAST) == []


CONTRAST = """() => {
  const canvas = document.createElement('canvas'); canvas.width = canvas.height = 1
  const context = canvas.getContext('2d', {willReadFrequently: true})
  const rgba = colour => { context.clearRect(0, 0, 1, 1); context.fillStyle = colour; context.fillRect(0, 0, 1, 1); return [...context.getImageData(0, 0, 1, 1).data] }
  const light = ([r, g, b]) => { const f = [r, g, b].map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * f[0] + .7152 * f[1] + .0722 * f[2] }
  const ground = element => { for (let e = element; e; e = e.parentElement) { const style = getComputedStyle(e); const c = rgba(style.backgroundColor); if (c[3] === 255) return c } return [255, 255, 255, 255] }
  const poor = new Set()
  const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (!walker.currentNode.data.trim() || !element.checkVisibility({visibilityProperty: true}) || element.closest('svg, .ws-pause')) continue
    const style = getComputedStyle(element), size = parseFloat(style.fontSize)
    const large = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700)
    const a = light(rgba(style.color)), b = light(ground(element))
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05)
    if (ratio < (large ? 3 : 4.5)) poor.add(`${ratio.toFixed(2)} ${walker.currentNode.data.trim().slice(0, 40)}`)
  }
  return [...poor]
}"""
