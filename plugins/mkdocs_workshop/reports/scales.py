"""Columns that were typed on another scale than that of the form: then the numbers that fit it are wrong as well."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..teaching.columns import Column

_WHOLE = re.compile(r"-?\d{1,3}([.,]0+)?")
_CELLS, _SHARE = 3, 0.05
"""Cells beyond the scale from which it is no slip of the finger, and their share of all."""


class OtherScale(NamedTuple):
    """A scale of the form on which a table was not typed."""

    columns: tuple[str, ...]
    beyond: int
    """Cells that the scale does not have."""
    filled: int
    seen: tuple[int, ...]
    """The numbers in them."""


def other_scales(
    columns: Sequence[Column], places: Mapping[str, int], rows: Sequence[Sequence[str]]
) -> Iterator[OtherScale]:
    """The scales whose columns hold numbers above or below them, again and again.

    A form with a scale from 1 to 5 in whose columns 0 and 6 stand again and again was typed on another scale.
    """
    by_scale: dict[tuple[str, ...], list[Column]] = {}
    for column in columns:
        if column.kind == "scale" and column.name in places:
            by_scale.setdefault(column.values, []).append(column)
    for values, of in by_scale.items():
        known = {int(value) for value in values}
        numbers = [int(float(cell.replace(",", "."))) for cell in _cells(of, places, rows) if _WHOLE.fullmatch(cell)]
        beyond = [number for number in numbers if not min(known) <= number <= max(known)]
        if len(beyond) >= _CELLS and len(beyond) >= _SHARE * len(numbers):
            names = tuple(column.name for column in of)
            yield OtherScale(names, len(beyond), len(numbers), tuple(sorted({*beyond})))


def _cells(columns: Sequence[Column], places: Mapping[str, int], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for column in columns:
        place = places[column.name]
        for row in rows:
            if place < len(row) and row[place]:
                yield row[place]
