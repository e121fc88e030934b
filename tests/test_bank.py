"""The statistics of the item bank, on an example that was counted by hand."""

import shutil
from pathlib import Path

import pytest

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.model.check import Option, SingleQuestion
from mkdocs_workshop.teaching.bank import bank_figures
from tests.conftest import ROOT


def _single(right: str, *wrong: str, at: int = 0) -> SingleQuestion:
    texts = list(wrong)
    texts.insert(at, right)
    options = tuple(Option(id=f"o{place}", text=text, feedback="F") for place, text in enumerate(texts))
    return SingleQuestion(kind="single", id="q", outcome="o", text="T?", options=options, key=f"o{at}")


def test_figures_are_those_of_the_example() -> None:
    """Right: 4 and 1 words, so 2.5 each. Wrong: 1, 1, 2 and 2 words, so 1.5 each. 2.5 / 1.5 = 1.67."""
    figures = bank_figures([_single("one two three four", "a", "b", at=1), _single("one", "a b", "c d")])
    assert figures.longest == 1
    assert dict(figures.positions) == {2: 1, 1: 1}
    assert figures.ratio == pytest.approx(5 / 3)


def test_two_longest_options_give_nothing_away() -> None:
    assert bank_figures([_single("same", "size", "no")]).longest == 0


def test_nothing_has_no_ratio() -> None:
    assert bank_figures([]).ratio is None


def test_the_command_prints_each_module_and_all(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small.parent)
    kinds = ROOT / "tests" / "examples" / "check-of-all-kinds.yml"
    shutil.copy(kinds, small / "modules" / "first-module" / "check.yml")
    assert main(["bank"]) == 0
    head, module, whole = capsys.readouterr().out.splitlines()
    assert head.split()[0] == "module"
    assert module.split() == ["first-module", "5", "1", "0", "of", "1", "1.0", "A1", "1", "/", "0"]
    assert whole.split()[1:] == module.split()[1:]


def test_the_command_shows_what_can_not_be_read(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small.parent)
    (small / "modules" / "first-module" / "check.yml").write_text("questions: 1\n", "utf-8")
    assert main(["bank"]) == 1
    assert "W203" in capsys.readouterr().out
