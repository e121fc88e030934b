"""Settings of a project: what is wrong with them is said at once, and what the guide shows works."""

import re
import shutil
from pathlib import Path

import pytest
from mkdocs.config import load_config

from mkdocs_workshop.edition import Edition
from mkdocs_workshop.plugin_settings import read_settings, workshop_options
from mkdocs_workshop.publishing.options import with_options
from mkdocs_workshop.site.pages import make_pages, paths
from tests.conftest import BUILD_ENVIRONMENT, ROOT, TODAY, build_site
from tests.warm import ran


def test_a_page_in_the_way_is_refused_before_the_papers_are_made(project: Path) -> None:
    (project / "docs" / "handouts").mkdir()
    (project / "docs" / "handouts" / "index.md").write_text("# Mine\n")
    done = build_site(project, options={"cache": "fresh"})
    assert done.returncode == 1
    assert "handouts/index.md is written by hand" in done.stderr
    assert not list((project / "fresh").rglob("*.pdf"))
    assert "Traceback" not in done.stderr


def test_every_page_stands_in_a_known_room(example: Edition) -> None:
    """Otherwise a page in the way would be found only when all papers are made."""
    made = make_pages(example, TODAY, [], "facilitator")
    assert len(made.artifacts) > 100
    assert [
        page.path for page in made.artifacts if page.path.endswith(".md") and not paths.may_be_made(page.path)
    ] == []
    assert not paths.may_be_made("about/index.md")


@pytest.mark.parametrize("theme", ["mkdocs", "{name: mkdocs, language: en}"])
def test_another_theme_is_refused_in_words(project: Path, theme: str) -> None:
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(re.sub("theme: .*", f"theme: {theme}", settings), "utf-8")
    done = build_site(project)
    assert done.returncode == 1
    assert "made for the theme `material`, not for `mkdocs`" in done.stderr
    assert "KeyError" not in done.stderr


def test_the_settings_of_the_guide_take_the_address(project: Path) -> None:
    guide = (ROOT / "docs" / "authoring" / "new-curriculum.md").read_text("utf-8")
    shown = re.search(r"```yaml\n(site_name: .*?)```", guide, re.DOTALL)
    assert shown is not None
    (project / "mkdocs.yml").write_text(shown[1], "utf-8")
    shutil.rmtree(project / "docs")
    (project / "docs").mkdir()
    environment = with_options({**BUILD_ENVIRONMENT, "SITE_URL": "https://example.org/manual/"}, {"documents": False})
    done = ran(["mkdocs", "build"], project, environment)
    assert done.returncode == 0, done.stderr
    site = project / "site"
    assert 'rel="canonical" href="https://example.org/manual/"' in (site / "index.html").read_text("utf-8")
    missing = (site / "404.html").read_text("utf-8")
    assert 'href="/manual/modules/"' in missing
    assert ".md" not in missing.partition("ws-doors")[2]


def test_settings_are_read_with_what_they_inherit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As MkDocs does it: the settings of a theme in two files go together, and a variable of the environment has its value."""
    monkeypatch.setenv("X", "A name")
    (tmp_path / "a.yml").write_text("INHERIT: sub/b.yml\nsite_name: !ENV X\nnav: [x.md]\ntheme: {name: material}\n")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.yml").write_text("nav: [y.md]\ndocs_dir: text\ntheme: {custom_dir: frame}\n")
    found = read_settings(tmp_path / "a.yml")
    assert (found["nav"], found["docs_dir"], found["site_name"]) == (["x.md"], "text", "A name")
    assert found["theme"] == {"name": "material", "custom_dir": "frame"}
    config = load_config(str(tmp_path / "a.yml"), docs_dir=str(tmp_path / "sub"), theme={"name": "material"}, nav=None)
    assert config.site_name == found["site_name"]


def test_settings_that_can_not_be_read_are_none(tmp_path: Path) -> None:
    (tmp_path / "c.yml").write_text("a: [")
    (tmp_path / "one.yml").write_text("INHERIT: two.yml\n")
    (tmp_path / "two.yml").write_text("INHERIT: one.yml\n")
    (tmp_path / "list.yml").write_text("- a\n")
    for name in ("c.yml", "one.yml", "list.yml", "nowhere.yml"):
        assert read_settings(tmp_path / name) == {}


def test_settings_run_no_code(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(f"a: !!python/object/apply:pathlib.Path.touch [{tmp_path / 'ran'}]\nb: 1\n")
    assert read_settings(tmp_path / "a.yml") == {"a": None, "b": 1}
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    ("plugins", "options"),
    [
        ("[search]", None),
        ("[search, workshop]", {}),
        ("[search, workshop: {role: participant}]", {"role": "participant"}),
        ("{search: {}, workshop: {role: participant}}", {"role": "participant"}),
        ("{workshop: }", {}),
        ("", None),
    ],
)
def test_options_of_the_plugin_are_found_in_both_ways_to_write_them(
    tmp_path: Path, plugins: str, options: dict[str, str] | None
) -> None:
    (tmp_path / "a.yml").write_text(f"plugins: {plugins}\n")
    assert workshop_options(read_settings(tmp_path / "a.yml")) == options
