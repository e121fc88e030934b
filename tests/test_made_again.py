"""A maker of downloads is not asked again where nothing has changed that it was given; in every other case it is."""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from mkdocs_workshop.compile import make
from mkdocs_workshop.deliver import print_runs
from mkdocs_workshop.deliver.again import Again
from mkdocs_workshop.deliver.makers import makers
from mkdocs_workshop.deliver.parts import PARTS
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.artifact import Artifact, Label
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.reading.states import of_words, states
from mkdocs_workshop.reading.translation.readings import PartState
from mkdocs_workshop.site import pages
from mkdocs_workshop.site.pages.book import Book, open_book
from tests.conftest import TODAY

FILES = (
    Artifact(
        "downloads/en/a.txt", "Text", "facilitator", "Title", "a.yml", Label("form", "txt", "A", "en", "1.0", "m")
    ),
    Artifact("downloads/en/b.bin", b"\x00\xff"),
)


class Maker:
    """Counts how often it is asked, and notes which other languages it could read."""

    def __init__(self, name: str = "a_maker", module: str = "mkdocs_workshop.made") -> None:
        self.__name__ = name
        self.__module__ = module
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
    maker = Maker("form_files")
    _made(edition, maker, {"en": "a", "ru": "a"})
    assert maker.beside == ["ru"]
    _made(edition, maker, {"en": "b", "ru": "b"})
    assert maker.asked == 1
    (other,) = edition.beside
    told = dataclasses.replace(other.curriculum, language="kk")
    _made(
        dataclasses.replace(edition, beside=(dataclasses.replace(other, curriculum=told),)),
        maker,
        {"en": "a", "ru": "a"},
    )
    assert maker.asked == 2
    _made(edition, maker, {"": "other code", "en": "a", "ru": "a"})
    assert maker.asked == 3


def test_other_languages_are_read_where_a_maker_must_be_asked(edition: Edition) -> None:
    maker, read = Maker("form_files"), []
    alone = dataclasses.replace(edition, beside=())

    def later() -> Edition:
        read.append(1)
        return edition

    for words in ("a", "a", "b"):
        known = {"en": "a", "ru": "a", of_words("ru"): words}
        assert list(Again(alone, "facilitator", known, later).of(maker)) == list(FILES)
    assert maker.asked == len(read) == 2
    assert maker.beside == ["ru"]


def test_one_of_another_package_gets_all_languages_and_is_asked_each_time(edition: Edition) -> None:
    maker = Maker(module="name_list.make")
    for _ in range(2):
        _made(edition, maker, {"en": "a", "ru": "a"})
    assert maker.beside == ["ru"]
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


def test_every_maker_says_what_it_is_not_given() -> None:
    assert {maker.__name__ for maker in makers("facilitator")} == set(PARTS) - {"papers_in_two_languages"}


def test_what_was_taken_knows_its_digest(edition: Edition) -> None:
    _made(edition, Maker(), {"en": "a"})
    for one in _made(edition, Maker(), {"en": "a"}):
        assert vars(one)["sha256"] == hashlib.sha256(one.data).hexdigest()


def test_pages_of_a_paper_are_counted_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[bytes] = []

    def one(file: Artifact) -> int:
        counted.append(file.data)
        return len(file.data)

    monkeypatch.setattr(print_runs, "_counted", one)

    def count(*papers: bytes) -> dict[tuple[str, str], int]:
        made = [Artifact(f"{p!r}", p, label=Label("handout", "pdf", "A", "en", "1.0", "m", f"{p!r}")) for p in papers]
        return print_runs.pages_of([*made, *FILES], tmp_path)

    for papers in ((b"1", b"22"), (b"1", b"22"), (b"1", b"333")):
        assert count(*papers) == {("handout", f"{paper!r}"): len(paper) for paper in papers}
    assert counted == [b"1", b"22", b"333"]
    assert print_runs.pages_of(FILES, tmp_path) == {}


def test_pages_are_taken_whole_where_nothing_that_decides_them_has_changed(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, _, _ = load(small, small.parent)
    assert whole is not None
    asked = []

    def counted(*args: Any, **kwargs: Any) -> Book:
        asked.append(1)
        return open_book(*args, **kwargs)

    monkeypatch.setattr(pages, "open_book", counted)

    def books(*args: Any, **kwargs: Any) -> int:
        """How many books were opened: one for what all builds need, another one for each part of the pages that is made."""
        asked.clear()
        make(*args, documents=False, **kwargs)
        return len(asked)

    every = books(whole, TODAY, tmp_path / "cache", states={"en": "a"})
    assert every > 10
    first = make(whole, TODAY, tmp_path / "cache", documents=False, states={"en": "a"})
    assert make(whole, TODAY, tmp_path / "cache", documents=False, states={"en": "a"}) == first
    assert books(whole, TODAY, tmp_path / "cache", states={"en": "a"}) == 1
    assert books(whole, TODAY, tmp_path / "cache", states={"": "other code", "en": "a"}) == every
    assert books(whole, TODAY + dt.timedelta(1), tmp_path / "cache", states={"en": "b"}) == every
    assert 1 < books(whole, TODAY, tmp_path / "cache", states={"en": "b"}, role="participant") < every
    more = {"ru": {"a.po": PartState(1, 0, "")}}
    assert books(whole, TODAY, tmp_path / "cache", states={"en": "b"}, role="participant", translations=more) == 2


def test_a_message_decides_its_own_language_alone(tmp_path: Path) -> None:
    for path in ("curriculum.yml", "modules/a.yml", "locales/ru/a.po", "locales/kk/a.po"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("a", "utf-8")
    before = states(tmp_path, "en")
    assert set(before) == {"", "en", "ru", "kk", of_words("ru"), of_words("kk")}
    assert states(tmp_path, "en") == before
    (tmp_path / "locales/ru/a.po").write_text("b", "utf-8")
    after = states(tmp_path, "en")
    assert [code for code in before if before[code] != after[code]] == ["ru", of_words("ru")]
    (tmp_path / "modules/a.yml").write_text("b", "utf-8")
    last = states(tmp_path, "en")
    assert [code for code in last if last[code] == after[code]] == ["", of_words("kk"), of_words("ru")]
    assert states(tmp_path, "en", "kg") != states(tmp_path, "en")
    (tmp_path / "curriculum.yml").write_text("base: {package: other}", "utf-8")
    assert states(tmp_path, "en") == {}
