"""Search in Russian and Kazakh finds a word in any of its forms, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import TimeoutError as NotThere

from tests.browser import served
from tests.several import WORDS, built


@pytest.fixture(scope="module")
def address(small_source: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[str]:
    with served(built(tmp_path_factory, worker_id, small_source)) as address:
        yield address


@pytest.mark.parametrize("language", sorted(WORDS))
def test_twenty_words_find_their_page(browser: Browser, address: str, language: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/{language}/", wait_until="networkidle")
    page.keyboard.press("/")
    missed = []
    for index, typed in enumerate(WORDS[language].values()):
        page.fill("[name=query]", typed)
        page.keyboard.press("End")  # the search listens to keys
        found = page.locator(f".md-search-result__link[href*='/word-{index}/']")
        try:
            found.first.wait_for(timeout=3000)
        except NotThere:
            missed.append(typed)
    page.close()
    assert missed == []


def test_what_was_found_is_marked_and_nothing_is_said_to_be_missing(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/kk/?q=инелерді", wait_until="networkidle")
    first = page.locator(".md-search-result__item").first
    first.wait_for()
    marks = [one.inner_text() for one in first.locator("mark").all()]
    missing = first.locator(".md-search-result__terms").count()
    page.close()
    assert any("ине" in mark for mark in marks)
    assert missing == 0
