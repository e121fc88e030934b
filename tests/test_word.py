"""Word: it opens, it can be filled in and edited, nothing is lost, and no key is in it."""

import functools
import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm

from mkdocs_workshop.documents.document_files import documents_for_facilitators, documents_for_participants
from mkdocs_workshop.documents.emit.word import document_word, read_again
from mkdocs_workshop.documents.framed import framed
from mkdocs_workshop.documents.texts import Texts
from mkdocs_workshop.documents.tree.blocks import Field, Item, List, Paragraph, Table, Text, ToFill
from mkdocs_workshop.documents.tree.document import Document as Made
from mkdocs_workshop.documents.tree.document import Part, Section
from mkdocs_workshop.documents.tree.proof import lost, words_of
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.artifact import Artifact
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import Curriculum, load
from mkdocs_workshop.reports.make import report_files
from tests.conftest import ROOT, with_forms
from tests.office import office_mistakes


@pytest.fixture(scope="module")
def curriculum(tmp_path_factory: pytest.TempPathFactory) -> Curriculum:
    """The example with the forms of the examples."""
    folder = with_forms(tmp_path_factory.mktemp("forms") / "curriculum")
    whole, _, complete = load(folder, folder.parent)
    assert complete
    assert whole is not None
    return whole


@pytest.fixture(scope="module")
def edition(curriculum: Curriculum) -> Edition:
    """Its English edition."""
    return Edition(curriculum, catalogue("en"), ROOT / ".cache" / "workshop")


@pytest.fixture(scope="module")
def files(edition: Edition) -> dict[str, Artifact]:
    """Every Word file by its path below the language."""
    made = (documents_for_participants, documents_for_facilitators, report_files)
    plain = replace(edition, variants=frozenset())
    return {
        file.path.removeprefix("downloads/en/"): file
        for maker in made
        for file in maker(plain)
        if file.path.endswith(".docx")
    }


@functools.cache
def _opened(data: bytes) -> WordDocument:
    return Document(io.BytesIO(data))


def _open(file: Artifact) -> WordDocument:
    return _opened(file.data)


def test_every_paper_has_its_file(curriculum: Curriculum, files: dict[str, Artifact]) -> None:
    for parts in curriculum.modules.values():
        assert {f"handout/{id_}.docx" for id_ in parts.handouts} <= set(files)
        assert {f"{kind}/{id_}.docx" for id_ in parts.cases for kind in ("case", "debrief")} <= set(files)
        assert {f"{kind}/{parts.id}.docx" for kind in ("check", "lesson-plan")} <= set(files)
    assert {f"form/{id_}.docx" for id_ in curriculum.instruments} <= set(files)
    assert {f"report/{id_}.docx" for id_, parts in curriculum.events.items() if parts.event.published} <= set(files)


def test_nothing_is_lost(edition: Edition, files: dict[str, Artifact]) -> None:
    texts, gone = Texts(edition), []
    for parts in edition.curriculum.modules.values():
        for id_, handout in parts.handouts.items():
            found = read_again(files[f"handout/{id_}.docx"].data)
            gone += [
                f"{id_}: {word}"
                for section in handout.sections
                for word in lost(words_of(texts.blocks(section.text)), found)
            ]
    assert gone == []


def test_boxes_can_be_clicked(curriculum: Curriculum, files: dict[str, Artifact]) -> None:
    counted = 0
    for parts in curriculum.modules.values():
        for id_, handout in parts.handouts.items():
            written = sum(len(re.findall(r"^\s*(?:[-*]|\d+\.) \[ \]", s.text, re.MULTILINE)) for s in handout.sections)
            boxes = list(_open(files[f"handout/{id_}.docx"]).element.iter(qn("w14:checkbox")))
            assert len(boxes) == written, id_
            counted += written
    assert counted > 100


def test_scales_have_a_box_for_each_answer(files: dict[str, Artifact]) -> None:
    document = _open(files["form/test-police.docx"])
    table = next(table for table in document.tables if len(table.columns) == 6)
    rows = table._tbl.tr_lst  # noqa: SLF001  the order of rows in the file
    assert len(rows) == 16
    assert [len(list(row.iter(qn("w14:checkbox")))) for row in rows] == [0, *[5] * 15]


def test_heads_of_tables_repeat_and_rows_stay_whole(curriculum: Curriculum, files: dict[str, Artifact]) -> None:
    # A station of a path may be longer than a page.
    paths = {
        f"handout/{id_}.docx"
        for parts in curriculum.modules.values()
        for id_, handout in parts.handouts.items()
        if handout.form == "decision-path"
    }
    seen = 0
    for file in (file for path, file in files.items() if path not in paths):
        for table in _open(file).tables:
            first, *rest = table._tbl.tr_lst  # noqa: SLF001  see above
            assert all(list(row.iter(qn("w:cantSplit"))) for row in (first, *rest))
            if table.cell(0, 0).paragraphs[0].style.name != "Cell head":
                continue  # frames to write in have no head
            assert list(first.iter(qn("w:tblHeader")))
            seen += 1
    assert seen > 30


def test_local_blanks_are_places_to_type(files: dict[str, Artifact]) -> None:
    body = _open(files["handout/exposure-card.docx"]).element
    assert len([*body.iter(qn("w:text")), *body.iter(qn("w:richText"))]) >= 6


def test_what_is_typed_once_stands_everywhere_in_the_file(edition: Edition) -> None:
    """All places of a label are bound to one field of the file's own data, and each field has its label to begin with."""
    number, site = ToFill("Ombudsman"), ToFill("Nearest site")
    said = [Paragraph((Text("Ring "), word, Text(" and wait for an answer."))) for word in (number, site, number)]
    data = document_word(_framed(edition, *said), edition.cache)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        item, about = (archive.read(f"customXml/{name}2.xml").decode() for name in ("item", "itemProps"))
    bound = [place.attrib for place in Document(io.BytesIO(data)).element.iter(qn("w:dataBinding"))]
    paths = [place[qn("w:xpath")] for place in bound]
    assert paths[0] == paths[2] != paths[1]
    assert re.findall(r"<field\d>(.*?)</field\d>", item) == ["Ombudsman", "Nearest site"]
    assert {place[qn("w:storeItemID")] for place in bound} == set(re.findall(r'ds:itemID="(.*?)"', about))


def test_what_a_person_writes_is_not_copied(edition: Edition) -> None:
    data = document_word(_framed(edition, Paragraph((Text("Name: "), Field("name")))), edition.cache)
    assert not list(Document(io.BytesIO(data)).element.iter(qn("w:dataBinding")))


def test_a_label_with_its_blank_is_a_frame_with_room_for_a_hand(edition: Edition) -> None:
    label = Paragraph((Text("Name: "), Field("name"), Text(" Unit: "), Field("unit")))
    sentence = Paragraph((Text("We met on "), Field("day"), Text(" at "), Field("hour"), Text(" in the office.")))
    made = Document(io.BytesIO(document_word(_framed(edition, label, sentence), edition.cache)))
    (table,) = made.tables
    assert [cell.text.split("\n")[0] for cell in table.rows[0].cells] == ["Name: name", "Unit: unit"]
    assert table.rows[0].height is not None
    assert table.rows[0].height >= Mm(13.9)


def test_rows_to_write_in_are_framed_and_high_enough(edition: Edition) -> None:
    table = Table(((Text("What"),), (Text("Who"),)), (((Text("Call"),), (Field("who"),)), ((Text("x"),), (Text("y"),))))
    made = Document(io.BytesIO(document_word(_framed(edition, table), edition.cache)))
    heights = [row.height for row in made.tables[0].rows]
    assert heights[0] is None
    assert heights[1] is not None
    assert heights[1] >= Mm(8.9)
    assert heights[2] is None
    assert list(made.tables[0]._tbl.iter(qn("w:insideV")))  # noqa: SLF001  the library shows no lines


def test_no_underscores_and_no_codes(files: dict[str, Artifact]) -> None:
    for path, file in files.items():
        assert "___" not in read_again(file.data), path
        section = _open(file).sections[0]
        code = path.rpartition("/")[2].removesuffix(".docx")
        if "-" in code:
            assert code not in section.header.paragraphs[0].text + section.footer.paragraphs[0].text, path


def test_large_print_is_for_word_as_well(edition: Edition) -> None:
    made = _framed(edition, Paragraph((Text("Words"),)))
    sizes = [
        Document(io.BytesIO(document_word(made, edition.cache, variant=variant))).styles["Normal"].font.size.pt
        for variant in ("", "large-print")
    ]
    assert sizes[0] <= 13
    assert sizes[1] >= 16


def test_a_file_has_no_time_of_its_own(files: dict[str, Artifact]) -> None:
    for name in ("handout/exposure-card.docx", "form/evaluation.docx"):
        with zipfile.ZipFile(io.BytesIO(files[name].data)) as packed:
            assert {part.date_time for part in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("path", ["handout/exposure-card.docx", "handout/exposure-report-form.docx", "form/evaluation.docx", "case/spit-and-bite.docx", "report/2014-12-almaty.docx"])  # fmt: skip
def test_files_are_valid(files: dict[str, Artifact], path: str, tmp_path: Path) -> None:
    """As the Open XML SDK, which Office itself is built with, judges them."""
    assert office_mistakes(files[path].data, tmp_path / "paper.docx") == []


def test_a_face_that_is_missing_has_another_as_wide(files: dict[str, Artifact]) -> None:
    with zipfile.ZipFile(io.BytesIO(files["handout/exposure-card.docx"].data)) as archive:
        assert b'<w:font w:name="Calibri"><w:altName w:val="Carlito"/>' in archive.read("word/fontTable.xml")


def test_head_and_foot_say_what_it_is(files: dict[str, Artifact]) -> None:
    section = _open(files["handout/exposure-report-form.docx"]).sections[0]
    assert section.header.paragraphs[0].text.endswith("\tReport of an exposure to blood or a sharp")
    foot = section.footer.paragraphs[0]
    assert "CC BY 4.0" in foot.text
    assert [code.text for code in foot._p.iter(qn("w:instrText"))] == [" PAGE ", " NUMPAGES "]  # noqa: SLF001  fields


def test_pictures_have_words(files: dict[str, Artifact]) -> None:
    pictures = [shape for file in files.values() for shape in _open(file).element.iter(qn("wp:docPr"))]
    assert len(pictures) >= 3
    assert list(_open(files["report/2014-12-almaty.docx"]).element.iter(qn("wp:docPr")))
    assert all(len(picture.get("descr", "")) > 20 for picture in pictures)


def test_language_and_properties(files: dict[str, Artifact]) -> None:
    for path, file in files.items():
        document = _open(file)
        assert document.core_properties.title, path
        assert document.core_properties.language == "en"
        assert {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))} == {"en"}


P_ORDER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr")  # fmt: skip
R_ORDER = ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "color", "spacing", "kern", "sz", "szCs", "u", "bdr", "shd", "lang")  # fmt: skip


def _in_order(properties: object, order: tuple[str, ...]) -> bool:
    names = [part.tag.rpartition("}")[2] for part in properties]  # type: ignore[attr-defined]  # an lxml element
    known = [order.index(name) for name in names if name in order]
    return known == sorted(known)


def test_properties_stand_in_the_order_that_word_asks_for(files: dict[str, Artifact]) -> None:
    for path in (
        "handout/exposure-card.docx", "form/evaluation.docx", "case/spit-and-bite.docx", "report/2014-12-almaty.docx",
    ):  # fmt: skip
        document = _open(files[path])
        for root in (document.element.body, document.styles.element):
            assert all(_in_order(part, P_ORDER) for part in root.iter(qn("w:pPr"))), path
            assert all(_in_order(part, R_ORDER) for part in root.iter(qn("w:rPr"))), path


def _framed(edition: Edition, *parts: Part) -> Made:
    return framed(edition, None, "handout", "some", parts, title="Title", what="-")


def test_lists_begin_with_one(edition: Edition) -> None:
    def numbered(words: str) -> List:
        return List(ordered=True, items=(Item((Paragraph((Text(words),)),)), Item((Paragraph((Text("more"),)),))))

    made = _framed(edition, Section("A", (numbered("a"), numbered("b"))))
    document = Document(io.BytesIO(document_word(made, edition.cache)))
    numbers = {number.get(qn("w:val")) for number in document.element.body.iter(qn("w:numId"))}
    assert len(numbers) == 2


def test_same_sheet_same_bytes(edition: Edition, tmp_path: Path) -> None:
    table = Table(((Text("A"),), (Text("B"),)), (((Text("1"),), (Text("2"),)),))
    made = _framed(edition, Section("Қызметкер", (table,)))
    assert document_word(made, tmp_path / "one") == document_word(made, tmp_path / "two")


def test_libreoffice_opens_it(files: dict[str, Artifact], tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office, "LibreOffice is missing: apt-get install libreoffice-writer"
    (tmp_path / "card.docx").write_bytes(files["handout/exposure-card.docx"].data)
    subprocess.run(
        [office, f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "card.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert (tmp_path / "card.pdf").stat().st_size > 5000
