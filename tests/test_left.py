"""A language of a site is taken from the site before where nothing that decides it has changed, and put together as it was made."""

import hashlib
from pathlib import Path

import pytest

from mkdocs_workshop.publishing.left import note, set_aside, sweep, take
from tests.conftest import workshop
from tests.several import project


@pytest.fixture
def noted(tmp_path: Path) -> tuple[Path, Path]:
    """The folders of the cache and of a site that was noted."""
    cache, site = tmp_path / "cache", tmp_path / "site"
    (site / "a" / "empty").mkdir(parents=True)
    (site / "index.html").write_text("<p>one")
    (site / "a" / "b.bin").write_bytes(b"\x00\xff")
    note(cache, site, "key", site)
    return cache, site


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): b"folder" if path.is_dir() else path.read_bytes()
        for path in folder.rglob("*")
        # The sitemap and its packed copy carry the day and second of the build; MkDocs writes them, not we.
        if not path.name.startswith("sitemap")
    }


def test_it_is_taken_whole_and_shares_no_file(noted: tuple[Path, Path], tmp_path: Path) -> None:
    cache, site = noted
    assert take(cache, site, "key", tmp_path / "new")
    assert _files(tmp_path / "new") == _files(site)
    (tmp_path / "new" / "index.html").write_text("<p>two")
    assert (site / "index.html").read_text() == "<p>one"


def test_it_is_not_taken_for_another_key_or_place(noted: tuple[Path, Path], tmp_path: Path) -> None:
    cache, site = noted
    assert not take(cache, site, "other", tmp_path / "new")
    assert not take(cache, tmp_path / "elsewhere", "key", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_what_was_changed_afterwards_is_taken_as_it_was(noted: tuple[Path, Path], tmp_path: Path) -> None:
    cache, site = noted
    before = _files(site)
    for path in (site / "index.html", site / "a" / "b.bin"):
        set_aside(cache)(path)
    (site / "index.html").write_text("<p>led elsewhere")
    (site / "a" / "b.bin").unlink()
    sweep(cache)
    assert take(cache, site, "key", tmp_path / "new")
    assert _files(tmp_path / "new") == before


def test_what_was_changed_by_somebody_else_is_built_again(noted: tuple[Path, Path], tmp_path: Path) -> None:
    cache, site = noted
    (site / "index.html").write_text("<p>by hand")
    assert not take(cache, site, "key", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_file_that_was_set_aside_and_damaged_is_not_taken(noted: tuple[Path, Path], tmp_path: Path) -> None:
    cache, site = noted
    page = site / "index.html"
    set_aside(cache)(page)
    (cache / "parts" / "files" / hashlib.sha256(page.read_bytes()).hexdigest()).write_text("<p>bad")
    page.write_text("<p>led elsewhere")
    assert not take(cache, site, "key", tmp_path / "new")


def test_what_no_part_names_goes(noted: tuple[Path, Path], tmp_path: Path) -> None:
    cache, _ = noted
    other = tmp_path / "other.html"
    other.write_text("<p>of no part")
    set_aside(cache)(other)
    assert len(list((cache / "parts" / "files").iterdir())) == 1
    sweep(cache)
    assert not list((cache / "parts" / "files").iterdir())


def test_one_message_changes_its_own_language_alone(tmp_path: Path, small_source: Path) -> None:
    root = project(tmp_path / "manual", small_source)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("documents: false", "documents: false, cache: kept"), "utf-8")

    def build(site: str) -> tuple[dict[str, bytes], str]:
        done = workshop(root, "build", "--site", site, "--language", "en", "--language", "ru")
        assert done.returncode == 0, done.stderr
        return _files(root / site), done.stderr

    build("site")
    words = root / "curriculum" / "locales" / "ru" / "curriculum.po"
    text = words.read_text("utf-8")
    assert "Моё руководство" in text
    words.write_text(text.replace("Моё руководство", "Наше руководство"), "utf-8")
    warm, said = build("site")
    assert "Nothing that decides en has changed" in said
    assert "Nothing that decides ru has changed" not in said
    assert "Наше руководство".encode() in warm["ru/index.html"]
    # Another folder takes nothing from the site before.
    assert build("cold")[0] == warm
