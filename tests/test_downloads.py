"""What people download: the list of it, the ZIPs, the library."""

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from mkdocs_workshop.ground.zips import zipped
from tests.conftest import build_site


def _entries(site: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads((site / "downloads" / "manifest.json").read_text("utf-8"))["downloads"]
    return entries


def test_manifest_says_what_lies_there(site: Path) -> None:
    entries = _entries(site)
    assert len(entries) > 100
    for entry in entries:
        data = (site / entry["path"]).read_bytes()
        assert entry["bytes"] == len(data)
        assert entry["sha256"] == hashlib.sha256(data).hexdigest()
        assert entry["title"]
    files = {path.relative_to(site).as_posix() for path in (site / "downloads" / "en").rglob("*") if path.is_file()}
    assert {entry["path"] for entry in entries} == files


def test_zip_for_participants_holds_nothing_for_facilitators(site: Path) -> None:
    roles = {entry["path"].split("/", 2)[2]: entry["role"] for entry in _entries(site)}
    packs = [entry for entry in _entries(site) if entry["kind"] in {"pack", "all-handouts"}]
    assert packs
    for pack in packs:
        assert pack["role"] == "participant"
        with zipfile.ZipFile(site / pack["path"]) as archive:
            assert {roles[name] for name in archive.namelist()} == {"participant"}


def test_trainer_carries_every_handout(site: Path) -> None:
    wanted = {
        entry["path"].split("/", 2)[2]
        for entry in _entries(site)
        if entry["kind"] == "handout" and entry["format"] == "pdf" and not entry["variant"]
    }
    with zipfile.ZipFile(site / "downloads/en/trainer-pack/trainer.zip") as archive:
        assert wanted <= set(archive.namelist())


def test_library_and_academy_list_every_file_once(site: Path) -> None:
    library = BeautifulSoup((site / "downloads" / "index.html").read_text("utf-8"), "lxml")
    academy = BeautifulSoup((site / "academy" / "index.html").read_text("utf-8"), "lxml")
    listed = [f"downloads/{link['href']}" for link in library.select(".ws-files a")]
    for_courses = {str(link["href"])[3:] for link in academy.select("a[href^='../downloads/en/']")}
    assert sorted([*listed, *(for_courses - set(listed))]) == sorted(entry["path"] for entry in _entries(site))
    assert not any(path.endswith((".mbz", ".gift", ".imscc")) for path in listed)


def test_format_is_the_ending_of_the_file(site: Path) -> None:
    """The filters of the library look at endings."""
    assert [entry["path"] for entry in _entries(site) if not entry["path"].endswith(f".{entry['format']}")] == []


def test_handout_page_offers_its_files_with_their_size(site: Path) -> None:
    page = BeautifulSoup((site / "handouts" / "exposure-card" / "index.html").read_text("utf-8"), "lxml")
    words = [link.get_text() for link in page.select("a.ws-download")]
    assert any(word.startswith("PDF") and word.endswith("KB") for word in words)


def test_without_documents_the_pages_say_so(project: Path) -> None:
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text().replace("plugins: [search, workshop]", "plugins: [search, {workshop: {documents: false}}]")
    )
    done = build_site(project)
    assert done.returncode == 0, done.stderr
    assert not (project / "site" / "downloads" / "en").exists()
    for page in ("downloads/index.html", "handouts/first-module-card/index.html"):
        text = BeautifulSoup((project / "site" / page).read_text("utf-8"), "lxml").get_text()
        assert "made when" in text
        assert "Files are made when" in text or "No files were made" in text


def test_zip_is_the_same_every_time_and_readable() -> None:
    one = zipped({"b.txt": b"two", "a/c.txt": b"one"})
    assert one == zipped({"a/c.txt": b"one", "b.txt": b"two"})
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert archive.namelist() == ["a/c.txt", "b.txt"]
        assert archive.testzip() is None


@pytest.mark.parametrize("path", ["/etc/passwd", "../up.txt", "a/../../b", "C:/x", "a\\b", ""])
def test_zip_refuses_a_path_that_leads_out(path: str) -> None:
    with pytest.raises(ValueError, match="no path inside"):
        zipped({path: b""})


def test_folder_that_can_not_be_written_is_named(project: Path) -> None:
    (project / ".cache").unlink()
    (project / ".cache").write_text("a file stands where the folder should be")
    done = build_site(project)
    assert done.returncode == 1
    assert ".cache" in done.stderr
    assert "can not be written" in done.stderr
    assert "Traceback" not in done.stderr
