"""What Markdown made of a page is taken again where nothing has changed, and nowhere else."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from pymdownx.slugs import slugify

from mkdocs_workshop.plugin_pages import OURS, settings_of
from tests.conftest import CONFIG, build_site

BREAK = "{kind: break, minutes: 15, min: 10}"


def _site(project: Path) -> dict[str, bytes]:
    site = project / "site"
    # The sitemap and its packed copy carry the day and second of the build; MkDocs writes them, not we.
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and not path.name.startswith("sitemap")
    }


@pytest.fixture(scope="module")
def built(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a project that keeps pages of its own, as its first build left it."""
    root = tmp_path_factory.mktemp("kept")
    project = root / "project"
    shutil.copytree(small_source, project / "curriculum")
    (project / "docs").mkdir()
    (project / "docs" / "about.md").write_text("# About us\n\nWritten by hand.\n", "utf-8")
    settings = CONFIG.replace("workshop]", "{workshop: {documents: false, cache: .kept}}]")
    (project / "mkdocs.yml").write_text(settings + "nav: [{About: about.md}]\n", "utf-8")
    done = build_site(project)
    assert done.returncode == 0, done.stderr
    return Path(shutil.copytree(project, root / "built"))


@pytest.fixture
def own_cache(built: Path) -> Path:
    """That project, where it was built: of a site is kept in which folder it stands."""
    project = built.with_name("project")
    shutil.rmtree(project)
    return Path(shutil.copytree(built, project))


def _again(project: Path) -> subprocess.CompletedProcess[str]:
    """Builds where the site is gone: one that is as it was made would be left as it is."""
    shutil.rmtree(project / "site", ignore_errors=True)
    return build_site(project)


def _kept(project: Path, folder: str = "pages") -> dict[Path, str]:
    return {path: path.read_text("utf-8") for path in project.rglob(f"{folder}/en-facilitator/*.json")}


def _change(path: Path, **values: object) -> None:
    """Changes what is kept, with a digest that fits."""
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **values}), "utf-8")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    path.with_name(f"{path.name}.sha256").write_text(f"{digest}  {path.name}\n", "ascii")


def test_the_second_build_gives_the_same_bytes_and_makes_nothing_anew(own_cache: Path) -> None:
    first, kept, finished = _site(own_cache), _kept(own_cache), _kept(own_cache, "finished")
    assert len(kept) == len(finished) > 10
    assert _again(own_cache).returncode == 0
    assert _site(own_cache) == first
    assert _kept(own_cache) == kept
    assert _kept(own_cache, "finished") == finished


def test_what_is_kept_is_what_is_shown(own_cache: Path) -> None:
    path = next(path for path, text in _kept(own_cache).items() if "Written by hand." in text)
    html = json.loads(path.read_text("utf-8"))["html"]
    _change(path, html=html.replace("by hand", "by the cache"))
    assert _again(own_cache).returncode == 0
    page = own_cache / "site" / "about" / "index.html"
    assert "Written by the cache." in page.read_text("utf-8")
    # A file that was changed on the disk is not taken.
    path.write_text(path.read_text("utf-8").replace("by the cache", "by nobody"), "utf-8")
    assert _again(own_cache).returncode == 0
    assert "Written by hand." in page.read_text("utf-8")


def test_a_finished_page_is_shown_and_found_as_it_is_kept(own_cache: Path) -> None:
    path = next(path for path, text in _kept(own_cache, "finished").items() if "Written by hand." in text)
    kept = json.loads(path.read_text("utf-8"))
    found = [{**entry, "text": "Found by the cache."} for entry in kept["found"]]
    _change(path, html=kept["html"].replace("by hand", "by the cache"), found=found)
    assert _again(own_cache).returncode == 0
    assert "Written by the cache." in (own_cache / "site" / "about" / "index.html").read_text("utf-8")
    assert "Found by the cache." in (own_cache / "site" / "search" / "search_index.json").read_text("utf-8")


def test_another_title_stands_in_the_frame_of_every_page(own_cache: Path) -> None:
    config = own_cache / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("{About: about.md}", "{What this is: about.md}"), "utf-8")
    assert build_site(own_cache).returncode == 0
    assert '"What this is"' in (own_cache / "site" / "assets" / "workshop" / "nav.js").read_text("utf-8")
    config.write_text(config.read_text("utf-8").replace("site_name: Small", "site_name: Smaller"), "utf-8")
    assert build_site(own_cache).returncode == 0
    with_cache = _site(own_cache)
    assert b"Smaller" in with_cache["index.html"]
    # Lengths of a time line stand in the style sheet, whose address stands in every page with a sum of its content.
    programme = next((own_cache / "curriculum" / "programmes").glob("*.yml"))
    text = programme.read_text("utf-8")
    assert BREAK in text
    programme.write_text(text.replace(BREAK, "{kind: break, minutes: 17, min: 10}"), "utf-8")
    assert build_site(own_cache).returncode == 0
    before, with_cache = with_cache, _site(own_cache)
    assert before["404.html"] != with_cache["404.html"]
    shutil.rmtree(own_cache / ".kept")
    assert _again(own_cache).returncode == 0
    assert _site(own_cache) == with_cache


def test_a_site_that_is_as_it_was_made_is_left_alone(own_cache: Path) -> None:
    page, before = own_cache / "site" / "about" / "index.html", _site(own_cache)
    said = build_site(own_cache)
    assert said.returncode == 0
    assert "Nothing has changed" in said.stderr
    assert _site(own_cache) == before
    page.write_text("changed by hand", "utf-8")
    said = build_site(own_cache)
    assert "Nothing has changed" not in said.stderr
    assert _site(own_cache) == before


def test_a_changed_text_is_made_anew(own_cache: Path) -> None:
    page = own_cache / "docs" / "about.md"
    page.write_text(page.read_text("utf-8").replace("by hand", "by foot"), "utf-8")
    assert build_site(own_cache).returncode == 0
    assert "Written by foot." in (own_cache / "site" / "about" / "index.html").read_text("utf-8")


def test_a_page_that_is_gone_is_missed_by_the_pages_that_link_to_it(own_cache: Path) -> None:
    docs = own_cache / "docs"
    (docs / "other.md").write_text("# Other\n", "utf-8")
    (docs / "about.md").write_text("# About\n\nWritten by hand. [Other](other.md)\n", "utf-8")
    build_site(own_cache)
    (docs / "other.md").unlink()
    for _ in range(2):
        # What is said of a page is said each time.
        assert "other.md" in build_site(own_cache).stderr


def test_settings_without_words_and_unknown_extensions_keep_nothing() -> None:
    known = ["toc", "pymdownx.details", *OURS]
    assert settings_of(known, {"toc": {"slugify": slugify(case="lower")}}) is not None
    assert settings_of(known, {"toc": {"slugify": slugify(case="lower")}}) != settings_of(known, {})
    assert settings_of(known, {"toc": {"slugify": lambda text, _: text}}) is None
    assert settings_of([*known, "pymdownx.snippets"], {}) is None
    assert settings_of([*known, object()], {}) is None
