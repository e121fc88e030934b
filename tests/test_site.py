"""The site as MkDocs builds it."""

import re
import shutil
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import build_site
from tests.links import Whole, of_class, tree


@pytest.fixture(scope="module")
def whole(site: Path) -> Whole:
    """All pages of the example."""
    return Whole(site)


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
    assert "Written by hand." in tree(project / "site" / "about" / "index.html").text_content()


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
    page = tree(project / "site" / "handouts" / "first-module-card" / "index.html")
    links = page.xpath("//a[contains(concat(' ', @rel, ' '), ' edit ')]/@href")
    assert (
        links[0]
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


def test_every_link_in_the_manual_leads_somewhere(whole: Whole) -> None:
    """MkDocs checks Markdown links; this also sees what templates write as HTML, and every anchor."""
    assert [one for path in whole.trees if path.name != "404.html" for one in whole.broken(path)] == []
    assert len(whole.trees) > 150


def test_ids_on_a_page_are_unique(whole: Whole) -> None:
    assert whole.doubled() == set()


def test_nothing_is_asked_of_third_parties(whole: Whole) -> None:
    loaded = []
    for path, page in whole.trees.items():
        for element in page.xpath("//link[@href] | //script[@src] | //img[@src] | //iframe[@src]"):
            target = element.get("href") or element.get("src")
            ours = element.get("rel") in {"canonical", "next", "prev"}
            if target.startswith(("http:", "https:", "//")) and not ours:
                loaded.append(f"{whole.name(path)}: {target}")
    assert loaded == []


def _cites(fact: html.HtmlElement) -> list[html.HtmlElement]:
    """The citations of the paragraph, entry or cell around a fact; those of the steps of a numbered list stand below it."""
    inside = f".//a[{of_class('ws-cite')}]"
    around = next(fact.iterancestors("p", "li", "td", "dd", "summary", "div"), None)
    near = [] if around is None else around.xpath(inside)
    steps = next(fact.iterancestors("ol"), None)
    below = [] if steps is None else steps.xpath("following-sibling::*[1]")
    return near or [cite for one in below for cite in one.xpath(inside)]


def test_every_fact_in_a_text_leads_to_its_source(site: Path, whole: Whole) -> None:
    """One click from a figure to its reference, on every page of the manual: it stands where its paragraph ends."""
    lists = (site.resolve() / "reference" / "sources").glob("*/index.html")
    known = {str(id_) for page in lists for id_ in tree(page).xpath(f"//*[{of_class('ws-reference')}]/@id")}
    seen = 0
    for path, page in whole.trees.items():
        for fact in page.xpath(f"//a[{of_class('ws-fact')}]"):
            cites = _cites(fact)
            assert cites, f"{whole.name(path)}: {fact.text_content()}"
            assert {cite.get("href").rpartition("#")[2] for cite in cites} <= known
            seen += 1
    assert seen > 50


def test_markdown_of_authors_leaves_nothing_unrendered(whole: Whole) -> None:
    """No mark, attribute list or list dash stands in the text as the author or the template wrote it."""
    left = []
    for path in whole.trees:
        if not whole.name(path).startswith("authoring/"):
            found = re.findall(
                r"\{ ?[.#:][^}]*\}|\{[a-z]+:[^}]*\}|\]\(|\*\*|^\s*- \[.\]", whole.text(path), re.MULTILINE
            )
            left += [f"{whole.name(path)}: {word}" for word in found]
    assert left == []
