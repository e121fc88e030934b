"""Without a network: the copy on a stick, opened from the disk, and the manual that a phone has kept."""

import hashlib
import json
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Locator, Page, Request
from pypdf import PdfReader

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.site.offline import stick_name
from tests.browser import served
from tests.conftest import BUILD_ENVIRONMENT, EXAMPLE, build_site, copy_project, workshop
from tests.links import tree
from tests.reading import text_of
from tests.warm import ran, started


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as an offline copy, unpacked."""
    folder = tmp_path_factory.mktemp("stick")
    root = folder / "project"
    copy_project(EXAMPLE, root, "stick")
    done = workshop(root, "build", "--offline", "--language", "en")
    assert done.returncode == 0, done.stderr
    found = list((root / "dist").glob("*.zip"))
    assert [path.name for path in found] == ["side-by-side-0.1.0-en.zip"]
    with zipfile.ZipFile(found[0]) as archive:
        archive.extractall(folder / "stick")
    return folder / "stick"


STATE = """navigator.serviceWorker.getRegistration().then(found =>
  [found.active, found.waiting, found.installing].map(worker => worker && worker.state))"""
"""How far the workers of a page are: the one at work, the one that waits, the one that is being installed."""


FROM_A_DISK = ("file:", "data:", "blob:")
"""How addresses begin that need no network."""


class Cut:
    """A page in a browser whose network is cut; it remembers what was asked for all the same, by any of its windows."""

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context(viewport={"width": 390, "height": 844}, offline=True)
        self.complaints: list[str] = []
        self.context.on("request", self._note)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.context.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.context.on("requestfailed", self._failed)
        self.page: Page = self.context.new_page()

    def _failed(self, asked: Request) -> None:
        # Who follows a link breaks off what the page before was still loading.
        if asked.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{asked.url}: {asked.failure}")

    def _note(self, asked: Request) -> None:
        if not asked.url.startswith(FROM_A_DISK):
            self.complaints.append(asked.url)

    def file_behind(self, link: Locator) -> Path:
        """The file to which a link of the page leads."""
        address = link.evaluate("link => link.href")
        assert address.startswith("file://"), address
        return Path(unquote(address.removeprefix("file://").partition("#")[0].partition("?")[0]))


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
    page.keyboard.type("exposure report")
    page.locator(".md-search-result__item a").first.click()
    page.locator("h1").wait_for()
    assert "/handouts/" in page.url
    assert "exposure" in page.locator("h1").inner_text().lower()
    paper = PdfReader(cut.file_behind(page.locator("a.ws-download[href$='.pdf']").first))
    assert "exposure" in paper.pages[0].extract_text().lower()
    found = cut.file_behind(page.locator("a.ws-download[href$='.docx']").first)
    assert "exposure" in text_of(found.name, found.read_bytes()).lower()


def test_from_the_disk_run_sheet_and_next(cut: Cut, stick: Path) -> None:
    page = cut.page
    page.goto((stick / "index.html").as_uri())
    page.get_by_role("link", name="Run the day").click()
    page.locator(".ws-run-now-title").wait_for()
    page.get_by_label("Now, at the moment I tap").check()
    page.get_by_role("button", name="Open: Day 1").click()
    sure = page.get_by_role("button", name="Yes, begin at")
    if sure.count():
        sure.click()
    first = page.locator(".ws-run-now-title").inner_text()
    page.locator(".ws-run-on").click()
    assert page.locator(".ws-run-now-title").inner_text() != first


def test_from_the_disk_slides_and_the_view_of_the_speaker(cut: Cut, stick: Path) -> None:
    page = cut.page
    page.goto((stick / "modules" / "occupational-safety" / "index.html").as_uri())
    page.goto(cut.file_behind(page.locator("a[href$='slides/occupational-safety.html']").first).as_uri())
    where = page.locator("#where")
    first = page.locator(".slide:visible h2").inner_text()
    assert where.inner_text().startswith("1 / ")
    page.keyboard.press("ArrowRight")
    assert where.inner_text().startswith("2 / ")
    assert page.locator(".slide:visible h2").inner_text() != first
    assert page.locator("#speaker").count() == 0, "the copy for participants has no notes to show"

    page.goto((stick / "modules" / "occupational-safety" / "index.html").as_uri())
    page.goto(cut.file_behind(page.locator("a[href$='slides/occupational-safety-notes.html']").first).as_uri())
    with cut.context.expect_page() as opened:
        page.keyboard.press("s")
    room = opened.value
    page.keyboard.press("ArrowRight")
    page.locator(".notes:visible").wait_for()
    room.wait_for_function("document.getElementById('where').textContent.startsWith('2 /')")
    assert room.locator(".notes:visible").count() == 0


def test_the_papers_of_every_zip_lie_side_by_side(stick: Path, site: Path) -> None:
    """The copy leaves out the ZIPs of papers, and nothing else."""
    bundles = [path for kind in ("pack", "all-handouts", "trainer-pack") for path in _downloads(site, kind)]
    assert len(bundles) > 5
    for bundle in bundles:
        with zipfile.ZipFile(bundle) as archive:
            for name in archive.namelist():
                assert (stick / "downloads" / "en" / name).read_bytes() == archive.read(name), bundle.name
    there = {path.relative_to(site) for path in _downloads(site)} - {path.relative_to(site) for path in bundles}
    assert {path.relative_to(stick) for path in _downloads(stick)} == there


def _downloads(folder: Path, kind: str = "") -> list[Path]:
    return [path for path in (folder / "downloads" / "en" / kind).rglob("*") if path.is_file()]


def test_no_page_offers_what_the_copy_leaves_out(stick: Path) -> None:
    listed = json.loads((stick / "downloads" / "manifest.json").read_text("utf-8"))["downloads"]
    assert {entry["path"] for entry in listed} == {path.relative_to(stick).as_posix() for path in _downloads(stick)}
    home = (stick / "index.html").read_text("utf-8")
    assert "All papers in one ZIP" not in home
    assert "All files" in home


def test_from_the_disk_the_fonts_are_ours(cut: Cut, stick: Path) -> None:
    page = cut.page
    page.goto((stick / "index.html").as_uri())
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Source Sans 3\"'))")
    assert page.evaluate("[...document.fonts].some(font => font.status === 'loaded')")


def test_every_link_of_every_page_leads_to_a_file(stick: Path) -> None:
    dead = set()
    for path in stick.rglob("*.html"):
        for target in tree(path).xpath("//@href | //@src"):
            address = str(target).partition("#")[0].partition("?")[0]
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
    assert "downloads/en," in text
    assert (stick / "downloads" / "en").is_dir()
    assert "\r\n" in text
    assert text.replace("\r\n", "").find("\n") == -1


def test_nothing_that_only_a_server_needs(stick: Path) -> None:
    assert not any((stick / name).exists() for name in ("sw.js", "sitemap.xml", "404.html", "search/search_index.json"))


def test_the_same_zip_every_time(project: Path) -> None:
    before = {path.name for path in project.iterdir()}
    command = ["mkdocs_workshop", "build", "--offline", "--out"]
    # Another interpreter has another order of sets.
    for run, name in ((ran, "one.zip"), (started, "two.zip")):
        done = run([*command, name], project, BUILD_ENVIRONMENT)
        assert done.returncode == 0, done.stderr
    assert (project / "one.zip").read_bytes() == (project / "two.zip").read_bytes()
    assert {path.name for path in project.iterdir()} == before | {"one.zip", "two.zip"}


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
    asked: list[str] = []
    with served(site, asked=asked) as address:
        page.goto(address)
        page.get_by_role("button", name="Keep this manual on this phone").click()
        page.get_by_role("button", name="Keep it").click()
        page.get_by_role("button", name="Remove it from this device").wait_for()
        names = page.evaluate("caches.keys()")
        # From here on the page is one of the version that is kept.
        page.reload()
        # A slow browser asks for the new version by itself while the site is built.
        asked.clear()
        (project / "docs" / "about.md").write_text("# About us\n\nWritten anew.\n")
        assert build_site(project).returncode == 0
        page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")
        page.get_by_role("button", name="Use the newer version").wait_for()
        assert page.evaluate(STATE) == ["activated", "installed", None]
    # The old version serves, to the last page, until somebody asks for the new one.
    page.goto(f"{address}/about/")
    assert "Written by hand" in page.locator("article").inner_text()
    page.goto(address)
    with page.expect_navigation():
        page.get_by_role("button", name="Use the newer version").click()
    page.get_by_role("button", name="Remove it from this device").wait_for()
    page.wait_for_function(f"{STATE}.then(states => states[0] === 'activated' && !states[1])")
    assert page.get_by_role("button", name="Use the newer version").count() == 0
    assert len(set(page.evaluate("caches.keys()")) - set(names)) == 1
    page.goto(f"{address}/about/")
    assert "Written anew" in page.locator("article").inner_text()
    assert "/about/" in asked
    assert "/handouts/" not in asked
    context.close()
