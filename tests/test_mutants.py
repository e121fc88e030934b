"""The tool that makes small changes: each is one that a test could notice."""

from pathlib import Path

from tests.mutation.mutants import mutants

SOURCE = '''\
"""Words about a module."""
T = TypeVar("T")
MOST: Literal["a"] = 3
"""Words about a constant."""
NAMES = {"a": 1 < 2}


def f(x: "int" = 5) -> str:
    """Words about a function."""
    g(x)
    return "" if not x and MOST else f"{x}s"
'''
CHANGES = [
    "a.py:3:21 4", "a.py:5:9 'ax'", "a.py:5:14 (1 <= 2)", "a.py:5:14 2", "a.py:5:18 3", "a.py:10:4 pass", "a.py:11:4 return None",
    "a.py:11:11 (f'{x}s' if not x and MOST else '')", "a.py:11:17 (not x or MOST)", "a.py:11:17 (x)",
]  # fmt: skip


def test_words_and_types_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(SOURCE, "utf-8")
    assert [made.id for made in mutants(tmp_path, tmp_path / "a.py")] == CHANGES
