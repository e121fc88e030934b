"""What a page costs on a slow line, in bytes as they travel."""

import gzip
from pathlib import Path

from playwright.sync_api import Browser, Page, Response

KB = 1024
FIRST_LOAD = 130 * KB
FURTHER_PAGE = 12 * KB
HANDOUT_PAGE = 60 * KB
ALL_PAGES = 4_000 * KB
LONG = {"modules", "reference", "authoring", "downloads", "handouts", "run", "academy", "events"}
"""Readings with their drawings, long lists, reports, and the run sheet with all notes of the days."""
SESSION = "programmes/two-day/occupational-safety/"


def _load(page: Page, address: str) -> dict[str, int]:
    """The bytes of everything that a page asks for, packed as a server would pack it."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  the driver can not mark a built-in
    page.goto(address, wait_until="networkidle")
    packed = {}
    for answer in answers:
        body = answer.body()
        packed[answer.url] = len(body) if answer.url.endswith(".woff2") else len(gzip.compress(body, 9))
    return packed


def test_first_load_of_a_session(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    loaded = _load(page, f"{address}/{SESSION}")
    page.context.close()
    assert sum(loaded.values()) <= FIRST_LOAD, loaded


def test_every_further_page(site: Path) -> None:
    """Only long lists, the texts of a module, and run sheets, which hold whole days for a room without a network, weigh more."""
    heavy = {
        path.relative_to(site).as_posix(): size
        for path in site.rglob("*.html")
        if (size := len(gzip.compress(path.read_bytes(), 9))) > FURTHER_PAGE
        and path.relative_to(site).parts[0] not in LONG
    }
    assert heavy == {}


def test_module_and_list_pages_stay_light(site: Path) -> None:
    heavy = {
        path.relative_to(site).as_posix(): size
        for path in site.rglob("*.html")
        if "downloads/en" not in path.as_posix()
        and (size := len(gzip.compress(path.read_bytes(), 9))) > (60 if "run" in path.parts else 50) * KB
    }
    assert heavy == {}


def test_handout_page_with_its_pictures(site: Path) -> None:
    for path in (site / "handouts").rglob("*.html"):
        assert len(gzip.compress(path.read_bytes(), 9)) <= HANDOUT_PAGE, path


def test_all_pages_together(site: Path) -> None:
    pages = [path for path in site.rglob("*.html") if "downloads/en" not in path.as_posix()]
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in pages) <= ALL_PAGES


def test_nothing_that_no_reader_needs(site: Path) -> None:
    assert list(site.rglob("*.map")) == []
    assert list((site / "assets" / "javascripts" / "lunr").rglob("*.js")) == []


def test_search_index_is_fetched_by_those_who_search(browser: Browser, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert not any("search_index" in url for url in asked)
    page.keyboard.press("/")
    page.keyboard.type("needle")
    page.wait_for_selector(".md-search-result__item")
    assert any("search_index" in url for url in asked)
    page.close()
