"""Names of people in any script: sorted as people sort, set where a font has their letters, reported where none has."""

import itertools
import shutil
from pathlib import Path

import pypdfium2
import pytest

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.documents.emit.press import read
from mkdocs_workshop.documents.emit.typst_document import document_pdf
from mkdocs_workshop.documents.tree.people import Person
from mkdocs_workshop.documents.tree.proof import left_to_right
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.people.letters import SCRIPTS, installed, missing
from mkdocs_workshop.people.papers import attendance
from mkdocs_workshop.people.roster import read_roster
from mkdocs_workshop.people.sorting import sort_key
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("kk", ["Анна", "Әлия", "Болат", "Гүлнар", "Ғалым", "Кәрім", "Қанат", "Олжас", "Өмір", "Ұлан", "Үміт", "Фарида"]),
        ("en", ["Carla", "Çelik", "Cem", "Çiçek", "Dana", "Zara", "Анна", "Әлия", "Болат"]),
        ("ru", ["Елена", "Ёлкина", "Жанна", "Иван", "Йорк"]),
        ("tr", ["Cem", "Çelik", "Dana", "Işık", "İnci", "Ömer", "Ünal"]),
        ("uk", ["Ганна", "Ґава", "Інна", "Їжак", "Йосип"]),
        ("en", ["anna", "Anna B", "Annabel", "عائشة"]),
    ],
)  # fmt: skip
def test_names_stand_as_their_alphabet_has_them(language: str, names: list[str]) -> None:
    assert sorted({*names}, key=lambda name: sort_key(name, language)) == names


def test_accents_decide_only_between_the_same_letters() -> None:
    for names in itertools.permutations(["Jose", "José", "Josef"]):
        assert sorted(names, key=lambda name: sort_key(name, "en")) == ["Jose", "José", "Josef"]


def test_letters_that_no_font_has_are_known() -> None:
    assert missing("Әлия Қуанышқызы, Çağla Öz", ()) == ""
    assert missing("عا", ()) == "عا"
    assert missing("عا", SCRIPTS) == ""
    assert missing("ᏣᎳᎩ", installed()) == "ᏣᎳᎩ"


def test_names_in_the_scripts_of_the_neighbours_are_set() -> None:
    for name in ("محمد علي", "გიორგი", "王小明", "Արամ", "משה", "สมชาย"):
        assert missing(name, ()) != ""
        assert missing(name, installed()) == "", name


def test_names_from_right_to_left_are_not_looked_for_letter_by_letter() -> None:
    assert left_to_right(["Anna", "عائشة", "Әлия"]) == ["Anna", "Әлия"]


def test_a_name_that_can_not_be_set_is_reported_and_all_others_are_printed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".cache").mkdir()
    shutil.copytree(ROOT / ".cache" / "workshop" / "fonts", tmp_path / ".cache" / "workshop" / "fonts")
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "list.csv").write_text(
        "name,organisation\nAnna Test,\nعائشة محمد,\nᏣᎳᎩ,\nგიორგი,\n王小明,\nԱրամ,\n", "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    assert main(["people", "people/list.csv"]) == 1
    said = capsys.readouterr().out
    assert "people/list.csv:4:1: P107 no font has the letters ᏣᎳᎩ of ᏣᎳᎩ" in said
    out = tmp_path / "people" / "list"
    assert sorted(path.name for path in out.iterdir()) == [
        "attendance.pdf", "badges.pdf", "certificates.pdf", "table-cards.pdf", "tables.csv", "tables.pdf",
    ]  # fmt: skip
    assert "عائشة محمد" in (out / "tables.csv").read_text("utf-8")
    assert "ᏣᎳᎩ" not in (out / "tables.csv").read_text("utf-8")
    page = read((out / "attendance.pdf").read_bytes())
    assert all(name in page for name in ("გიორგი", "王小明", "Արամ"))


def test_a_sheet_is_named_with_the_name_that_can_not_be_set(example: Edition, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.worksheets[0].title = "people"
    for row in (["name"], ["Anna"], ["ᏣᎳᎩ"]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "list.xlsx")
    roster = read_roster(tmp_path / "list.xlsx", "list.xlsx", example)
    assert [guest.person.name for guest in roster.guests] == ["Anna"]
    assert [(item.place.line, item.message[:15]) for item in roster.problems] == [(3, "sheet `people`:")]
    assert roster.usable


def test_a_long_unit_makes_its_row_higher(example: Edition) -> None:
    """Each line of a unit stands below the one before it, and the next person below the last of them."""
    unit = "Department for relations with the public and with organisations of civil society of the city police of Example City"
    people = [Person("Anna A", unit), Person("Berta B", "Unit two")]
    made = document_pdf(attendance(example, "two-day", people), example.cache)
    page = pypdfium2.PdfDocument(made)[0].get_textpage()
    heights = {}
    for word in ("Department", "ample City", "Berta", "Unit two"):
        found = page.search(word).get_next()
        assert found is not None, word
        heights[word.split()[0]] = page.get_charbox(found[0])[1]
    assert heights["Department"] > heights["ample"] > heights["Unit"]
    assert heights["Department"] - heights["ample"] > 30
    assert abs(heights["Berta"] - heights["Unit"]) < 4
