"""Docstrings: functions on plain words and numbers show an example, and what an example says is true."""

import ast
import importlib
import re
from collections.abc import Iterable, Iterator

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "plugins" / "mkdocs_workshop"
_PLAIN = {
    *("str", "int", "float", "bool", "bytes", "None", "dt", "date"),
    *("Sequence", "Iterable", "Iterator", "Mapping", "AbstractSet", "tuple", "list", "set", "frozenset", "dict"),
}
_SHOWS = re.compile(r'["`]|\d')
"""Words in quotes, code, or a number."""
_GIVES = re.compile(r"`(\w+\([^`]*\)[^`]*)`\s+gives\s+`([^`]+)`")
"""A call and its result."""


def _read() -> Iterator[tuple[str, ast.FunctionDef, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield name, node, ast.get_docstring(node) or ""


FUNCTIONS = tuple(_read())
"""Every function that others may call, with the name of its module and its docstring."""
EXAMPLES = [(name, call, result) for name, _, text in FUNCTIONS for call, result in _GIVES.findall(text)]
"""Module, call and result of every example that says what a call gives."""


def takes_plain_values(function: ast.FunctionDef) -> bool:
    """Whether words, numbers and days go in, and something of that kind comes out: it takes apart, or computes."""
    asked = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    kinds = [*(one.annotation for one in asked), function.returns]
    if not asked or function.returns is None or ast.unparse(function.returns) == "None":
        return False
    parts = [part for kind in kinds if kind is not None for part in ast.walk(kind)]
    named = {part.id for part in parts if isinstance(part, ast.Name)}
    return named <= _PLAIN and not any(isinstance(part, ast.Constant) and part.value for part in parts)


def without_example(found: Iterable[tuple[str, ast.FunctionDef, str]]) -> list[str]:
    """Of these functions, those that take plain values and show no example."""
    return [f"{name}.{one.name}" for name, one, text in found if takes_plain_values(one) and not _SHOWS.search(text)]


def test_a_function_on_plain_values_shows_an_example() -> None:
    assert without_example(FUNCTIONS) == []
    assert sum(takes_plain_values(one) for _, one, _ in FUNCTIONS) > 200


def test_a_missing_example_is_seen() -> None:
    (bare, shown) = ast.parse(
        "def a(text: str) -> int: 'How long it is.'\ndef b(text: str) -> int: '`b(\"x\")` is 1.'"
    ).body
    assert isinstance(bare, ast.FunctionDef)
    assert isinstance(shown, ast.FunctionDef)
    found = [("module", one, ast.get_docstring(one) or "") for one in (bare, shown)]
    assert without_example(found) == ["module.a"]


@pytest.mark.parametrize("module", sorted({name for name, _, _ in EXAMPLES}))
def test_an_example_is_true(module: str) -> None:
    """It is evaluated with the names of its own module."""
    names = dict(vars(importlib.import_module(module)))
    for call, result in [(call, result) for name, call, result in EXAMPLES if name == module]:
        assert eval(call, names) == eval(result, names), call  # noqa: S307  our own docstrings


def test_a_function_that_raises_says_what() -> None:
    """`raise` in its own lines; what it calls has a docstring of its own. That of a command is its help: exit statuses stand there."""
    silent = [
        f"{name}.{one.name}"
        for name, one, text in FUNCTIONS
        if "Raises " not in text
        and not (".commands." in name and one.decorator_list)
        and any(isinstance(node, ast.Raise) and node.exc for node in ast.walk(one))
    ]
    assert silent == []
