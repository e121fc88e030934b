"""The page of what is missing, of a site in a folder below the root of its server, when nobody has said which."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from mkdocs_workshop.site.missing import PAGE, at_any_depth
from tests.browser import served
from tests.conftest import build_site

FOLDER = "training/manual"


@pytest.fixture
def server(project: Path, tmp_path: Path) -> Path:
    """What a server shows: the small site two folders down, and its page of what is missing at several depths."""
    done = build_site(project, options={"documents": False})
    assert done.returncode == 0, done.stderr
    server = tmp_path / "server"
    server.mkdir()
    (project / "site").rename(server / "site")
    (server / "training").mkdir()
    (server / "site").rename(server / FOLDER)
    return server


def test_it_works_at_any_depth(server: Path, browser: Browser) -> None:
    missing = (server / FOLDER / PAGE).read_bytes()
    for way in ("no", "no/such/page"):
        (server / FOLDER / way).mkdir(parents=True, exist_ok=True)
        (server / FOLDER / way / "index.html").write_bytes(missing)
    with served(server) as address:
        page = browser.new_context().new_page()
        for way in ("no/", "no/such/page/", PAGE):
            page.goto(f"{address}/{FOLDER}/{way}")
            page.keyboard.press("/")
            page.keyboard.type("module")
            page.locator(".md-search-result__item").first.wait_for()
            links = page.locator("a[href]").evaluate_all("links => links.map(link => link.href.split('#')[0])")
            own = sorted({link for link in links if link.startswith(address)})
            assert f"{address}/{FOLDER}/modules/" in own
            assert [link for link in own if not page.request.get(link).ok] == []
            assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)")
            assert page.evaluate("__md_scope.pathname") == f"/{FOLDER}/"
        page.context.close()


def test_without_scripts_it_stands_at_the_root(server: Path) -> None:
    page = BeautifulSoup((server / FOLDER / PAGE).read_text("utf-8"), "lxml")
    assert [base["href"] for base in page.select("base")] == ["/"]


@pytest.mark.parametrize(
    ("template", "site_url", "base"),
    [(PAGE, "", "."), (PAGE, "https://example.org/manual/", "/"), ("sitemap.xml", "", "/")],
)
def test_an_address_that_is_known_is_kept(template: str, site_url: str, base: str) -> None:
    context = {"base_url": "/"}
    at_any_depth(context, template, site_url)
    assert context == {"base_url": base, "seeks_root": base == "."}
