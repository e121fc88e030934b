"""Several languages of one build read the same files once."""

import shutil
from pathlib import Path

import pytest

from mkdocs_workshop.ground.problems import Place, Problem
from mkdocs_workshop.reading.remembered import load_once


@pytest.fixture
def folder(small_source: Path, tmp_path: Path) -> Path:
    """A curriculum that a test may change."""
    return Path(shutil.copytree(small_source, tmp_path / "curriculum"))


def test_what_has_not_changed_is_read_once(folder: Path) -> None:
    first, problems, complete = load_once(folder, folder.parent)
    # What a caller does to its list.
    problems.append(Problem(Place("a.yml"), "W101", "a mistake", "Mend it."))
    second, again, whole = load_once(folder, folder.parent)
    assert first is second is not None
    assert complete
    assert whole
    assert len(again) == len(problems) - 1
    assert load_once(folder, folder.parent, country="xx")[0] is not first


def test_a_file_that_changed_is_read_again(folder: Path) -> None:
    before, _, _ = load_once(folder, folder.parent)
    path = folder / "modules" / "first-module" / "module.yml"
    path.write_text(path.read_text("utf-8").replace("title: First module", "title: Other module"), "utf-8")
    after, _, _ = load_once(folder, folder.parent)
    assert before is not None
    assert after is not None
    assert (before.modules["first-module"].plan.title, after.modules["first-module"].plan.title) == (
        "First module",
        "Other module",
    )


def test_what_lies_elsewhere_is_read_each_time(folder: Path) -> None:
    manual = folder / "curriculum.yml"
    manual.write_text(manual.read_text("utf-8") + "base: {package: nowhere, modules: []}\n", "utf-8")
    assert load_once(folder, folder.parent)[0] is not load_once(folder, folder.parent)[0]
    assert load_once(folder / "none", folder.parent)[0] is None
