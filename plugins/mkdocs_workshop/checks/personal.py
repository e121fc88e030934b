"""Lists of people and filled-in forms stay on the machine of the trainer: out of Git, and out of everything that is published."""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..ground.problems import Kind, Place, Problem
from ..ground.tracked import TEXTS, tables_below, tracked
from ..reading.curriculum import Curriculum

KINDS: Mapping[str, Kind] = {
    "W901": Kind(
        "A list of people or a filled-in form in Git",
        "Take it out with `git rm --cached`, and name its folder in `.gitignore`. If it was pushed, tell the people whom it is about.",
    ),
    "W902": Kind(
        "A list of people or filled-in forms among what is published",
        "Move it to the folder `people/` or `responses/`, which is neither in Git nor in the site.",
    ),
}
_NAMES = frozenset({"name", "full name", "surname", "имя", "фио", "фамилия", "аты-жөні"})
_PERSONAL = frozenset(
    {"organisation", "organization", "group", "phone", "telephone", "email", "e-mail", "signature", "position"}
    | {"организация", "группа", "телефон", "должность", "подпись", "ұйым"}
)
_ITEMS = 3
"""So many columns of one form are no accident."""
_ROWS = 10
"""A header may stand below a title."""


def personal_files(root: Path, folder: Path, curriculum: Curriculum | None) -> list[Problem]:
    """Files about people where they must not be: tracked by Git, or below the documentation or the curriculum."""
    problems = [
        _problem("W901", path, "Git keeps this file for everybody who gets the project") for path in tracked(root)
    ]
    forms = _forms(curriculum)
    for place in (root / "docs", folder):
        for path in tables_below(place):
            if _is_personal(path, forms):
                shown = path.relative_to(root) if path.is_relative_to(root) else path
                problems.append(
                    _problem("W902", shown.as_posix(), "this looks like a list of people or like filled-in forms")
                )
    return problems


def _problem(code: str, path: str, message: str) -> Problem:
    kind = KINDS[code]
    return Problem(Place(path), code, message, kind.advice, kind.severity)


def _forms(curriculum: Curriculum | None) -> list[frozenset[str]]:
    """The ids of the items of each form."""
    if curriculum is None:
        return []
    return [
        frozenset(item.id for section in form.sections for item in section.items)
        for form in curriculum.instruments.values()
    ]


def _is_personal(path: Path, forms: list[frozenset[str]]) -> bool:
    for row in _first_rows(path):
        heads = frozenset(cell.strip().lower() for cell in row)
        items = frozenset(head.partition(":")[0].partition(".")[0].strip() for head in heads)
        named = heads & _NAMES and heads & _PERSONAL
        coded = "code" in heads and heads & {"group", "moment"}
        if named or coded or any(len(items & form) >= min(_ITEMS, len(form)) for form in forms):
            return True
    return False


def _first_rows(path: Path) -> Iterator[list[str]]:
    if path.suffix.lower() in TEXTS:
        yield from _first_lines(path)
        return
    # Imported when used: few projects have a workbook there.
    import python_calamine as calamine

    unreadable = (calamine.CalamineError, calamine.ZipError, calamine.XmlError, OSError, ValueError)
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes())) as book:
            for name in book.sheet_names:
                for row in book.get_sheet_by_name(name).to_python(nrows=_ROWS):
                    yield [str(cell) for cell in row]
    except unreadable:
        # What nobody can open gives nobody away.
        return


def _first_lines(path: Path) -> Iterator[list[str]]:
    with path.open("rb") as file:
        data = file.read(20_000)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1251", "replace")
    lines = text.replace("\0", "").splitlines()[:_ROWS]
    if lines:
        delimiter = max(",;\t", key="".join(lines).count)
        yield from csv.reader(lines, delimiter=delimiter)
