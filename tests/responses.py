"""Filled-in forms that nobody has filled in, for the tests of reports."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl

ITEMS = (
    "p01-pep", "p02-shared-cell", "p03-undetectable", "p04-sterile-needles", "p05-oat-works", "p06-breaking-syringes",
    "p07-ask-before-search", "p08-first-steps", "p09-name-a-service", "p10-what-to-pass-on", "p11-recognise-overdose",
    "p12-encourage", "p13-time-lost", "p14-same-respect", "p15-same-street",
)  # fmt: skip
"""Items of the test for police of the shipped manual."""

EVENT = """\
title: A workshop for tests
summary: It never took place.
published: false
first_day: 2026-03-02
last_day: 2026-03-03
place: Example City
programme: two-day
people: 24
groups: [{audience: police, people: 12}, {audience: civil-society, people: 12}]
background: For tests.
forms:
  - {name: Test for police, instrument: test-police, moments: [before, after], status: counted}
"""

Rows = Sequence[Sequence[object]]


def answers(person: int, moment: str) -> list[int]:
    """The answers of a person, different from person to person; nobody is meant."""
    shift = 0 if moment == "before" else 1 + person % 2
    return [1 + (person * 3 + item * 2 + shift) % 5 for item in range(len(ITEMS))]


def rows(people: int, moment: str, first: int = 0) -> Rows:
    """A header and a row for each person."""
    return [
        ["code", "group", *ITEMS],
        *([f"AB{person:04d}", "police", *answers(person, moment)] for person in range(first, first + people)),
    ]


def book(path: Path, **sheets: Rows) -> None:
    """Writes a workbook with these sheets."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, cells in sheets.items():
        sheet = made.create_sheet(name.replace("_", "-"))
        for row in cells:
            sheet.append(list(row))
    path.parent.mkdir(parents=True, exist_ok=True)
    made.save(path)


def text(path: Path, cells: Rows, encoding: str = "utf-8", delimiter: str = ",") -> None:
    """Writes a CSV file."""
    lines = [delimiter.join(str(cell) for cell in row) for row in cells]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("\r\n".join(lines).encode(encoding))
