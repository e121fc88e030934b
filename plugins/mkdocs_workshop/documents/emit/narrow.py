"""Narrow columns of a document: the labels of a scale, and the cells of tables with many columns. There long words may be parted."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from ...ground.language_tags import runs, tagged
from ...language.syllables import LONG, parted
from ..tree.blocks import Table, Text
from ..tree.forms import ScalePoint
from ..tree.sides import Both, Other, Sides
from ..tree.walk import rebuilt

T = TypeVar("T")
MANY = 4
"""Columns from which on a table is narrow; beside another language half of it is enough."""
SHORT = 8
"""Letters of a word that may not fit above the point of a scale."""


def with_breaks(parts: T, language: str) -> T:
    """Parts whose narrow columns have the places at which their words may be parted; `language` is that of the document."""
    return rebuilt(parts, lambda node: _changed(node, language))


def _changed(node: object, language: str) -> object:
    match node:
        case ScalePoint(label=label):
            return replace(node, label=_words(label, language, SHORT))
        case Table(head=head) if len(head) >= MANY:
            return _in_language(node, language)
        case Sides(rows, other):
            rows = tuple((left, _tables(right, other)) for left, right in rows)
            return replace(node, rows=tuple((_tables(left, language), right) for left, right in rows))
        case Other(inner, other):
            return replace(node, parts=with_breaks(inner, other))
    return node


def _tables(parts: T, language: str) -> T:
    """Parts in half of the width: every table with two columns is narrow there."""
    return rebuilt(parts, lambda node: _in_language(node, language) if isinstance(node, Table) else node)


def _in_language(tree: T, language: str) -> T:
    def change(node: object) -> object:
        match node:
            case Text(words):
                return Text(_words(words, language))
            case Both(_, second, other):
                return replace(node, second=_in_language(second, other))
        return node

    return rebuilt(tree, change)


def _words(text: str, language: str, least: int = LONG) -> str:
    found: Sequence[tuple[str, str]] = tuple(runs(text))
    return "".join(
        tagged(parted(words, other, least), other) if other else parted(words, language, least)
        for words, other in found
    )
