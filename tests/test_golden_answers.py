"""Filled-in forms to figures: what is said of files that are wrong, what may be shown beside what, and where charts begin."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reports.apart import TooLargeError, far_cells, sheets
from mkdocs_workshop.reports.arithmetic import favourable, has_ceiling, median, moved, percent, score
from mkdocs_workshop.reports.charts import _frame, _legend, _styles
from mkdocs_workshop.reports.figures import Dimension, Movement
from mkdocs_workshop.reports.mistakes import KINDS
from mkdocs_workshop.reports.moves import can_stand_beside, dimension_for_all, movement_for_all, with_sides
from mkdocs_workshop.reports.ranges import most_moved
from mkdocs_workshop.reports.reading import read_responses
from mkdocs_workshop.reports.rows import is_open, protect, protect_ticks, two_classes
from tests.golden_files import assert_golden
from tests.instruments import world

TEST = "code,group,first,second,third\n"
ASKED = "clear,too-fast,useful,rated.first-module,recommend,took,words"
FILES = {
    "test before.csv": TEST
    + "AB12,police,1,2,3\nAB13,police,5,5,5\nAB14,police,,,\n,police,1,2,3\nAB15,nobody,1,2,3\nAB12,police,2,2,2\n",
    "test after.csv": TEST + "AB12,police,2,3,4\nAB16,police,7,2 - 3,x\nAB13,police,4.0,1,Agree\n",
    "test-later.txt": "no spreadsheet",
    "notes.csv": "nothing,of,this\nis,a,form\n",
    "empty.csv": "",
    "no moment.csv": TEST + "AB17,police,1,2,3\n",
    "moments.csv": "moment,code,first,second,third\nbefore,AB18,1,2,3\nsometime,AB19,1,2,3\n,AB20,1,2,3\nnach,AB21,1,2,3\n",
    "evaluation.csv": f"group,{ASKED}\npolice,5,1,4,3,yes,card book,Good.\ncivil-society,3,3,2,9,perhaps,card pen,\n",
    "evaluation missing.csv": "group,clear,clear,words,extra,unclear\npolice,5,4,So,x,\n",
    "test before semicolons.csv": "code;group;first;second;third\nAB22;police;1;2;3\n",
    "evaluation of a tool.csv": (
        "_id,start,group,clear,took/card,took/book,Would you recommend it?,,took/pen\n"
        "1,x,police,4,1,0,Yes,,1\n2,x,Police,agree,+,✓,no,,\n3,x,civil society,AGREE,x,yes,,,\n4,x,police,5,true,TRUE,yes,,\n5,x,police,3,no,+x,yes,,\n"
    ),
    "~$open.csv": "code",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The lines of each golden file."""
    root = tmp_path_factory.mktemp("answers")
    return {
        "responses": list(_responses(root)),
        "workbook": list(_workbook(root)),
        "shown": list(_shown()),
        "charts": list(_charts()),
    }


def _responses(root: Path) -> Iterator[str]:
    curriculum, parts = world(root)
    edition, folder = Edition(curriculum, catalogue("en"), root / "cache"), root / "answers"
    folder.mkdir()
    yield f"no file: {[one.message for one in read_responses(folder, root, curriculum, parts.event, edition.wording).problems]}"
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    book = openpyxl.Workbook()
    tables: Mapping[str, Sequence[Sequence[object]]] = {
        "before": [["code", "first", "second", "third"], ["AB30", 1, 2, 3]],
        "later": [["x"]],
        "after": [],
    }
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book["before"].merge_cells("B2:C2")
    book.save(folder / "book.xlsx")
    read = read_responses(folder, root, curriculum, parts.event, edition.wording)
    for sheet in read.sheets:
        yield f"{Path(sheet.path).name} {sheet.instrument} {sheet.moment} {sheet.group} {sheet.code} {dict(sheet.answers)}"
    for one in read.problems:
        yield f"{one.severity} {one.code} {one.place.path}:{one.place.line}:{one.place.column} {one.message} = {one.advice}"
    yield from (f"{code} {kind.severity}: {kind.title} = {kind.advice}" for code, kind in KINDS.items())


def _workbook(root: Path) -> Iterator[str]:
    """What the process that reads workbooks writes of one."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["a", 1, 2.5, True, None], [None, "b", 1e16, False, 4.0]):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    book.create_chartsheet("Chart")
    book.create_sheet("Empty")
    book.save(root / "one.xlsx")
    yield from map(str, sheets((root / "one.xlsx").read_bytes()))
    for cell in ("A20000", "A20001", "BXX1", "BXY1"):
        far = openpyxl.Workbook()
        (page,) = far.worksheets
        page[cell] = "x"
        far.save(root / "far.xlsx")
        try:
            far_cells((root / "far.xlsx").read_bytes())
            yield f"{cell}: read"
        except TooLargeError as error:
            yield f"{cell}: {error}"


def _parts(total: int, places: int) -> list[tuple[int, ...]]:
    """All ways to put people in places."""
    return [row for row in itertools.product(range(total + 1), repeat=places) if sum(row) == total]


def _move(right: int, wrong: int, same: int, before: int | None, after: int | None) -> Movement:
    return Movement(
        "form", "item", "police", "before", "after", right + wrong + same, right, wrong, same, before, after
    )


def _shown() -> Iterator[str]:
    """What is shown of small numbers; of many cases in a row each sort of outcome is counted."""
    for right, wrong, same in (
        (5, 5, 5),
        (4, 5, 6),
        (0, 5, 10),
        (12, 0, 0),
        (1, 1, 1),
        (7, 3, 2),
        (11, 1, 8),
        (3, 2, 0),
        (6, 0, 6),
    ):
        move = _move(right, wrong, same, 4, 9)
        shown = movement_for_all(move)
        yield f"moved {right} {wrong} {same}: {shown.pairs} {shown.right} {shown.wrong} {shown.same} {shown.good_before}"
        for points in (3, 4, 5):
            beside = with_sides(shown, move, points)
            yield f"    {points} points: {beside.good_before} {beside.good_after}"
    sides = [
        (before, after)
        for before, after in itertools.product(range(21), repeat=2)
        if with_sides(movement_for_all(_move(9, 5, 6, before, after)), _move(9, 5, 6, before, after), 5).good_before
        is not None
    ]
    yield f"sides of 9 5 6: {sides}"
    for points in (3, 4, 5):
        for pairs in (None, 12):
            classes = [
                (b, a) for b, a in itertools.product(_parts(12, 2), repeat=2) if can_stand_beside(b, a, points, pairs)
            ]
            yield f"two classes of {points} points, pairs {pairs}: {len(classes)} {classes[:3]} {classes[-2:]}"
    rows = _parts(9, 3)
    for pairs in (None, 9):
        full = [(b, a) for b, a in itertools.product(rows, repeat=2) if can_stand_beside(b, a, 3, pairs)]
        yield f"full rows, pairs {pairs}: {len(full)} of {len(rows) ** 2} {full[:3]}"
    yield f"of other length: {can_stand_beside((5, 5), (5, 5, 5), 5, None)}"
    yield f"most moved: {[most_moved(b, a) for b, a in zip(rows[::7], rows[::-7], strict=True)]}"
    for name, found in (
        ("open", [row for row in rows if is_open(row)]),
        ("two classes", [n for n in range(13) if two_classes(n, 12 - n, (1, 2))]),
    ):
        yield f"{name}: {found}"
    for counts in (
        (9, 0, 0, 0, 0),
        (5, 6, 7, 0, 0),
        (5, 5, 5, 5, 5),
        (1, 2, 3, 4, 10),
        (12, 0, 0, 0, 7),
        (0, 0, 0, 0, 0),
    ):
        yield f"row {counts}: {protect(counts)} {protect(counts, counts[3] + counts[4])} {protect_ticks(counts, 20)}"
    for first, second in (
        ((9, 6, 5), (5, 5, 5)),
        ((12, 1, 2), (1, 12, 2)),
        ((6, 6, 8), (14, 3, 3)),
        ((15, 0, 0), (2, 3, 10)),
    ):
        right, wrong, same = (sum(both) for both in zip(first, second, strict=True))
        of = Dimension(
            "form", "skill", "police", "before", "after", ("a", "b"), right + wrong + same, right, wrong, same
        )
        moves = [movement_for_all(_move(*part, None, None)) for part in (first, second)]
        yield f"dimension {first} {second}: {dimension_for_all(of, moves)} {dimension_for_all(of, moves[:1])}"
    for four in ((0, 0, 0, 0), (1, 0, 0, 1), (3, 1, 1, 5), (0, 9, 1, 0)):
        told = [
            (favourable((1, 2, 3, 4), four, better), has_ceiling((1, 2, 3, 4), four, better))
            for better in ("high", "low")
        ]
        yield f"of 1 to 4 {four}: median {median((1, 2, 3, 4), four)} {told}"
    yield f"moved: {moved([(1, 2), (3, 3), (5, 1), (2, 4)], 'high')} {moved([(1, 2), (3, 3), (5, 1), (2, 4)], 'low')}"
    yield f"score: {[score(answer, (1, 2, 3, 4, 5), better) for better in ('high', 'low') for answer in (1, 3, 5)]}"
    yield f"percent: {[percent(part, 8) for part in range(9)]} {percent(1, 3)} {percent(2, 3)}"


def _charts() -> Iterator[str]:
    """Where labels and bars stand, and how many lines the legend takes on each width."""
    yield from (str(_frame(width, 50)) for width in (300, 559, 560, 720))
    words = ("never", "seldom", "sometimes", "often", "always")
    tops = [(width, _legend(words, _styles(5, "x"), width, [])) for width in range(80, 520)]
    yield from (f"from {next(group)[0]}: {top:g}" for top, group in itertools.groupby(tops, lambda one: one[1]))
    yield from (f"{points}: {_styles(points, 'x')}" for points in range(2, 8))


NAMES = ("responses", "workbook", "shown", "charts")


def test_every_text_has_its_file(told: Mapping[str, Sequence[str]]) -> None:
    """Besides, the first test pays for what the others compare."""
    assert tuple(told) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_said(name: str, told: Mapping[str, Sequence[str]], request: pytest.FixtureRequest) -> None:
    assert_golden(request, f"answers/{name}.txt", told[name])
