"""A document as text, one line a block: what stands in it and in which form, without a format."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from mkdocs_workshop.documents.tree.blocks import (
    Box,
    Cite,
    Emphasis,
    Field,
    Inline,
    Link,
    List,
    Paragraph,
    Strong,
    Text,
    ToFill,
    Value,
)
from mkdocs_workshop.documents.tree.document import Document
from mkdocs_workshop.documents.tree.sides import Both

MOST = 22
"""Letters of a text that are shown; how many it has stands behind it."""


def document_lines(document: Document) -> Iterator[str]:
    """What stands around the parts of a document, then its parts; long texts are cut."""
    lines = TreeLines(MOST)
    for field in fields(document):
        value = getattr(document, field.name)
        if field.name not in {"parts", "cover"} and value:
            yield f"{field.name}: {lines.short(str(value))}"
    yield from lines.of((document.cover, *document.parts))


class TreeLines:
    """Writes trees as lines."""

    def __init__(self, most: int) -> None:
        self.most = most

    def of(self, tree: Iterable[Any]) -> Iterator[str]:
        """The blocks of a tree; what lies in a block stands below it, two letters to the right."""
        for part in tree:
            yield from self._lines("", part, 0)

    def _lines(self, name: str, value: Any, depth: int) -> Iterator[str]:
        label = f"{'  ' * depth}{name + '=' if name else ''}"
        if isinstance(value, Paragraph):
            yield f"{label}¶ {self.words(value.children)}"
        elif isinstance(value, List):
            for number, item in enumerate(value.items, value.first):
                sign = f"{number}." if value.ordered else "•"
                yield from self._marked(f"{label}{sign}{' ☐' if item.box else ''}", item.blocks, depth)
        elif isinstance(value, tuple) and not any(map(_is_node, _leaves(value))):
            yield from self._row_or_rows(label, value, depth)
        elif isinstance(value, tuple):
            yield from self._marked(label, value, depth if name else depth - 1)
        elif _is_node(value):
            yield from self._node(label, value, depth)
        elif value is not None:
            yield label + (self.words((value,)) if isinstance(value, Inline) else self.short(value))

    def _node(self, label: str, node: Any, depth: int) -> Iterator[str]:
        parts = [(field.name, getattr(node, field.name)) for field in fields(node)]
        flat = [f"{at}={self.short(one)}" for at, one in parts if isinstance(one, str | int | float) and one]
        yield " ".join([label + type(node).__name__, *flat])
        for at, one in parts:
            if not isinstance(one, str | int | float) and one:
                yield from self._lines(at, one, depth + 1)

    def _row_or_rows(self, label: str, value: tuple[Any, ...], depth: int) -> Iterator[str]:
        """A line, a row of a table in one line, or a row for each line."""
        if _is_line(value) or not any(map(_has_rows, value)):
            yield label + self._row(value)
            return
        yield label
        for one in value:
            yield from self._lines("-", one, depth + 1)

    def _row(self, value: tuple[Any, ...]) -> str:
        if _is_line(value):
            return self.words(value)
        return " | ".join(self._row(one) if isinstance(one, tuple) else self.short(one) for one in value)

    def _marked(self, label: str, blocks: tuple[Any, ...], depth: int) -> Iterator[str]:
        """A mark with one paragraph behind it, or with blocks below it."""
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            yield f"{label} {self.words(blocks[0].children)}"
            return
        if label.strip():
            yield label
        for one in blocks:
            yield from self._lines("", one, depth + 1)

    def words(self, line: tuple[Inline, ...]) -> str:
        """A line with the form of its words: `*word*`, `_word_`, `[cite: WHO 2020]`."""
        return "".join(map(self._inline, line))

    def _inline(self, part: Inline) -> str:
        match part:
            case Text(text):
                return self.short(text)
            case Strong(inner):
                return f"*{self.words(inner)}*"
            case Emphasis(inner):
                return f"_{self.words(inner)}_"
            case Link(inner, address):
                return f"[{self.words(inner)}]({address})"
            case Cite(label, reference, address):
                return f"[cite: {label} | {self.short(reference)} | {address}]"
            case Value(text, strong, badge):
                return f"[value{'*' if strong else ''}: {text}{' | ' if badge else ''}{badge}]"
            case ToFill(label):
                return f"[to fill: {label}]"
            case Field(label):
                return f"[field: {label}]"
            case Box():
                return "☐"
            case Both(first, second):
                return f"[{self.words(first)} // {self.words(second)}]"
        return f"[{part}]"

    def short(self, text: object) -> str:
        """The beginning of a long text and how many letters it has; of a drawing only that it is one."""
        said = " ".join(str(text).split()) if "\n" in str(text) else str(text)
        if said.startswith("<svg"):
            return "<svg>"
        return said if len(said) <= self.most else f"{said[: self.most]}… ({len(said)})"


def _is_node(value: Any) -> bool:
    return is_dataclass(value) and not isinstance(value, Inline)


def _leaves(value: Any) -> Iterator[Any]:
    for one in value:
        if isinstance(one, tuple):
            yield from _leaves(one)
        else:
            yield one


def _is_line(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(one, Inline) for one in value)


def _has_rows(value: Any) -> bool:
    """Whether it is a row of cells that holds rows itself."""
    return isinstance(value, tuple) and not _is_line(value) and any(isinstance(one, tuple) for one in value)
