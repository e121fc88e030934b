"""Golden files: what came out when somebody last looked at it, as text below `tests/golden`."""

import difflib
from collections.abc import Iterable
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "golden"
MOST = 60
"""Lines of a difference that are shown."""


def same(name: str, lines: Iterable[str], request: pytest.FixtureRequest) -> None:
    """Compares lines with `tests/golden/NAME`; `pytest --update` writes them there."""
    path, now = FOLDER / name, [line.rstrip() for line in lines]
    if request.config.getoption("--update"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(now) + "\n", "utf-8")
        return
    before = path.read_text("utf-8").splitlines() if path.exists() else []
    if now != before:
        change = list(difflib.unified_diff(before, now, str(path.relative_to(FOLDER.parent)), "now", lineterm="", n=1))
        more = [f"... {len(change) - MOST} lines more"] if len(change) > MOST else []
        told = (
            "Is this what you meant? Then `pytest --update` with this test keeps it: read the difference before you do."
        )
        pytest.fail("\n".join([*change[:MOST], *more, told]), pytrace=False)
