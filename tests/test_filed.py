"""What a build has made lies on the disk until it stands in the site: the same bytes, in a folder that goes with the build."""

import dataclasses
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from mkdocs_workshop.deliver.again import MANY, Again, makes_much
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.artifact import Artifact, InFile
from mkdocs_workshop.ground.filed import LEAST, filed, folder_for, keep_as, linked
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import load

LARGE = Artifact("downloads/en/large.bin", b"\0\xff" * LEAST)
TEXT = Artifact("downloads/en/large.html", "д" * LEAST)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = folder_for(tmp_path / "cache")
    assert made is not None
    return made


@pytest.mark.parametrize("artifact", [LARGE, TEXT], ids=["bytes", "text"])
def test_what_lies_says_the_same(artifact: Artifact, folder: Path) -> None:
    lies = filed(artifact, folder)
    assert isinstance(lies.content, InFile)
    assert (lies.data, lies.size, lies.sha256) == (artifact.data, len(artifact.data), artifact.sha256)
    assert lies.content.text is isinstance(artifact.content, str)
    assert filed(lies, folder) is lies


def test_what_is_small_or_has_no_folder_stays_in_memory(folder: Path) -> None:
    small = Artifact("a", b"x" * (LEAST - 1))
    assert filed(small, folder) is small
    assert filed(LARGE, None) is LARGE


def test_a_kept_file_gets_one_more_name(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "kept"
    kept.write_bytes(LARGE.data)
    lies = linked(LARGE, kept, folder)
    assert isinstance(lies.content, InFile)
    assert lies.content.path.samefile(kept)
    kept.unlink()
    assert lies.data == LARGE.data

    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    kept.write_bytes(TEXT.data)
    assert linked(TEXT, kept, folder).data == TEXT.data


def test_what_was_damaged_is_kept_anew(tmp_path: Path, folder: Path) -> None:
    lies = filed(LARGE, folder).content
    assert isinstance(lies, InFile)
    kept = tmp_path / "files" / lies.sha256
    for _ in range(2):
        keep_as(lies, kept)
        assert kept.read_bytes() == LARGE.data
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]


def test_folders_of_builds_that_were_ended_by_force_go(tmp_path: Path) -> None:
    old, other = (folder_for(tmp_path) for _ in range(2))
    assert old is not None
    assert other is not None
    day = time.time() - 2 * 24 * 3600
    os.utime(old, (day, day))
    folder_for(tmp_path)
    assert not old.exists()
    assert other.exists()


def test_downloads_lie_when_they_are_made_and_when_they_are_taken_again(
    small: Path, tmp_path: Path, folder: Path
) -> None:
    whole, _, _ = load(small, small.parent)
    assert whole is not None
    edition = Edition(whole, catalogue("en"), tmp_path / "cache", filed_in=folder)
    for asked in (True, False):
        found: list[int] = []

        def make(found: list[int] = found) -> Iterator[Artifact]:
            found.append(1)
            yield from (LARGE, TEXT)

        made = [*Again(edition, "facilitator", {"en": "a"}).taken_or("a", [edition], make)]
        assert bool(found) is asked
        assert all(isinstance(one.content, InFile) for one in made)
        assert [one.data for one in made] == [LARGE.data, TEXT.data]


class Noted:
    """Notes which parts are begun, and does them when they are asked for."""

    def __init__(self) -> None:
        self.begun: list[str] = []

    def make(self, edition: Edition) -> Iterable[Artifact]:
        """One file of each part."""
        self.begun.append(edition.only or "")
        return [Artifact(f"{edition.only}.txt", "")]


def test_books_are_begun_first_and_stand_last(small: Path, tmp_path: Path) -> None:
    whole, _, _ = load(small, small.parent)
    assert whole is not None
    edition, noted = Edition(whole, catalogue("en"), tmp_path), Noted()
    made = Again(edition, "facilitator", {}).in_parts("documents_for_facilitators", [edition], noted.make)
    assert noted.begun == ["", *whole.modules]
    assert [one.path for one in made] == [f"{id_}.txt" for id_ in (*whole.modules, "")]


def test_much_is_made_where_many_papers_were_never_made(small: Path, tmp_path: Path) -> None:
    whole, _, _ = load(small, small.parent)
    assert whole is not None
    assert not makes_much(whole, tmp_path, "facilitator")
    (id_, parts), *_ = whole.modules.items()
    paper = next(iter(parts.handouts.values()))
    many = dataclasses.replace(parts, handouts={f"paper-{number}": paper for number in range(MANY)})
    large = dataclasses.replace(whole, modules={**whole.modules, id_: many})
    assert makes_much(large, tmp_path, "facilitator")
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "en-facilitator-documents_for_participants.a.json").touch()
    assert not makes_much(large, tmp_path, "facilitator")
    assert makes_much(large, tmp_path, "participant")
