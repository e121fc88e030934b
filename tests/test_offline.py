"""Without a network: the copy on a stick, opened from the disk, and the manual that a phone has kept."""

import hashlib
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, Route

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.build import COMPOSED
from mkdocs_workshop.stick import stick_name
from tests.browser import served
from tests.conftest import ROOT, build_site


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped manual as an offline copy, unpacked."""
    folder = tmp_path_factory.mktemp("stick")
    root = folder / "project"
    root.mkdir()
    for name in ("curriculum", "docs"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / ".cache").symlink_to(ROOT / ".cache")
    before = Path.cwd()
    os.chdir(root)
    try:
        assert main(["build", "--offline"]) == 0
    finally:
        os.chdir(before)
    found = list((root / "dist").glob("*.zip"))
    assert [path.name for path in found] == ["side-by-side-0.1.0-en.zip"]
    with zipfile.ZipFile(found[0]) as archive:
        archive.extractall(folder / "stick")
    return folder / "stick"


STATE = """navigator.serviceWorker.getRegistration().then(found =>
  [found.active, found.waiting, found.installing].map(worker => worker && worker.state))"""
"""How far the workers of a page are: the one at work, the one that waits, the one that is being installed."""


class Cut:
    """A page in a browser whose network is cut; it remembers what was asked for all the same."""

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context(viewport={"width": 390, "height": 844})
        self.complaints: list[str] = []
        self.context.route("http*://**", self._refuse)
        self.page: Page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.page.on("requestfailed", lambda asked: self.complaints.append(asked.url))

    def _refuse(self, route: Route) -> None:
        self.complaints.append(route.request.url)
        route.abort()


@pytest.fixture
def cut(browser: Browser) -> Iterator[Cut]:
    """At its end nothing may have been asked for, and nothing gone wrong."""
    cut = Cut(browser)
    yield cut
    cut.context.close()
    assert cut.complaints == []


def test_from_the_disk_home_search_handout_download(cut: Cut, stick: Path) -> None:
    page = cut.page
    page.goto((stick / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("exposure card")
    page.locator(".md-search-result__item a").first.click()
    page.locator("h1").wait_for()
    assert "/handouts/" in page.url
    link = page.locator("a.ws-download").first.get_attribute("href")
    assert link is not None
    target = Path(page.url.removeprefix("file://").partition("?")[0]).parent / link
    assert target.resolve().read_bytes()


def test_from_the_disk_run_sheet_and_next(cut: Cut, stick: Path) -> None:
    page = cut.page
    page.goto((stick / "index.html").as_uri())
    page.get_by_role("link", name="Run the day").click()
    page.locator(".ws-run-now-title").wait_for()
    page.get_by_role("button", name="We start now").click()
    first = page.locator(".ws-run-now-title").inner_text()
    page.get_by_role("button", name="Done, next").click()
    assert page.locator(".ws-run-now-title").inner_text() != first


def test_from_the_disk_the_fonts_are_ours(cut: Cut, stick: Path) -> None:
    page = cut.page
    page.goto((stick / "index.html").as_uri())
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Source Sans 3\"'))")
    assert page.evaluate("[...document.fonts].some(font => font.status === 'loaded')")


def test_every_link_of_every_page_leads_to_a_file(stick: Path) -> None:
    dead = set()
    for path in stick.rglob("*.html"):
        if "downloads/en" in path.as_posix():
            continue
        for node in BeautifulSoup(path.read_text("utf-8"), "html.parser").select("[href], [src]"):
            address = str(node.get("href") or node.get("src")).partition("#")[0].partition("?")[0]
            if address and ":" not in address and not (path.parent / address).resolve().is_file():
                dead.add((path.relative_to(stick).as_posix(), address))
    assert dead == set()


def test_checksums_are_right_and_whole(stick: Path) -> None:
    done = subprocess.run(
        ["sha256sum", "--strict", "--quiet", "--check", "CHECKSUMS.txt"], cwd=stick, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr
    listed = {line.partition("  ")[2] for line in (stick / "CHECKSUMS.txt").read_text("utf-8").splitlines()}
    there = {path.relative_to(stick).as_posix() for path in stick.rglob("*") if path.is_file()}
    assert listed == there - {"CHECKSUMS.txt"}


def test_read_me_says_what_to_open(stick: Path) -> None:
    text = (stick / "READ-ME.txt").read_bytes().decode("utf-8-sig")
    assert "index.html" in text
    assert "\r\n" in text
    assert text.replace("\r\n", "").find("\n") == -1


def test_nothing_that_only_a_server_needs(stick: Path) -> None:
    assert not any((stick / name).exists() for name in ("sw.js", "sitemap.xml", "404.html", "search/search_index.json"))


def test_the_same_zip_every_time(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    assert main(["build", "--offline", "--out", "one.zip"]) == 0
    assert main(["build", "--offline", "--out", "two.zip"]) == 0
    assert (project / "one.zip").read_bytes() == (project / "two.zip").read_bytes()
    assert not (project / COMPOSED).exists()
    assert not (project / "site").exists()


def test_a_curriculum_with_mistakes_gives_no_copy(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    (project / "curriculum" / "curriculum.yml").write_text("titel: A\n", "utf-8")
    assert main(["build", "--offline", "--out", "one.zip"]) == 1
    assert not (project / "one.zip").exists()


def test_names_of_copies() -> None:
    assert stick_name("Side by Side. Police", "1.0", "en", "facilitator") == "side-by-side-1.0-en.zip"
    assert stick_name("Порядок", "1.0", "ru", "participant") == "manual-1.0-ru-participant.zip"


def test_a_phone_keeps_the_manual_when_asked(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    with served(site) as address:
        page.goto(address)
        assert context.service_workers == [], "nothing is kept before somebody asks"
        page.get_by_role("button", name="Keep this manual on this phone").click()
        weight = json.loads((site / "pocket.json").read_text("utf-8"))
        size = f"{weight['bytes'] / 1e6:.1f} MB"
        page.get_by_role("button", name="Keep it").wait_for()
        assert size in page.locator("#ws-pocket p").inner_text()
        page.get_by_role("button", name="Keep it").click()
        page.get_by_role("button", name="Remove it from this device").wait_for(timeout=60_000)
    # The server is gone. A page that was never opened opens all the same.
    page.goto(f"{address}/run/two-day/")
    page.locator(".ws-run-now-title").wait_for()
    page.goto(f"{address}/handouts/exposure-card/")
    assert page.locator("article .ws-sheet").is_visible()
    page.keyboard.press("/")
    page.keyboard.type("naloxone")
    page.locator(".md-search-result__item").first.wait_for()
    page.goto(f"{address}/no-such-page/")
    assert page.locator("h1").inner_text() == "This page is not here"
    page.goto(address)
    page.get_by_role("button", name="Remove it from this device").click()
    page.get_by_role("button", name="Keep this manual on this phone").wait_for()
    assert page.evaluate("caches.keys()") == []
    context.close()


def test_what_is_kept_changes_its_name_with_its_content(site: Path) -> None:
    script = (site / "sw.js").read_text("utf-8")
    kept = json.loads(script.partition("\n")[0].removeprefix("const KEPT = "))
    assert kept["hash"] == json.loads((site / "pocket.json").read_text("utf-8"))["hash"]
    assert "./" in kept["files"]
    assert "run/two-day/" in kept["files"]
    assert not any(path.endswith(".zip") for path in kept["files"])
    page = (site / "run" / "two-day" / "index.html").read_bytes()
    assert hashlib.sha256(page).hexdigest().startswith(kept["files"]["run/two-day/"])


def test_a_new_version_fetches_only_what_changed(browser: Browser, project: Path) -> None:
    """The phone of somebody who kept the manual before it changed."""
    assert build_site(project).returncode == 0
    site = project / "site"
    context = browser.new_context()
    page = context.new_page()
    with served(site) as address:
        page.goto(address)
        page.get_by_role("button", name="Keep this manual on this phone").click()
        page.get_by_role("button", name="Keep it").click()
        page.get_by_role("button", name="Remove it from this device").wait_for()
        names = page.evaluate("caches.keys()")
        (project / "docs" / "about.md").write_text("# About us\n\nWritten anew.\n")
        assert build_site(project).returncode == 0
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url) if request.service_worker else None)
        page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")
        for _ in range(100):
            if page.evaluate("caches.keys()") not in (names, []) and len(page.evaluate("caches.keys()")) == 1:
                break
            page.wait_for_timeout(100)
        assert page.evaluate("caches.keys()") != names
        for _ in range(100):
            if page.evaluate(STATE) == ["activated", None, None]:
                break
            page.wait_for_timeout(100)
        assert page.evaluate(STATE) == ["activated", None, None]
    page.goto(f"{address}/about/")
    assert page.locator("article").inner_text().find("Written anew") >= 0
    fetched = {url.removeprefix(address) for url in asked if not url.endswith("sw.js")}
    assert "/about/" in fetched
    assert "/handouts/" not in fetched
    context.close()
