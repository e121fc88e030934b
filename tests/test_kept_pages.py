"""What Markdown made of a page is taken again where nothing has changed, and nowhere else."""

import hashlib
import json
from pathlib import Path

import pytest
from pymdownx.slugs import slugify

from mkdocs_workshop.plugin_pages import OURS, settings_of
from tests.conftest import build_site

HANDOUT = "curriculum/modules/first-module/handouts/first-module-card.yml"


def _site(project: Path) -> dict[str, bytes]:
    site = project / "site"
    # The sitemap and its packed copy carry the day and second of the build; MkDocs writes them, not we.
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and not path.name.startswith("sitemap")
    }


@pytest.fixture
def own_cache(project: Path) -> Path:
    """A project that keeps pages of its own, built once."""
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("workshop]", "{workshop: {documents: false, cache: .kept}}]"), "utf-8"
    )
    done = build_site(project)
    assert done.returncode == 0, done.stderr
    return project


def _kept(project: Path) -> dict[Path, str]:
    return {path: path.read_text("utf-8") for path in project.rglob("pages/en-facilitator/*.json")}


def test_the_second_build_gives_the_same_bytes_and_makes_nothing_anew(own_cache: Path) -> None:
    first, kept = _site(own_cache), _kept(own_cache)
    assert len(kept) > 10
    assert build_site(own_cache).returncode == 0
    assert _site(own_cache) == first
    assert _kept(own_cache) == kept


def test_what_is_kept_is_what_is_shown(own_cache: Path) -> None:
    path = next(path for path, text in _kept(own_cache).items() if "Written by hand." in text)
    kept = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**kept, "html": kept["html"].replace("by hand", "by the cache")}), "utf-8")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    path.with_name(f"{path.name}.sha256").write_text(f"{digest}  {path.name}\n", "ascii")
    assert build_site(own_cache).returncode == 0
    assert "Written by the cache." in (own_cache / "site" / "about" / "index.html").read_text("utf-8")
    # A file that was changed on the disk is not taken.
    path.write_text(path.read_text("utf-8").replace("by the cache", "by nobody"), "utf-8")
    assert build_site(own_cache).returncode == 0
    assert "Written by hand." in (own_cache / "site" / "about" / "index.html").read_text("utf-8")


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
