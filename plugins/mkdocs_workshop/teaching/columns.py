"""The columns of a response file: one contract for blank forms, for data entry and for the reader of the answers.

A response file holds one row for each person and moment. Its first row names the columns by their ids, alone or as `id: text`.

- **`.csv`**: the columns below, in any order. The file may be UTF-8 (with or without BOM) or Windows-1251, with comma,
  semicolon or tab.
- **`.xlsx`**: the same, with one sheet for each moment, named by it (`before`, `after`, `later`), and without the column
  `moment`; or a single sheet with that column. Sheets of `HELP_SHEETS` are passed over.
- A **scale** is written as its value (`4`), a **choice** as its id, several choices as ids with spaces between them, own words
  as they are. An empty cell means no answer.
- `code` stands only in instruments that ask for one. `group` is the id of an audience. An item whose id is `group`,
  `code` or `moment` takes the place of that column, and its choices are what may stand there.
- A sessions item has one column for each session of the programme: `<item id>.<session id>`.
"""

from dataclasses import dataclass, replace
from typing import Literal

from ..model.base import Id
from ..model.instrument import (
    ChoiceItem,
    Instrument,
    Item,
    KnowledgeItem,
    OpenItem,
    ScenarioItem,
    SessionsItem,
    StatementItem,
)
from ..model.programme import Programme, SessionSlot

CODE, GROUP, MOMENT = "code", "group", "moment"
HELP_SHEETS = ("read-me", "lists")
"""Sheets of a workbook that explain, or hold the lists that cells choose from."""


@dataclass(frozen=True)
class Column:
    """A column of a response file."""

    name: str
    """What stands in the header: the id of an item, or `<item id>.<session id>`."""
    kind: Literal["code", "group", "moment", "scale", "choice", "choices", "text"]
    """What stands in its cells."""
    text: str = ""
    """The author's words of the item; empty for code, group and moment. They may hold marks, so resolve them."""
    values: tuple[str, ...] = ()
    """What may stand in a cell, in the order of the form; empty where anything may."""
    labels: tuple[str, ...] = ()
    """The author's words for each value; empty where the ids speak for themselves."""
    item: Id = ""
    """The item that is asked."""
    session: Id = ""
    """The session that is rated, by its id in the programme."""


def columns_of(instrument: Instrument, programme: Programme | None) -> tuple[Column, ...]:
    """The columns of an instrument, in the order of its form: code, group, moment, then the items.

    Sessions are those of `programme`; without one, a sessions item has no columns.
    """
    asked = [
        column
        for section in instrument.sections
        for item in section.items
        for column in _of(item, instrument, programme)
    ]
    fixed = [
        *([Column(CODE, "code")] if instrument.code else []),
        Column(GROUP, "group", values=instrument.audiences),
        Column(MOMENT, "moment", values=instrument.moments),
    ]
    own = {column.name: column for column in asked}
    first = [replace(own[column.name], kind=column.kind) if column.name in own else column for column in fixed]
    taken = {column.name for column in first}
    return (*first, *(column for column in asked if column.name not in taken))


def sessions_of(programme: Programme | None) -> tuple[Id, ...]:
    """The sessions that people rate, in their order. `("opening", "first-aid", "closing")`; breaks are not rated."""
    if programme is None:
        return ()
    return tuple(slot.id for day in programme.days for slot in day.slots if isinstance(slot, SessionSlot))


def _of(item: Item, instrument: Instrument, programme: Programme | None) -> list[Column]:
    match item:
        case StatementItem():
            return [Column(item.id, "scale", item.text, *_points(instrument, item.scale), item=item.id)]
        case SessionsItem():
            values, labels = _points(instrument, item.scale)
            return [
                Column(f"{item.id}.{session}", "scale", item.text, values, labels, item.id, session)
                for session in sessions_of(programme)
            ]
        case ChoiceItem() | KnowledgeItem() | ScenarioItem():
            values = tuple(choice.id for choice in item.choices)
            labels = tuple(choice.text for choice in item.choices)
            return [Column(item.id, "choices" if item.several else "choice", item.text, values, labels, item.id)]
        case OpenItem():
            return [Column(item.id, "text", item.text, item=item.id)]


def _points(instrument: Instrument, scale: Id) -> tuple[tuple[str, ...], tuple[str, ...]]:
    points = next(known.points for known in instrument.scales if known.id == scale)
    return tuple(str(point.value) for point in points), tuple(point.label for point in points)
