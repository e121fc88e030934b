"""Whether a translation fits its place is asked anew wherever an edit can have changed it, and nowhere else."""

import datetime as dt
from pathlib import Path

import pytest

from mkdocs_workshop.checks import translations
from mkdocs_workshop.commands.new import start
from mkdocs_workshop.compile import check

DAY = dt.date(2026, 1, 1)
PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "deck first-module: slides/title/title"
msgid "First module"
msgstr "Раз {fact:example-figure} {link:handout/first-module-card} {link:session/two-day/opening}"
"""
LONG = "раз два три " * 20


@pytest.fixture
def project(tmp_path: Path) -> Path:
    start(tmp_path / "curriculum", "curriculum", "")
    po = tmp_path / "curriculum" / "locales" / "ru" / "modules" / "first-module.po"
    po.parent.mkdir(parents=True)
    po.write_text(PO, "utf-8")
    return tmp_path


def _found(project: Path, *, keep: bool = True) -> list[str]:
    cache = project / "cache" if keep else None
    done = check(project / "curriculum", project, DAY, every_language=True, keep=cache)
    return [f"{problem.code} {problem.place} {problem.message}" for problem in done.problems]


def _unfit(found: list[str]) -> int:
    return sum(line.startswith("W032") for line in found)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("facts.yml", 'value: "12"', f'value: "{LONG}"'),
        ("locales/ru/modules/first-module.po", 'msgstr "Раз', f'msgstr "{LONG}'),
        ("modules/first-module/handouts/first-module-card.yml", "title: ", f"title: {LONG}"),
    ],
)
def test_what_a_text_names_may_grow_too_long(project: Path, path: str, old: str, new: str) -> None:
    assert _unfit(_found(project)) == 0
    file = project / "curriculum" / path
    assert old in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    again = _found(project)
    assert _unfit(again) > 0
    assert again == _found(project, keep=False)


def test_new_english_takes_its_translation_away(project: Path) -> None:
    po = project / "curriculum" / "locales" / "ru" / "modules" / "first-module.po"
    po.write_text(PO.replace("Раз", LONG), "utf-8")
    assert _unfit(_found(project)) > 0
    deck = project / "curriculum" / "modules" / "first-module" / "deck.yml"
    deck.write_text(deck.read_text("utf-8").replace("title: First module", "title: Another one"), "utf-8")
    again = _found(project)
    assert _unfit(again) == 0
    assert again == _found(project, keep=False)


def test_other_files_are_not_asked_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _found(project)
    reading = project / "curriculum" / "modules" / "first-module" / "reading.yml"
    reading.write_text(reading.read_text("utf-8") + "# nothing\n", "utf-8")
    asked: list[object] = []
    monkeypatch.setattr(translations, "translate", lambda *given, **_: asked.append(given))
    _found(project)
    assert asked == []
