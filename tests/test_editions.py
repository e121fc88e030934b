"""The edition for participants: nothing of facilitators on any page, in the search index or in any download."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from mkdocs_workshop.site.pages.known import known_links, known_nav
from tests.conftest import EXAMPLE, build_site, copy_project
from tests.links import tree
from tests.reading import text_of
from tests.test_leaks import MARKER, plant

FACILITATOR_PAGES = re.compile(
    r"(-debrief|-key|/slides|/materials|check-before-you-teach|topics)(/index)?\.html$|^run/"
)

ADDRESS = "https://example.org/manual/"
"""With an address, the site has a list of its pages as well."""


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a marker in every facilitator-only text, built for participants under strict."""
    root = tmp_path_factory.mktemp("participants") / "project"
    copy_project(EXAMPLE, root)
    assert plant(root / "curriculum", root) > 100
    settings = (root / "mkdocs.yml").read_text("utf-8")
    with_address = re.sub("^site_url: .*$", f"site_url: {ADDRESS}", settings, count=1, flags=re.MULTILINE)
    assert with_address != settings
    (root / "mkdocs.yml").write_text(with_address, "utf-8")
    done = build_site(root, options={"role": "participant"})
    assert done.returncode == 0, done.stderr
    return root / "site"


def _files(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def test_no_marker_anywhere(planted: Path) -> None:
    guilty = [path for path in _files(planted) if MARKER in text_of(path, (planted / path).read_bytes())]
    assert guilty == []
    assert len(_files(planted)) > 150


def test_no_page_for_facilitators(planted: Path) -> None:
    assert [path for path in _files(planted) if FACILITATOR_PAGES.search(path)] == []
    assert "programmes/two-day/index.html" in _files(planted)
    assert not (planted / "programmes/two-day/occupational-safety").exists()


def test_what_is_copied_names_the_address_of_the_site(planted: Path) -> None:
    page = (planted / "handouts" / "exposure-card" / "index.html").read_text("utf-8")
    assert f'&lt;iframe src="{ADDRESS}downloads/en/embed/handout-exposure-card.html"' in page


def test_no_hand_written_page_for_authors(planted: Path) -> None:
    """Not as a page, not in the navigation, in search, in the list of pages, and nowhere as a link."""
    assert [path for path in _files(planted) if path.startswith("authoring/")] == []
    assert "about/privacy/index.html" in _files(planted)
    search = json.loads((planted / "search/search_index.json").read_text("utf-8"))
    assert [one["location"] for one in search["docs"] if one["location"].startswith("authoring/")] == []
    assert [path for path in _files(planted) if path.endswith(".html") and "authoring/" in _text(planted, path)] == []
    home = BeautifulSoup(_text(planted, "index.html"), "lxml")
    tabs = [tab.get_text(strip=True) for tab in home.select(".md-tabs__item")]
    assert "About" in tabs
    assert "For authors" not in tabs
    about = " ".join(BeautifulSoup(_text(planted, "about/index.html"), "lxml").get_text().split())
    assert "the guide for authors, under Facts and sources." in about


def test_the_list_of_pages_has_each_page_once(planted: Path) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", _text(planted, "sitemap.xml"))
    made = [
        ADDRESS + path.removesuffix("index.html")
        for path in _files(planted)
        if path.endswith(("/index.html", "index.html"))
    ]
    assert sorted(listed) == sorted(made)
    assert len(listed) > 50


def test_every_page_has_a_share_card(planted: Path) -> None:
    named = set()
    for path in _files(planted):
        if path.endswith("index.html"):
            (shown,) = tree(planted / path).xpath("//meta[@property='og:image']/@content")
            named.add(str(shown).removeprefix(ADDRESS))
    assert named == {path for path in _files(planted) if path.startswith("assets/workshop/cards/")}
    assert "assets/workshop/cards/module-referral-schemes.png" in named


def _text(site: Path, path: str) -> str:
    return (site / path).read_text("utf-8")


def test_downloads_are_for_participants(planted: Path) -> None:
    listed = json.loads((planted / "downloads/manifest.json").read_text("utf-8"))["downloads"]
    assert listed
    assert {entry["role"] for entry in listed} == {"participant"}
    on_disk = {path for path in _files(planted) if path.startswith("downloads/en/")}
    assert on_disk == {entry["path"] for entry in listed}


def test_participants_get_every_file_that_is_theirs(planted: Path, site: Path) -> None:
    """What is for facilitators is not made for them at all; nothing else may be missing."""
    theirs = {entry["path"] for entry in json.loads(_text(planted, "downloads/manifest.json"))["downloads"]}
    whole = json.loads((site / "downloads" / "manifest.json").read_text("utf-8"))["downloads"]
    assert theirs == {entry["path"] for entry in whole if entry["role"] == "participant"}


def test_programme_shows_times_and_titles_alone(planted: Path) -> None:
    page = BeautifulSoup((planted / "programmes/two-day/index.html").read_text("utf-8"), "lxml")
    assert len(page.select(".ws-agenda .ws-time")) == 14
    assert page.select(".ws-facilitator") == []
    assert page.select("#methods, #bring, .ws-agenda a") == []


def test_no_link_leads_nowhere(planted: Path) -> None:
    """Strict MkDocs looks at Markdown; this looks at every address in the pages."""
    dead = []
    for path in planted.rglob("*.html"):
        if "downloads/en" in path.as_posix() or path.name == "404.html":
            continue
        for link in tree(path).xpath("//a/@href"):
            address = str(link).partition("#")[0].partition("?")[0]
            if address and ":" not in address:
                target = (path.parent / address).resolve()
                if not (target.is_file() or (target / "index.html").is_file()):
                    dead.append((path.relative_to(planted).as_posix(), address))
    assert dead == []


def test_links_of_hand_written_pages_stay_where_they_lead_somewhere() -> None:
    text = "See [the list](../prepare/a.md#stale), [us](b.md) and [a site](https://example.org/a.md)."
    assert known_links(text, "about/index.md", {"about/b.md"}.__contains__) == (
        "See the list, [us](b.md) and [a site](https://example.org/a.md)."
    )


def test_a_section_goes_with_its_last_page() -> None:
    nav = [
        "a.md",
        {"Ours": "b.md"},
        {"All": [{"One": "c.md"}, {"In it": ["d.md"]}]},
        {"Away": "https://example.org/a.md"},
    ]
    assert known_nav(nav, lambda path: path == "a.md") == [
        "a.md",
        {"Away": "https://example.org/a.md"},
    ]
    assert known_nav(nav, lambda path: path != "c.md")[2] == {"All": [{"In it": ["d.md"]}]}
    assert known_nav(nav, lambda _: True) == nav


def _with_notes(project: Path, patterns: str, role: str) -> dict[str, str | bool]:
    """Hand-written files for facilitators; returns the options of the plugin."""
    (project / "docs" / "notes").mkdir()
    (project / "docs" / "notes" / "room.md").write_text("# The room\n\nQZXQ\n")
    (project / "docs" / "notes" / "plan.txt").write_text("QZXQ\n")
    (project / "docs" / "about.md").write_text("# About us\n\nSee [the room](notes/room.md).\n")
    settings = (
        (project / "mkdocs.yml")
        .read_text("utf-8")
        .replace("{About: about.md}", "{About: about.md}, {R: [notes/room.md]}")
    )
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    return {"role": role, "facilitator_docs": patterns, "documents": False}


@pytest.mark.parametrize(("role", "there"), [("facilitator", True), ("participant", False)])
def test_hand_written_files_for_facilitators(project: Path, role: str, there: bool) -> None:
    done = build_site(project, options=_with_notes(project, "notes/\n", role))
    assert done.returncode == 0, done.stderr
    site = project / "site"
    assert (site / "notes" / "room" / "index.html").is_file() == there
    assert (site / "notes" / "plan.txt").is_file() == there
    assert any(MARKER in path.read_text("utf-8", "replace") for path in site.rglob("*") if path.is_file()) == there
    assert ("notes/room" in _text(site, "about/index.html")) == there


def test_a_pattern_that_fits_nothing_is_said(project: Path) -> None:
    """It would show participants what is not for them."""
    done = build_site(project, options=_with_notes(project, "notse/\n", "facilitator"))
    assert done.returncode != 0
    assert "`facilitator_docs` names `notse/`" in done.stderr


def test_an_unknown_role_is_refused(project: Path) -> None:
    done = build_site(project, options={"role": "trainer"})
    assert done.returncode != 0
    assert "role" in done.stderr
