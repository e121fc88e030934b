"""Filled-in forms to a report: files of every kind, broken ones too, and the workshop of 2014 to the last number."""

import csv
import io
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import openpyxl
import pytest
from pypdf import PdfReader

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.documents.tree.proof import lost, words_of
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import Curriculum, load
from mkdocs_workshop.reading.events import EventParts
from mkdocs_workshop.reports.answers import Read
from mkdocs_workshop.reports.counting import counts_of
from mkdocs_workshop.reports.document import Report, write_report
from mkdocs_workshop.reports.figures import Counts
from mkdocs_workshop.reports.kept import counts_of_results, results_text
from mkdocs_workshop.reports.make import contents
from mkdocs_workshop.reports.mistakes import KINDS
from mkdocs_workshop.reports.reading import NO_PROGRAMME, read_responses
from mkdocs_workshop.reports.withhold import public
from mkdocs_workshop.teaching.columns import columns_of
from tests.conftest import ROOT, store, with_forms
from tests.responses import EVENT, ITEMS, Rows, book, rows, text

Reading = Callable[[], tuple[Read, list[str]]]
CACHE = ROOT / ".cache" / "workshop"


def _copied(folder: Path) -> None:
    """The example with forms of the tests, so that a better question of the manual breaks no test of the software."""
    with_forms(folder)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Curriculum:
    """The example with forms for tests and one more workshop."""
    folder = tmp_path_factory.mktemp("events") / "curriculum"
    _copied(folder)
    (folder / "events" / "tested").mkdir()
    (folder / "events" / "tested" / "event.yml").write_text(EVENT, "utf-8")
    curriculum, problems, complete = load(folder, folder.parent)
    assert curriculum is not None
    assert complete, problems
    return curriculum


@pytest.fixture(scope="module")
def edition(whole: Curriculum) -> Edition:
    return Edition(whole, catalogue("en"), CACHE)


@pytest.fixture
def read(whole: Curriculum, edition: Edition, tmp_path: Path) -> Reading:
    """Reads what a test has put into the folder: sheets, and problems as `code place: message`."""

    def reading() -> tuple[Read, list[str]]:
        found = read_responses(tmp_path, tmp_path, whole, whole.events["tested"].event, edition.wording)
        said = [
            f"{one.code} {one.place.path}:{one.place.line}:{one.place.column} {one.message}" for one in found.problems
        ]
        return found, said

    return reading


@pytest.fixture(scope="module")
def almaty(whole: Curriculum) -> Counts:
    return counts_of_results(whole.events["2014-12-almaty"], whole)


@pytest.fixture(scope="module")
def almaty_report(edition: Edition, almaty: Counts) -> Report:
    return write_report(edition, edition.curriculum.events["2014-12-almaty"], almaty)


def _text(report: Report) -> str:
    return "\n".join(words for section in report.sections for words in words_of(section.blocks))


# --- the workshop of 2014


SOURCE = {
    "s1-1": (6, 11), "s1-2": (9, 8), "s1-3": (9, 8), "s2-1": (4, 13), "s2-2": (5, 12), "s2-3": (4, 13), "s2-4": (5, 12),
    "s2-5": (5, 12), "s3-1": (5, 12), "s3-2": (5, 12), "s3-3": (4, 13), "s4-1": (8, 9), "s4-2": (4, 13), "s4-3": (5, 12),
    "s6-1": (6, 11), "s6-2": (6, 11),
}  # fmt: skip
"""Agree and strongly agree, as the report of 2014 prints them; nobody marked anything else at these sixteen."""


def test_2014_has_the_counts_of_its_source(almaty: Counts) -> None:
    counts = {row.item: row.counts for row in almaty.distributions}
    assert {item: (counts[item][3], counts[item][4]) for item in SOURCE} == SOURCE
    assert all(counts[item][:3] == (0, 0, 0) for item in SOURCE)
    assert counts["s5-1"] == (0, 0, 1, 5, 11)
    assert counts["s7-1"] == (14, 3, 0, 0, 0)
    assert counts["s7-2"] == (17, 0)
    assert {row.n for row in almaty.distributions} == {17}


@pytest.mark.parametrize(
    "said",
    [
        "289 answers to 17 statements: 193 “Strongly agree”, 95 “Agree” and 1 “Undecided”.",
        "Of 17 people who answered: 11 “Strongly agree”, 5 “Agree” and 1 “Undecided”.",
        "Of 17 people who answered: 14 “Excellent” and 3 “Good”.",
        "17 of 17 chose “Yes”",
        "Least often “Strongly agree”, 8 of 17 people",
        "Most often “Strongly agree”, 13 of 17 people",
        "17 of 18",
        "Test for police, before and after: Figures not published.",
    ],
)
def test_2014_report_says(almaty_report: Report, said: str) -> None:
    assert said in _text(almaty_report)


def test_2014_report_shows_the_shares_where_they_belong(almaty_report: Report) -> None:
    shown = _text(almaty_report).replace("\u00a0", " ").split("\n")
    for statement, cells in (
        ("The topic of the course is important for my practice", ["0", "0", "0", "6 (35%)", "11 (65%)", "17"]),
        ("The content completely answers my expectations", ["0", "0", "0", "9 (53%)", "8 (47%)", "17"]),
        ("Goals and objectives were clearly identified", ["0", "0", "0", "4 (24%)", "13 (76%)", "17"]),
        ("Teaching methods were appropriate and varied as needed", ["0", "0", "0", "5 (29%)", "12 (71%)", "17"]),
        ("The working climate supported cooperation", ["0", "0", "0", "8 (47%)", "9 (53%)", "17"]),
        ("Did you achieve the workshop objectives?", ["0", "0", "1 (6%)", "5 (29%)", "11 (65%)", "17"]),
    ):
        at = shown.index(statement)
        assert shown[at + 1 : at + 7] == cells


def test_2014_report_claims_no_change(almaty_report: Report) -> None:
    words = {section.id: " ".join(words_of(section.blocks)).lower() for section in almaty_report.sections}
    assert "improve" not in words["results"]
    assert "moved" not in words["results"]
    assert "no test of significance was made" in words["method"]


def test_every_number_can_be_recomputed_from_the_table_of_figures(edition: Edition, almaty: Counts) -> None:
    parts = edition.curriculum.events["2014-12-almaty"]
    made = dict(contents(edition, parts, write_report(edition, parts, almaty), almaty))
    table = list(csv.DictReader(io.StringIO(str(made["csv"]).removeprefix("\ufeff"))))
    answers = [row for row in table if row["what"] == "answer"]
    likert = [row for row in answers if row["item"][:2] in {"s1", "s2", "s3", "s4", "s5", "s6"}]
    sums = {
        label: sum(int(row["count"]) for row in likert if row["label"] == label)
        for label in {row["label"] for row in likert}
    }
    assert sums == {"Strongly agree": 193, "Agree": 95, "Undecided": 1, "Disagree": 0, "Strongly disagree": 0}
    for item in {row["item"] for row in answers}:
        of = [row for row in answers if row["item"] == item]
        assert {sum(int(row["count"]) for row in of)} == {int(row["of"]) for row in of} == {17}
        assert all(int(row["percent"]) == round(100 * int(row["count"]) / 17) for row in of)


def test_nothing_is_lost_on_the_way_to_pdf_and_word(edition: Edition, almaty: Counts, almaty_report: Report) -> None:
    made = dict(contents(edition, edition.curriculum.events["2014-12-almaty"], almaty_report, almaty))
    wanted = _text(almaty_report).split("\n")
    pdf, word = made["pdf"], made["docx"]
    assert isinstance(pdf, bytes)
    assert isinstance(word, bytes)
    paper = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert lost(wanted, paper) == []
    document = docx.Document(io.BytesIO(word))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert lost(wanted, "\n".join([*(one.text for one in document.paragraphs), *cells])) == []
    titles = [one.text for one in document.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    assert titles == [f"{number}. {section.title}" for number, section in enumerate(almaty_report.sections, 1)]


def test_same_figures_same_bytes(edition: Edition, almaty: Counts, tmp_path: Path) -> None:
    other = Edition(edition.curriculum, edition.say, tmp_path)
    (tmp_path / "fonts").symlink_to(CACHE / "fonts")
    parts = edition.curriculum.events["2014-12-almaty"]

    def made(where: Edition) -> list[tuple[str, str | bytes]]:
        return list(contents(where, parts, write_report(where, parts, almaty), almaty))

    assert made(edition) == made(other)


def test_2022_is_told_without_forms(edition: Edition) -> None:
    parts = edition.curriculum.events["2022-09-almaty"]
    report = write_report(edition, parts, counts_of_results(parts, edition.curriculum))
    assert "50 people" in _text(report)
    assert report.charts == {}


# --- files as they should be


def _write(kind: str, folder: Path) -> None:
    before, after = rows(12, "before"), rows(12, "after", 2)
    if kind == "xlsx":
        book(folder / "test.xlsx", read_me=[["How to"]], before=before, after=after)
        return
    encoding, delimiter = kind.split()
    both: Rows = [
        ["moment", *before[0]],
        *(["before", *row] for row in before[1:]),
        *(["after", *row] for row in after[1:]),
    ]
    names = [f"{name}: Код Ө" if encoding != "cp1251" else f"{name}: Код" for name in map(str, both[0])]
    text(folder / "test.csv", [names, *both[1:]], encoding, {"semicolon": ";", "comma": ",", "tab": "\t"}[delimiter])


@pytest.mark.parametrize("kind", ["xlsx", "utf-8 comma", "utf-8-sig semicolon", "cp1251 semicolon", "utf-16 tab"])
def test_every_kind_of_file_gives_the_same_figures(kind: str, read: Reading, whole: Curriculum, tmp_path: Path) -> None:
    _write(kind, tmp_path)
    found, said = read()
    assert len(found.sheets) == 24
    assert {line[:4] for line in said} == {"R114"}, "two people came late, two left early"
    figures = counts_of(found.sheets, whole, whole.events["tested"].event)
    first = figures.movements[0]
    # Ten people are there twice; their answers to the first statement, worked out by hand from `answers`.
    assert (first.item, first.pairs, first.right, first.wrong, first.same) == ("p01-pep", 10, 3, 7, 0)
    assert [(row.moment, row.sheets, row.people, row.coded) for row in figures.returned] == [
        ("before", 12, 12, 12),
        ("after", 12, 12, 12),
    ]


def test_export_of_kobo_is_read(read: Reading, tmp_path: Path) -> None:
    head: list[object] = [
        "start",
        "_id",
        "about/code",
        "moment",
        *(f"statements/{item}" for item in ITEMS),
        "meta/instanceID",
    ]
    text(
        tmp_path / "kobo.csv",
        [head, ["2026-03-02T09:00", 7, "ab-1", "before", *[2, 4] * 7, 3, "uuid:1"]],
        delimiter=";",
    )
    found, said = read()
    assert said == []
    assert found.sheets[0].code == "AB1"
    assert found.sheets[0].answers["p15-same-street"] == "3"


def test_labels_are_read_as_values(read: Reading, tmp_path: Path) -> None:
    head: list[object] = ["code", "moment", "Organisations that run harm reduction services encourage drug use."]
    text(tmp_path / "labels.csv", [head, ["X1", "after", "Strongly disagree"]], delimiter=";")
    found, _ = read()
    assert dict(found.sheets[0].answers) == {"p12-encourage": "5"}


def test_ticks_of_single_choices_are_read(read: Reading, tmp_path: Path) -> None:
    text(
        tmp_path / "evaluation.csv",
        [["group", "for-my-work", "recommend"], ["health", 5, "Yes"], ["police", "4,0", "no"]],
        delimiter=";",
    )
    found, said = read()
    assert [(sheet.group, sheet.answers["for-my-work"], sheet.answers["recommend"]) for sheet in found.sheets] == [
        ("health", "5", "yes"),
        ("police", "4", "no"),
    ]
    assert {line[:4] for line in said} == {"R107"}


def test_order_of_rows_changes_nothing(read: Reading, whole: Curriculum, tmp_path: Path) -> None:
    _write("xlsx", tmp_path)
    sheets = list(read()[0].sheets)
    event = whole.events["tested"].event
    once = counts_of(sheets, whole, event)
    for seed in range(5):
        random.Random(seed).shuffle(sheets)  # noqa: S311  no secret
        assert counts_of(sheets, whole, event) == once


# --- files as they come


def _one(path: Path, *cells: Sequence[object]) -> None:
    book(path / "test.xlsx", before=[["code", *ITEMS], *cells])


GOOD: Sequence[object] = [*[2, 4] * 7, 3]


def _with(place: int, value: object) -> list[object]:
    return [value if at == place else answer for at, answer in enumerate(GOOD)]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ([["A1", *_with(0, 7)]], "R109 test.xlsx:2:2 sheet `before`, column B `p01-pep`, code A1: `7` is no answer to this item"),
        ([["A1", *_with(1, "3,5")]], "R110 test.xlsx:2:3 sheet `before`, column C `p02-shared-cell`, code A1: `3,5` stands between two answers"),
        ([["A1", *_with(2, None)]], "R111 test.xlsx:2:1 sheet `before`, code A1: 1 answer is missing"),
        ([["", *GOOD]], "R112 test.xlsx:2:1 sheet `before`, column A `code`: there is no code"),
        ([["A1", *GOOD], ["a-1", *GOOD]], "R113 test.xlsx:3:1 sheet `before`: the code A1 stands in row 2 already"),
        ([["A1", *[2] * 15]], "R117 test.xlsx:2:1 sheet `before`, code A1: all 15 statements are answered with 2"),
        ([["A1", *[None] * 15]], "R118 test.xlsx:2:1 sheet `before`, code A1: there is no answer in this row"),
    ],
)  # fmt: skip
def test_every_fault_is_named_with_its_place(
    cells: list[Sequence[object]], said: str, read: Reading, tmp_path: Path
) -> None:
    _one(tmp_path, *cells)
    assert read()[1] == [said]


def test_decimal_comma_of_a_whole_number_is_that_number(read: Reading, tmp_path: Path) -> None:
    _one(tmp_path, ["A1", *_with(0, "4,0")])
    found, said = read()
    assert said == []
    assert found.sheets[0].answers["p01-pep"] == "4"


@pytest.mark.parametrize(("programme", "asked"), [(None, True), ("two-day", False)])
def test_who_rates_sessions_must_say_which_there_were(
    whole: Curriculum, edition: Edition, tmp_path: Path, programme: str | None, *, asked: bool
) -> None:
    (form,) = [
        one
        for one in whole.instruments.values()
        if one.in_use and any(item.kind == "sessions" for section in one.sections for item in section.items)
    ]
    event = whole.events["tested"].event.model_copy(update={"programme": programme})
    names = [column.name for column in columns_of(form, None)]
    cells = [column.values[0] if column.values else "x" for column in columns_of(form, None)]
    with (tmp_path / "seen.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[*names, "rating.nothing"], [*cells, "4"]])
    found = read_responses(tmp_path, tmp_path, whole, event, edition.wording).problems
    advice = [one.advice for one in found if one.code == "R105"]
    assert len(advice) == 1
    assert advice[0].startswith(NO_PROGRAMME) is asked


def test_unknown_and_doubled_columns_are_named(read: Reading, whole: Curriculum, tmp_path: Path) -> None:
    head = ["code", *ITEMS, "p07-ask-before-serch", "Пол", "p01-pep", "пустой"]
    book(tmp_path / "test.xlsx", after=[list(head), ["A1", *GOOD, 1, "ж", 5, None]])
    found, said = read()
    assert [line[:4] for line in said] == ["R105", "R105", "R106"]
    assert "Did you mean `p07-ask-before-search`?" in found.problems[0].advice
    assert found.sheets[0].answers["p01-pep"] == "2"


def test_cyrillic_letters_in_an_id_are_forgiven(read: Reading, tmp_path: Path) -> None:
    head = [str(name).replace("p", "р").replace("e", "е") for name in ("code", *ITEMS)]
    book(tmp_path / "test.xlsx", after=[list(head), ["A1", *GOOD]])
    found, said = read()
    assert said == []
    assert len(found.sheets[0].answers) == 15


def test_merged_cells_are_named(read: Reading, tmp_path: Path) -> None:
    _one(tmp_path, ["A1", *GOOD])
    made = openpyxl.load_workbook(tmp_path / "test.xlsx")
    made["before"].merge_cells("B2:D2")
    made.save(tmp_path / "test.xlsx")
    said = read()[1]
    assert said[0].startswith("R111 test.xlsx:2:1")
    assert said[1] == "R108 test.xlsx:2:2 sheet `before`: 3 cells are merged; only the first of them holds something"


def test_a_merged_head_is_named_and_what_stands_above_it_is_not(read: Reading, tmp_path: Path) -> None:
    title: Sequence[object] = ["Answers of the first day"]
    book(tmp_path / "test.xlsx", before=[title, ["code", *ITEMS], ["A1", *GOOD]])
    made = openpyxl.load_workbook(tmp_path / "test.xlsx")
    made["before"].merge_cells("A1:F1")
    made.save(tmp_path / "test.xlsx")
    assert read()[1] == []
    made["before"].merge_cells("R2:S2")
    made.save(tmp_path / "test.xlsx")
    said = "R108 test.xlsx:2:18 sheet `before`: 2 cells are merged; only the first of them holds something"
    assert read()[1] == [said]


def test_partners_that_are_nearly_the_same_are_proposed(read: Reading, tmp_path: Path) -> None:
    book(tmp_path / "t.xlsx", before=[["code", *ITEMS], ["KARA17", *GOOD]], after=[["code", *ITEMS], ["KARA11", *GOOD]])
    found, said = read()
    assert [line[:4] for line in said] == ["R114", "R114"]
    assert "Did you mean `KARA11`?" in found.problems[1].advice + found.problems[0].advice


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.csv", b"", "R103"),
        ("empty.xlsx", None, "R103"),
        ("no.xlsx", b"no workbook", "R101"),
        ("cut.xlsx", b"PK\x03\x04 cut", "R101"),
        ("old.xls", b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "R101"),
        ("no.ods", b"\x00\x01", "R101"),
        ("book.csv", b"PK\x03\x04", "R101"),
        ("zero.csv", b"code,p01-pep\n\x00", "R102"),
        ("bytes.csv", b"\xff\xfe\x00", "R102"),
        ("other.csv", b"a,b\n1,2\n", "R104"),
        ("quote.csv", b'code,"p01-pep\n1,2\n', "R104"),
        ("moment.csv", b"code,p01-pep\nA1,2\n", "R115"),
        ("group.csv", b"code,moment,group,p01-pep\nA1,before,polise,2\n", "R115"),
        ("later.csv", b"code,moment,p01-pep\nA1,never,2\n", "R115"),
    ],
)
def test_no_file_gives_a_traceback(name: str, content: bytes | None, code: str, read: Reading, tmp_path: Path) -> None:
    if content is None:
        book(tmp_path / name, before=[])
    else:
        (tmp_path / name).write_bytes(content)
    found, said = read()
    assert code in {line[:4] for line in said}, said
    assert found.sheets == ()


def test_an_empty_folder_says_so(read: Reading) -> None:
    assert [line[:4] for line in read()[1]] == ["R119"]


# --- the report of a test


@pytest.fixture
def tested(read: Reading, whole: Curriculum, tmp_path: Path) -> tuple[EventParts, Counts]:
    book(tmp_path / "police.xlsx", before=rows(12, "before"), after=rows(12, "after"))
    csf: Rows = [["code", "c01-pep", "c08-two-minutes"], *([f"C{one}", 1 + one % 5, 2] for one in range(10))]
    book(tmp_path / "cso.xlsx", before=csf, after=csf)
    parts = whole.events["tested"]
    return parts, counts_of(read()[0].sheets, whole, parts.event)


def test_the_team_sees_movement_and_both_sides(edition: Edition, tested: tuple[EventParts, Counts]) -> None:
    words = _text(write_report(edition, *tested))
    assert "Knowledge: in 72 pairs of answers to 6 statements" in words
    assert "There are 12 pairs of sheets at most." in words
    assert "Side by side" in words
    assert "0 / 0 / 10 of 10" in words, "nobody of civil society moved"
    assert "Nobody was tested who did not take part." in words


def test_the_public_version_shows_no_small_number(tested: tuple[EventParts, Counts]) -> None:
    shown = public(tested[1])
    numbers = [number for row in shown.distributions for number in row.counts]
    numbers += [number for row in shown.movements for number in (row.right, row.wrong, row.same)]
    assert None in numbers
    assert [number for number in numbers if number is not None and 0 < number < 5] == []


def test_public_sums_can_be_kept_and_read_again(
    whole: Curriculum, tested: tuple[EventParts, Counts], tmp_path: Path
) -> None:
    """What `--write-results` writes is a valid `results.yml`, and the site says the same as the public report."""
    folder = tmp_path / "curriculum"
    _copied(folder)
    (folder / "events" / "tested").mkdir()
    (folder / "events" / "tested" / "event.yml").write_text(EVENT, "utf-8")
    (folder / "events" / "tested" / "results.yml").write_text(results_text(public(tested[1])), "utf-8")
    curriculum, problems, complete = load(folder, tmp_path)
    assert curriculum is not None
    assert complete, problems
    again = counts_of_results(curriculum.events["tested"], curriculum)
    shown = public(tested[1])
    assert set(again.distributions) == set(shown.distributions)
    assert set(again.movements) == set(shown.movements)
    assert set(again.dimensions) == set(shown.dimensions)


# --- the command


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    _copied(tmp_path / "curriculum")
    (tmp_path / "curriculum" / "events" / "tested").mkdir()
    first = "# yaml-language-server: $schema=../../schema/event.schema.json\n"
    (tmp_path / "curriculum" / "events" / "tested" / "event.yml").write_text(first + EVENT, "utf-8")
    (tmp_path / ".cache").symlink_to(store("small"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    return tmp_path


def test_command_writes_a_report_and_hides_codes(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book(here / "responses" / "tested" / "test.xlsx", before=rows(12, "before"), after=rows(12, "after"))
    assert main(["report", "tested"]) == 0
    assert "24 sheets counted." in capsys.readouterr().out
    written = sorted(path.name for path in (here / "reports" / "tested").iterdir())
    assert written == ["tested-answers.csv", "tested-team.csv", "tested-team.docx", "tested-team.pdf"]
    for path in (here / "reports" / "tested").glob("*.csv"):
        assert "AB00" not in path.read_text("utf-8-sig")


def test_command_public_leaves_no_answers_and_writes_sums(here: Path) -> None:
    book(here / "responses" / "tested" / "test.xlsx", before=rows(12, "before"), after=rows(12, "after"))
    assert main(["report", "tested", "--public", "--write-results"]) == 0
    assert not list((here / "reports" / "tested").glob("*answers*"))
    assert main(["check"]) in (0, 1)
    assert (here / "curriculum" / "events" / "tested" / "results.yml").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["2014-12-almatyy"], "Did you mean `2014-12-almaty`?"),
        (["tested", "--responses", "nowhere"], "there is no folder `nowhere`"),
        (["tested", "--write-results"], "there are no sums to write"),
        (["tested", "--responses", "curriculum"], "what is there is published"),
        (["tested", "--to", "docs/reports"], "what is there is published"),
    ],
)
def test_command_explains_wrong_use(
    here: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_command_without_answers_says_what_is_missing_and_where_it_goes(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "tested"]) == 0
    said = capsys.readouterr().out
    assert "There are no answers: responses/tested/ does not exist" in said
    assert "into responses/tested/ and run `workshop report tested` again" in said
    assert main(["report", "2014-12-almaty"]) == 0
    assert "There are no answers" not in capsys.readouterr().out


def test_command_writes_no_formula(here: Path) -> None:
    words: Rows = [["group", "recommend", "cut"], ["police", "yes", "=1+1"]]
    text(here / "responses" / "tested" / "evaluation.csv", words)
    main(["report", "tested"])
    table = (here / "reports" / "tested" / "tested-answers.csv").read_text("utf-8-sig")
    assert "'=1+1" in table
    assert [cell for row in csv.reader(io.StringIO(table)) for cell in row if cell[:1] in {"=", "+", "-", "@"}] == []


def test_the_guide_names_every_fault() -> None:
    guide = (ROOT / "docs" / "authoring" / "events.md").read_text("utf-8")
    assert [code for code, kind in KINDS.items() if f"| **{code}** | {kind.title} | {kind.advice} |" not in guide] == []
