"""The whole site works under a Content-Security-Policy that forbids what is not its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.ground.placed import move_styles, style_sheet
from mkdocs_workshop.site.policy import inside, policy
from tests.browser import forgetful, served
from tests.conftest import CONFIG, build_site, store
from tests.faults import injection

PAGES = (
    "index.html",
    "404.html",
    "about/index.html",
    "academy/index.html",
    "cases/first-module-story/index.html",
    "downloads/index.html",
    "events/first-one/index.html",
    "forms/views/index.html",
    "handouts/first-module-card/index.html",
    "modules/index.html",
    "modules/first-module/index.html",
    "modules/first-module/check/index.html",
    "modules/first-module/slides/index.html",
    "prepare/check-before-you-teach/index.html",
    "programmes/one-day/index.html",
    "programmes/one-day/first-module/index.html",
    "reference/glossary/index.html",
    "run/one-day/index.html",
    "downloads/en/embed/module-first-module.html",
    "downloads/en/embed/handout-first-module-card.html",
    "downloads/en/slides/first-module.html",
    "downloads/en/slides/first-module-notes.html",
    "downloads/en/form/views.html",
)
"""One of each kind."""
HEAR = """
  window.refused = []
  addEventListener("securitypolicyviolation", event => refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`))
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small curriculum with every kind of file."""
    root = tmp_path_factory.mktemp("policy")
    injection.curriculum(root / "curriculum")
    (root / "docs").mkdir()
    (root / "docs" / "about.md").write_text("# About us\n\nWritten by hand.\n")
    (root / "mkdocs.yml").write_text(CONFIG + "nav: [{About: about.md}]\n")
    (root / ".cache").symlink_to(store("every-kind"))
    done = build_site(root)
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.fixture(scope="module")
def strict(built: Path) -> Iterator[str]:
    """Its address; the server sends the header."""
    with served(built, {"Content-Security-Policy": policy(built)}) as address:
        yield address


def test_no_page_holds_a_style_at_an_element(built: Path) -> None:
    found: dict[str, str] = {}
    for path in built.rglob("*.html"):
        move_styles(path.read_text("utf-8"), found)
    assert found == {}


def test_few_scripts_stand_inside_of_pages(built: Path) -> None:
    """Those of the theme, of slides, forms and pages to embed; each page of the site shares its scripts with the others."""
    texts = {text for path in built.rglob("*.html") for _, text in inside(path.read_text("utf-8"))}
    assert 0 < len(texts) < 25


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """One window for all pages, and what it complains of."""
    page, said = forgetful(browser), list[str]()
    page.add_init_script(HEAR)
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page, said
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_of_ours_is_refused(window: tuple[Page, list[str]], strict: str, path: str) -> None:
    page, said = window
    said.clear()
    page.goto(f"{strict}/{path}", wait_until="load")
    if path == "index.html":
        page.keyboard.press("/")
        page.keyboard.type("module")
        page.locator(".md-search-result__item").first.wait_for()
    assert page.evaluate("window.refused") == []
    assert [text for text in said if "404" not in text] == []


def test_a_script_of_somebody_else_is_refused(browser: Browser, built: Path, tmp_path: Path) -> None:
    """Without this, the test above could pass because the header says nothing."""
    header = {"Content-Security-Policy": policy(built)}
    site = tmp_path / "site"
    shutil.copytree(built, site)
    home = site / "index.html"
    home.write_text(home.read_text("utf-8").replace("</body>", "<script>window.ran = true</script></body>"), "utf-8")
    with served(site, header) as address:
        page = browser.new_page()
        page.add_init_script(HEAR)
        page.goto(f"{address}/index.html", wait_until="load")
        assert page.evaluate("window.ran") is None
        assert len(page.evaluate("window.refused")) == 1
        page.close()


def test_the_command_says_the_header(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["headers", "--site", str(built)]) == 0
    assert capsys.readouterr().out == f"Content-Security-Policy: {policy(built)}\n"
    assert main(["headers", "--site", str(tmp_path)]) == 2
    assert "Build it first" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("html", "moved"),
    [
        ('<i style="width: 5%">a</i>', '<i class="ws-at-%s">a</i>'),
        ('<i class="b" style="width: 5%">a</i>', '<i class="b ws-at-%s">a</i>'),
        ('<rect style="width: 5%"/>', '<rect class="ws-at-%s"/>'),
        ('<i title="a > b" style="width: 5%" hidden>a</i>', '<i title="a > b" hidden class="ws-at-%s">a</i>'),
        ("a style=&quot;b&quot;", "a style=&quot;b&quot;"),
    ],
)
def test_styles_move(html: str, moved: str) -> None:
    rules: dict[str, str] = {}
    made = move_styles(html, rules)
    assert made == (moved % next(iter(rules)).removeprefix("ws-at-") if rules else moved)
    assert style_sheet(rules).count("{width: 5%}") == len(rules)
