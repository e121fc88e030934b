"""WCAG 2.2 AA by axe-core in a real browser. `python -m tests.accessibility site` looks at every page in every view."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.accessibility import VIEWS, pages_of, violations

ONE_OF_EACH = (
    "index.html",
    "404.html",
    "programmes/two-day/index.html",
    "programmes/two-day/occupational-safety/index.html",
    "modules/index.html",
    "modules/occupational-safety/index.html",
    "modules/occupational-safety/check/index.html",
    "modules/occupational-safety/check-key/index.html",
    "handouts/index.html",
    "handouts/exposure-card/index.html",
    "cases/index.html",
    "cases/patrol-beside-the-van/index.html",
    "cases/patrol-beside-the-van-debrief/index.html",
    "forms/evaluation/index.html",
    "downloads/index.html",
    "reference/words/index.html",
    "prepare/check-before-you-teach/index.html",
    "prepare/changes/index.html",
    "run/two-day/index.html",
    "programmes/two-day/materials/index.html",
)
"""A page of each kind."""
SHARES = 2
EVERY = 5
"""Pages of a kind are made by one template: of many alike, some are enough for each change; the command looks at all of them."""


@pytest.mark.parametrize("share", range(SHARES))
def test_pages_from_all_over_the_site(browser: Browser, address: str, site: Path, share: int) -> None:
    """Every fifth page in one view; the views take turns. In shares, so that all processors have some of the work."""
    page = browser.new_page()
    found = [
        line
        for number, path in enumerate(pages_of(site)[::EVERY])
        if number % SHARES == share
        for line in violations(page, f"{address}/{path}", [VIEWS[number // SHARES % len(VIEWS)]])
    ]
    page.close()
    assert found == []


@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_each_kind_of_page_in_every_view(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page()
    found = list(violations(page, f"{address}/{path}", VIEWS))
    page.close()
    assert found == []


@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_no_sideways_scrolling_at_twice_the_size(browser: Browser, address: str, path: str) -> None:
    """A laptop of 1280 pixels at 200 per cent shows 640 of them; a phone shows 390, and 320 is the least of WCAG 1.4.10."""
    page = browser.new_page()
    wide = {}
    for width in (640, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{address}/{path}")
        wide[width] = page.evaluate("document.documentElement.scrollWidth") - width
    page.close()
    assert {width: more for width, more in wide.items() if more > 0} == {}
