"""Modules of another curriculum: a small second site takes two, says texts in its own words, and adds one."""

import shutil
from pathlib import Path

import pytest

from mkdocs_workshop.compile import Checked, check
from mkdocs_workshop.ground.problems import one_line
from tests.conftest import ROOT, TODAY, build_site, store

EXAMPLE = Path("tests") / "examples" / "academy-site"


@pytest.fixture
def academy(tmp_path: Path) -> Path:
    """A copy of the example with the manual at the place where it looks for it."""
    shutil.copytree(ROOT / "curriculum", tmp_path / "curriculum")
    shutil.copytree(ROOT / EXAMPLE, tmp_path / EXAMPLE)
    return tmp_path / EXAMPLE


def _checked(academy: Path) -> Checked:
    return check(academy / "curriculum", academy, TODAY)


def _said(academy: Path) -> list[str]:
    return [one_line(problem) for problem in _checked(academy).problems if problem.severity != "notice"]


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_the_site_has_its_own_module_and_the_two_it_takes(academy: Path) -> None:
    curriculum = _checked(academy).curriculum
    assert curriculum is not None
    assert set(curriculum.modules) == {"occupational-safety", "referral-schemes", "our-addresses"}
    reading = curriculum.modules["referral-schemes"].reading
    assert reading is not None
    assert reading.sections[0].title == "A stairwell in the academy's own district"
    assert "facts" in {file.kind for file in curriculum.files}


def test_a_file_of_its_own_stands_in_for_the_one_of_the_base(academy: Path) -> None:
    path = "modules/referral-schemes/check.yml"
    (academy / "curriculum" / path).parent.mkdir()
    shutil.copy(academy.parents[2] / "curriculum" / path, academy / "curriculum" / path)
    _change(academy / "curriculum" / path, "pass_mark: 80", "pass_mark: 60")
    curriculum = _checked(academy).curriculum
    assert curriculum is not None
    check_ = curriculum.modules["referral-schemes"].check
    assert check_ is not None
    assert check_.pass_mark == 60


def test_a_text_that_vanished_from_the_base_is_an_error(academy: Path) -> None:
    _change(academy / "curriculum" / "overrides.yml", "sections/a-stairwell/title", "sections/a-stairwel/title")
    (said,) = _said(academy)
    assert said.startswith("curriculum/overrides.yml:7:9: W122")
    (problem,) = (one for one in _checked(academy).problems if one.code == "W122")
    assert problem.advice == "Did you mean `sections/a-stairwell/title`?"


def test_a_module_that_vanished_from_the_base_is_an_error(academy: Path) -> None:
    _change(academy / "curriculum" / "curriculum.yml", "[occupational-safety, ", "[ocupational-safety, ")
    problems = [problem for problem in _checked(academy).problems if problem.code == "W121"]
    assert [problem.advice for problem in problems] == ["Did you mean `occupational-safety`?"]


def test_a_base_that_is_not_there_is_an_error(academy: Path) -> None:
    _change(academy / "curriculum" / "curriculum.yml", "curriculum: ../../../curriculum", "curriculum: no_such_package")
    assert any("W120" in line for line in _said(academy))


def test_a_package_can_be_the_base(academy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "packages" / "a_manual_to_take"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    shutil.move(tmp_path / "curriculum", package / "curriculum")
    monkeypatch.syspath_prepend(str(package.parent))
    _change(academy / "curriculum" / "curriculum.yml", "../../../curriculum", "a_manual_to_take")
    assert _said(academy) == []


def test_the_site_builds_under_strict(academy: Path) -> None:
    (academy / "docs").mkdir(exist_ok=True)
    _change(academy / "mkdocs.yml", "[search, workshop]", "[search, workshop: {documents: false}]")
    (academy / ".cache").symlink_to(store("small"))
    done = build_site(academy)
    assert done.returncode == 0, done.stderr
    assert "own district" in "".join(path.read_text("utf-8") for path in (academy / "site").rglob("*.html"))
