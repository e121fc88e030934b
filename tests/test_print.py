"""Every kind of page on paper, printed by a real browser: all of it, nothing else, dark on white, no empty page."""

import io
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from tests.accessibility import SHOWN
from tests.test_accessibility import ONE_OF_EACH

MORE = (
    "academy/index.html",
    "authoring/index.html",
    "events/index.html",
    "events/2014-12-almaty/index.html",
    "forms/index.html",
    "modules/occupational-safety/slides/index.html",
    "prepare/topics/index.html",
    "reference/country/index.html",
    "reference/facts/index.html",
    "reference/glossary/index.html",
    "reference/sources/index.html",
)
"""Kinds that nobody prints often, and that people file when they do."""
PAGES = tuple(dict.fromkeys((*ONE_OF_EACH, *MORE)))
EMBEDDED = "downloads/en/embed/handout-exposure-card.html"
A4 = (595, 842)
FULL = 0.45
"""How much of the height a page must be used, unless it is the last one or a day of a programme."""
SITE = ".md-header, .md-tabs, .md-search, .md-sidebar, .md-footer, .md-top, .md-skip, .md-content__button, .ws-button, .ws-filters"
CUT = """() => {
  const scrolls = element => ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX)
  return [...document.querySelectorAll('article *')].filter(element => element.checkVisibility() && element.clientWidth > 1
    && !element.closest('svg, .ws-preview, .ws-pause, .ws-run thead') && scrolls(element) && element.scrollWidth > element.clientWidth + 1)
    .map(element => element.tagName + '.' + element.className + ' ' + element.textContent.trim().slice(0, 30))
}"""
"""What has more in it than it shows: a scroll bar is of no use on paper."""


LOOKS = """() => {
  const names = ['color', 'background-color', 'background-image', 'border-top-color', 'border-right-color', 'border-bottom-color',
    'border-left-color', 'outline-color', 'text-decoration-color', 'column-rule-color', '-webkit-text-fill-color', 'fill', 'stroke',
    'stop-color', 'flood-color', 'box-shadow', 'text-shadow', 'filter', 'backdrop-filter', 'opacity', 'mix-blend-mode', 'visibility', 'display', 'color-scheme']
  const looks = []
  // A colour that fades into another one has not arrived yet.
  document.getAnimations().filter(one => one instanceof CSSTransition).forEach(one => one.finish())
  for (const one of document.querySelectorAll('html, body, body *')) {
    if (!one.checkVisibility()) continue
    for (const part of [undefined, '::before', '::after', '::marker']) {
      const style = getComputedStyle(one, part)
      if (/before|after/.test(part) && style.content === 'none') continue
      looks.push([one.tagName, one.className.baseVal ?? one.className, part ?? '', ...names.map(name => style.getPropertyValue(name))].join(' '))
    }
  }
  return looks
}"""
"""All that has a colour, and its colours: each thing that is shown, and what a style sheet puts before and behind it."""
SCHEME = "name => { document.body.dataset.mdColorScheme = name }"
"""All that the switch of the theme does to a page (`test_dark_page_is_printed_as_a_light_one` takes the switch itself)."""


class Sheet(NamedTuple):
    """One printed page."""

    width: float
    height: float
    text: str
    right: float
    """Where its text ends at the right, in points from the left edge."""
    filled: float
    """The share of its height down to the last line of text."""
    picture: bytes
    """As it looks, small and in grey; nothing where nobody looks at it."""


def _printed(page: Page, *, pictures: bool = False) -> list[Sheet]:
    """The printed pages; the first with its picture, with `pictures` all of them."""
    data = page.pdf(prefer_css_page_size=True, print_background=True)
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    return [_sheet(document[index], picture=pictures or not index) for index in range(len(document))]


def _sheet(page: pypdfium2.PdfPage, *, picture: bool) -> Sheet:
    width, height = page.get_size()
    text = page.get_textpage()
    rects = [text.get_rect(index) for index in range(text.count_rects())]
    return Sheet(
        width,
        height,
        _line(text.get_text_bounded()),
        max((right for _, _, right, _ in rects), default=0),
        1 - min((bottom for _, bottom, _, _ in rects), default=height) / height,
        bytes(page.render(scale=0.3, grayscale=True).buffer) if picture else b"",
    )


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\ufffe", "").replace("\x02", "")).strip()


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A laptop in the light scheme."""
    page = browser.new_page(color_scheme="light")
    yield page
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_each_kind_of_page(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}", wait_until="networkidle")
    sheets = _printed(page)
    first, whole = sheets[0], " ".join(sheet.text for sheet in sheets)
    assert _title(page) in first.text
    for words in ("Skip to content", "Back to top", "Initializing search", "Made with"):
        assert words not in whole
    assert all(sheet.right <= sheet.width - 15 for sheet in sheets), "something is cut at the right"
    assert all(len(sheet.text) > 20 for sheet in sheets), "an empty page"
    days = page.locator(".ws-day, .ws-run-day").count()
    poor = [number for number, sheet in enumerate(sheets[:-1], 1) if sheet.filled < FULL and number >= days]
    assert poor == [], "half a page is empty"
    _is_dark_on_white(first)
    # What is seldom printed is made of the same parts.
    if path in ONE_OF_EACH:
        assert _colours(page, "dark") == _colours(page, "light"), "the dark scheme is printed"


def _colours(page: Page, scheme: Literal["light", "dark"]) -> list[str]:
    """The colours of all that is printed, in a scheme of which the system and the page know."""
    page.emulate_media(media="print", color_scheme=scheme)
    page.evaluate(SCHEME, SHOWN[scheme])
    colours: list[str] = page.evaluate(LOOKS)
    page.emulate_media(media="null", color_scheme="light")
    page.evaluate(SCHEME, SHOWN["light"])
    return colours


def test_dark_page_is_printed_as_a_light_one(page: Page, browser: Browser, address: str) -> None:
    """To the last dot: what the colours of single things say must be true of the paper."""
    path = "programmes/two-day/occupational-safety/index.html"
    dark = browser.new_page(color_scheme="dark")
    sheets = []
    for one in (page, dark):
        one.goto(f"{address}/{path}", wait_until="networkidle")
        sheets.append([sheet.picture for sheet in _printed(one, pictures=True)])
    assert dark.evaluate("document.body.dataset.mdColorScheme") == SHOWN["dark"]
    dark.close()
    assert sheets[0] == sheets[1]


def _title(page: Page) -> str:
    """The first title that is printed: of the page, or of the sheet alone."""
    page.emulate_media(media="print")
    found = page.locator("article h1:visible, .ws-sheet-title b:visible").first.inner_text()
    on_screen = page.locator(SITE).evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.className)"
    )
    page.set_viewport_size({"width": 794, "height": 900})
    cut = page.evaluate(CUT)
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(media="null")
    assert on_screen == [], "the frame of the site is printed"
    assert cut == []
    return _line(found)


def _is_dark_on_white(sheet: Sheet) -> None:
    assert sheet.picture[0] == 255
    assert sum(sheet.picture) / len(sheet.picture) > 215, "ink is wasted"
    assert min(sheet.picture) < 120


@pytest.mark.parametrize("programme", ["two-day", "refresher", "academy"])
def test_a_page_for_each_day(page: Page, address: str, programme: str) -> None:
    page.goto(f"{address}/programmes/{programme}/")
    days = page.locator(".ws-day")
    names = [_line(name) for name in days.locator("h2").all_inner_texts()]
    last = [_line(name) for name in days.locator("li:last-child .ws-slot-title").all_inner_texts()]
    sheets = _printed(page)
    for name, end, sheet in zip(names, last, sheets, strict=False):
        assert (sheet.width, sheet.height) == pytest.approx(A4, abs=1)
        assert name in sheet.text
        assert end in sheet.text


def test_run_sheet_has_a_page_for_each_day(page: Page, address: str) -> None:
    """Also while it runs, when the screen shows one day alone."""
    page.goto(f"{address}/run/two-day/")
    page.get_by_label("Rehearsal").check()
    page.get_by_label("By the plan").check()
    page.get_by_role("button", name="Open: Day 1").click()
    assert not page.locator(".ws-run-day[data-day='1']").is_visible()
    times = page.locator(".ws-run-day[data-day='1'] .ws-run-time").all_text_contents()
    sheets = _printed(page)
    assert len(sheets) == 2
    assert all(time in sheets[1].text for time in times)
    assert "More: steps, things, undo, files" not in sheets[0].text, "the buttons of the screen are printed"


def test_what_is_folded_away_is_printed(page: Page, address: str) -> None:
    page.goto(f"{address}/programmes/two-day/occupational-safety/")
    folded = page.locator(".ws-before li").first
    assert not folded.is_visible()
    words = _line(str(folded.text_content()))[:40].replace(" ", "")
    # A space at the end of a line is lost when the text is read from the PDF.
    assert words in "".join(sheet.text for sheet in _printed(page)).replace(" ", "")


def test_address_of_a_source_is_printed(page: Page, address: str) -> None:
    page.goto(f"{address}/reference/sources/web/")
    target = page.get_by_role("link", name="Open the source").first.get_attribute("href")
    assert target is not None
    # A hyphen at the end of a line is lost when the text is read from the PDF.
    whole = re.sub(r"[ -]", "", "".join(sheet.text for sheet in _printed(page)))
    assert target.replace("-", "") in whole


def test_embedded_page(page: Page, address: str) -> None:
    page.goto(f"{address}/{EMBEDDED}")
    title = _line(page.locator("h1").first.inner_text())
    sheets = _printed(page)
    assert title in sheets[0].text
    assert all(len(sheet.text) > 20 and sheet.right <= sheet.width - 15 for sheet in sheets)
