"""Reuse: a built package, a site made from it, audiences by another id, and three ways when the base has changed."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.compile import Checked, check
from mkdocs_workshop.ground.problems import one_line
from mkdocs_workshop.reading.base import base_folder, merged
from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.reading.gate import mark_of
from tests.conftest import ROOT, TODAY

Say = pytest.CaptureFixture[str]

CASE = "modules/first-module/cases/first-module-story.yml"
READING = "modules/first-module/reading.yml"


@pytest.fixture
def here(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose base is the small curriculum, with a second audience and a Russian title."""
    base = small.rename(small.parent / "base")
    manual = base / "curriculum.yml"
    manual.write_text(
        manual.read_text("utf-8")
        .replace("name: Participants}", "name: Participants}\n  - {id: guests, name: Guests}")
        .replace("language: en", "language: en\nlanguages: [ru]"),
        "utf-8",
    )
    case = base / CASE
    case.write_text(
        case.read_text("utf-8").replace(
            "variants:\n",
            "variants:\n  - audience: guests\n    text: What guests know.\n"
            "    questions:\n      - {id: for-guests, text: And you?}\n",
        )
        + "  - question: for-guests\n    text: What a good answer contains.\n",
        "utf-8",
    )
    po = base / "locales" / "ru" / "modules" / "first-module.po"
    po.parent.mkdir(parents=True)
    po.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
                  'msgctxt "module first-module: title"\nmsgid "First module"\nmsgstr "Первый модуль"\n', "utf-8")  # fmt: skip
    monkeypatch.chdir(small.parent)
    return small.parent


def _start(*options: str) -> int:
    return main(["new", "curriculum", "--from", "base", "--modules", "first-module", "--yes", *options])


def _checked(here: Path) -> Checked:
    return check(here / "curriculum", here, TODAY)


def _said(here: Path) -> list[str]:
    return [one_line(problem) for problem in _checked(here).problems]


def _override(here: Path, text: str = "Ours") -> None:
    (here / "curriculum" / "overrides.yml").write_text(
        f"replace:\n  - {{file: {READING}, at: sections/way/title, text: {text}}}\n", "utf-8"
    )


def _change_base(here: Path, old: str, new: str, path: str = READING) -> None:
    file = here / "base" / path
    assert old in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def test_a_list_of_the_base_alone_stays_and_both_become_one(small: Path) -> None:
    whole, _, _ = load(small, small.parent)
    assert whole is not None
    sources = next(file for file in whole.files if file.kind == "sources")
    manual = next(file for file in whole.files if file.kind == "curriculum")
    assert [file.kind for file in merged([manual], [sources])] == ["curriculum", "sources"]
    assert [file.kind for file in merged([manual, sources], [sources])] == ["curriculum", "sources"]


def test_a_site_of_another_curriculum_has_what_its_modules_need(here: Path) -> None:
    assert _start("--title", "Academy") == 0
    manual = yaml.safe_load((here / "curriculum" / "curriculum.yml").read_text("utf-8"))
    assert manual["themes"] == [{"id": "basics", "name": "Basics", "colour": "teal"}]
    assert [one["id"] for one in manual["audiences"]] == ["participants", "guests"]
    assert manual["languages"] == ["ru"]
    assert _said(here) == []
    assert (here / "mkdocs.yml").is_file()


def test_audiences_may_have_another_id_here(here: Path) -> None:
    assert _start("--audience", "participants=crew=Crew", "--audience", "guests=crew=Crew") == 0
    assert [line for line in _said(here) if "W510" not in line] == []
    curriculum = _checked(here).curriculum
    assert curriculum is not None
    parts = curriculum.modules["first-module"]
    assert parts.plan.audiences == ("crew",)
    # Two that became one: what each was told stands in one variant, with the questions of both.
    (variant,) = parts.cases["first-module-story"].variants
    assert variant.text == "What guests know.\n\nWhat this audience knows besides."
    assert [question.id for question in variant.questions] == ["for-guests", "first-thing"]


def test_another_id_changes_no_mark_of_a_reader(here: Path) -> None:
    """What somebody signed in the base is the same text here."""
    assert _start("--audience", "participants=crew=Crew") == 0
    there, _, _ = load(here / "base", here)
    curriculum = _checked(here).curriculum
    assert there is not None
    assert curriculum is not None
    marks = [mark_of(one.file("case", "first-module", "first-module-story"), one.files) for one in (there, curriculum)]
    assert marks[0] == marks[1]


def test_translations_of_the_base_speak_until_there_are_own_ones(here: Path) -> None:
    _start()
    own = here / "curriculum" / "locales" / "ru" / "modules" / "first-module.po"
    texts = []
    for line in (None, 'msgctxt "module first-module: title"\nmsgid "First module"\nmsgstr "Наш модуль"\n'):
        if line:
            own.parent.mkdir(parents=True, exist_ok=True)
            own.write_text(f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n{line}', "utf-8")
        curriculum, _, _ = load(here / "curriculum", here, "ru")
        assert curriculum is not None
        texts.append(curriculum.modules["first-module"].plan.title)
    assert texts == ["Первый модуль", "Наш модуль"]


def test_a_changed_base_is_shown_three_ways_and_nothing_is_lost(here: Path, capsys: Say) -> None:
    _start()
    _override(here)
    assert [line for line in _said(here) if "W851" in line], "nobody noted what the base said"
    assert main(["reuse", "--accept"]) == 0
    assert _said(here) == []
    _change_base(here, "title: The way", "title: The new way")
    (said,) = _said(here)
    assert said.startswith("curriculum/overrides.yml:2:")
    assert "W850 the base has changed `sections/way/title`" in said
    capsys.readouterr()
    assert main(["reuse"]) == 1
    out = capsys.readouterr().out
    assert [line.strip() for line in out.splitlines()[:7]] == [
        f"{READING} sections/way/title",
        "the base said:", "The way", "it says now:", "The new way", "you say:", "Ours",
    ]  # fmt: skip
    curriculum = _checked(here).curriculum
    assert curriculum is not None
    reading = curriculum.modules["first-module"].reading
    assert reading is not None
    assert reading.sections[1].title == "Ours"
    assert main(["reuse", "--accept"]) == 0
    assert main(["reuse"]) == 0
    assert _said(here) == []


def test_a_change_of_another_text_of_the_file_is_no_news(here: Path) -> None:
    _start()
    _override(here)
    main(["reuse", "--accept"])
    _change_base(here, "title: Why this matters", "title: Why")
    assert _said(here) == []


def test_a_whole_file_is_compared_with_both_differences(here: Path, capsys: Say) -> None:
    _start()
    path = "modules/first-module/check.yml"
    (here / "curriculum" / path).parent.mkdir(parents=True)
    text = (here / "base" / path).read_text("utf-8")
    (here / "curriculum" / path).write_text(text.replace("pass_mark: 80", "pass_mark: 60"), "utf-8")
    main(["reuse", "--accept"])
    assert main(["reuse"]) == 0
    _change_base(here, "What comes first?", "What do you do first?", path)
    capsys.readouterr()
    assert main(["reuse"]) == 1
    theirs, _, ours = capsys.readouterr().out.partition("what you have changed")
    assert "+  text: What do you do first?" in theirs
    assert "+pass_mark: 60" in ours
    assert "What do you do first?" not in ours


def test_a_text_that_is_gone_is_still_shown(here: Path, capsys: Say) -> None:
    _start()
    _override(here, "What we say")
    main(["reuse", "--accept"])
    _change_base(here, "id: way", "id: path")
    capsys.readouterr()
    main(["reuse"])
    out = capsys.readouterr().out
    assert "The way" in out
    assert "(it is gone)" in out
    assert "What we say" in out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--from", "no-such-thing"], "there is no curriculum `no-such-thing`"),
        (["--from", "base"], "name the modules to take"),
        (["--from", "base", "--modules", "first-modul"], "Did you mean `first-module`?"),
        (["--from", "base", "--modules", "first-module", "--audience", "gests=X"], "Did you mean `guests`?"),
    ],
)
def test_what_can_not_be_taken_is_wrong_use(here: Path, options: list[str], said: str, capsys: Say) -> None:
    assert main(["new", "curriculum", "--yes", *options]) == 2
    assert said in capsys.readouterr().err
    assert not (here / "curriculum").exists()


def test_a_base_beside_the_project_is_named_and_not_linked(here: Path) -> None:
    """A folder outside is taken when the path says so; a link in the project that leads there is not."""
    project = here / "project"
    project.mkdir()
    (project / "inside").symlink_to(here / "base")
    assert base_folder("../base", project) == here / "base"
    assert base_folder("inside", project) is None


def test_the_manual_is_a_package_that_gives_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_ci: None, capsys: Say
) -> None:
    """The wheel as it is published, unpacked as an installer would, without a network."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT / "plugins" / "side-by-side-curriculum", check=True, capture_output=True)
    (wheel,) = tmp_path.glob("side_by_side_curriculum-*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        packed.extractall(tmp_path / "installed")
    assert "side_by_side/__init__.py" in names
    assert "side_by_side/curriculum/locales/kk/modules/referral-schemes.po" in names
    version = yaml.safe_load((ROOT / "curriculum" / "curriculum.yml").read_text("utf-8"))["version"]
    assert wheel.name.split("-")[1] == version
    monkeypatch.syspath_prepend(str(tmp_path / "installed"))
    site = tmp_path / "academy"
    site.mkdir()
    monkeypatch.chdir(site)
    modules = "occupational-safety,referral-schemes"
    arguments = ["--from", "side-by-side", "--modules", modules, "--audience", "police=cadets=Cadets", "--yes"]
    assert main(["new", "curriculum", *arguments]) == 0
    assert "side-by-side-curriculum>=" in (site / "requirements.txt").read_text("utf-8")
    capsys.readouterr()
    assert main(["check"]) == 0, capsys.readouterr().out
    curriculum, _, _ = load(site / "curriculum", site, "ru")
    assert curriculum is not None
    assert set(curriculum.modules) == {"occupational-safety", "referral-schemes"}
    taken = curriculum.modules["occupational-safety"].plan
    assert taken.title not in curriculum.untranslated
    assert "cadets" in taken.audiences


def test_a_file_of_ones_own_needs_no_plan_beside_it(here: Path) -> None:
    """The plan of its module is that of the base; of a module that nobody has, it is missing."""
    _start()
    path = here / "curriculum" / "modules" / "first-module" / "check.yml"
    path.parent.mkdir(parents=True)
    path.write_text((here / "base" / "modules" / "first-module" / "check.yml").read_text("utf-8"), "utf-8")
    assert not [line for line in _said(here) if "W101" in line]
    path.parent.rename(path.parent.with_name("second-module"))
    assert [line.partition(":")[0] for line in _said(here) if "W101" in line] == [
        "curriculum/modules/second-module/module.yml"
    ]
