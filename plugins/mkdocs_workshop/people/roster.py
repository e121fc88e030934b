"""The list of people of one workshop: a spreadsheet or a CSV file on the trainer's own machine.

Its first row names the columns: `name`, and if wanted `organisation` and `group` (the id or the name of an audience). Columns
in Russian and Kazakh are known as well; other columns are passed over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from ..documents.tree.people import Person
from ..edition import Edition
from ..ground.problems import Kind, Place, Problem, has_errors, sort_problems
from ..reports.tables import BOOKS, TEXTS, Table, read_tables
from ..reports.written import squeeze
from ..reports.written import written as groups_written
from ..teaching.columns import HELP_SHEETS
from .letters import installed, missing

KINDS: Mapping[str, Kind] = {
    "P101": Kind(
        "A list that can not be read", "Save it as .xlsx or .csv, with the columns name, organisation, group."
    ),
    "P102": Kind("A list without names", "The first row must name the columns; one of them is `name`."),
    "P103": Kind("Nobody on the list", "Write one person in each row below the first."),
    "P104": Kind("An unknown group", "Write the id or the name of an audience, or leave the cell empty."),
    "P105": Kind("A row without a name", "Write the name, or delete the row."),
    "P107": Kind(
        "Letters that no font has",
        "Write the name in Latin or Cyrillic letters too, or install fonts for other scripts: "
        "pip install mkdocs-workshop[names]. The person is left out, all others are printed.",
    ),
    "P106": Kind("A name that is there twice", "Delete one, or tell two people apart by a second name.", "warning"),
}
"""By code. A warning does not stop the papers."""

_COLUMNS = {
    "name": "name", "full name": "name", "имя": "name", "фио": "name", "имя и фамилия": "name", "аты-жөні": "name",
    "organisation": "organisation", "organization": "organisation", "организация": "organisation", "ұйым": "organisation",
    "group": "group", "группа": "group", "топ": "group",
}  # fmt: skip
_LONGEST = 80
"""Letters. A longer name fits on no badge."""


@dataclass(frozen=True)
class Guest:
    """A person and the audience that he or she belongs to."""

    person: Person
    audience: str
    """An id; empty if nobody wrote it down."""


@dataclass(frozen=True)
class Roster:
    """The people of a workshop, in the order of the list, and everything that was wrong with it."""

    guests: tuple[Guest, ...]
    problems: tuple[Problem, ...]

    @property
    def usable(self) -> bool:
        """Whether papers can be made."""
        left_out = [problem for problem in self.problems if problem.code != "P107"]
        return bool(self.guests) and not has_errors(left_out)


def read_roster(path: Path, shown: str, edition: Edition) -> Roster:
    """Reads a list. Whatever is in the file, it gives people or problems; `shown` is its path in problems."""
    if path.suffix.lower() not in (*BOOKS, *TEXTS) or not path.is_file():
        gone = not path.exists()
        message = "there is no such file" if gone else "this is no spreadsheet and no CSV file"
        return Roster(
            (), (_problem("P101", Place(shown), message, "Look at the name and the folder." if gone else ""),)
        )
    tables, wrong = read_tables(path, shown)
    problems = [_problem("P101", item.place, item.message) for item in wrong]
    tables = [table for table in tables if table.name not in HELP_SHEETS and any(map(any, table.rows))]
    guests: list[Guest] = []
    if tables:
        guests, more = _people(tables[0], edition)
        problems += more
    elif not problems:
        problems.append(_problem("P103", Place(shown), "the file is empty"))
    return Roster(tuple(guests), tuple(sort_problems(problems)))


def _problem(code: str, place: Place, message: str, advice: str = "") -> Problem:
    kind = KINDS[code]
    return Problem(place, code, message, advice or kind.advice, kind.severity)


def _people(table: Table, edition: Edition) -> tuple[list[Guest], list[Problem]]:
    top = next(index for index, row in enumerate(table.rows) if any(row))
    heads = [cell.strip().lower() for cell in table.rows[top]]
    places = {_COLUMNS[head]: index for index, head in reversed([*enumerate(heads)]) if head in _COLUMNS}
    if "name" not in places:
        seen = ", ".join(f"`{head}`" for head in heads if head)[:120]
        near = next(iter(get_close_matches("name", heads, 1)), "")
        advice = f"Write `name` there instead of `{near}`." if near else ""
        message = f"no column is called `name`; the first row has {seen}"
        return [], [_problem("P102", Place(table.path, top + 1), message, advice)]
    guests, problems = [], []
    seen_at: dict[str, int] = {}
    scripts = installed()
    for number, row in enumerate(table.rows[top + 1 :], start=top + 2):
        if not any(row):
            continue
        cells = {name: " ".join(row[index].split()) if index < len(row) else "" for name, index in places.items()}
        place = Place(table.path, number, places["name"] + 1)
        name = cells["name"]
        if not name or len(name) > _LONGEST:
            message = (
                "this row has no name" if not name else f"this name has {len(name)} letters; {_LONGEST} fit on paper"
            )
            problems.append(_problem("P105", place, message, "Write it shorter." if name else ""))
            continue
        first = seen_at.setdefault(name.casefold(), number)
        if first != number:
            problems.append(_problem("P106", place, f"{name} stands in row {first} already"))
        audience = _audience(cells.get("group", ""), edition)
        if audience is None:
            known = ", ".join(f"`{audience.id}`" for audience in edition.curriculum.manual.audiences)
            where = Place(table.path, number, places["group"] + 1)
            problems.append(_problem("P104", where, f"there is no group `{cells['group']}`; groups are {known}"))
            continue
        shown = edition.audiences.get(audience, "")
        unset = missing(f"{name}{cells.get('organisation', '')}", scripts)
        if unset:
            sheet = f"sheet `{table.name}`: " if table.name else ""
            problems.append(_problem("P107", place, f"{sheet}no font has the letters {unset} of {name}"))
            continue
        guests.append(Guest(Person(name, cells.get("organisation", ""), shown), audience))
    if not guests and not problems:
        problems.append(_problem("P103", Place(table.path, top + 1), "nobody stands below the first row"))
    return guests, problems


def _audience(written: str, edition: Edition) -> str | None:
    """The id of what somebody wrote; empty for an empty cell, None for what no audience is called."""
    names = edition.audiences
    known: dict[str, str] = {"": "", **{squeeze(name): id_ for id_, name in names.items()}}
    known.update(groups_written([edition.curriculum]).groups)
    return known.get(squeeze(written))


def persons(guests: Sequence[Guest]) -> list[Person]:
    """The people alone."""
    return [guest.person for guest in guests]
