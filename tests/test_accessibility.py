"""WCAG 2.2 AA by axe-core in a real browser. `python -m tests.accessibility site` looks at every page in every view."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.accessibility import VIEWS, pages_of, violations, watchful

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
    "cases/spit-and-bite/index.html",
    "cases/spit-and-bite-debrief/index.html",
    "forms/evaluation/index.html",
    "downloads/index.html",
    "reference/words/index.html",
    "prepare/check-before-you-teach/index.html",
    "prepare/changes/index.html",
    "run/two-day/index.html",
    "programmes/two-day/materials/index.html",
)
"""A page of each kind."""
CROSSED = ((VIEWS[0], VIEWS[2]), (VIEWS[1], VIEWS[3]))
"""Both widths and both schemes in two looks: what stands on a page depends on the width, its colours on the scheme. Which goes with
which takes turns from page to page; the command looks in all four."""
EVERY = 4
"""Pages of a kind are made by one template: beside one of each kind, a quarter of the others is enough for each change; the command
looks at all of them."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all tests of this file: a new one takes longer than what is looked for on it."""
    page = watchful(browser)
    yield page
    page.close()


def test_pages_from_all_over_the_site(page: Page, address: str, site: Path) -> None:
    """Every fourth of the other pages in one view; each view has its share."""
    others = [path for path in pages_of(site) if path not in ONE_OF_EACH][::EVERY]
    assert len(others) > 25
    found = [
        line
        for number, view in enumerate(VIEWS)
        for path in others[number :: len(VIEWS)]
        for line in violations(page, f"{address}/{path}", [view])
    ]
    assert found == []


@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_each_kind_of_page_in_both_widths_and_schemes(page: Page, address: str, path: str) -> None:
    """And at twice the size: a laptop of 1280 pixels shows 640 of them then; a phone shows 390, and 320 is the least of WCAG 1.4.10."""
    views = CROSSED[ONE_OF_EACH.index(path) % len(CROSSED)]
    assert list(violations(page, f"{address}/{path}", views)) == []
    wide = {}
    for width in (640, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        wide[width] = page.evaluate("document.documentElement.scrollWidth") - width
    assert {width: more for width, more in wide.items() if more > 0} == {}
