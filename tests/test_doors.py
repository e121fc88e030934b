"""Other packages add a kind of document and a rule: the example package, built and installed as its users would."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_workshop.ground import doors
from tests.conftest import BUILD_ENVIRONMENT, ROOT

PACKAGE = ROOT / "tests" / "examples" / "short-titles"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages with the example in it."""
    folder = tmp_path_factory.mktemp("packages")
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--no-index"]
    done = subprocess.run(
        [*command, "--target", str(folder), str(PACKAGE)], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return folder


def _with(packages: Path) -> dict[str, str]:
    return {**BUILD_ENVIRONMENT, "PYTHONPATH": str(packages)}


def test_a_rule_of_another_package_is_reported_with_its_place(installed: Path, project: Path) -> None:
    module = next((project / "curriculum" / "modules").glob("*/module.yml"))
    text = module.read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    module.write_text(text.replace(title, "title: A title of far too many words"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs_workshop", "check"],
        cwd=project,
        env=_with(installed),
        check=False,
        capture_output=True,
        text=True,
    )
    line = text.splitlines().index(title) + 1
    assert f"{module.relative_to(project)}:{line}:8: S101 the title has 7 words" in done.stdout + done.stderr
    assert "Use at most three words." in done.stdout + done.stderr


def test_a_document_of_another_package_is_in_the_manifest_and_the_library(installed: Path, project: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    done = subprocess.run(command, cwd=project, env=_with(installed), check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    listed = json.loads((project / "site" / "downloads" / "manifest.json").read_text("utf-8"))["downloads"]
    assert [entry["path"] for entry in listed if entry["kind"] == "session-list"] == ["downloads/session-list.txt"]
    assert (project / "site" / "downloads" / "session-list.txt").read_text("utf-8").strip()
    pages = [path.read_text("utf-8") for path in (project / "site").rglob("index.html") if "downloads" in path.parts]
    assert any("List of modules" in page for page in pages)


def test_a_package_that_can_not_be_loaded_is_a_problem_not_a_traceback(tmp_path: Path, project: Path) -> None:
    meta = tmp_path / "broken-1.0.dist-info"
    meta.mkdir()
    (meta / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
    (meta / "entry_points.txt").write_text(
        "[mkdocs_workshop.checks]\nmissing = no_such_package:RULES\nodd = os:sep\n"
        "[mkdocs_workshop.documents]\nodd = os:sep\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs_workshop", "check"],
        cwd=project,
        env=_with(tmp_path),
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    told = done.stdout + done.stderr
    assert "broken 1.0:1:1: W135 the package adds `missing` to mkdocs_workshop.checks: it can not be loaded" in told
    assert "adds `odd` to mkdocs_workshop.checks: it is no sequence of rules" in told
    assert "adds `odd` to mkdocs_workshop.documents: it is no kind of document" in told


def test_nothing_is_added_where_nothing_is_installed() -> None:
    assert list(doors.document_kinds()) == []
