"""Golden files: what the software made when somebody last looked at it, as text below `golden/`."""

import difflib
from collections.abc import Iterable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def assert_golden(request: pytest.FixtureRequest, name: str, made: str | Iterable[str]) -> None:
    """Compares a text, or its lines, with the golden file `name` (`packages/gift.txt`); `pytest --update` writes it there.

    Spaces at the ends of lines do not count. Raises AssertionError with what differs, line by line.
    """
    lines = "\n".join(line.rstrip() for line in (made.split("\n") if isinstance(made, str) else made))
    path, text = GOLDEN / name, lines.rstrip("\n") + "\n"
    if request.config.getoption("--update"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return
    kept = path.read_text("utf-8") if path.exists() else ""
    if text != kept:
        differs = difflib.unified_diff(
            kept.splitlines(), text.splitlines(), f"golden/{name}", "made now", "", "", 2, ""
        )
        shown = "\n".join(differs)
        raise AssertionError(
            f"{shown}\n\nIs this what the change was for? Look at each line; then run the test with --update."
        )
