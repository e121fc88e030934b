"""A maker of downloads is not asked again where nothing has changed that it was given; in every other case it is."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from mkdocs_workshop.deliver.again import OF_ALL, Again
from mkdocs_workshop.deliver.downloads import _makers
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.artifact import Artifact, Label
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.reading.states import states

FILES = (
    Artifact(
        "downloads/en/a.txt", "Text", "facilitator", "Title", "a.yml", Label("form", "txt", "A", "en", "1.0", "m")
    ),
    Artifact("downloads/en/b.bin", b"\x00\xff"),
)


class Maker:
    """Counts how often it is asked, and notes which other languages it could read."""

    def __init__(self, name: str = "a_maker") -> None:
        self.__name__ = name
        self.asked = 0
        self.beside: list[str] = []

    def __call__(self, edition: Edition) -> Iterator[Artifact]:
        """Makes the files."""
        self.asked += 1
        self.beside = [one.language for one in edition.beside]
        yield from FILES


@pytest.fixture
def edition(small: Path, tmp_path: Path) -> Edition:
    whole, _, _ = load(small, small.parent)
    assert whole is not None
    own = Edition(whole, catalogue("en"), tmp_path / "cache")
    other = dataclasses.replace(own, say=catalogue("ru"), curriculum=dataclasses.replace(whole, language="ru"))
    return dataclasses.replace(own, beside=(other,))


def _made(edition: Edition, maker: Maker, known: Mapping[str, str]) -> Iterable[Artifact]:
    again = Again(edition, "facilitator", known)
    made = list(again.of(maker))
    again.sweep()
    assert made == list(FILES)
    return made


def test_a_maker_is_asked_once(edition: Edition) -> None:
    maker = Maker()
    for _ in range(3):
        _made(edition, maker, {"en": "a", "ru": "a"})
    assert maker.asked == 1


def test_it_is_asked_again_where_its_language_changes_and_reads_no_other(edition: Edition) -> None:
    maker = Maker()
    _made(edition, maker, {"en": "a", "ru": "a"})
    assert maker.beside == []
    _made(edition, maker, {"en": "a", "ru": "b"})
    assert maker.asked == 1
    _made(edition, maker, {"en": "b", "ru": "b"})
    assert maker.asked == 2
    _made(dataclasses.replace(edition, every_day=False), maker, {"en": "b", "ru": "b"})
    assert maker.asked == 3
    _made(dataclasses.replace(edition, variants=frozenset()), maker, {"en": "b", "ru": "b"})
    assert maker.asked == 4


def test_one_for_all_languages_is_asked_where_any_of_them_changes(edition: Edition) -> None:
    maker = Maker(min(OF_ALL))
    _made(edition, maker, {"en": "a", "ru": "a"})
    assert maker.beside == ["ru"]
    _made(edition, maker, {"en": "a", "ru": "b"})
    assert maker.asked == 2


def test_nothing_is_kept_of_what_can_not_be_said(edition: Edition) -> None:
    maker = Maker()
    for _ in range(2):
        _made(edition, maker, {})
    assert maker.asked == 2
    assert not edition.cache.exists()


@pytest.mark.parametrize("what", ["*.json", "files/*"])
@pytest.mark.parametrize("gone", [True, False])
def test_what_was_lost_or_changed_is_made_anew(edition: Edition, what: str, gone: bool) -> None:
    maker = Maker()
    _made(edition, maker, {"en": "a"})
    for path in (edition.cache / "made").glob(what):
        if gone:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[:-1] + b"#")
    _made(edition, maker, {"en": "a"})
    assert maker.asked == 2


def test_what_no_record_names_goes(edition: Edition) -> None:
    _made(edition, Maker(), {"en": "a"})
    old = edition.cache / "made" / "files" / "old"
    old.write_bytes(b"old")
    _made(edition, Maker(), {"en": "a"})
    assert not old.exists()
    assert len(list(old.parent.iterdir())) == len(FILES)


def test_the_makers_for_all_languages_are_there() -> None:
    assert {maker.__name__ for maker in _makers("facilitator")} >= OF_ALL


def test_a_message_decides_its_own_language_alone(tmp_path: Path) -> None:
    for path in ("curriculum.yml", "modules/a.yml", "locales/ru/a.po", "locales/kk/a.po"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("a", "utf-8")
    before = states(tmp_path, "en")
    assert set(before) == {"en", "ru", "kk"}
    assert states(tmp_path, "en") == before
    (tmp_path / "locales/ru/a.po").write_text("b", "utf-8")
    after = states(tmp_path, "en")
    assert [code for code in before if before[code] != after[code]] == ["ru"]
    (tmp_path / "modules/a.yml").write_text("b", "utf-8")
    assert not set(states(tmp_path, "en").values()) & set(after.values())
    assert states(tmp_path, "en", "kg") != states(tmp_path, "en")
    (tmp_path / "curriculum.yml").write_text("base: {package: other}", "utf-8")
    assert states(tmp_path, "en") == {}
