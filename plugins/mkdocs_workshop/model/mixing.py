"""An order that tells nothing, and that is the same wherever it is made."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def mixed(seed: str, entries: Sequence[T]) -> tuple[T, ...]:
    """The entries in an order that the seed alone decides: `mixed("q1", ["a", "b", "c"])`."""
    order = list(entries)
    random.Random(seed).shuffle(order)  # noqa: S311  an order, not a secret
    return tuple(order)


def out_of_order(seed: str, entries: Sequence[T]) -> tuple[T, ...]:
    """The same, but never the order in which they are written, for that would be the answer.

    Raises ValueError if all entries are equal: then every order is the written one.

    The order hangs on the first argument alone: `out_of_order("q1", "abc")` is the same at every build.
    """
    written = tuple(entries)
    if all(entry == written[0] for entry in written):
        raise ValueError("entries that are all equal have only one order")
    source = random.Random(seed)  # noqa: S311  an order, not a secret
    order = list(written)
    while tuple(order) == written:
        source.shuffle(order)
    return tuple(order)
