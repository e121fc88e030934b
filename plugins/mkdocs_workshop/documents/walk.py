"""Ways through a tree of frozen dataclasses and tuples, whatever they hold."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

T = TypeVar("T")


def rebuilt(part: T, change: Callable[[Any], Any]) -> T:
    """A tree with each node replaced by what `change` makes of it, from the leaves up."""
    made: Any = part
    if isinstance(part, tuple):
        return tuple(rebuilt(inner, change) for inner in part)  # type: ignore[return-value]  # trees hold plain tuples alone
    if is_dataclass(part) and not isinstance(part, type):
        inner = {field.name: rebuilt(getattr(part, field.name), change) for field in fields(part)}
        made = change(replace(part, **inner))
    return made  # type: ignore[no-any-return]


def nodes(part: object) -> Iterator[object]:
    """All nodes of a tree, each before what is in it."""
    if isinstance(part, tuple):
        for inner in part:
            yield from nodes(inner)
    elif is_dataclass(part) and not isinstance(part, type):
        yield part
        for field in fields(part):
            yield from nodes(getattr(part, field.name))
