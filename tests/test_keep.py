"""What is slow to make is made once, and made anew when anything that it depends on has changed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import NoReturn

import pytest

from mkdocs_workshop.compile import Checked
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground import cache, fonts
from mkdocs_workshop.ground.cache import code_of, keep_zip, put
from mkdocs_workshop.ground.fonts import print_fonts
from mkdocs_workshop.ground.zips import zipped
from mkdocs_workshop.language.interface import Catalogue, catalogue
from mkdocs_workshop.packages.backup import backup_files, backups
from mkdocs_workshop.packages.cartridge import cartridge_files, cartridges
from mkdocs_workshop.packages.scorm import scorm_files, scorm_packages
from mkdocs_workshop.site.pages.render import environment
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
    # An exam over several modules does not name them.
    assert {path for path in before if before[path] == after[path]} <= {"downloads/en/exam/all-modules.mbz"}


def test_words_of_the_interface_make_packages_anew(edition: Callable[[], Edition]) -> None:
    before, other = _made(edition()), edition()
    english = dict(other.say.english) | {"module.key-messages": ("What to take home",)}
    say = Catalogue(other.language)
    vars(say)["english"] = MappingProxyType(english)
    after = _made(replace(other, say=say))
    assert {path for path in before if before[path] == after[path]} == {path for path in before if "/exam/" in path}


def test_other_code_makes_zips_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_zip(tmp_path, "some.zip", {"a": "b"})
    monkeypatch.setattr(cache, "code_of", lambda *_: "other code")
    keep_zip(tmp_path, "some.zip", {"a": "b"})
    assert len(list(tmp_path.glob("*.zip"))) == 2


def test_the_code_of_a_module_is_its_source(tmp_path: Path) -> None:
    source = tmp_path / "maker.py"
    made = ModuleType("maker")
    made.__file__ = str(source)
    found = []
    for text in ("one = 1", "one = 2"):
        source.write_text(text)
        code_of.cache_clear()
        found.append(code_of(made))
    assert found[0] != found[1]
    assert code_of(made, libraries=("typst",)) != found[1]


def test_the_code_of_a_package_is_all_that_lies_in_it(tmp_path: Path) -> None:
    room = tmp_path / "room"
    (room / "__pycache__").mkdir(parents=True)
    (room / "__init__.py").touch()
    made = ModuleType("room")
    made.__file__ = str(room / "__init__.py")
    found = []
    for name in ("__init__.py", "maker.py", "form.typ", "__pycache__/maker.pyc"):
        (room / name).touch()
        code_of.cache_clear()
        found.append(code_of(made))
    assert len(set(found)) == 3
    assert found[2] == found[3]


DAMAGE: Mapping[str, Callable[[Path], object]] = {
    "emptied": lambda path: path.write_bytes(b""),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:-9]),
    "one bit": lambda path: path.write_bytes(bytes([path.read_bytes()[0] ^ 1]) + path.read_bytes()[1:]),
    "foreign": lambda path: path.write_bytes(b"PK something else"),
    "no digest": lambda path: path.with_name(f"{path.name}.sha256").unlink(),
    "no true digest": lambda path: path.with_name(f"{path.name}.sha256").write_bytes(b"\xff\xfe"),
    "only the digest": lambda path: path.unlink(),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_damaged_is_made_anew(damage: str, tmp_path: Path) -> None:
    whole = keep_zip(tmp_path, "some.zip", {"a": "b"})
    (kept,) = tmp_path.glob("*.zip")
    DAMAGE[damage](kept)
    assert keep_zip(tmp_path, "some.zip", {"a": "b"}) == whole
    assert kept.read_bytes() == whole


def test_what_is_whole_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = keep_zip(tmp_path, "some.zip", {"a": "b"})
    monkeypatch.setattr(cache, "zipped", lambda _: b"made again")
    assert keep_zip(tmp_path, "some.zip", {"a": "b"}) == whole


@pytest.mark.parametrize("damage", ["emptied", "one bit", "no digest"])
def test_fonts_that_are_damaged_are_made_anew(damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "cut", lambda *_: b"a font")
    folder = print_fonts(tmp_path)
    DAMAGE[damage](folder / "onest-700.ttf")
    (folder / "foreign.OTF").write_bytes(b"another face of the same name")
    assert print_fonts(tmp_path) == folder
    assert {path.read_bytes() for path in folder.iterdir() if path.suffix != ".sha256"} == {b"a font"}


def test_templates_leave_nothing_on_the_disk() -> None:
    assert environment().bytecode_cache is None


def test_a_file_is_put_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "some.pdf", b"old")

    def broken_off(*_: object) -> NoReturn:
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "replace", broken_off)
    with pytest.raises(OSError, match="full"):
        put(tmp_path / "some.pdf", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("some.pdf", b"old")]


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
