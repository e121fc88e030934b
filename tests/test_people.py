"""Lists of people: even tables, the same for the same seed; broken lists are told, and names stay where they belong."""

import contextlib
import io
import itertools
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.compile import check
from mkdocs_workshop.documents.attendance import half_days
from mkdocs_workshop.documents.emit.letter_sizes import letter_sizes
from mkdocs_workshop.documents.emit.press import page_count
from mkdocs_workshop.documents.emit.typst_document import document_pdf
from mkdocs_workshop.documents.posters import tents
from mkdocs_workshop.documents.tree.people import Person
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.people.papers import attendance
from mkdocs_workshop.people.roster import Guest, read_roster
from mkdocs_workshop.people.seating import tables_of
from tests.conftest import EXAMPLE, ROOT, TODAY

GROUPS = st.lists(st.sampled_from(["police", "civil-society", "health", ""]), max_size=60)


def _guests(groups: list[str]) -> list[Guest]:
    return [Guest(Person(f"Person {index}"), group) for index, group in enumerate(groups)]


@pytest.fixture(scope="module")
def edition(given_out: Edition) -> Edition:
    """The example."""
    return given_out


@given(GROUPS, st.integers(1, 12), st.integers(0, 9))
def test_tables_and_audiences_differ_by_one_at_most(groups: list[str], size: int, seed: int) -> None:
    guests = _guests(groups)
    tables = tables_of(guests, size, seed)
    assert Counter(guest for table in tables for guest in table) == Counter(guests)
    counts = [len(table) for table in tables]
    assert not counts or max(counts) - min(counts) <= 1
    for group in set(groups):
        of_group = [sum(guest.audience == group for guest in table) for table in tables]
        assert max(of_group) - min(of_group) <= 1


@given(st.permutations(_guests(["police"] * 7 + ["civil-society"] * 5)), st.integers(0, 9))
def test_the_order_of_the_list_changes_nothing(shuffled: list[Guest], seed: int) -> None:
    guests = sorted(shuffled, key=lambda guest: int(guest.person.name.split()[1]))
    assert tables_of(guests, 5, seed) == tables_of(shuffled, 5, seed)


def test_another_seed_gives_other_tables() -> None:
    guests = _guests(["police"] * 12 + ["civil-society"] * 12)
    assert tables_of(guests, 5, 1) != tables_of(guests, 5, 2)


def _said(path: Path, edition: Edition) -> list[str]:
    return [f"{item.place.line} {item.code}" for item in read_roster(path, path.name, edition).problems]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ["1 P103"]),
        ("name,group\n", ["1 P103"]),
        ("organisation;group\nPolice;police\n", ["1 P102"]),
        ("name;group\nAnna;police\nAnna;police\n", ["3 P106"]),
        ("name;group\nAnna;politse\n", ["2 P104"]),
        ("name;organisation\n;Police\nAnna;\n", ["2 P105"]),
        ("name\n" + "x" * 200 + "\n", ["2 P105"]),
    ],
)
def test_broken_lists_are_told_by_row(text: str, said: list[str], edition: Edition, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(text, "utf-8")
    assert _said(path, edition) == said


def test_a_list_of_excel_in_russian_is_read(edition: Edition, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Имя;Организация;Группа\r\nАйгерим Садыкова;Полиция;police\r\n".encode("cp1251"))
    roster = read_roster(path, "list.csv", edition)
    assert roster.problems == ()
    assert roster.guests == (Guest(Person("Айгерим Садыкова", "Полиция", "Police"), "police"),)


@pytest.mark.parametrize("name", ["list.xlsx", "list.pdf", "missing.csv"])
def test_what_is_no_list_is_told(name: str, edition: Edition, tmp_path: Path) -> None:
    if name != "missing.csv":
        (tmp_path / name).write_bytes(b"nothing that anybody can open")
    assert _said(tmp_path / name, edition) == ["1 P101"]


def test_half_days_of_a_workshop_and_of_lessons(edition: Edition) -> None:
    assert [half.replace("\u00a0", " ") for half in half_days(edition, "two-day")] == [
        "Day 1\nmorning",
        "Day 1\nafternoon",
        "Day 2\nmorning",
        "Day 2\nafternoon",
    ]
    assert len(half_days(edition, "academy")) == 2


def test_papers_from_a_list_and_no_name_in_the_cache(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(EXAMPLE / "curriculum", tmp_path / "curriculum")
    fonts = tmp_path / ".cache" / "workshop"
    fonts.mkdir(parents=True)
    (fonts / "fonts").symlink_to(ROOT / ".cache" / "workshop" / "fonts")
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "almaty.csv").write_text("name,group\nZarina Qoyan,police\nOleg Test,civil-society\n")
    monkeypatch.chdir(tmp_path)
    assert main(["people", "people/almaty.csv"]) == 0
    out = tmp_path / "people" / "almaty"
    assert sorted(path.name for path in out.iterdir()) == [
        "attendance.pdf", "badges.pdf", "certificates.pdf", "table-cards.pdf", "tables.csv", "tables.pdf",
    ]  # fmt: skip
    for path in out.glob("*.pdf"):
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(path.read_bytes())).pages)
        assert "Zarina" in text, path.name
    assert [path.name for path in (tmp_path / ".cache" / "workshop").iterdir()] == ["fonts"]
    capsys.readouterr()
    assert main(["people", "people/almaty.csv", "--out", "docs/people"]) == 2
    assert "would be published" in capsys.readouterr().err
    assert main(["people", "people/almaty.csv", "--programme", "two-days"]) == 2
    assert "Did you mean `two-day`?" in capsys.readouterr().err


def _codes(folder: Path) -> list[str]:
    return [f"{item.place.path} {item.code}" for item in check(folder, folder.parent, TODAY).problems]


def test_a_list_that_git_tracks_is_refused(small: Path) -> None:
    root = small.parent
    (root / "people").mkdir()
    (root / "people" / "list.csv").write_text("name\nAnna\n")
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    assert _codes(small) == []
    subprocess.run(["git", "-C", str(root), "add", "people"], check=True)
    assert _codes(small) == ["people/list.csv W901"]


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("name;organisation\nAnna;Police\n", True),
        ("code,group,moment,p01\nABCD,police,before,3\n", True),
        ("code,name\nKZ,Kazakhstan\n", False),
    ],
)
def test_people_and_answers_among_the_pages_are_refused(text: str, refused: bool, small: Path) -> None:
    docs = small.parent / "docs"
    docs.mkdir()
    (docs / "table.csv").write_text(text)
    assert _codes(small) == (["docs/table.csv W902"] if refused else [])


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("nane,group\nAnna,\n", "Write `name` there instead of `nane`."),
        ("name\n" + "x" * 90 + "\n", "Write it shorter."),
        (None, "Look at the name and the folder."),
    ],
)
def test_the_advice_fits_the_list(text: str | None, advice: str, edition: Edition, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "list.csv").write_text(text, "utf-8")
    roster = read_roster(tmp_path / "list.csv", "list.csv", edition)
    assert [problem.advice for problem in roster.problems] == [advice]


TENT = Person("Aigerim Bekturganova", "Trust point", "Civil society")


def test_the_name_on_a_table_card_is_read_from_three_metres_on_both_sides(edition: Edition) -> None:
    """37 points of Onest: capitals of 0.71 em are 9 mm high, and three metres ask for 8.6."""
    made = document_pdf(tents(edition, "two-day", [TENT, Person("Ә" * 30)]), edition.cache)
    assert page_count(made) == 2
    sizes = letter_sizes(made)
    assert sum(count for size, count in sizes.items() if size >= 37) >= 2 * len("AigerimBekturganova")
    first = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages[:1])
    assert "Aigerim" in first
    assert "Civil society" in first


def test_a_table_card_is_folded_in_its_middle(edition: Edition) -> None:
    made = document_pdf(tents(edition, "two-day", [TENT]), edition.cache)
    with contextlib.closing(pypdfium2.PdfDocument(made)) as opened:
        grey = opened[0].render(scale=2, grayscale=True).to_pil()
    middle = [y for y in range(grey.height) if min(grey.crop((2, y, 12, y + 1)).tobytes()) < 150]
    fold = [y for y in middle if abs(y - grey.height / 2) <= 2]
    assert fold, "no mark where the card is folded"


def test_rows_to_sign_in_are_as_deep_as_a_hand_needs_and_go_to_the_foot(edition: Edition) -> None:
    guests = [Person(f"Person {index}", "A fund with a very long name that takes several lines") for index in range(4)]
    made = document_pdf(attendance(edition, "two-day", guests), edition.cache)
    assert page_count(made) == 1
    with contextlib.closing(pypdfium2.PdfDocument(made)) as opened:
        grey = opened[0].render(scale=72 / 25.4, grayscale=True).to_pil()
    scale = grey.width / 210
    # In the last column nothing stands but the lines between the rows.
    column = grey.crop((int(185 * scale), int(60 * scale), int(187 * scale), int(270 * scale)))
    dark = [y / scale for y in range(column.height) if max(column.crop((0, y, column.width, y + 1)).tobytes()) < 190]
    gaps = [after - before for before, after in itertools.pairwise(dark) if after - before > 2]
    assert len(gaps) >= 9
    assert min(gaps) >= 11.5
