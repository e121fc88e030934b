"""What rules and gates found is taken again only where nothing has changed that decides it: each edit gives what a first check gives."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from mkdocs_workshop.checks import RULES, apart
from mkdocs_workshop.commands.new import start
from mkdocs_workshop.compile import Checked, check
from mkdocs_workshop.ground.problems import Problem
from mkdocs_workshop.reading.curriculum import Curriculum
from mkdocs_workshop.reading.kinds import Loaded
from mkdocs_workshop.reading.translation import gates, overview, po

DAY = dt.date(2026, 1, 1)
PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "deck first-module: slides/title/title"
msgid "First module"
msgstr "Первый модуль"

msgctxt "deck first-module: slides/title/notes"
msgid "Welcome 12 people."
msgstr "Встретьте {} человек."
"""
MODULE = "modules/first-module"
WORDS = "words:\n  - avoid: [junkie]\n    use: person who uses drugs\n    why: People first.\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One project for all edits: each of them must be seen behind all the others."""
    root = tmp_path_factory.mktemp("rules")
    start(root / "curriculum", "curriculum", "")
    po = root / "curriculum" / "locales" / "ru" / "modules" / "first-module.po"
    po.parent.mkdir(parents=True)
    po.write_text(PO.format(12), "utf-8")
    manual = root / "curriculum" / "curriculum.yml"
    manual.write_text(manual.read_text("utf-8") + "\nlanguages: [ru]\n", "utf-8")
    return root


def _checked(project: Path, *, keep: bool = True) -> Checked:
    cache = project / "cache" if keep else None
    return check(project / "curriculum", project, DAY, every_language=True, keep=cache)


def _edits() -> Iterator[tuple[str, str, str, str]]:
    """A file, what stands in it or nothing for all of it, what comes in its place, and what is found then, or found no more."""
    yield f"{MODULE}/handouts/first-module-card.yml", "title: ", "title: A junkie, or ", ""
    yield "words.yml", "", WORDS, "W607"
    yield f"{MODULE}/reading.yml", "title: ", "title: <b>A junkie</b> ", "W601"
    yield f"{MODULE}/deck.yml", "title: First module", f"title: {'Long words ' * 40}", "W515"
    yield "locales/ru/modules/first-module.po", "12 человек", "21 человек", "W003"
    yield "locales/ru/language.yml", "", "letters: a\n", "W202"
    yield "facts.yml", 'value: "12"', f'value: "{"words " * 90}"', ""
    yield f"{MODULE}/module.yml", "purpose: ", "purpose: 12 % of ", "W608"
    yield "words.yml", "junkie", "other", "W607"


@pytest.mark.parametrize(("path", "old", "new", "code"), [*_edits()])
def test_an_edit_finds_what_a_first_check_finds(project: Path, path: str, old: str, new: str, code: str) -> None:
    before = _checked(project)
    file = project / "curriculum" / path
    text = file.read_text("utf-8") if file.is_file() else ""
    assert old in text
    file.write_text(text.replace(old, new, 1) if old else new, "utf-8")
    again = _checked(project)
    assert again.problems == _checked(project, keep=False).problems
    assert again.translations == _checked(project, keep=False).translations
    if code:
        counts = [sum(problem.code == code for problem in one.problems) for one in (before, again)]
        assert counts[0] != counts[1]


def test_a_damaged_record_says_nothing(project: Path) -> None:
    first = _checked(project)
    for record in (project / "cache" / "check").glob("*.json"):
        record.write_text(json.dumps({}), "utf-8")
    assert _checked(project) == first


def test_words_of_one_handout_ask_nothing_of_other_modules_and_languages(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(project / "curriculum", "module", "second-module")
    _checked(project)
    asked: list[str] = []
    inside, read = apart._of_some, po.read_translations  # noqa: SLF001  counted, and called

    def of_some(curriculum: Curriculum, find: apart.Find, own: Sequence[Loaded]) -> Iterator[Problem]:
        asked.append(own[0].ids[0])
        return inside(curriculum, find, own)

    def read_one(path: Path, shown: str) -> tuple[dict[str, po.Translation], list[Problem]]:
        asked.append(path.name)
        return read(path, shown)

    monkeypatch.setattr(apart, "_of_some", of_some)
    monkeypatch.setattr(gates, "read_translations", lambda *_: asked.append("gates"))
    monkeypatch.setattr(overview, "read_translations", read_one)
    card = project / "curriculum" / MODULE / "handouts" / "first-module-card.yml"
    card.write_text(card.read_text("utf-8").replace("use: ", "use: Then. ", 1), "utf-8")
    _checked(project)
    assert sorted(asked) == ["first-module", "first-module.po"]


def test_a_rule_that_looks_at_files_apart_is_told_no_day() -> None:
    found = [rule.code for rule in RULES if rule.apart]
    assert found
    assert not [rule.code for rule in RULES if rule.apart and (rule.dated or rule.whole)]
