"""Forms that are no paper: every one has the columns of the contract, says every question, and gives nothing of the key away."""

import csv
import io
import json
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path

import openpyxl
import pytest
from pyxform.xls2xform import convert

from mkdocs_workshop.compile import check
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.forms.asked import Asked
from mkdocs_workshop.forms.files import form_files
from mkdocs_workshop.ground.artifact import Artifact
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.model.instrument import Instrument, StatementItem
from mkdocs_workshop.reading.curriculum import Curriculum
from mkdocs_workshop.reports.headers import Words, find_header, form_columns
from mkdocs_workshop.reports.tables import read_tables
from mkdocs_workshop.reports.written import written
from mkdocs_workshop.teaching.columns import columns_of
from tests.conftest import ROOT, TODAY, with_forms


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The example with the forms of the examples."""
    folder = with_forms(tmp_path_factory.mktemp("forms") / "curriculum")
    curriculum = check(folder, folder.parent, TODAY).curriculum
    assert curriculum is not None
    return Edition(curriculum, catalogue("en"), ROOT / ".cache" / "workshop")


@pytest.fixture(scope="module")
def files(edition: Edition) -> dict[str, Artifact]:
    """All forms by the name of their file."""
    return {Path(artifact.path).name: artifact for artifact in form_files(edition)}


def _names(curriculum: Curriculum, id_: str) -> list[str]:
    programme = curriculum.programmes[curriculum.manual.programme]
    return [column.name for column in columns_of(curriculum.instruments[id_], programme)]


def _in_use(edition: Edition) -> list[str]:
    return [id_ for id_, form in edition.curriculum.instruments.items() if form.in_use]


def test_every_form_in_use_has_every_file_and_an_old_one_those_for_typing(
    edition: Edition, files: Mapping[str, Artifact]
) -> None:
    ends = (".html", "-xlsform.xlsx", "-moodle-feedback.xml", "-data-entry.xlsx", ".csv")
    wanted = {f"{id_}{end}" for id_ in _in_use(edition) for end in ends}
    old = set(edition.curriculum.instruments) - set(_in_use(edition))
    assert old
    assert set(files) == wanted | {f"{id_}{end}" for id_ in old for end in ("-data-entry.xlsx", ".csv")}


def test_the_csv_template_is_the_contract(edition: Edition, files: Mapping[str, Artifact]) -> None:
    for id_ in edition.curriculum.instruments:
        rows = list(csv.reader(io.StringIO(files[f"{id_}.csv"].data.decode("utf-8-sig"))))
        assert rows == [_names(edition.curriculum, id_)]


def test_the_workbook_has_a_sheet_for_each_moment_and_asks_every_column(
    edition: Edition, files: Mapping[str, Artifact]
) -> None:
    for id_, form in edition.curriculum.instruments.items():
        book = openpyxl.load_workbook(io.BytesIO(files[f"{id_}-data-entry.xlsx"].data))
        assert book.sheetnames == ["read-me", *form.moments, "lists"]
        wanted = [name for name in _names(edition.curriculum, id_) if name != "moment"]
        for moment in form.moments:
            sheet = book[moment]
            assert [cell.value for cell in sheet[1]] == wanted
            assert all(cell.comment is not None and cell.comment.text for cell in sheet[1])
            assert sheet.freeze_panes is not None


def test_the_workbook_takes_the_points_of_the_scale_and_nothing_else(
    edition: Edition, files: Mapping[str, Artifact]
) -> None:
    form = edition.curriculum.instruments["test-police"]
    sheet = openpyxl.load_workbook(io.BytesIO(files["test-police-data-entry.xlsx"].data))["before"]
    lists = {
        next(iter(rule.sqref.ranges)).min_col: rule.formula1
        for rule in sheet.data_validations.dataValidation
        if rule.type
    }
    heads = {cell.value: cell.column for cell in sheet[1]}
    for section in form.sections:
        for item in section.items:
            if not isinstance(item, StatementItem):
                continue
            points = next(scale.points for scale in form.scales if scale.id == item.scale)
            assert lists[heads[item.id]] == f'"{",".join(str(point.value) for point in points)}"'


def test_the_workbook_has_no_macro(files: Mapping[str, Artifact]) -> None:
    for name, artifact in files.items():
        if name.endswith(".xlsx"):
            with zipfile.ZipFile(io.BytesIO(artifact.data)) as archive:
                assert not [entry for entry in archive.namelist() if "vba" in entry.lower()]


def test_a_typed_in_workbook_is_understood_by_the_report(
    edition: Edition, files: Mapping[str, Artifact], tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files["test-police-data-entry.xlsx"].data))
    book["after"].append(["ABCD", "police", *[3] * 15])
    book.save(tmp_path / "typed.xlsx")
    tables, problems = read_tables(tmp_path / "typed.xlsx", "typed.xlsx")
    assert problems == []
    table = next(table for table in tables if table.name == "after")
    curriculum = edition.curriculum
    forms = [
        form_columns(
            id_,
            [Words(columns_of(form, curriculum.programmes[curriculum.manual.programme]), edition.plain, {})],
            written([curriculum]),
        )
        for id_, form in curriculum.instruments.items()
    ]
    header = find_header(table, forms)
    assert header is not None
    assert header.form.instrument == "test-police"
    assert header.unknown == ()
    assert len(header.places) == 17


def test_xlsforms_convert_without_a_warning(edition: Edition, files: Mapping[str, Artifact]) -> None:
    for id_ in _in_use(edition):
        done = convert(io.BytesIO(files[f"{id_}-xlsform.xlsx"].data), validate=False, file_type=".xlsx")
        assert done.warnings == [], id_
        tree = ET.fromstring(done.xform)  # noqa: S314  made a line above
        names = {
            bind.get("nodeset", "").rpartition("/")[2] for bind in tree.iter("{http://www.w3.org/2002/xforms}bind")
        }
        assert set(_names(edition.curriculum, id_)) <= names
        required = {
            bind.get("nodeset", "").rpartition("/")[2]
            for bind in tree.iter("{http://www.w3.org/2002/xforms}bind")
            if bind.get("required") == "true()"
        }
        asked = Asked(edition, id_, edition.curriculum.instruments[id_])
        assert required == {
            question.name
            for question in asked.questions
            if question.kind in ("moment", "group") and asked.only_answer(question) is None
        }
        likert = [part for part in tree.iter() if part.get("appearance") == "likert"]
        scales = [name for name in _names(edition.curriculum, id_) if _is_scale(edition, id_, name)]
        assert len(likert) == len(scales) > 0


def _is_scale(edition: Edition, id_: str, name: str) -> bool:
    programme = edition.curriculum.programmes[edition.curriculum.manual.programme]
    return any(
        column.kind == "scale" and column.name == name
        for column in columns_of(edition.curriculum.instruments[id_], programme)
    )


def test_xlsform_checks_the_length_of_the_code_and_names_its_language(files: Mapping[str, Artifact]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files["test-police-xlsform.xlsx"].data))
    rows = [[cell or "" for cell in row] for row in book["survey"].values]
    code = dict(zip(rows[0], next(row for row in rows if row[1] == "code"), strict=True))
    assert code["constraint"] == "string-length(.) = 4"
    assert code["required"] == "no"
    assert "label::English (en)" in rows[0]


def test_moodle_feedback_reads_back(edition: Edition, files: Mapping[str, Artifact]) -> None:
    for id_ in _in_use(edition):
        root = ET.fromstring(files[f"{id_}-moodle-feedback.xml"].data)  # noqa: S314  our own file
        assert root.get("VERSION") == "200701"
        items = root.findall("ITEMS/ITEM")
        labels = [label for item in items if (label := item.findtext("ITEMLABEL"))]
        fixed = {"moment", "group"} - {label for label in labels if label in {"moment", "group"}}
        assert [name for name in _names(edition.curriculum, id_) if name not in fixed] == sorted(
            labels, key=_names(edition.curriculum, id_).index
        )
        required = {item.findtext("ITEMLABEL") for item in items if item.get("REQUIRED") == "1"}
        assert required == {"moment", "group"} & {*labels}


def test_moodle_keeps_the_values_of_the_scale(files: Mapping[str, Artifact]) -> None:
    root = ET.fromstring(files["test-police-moodle-feedback.xml"].data)  # noqa: S314  our own file
    rated = [item for item in root.iter("ITEM") if item.get("TYPE") == "multichoicerated"]
    assert len(rated) == 15
    shown = (rated[0].findtext("PRESENTATION") or "").partition("<<<<<")[0].partition(">>>>>")[2]
    assert [option.split("####")[0] for option in shown.split("|")] == ["1", "2", "3", "4", "5"]


def test_the_web_form_knows_the_columns_and_asks_nobody(edition: Edition, files: Mapping[str, Artifact]) -> None:
    for id_ in _in_use(edition):
        page = unescape(files[f"{id_}.html"].data.decode())
        data = page.partition('id="data">')[2].partition("</script>")[0]
        assert json.loads(data)["columns"] == _names(edition.curriculum, id_)
        assert "default-src 'none'" in page
        assert "http:" not in page.replace("http-equiv", "")
        assert "src=" not in page


def test_same_bytes_for_the_same_edition(edition: Edition, files: Mapping[str, Artifact]) -> None:
    assert {Path(artifact.path).name: artifact for artifact in form_files(edition)} == files


def test_no_form_holds_the_key(edition: Edition, files: Mapping[str, Artifact]) -> None:
    """Other notes and the other direction for every statement change no byte of any file."""
    turned = {id_: _turned(form) for id_, form in edition.curriculum.instruments.items()}
    other = replace(edition, curriculum=replace(edition.curriculum, instruments=turned))
    assert turned != edition.curriculum.instruments
    assert [file.path for file in form_files(other) if file.data != files[Path(file.path).name].data] == []


def _turned(form: Instrument) -> Instrument:
    sections = tuple(
        section.model_copy(
            update={
                "items": tuple(
                    item.model_copy(update={"better": "low" if item.better == "high" else "high"})
                    if isinstance(item, StatementItem)
                    else item
                    for item in section.items
                )
            }
        )
        for section in form.sections
    )
    return form.model_copy(update={"sections": sections, "notes": "Other notes."})
