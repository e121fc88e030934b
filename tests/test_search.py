"""Search finds what people take in their hands first, and says what it found."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import forgetful


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One window for all searches."""
    page = forgetful(browser)
    yield page
    page.close()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("exposure", "Handout"),
        ("naloxone", "Handout"),
        ("paired introductions", "Session"),
        ("налоксон", "Term"),
    ],
)
def test_first_result(page: Page, address: str, words: str, kind: str) -> None:
    page.goto(address, wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type(words)
    # The theme reads the words when a key is let go. Those of another alphabet are put in here without any; people have one.
    page.keyboard.press("End")
    first = page.locator(".md-search-result__item").first
    first.wait_for()
    assert first.locator(".md-tag").first.inner_text() == kind


def test_officer_who_looks_for_medicine_finds_the_card(page: Page, address: str) -> None:
    page.goto(f"{address}/?q=PEP", wait_until="networkidle")
    page.locator(".md-search-result__item").first.wait_for()
    titles = [item.inner_text() for item in page.locator(".md-search-result__item h1").all()]
    found = [str(item.get_attribute("href")) for item in page.locator(".md-search-result__item a").all()]
    assert any(title.startswith("Pricked, cut or splashed?") for title in titles[:3])
    pages = {place.partition("?")[0].partition("#")[0] for place in found}
    sessions = [place for place in pages if "/programmes/" in place and place.endswith("/occupational-safety/")]
    assert len(sessions) == 1, "the same session of several programmes"


def test_what_stands_beside_a_text_is_not_what_it_says(site: Path) -> None:
    """A handout is not found by a title in its list of sources, nor an activity by its neighbours."""
    docs = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    texts = {doc["location"]: doc["text"] for doc in docs}
    assert "Handed out in" not in "".join(text for place, text in texts.items() if place.startswith("handouts/"))
    assert "guessing question" in texts["programmes/two-day/occupational-safety/#risk-in-numbers"]
    assert not any(place.startswith("programmes/senior-officers/occupational") for place in texts)
    assert "data-search-exclude" not in (site / "handouts" / "exposure-card" / "index.html").read_text("utf-8")


def test_type_ahead_offers_the_rest_of_the_word(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("nalox")
    page.wait_for_selector(".md-search-result__item")
    assert page.locator(".md-search__suggest").inner_text().startswith("naloxone")
