"""Which column of a response file is which: by id, by words, and as KoboToolbox and ODK export them."""

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..model.base import Id
from ..teaching.columns import CODE, GROUP, MOMENT, Column
from .answers import latin
from .tables import Table
from .written import Written, squeeze

_OF_TOOLS = re.compile(r"_.*|(meta|formhub)/.*", re.IGNORECASE)
"""What data collection tools add; `written.yml` holds the rest. Nothing of it is read."""
_OF_MOODLE = re.compile(r"\(([\w.-]+)\)\s.*", re.DOTALL)
"""Moodle Feedback writes the label of an item before its text: `(p01) If a needle…`."""
_TOP_ROWS = 10
"""A header may stand below a title."""


@dataclass(frozen=True)
class FormColumns:
    """A form and its columns, with the words that its readers see."""

    instrument: Id
    columns: tuple[Column, ...]
    words: Mapping[str, tuple[str, ...]]
    """Names of columns by their words, for exports that carry labels; several where the same is asked again."""
    choices: Mapping[str, Mapping[str, str]]
    """Of columns in which several may be ticked: choices by their squeezed ids and words."""
    written: Written
    labels: Mapping[str, Mapping[str, str]]
    """Answers by their words, squeezed, in every language; by the names of columns."""


class Words(NamedTuple):
    """A form in one language."""

    columns: Sequence[Column]
    plain: Callable[[str], str]
    """An author's text in plain words."""
    sessions: Mapping[Id, str]
    """Titles of rated sessions."""


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


def form_columns(instrument: Id, languages: Sequence[Words], known: Written) -> FormColumns:
    """The columns of a form. People fill it in in any of its languages; the first one decides what columns there are."""
    words: dict[str, tuple[str, ...]] = {}
    choices: dict[str, dict[str, str]] = {}
    labels: dict[str, dict[str, str]] = {}
    for columns, plain, sessions in languages:
        for column in columns:
            text = sessions.get(column.session, "") if column.session else plain(column.text) if column.text else ""
            if text and column.name not in words.get(squeeze(text), ()):
                words[squeeze(text)] = (*words.get(squeeze(text), ()), column.name)
            if column.kind == "choices":
                named = {
                    squeeze(plain(label)): value for value, label in zip(column.values, column.labels, strict=True)
                }
                of = choices.setdefault(column.name, {})
                of |= named | {squeeze(value): value for value in column.values}
            said = labels.setdefault(column.name, {})
            for value, label in zip(column.values, column.labels, strict=False):
                said |= dict.fromkeys(label_words(value, plain(label)), value)
    return FormColumns(instrument, tuple(languages[0].columns), words, choices, known, labels)


def label_words(value: str, label: str) -> tuple[str, str]:
    """How an answer is written, squeezed: its words, and its value before them (`5 · Strongly agree`, `5 = Strongly agree`)."""
    return squeeze(label), squeeze(f"{value} {label}")


def find_header(table: Table, forms: Iterable[FormColumns]) -> Header | None:
    """The row that names most columns of a form, and that form; nothing if no row names any item.

    A row "code, group, q1, q2" is one for a form with the questions `q1` and `q2`.
    """
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
    places: dict[str, int] = {}
    ticks: dict[str, dict[str, int]] = {}
    doubled, unknown = [], []
    for place, cell in enumerate(row):
        if not cell or _OF_TOOLS.fullmatch(cell):
            continue
        name = _name(cell, names, form, places)
        parent, _, choice = cell.rpartition("/")
        several = _name(parent, names, form, {}) if parent else None
        ticked = form.choices.get(several or "", {}).get(squeeze(choice))
        if name is None and several and ticked:
            ticks.setdefault(several, {})[ticked] = place
        elif name is None and squeeze(cell) not in form.written.added:
            unknown.append((place, cell))
        elif name in places:
            doubled.append((place, name))
        elif name is not None:
            places[name] = place
    first = _first_of_moodle(row, places)
    return Header(
        form, index, places, ticks, tuple(doubled), tuple((place, cell) for place, cell in unknown if place > first)
    )


def _first_of_moodle(row: Sequence[str], places: Mapping[str, int]) -> int:
    """Where the items of an export of Moodle begin: what stands before them is its own, in the language of its user. -1 elsewhere."""
    return min((place for place in places.values() if _OF_MOODLE.fullmatch(row[place])), default=-1)


def _name(cell: str, names: Mapping[str, str], form: FormColumns, taken: Container[str]) -> str | None:
    """The column that a header means: `id`, `id: words`, `(id) words`, `group/id`, words, or letters that only look Latin."""
    moodle = _OF_MOODLE.fullmatch(cell)
    tries = [cell, cell.rpartition("/")[2], *([moodle[1]] if moodle else [])]
    for written in tries:
        id_ = written.partition(":")[0].strip().casefold()
        for letters in (id_, latin(id_).casefold()):
            if letters in names:
                return names[letters]
        if (other := form.written.columns.get(squeeze(id_))) in names:
            return names[other or ""]
        if alike := form.words.get(squeeze(written)):
            # The same words stand above several columns: they are taken in the order of the form.
            return next((name for name in alike if name not in taken), alike[-1])
    return None
