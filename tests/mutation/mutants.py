"""Small changes of the code: `<` for `<=`, `or` for `and`, a line that is left out."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult, ast.Mod: ast.Mult,
}  # fmt: skip


class Mutant(NamedTuple):
    """A change: where, and what stands there then."""

    path: str
    """Below the package: `teaching/hours.py`."""
    line: int
    column: int
    end_line: int
    end_column: int
    """Columns count bytes, lines from 1, as `ast` does."""
    new: str

    @property
    def id(self) -> str:
        """`teaching/hours.py:12:8 a <= b`, on one line."""
        return f"{self.path}:{self.line}:{self.column} {' '.join(self.new.split())[:60]}"

    def applied(self, source: str) -> str:
        """The source with the change in it."""
        lines = source.encode().splitlines(keepends=True)
        before, after = lines[self.line - 1][: self.column], lines[self.end_line - 1][self.end_column :]
        middle = before + self.new.encode() + after
        return b"".join([*lines[: self.line - 1], middle, *lines[self.end_line :]]).decode()


def mutants(root: Path, path: Path) -> Iterator[Mutant]:
    """Every change of a file that can be compiled, in the order of its lines."""
    source = path.read_text("utf-8")
    tree = ast.parse(source)
    for node in _outside_of_words(tree):
        for new in _changes(node):
            place = (node.lineno, node.col_offset, node.end_lineno or 0, node.end_col_offset or 0)
            mutant = Mutant(path.relative_to(root).as_posix(), *place, new)
            try:
                ast.parse(mutant.applied(source))
            except SyntaxError:
                continue
            yield mutant


def _outside_of_words(tree: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """The nodes that have a place. In f-strings Python 3.11 does not know it; types, their variables and docstrings change nothing."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.JoinedStr | ast.arguments | ast.Import | ast.ImportFrom):
            continue
        if isinstance(child, ast.AnnAssign):
            if child.value:
                yield from _outside_of_words(ast.Expression(child.value))
            continue
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.func.id == "TypeVar":
            continue
        if isinstance(child, ast.expr | ast.stmt):
            yield child
        yield from _outside_of_words(child)


def _changes(node: ast.expr | ast.stmt) -> Iterator[str]:
    match node:
        case ast.Compare(left, [operator], [right]) if type(operator) in _COMPARED:
            yield f"({ast.unparse(ast.Compare(left, [_COMPARED[type(operator)]()], [right]))})"
        case ast.BoolOp(operator, values):
            other = ast.Or() if isinstance(operator, ast.And) else ast.And()
            yield f"({ast.unparse(ast.BoolOp(other, values))})"
        case ast.UnaryOp(ast.Not(), operand):
            yield f"({ast.unparse(operand)})"
        case ast.BinOp(left, operator, right) if type(operator) in _COUNTED:
            yield f"({ast.unparse(ast.BinOp(left, _COUNTED[type(operator)](), right))})"
        case ast.IfExp(test, body, orelse):
            yield f"({ast.unparse(ast.IfExp(test, orelse, body))})"
        case ast.Constant(bool(value)):
            yield str(not value)
        case ast.Constant(int(value)):
            yield str(value + 1)
        case ast.Constant(str(value)) if value:
            yield repr(f"{value}x")
        case ast.Expr(ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign():
            yield "pass"
        case ast.Return(value) if value is not None and not isinstance(value, ast.Constant):
            yield "return None"
