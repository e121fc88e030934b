"""A card that is too long for its paper is told to its author, at its place, before anything is published."""

from pathlib import Path

import pytest

from mkdocs_workshop.__main__ import main
from tests.conftest import build_site

CARD = "curriculum/modules/first-module/handouts/first-module-card.yml"
OTHER = "curriculum/modules/first-module/handouts/second-card.yml"
SENTENCE = "Look around you, ask the people who are there, and only then go in. "


@pytest.fixture
def long_cards(project: Path) -> Path:
    """A project with a card that fits, and two that do not."""
    module = project / "curriculum" / "modules" / "first-module" / "module.yml"
    text = module.read_text("utf-8")
    assert "handouts: [first-module-card]" in text
    module.write_text(
        text.replace("handouts: [first-module-card]", "handouts: [first-module-card, second-card, third-card]"), "utf-8"
    )
    card = (project / CARD).read_text("utf-8")
    assert card.splitlines()[7] == "paper: A6"
    (project / OTHER).with_name("third-card.yml").write_text(card, "utf-8")
    for path, times in ((CARD, 70), (OTHER, 120)):
        (project / path).write_text(card.replace("- [ ] Look\n", f"- [ ] {SENTENCE * times}\n"), "utf-8")
    return project


def test_every_card_that_is_too_long_is_told_at_once(long_cards: Path) -> None:
    done = build_site(long_cards)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert f"{CARD}:8:8: W804 the card takes " in done.stderr
    assert f"{OTHER}:8:8: W804 the card takes " in done.stderr
    assert "8 | paper: A6" in done.stderr
    assert "= Shorten it, or give it larger paper: `paper: A5`." in done.stderr
    assert "2 errors in 2 files." in done.stderr
    assert "third-card" not in done.stderr
    assert not (long_cards / "site").exists()


def test_the_advice_helps(long_cards: Path) -> None:
    for path in (CARD, OTHER):
        file = long_cards / path
        file.write_text(file.read_text("utf-8").replace("paper: A6", "paper: A5"), "utf-8")
    done = build_site(long_cards)
    assert done.returncode == 0, done.stderr


def test_the_folder_for_other_generators_says_the_same(
    long_cards: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(long_cards)
    assert main(["build", "--markdown", "out"]) == 1
    said = capsys.readouterr().out
    assert f"{CARD}:8:8: W804" in said
    assert f"{OTHER}:8:8: W804" in said
    assert not (long_cards / "out").exists()


def test_a_folder_for_other_generators_names_ways_that_are_not_known(
    long_cards: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(long_cards)
    config = long_cards / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("workshop]", "{workshop: {variants: [leaflet]}}]"), "utf-8")
    assert "leaflet" in config.read_text("utf-8")
    assert main(["build", "--markdown", "out"]) == 2
    assert (
        "`variants` names `leaflet`, and papers are not made so. There are: booklet, large-print"
        in capsys.readouterr().err
    )
    assert not (long_cards / "out").exists()
