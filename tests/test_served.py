"""Files of a served site are written over from build to build; what is not written again goes."""

from pathlib import Path

from mkdocs.utils import clean_directory

from mkdocs_workshop.publishing.served import HIDDEN, put_aside, put_back


def _site(root: Path) -> Path:
    site = root / "site"
    for path in ("index.html", "a/index.html", "a/b/index.html", "gone/index.html", "assets/x.js", "sitemap.xml"):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(path)
    return site


def _files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def test_what_is_written_again_is_there_and_nothing_else(tmp_path: Path) -> None:
    site = _site(tmp_path)
    before = (site / "a/index.html").stat().st_ino
    put_aside(site)
    # What MkDocs does next; it leaves hidden entries.
    clean_directory(str(site))
    assert [path.name for path in site.iterdir()] == [HIDDEN]
    put_back(site, {"index.html", "a/index.html", "a/b/index.html", "assets/x.js", "new/index.html"})
    assert _files(site) == {"index.html", "a/index.html", "a/b/index.html", "assets/x.js"}
    assert (site / "a/index.html").stat().st_ino == before
    assert not (site / HIDDEN).exists()


def test_what_a_build_that_failed_has_hidden_goes_with_the_next_one(tmp_path: Path) -> None:
    site = _site(tmp_path)
    put_aside(site)
    (site / "index.html").write_text("half of it")
    put_aside(site)
    put_back(site, {"index.html", "a/index.html"})
    assert _files(site) == {"index.html"}
    assert (site / "index.html").read_text() == "half of it"


def test_a_new_folder_has_nothing_to_hide(tmp_path: Path) -> None:
    put_aside(tmp_path / "none")
    put_aside(tmp_path)
    put_back(tmp_path, {"index.html"})
    assert list(tmp_path.iterdir()) == []
