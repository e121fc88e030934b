"""What is slow to make is made once, and made anew when anything that it depends on has changed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn

import pytest

from mkdocs_workshop.compile import Checked
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground import cache, zips
from mkdocs_workshop.ground.cache import keep_zip
from mkdocs_workshop.ground.zips import zipped
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.packages.backup import backup_files, backups
from mkdocs_workshop.packages.cartridge import cartridge_files, cartridges
from mkdocs_workshop.packages.scorm import scorm_files, scorm_packages
from tests.conftest import ROOT

MODULE = "first-module"


@pytest.fixture
def edition(checked: Callable[[], Checked], tmp_path: Path) -> Callable[[], Edition]:
    """The small curriculum as it stands when called, with a cache of its own and fonts that are made already."""
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "fonts").symlink_to(ROOT / ".cache" / "workshop" / "fonts")

    def opened() -> Edition:
        whole = checked().curriculum
        assert whole is not None
        return Edition(whole, catalogue("en"), tmp_path / "cache")

    return opened


def _made(edition: Edition) -> dict[str, bytes]:
    return {file.path: file.data for file in chain(scorm_packages(edition), backups(edition), cartridges(edition))}


def test_kept_packages_are_those_that_would_be_made(edition: Callable[[], Edition]) -> None:
    cold, warm = _made(edition()), _made(edition())
    fresh = edition()
    parts = fresh.curriculum.modules[MODULE]
    title = fresh.plain(parts.plan.title)
    uncached = {
        f"downloads/en/scorm/{MODULE}.zip": zipped(scorm_files(fresh, parts)),
        f"downloads/en/mbz/{MODULE}.mbz": zipped(backup_files(fresh, MODULE, title, [parts])),
        f"downloads/en/cartridge/{MODULE}.imscc": zipped(cartridge_files(fresh, parts)),
    }
    assert cold == warm
    assert uncached == {path: cold[path] for path in uncached}


def test_nothing_is_packed_twice(edition: Callable[[], Edition], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Mapping[str, str | bytes]) -> NoReturn:
        raise AssertionError("it was packed before")

    cold = _made(edition())
    monkeypatch.setattr(cache, "zipped", refuse)
    assert _made(edition()) == cold


def test_words_of_an_author_make_packages_anew(
    edition: Callable[[], Edition], edit: Callable[[str, str, str], None]
) -> None:
    before = _made(edition())
    title = edition().curriculum.modules[MODULE].plan.title
    edit(f"modules/{MODULE}/module.yml", title, f"{title}, again")
    after = _made(edition())
    assert before.keys() == after.keys()
    assert not {path for path in before if before[path] == after[path]}


def test_words_of_the_interface_make_packages_anew(edition: Callable[[], Edition]) -> None:
    before, other = _made(edition()), edition()
    english = dict(other.say.english) | {"module.key-messages": ("What to take home",)}
    after = _made(replace(other, say=replace(other.say, english=MappingProxyType(english))))
    assert not {path for path in before if before[path] == after[path]}


def test_another_way_of_packing_makes_zips_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_zip(tmp_path, "some.zip", {"a": "b"})
    monkeypatch.setattr(cache, "FORM", f"{zips.FORM} and more")
    keep_zip(tmp_path, "some.zip", {"a": "b"})
    assert len(list(tmp_path.iterdir())) == 2


def test_files_whose_bytes_meet_are_told_apart(tmp_path: Path) -> None:
    one = keep_zip(tmp_path, "some.zip", {"a": "b", "c": "d"})
    other = keep_zip(tmp_path, "some.zip", {"a": "bc", "d": ""})
    assert one != other
    assert keep_zip(tmp_path, "some.zip", {"a": b"b", "c": b"d"}) == one


def test_once_is_for_one_edition_alone(edition: Callable[[], Edition]) -> None:
    one = edition()
    assert one.once("word", 1, lambda: "a") == "a"
    assert one.once("word", 1, lambda: "b") == "a"
    assert one.once("word", 2, lambda: "c") == "c"
    assert one.once("number", 1, lambda: "d") == "d"
    assert edition().once("word", 1, lambda: "e") == "e"
