"""Whatever an author breaks: a problem with a place, never a traceback."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_workshop.compile import can_build, check, make
from mkdocs_workshop.ground.problems import for_ci, in_full
from tests.conftest import ROOT, TODAY


def _lines(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    place = chance.randrange(len(lines))
    other = chance.randrange(len(lines))
    instead = chance.choice(
        [[], [lines[place]] * 2, [lines[other], lines[place]], ["  " + lines[place]], [lines[place].lstrip()]]
    )
    return "".join([*lines[:place], *instead, *lines[place + 1 :]])


def _letters(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text))
    new: str = chance.choice(
        [*"{}[]:,-#&*!|>'\"%@`\t\n <", "\x00", "\u2028", "я", "~", "{fact:x}", "null", "true", "9" * 400, "- ", ": "]
    )
    return text[:place] + new + text[place + chance.randrange(3) :]


def _values(text: str, chance: random.Random) -> str:
    """Another value behind a key: what a tired author types."""
    lines = text.splitlines(keepends=True)
    keyed = [index for index, line in enumerate(lines) if ": " in line]
    place = chance.choice(keyed)
    key = lines[place].partition(": ")[0]
    value = chance.choice(
        [
            "",
            "[]",
            "{}",
            "3",
            "-1",
            "true",
            "no",
            "08:45",
            "2026-13-45",
            "[a, [b]]",
            "{a: b}",
            "''",
            "x" * 5000,
            "&a [*a]",
            "!!python/name:os.system",
        ]
    )
    return "".join([*lines[:place], f"{key}: {value}\n", *lines[place + 1 :]])


@pytest.mark.parametrize("seed", range(150))
def test_any_mistake_is_a_problem_or_none(seed: int, small: Path) -> None:
    chance = random.Random(seed)  # noqa: S311  the same mistakes at every run
    breaks: list[Callable[[str, random.Random], str]] = [_lines, _letters, _values]
    for _ in range(chance.randint(1, 4)):
        path = chance.choice(sorted(small.rglob("*.yml")))
        path.write_text(chance.choice(breaks)(path.read_text("utf-8"), chance), "utf-8")
    checked = check(small, small.parent, TODAY)
    for problem in checked.problems:
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert problem.message
        assert in_full(problem)
        assert "\n" not in for_ci(problem)
    if checked.curriculum is not None and can_build(checked):
        make(checked.curriculum, TODAY, ROOT / ".cache" / "workshop")
    else:
        assert checked.problems


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_any_file_may_be_missing_or_something_else(kind: str, small: Path) -> None:
    for path in sorted(small.rglob("*.yml")):
        kept = path.read_bytes()
        path.unlink()
        if kind == "folder":
            path.mkdir()
        elif kind == "link":
            path.symlink_to("/etc/hostname")
        checked = check(small, small.parent, TODAY)
        assert checked.problems, path
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        path.write_bytes(kept)
