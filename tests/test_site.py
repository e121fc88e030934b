"""The site as MkDocs builds it."""

import functools
import shutil
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from tests.conftest import build_site


@functools.cache
def _soup(path: Path) -> BeautifulSoup:
    """A page; read once, since several tests look at all of them."""
    return BeautifulSoup(path.read_text("utf-8"), "lxml")


def test_small_site_builds_without_a_warning(project: Path) -> None:
    done = build_site(project, bare=True)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr


def test_nothing_is_written_beside_the_site(project: Path) -> None:
    before = {path for path in project.rglob("*") if ".cache" not in path.parts}
    build_site(project)
    after = {
        path
        for path in project.rglob("*")
        if ".cache" not in path.parts and "site" not in path.relative_to(project).parts
    }
    assert after == before


def test_hand_written_pages_stay(project: Path) -> None:
    build_site(project)
    assert "Written by hand." in _soup(project / "site" / "about" / "index.html").get_text()


def test_hand_written_page_in_the_way_is_an_error(project: Path) -> None:
    (project / "docs" / "index.md").write_text("# Mine\n")
    done = build_site(project)
    assert done.returncode == 1
    assert "index.md is written by hand" in done.stderr
    assert "Traceback" not in done.stderr


def test_mistake_stops_the_build_and_is_shown_in_full(project: Path) -> None:
    module = project / "curriculum" / "modules" / "first-module" / "module.yml"
    module.write_text(module.read_text().replace("method: presentation", "method: presentatoin"))
    done = build_site(project)
    assert done.returncode == 1
    assert "curriculum/modules/first-module/module.yml:20:13: W302" in done.stderr
    assert "Did you mean `presentation`?" in done.stderr
    assert "Traceback" not in done.stderr


def test_warning_stops_a_strictbuild_site(project: Path) -> None:
    reading = project / "curriculum" / "modules" / "first-module" / "reading.yml"
    reading.write_text(reading.read_text().replace("Begin with", "About 40% do. Begin with"))
    done = build_site(project)
    assert done.returncode == 1
    assert "W608" in done.stderr


def test_same_input_same_bytes(project: Path) -> None:
    def read() -> dict[str, bytes]:
        site = project / "site"
        # The sitemap and its packed copy carry the day and second of the build; MkDocs writes them, not we.
        return {
            path.relative_to(site).as_posix(): path.read_bytes()
            for path in sorted(site.rglob("*"))
            if path.is_file() and not path.name.startswith("sitemap")
        }

    build_site(project, options={"documents": False})
    first = read()
    shutil.rmtree(project / "site")
    # Another interpreter has another order of sets; and nothing of the first build is taken again.
    build_site(project, options={"documents": False, "cache": "another"}, bare=True)
    assert read() == first


def test_edit_link_opens_the_yaml_file(project: Path) -> None:
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text().replace("[navigation.prune]", "[navigation.prune, content.action.edit]")
        + "repo_url: https://example.org/us/manual\nedit_uri: edit/main/docs/\n"
    )
    assert build_site(project).returncode == 0
    page = _soup(project / "site" / "handouts" / "first-module-card" / "index.html")
    link = page.find("a", rel="edit")
    assert link is not None
    assert (
        link["href"]
        == "https://example.org/us/manual/edit/main/curriculum/modules/first-module/handouts/first-module-card.yml"
    )


def test_manual_has_every_kind_of_page(site: Path) -> None:
    for path in (
        "",
        "programmes/two-day",
        "programmes/two-day/occupational-safety",
        "modules/occupational-safety",
        "modules/occupational-safety/check",
        "modules/occupational-safety/check-key",
        "modules/occupational-safety/slides",
        "handouts",
        "handouts/exposure-card",
        "cases/finger-pricked",
        "cases/finger-pricked-debrief",
        "reference/sources",
        "reference/facts",
        "reference/glossary",
        "reference/country",
        "reference/words",
        "prepare/check-before-you-teach",
        "prepare/topics",
    ):
        assert (site / path / "index.html").is_file(), path


def test_every_link_in_the_manual_leads_somewhere(site: Path) -> None:
    """MkDocs checks Markdown links; this also sees what templates write as HTML, and every anchor."""
    anchors: dict[Path, set[str]] = {}
    broken = []
    for page in sorted(site.rglob("*.html")):
        if page.name == "404.html":
            continue
        for link in _soup(page).select("a[href], img[src], link[href], script[src]"):
            target = str(link.get("href") or link.get("src"))
            if target.startswith(("http", "mailto:", "data:")) or not target:
                continue
            way, _, anchor = target.partition("#")
            way = way.partition("?")[0]
            file = (page.parent / way).resolve() if way else page
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                broken.append(f"{page.relative_to(site)} -> {target}")
            elif anchor and file.suffix == ".html":
                if file not in anchors:
                    anchors[file] = {str(tag["id"]) for tag in _soup(file).select("[id]")}
                if anchor not in anchors[file]:
                    broken.append(f"{page.relative_to(site)} -> {target}")
    assert broken == []


def test_ids_on_a_page_are_unique(site: Path) -> None:
    doubled = []
    for page in sorted(site.rglob("*.html")):
        ids = [str(tag["id"]) for tag in _soup(page).select("[id]")]
        doubled += [f"{page.relative_to(site)}#{id_}" for id_ in set(ids) if ids.count(id_) > 1]
    assert doubled == []


def test_nothing_is_asked_of_third_parties(site: Path) -> None:
    loaded = []
    for page in sorted(site.rglob("*.html")):
        for tag in _soup(page).select("link[href], script[src], img[src], iframe[src]"):
            target = str(tag.get("href") or tag.get("src"))
            if target.startswith(("http:", "https:", "//")) and tag.get("rel") not in (
                ["canonical"],
                ["next"],
                ["prev"],
            ):
                loaded.append(f"{page.relative_to(site)}: {target}")
    assert loaded == []


def _cites(fact: Tag) -> list[Tag]:
    """The citations of the paragraph, entry or cell around a fact; those of the steps of a numbered list stand below it."""
    around = fact.find_parent(["p", "li", "td", "dd", "summary", "div"])
    near = around.select("a.ws-cite") if isinstance(around, Tag) else []
    steps = fact.find_parent("ol")
    below = steps.find_next_sibling() if isinstance(steps, Tag) else None
    return near or (below.select("a.ws-cite") if isinstance(below, Tag) else [])


def test_every_fact_in_a_text_leads_to_its_source(site: Path) -> None:
    """One click from a figure to its reference, on every page of the manual: it stands where its paragraph ends."""
    lists = (site / "reference" / "sources").glob("*/index.html")
    known = {str(tag["id"]) for page in lists for tag in _soup(page).select(".ws-reference[id]")}
    seen = 0
    for page in sorted(site.rglob("*.html")):
        for fact in _soup(page).select("a.ws-fact"):
            cites = _cites(fact)
            assert cites, f"{page.relative_to(site)}: {fact.get_text()}"
            assert {str(cite["href"]).rpartition("#")[2] for cite in cites} <= known
            seen += 1
    assert seen > 50


def test_markdown_of_authors_leaves_nothing_unrendered(site: Path) -> None:
    """No mark, attribute list or list dash stands in the text as the author or the template wrote it."""
    import re

    left = []
    for page in sorted(site.rglob("*.html")):
        if page.relative_to(site).parts[0] == "authoring":
            continue
        article = _soup(page).find("article")
        if article is None:
            continue
        for code in article.select("code"):
            code.decompose()
        found = re.findall(r"\{ ?[.#:][^}]*\}|\{[a-z]+:[^}]*\}|\]\(|\*\*|^\s*- \[.\]", article.get_text(), re.MULTILINE)
        left += [f"{page.relative_to(site)}: {word}" for word in found]
    assert left == []
