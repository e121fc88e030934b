"""The door for academies: every file can be found, and a page without files says so."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.artifact import Artifact
from mkdocs_workshop.packages.embed import embed_pages
from mkdocs_workshop.packages.scorm import scorm_packages
from mkdocs_workshop.site.pages import make_pages
from tests.conftest import TODAY


@pytest.fixture(scope="module")
def packages(example: Edition) -> list[Artifact]:
    """Files for courses."""
    return [*scorm_packages(example), *embed_pages(example)]


@pytest.fixture(scope="module")
def pages(example: Edition, packages: list[Artifact]) -> dict[str, str]:
    """The pages with files."""
    made = make_pages(example, TODAY, downloads=packages)
    return {page.path: str(page.content) for page in made.artifacts}


def test_every_file_is_on_the_page(pages: dict[str, str], packages: list[Artifact]) -> None:
    assert [file.path for file in packages if f"](../{file.path})" not in pages["academy/index.md"]] == []


def test_a_module_lists_its_own_files_and_no_other(example: Edition, pages: dict[str, str]) -> None:
    for id_ in example.curriculum.modules:
        found = re.findall(r"\(\.\./\.\./downloads/en/(scorm|embed)/([a-z0-9-]+)\.", pages[f"modules/{id_}/index.md"])
        assert found == [("scorm", id_), ("embed", f"module-{id_}")], id_
        assert f"../../academy/index.md#module-{id_}" in pages[f"modules/{id_}/index.md"]


def test_each_module_has_a_snippet_to_copy(example: Edition, pages: dict[str, str]) -> None:
    snippets = re.findall(r"&lt;iframe src=.*?&lt;/iframe&gt;", pages["academy/index.md"])
    assert len(snippets) == len(example.curriculum.modules)
    assert all("loading=&#34;lazy&#34;" in text and "title=" in text and "height=" in text for text in snippets)


def test_each_handout_has_a_snippet_to_copy(example: Edition, pages: dict[str, str]) -> None:
    for parts in example.curriculum.modules.values():
        for id_ in parts.handouts:
            page = pages[f"handouts/{id_}.md"]
            assert page.count("&lt;iframe src=") == 1, id_
            assert f'data-embed="handout-{id_}.html"' in page
            assert f"(../downloads/en/embed/handout-{id_}.html)" in page


@pytest.mark.parametrize(
    ("page", "embedded"),
    [("academy/", "module-referral-schemes"), ("handouts/exposure-card/", "handout-exposure-card")],
)
def test_what_is_copied_has_the_address(browser: Browser, address: str, page: str, embedded: str) -> None:
    opened = browser.new_page()
    opened.goto(f"{address}/{page}")
    copied = opened.locator(f'code[data-embed="{embedded}.html"]').text_content() or ""
    assert f'src="{address}/downloads/en/embed/{embedded}.html"' in copied
    source = re.search('src="([^"]*)"', copied)
    assert source is not None
    answer = opened.request.get(source[1])
    assert answer.ok
    opened.set_content(copied)
    opened.frames[1].locator("h1").wait_for()
    opened.close()


def test_the_home_page_leads_there(pages: dict[str, str]) -> None:
    assert pages["index.md"].count("(academy/index.md)") >= 2


def test_without_files_the_page_says_so(example: Edition, pages: dict[str, str]) -> None:
    made = make_pages(example, TODAY)
    bare = {page.path: str(page.content) for page in made.artifacts}
    assert example.say("academy.none") in bare["academy/index.md"]
    assert example.say("academy.none") not in pages["academy/index.md"]
    assert "downloads/" not in bare["academy/index.md"]


def test_the_words_of_the_site_are_those_of_the_code() -> None:
    """The kinds that the page knows have their names and uses in the catalogue."""
    from mkdocs_workshop.language.interface import catalogue
    from mkdocs_workshop.site.pages.academy import KINDS

    say = catalogue("en")
    named = {key.removeprefix("package.name.") for key in say.english if key.startswith("package.name.")}
    used = {key.removeprefix("package.use.") for key in say.english if key.startswith("package.use.")}
    assert named == used == set(KINDS)


def test_the_script_of_the_page_is_small_and_silent() -> None:
    script = (Path(__file__).parent.parent / "plugins/mkdocs_workshop/site/theme/snippet.js").read_text("utf-8")
    assert len(script) < 300
    assert not re.search(r"fetch|cookie|Storage|https?:", script)
