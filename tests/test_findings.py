"""What a check has found is taken again only where nothing has changed."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_workshop import checks
from mkdocs_workshop.commands.new import start
from mkdocs_workshop.compile import check
from mkdocs_workshop.ground.findings import answer_file, found_before, question

DAY = dt.date(2026, 1, 1)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small curriculum, with a text that is too short for its minutes."""
    start(tmp_path / "curriculum", "curriculum", "")
    plan = tmp_path / "curriculum" / "modules" / "first-module" / "module.yml"
    plan.write_text(plan.read_text("utf-8").replace("minutes: 15", "minutes: 10"), "utf-8")
    return tmp_path


def _found(project: Path, day: dt.date = DAY, *, strict: bool = False) -> list[str]:
    done = check(project / "curriculum", project, day, strict, every_language=True, keep=project / "cache")
    return [problem.code for problem in done.problems]


def _key(project: Path, day: dt.date = DAY, *, strict: bool = False) -> str | None:
    return question(project / "curriculum", project, day, strict, every_language=True)


def test_nothing_is_asked_twice(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = check(project / "curriculum", project, DAY, every_language=True, keep=project / "cache")
    assert "W401" in [problem.code for problem in first.problems]
    monkeypatch.setattr(checks, "run", lambda *_: pytest.fail("the rules were asked again"))
    again = check(project / "curriculum", project, DAY, every_language=True, keep=project / "cache")
    assert again.problems == first.problems
    assert [p.excerpt for p in again.problems] == [p.excerpt for p in first.problems]
    assert again.translations == first.translations
    assert again.curriculum is not None


def _words(project: Path) -> None:
    (project / "curriculum" / "words.yml").write_text("words: []\n", "utf-8")


def _table(project: Path) -> None:
    (project / "docs").mkdir()
    (project / "docs" / "people.csv").write_text("name,phone\n", "utf-8")


def _po(project: Path) -> None:
    path = project / "curriculum" / "locales" / "ru" / "facts.po"
    path.parent.mkdir(parents=True)
    path.write_text("", "utf-8")


def _page(project: Path) -> None:
    (project / "docs").mkdir()
    (project / "docs" / "about.md").write_text("# About us\n", "utf-8")


@pytest.mark.parametrize("change", [_words, _table, _po, _page])
def test_a_change_asks_anew(change: Callable[[Path], None], project: Path) -> None:
    before = _key(project)
    change(project)
    assert _key(project) not in {before, None}


def test_another_day_and_another_strictness_ask_anew(project: Path) -> None:
    keys = {_key(project), _key(project, dt.date(2026, 1, 2)), _key(project, strict=True)}
    assert len(keys) == 3


def test_what_was_mended_is_gone(project: Path) -> None:
    assert "W401" in _found(project)
    plan = project / "curriculum" / "modules" / "first-module" / "module.yml"
    plan.write_text(plan.read_text("utf-8").replace("minutes: 10", "minutes: 15", 1), "utf-8")
    assert "W401" not in _found(project)


def test_a_damaged_answer_is_no_answer(project: Path) -> None:
    first = _found(project)
    answer = answer_file(project / "cache", None)
    answer.write_text(answer.read_text("utf-8").replace("W401", "W409"), "utf-8")
    key = _key(project)
    assert key is not None
    assert found_before(answer, key) is None
    assert _found(project) == first


def test_a_base_and_a_link_are_always_asked(project: Path) -> None:
    (project / "elsewhere.yml").write_text("words: []\n", "utf-8")
    (project / "curriculum" / "words.yml").symlink_to(project / "elsewhere.yml")
    assert _key(project) is None
    (project / "curriculum" / "words.yml").unlink()
    assert _key(project) is not None
    manual = project / "curriculum" / "curriculum.yml"
    text = manual.read_text("utf-8")
    for key in ("base:", '"base" :'):
        manual.write_text(f"{text}{key} {{curriculum: other}}\n", "utf-8")
        assert _key(project) is None


def test_a_folder_that_can_not_be_written_keeps_nothing(project: Path) -> None:
    (project / "cache").write_text("a file where the folder would be", "utf-8")
    assert "W401" in _found(project)
