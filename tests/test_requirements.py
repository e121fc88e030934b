"""What is installed is known: bounded, locked with hashes, listed with its licence."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.licences import BUILD, ROOT, ROW, TESTS, pinned, plain_name

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NEEDED = [Requirement(line) for line in PROJECT["dependencies"]]
DEV = [Requirement(line) for line in PROJECT["optional-dependencies"]["dev"]]
ALL = [*NEEDED, *(Requirement(line) for lines in PROJECT["optional-dependencies"].values() for line in lines)]


@pytest.mark.parametrize("requirement", ALL, ids=lambda requirement: requirement.name)
def test_every_range_ends_somewhere(requirement: Requirement) -> None:
    assert any(part.operator in {"<", "<=", "=="} for part in requirement.specifier)


@pytest.mark.parametrize(("path", "wanted"), [(BUILD, NEEDED), (TESTS, [*NEEDED, *DEV])], ids=["build", "dev"])
def test_every_dependency_is_locked_in_its_range(path: Path, wanted: list[Requirement]) -> None:
    versions = pinned(path)
    for requirement in wanted:
        version = versions.get(plain_name(requirement.name))
        assert version is not None, f"{requirement.name} is not locked; CONTRIBUTING.md says how"
        assert requirement.specifier.contains(version), (requirement.name, version)


@pytest.mark.parametrize("path", [BUILD, TESTS], ids=lambda path: path.stem)
def test_every_locked_package_has_hashes(path: Path) -> None:
    text = path.read_text("utf-8")
    entries = re.findall(r"^[A-Za-z0-9._-]+==.*(?:\n +.*)*", text, re.MULTILINE)
    assert entries
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("name", ["software.md", "software.ru.md", "software.kk.md"])
def test_the_page_of_licences_names_what_is_locked(name: str) -> None:
    page = (ROOT / "docs" / "about" / name).read_text("utf-8")
    assert ROW.findall(page.partition("{ #tests }")[0]) == sorted(pinned(BUILD))
    assert sorted(ROW.findall(page)) == sorted({*pinned(BUILD), *pinned(TESTS)})
