"""Golden files: a text that was looked at once and must come out again. `pytest --update` rewrites them; read the difference then."""

import difflib
from collections.abc import Iterable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def assert_golden(request: pytest.FixtureRequest, name: str, lines: Iterable[str]) -> None:
    """The lines are those of `tests/golden/<name>`; if not, the test fails with the difference."""
    path, made = GOLDEN / name, "".join(f"{line.rstrip()}\n" for line in lines)
    if request.config.getoption("--update"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, "utf-8")
        return
    known = path.read_text("utf-8")
    if made != known:
        # Made by hand: pytest compares long texts letter by letter, which takes minutes.
        parts = difflib.unified_diff(known.splitlines(), made.splitlines(), name, "made now", lineterm="", n=1)
        pytest.fail("\n".join(list(parts)[:60]), pytrace=False)
