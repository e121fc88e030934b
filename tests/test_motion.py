"""Whoever asks the system for less motion gets none, on every kind of page (WCAG 2.3.3)."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.test_print import PAGES

MOVES = """() => {
  const seconds = words => Math.max(...words.split(',').map(one => parseFloat(one) * (one.trim().endsWith('ms') ? .001 : 1)))
  const moves = (style, name) => (style.animationName !== 'none' && seconds(style.animationDuration) > .01 && name + ' animation')
    || (style.transitionProperty !== 'none' && seconds(style.transitionDuration) > .01 && name + ' transition ' + style.transitionProperty)
    || (style.scrollBehavior === 'smooth' && name + ' smooth scrolling')
  return [...new Set([...document.querySelectorAll('*')].flatMap(element => ['', '::before', '::after'].map(part =>
    moves(getComputedStyle(element, part || null), element.tagName + '.' + (element.getAttribute('class') || '') + part))).filter(Boolean))]
}"""
"""What would move, or take longer than a blink."""


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Page]:
    """A window of somebody who asks for less motion; one for all pages."""
    page = browser.new_page(reduced_motion="reduce")
    yield page
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves(still: Page, address: str, path: str) -> None:
    still.goto(f"{address}/{path}", wait_until="networkidle")
    moving = still.evaluate(MOVES)
    running = still.evaluate("document.getAnimations().filter(one => one.playState === 'running').length")
    assert moving == []
    assert running == 0


def test_the_test_would_see_motion(browser: Browser, address: str) -> None:
    page = browser.new_page(reduced_motion="no-preference")
    page.goto(address, wait_until="networkidle")
    assert len(page.evaluate(MOVES)) > 3
    page.close()
