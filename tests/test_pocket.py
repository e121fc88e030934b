"""The manual on a phone in a bad network: what is kept is what the build made, or it is not kept."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import CONFIG, build_site, store

PORTAL = b"<!doctype html><title>Log in</title><h1>Please log in to this network</h1>"
KEEP, YES, FORGET = "Keep this manual on this phone", "Keep it", "Remove it from this device"
STATES = (
    "navigator.serviceWorker.getRegistration().then(one => one && [one.active, one.waiting].map(w => w && w.state))"
)


class Network:
    """A server on this machine whose network can be a bad one."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.portal_for = ""
        """Addresses that hold this are answered with a page to log in, status 200."""
        self.asked: list[str] = []
        network = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                """Says nothing."""

            def do_GET(self) -> None:
                """Answers as the network is."""
                network.asked.append(self.path)
                if network.portal_for and network.portal_for in self.path:
                    self.send_response(200)
                    self.send_header("Content-Type", "text/html")
                    self.send_header("Content-Length", str(len(PORTAL)))
                    self.end_headers()
                    self.wfile.write(PORTAL)
                else:
                    super().do_GET()

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture(scope="module")
def built(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small manual."""
    root = tmp_path_factory.mktemp("pocket")
    shutil.copytree(small_source, root / "curriculum")
    (root / "docs").mkdir()
    (root / "docs" / "about.md").write_text("# About us\n\nWritten by hand.\n")
    (root / "mkdocs.yml").write_text(CONFIG + "nav: [{About: about.md}]\n")
    (root / ".cache").symlink_to(store("small"))
    done = build_site(root)
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.fixture
def network(built: Path, tmp_path: Path) -> Iterator[Network]:
    """The small manual on a server; a copy that a test may change."""
    network = Network(Path(shutil.copytree(built, tmp_path / "site")))
    yield network
    network.server.shutdown()
    network.server.server_close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that has never seen the manual."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context
    context.close()


def _keep(page: Page) -> None:
    page.get_by_role("button", name=KEEP).click()
    page.get_by_role("button", name=YES).click()


def _kept(page: Page, network: Network) -> None:
    page.goto(network.address)
    _keep(page)
    page.get_by_role("button", name=FORGET).wait_for()


def _unfold(page: Page) -> None:
    """Shows the files beyond the first one."""
    page.locator(".ws-other-files > summary").first.click()


def _cached(page: Page) -> str:
    """All texts of all that is kept."""
    code = """async () => { let all = ""; for (const name of await caches.keys()) { const cache = await caches.open(name)
      for (const key of await cache.keys()) all += await (await cache.match(key)).text() } return all }"""
    return str(page.evaluate(code))


def _kept_paths(page: Page) -> set[str]:
    """The path of each file that is kept, as a server is asked for it."""
    code = """async () => { const all = []; for (const name of await caches.keys())
      for (const key of await (await caches.open(name)).keys()) all.push(new URL(key.url).pathname); return all }"""
    return set(page.evaluate(code))


@pytest.mark.parametrize("where", ["handouts/", "assets/stylesheets", "404.html"])
def test_a_page_to_log_in_is_never_kept(phone: BrowserContext, network: Network, where: str) -> None:
    page = phone.new_page()
    page.goto(network.address)
    network.portal_for = where
    _keep(page)
    page.get_by_text("wants you to log in first").wait_for()
    assert page.evaluate(STATES) is None
    assert "Please log in" not in _cached(page)
    before = _kept_paths(page)
    # The page of what is missing is among the first that are asked for: nothing else may have arrived yet.
    assert before or where == "404.html"
    # The network is good again: it goes on where it broke off.
    network.portal_for = ""
    network.asked.clear()
    _keep(page)
    page.get_by_role("button", name=FORGET).wait_for()
    # Only search engines ask for it; robots.txt is kept, as the page of what is missing finds the root by it.
    assert (network.site / "sitemap.xml").is_file()
    assert "/sitemap.xml" not in network.asked
    assert [path for path in network.asked if path in before] == []
    assert network.asked
    phone.set_offline(offline=True)
    page.goto(network.address + "handouts/")
    assert page.locator("h1").is_visible()
    assert page.locator("text=Please log in").count() == 0


def test_a_new_version_with_a_wrong_file_leaves_the_old_one(phone: BrowserContext, network: Network) -> None:
    page = phone.new_page()
    _kept(page, network)
    _change(network, "Second edition")
    network.portal_for = "about/"
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update()).catch(() => null)")
    page.wait_for_function("navigator.serviceWorker.getRegistration().then(one => !one.installing && !one.waiting)")
    page.goto(network.address + "about/")
    assert "Written by hand" in page.locator("article").inner_text()


def test_what_an_earlier_version_kept_wrongly_is_not_taken_over(phone: BrowserContext, network: Network) -> None:
    page = phone.new_page()
    _kept(page, network)
    spoil = """async () => { const [name] = await caches.keys(), cache = await caches.open(name)
      await cache.put(new URL("handouts/", location.href).href, new Response("Please log in")) }"""
    page.evaluate(spoil)
    # From here on the page is one of the version that is kept.
    page.reload()
    _change(network, "Second edition")
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
    with page.expect_navigation():
        page.get_by_role("button", name="Use the newer version").click()
    page.get_by_role("button", name=FORGET).wait_for()
    page.wait_for_function("caches.keys().then(names => names.length === 1)")
    assert "Please log in" not in _cached(page)
    page.goto(network.address + "about/")
    assert "Second edition" in page.locator("article").inner_text()


def test_no_page_meets_files_of_another_version(phone: BrowserContext, network: Network) -> None:
    """An open page of the old version asks for a style sheet again after the new version has arrived."""
    page, other = phone.new_page(), phone.new_page()
    _kept(page, network)
    page.goto(network.address)
    other.goto(network.address + "about/")
    before = _style(other)
    _change(network, "Second edition")
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
    page.get_by_role("button", name="Use the newer version").wait_for()
    assert _style(other) == before
    assert page.evaluate(STATES) == ["activated", "installed"]
    page.get_by_role("button", name="Use the newer version").click()
    page.get_by_text("Close the other pages of this manual first").wait_for()
    assert _style(other) == before
    other.close()
    # Whoever asked twice gets the page anew once: a second time would break off the first.
    begun: list[str] = []
    page.on("request", lambda asked: begun.append(asked.url) if asked.is_navigation_request() else None)
    with page.expect_navigation():
        page.get_by_role("button", name="Use the newer version").click()
    page.wait_for_function(
        "navigator.serviceWorker.controller && navigator.serviceWorker.controller.state === 'activated'"
    )
    assert "Second edition" in _style(page)
    assert begun == [network.address]


def _style(page: Page) -> str:
    return str(page.evaluate("fetch(new URL('/assets/workshop/workshop.css', location.href)).then(one => one.text())"))


def _change(network: Network, words: str) -> None:
    """A new version on the server: other words on a page, and another style sheet."""
    from mkdocs_workshop.site.phone import pocket

    page, style = network.site / "about" / "index.html", network.site / "assets" / "workshop" / "workshop.css"
    page.write_text(page.read_text("utf-8").replace("Written by hand", words), "utf-8")
    style.write_text(style.read_text("utf-8") + f"\n/* {words} */\n", "utf-8")
    pocket(network.site)


def test_what_is_not_on_the_device_is_said_and_not_offered(phone: BrowserContext, network: Network) -> None:
    page = phone.new_page()
    _kept(page, network)
    assert "Word files, slides and ZIPs need one" in page.locator("#ws-pocket").inner_text()
    page.goto(network.address + "handouts/first-module-card/")
    word, paper = page.locator("article a[href$='.docx']"), page.locator("article a[href$='card.pdf']")
    offered = word.count()
    assert offered
    assert page.locator(".ws-needs-network").count() == 0
    phone.set_offline(offline=True)
    _unfold(page)
    page.locator(".ws-needs-network").first.wait_for()
    assert word.count() == 0
    assert paper.count()
    assert page.get_by_text("Needs a network").count() >= offered
    page.reload()
    _unfold(page)
    page.locator(".ws-needs-network").first.wait_for()
    page.goto(network.address + "no-such-page/")
    page.get_by_text("You have no network now").wait_for()
    phone.set_offline(offline=False)
    page.goto(network.address + "handouts/first-module-card/")
    assert word.count() == offered


def test_it_asks_for_space_that_lasts_and_shows_how_far_it_is(phone: BrowserContext, network: Network) -> None:
    page = phone.new_page()
    page.add_init_script(
        """window.asked = 0; navigator.storage.persist = () => { asked += 1; return Promise.resolve(true) }
        window.seen = []
        navigator.serviceWorker.addEventListener("message", event => seen.push([event.data.bytes, event.data.of]))"""
    )
    page.goto(network.address)
    assert page.evaluate("asked") == 0
    page.get_by_role("button", name=KEEP).click()
    page.get_by_role("button", name=YES).click()
    page.get_by_role("button", name=FORGET).wait_for()
    assert page.evaluate("asked") == 1
    seen = page.evaluate("seen")
    assert len(seen) > 10
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] > 0.9 * seen[-1][1]
    assert not page.locator("#ws-pocket progress").is_visible()


def test_two_presses_in_a_hurry_ask_for_the_size_once(phone: BrowserContext, network: Network) -> None:
    page = phone.new_page()
    page.goto(network.address)
    page.locator("#ws-pocket button").first.evaluate("button => { button.click(); button.click() }")
    page.get_by_role("button", name=YES).wait_for()
    page.wait_for_load_state("networkidle")
    assert sum(path.endswith("pocket.json") for path in network.asked) == 1


def test_the_progress_is_seen(phone: BrowserContext, network: Network) -> None:
    page = phone.new_page()
    page.goto(network.address)
    page.get_by_role("button", name=KEEP).click()
    page.evaluate("void (navigator.serviceWorker.register = () => new Promise(() => 0))")
    page.get_by_role("button", name=YES).click()
    bar = page.get_by_role("progressbar", name="How much of the manual has arrived")
    assert bar.is_visible()
    page.evaluate(
        "navigator.serviceWorker.dispatchEvent(new MessageEvent('message', {data: {manual: 'progress', bytes: 5e6, of: 2e7}}))"
    )
    assert page.get_by_text("5.0 / 20.0 MB").is_visible()
    assert bar.evaluate("bar => bar.position") == 0.25


def test_the_page_that_is_missing_leads_to_pages_that_are_there(phone: BrowserContext, network: Network) -> None:
    page = phone.new_page()
    page.goto(network.address + "404.html")
    for link in page.locator(".ws-doors a").all():
        address = link.evaluate("link => link.href")
        assert page.request.get(address).ok, address
        assert address.endswith("/")
