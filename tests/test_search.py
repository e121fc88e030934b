"""Search finds what people take in their hands first, and says what it found."""

import pytest
from playwright.sync_api import Browser


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("exposure", "Handout"),
        ("consent", "Handout"),
        ("naloxone", "Handout"),
        ("paired introductions", "Session"),
    ],
)
def test_first_result(browser: Browser, address: str, words: str, kind: str) -> None:
    page = browser.new_page()
    page.goto(address, wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type(words)
    first = page.locator(".md-search-result__item").first
    first.wait_for()
    assert first.locator(".md-tag").first.inner_text() == kind
    page.close()


def test_type_ahead_offers_the_rest_of_the_word(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address, wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("nalox")
    page.wait_for_selector(".md-search-result__item")
    assert page.locator(".md-search__suggest").inner_text().startswith("naloxone")
    page.close()
