"""The same manual under MkDocs and ProperDocs, and its Markdown export, each walked in the same way.

`python -m tests.engines` does it with MaterialX and Zensical too, which need environments of their own.
"""

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser

from mkdocs_workshop.site.export_settings import settings_text
from mkdocs_workshop.site.pages.frame import SAID_ONCE
from tests.browser import served
from tests.conftest import BUILD_ENVIRONMENT, CONFIG, build_site, store
from tests.engines.walk import broken_links, walked
from tests.warm import ran

WALKED = ("mkdocs", "export")
"""What ProperDocs makes is held to be the same files, so that a walk through it would meet nothing else."""


@pytest.fixture(scope="module")
def sites(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The small manual, built in each way. The export stands alone at another place."""
    root = tmp_path_factory.mktemp("engines")
    project = root / "project"
    shutil.copytree(small_source, project / "curriculum")
    (project / "docs").mkdir()
    (project / "docs" / "about.md").write_text("# About us\n\nWritten by hand.\n")
    # Where a project has one, the theme asks its host for stars, on every page; ours must not.
    (project / "mkdocs.yml").write_text(CONFIG + "repo_url: https://github.com/fire/first\nnav: [{About: about.md}]\n")
    (project / ".cache").symlink_to(store("small"))
    sites = {}
    for runner in ("mkdocs", "properdocs"):
        done = build_site(project, runner)
        assert done.returncode == 0, done.stderr
        sites[runner] = (project / "site").rename(root / runner)
    done = ran(["mkdocs_workshop", "build", "--markdown", "plain"], project, BUILD_ENVIRONMENT)
    assert done.returncode == 0, done.stderr
    alone = (project / "plain").rename(root / "alone")
    done = build_site(alone)
    assert done.returncode == 0, done.stderr
    sites["export"] = alone / "site"
    return sites


@pytest.mark.parametrize("engine", WALKED)
def test_the_walk_meets_nothing_wrong(sites: dict[str, Path], browser: Browser, engine: str) -> None:
    with served(sites[engine]) as address:
        assert walked(browser, address) == []
    assert broken_links(sites[engine]) == []


def test_the_walk_sees_what_is_missing(sites: dict[str, Path], browser: Browser, tmp_path: Path) -> None:
    """Scripts, styles and the index of the search are taken away, one from each."""
    site = shutil.copytree(sites["mkdocs"], tmp_path / "site")
    for path in ("assets/workshop/quiz.js", "assets/workshop/workshop.css", "search/search_index.json"):
        (site / path).unlink()
    shutil.rmtree(site / "handouts" / "first-module-card")
    with served(site) as address:
        wrong = {line.partition(":")[0] for line in walked(browser, address, patience=2_000)}
    assert wrong >= {"look", "paper", "check", "search"}
    assert broken_links(site)


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_our_scripts_and_styles_are_named_by_their_content(sites: dict[str, Path], engine: str) -> None:
    site, found = sites[engine], set()
    for path in site.rglob("*.html"):
        if "downloads" in path.parts or path.name == "404.html":
            continue
        named = re.findall(
            r'(?:src|href)="([^"]*assets/workshop/[^"?]+\.(?:js|css))(\?[^"]*)?"', path.read_text("utf-8")
        )
        # Data of single days, and what the theme's templates say once for all pages, change with the texts.
        for address, query in (one for one in named if "/run/" not in one[0] and not one[0].endswith(tuple(SAID_ONCE))):
            file = (path.parent / address).resolve()
            assert query == f"?v={hashlib.sha256(file.read_bytes()).hexdigest()[:8]}", f"{path}: {address}"
            found.add(file.name)
    assert found >= {"workshop.css", "run.css", "run.js", "page.js", "scope.js", "quiz.js"}


def _articles(site: Path) -> dict[Path, str]:
    return {
        path.relative_to(site): str(BeautifulSoup(path.read_text("utf-8"), "lxml").find("article") or "")
        for path in site.rglob("*.html")
    }


def test_properdocs_builds_the_same_site(sites: dict[str, Path]) -> None:
    """Every page has the same article; and every file the same bytes, but for the name of who built it, and what depends on that."""
    assert _articles(sites["properdocs"]) == _articles(sites["mkdocs"])
    ours, theirs = (
        {
            path.relative_to(site).as_posix(): re.sub(rb'content="mkdocs-[^,"]*', b'content="', path.read_bytes())
            for path in site.rglob("*")
            if path.is_file()
        }
        for site in (sites["mkdocs"], sites["properdocs"])
    )
    assert ours.keys() == theirs.keys()
    others = {path for path in ours if ours[path] != theirs[path] and not path.startswith("sitemap")}
    assert others <= {"sw.js", "pocket.json"}
    assert len(ours) > 100


def _said(site: Path) -> dict[Path, list[str]]:
    """The words and links of each page. How boxes and tables are framed is the plugin's own, and so is the page for what is missing."""
    said = {}
    for path in site.rglob("*.html"):
        main = BeautifulSoup(path.read_text("utf-8"), "lxml").find("article")
        if isinstance(main, Tag) and path.name != "404.html":
            for unseen in main.select("p[hidden]"):
                unseen.extract()
            said[path.relative_to(site)] = [
                *main.get_text(" ").split(),
                *(str(link["href"]) for link in main.select("a[href]")),
            ]
    return said


def test_exported_markdown_builds_the_same_pages(sites: dict[str, Path]) -> None:
    """The way out: without the plugin, from a plain folder that stands alone."""
    assert _said(sites["export"]) == _said(sites["mkdocs"])


def test_exported_search_leaves_out_the_same_and_knows_what_people_type(sites: dict[str, Path]) -> None:
    def index(engine: str) -> dict[str, str]:
        docs = json.loads((sites[engine] / "search" / "search_index.json").read_text("utf-8"))["docs"]
        return {doc["location"]: " ".join(BeautifulSoup(doc["text"], "lxml").get_text(" ").split()) for doc in docs}

    ours, plain = index("mkdocs"), index("export")
    assert set(plain) == set(ours)
    module = next(place for place in plain if place.startswith("modules/first-module/") and not place.count("#"))
    assert plain[module] == ours[module]


SETTINGS = """\
site_name: Child
site_url: !ENV [SITE_URL, ""]
theme: {name: material, features: [toc.follow, content.action.edit], palette: {scheme: default}}
watch: [curriculum]
plugins:
  - search
  - workshop: {role: participant}
  - tags
markdown_extensions:
  - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
"""


def test_settings_stand_alone_and_keep_what_is_not_plain_data(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text(SETTINGS)
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: Own\ntheme: {palette: {accent: teal}}\n")
    text = settings_text(tmp_path / "mkdocs.yml", {"nav": ["a.md"], "hooks": None}, {"font": False})
    assert '!ENV [SITE_URL, ""]' in text
    assert "!!python/object/apply:pymdownx.slugs.slugify" in text
    plain = yaml.safe_load(text.replace("!ENV", "").replace("!!python/object/apply:pymdownx.slugs.slugify", ""))
    assert plain["site_name"] == "Own"
    assert plain["plugins"] == ["search", "tags"]
    assert plain["theme"] == {
        "name": "material", "features": ["toc.follow"], "palette": {"scheme": "default", "accent": "teal"}, "font": False,
    }  # fmt: skip
    assert not {"INHERIT", "watch", "hooks"} & set(plain)
    assert plain["nav"] == ["a.md"]


def test_markdown_stands_alone_and_is_of_the_edition_that_is_asked_for(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (project / "docs" / "team.md").write_text("# For our team\n")
    (project / "docs" / "about.md").write_text(
        "# About us\n\nAsk [the team](team.md). See [the run sheet](run/one-day.md).\n"
    )
    (project / "templates").mkdir()
    (project / "templates" / "404.html").write_text("Not here.\n")
    (project / "hook.py").write_text("")
    (project / "mkdocs.yml").write_text(
        CONFIG.replace(
            "[search, workshop]", "[search, workshop: {documents: false, facilitator_docs: team.md}]"
        ).replace("font: false,", "font: false, custom_dir: templates,")
        + "hooks: [hook.py]\nnav: [{About: about.md}, {Team: team.md}]\n"
    )
    command = ["mkdocs_workshop", "build", "--markdown", "plain", "--role", "participant"]
    done = ran(command, project, BUILD_ENVIRONMENT)
    assert done.returncode == 0, done.stderr
    alone = (project / "plain").rename(tmp_path_factory.mktemp("elsewhere") / "plain")
    assert not (alone / "docs" / "team.md").exists()
    assert not (alone / "docs" / "run").exists()
    assert (alone / "docs" / "about.md").read_text() == "# About us\n\nAsk the team. See the run sheet.\n"
    assert (alone / "overrides" / "404.html").read_text() == "Not here.\n"
    done = build_site(alone)
    assert done.returncode == 0, done.stderr
