"""Whoever asks the system for less motion gets none (WCAG 2.3.3): how it is seen. `test_sight.py` looks at every kind of page."""

from playwright.sync_api import Browser

MOVES = """() => {
  const seconds = words => Math.max(...words.split(',').map(one => parseFloat(one) * (one.trim().endsWith('ms') ? .001 : 1)))
  const moves = (style, name) => (style.animationName !== 'none' && seconds(style.animationDuration) > .01 && name + ' animation')
    || (style.transitionProperty !== 'none' && seconds(style.transitionDuration) > .01 && name + ' transition ' + style.transitionProperty)
    || (style.scrollBehavior === 'smooth' && name + ' smooth scrolling')
  return [...new Set([...document.querySelectorAll('*')].flatMap(element => ['', '::before', '::after'].map(part =>
    moves(getComputedStyle(element, part || null), element.tagName + '.' + (element.getAttribute('class') || '') + part))).filter(Boolean))]
}"""
"""What would move, or take longer than a blink."""


def test_the_test_would_see_motion(browser: Browser, address: str) -> None:
    page = browser.new_page(reduced_motion="no-preference")
    page.goto(address, wait_until="networkidle")
    assert len(page.evaluate(MOVES)) > 3
    page.close()
