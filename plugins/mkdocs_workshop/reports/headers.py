"""Which column of a response file is which: by id, by words, and as KoboToolbox and ODK export them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model.base import Id
from ..teaching.columns import CODE, GROUP, MOMENT, Column
from .answers import latin
from .tables import Table

_OTHER_NAMES = {"код": CODE, "группа": GROUP, "момент": MOMENT, "your code": CODE}
_OF_TOOLS = re.compile(
    r"_.*|(meta|formhub)/.*|start|end|today|deviceid|username|phonenumber|simserial|subscriberid|audit|background-audio"
    r"|instanceid|instancename|submissiondate|key|formversion",
    re.IGNORECASE,
)
"""What data collection tools add: times, devices, identifiers. Nothing of it is read."""
_TOP_ROWS = 10
"""A header may stand below a title."""


@dataclass(frozen=True)
class FormColumns:
    """A form and its columns, with the words that its readers see."""

    instrument: Id
    columns: tuple[Column, ...]
    words: Mapping[str, str]
    """Name of a column by its words, for exports that carry labels."""


@dataclass(frozen=True)
class Header:
    """The header of a table, understood."""

    form: FormColumns
    row: int
    """Counts from 0."""
    places: Mapping[str, int]
    """Where each column stands, by its name."""
    ticks: Mapping[str, Mapping[str, int]]
    """Columns of 0 and 1 for single choices, by column and choice."""
    doubled: tuple[tuple[int, str], ...]
    unknown: tuple[tuple[int, str], ...]


def form_columns(instrument: Id, columns: Sequence[Column], plain: Callable[[str], str]) -> FormColumns:
    """The columns of a form; `plain` turns an author's text into plain words."""
    words = {_squeeze(plain(column.text)): column.name for column in columns if column.text and not column.session}
    return FormColumns(instrument, tuple(columns), words)


def find_header(table: Table, forms: Iterable[FormColumns]) -> Header | None:
    """The row that names most columns of a form, and that form; nothing if no row names any item."""
    best: Header | None = None
    for form in forms:
        for index, row in enumerate(table.rows[:_TOP_ROWS]):
            header = _header(form, index, row)
            items = sum(name not in (CODE, GROUP, MOMENT) for name in header.places)
            if items and (best is None or items > _items(best)):
                best = header
    return best


def _items(header: Header) -> int:
    return sum(name not in (CODE, GROUP, MOMENT) for name in header.places)


def _header(form: FormColumns, index: int, row: Sequence[str]) -> Header:
    names = {column.name.casefold(): column.name for column in form.columns}
    names |= {name.replace("-", "_"): full for name, full in names.items()}
    choices = {column.name: column.values for column in form.columns if column.kind == "choices"}
    places: dict[str, int] = {}
    ticks: dict[str, dict[str, int]] = {}
    doubled, unknown = [], []
    for place, cell in enumerate(row):
        if not cell or _OF_TOOLS.fullmatch(cell):
            continue
        name = _name(cell, names, form.words)
        parent, _, choice = cell.rpartition("/")
        several = _name(parent, names, form.words) if parent else None
        if name is None and several in choices and choice in choices[several or ""]:
            ticks.setdefault(several or "", {})[choice] = place
        elif name is None:
            unknown.append((place, cell))
        elif name in places:
            doubled.append((place, name))
        else:
            places[name] = place
    return Header(form, index, places, ticks, tuple(doubled), tuple(unknown))


def _name(cell: str, names: Mapping[str, str], words: Mapping[str, str]) -> str | None:
    """The column that a header means: `id`, `id: words`, `group/id`, words, or with letters that only look Latin."""
    tries = [cell, cell.rpartition("/")[2]]
    for written in tries:
        id_ = written.partition(":")[0].strip().casefold()
        for form in (id_, latin(id_).casefold()):
            if form in names:
                return names[form]
        if id_ in _OTHER_NAMES:
            return names.get(_OTHER_NAMES[id_])
        if _squeeze(written) in words:
            return words[_squeeze(written)]
    return None


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
