"""Ways through a tree of frozen dataclasses and tuples, whatever they hold."""

import functools
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

T = TypeVar("T")


def rebuilt(part: T, change: Callable[[Any], Any]) -> T:
    """A tree with each node replaced by what `change` makes of it, from the leaves up; what stays as it is is not copied."""
    made: Any = part
    if isinstance(part, tuple):
        parts = [rebuilt(inner, change) for inner in part]
        same = type(part) is tuple and all(one is other for one, other in zip(parts, part, strict=True))
        return part if same else tuple(parts)  # type: ignore[return-value]  # trees hold plain tuples alone
    kind: Any = type(part)
    names = _names(kind)
    if names is not None:
        inner = {}
        for name in names:
            before = getattr(part, name)
            after = rebuilt(before, change)
            if after is not before:
                inner[name] = after
        made = change(replace(part, **inner) if inner else part)  # type: ignore[type-var]  # it is a dataclass
    return made  # type: ignore[no-any-return]


def nodes(part: object) -> Iterator[object]:
    """All nodes of a tree, each before what is in it."""
    found: list[object] = []
    _add(found, part)
    return iter(found)


def _add(found: list[object], part: object) -> None:
    if isinstance(part, tuple):
        for inner in part:
            _add(found, inner)
        return
    kind: Any = type(part)
    names = _names(kind)
    if names is not None:
        found.append(part)
        for name in names:
            _add(found, getattr(part, name))


@functools.cache
def _names(kind: type) -> tuple[str, ...] | None:
    """The fields of a kind of node; None for what is no node. A tree has a hundred thousand nodes, and a few kinds."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None
