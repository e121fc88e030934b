"""Embed pages: small, silent, and usable in a frame of somebody else's site."""

import gzip
import re
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Frame

from mkdocs_workshop.documents.texts import Texts
from mkdocs_workshop.documents.tree.proof import lost, words_of
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.artifact import Artifact
from mkdocs_workshop.packages.embed import MOST, embed_pages
from tests.lms import all_of, fill, right, served, violations, watched

MODULE = "occupational-safety"
ADDRESS = f"/downloads/en/embed/module-{MODULE}.html"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
BARE = 17 * 1024
"""Bytes of a page as a server sends it, without its pictures and its letters."""


@pytest.fixture(scope="module")
def pages(example: Edition) -> dict[str, Artifact]:
    """Every embed page by its path."""
    return {page.path: page for page in embed_pages(example)}


def _text(page: Artifact) -> str:
    assert isinstance(page.content, str)
    return page.content


def test_every_module_and_every_handout_has_its_page(example: Edition, pages: dict[str, Artifact]) -> None:
    modules = example.curriculum.modules
    wanted = {f"downloads/en/embed/module-{id_}.html" for id_ in modules}
    wanted |= {f"downloads/en/embed/handout-{id_}.html" for parts in modules.values() for id_ in parts.handouts}
    wanted |= {
        f"downloads/en/embed/outcome-{id_}-{question.outcome}.html"
        for id_, parts in modules.items()
        for question in (parts.check.questions if parts.check else ())
    }
    assert set(pages) == wanted
    assert {page.role for page in pages.values()} == {"participant"}


def test_nothing_is_lost_on_the_way_to_the_page(example: Edition, pages: dict[str, Artifact]) -> None:
    from bs4 import BeautifulSoup

    texts, gone = Texts(example), []
    for parts in example.curriculum.modules.values():
        written = {f"module-{parts.id}": [section.text for section in parts.reading.sections] if parts.reading else []}
        written |= {
            f"handout-{id_}": [section.text for section in paper.sections] for id_, paper in parts.handouts.items()
        }
        for name, sections in written.items():
            found = BeautifulSoup(_text(pages[f"downloads/en/embed/{name}.html"]), "html.parser").get_text()
            gone += [f"{name}: {word}" for text in sections for word in lost(words_of(texts.blocks(text)), found)]
    assert gone == []


def test_pages_are_small(pages: dict[str, Artifact]) -> None:
    sizes = {}
    for path, page in pages.items():
        assert len(page.data) <= MOST, path
        bare = re.sub(r'<svg.*?</svg>|"[^"]*":"d09GMg[^"]*"', "", _text(page), flags=re.DOTALL)
        sizes[path] = len(gzip.compress(bare.encode(), 9))
    assert {path: size for path, size in sizes.items() if size > BARE} == {}


def test_pages_keep_nothing_and_ask_nobody_but_their_own_site(pages: dict[str, Artifact]) -> None:
    for path, page in pages.items():
        text = _text(page)
        assert not re.search(
            r"localStorage|sessionStorage|cookie|fetch\(|XMLHttpRequest|@import|@font-face|url\((?!#|data:)", text
        ), path
        assert not re.search(r"<(?:script|iframe|source)[^>]* src=|rel=\"stylesheet\"", text), path
        pictures = re.findall(r"<img[^>]* src=\"([^\"]*)\"", text)
        assert all(re.fullmatch(r"\.\./\.\./\.\./assets/drawings/[a-z-]+\.svg", way) for way in pictures), path


def test_pages_lead_to_the_manual(site: Any, pages: dict[str, Artifact]) -> None:
    """The page in the built site that a reader finds behind "open in a new window"."""
    for path, page in pages.items():
        built = site / path
        assert built.read_text("utf-8") == _text(page)
        addresses = set(re.findall(r'(?:rel="canonical" href|<a href)="(\.\.[^"]*)"', _text(page)))
        assert len(addresses) == 1, path
        assert (built.parent / addresses.pop()).resolve().is_file(), path


@pytest.fixture(scope="module")
def shelf(pages: dict[str, Artifact]) -> dict[str, bytes]:
    """The pages of the manual's server."""
    behind = {f"/modules/{MODULE}/index.html": b"<title>The manual</title>", "/favicon.ico": b""}
    return {f"/{path}": page.data for path, page in pages.items()} | behind


@pytest.fixture(scope="module")
def manual(shelf: dict[str, bytes]) -> Iterator[str]:
    """The address of the manual."""
    with served(shelf) as address:
        yield address


def _framed(
    browser: Browser, manual: str, academy: dict[str, bytes], address: str, path: str
) -> tuple[Frame, list[str]]:
    academy["/page.html"] = (
        f'<title>Course</title><iframe src="{manual}{path}" title="Lesson" loading="lazy" width="360" height="600" style="border:0"></iframe>'.encode()
    )
    page = browser.new_page(viewport={"width": 400, "height": 700})
    wrong = watched(page, manual, address)
    page.goto(f"{address}/page.html", wait_until="load")
    frame = page.frames[1]
    frame.locator("footer").wait_for(state="attached")
    return frame, wrong


def test_in_a_frame_of_another_site(browser: Browser, manual: str, example: Edition) -> None:
    academy: dict[str, bytes] = {"/favicon.ico": b""}
    check = example.curriculum.modules[MODULE].check
    assert check
    with served(academy) as address:
        frame, wrong = _framed(browser, manual, academy, address, ADDRESS)
        assert frame.evaluate("document.documentElement.scrollWidth") <= 360
        fill(frame, all_of(check, right))
        frame.locator("#submit").click()
        assert "100 %" in frame.locator("#result").inner_text()
        assert frame.url.endswith(ADDRESS)
        with frame.page.expect_popup() as opened:
            frame.locator("header a").click()
        assert opened.value.url.endswith(f"/modules/{MODULE}/index.html")
        opened.value.close()
        frame.page.close()
    assert wrong == []


def test_no_page_scrolls_sideways(browser: Browser, manual: str, shelf: dict[str, bytes]) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 600})
    wide = []
    for path in sorted(path for path in shelf if "/embed/" in path):
        page.goto(manual + path, wait_until="domcontentloaded")
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(path)
    page.close()
    assert wide == []


def test_pages_are_accessible(browser: Browser, manual: str) -> None:
    page = browser.new_page()
    faults = []
    for width in (388, 1280):
        for scheme in SCHEMES:
            page.set_viewport_size({"width": width, "height": 700})
            page.emulate_media(color_scheme=scheme)
            for path in (ADDRESS, "/downloads/en/embed/handout-exposure-card.html"):
                page.goto(manual + path)
                faults += [(path, width, scheme, found) for found in violations(page)]
    page.close()
    assert faults == []
