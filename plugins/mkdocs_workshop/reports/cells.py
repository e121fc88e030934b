"""One row of a response file: what its cells say, and what is wrong with them."""

import re
from collections.abc import Sequence

from ..ground.problems import Place, Problem, did_you_mean
from ..teaching.columns import GROUP, Column
from .headers import Header
from .mistakes import problem
from .scales import OtherScale, other_scales
from .tables import Table
from .written import squeeze

_NUMBER = re.compile(r"-?\d+([.,]\d+)?")
_TICKED = ("1", "true", "yes", "x", "+", "✓")
_EMPTY = ("", "0", "false", "no", "-", "–")
LONG = 40
"""Letters of an answer that a problem repeats."""


def letters_of(column: int) -> str:
    """What a spreadsheet calls a column that counts from 0: A, B, ..., Z, AA.

    `letters_of(0)` gives `"A"`; `letters_of(26)` gives `"AA"`.
    """
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


class CellReader:
    """Reads the rows of one table and reports what can not be counted."""

    def __init__(self, table: Table, header: Header, problems: list[Problem]) -> None:
        self.table = table
        self.header = header
        self.problems = problems
        self.person = ""
        """The code of the row that is read, for messages."""
        self.asked = [
            column
            for column in header.form.columns
            if column.item and (column.name in header.places or column.name in header.ticks)
        ]
        self.by_name = {column.name: column for column in header.form.columns}
        self.values = {column.name: frozenset(column.values) for column in self.asked}
        # A value is also known by its words, for exports that carry labels.
        self.words = {column.name: dict(header.form.labels[column.name]) for column in header.form.columns}
        for name, groups in self.words.items():
            if name == GROUP:
                groups |= {words: id_ for words, id_ in header.form.written.groups.items() if words not in groups}
        for column in self.asked:
            known = self.words[column.name]
            said = header.form.written.answers.items()
            known |= {words: value for words, value in said if value in column.values and words not in known}
        self.foreign: set[str] = set()
        """Columns of a scale on which nobody typed. Nothing of them is counted."""
        for scale in other_scales(self.asked, header.places, table.rows[header.row + 1 :]):
            self.foreign |= {*scale.columns}
            self._about_scale(scale)
        self.straight = [column.name for column in self.asked if column.kind == "scale" and not column.session]

    def raw(self, row: int, name: str) -> str:
        """A cell as it stands; empty if there is no such column."""
        place = self.header.places.get(name)
        cells = self.table.rows[row]
        return cells[place] if place is not None and place < len(cells) else ""

    def report(self, row: int, name: str, code: str, message: str, advice: str = "", place: int | None = None) -> None:
        """Adds a problem with file, sheet, row, column and the person's code. `place` is that of the column, from 0, if it has no name."""
        place = self.header.places.get(name, 0) if place is None else place
        parts = [f"sheet `{self.table.name}`" if self.table.name else ""]
        parts += [f"column {letters_of(place)} `{name}`" if name else "", f"code {self.person}" if self.person else ""]
        where = ", ".join(filter(None, parts))
        full = f"{where}: {message}" if where else message
        self.problems.append(problem(Place(self.table.path, row + 1, place + 1), code, full, advice))

    def _about_scale(self, scale: OtherScale) -> None:
        possible = self.by_name[scale.columns[0]].values
        self.report(
            self.header.row, scale.columns[0], "R121",
            f"{scale.beyond} of {scale.filled} answers on this scale are numbers that it does not have "
            f"({', '.join(map(str, scale.seen))}); none of its {len(scale.columns)} columns is counted",
            f"It goes from {min(map(int, possible))} to {max(map(int, possible))}.",
        )  # fmt: skip

    def group(self, row: int, audiences: Sequence[str]) -> str | None:
        """The group of a row; the only one if none is written; empty if nobody knows; nothing if it is unknown."""
        column = self.by_name[GROUP]
        written = self.raw(row, GROUP)
        if not written:
            if len(audiences) > 1 and GROUP in self.header.places:
                self.report(row, GROUP, "R111", "no group is written; it is counted with all, in no group")
            return audiences[0] if len(audiences) == 1 else ""
        found = written.casefold().replace("_", "-")
        if found in column.values:
            return found
        by_words = self.words[GROUP].get(squeeze(written))
        if by_words in column.values:
            return by_words
        advice = did_you_mean(found, column.values) or f"Possible: {', '.join(column.values)}."
        if len(audiences) > 1:
            self.report(row, GROUP, "R122", f"there is no group `{written[:LONG]}`", advice)
            return ""
        message = (
            f"there is no group `{written[:LONG]}` in this form"
            if by_words is None
            else f"`{written}` is another group"
        )
        self.report(row, GROUP, "R115", message, advice)
        return None

    def answers(self, row: int) -> dict[str, str]:
        """The answers of a row by column."""
        answers: dict[str, str] = {}
        missing = 0
        cells = self.table.rows[row]
        width = len(cells)
        for column in self.asked:
            if column.name in self.foreign:
                continue
            place = self.header.places.get(column.name)
            cell = cells[place] if place is not None and place < width else ""
            if not cell and column.name in self.header.ticks:
                cell = self._ticked(row, column.name)
            if not cell:
                missing += column.kind != "text"
            elif cell in self.values[column.name] or column.kind == "text":
                answers[column.name] = cell
            elif (value := self._value(row, column, cell)) is not None:
                answers[column.name] = value
        if missing and answers:
            self.report(row, "", "R111", f"{missing} {'answer is' if missing == 1 else 'answers are'} missing")
        marked = {answers.get(name) for name in self.straight}
        if len(self.straight) > 4 and len(marked) == 1 and None not in marked:
            self.report(row, "", "R117", f"all {len(self.straight)} statements are answered with {next(iter(marked))}")
        return answers

    def _ticked(self, row: int, name: str) -> str:
        cells, chosen = self.table.rows[row], []
        for choice, place in self.header.ticks[name].items():
            cell = cells[place] if place < len(cells) else ""
            if self._is(cell, _EMPTY):
                continue
            # Some tools repeat the words of what was ticked.
            if self._is(cell, _TICKED) or self._one(self.by_name[name], cell) == choice:
                chosen.append(choice)
            else:
                message = f"`{cell[:LONG]}` is neither a tick nor an empty box"
                self.report(row, name, "R109", message, "Write 1 for a tick and 0 for none.", place)
        return " ".join(chosen)

    def _is(self, cell: str, known: Sequence[str]) -> bool:
        return cell.casefold() in known or self.header.form.written.answers.get(squeeze(cell)) in known

    def _value(self, row: int, column: Column, cell: str) -> str | None:
        """A cell that is no value as it stands: words, several ids, a decimal comma; or a problem."""
        if column.kind == "choices":
            found = [self._one(column, part) for part in cell.split()]
            known = [value for value in found if value is not None]
            if len(known) != len(found):
                known = self._several(column, cell)
            if known:
                return " ".join(dict.fromkeys(known))
        value = self._one(column, cell)
        if value is not None:
            return value
        number = _NUMBER.fullmatch(cell)
        possible = f"Possible: {', '.join(column.values)}."
        if number and number[1]:
            self.report(row, column.name, "R110", f"`{cell}` stands between two answers", possible)
        elif self._elsewhere(column, cell):
            self.report(row, column.name, "R116", f"`{cell[:LONG]}` belongs to another scale", possible)
        else:
            advice = did_you_mean(cell.casefold(), column.values) or possible
            self.report(row, column.name, "R109", f"`{cell[:LONG]}` is no answer to this item", advice)
        return None

    def _one(self, column: Column, cell: str) -> str | None:
        if column.kind == "scale" and (number := _NUMBER.fullmatch(cell)):
            # `4,0` is how a spreadsheet in Russian writes 4.
            value = float(cell.replace(",", "."))
            cell = str(int(value)) if number and value.is_integer() else cell
        if column.kind != "scale":
            cell = cell.casefold().replace("_", "-") if cell not in column.values else cell
        return cell if cell in column.values else self.words[column.name].get(squeeze(cell))

    def _several(self, column: Column, cell: str) -> list[str]:
        """Choices whose words stand one after the other, whatever parts them; none if anything else stands there."""
        rest, found = f"{squeeze(cell)} ", []
        while rest:
            words = max((one for one in self.words[column.name] if rest.startswith(f"{one} ")), key=len, default="")
            if not words:
                return []
            found.append(self.words[column.name][words])
            rest = rest[len(words) + 1 :]
        return found

    def _elsewhere(self, column: Column, cell: str) -> bool:
        others = (other for other in self.by_name.values() if other.kind == "scale" and other.values != column.values)
        squeezed = squeeze(cell)
        return any(cell in other.values or squeezed in self.words[other.name] for other in others)
