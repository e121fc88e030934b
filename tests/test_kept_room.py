"""Whether a translation fits its place is asked anew wherever an edit can have changed it, and nowhere else."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from mkdocs_workshop.checks import translations
from mkdocs_workshop.commands.new import start
from mkdocs_workshop.compile import check
from mkdocs_workshop.reading.kinds import Loaded
from mkdocs_workshop.reading.translation.apply import Translated, translate

DAY = dt.date(2026, 1, 1)
PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "deck first-module: slides/title/title"
msgid "First module"
msgstr "Раз {fact:example-figure} {link:handout/first-module-card} {link:session/one-day/first-module} {link:module/first-module}"
"""
LONG = "раз два три " * 20


@pytest.fixture
def project(tmp_path: Path) -> Path:
    start(tmp_path / "curriculum", "curriculum", "")
    po = tmp_path / "curriculum" / "locales" / "ru" / "modules" / "first-module.po"
    po.parent.mkdir(parents=True)
    po.write_text(PO, "utf-8")
    # A session that is called after its first activity.
    programme = tmp_path / "curriculum" / "programmes" / "one-day.yml"
    slots = programme.read_text("utf-8").replace("module: first-module,", "activities: [first-module/talk],")
    programme.write_text(slots, "utf-8")
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
        ("modules/first-module/module.yml", "title: First module", f"title: {LONG}"),
        ("modules/first-module/module.yml", "title: The way in three steps", f"title: {LONG}"),
        ("programmes/one-day.yml", "id: first-module, ", f"id: first-module, title: {LONG}, "),
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


@pytest.mark.parametrize(
    ("path", "old"),
    [
        ("modules/first-module/module.yml", "Ask what people do today."),
        ("modules/first-module/handouts/first-module-card.yml", "text: |\n      "),
    ],
)
def test_what_no_slide_can_name_is_looked_at_alone(
    project: Path, monkeypatch: pytest.MonkeyPatch, path: str, old: str
) -> None:
    """Words of a step and of a handout: of all files those alone are translated again that the same PO file translates."""
    _found(project)
    file = project / "curriculum" / path
    assert old in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(old, f"{old}Then wait. ", 1), "utf-8")
    asked: list[set[str]] = []

    def noted(files: Sequence[Loaded], *given: Any, **more: Any) -> Translated:
        asked.append({one.ids[0] if one.ids else one.kind for one in files})
        return translate(files, *given, **more)

    monkeypatch.setattr(translations, "translate", noted)
    again = _found(project)
    assert asked == [{"first-module"}]
    assert again == _found(project, keep=False)


def test_other_files_are_not_asked_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _found(project)
    reading = project / "curriculum" / "modules" / "first-module" / "reading.yml"
    reading.write_text(reading.read_text("utf-8") + "# nothing\n", "utf-8")
    asked: list[object] = []
    monkeypatch.setattr(translations, "translate", lambda *given, **_: asked.append(given))
    _found(project)
    assert asked == []
