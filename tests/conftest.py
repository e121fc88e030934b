"""What tests share: a small curriculum to start from, and stories that are files."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_workshop.compile import Checked, check
from mkdocs_workshop.new import start
from mkdocs_workshop.problems import one_line

TODAY = dt.date(2026, 11, 22)
ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --update` writes what the stories give today into them; look at the difference before you commit."""
    parser.addoption("--update", action="store_true", help="rewrite the expectations of the stories")


@pytest.fixture(scope="session")
def small_source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The curriculum that `workshop new curriculum` starts, untouched."""
    folder = tmp_path_factory.mktemp("small") / "curriculum"
    start(folder, "curriculum", "")
    return folder


@pytest.fixture
def small(small_source: Path, tmp_path: Path) -> Path:
    """A copy of the small curriculum that a test may change."""
    folder = tmp_path / "curriculum"
    shutil.copytree(small_source, folder)
    return folder


@pytest.fixture
def checked(small: Path) -> Callable[[], Checked]:
    """Checks the small curriculum as it stands when called."""
    return lambda: check(small, small.parent, TODAY)


@pytest.fixture
def problems(checked: Callable[[], Checked]) -> Callable[[], list[str]]:
    """The problems of the small curriculum, one line each."""
    return lambda: [one_line(problem) for problem in checked().problems]


@pytest.fixture
def edit(small: Path) -> Callable[[str, str, str], None]:
    """Replaces words in a file of the small curriculum; the words must be there."""

    def replace(path: str, old: str, new: str) -> None:
        file = small / path
        text = file.read_text("utf-8")
        assert old in text, f"{old!r} is not in {path}"
        file.write_text(text.replace(old, new, 1), "utf-8")

    return replace


@pytest.fixture
def no_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs as on an author's machine."""
    monkeypatch.delenv("CI", raising=False)
