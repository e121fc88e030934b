"""A text goes to somebody who has only Word, and comes back: plain edits, tracked changes, comments, and every accident."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
import yaml
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.reading.translation.messages import by_po
from mkdocs_workshop.reading.translation.po import Translation, as_text, read_catalog, read_translations
from mkdocs_workshop.reading.translation.update import updated
from mkdocs_workshop.review.lines import folded, unfolded
from mkdocs_workshop.review.log import with_review
from mkdocs_workshop.review.word_rows import NotAReview, read_review
from tests.office import change

PO = "modules/first-module.po"


@pytest.fixture
def project(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small curriculum with a Kazakh PO file in which every text has words."""
    monkeypatch.chdir(small.parent)
    whole, _, _ = load(small, small.parent)
    assert whole is not None
    catalog = updated(read_catalog(small / "none", "")[0], by_po(whole.files)[PO], "kk")
    for number, entry in enumerate(entry for entry in catalog if entry.context):
        entry.string = f"{_kept(str(entry.id))}Қазақша {number}" if "\n" not in str(entry.id) else str(entry.id)
    path = small / "locales" / "kk" / PO
    path.parent.mkdir(parents=True)
    path.write_bytes(as_text(catalog))
    return small.parent


def _kept(english: str) -> str:
    import re

    return " ".join([*re.findall(r"\{[^{}]*\}", english), *re.findall(r"\d+", english), ""])


def _review(language: str = "kk", *more: str) -> int:
    """Writes `review.docx`."""
    asked = ["--language", language, "--module", "first-module", "--out", "review.docx"]
    return main(["translate", "review", *asked, *more])


@pytest.fixture
def word(project: Path) -> Path:
    """The Word file of the module."""
    assert _review() == 0
    return project / "review.docx"


def _import(path: str = "review.docx") -> int:
    return main(["translate", "import", path, "--by", "native-reader"])


def _words(project: Path) -> dict[str, Translation]:
    return read_translations(project / "curriculum" / "locales" / "kk" / PO, PO)[0]


def _edit(path: Path, edit: Callable[[list[list[docx.table._Cell]]], None]) -> None:
    """Changes the rows of the first table and saves the file."""
    document = docx.Document(str(path))
    edit([row.cells[:] if isinstance(row.cells, list) else list(row.cells) for row in document.tables[0].rows])
    document.save(str(path))


def test_a_file_that_nobody_touched_changes_nothing(project: Path, word: Path) -> None:
    before = (project / "curriculum" / "locales" / "kk" / PO).read_bytes()
    assert _import() == 0
    assert (project / "curriculum" / "locales" / "kk" / PO).read_bytes() == before
    entry = yaml.safe_load((project / "curriculum" / "reviews.yml").read_text("utf-8"))["translations"][0]
    assert (entry["language"], entry["file"], entry["by"], entry["changed"]) == ("kk", PO, "native-reader", 0)
    assert entry["read"] == len(_words(project))


def test_the_file_locks_ids_marks_facilitator_texts_and_has_a_guide(word: Path) -> None:
    xml = zipfile.ZipFile(word).read("word/document.xml").decode()
    assert xml.count('w:lock w:val="sdtContentLocked"') == xml.count("<w:bookmarkStart")
    document = docx.Document(str(word))
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["№", "English", "Қазақ тілі", "Пікір"]
    assert any("тек тренерге" in row.cells[0].text for row in document.tables[0].rows)
    assert sum(paragraph.style.name == "List Number" for paragraph in document.paragraphs if paragraph.style) == 9
    marks = [
        (run.text, run.style.style_id)
        for table in document.tables
        for row in table.rows[1:]
        for paragraph in row.cells[1].paragraphs
        for run in paragraph.runs
        if run.text.startswith("{")
    ]
    assert marks
    assert {style for _, style in marks} == {"Citation"}


def test_a_plain_edit_reaches_the_po_file(project: Path, word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def edit(rows: list[list[docx.table._Cell]]) -> None:
        rows[1][2].paragraphs[0].runs[0].text = "Бірінші модуль"
        rows[1][3].text = "Қысқарақ болды, " + "бірақ мағынасы сақталды " * 6

    _edit(word, edit)
    assert _import() == 0
    title = _words(project)["module first-module: title"]
    assert (title.text, title.fuzzy) == ("Бірінші модуль", False)
    text = (project / "curriculum" / "locales" / "kk" / PO).read_text("utf-8")
    assert "# native-reader, " in text
    assert ": Қысқарақ болды" in text
    assert "1 changed, 1 with comments" in capsys.readouterr().out
    # A second import of the same file says nothing twice.
    assert _import() == 0
    assert (project / "curriculum" / "locales" / "kk" / PO).read_text("utf-8").count("Қысқарақ болды") == 1


def test_the_status_says_who_read_it_and_whether_it_still_holds(
    project: Path, word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _import()
    log = (project / "curriculum" / "reviews.yml").read_text("utf-8")
    day = next(line.split()[-1] for line in log.splitlines() if line.strip().startswith("on:"))
    capsys.readouterr()
    main(["translate", "status", "--language", "kk"])
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith(PO))
    assert line.split()[-2:] == [str(day), "-"]
    path = project / "curriculum" / "locales" / "kk" / PO
    path.write_text(path.read_text("utf-8").replace("Қазақша 1", "Басқа 1", 1), "utf-8")
    main(["translate", "status", "--language", "kk"])
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith(PO))
    assert line.split()[-2:] == ["changed", "-"]


def test_a_lost_mark_is_reported_and_the_english_stands(
    project: Path, word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    marked, mark = next((c, t.text[t.text.index("{") :][:15]) for c, t in _words(project).items() if "{" in t.text)

    document = docx.Document(str(word))
    for table in document.tables:
        for row in table.rows:
            if mark in row.cells[2].text:
                row.cells[2].text = "Белгісіз мәтін"
    document.save(str(word))
    assert _import() == 1
    assert "W002" in capsys.readouterr().out
    assert (_words(project)[marked].text, _words(project)[marked].fuzzy) == ("Белгісіз мәтін", True)


def test_english_that_changed_meanwhile_makes_a_proposal(
    project: Path, word: Path, edit: Callable[[str, str, str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    _edit(word, lambda rows: setattr(rows[1][2].paragraphs[0].runs[0], "text", "Бірінші модуль"))
    edit("modules/first-module/module.yml", "title: First module", "title: Opening module")
    assert _import() == 1
    assert "W043" in capsys.readouterr().out
    title = _words(project)["module first-module: title"]
    assert (title.text, title.fuzzy, title.english) == ("Бірінші модуль", True, "Opening module")
    assert '#| msgid "First module"' in (project / "curriculum" / "locales" / "kk" / PO).read_text("utf-8")


def test_words_that_were_changed_at_both_places_are_both_kept(
    project: Path, word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _edit(word, lambda rows: setattr(rows[1][2].paragraphs[0].runs[0], "text", "Бірінші модуль"))
    path = project / "curriculum" / "locales" / "kk" / PO
    old = _words(project)["module first-module: title"].text
    path.write_text(path.read_text("utf-8").replace(f'msgstr "{old}"', 'msgstr "Алғашқы модуль"', 1), "utf-8")
    assert _import() == 1
    assert "W044" in capsys.readouterr().out
    assert _words(project)["module first-module: title"].text == "Алғашқы модуль"
    assert "proposal: Бірінші модуль" in path.read_text("utf-8")


def test_tracked_changes_are_taken_as_they_are_meant(project: Path, word: Path) -> None:
    document = docx.Document(str(word))
    paragraph = document.tables[0].rows[1].cells[2].paragraphs[0]._p  # noqa: SLF001  the library has no word for it
    for piece in paragraph.findall(qn("w:r")):
        paragraph.remove(piece)
    space = nsdecls("w")
    author = 'w:id="9001" w:author="A B" w:date="2026-11-30T00:00:00Z"'
    for part in (
        f"<w:r {space}><w:t xml:space='preserve'>Қазақша </w:t></w:r>",
        f"<w:del {space} {author}><w:r><w:delText>ескі</w:delText></w:r></w:del>",
        f"<w:ins {space} {author}><w:r><w:t>жаңа</w:t></w:r></w:ins>",
        f"<w:moveFrom {space} {author}><w:r><w:t>көшкен</w:t></w:r></w:moveFrom>",
        f"<w:moveTo {space} {author}><w:r><w:t xml:space='preserve'> сөз</w:t></w:r></w:moveTo>",
    ):
        paragraph.append(parse_xml(part))
    document.save(str(word))
    assert _import() == 0
    assert _words(project)["module first-module: title"].text == "Қазақша жаңа сөз"


def test_a_row_deleted_with_tracked_changes_is_gone(
    project: Path, word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document(str(word))
    row = document.tables[0].rows[1]._tr  # noqa: SLF001  nor for this
    row.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="9" w:author="A B"/>'))
    document.save(str(word))
    before = _words(project)
    assert _import() == 1
    assert "W040 row 1 is gone (`module first-module: title`)" in capsys.readouterr().out
    assert _words(project) == before


def test_what_stands_outside_the_rows_is_kept_in_the_notes(
    project: Path, word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document(str(word))
    document.add_paragraph("Тағы бір ой: атауын қараңыз.")
    document.save(str(word))
    assert _import() == 0
    assert "W045" in capsys.readouterr().out
    assert "Тағы бір ой" in (project / "review.notes.md").read_text("utf-8")


def test_a_new_row_and_an_emptied_cell_lose_nothing(
    project: Path, word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document(str(word))
    table = document.tables[0]
    table.rows[1].cells[2].text = ""
    added = table.add_row()  # type: ignore[no-untyped-call]
    added.cells[2].text = "Қосымша мәтін"
    document.save(str(word))
    before = _words(project)["module first-module: title"]
    assert _import() == 1
    said = capsys.readouterr().out
    assert "W049 the text of row 1 was emptied" in said
    assert "W042 a row without a number" in said
    assert "Қосымша мәтін" in (project / "review.notes.md").read_text("utf-8")
    assert _words(project)["module first-module: title"] == before


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04broken"])
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(NotAReview):
        read_review(data)


def test_a_word_file_of_another_sort_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = docx.Document()
    document.save(str(project / "other.docx"))
    assert _import("other.docx") == 1
    assert "W046" in capsys.readouterr().out


@pytest.mark.parametrize("role", [None, "Anna Ivanova", "Lawyer"])
def test_who_read_it_is_told_by_role(project: Path, word: Path, role: str | None) -> None:
    assert main(["translate", "import", "review.docx", *(["--by", role] if role else [])]) == 2
    assert not (project / "curriculum" / "reviews.yml").exists()


def test_a_list_that_word_made_while_somebody_typed_has_its_signs_again(project: Path, word: Path) -> None:
    document = docx.Document(str(word))
    cell = document.tables[0].rows[1].cells[2]
    cell.text = "Тізім"
    for level, words in ((0, "бір"), (1, "екі")):
        item = cell.add_paragraph(words)
        item._p.get_or_add_pPr().append(  # noqa: SLF001  as above
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>')
        )
    document.save(str(word))
    _import()
    assert _words(project)["module first-module: title"].text == "Тізім\n- бір\n  - екі"


def test_through_libreoffice(project: Path, word: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A person edits, tracks changes, comments, deletes a row, merges two and splits one."""
    old = list(_words(project).values())
    steps = """
  table(0).getCellByName("C2").setString("Жаңа атау")
  doc.RecordChanges = True
  Dim cursor As Object
  cell = table(0).getCellByName("C3")
  cursor = cell.createTextCursor()
  cursor.gotoStart(False)
  cursor.goRight(7, True)
  cell.insertString(cursor, "Мүлде басқа", True)
  note = doc.createInstance("com.sun.star.text.textfield.Annotation")
  note.Author = "A B"
  note.Content = "Осы сөз дұрыс па?"
  cursor = table(0).getCellByName("C4").createTextCursor()
  cursor.gotoEnd(False)
  table(0).getCellByName("C4").insertTextContent(cursor, note, False)
  doc.RecordChanges = False
  table(0).Rows.removeByIndex(5, 1)
  cursor = table(0).createCursorByCellName("C7")
  cursor.gotoCellByName("C8", True)
  cursor.mergeRange()
  cursor = table(0).createCursorByCellName("C10")
  cursor.splitRange(1, True)
"""
    change(word, project / "after.docx", steps, tmp_path / "office")
    capsys.readouterr()
    assert _import("after.docx") == 1
    said = capsys.readouterr().out
    new = list(_words(project).values())
    changed = {after.text for before, after in zip(old, new, strict=True) if before.text != after.text}
    assert "Жаңа атау" in changed
    assert len(changed) == 2
    assert any(text.startswith("Мүлде басқа") for text in changed)
    text = (project / "curriculum" / "locales" / "kk" / PO).read_text("utf-8")
    assert "Осы сөз дұрыс па?" in text
    assert "A B" not in text
    assert "W040 row 5 is gone" in said
    for row in (7, 8, 10):
        assert f"W041 cells of row {row} were merged or split" in said
    assert "2 changed" in said


def test_the_master_is_edited_in_place(project: Path) -> None:
    """Comments, order and all other lines of the YAML stay."""
    path = project / "curriculum" / "modules" / "first-module" / "module.yml"
    before = path.read_text("utf-8").splitlines()
    assert _review("en") == 0
    document = docx.Document(str(project / "review.docx"))
    document.tables[0].rows[1].cells[1].paragraphs[0].runs[0].text = "A better name: with a colon"
    document.tables[0].rows[1].cells[2].text = "Say what it is about"
    document.save(str(project / "review.docx"))
    assert main(["translate", "import", "review.docx", "--by", "lawyer"]) == 0
    after = path.read_text("utf-8").splitlines()
    assert len(after) == len(before)
    assert [(a, b) for a, b in zip(before, after, strict=True) if a != b] == [
        ("title: First module", 'title: "A better name: with a colon"')
    ]
    assert "Say what it is about" in (project / "review.notes.md").read_text("utf-8")
    whole, problems, _ = load(project / "curriculum", project)
    assert problems == []
    assert whole is not None
    assert whole.modules["first-module"].plan.title == "A better name: with a colon"


def test_every_text_of_the_master_can_be_changed_and_the_rest_stays(project: Path) -> None:
    """Whatever the style of a text in its file, it is written or left, and never wrong."""
    assert _review("en") == 0
    document = docx.Document(str(project / "review.docx"))
    for table in document.tables:
        for row in table.rows[1:]:
            row.cells[1].paragraphs[-1].add_run(" More: \"words\" 'here' # and [there].")
    document.save(str(project / "review.docx"))
    before, _, _ = load(project / "curriculum", project)
    main(["translate", "import", "review.docx", "--by", "lawyer"])
    after, problems, complete = load(project / "curriculum", project)
    assert complete, problems
    assert before is not None
    assert after is not None
    for old, new in zip(by_po(before.files)[PO], by_po(after.files)[PO], strict=True):
        assert old.context == new.context
        assert unfolded(new.text).rstrip() == f"{unfolded(old.text).rstrip()} More: \"words\" 'here' # and [there].", (
            old.context
        )


def test_lines_are_folded_and_unfolded_without_a_change_of_meaning() -> None:
    text = (
        "One\ntwo.\n\n- item\n  goes on\n- next\n\n| a | b |\n|---|---|\n| c | d |\n\n### Head\nText\n{field:Name}\nend"
    )
    flat = "One two.\n\n- item goes on\n- next\n\n| a | b |\n|---|---|\n| c | d |\n\n### Head\nText\n{field:Name}\nend"
    assert unfolded(text).replace("{field:Name} end", "{field:Name}\nend") == flat
    assert unfolded(folded(flat, 12)) == unfolded(flat)


def test_reviews_are_added_without_touching_what_is_there() -> None:
    line = "  - language: kk\n    file: a.po\n    by: lawyer\n    on: 2026-12-01\n    read: 1\n"
    first = with_review("# who\nreviews: []\n", line)
    assert first == f"# who\nreviews: []\ntranslations:\n{line}"
    assert first is not None
    second = with_review(f"{first}# end\n", line)
    assert second is not None
    assert second.count("language: kk") == 2
    assert "# end" in second
    assert with_review("translations: [{a: 1}]\n", line) is None


def test_the_same_review_has_the_same_bytes(project: Path, word: Path) -> None:
    first = word.read_bytes()
    _review()
    assert word.read_bytes() == first
    with zipfile.ZipFile(word) as packed:
        assert {part.date_time for part in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert io.BytesIO(first).getbuffer().nbytes > 1000
