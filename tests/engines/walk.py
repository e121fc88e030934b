"""One walk through a built manual, whatever built it and whatever it is about, and all that is wrong on its way."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from playwright.sync_api import Browser, Error, Page, Request

from tests.browser import forgetful
from tests.links import tree

LINK = """name => {
  const wanted = new RegExp(name), root = new URL(document.querySelector("a.md-logo, .md-header a").href, location.href)
  const links = [...document.querySelectorAll("article a[href]")]
  const found = links.find(link => wanted.test(link.href.slice(new URL(".", root).href.length).split("#")[0]))
  if (found) { found.setAttribute("data-next", ""); return true }
  return false
}"""
"""Marks the first link of a page that leads to an address of this form."""

FOUND = """() => {
  const inside = [...document.querySelectorAll(".md-search a[href], dialog a[href]")]
  for (const one of document.querySelectorAll("*")) { if (one.shadowRoot) inside.push(...one.shadowRoot.querySelectorAll("a[href]")) }
  return inside.some(link => link.href.includes("/handouts/") && link.checkVisibility())
}"""
"""Whether a search shows a handout among what it found. That of Zensical stands in a tree of its own."""


class Walk:
    """A page in a browser that remembers what went wrong."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.page: Page = forgetful(browser)
        self.address = address
        self.wrong: list[str] = []
        self.page.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", lambda asked: self._note(asked.url))
        self.page.on("requestfailed", self._failed)

    def _note(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.wrong.append(f"asked outside: {url}")

    def _failed(self, asked: Request) -> None:
        # Who follows a link breaks off what the page before was still loading.
        if asked.failure != "net::ERR_ABORTED":
            self.wrong.append(f"failed: {asked.url}: {asked.failure}")

    def open(self, path: str = "") -> None:
        """Goes to a page."""
        self.page.goto(f"{self.address}/{path}", wait_until="load")

    def follow(self, form: str) -> None:
        """Clicks the first link of the page to an address of this form. Raises AssertionError where there is none."""
        before = self.page.url
        assert self.page.evaluate(LINK, form), f"{before} has no link to {form}"
        self.page.locator("[data-next]").first.click()
        self.page.wait_for_url(lambda url: urldefrag(url)[0] != urldefrag(before)[0])
        self.page.wait_for_load_state("load")


def look(walk: Walk) -> None:
    """The first page has its style sheet and its own fonts."""
    walk.open()
    assert walk.page.locator("h1").first.is_visible()
    colour = walk.page.locator(".ws-door").first.evaluate(
        "door => getComputedStyle(door).borderTopWidth + getComputedStyle(door).display"
    )
    assert colour not in {"0pxblock", "0pxinline"}, "the style sheet is not there"
    assert walk.page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts].some(one => one.status === 'loaded'))"
    )


def paper(walk: Walk) -> None:
    """From the first page to a handout."""
    walk.open()
    walk.follow(r"^handouts/$")
    walk.follow(r"^handouts/[a-z0-9-]+/$")
    assert walk.page.locator("article .ws-sheet").first.is_visible()


def days(walk: Walk) -> None:
    """Through all sessions by the clock, each by the link to the next."""
    walk.open()
    walk.follow(r"^programmes/[a-z0-9-]+/$")
    planned = walk.page.locator(".ws-agenda a").count()
    walk.follow(r"^programmes/[a-z0-9-]+/[a-z0-9-]+/$")
    seen = 1
    while (following := walk.page.locator(".ws-aside nav a", has_text="→")).count():
        with walk.page.expect_navigation():
            following.first.click()
        walk.page.locator(".ws-clock").first.wait_for()
        seen += 1
        assert seen <= planned, "the walk goes round in circles"
    assert seen == planned


def run_sheet(walk: Walk) -> None:
    """The script of the day is at work, and its style sheet is there."""
    walk.open()
    walk.follow(r"^run/[a-z0-9-]+/$")
    panel = walk.page.locator("#ws-run-panel")
    panel.wait_for(state="visible")
    assert panel.locator("button").count()
    assert walk.page.locator("link[href*='run.css']").count() == 1


def check(walk: Walk) -> None:
    """An answer to a knowledge check is judged."""
    walk.open()
    walk.follow(r"^modules/$")
    walk.follow(r"^modules/[a-z0-9-]+/$")
    walk.follow(r"^modules/[a-z0-9-]+/check/$")
    walk.page.locator(".ws-question .ws-check label").first.click()
    button = walk.page.locator(".ws-question").first.locator("button")
    if button.count():
        button.first.click()
    walk.page.locator(".ws-feedback.is-right, .ws-feedback.is-wrong").first.wait_for()


def source(walk: Walk) -> None:
    """A figure leads to its source, where the manual names any."""
    walk.open("reference/facts/")
    cite = walk.page.locator("article a.ws-cite")
    if cite.count():
        anchor = str(cite.first.get_attribute("href")).partition("#")[2]
        cite.first.click()
        walk.page.wait_for_url(re.compile(r"/reference/sources/.*#"))
        assert walk.page.locator(f"[id='{anchor}']").is_visible()


def search(walk: Walk) -> None:
    """Search finds a handout by its title; each generator has a search of its own, and all open by a key."""
    paper(walk)
    title = walk.page.locator("article h1").first.inner_text()
    walk.open()
    walk.page.wait_for_load_state("networkidle")
    walk.page.keyboard.press("/")
    walk.page.wait_for_timeout(500)
    walk.page.keyboard.type(title, delay=20)
    walk.page.wait_for_function(FOUND)


def narrow(walk: Walk) -> None:
    """Nothing stands beside the screen of a phone."""
    for path in ("", "handouts/", "modules/", "reference/facts/"):
        walk.open(path)
        wide = walk.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"/{path} is {wide} px too wide"


STEPS: tuple[tuple[Callable[[Walk], None], int], ...] = (
    (look, 1280), (paper, 1280), (days, 1280), (run_sheet, 390), (check, 1280), (source, 1280), (search, 1280), (narrow, 390),
)  # fmt: skip
"""Each step, and the width of its screen."""


def walked(browser: Browser, address: str, patience: int = 30_000) -> list[str]:
    """Everything that is wrong, in words: `["search: Timeout 30000ms exceeded"]`; empty for a manual that works."""
    wrong = []
    walk = Walk(browser, address)
    walk.page.set_default_timeout(patience)
    for step, width in STEPS:
        walk.page.set_viewport_size({"width": width, "height": 900})
        try:
            step(walk)
        except (AssertionError, Error) as error:
            wrong.append(f"{step.__name__}: {str(error).splitlines()[0] if str(error) else 'failed'}")
        wrong.extend(f"{step.__name__}: {one}" for one in walk.wrong)
        walk.wrong.clear()
    walk.page.close()
    return wrong


def broken_links(site: Path) -> list[str]:
    """Every link and file that a page names and that is not there: `"handouts/index.html: ../downloads/a.pdf"`."""
    pages = {
        path: tree(path) for path in sorted(site.rglob("*.html")) if "downloads" not in path.relative_to(site).parts
    }
    anchors = {path: {str(id_) for id_ in page.xpath("//@id")} for path, page in pages.items()}
    wrong = []
    for path, page in pages.items():
        if path.name == "404.html":
            continue
        here = path.relative_to(site).as_posix()
        named = map(str, page.xpath("//*[not(@rel='canonical')]/@*[name()='href' or name()='src']"))
        for link in named:
            target = urlsplit(urljoin(f"http://site.invalid/{here}", link))
            found = site / unquote(target.path).lstrip("/")
            found = found / "index.html" if found.is_dir() else found
            lost = target.fragment and unquote(target.fragment) not in anchors.get(found, {unquote(target.fragment)})
            if target.netloc == "site.invalid" and (lost or not found.is_file()):
                wrong.append(f"{here}: {link}")
    return wrong
