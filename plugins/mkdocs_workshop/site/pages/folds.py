"""Long lists in parts that can be folded, so that a page on a phone begins with what it holds."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")
OPEN = 20
"""Entries that may stand open when a page is opened."""


class Fold(NamedTuple):
    """A part of a list."""

    anchor: str
    title: str
    rows: Sequence[object]
    open: bool


def opened(parts: Sequence[tuple[str, str, Sequence[T]]]) -> list[Fold]:
    """Parts as (anchor, title, rows); the first ones stand open as long as all their rows are few. Empty parts are left out."""
    shown, found = 0, []
    for anchor, title, rows in parts:
        if rows:
            shown += len(rows)
            found.append(Fold(anchor, title, rows, shown <= OPEN))
    return found


def by_letters(rows: Sequence[T], name: Callable[[T], str], most: int = 14) -> list[tuple[str, str, Sequence[T]]]:
    """Sorted rows by the first letters of their names, neighbouring letters together as long as they are few: ("a-c", "A–C", rows).

    What begins with no letter stands with the first letter that follows.
    """
    parts: list[tuple[list[str], list[T]]] = []
    for row in rows:
        letter = next((sign.upper() for sign in name(row) if sign.isalpha()), "")
        if parts and parts[-1][0][-1] == letter:
            parts[-1][1].append(row)
        else:
            parts.append(([letter], [row]))
    joined: list[tuple[list[str], list[T]]] = []
    for letters, own in parts:
        if joined and len(joined[-1][1]) + len(own) <= most:
            joined[-1][0].extend(letters)
            joined[-1][1].extend(own)
        else:
            joined.append((list(letters), list(own)))
    return [
        (f"part-{place}", letters[0] if len(set(letters)) == 1 else f"{letters[0]}–{letters[-1]}", own)
        for place, (letters, own) in enumerate(joined, 1)
    ]
