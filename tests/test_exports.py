"""What comes back from each tool that our forms go to is read without a problem: every label that we print is understood again."""

import csv
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from mkdocs_workshop.edition import Edition
from mkdocs_workshop.forms.asked import Asked, Question
from mkdocs_workshop.forms.data_entry import data_entry
from mkdocs_workshop.forms.moodle_feedback import moodle_feedback
from mkdocs_workshop.forms.template_csv import csv_template
from mkdocs_workshop.forms.xlsform import xlsform
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.events import EventParts
from mkdocs_workshop.reports.answers import Read
from mkdocs_workshop.reports.reading import read_responses
from mkdocs_workshop.reports.written import languages, written
from tests.conftest import ROOT
from tests.instruments import FORMS, world

World = tuple[Edition, EventParts]
Row = Mapping[str, Sequence[str]]
"""Values by the name of their column."""


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> World:
    curriculum, parts = world(tmp_path_factory.mktemp("exports"))
    return Edition(curriculum, catalogue("en"), ROOT / ".cache" / "workshop"), parts


def _read(folder: Path, tried: World) -> tuple[Read, list[str]]:
    edition, parts = tried
    found = read_responses(folder, folder, edition.curriculum, parts.event, edition.wording)
    return found, [f"{one.code} {one.place.line}:{one.place.column} {one.message}" for one in found.problems]


def _asked(tried: World, form: str) -> Asked:
    edition, _ = tried
    return Asked(edition, form, edition.curriculum.instruments[form])


def _row(asked: Asked, person: int) -> dict[str, list[str]]:
    """Somebody's answers, as values: another one for each column, and two where several may be ticked."""
    row = {}
    for place, question in enumerate(asked.questions):
        values = [value for value, _ in question.answers]
        if question.kind == "choices":
            row[question.name] = values[:2]
        elif question.kind == "moment":
            row[question.name] = [values[0]]
        else:
            row[question.name] = [values[(place + person) % len(values)]] if values else [f"AB1{person}"]
    return row


def _write(path: Path, rows: Sequence[Sequence[str]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    path.write_text(out.getvalue(), "utf-8")


def _same(found: Read, asked: Asked, rows: Sequence[Row]) -> None:
    wanted = [
        {
            question.name: " ".join(row[question.name])
            for question in asked.questions
            if question.kind not in ("code", "moment", "group")
        }
        for row in rows
    ]
    assert [dict(sheet.answers) for sheet in found.sheets] == wanted


def _labels(question: Question, values: Sequence[str], shown: Callable[[str, str], str]) -> list[str]:
    known = dict(question.answers)
    return [shown(value, known[value]) if value in known else value for value in values]


@pytest.mark.parametrize("form", FORMS)
def test_moodle_feedback_comes_back(form: str, tried: World, tmp_path: Path) -> None:
    """Moodle writes `(label) text` above a column and the words of an answer into it; ticks stand below each other."""
    asked = _asked(tried, form)
    items = {
        item.findtext("ITEMLABEL") or "": item
        for item in ET.fromstring(moodle_feedback(asked).data).iter("ITEM")  # noqa: S314  our own file
        if item.get("TYPE") != "label"
    }
    rows = [_row(asked, person) for person in range(3)]
    used = [question for question in asked.questions if question.name in items]
    head = ["Response number", *(f"({name}) {item.findtext('ITEMTEXT')}" for name, item in items.items())]
    lines = [
        [
            str(number),
            *(
                "\n".join(_labels(question, row[question.name], lambda _, label: label))
                for name in items
                for question in used
                if question.name == name
            ),
        ]
        for number, row in enumerate(rows, 1)
    ]
    moment = asked.form.moments[0]
    _write(
        tmp_path / f"feedback {moment}.csv",
        [head, *lines] if "moment" in items or len(asked.form.moments) == 1 else [head],
    )
    found, said = _read(tmp_path, tried)
    assert said == []
    _same(found, asked, rows)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("heads", ["names", "labels"])
def test_kobo_with_labels_comes_back(form: str, heads: str, tried: World, tmp_path: Path) -> None:
    """The words of the questions above, and in the cells the words of the list `choices` of our own XLSForm."""
    asked = _asked(tried, form)
    book = openpyxl.load_workbook(io.BytesIO(bytes(xlsform(asked).data)))
    lists = {(row[0], str(row[1])): str(row[2]) for row in book["choices"].iter_rows(min_row=2, values_only=True)}
    survey = [
        row
        for row in book["survey"].iter_rows(min_row=2, values_only=True)
        if str(row[0]).split()[0] in ("text", "select_one", "select_multiple", "calculate")
    ]
    head = ["start", "_id", *(str(row[2] if heads == "labels" and row[2] else row[1]) for row in survey)]
    rows = [_row(asked, person) for person in range(3)]
    lines = []
    for row in rows:
        cells = []
        for kind, name, *_ in survey:
            of = str(kind).rpartition(" ")[2]
            cells.append(" ".join(lists.get((of, value), value) for value in row[str(name)]))
        lines.append(["2026-03-02", "7", *cells])
    _write(tmp_path / "kobo.csv", [head, *lines])
    found, said = _read(tmp_path, tried)
    assert said == []
    _same(found, asked, rows)


def test_kobo_with_a_column_for_each_tick_comes_back(tried: World, tmp_path: Path) -> None:
    head = [
        "I come from",
        "It was clear.",
        "What did you take?",
        "What did you take?/A card",
        "What did you take?/A book",
    ]
    _write(tmp_path / "ticks.csv", [head, ["Police", "4 · Agree", "A book", "0", "1"]])
    found, said = _read(tmp_path, tried)
    assert {line[:4] for line in said} <= {"R107", "R111"}
    assert dict(found.sheets[0].answers) == {"clear": "4", "took": "book"}


@pytest.mark.parametrize(("card", "book", "took", "wrong"), [
    ("no", "A book", "book", []),
    ("", "✓", "book", []),
    ("да", "нет", "card", []),
    ("+x", "1", "book", ["column D `took`: `+x` is neither a tick nor an empty box"]),
    ("1", "A card", "card", ["column E `took`: `A card` is neither a tick nor an empty box"]),
])  # fmt: skip
def test_what_stands_in_a_box_is_a_tick_or_none_or_a_mistake(
    card: str, book: str, took: str, wrong: list[str], tried: World, tmp_path: Path
) -> None:
    head = ["I come from", "It was clear.", "code", "What did you take?/A card", "What did you take?/A book"]
    _write(tmp_path / "ticks.csv", [head, ["Police", "4", "7", card, book]])
    found, said = _read(tmp_path, tried)
    assert found.sheets[0].answers["took"] == took
    assert [line.split(" ", 2)[2] for line in said if line.startswith("R109")] == wrong


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("form", FORMS)
def test_data_entry_and_template_come_back(form: str, language: str, tried: World, tmp_path: Path) -> None:
    asked = _asked(tried, form)
    asked = replace(asked, edition=replace(asked.edition, say=catalogue(language)))
    book = openpyxl.load_workbook(io.BytesIO(bytes(data_entry(asked).data)))
    sheet = book.worksheets[1]
    names = {"en": ("read-me", "before"), "ru": ("прочтите", "до"), "kk": ("оқыңыз", "дейін")}
    assert book.sheetnames[0] == names[language][0]
    assert sheet.title == names[language][1] or asked.form.moments[0] != "before"
    row = _row(asked, 1)
    for column, cell in enumerate(sheet[1], 1):
        sheet.cell(2, column, " ".join(row[str(cell.value)]))
    book.save(tmp_path / "typed.xlsx")
    found, said = _read(tmp_path, tried)
    assert {line[:4] for line in said} <= {"R103"}, "sheets of other moments are empty"
    _same(found, asked, [row])
    (tmp_path / "typed.xlsx").unlink()
    head = next(csv.reader(io.StringIO(str(csv_template(asked).content).removeprefix("\ufeff"))))
    _write(tmp_path / "typed.csv", [head, [" ".join(row[name]) for name in head]])
    found, said = _read(tmp_path, tried)
    assert said == []
    _same(found, asked, [row])


# --- words of several languages


@pytest.mark.parametrize(
    ("group", "id_"),
    [("полиция", "police"), ("Полиция", "police"), ("POLICE", "police"), ("азаматтық қоғам", "civil-society"),
     ("Civil  society", "civil-society"), ("Гражданское общество", "civil-society")],
)  # fmt: skip
def test_a_group_is_understood_in_every_language(group: str, id_: str, tried: World, tmp_path: Path) -> None:
    _write(tmp_path / "one.csv", [["группа", "clear"], [group, "4"]])
    assert [sheet.group for sheet in _read(tmp_path, tried)[0].sheets] == [id_]


@pytest.mark.parametrize(
    ("moment", "id_"),
    [("до", "before"), ("После", "after"), ("дейін", "before"), ("кейін", "after"), ("before the workshop", "before"),
     ("three to six months later", "later"), ("семинардан кейін", "after"), ("POST", "after")],
)  # fmt: skip
def test_a_moment_is_understood_in_every_language(moment: str, id_: str, tried: World, tmp_path: Path) -> None:
    _write(tmp_path / "cell.csv", [["код", "момент", "first"], ["A1", moment, "4"]])
    _write(tmp_path / f"полиция {moment}.csv", [["code", "first"], ["A2", "4"]])
    assert [sheet.moment for sheet in _read(tmp_path, tried)[0].sheets] == [id_, id_]


def test_what_is_printed_on_forms_is_known_in_every_language(tried: World) -> None:
    known = written([tried[0].curriculum])
    for language in languages():
        say = catalogue(language)
        for moment in ("before", "after", "later"):
            assert known.moments[re.sub(r"[\W_]+", " ", say(f"form.moment.{moment}").casefold()).strip()] == moment


@pytest.mark.parametrize(
    ("answer", "id_"), [("да", "yes"), ("Нет", "no"), ("иә", "yes"), ("Жоқ", "no"), ("YES", "yes"), ("No.", "no")]
)
def test_yes_and_no_are_understood_in_every_language(answer: str, id_: str, tried: World, tmp_path: Path) -> None:
    _write(tmp_path / "one.csv", [["group", "recommend"], ["police", answer]])
    found, said = _read(tmp_path, tried)
    assert [sheet.answers["recommend"] for sheet in found.sheets] == [id_]
    assert [line for line in said if line.startswith("R109")] == []


def test_a_file_that_is_no_list_is_named(tried: World, tmp_path: Path) -> None:
    _write(tmp_path / "one.csv", [["group", "clear"], ["police", "5"]])
    (tmp_path / "two.docx").write_bytes(b"PK")
    (tmp_path / "~$three.xlsx").write_bytes(b"left by a spreadsheet")
    found, said = _read(tmp_path, tried)
    assert len(found.sheets) == 1
    assert [line for line in said if line.startswith("R123")] == [
        "R123 1:1 this is no spreadsheet and no CSV file: nothing of it is counted"
    ]


def test_an_unknown_group_of_several_is_counted_with_all(tried: World, tmp_path: Path) -> None:
    _write(tmp_path / "one.csv", [["group", "clear"], ["polise", "4"], ["police", "5"]])
    found, said = _read(tmp_path, tried)
    assert [sheet.group for sheet in found.sheets] == ["", "police"]
    assert [line for line in said if line.startswith("R122")] == [
        "R122 2:1 column A `group`: there is no group `polise`"
    ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [["x", "y"], ["1", "2"], ["1", "2"]],
            "no column of a form is named in the first rows; rows 1 to 3 are not counted",
        ),
        ([["code", "first"], ["A1", "4"]], "it does not say when the forms were filled in; row 2 is not counted"),
    ],
)
def test_rows_of_a_sheet_that_is_not_understood_are_named(
    rows: list[list[str]], said: str, tried: World, tmp_path: Path
) -> None:
    _write(tmp_path / "one.csv", rows)
    assert said in [line.partition(" ")[2].partition(" ")[2] for line in _read(tmp_path, tried)[1]]


# --- another scale


def test_a_form_typed_on_another_scale_is_not_counted(tried: World, tmp_path: Path) -> None:
    """1 to 7 on a form of 1 to 5: the answers from 1 to 5 are wrong as well."""
    lines = [[f"A{one}", str(1 + one % 7), str(1 + (one + 3) % 7), "4"] for one in range(14)]
    _write(tmp_path / "before.csv", [["code", "first", "second", "third"], *lines])
    found, said = _read(tmp_path, tried)
    assert found.sheets == ()
    assert said[0] == (
        "R121 1:2 column B `first`: 8 of 42 answers on this scale are numbers that it does not have (6, 7); "
        "none of its 3 columns is counted"
    )


def test_a_scale_that_begins_below_is_found_too(tried: World, tmp_path: Path) -> None:
    _write(tmp_path / "before.csv", [["code", "first"], *([f"A{one}", str(one % 5)] for one in range(15))])
    assert "R121" in {line[:4] for line in _read(tmp_path, tried)[1]}


def test_one_slip_of_the_finger_costs_one_answer(tried: World, tmp_path: Path) -> None:
    _write(
        tmp_path / "before.csv",
        [["code", "first", "second", "third"], *([f"A{one}", "4", "2", "55" if one == 3 else "5"] for one in range(9))],
    )
    found, said = _read(tmp_path, tried)
    assert len(found.sheets) == 9
    assert [line[:4] for line in said if line[:4] != "R111"] == ["R109"]
