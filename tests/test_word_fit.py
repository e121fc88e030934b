"""Letters of Word papers: as large as their pages allow, counted before, and measured on what LibreOffice makes of them."""

import io
import os
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont
from lxml import etree

from mkdocs_workshop.documents.attendance import blank_list
from mkdocs_workshop.documents.blanks import blanks
from mkdocs_workshop.documents.emit.word import document_word, in_letters, written
from mkdocs_workshop.documents.emit.word_fit import fills, line_count, points_for
from mkdocs_workshop.documents.emit.word_flow import Lines, flow_of, page_room
from mkdocs_workshop.documents.emit.word_letters import advance
from mkdocs_workshop.documents.framed import framed
from mkdocs_workshop.documents.posters import badges, certificates, tents
from mkdocs_workshop.documents.tree.blocks import Item, List, Paragraph, Table, Text
from mkdocs_workshop.documents.tree.document import Document, Section
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import load
from tests.conftest import ROOT
from tests.office import office, office_mistakes

CARLITO = ROOT / "tests" / "node_modules" / "@fontsource" / "carlito" / "files"
WORDS = "Look around you, speak slowly and say what you are going to do before you do it. "
LENGTHS = (9, 14, 18, 22, 27, 33, 40)


@pytest.fixture(scope="module")
def edition(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The small curriculum."""
    whole, _, complete = load(small_source, small_source.parent)
    assert complete
    assert whole is not None
    return Edition(whole, catalogue("en"), tmp_path_factory.mktemp("cache"))


def _paper(edition: Edition, count: int, form: str, size: str = "A4") -> Document:
    """A paper of one section for each five paragraphs, with a list and a table."""
    said = [Paragraph((Text(WORDS * 2),)) for _ in range(count)]
    row = ((Text("Who"),), (Text(WORDS),))
    things = List(ordered=False, items=tuple(Item((Paragraph((Text(WORDS),)),)) for _ in range(4)))
    parts = tuple(Section(f"Part {first}", tuple(said[first : first + 5])) for first in range(0, count, 5))
    made = framed(edition, None, "handout", f"{form}-{count}", parts, title="A title", what="-", size=size, form=form)
    return replace(made, parts=(*made.parts, Section("Last", (things, Table(row, (row, row))))))


@pytest.mark.parametrize("form", ["", "checklist", "procedure", "decision-path"])
@pytest.mark.parametrize(("points", "near"), [(9.5, False), (12.0, False), (9.5, True), (12.0, True)])
def test_a_paper_in_other_letters_is_the_one_that_is_written_with_them(
    form: str, points: float, near: bool, edition: Edition, tmp_path: Path
) -> None:
    made = replace(_paper(edition, 9, form), title="A long title that leaves no room for the manual " * 2)
    again = in_letters(written(made, tmp_path, near=near), made, tmp_path, points)
    anew = written(made, tmp_path, points, near=near)
    parts = [
        [one.element, one.styles.element, one.sections[0].header._element]  # noqa: SLF001  the library has no word for it
        for one in (again.document, anew.document)
    ]
    for first, second in zip(*parts, strict=True):
        assert etree.tostring(first) == etree.tostring(second)


@pytest.fixture(scope="module")
def papers(edition: Edition) -> dict[str, bytes]:
    """Word files of many lengths and some genres, and all without names."""
    programme = next(iter(edition.curriculum.programmes))
    made = [
        *(_paper(edition, count, "reading") for count in LENGTHS),
        *(_paper(edition, count, "checklist") for count in LENGTHS[::2]),
        _paper(edition, 20, "procedure"),
        badges(edition, programme, [one for one in blanks(edition) for _ in range(8)]),
        tents(edition, programme, blanks(edition)),
        certificates(edition, programme, blanks(edition)[:1]),
        replace(blank_list(edition, programme), name="attendance"),
    ]
    files = {document.name: document_word(document, edition.cache) for document in made}
    large = _paper(edition, 12, "reading")
    return {**files, "large": document_word(large, edition.cache, variant="large-print")}


@pytest.fixture(scope="module")
def printed(papers: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[float]]:
    """How far down ink reaches on each page of each paper, as LibreOffice sets it in letters as wide as those of Word."""
    folder = tmp_path_factory.mktemp("office")
    for weight, name in (("400", "Regular"), ("700", "Bold")):
        parts = []
        for subset in ("latin", "cyrillic"):
            font = TTFont(CARLITO / f"carlito-{subset}-{weight}-normal.woff2")
            font.flavor = None
            font.save(folder / f"{subset}-{weight}.ttf")
            parts.append(str(folder / f"{subset}-{weight}.ttf"))
        (folder / "fonts").mkdir(exist_ok=True)
        merged = Merger(Options(drop_tables=["GSUB", "GPOS", "GDEF", "kern", "vhea", "vmtx"])).merge(parts)
        merged.save(folder / "fonts" / f"Carlito-{name}.ttf")
    (folder / "fonts.conf").write_text(
        f'<?xml version="1.0"?><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{folder}/fonts</dir><cachedir>{folder}/cache</cachedir></fontconfig>"
    )
    for name, data in papers.items():
        (folder / f"{name}.docx").write_bytes(data)
    subprocess.run(
        [office(), f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(folder), *(str(folder / f"{name}.docx") for name in papers)],
        check=True, capture_output=True, timeout=300, env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
    )  # fmt: skip
    return {name: _reaches((folder / f"{name}.pdf").read_bytes()) for name in papers}


def _reaches(data: bytes) -> list[float]:
    """For each page how far down ink reaches, as a share of what lies between head and foot."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        picture = page.render(scale=1, grayscale=True)
        rows, high, top, foot = bytes(picture.buffer), picture.height, 40, 56
        inked = [
            y
            for y in range(top, high - foot)
            if min(rows[y * picture.stride : y * picture.stride + picture.width]) < 200
        ]
        found.append((max(inked, default=top) - top) / (high - top - foot))
    return found


def test_no_paper_ends_on_stray_lines(papers: dict[str, bytes], printed: dict[str, list[float]]) -> None:
    """Every page is used to more than half, whatever the length of the text."""
    text = {
        name: pages
        for name, pages in printed.items()
        if name.startswith(("reading", "checklist", "procedure", "large"))
    }
    assert {name: pages for name, pages in text.items() if min(pages) < 0.55} == {}
    assert {len(pages) for pages in text.values()} >= {1, 2}


def test_pages_are_counted_before_as_they_come_out(papers: dict[str, bytes], printed: dict[str, list[float]]) -> None:
    counted = {}
    for name, data in papers.items():
        document = docx.Document(io.BytesIO(data))
        counted[name] = len(fills(flow_of(document), page_room(document), 1.0))
    assert counted == {name: len(pages) for name, pages in printed.items()}


def test_papers_without_names_take_their_sheets(edition: Edition, printed: dict[str, list[float]]) -> None:
    groups = len(edition.audiences)
    found = {name.partition("-")[0]: len(pages) for name, pages in printed.items()}
    assert [found[kind] for kind in ("badges", "tents", "certificate")] == [groups, groups, 1]


@pytest.mark.parametrize("kind", ["badges", "tents", "certificate", "attendance"])
def test_papers_without_names_are_valid(papers: dict[str, bytes], kind: str, tmp_path: Path) -> None:
    (data,) = [data for name, data in papers.items() if name.startswith(kind)]
    assert office_mistakes(data, tmp_path / "paper.docx") == []


def test_a_name_has_a_place_to_type_and_room_for_a_hand(papers: dict[str, bytes]) -> None:
    (data,) = [data for name, data in papers.items() if name.startswith("badges")]
    body = docx.Document(io.BytesIO(data)).element.body
    assert len(list(body.iter(qn("w:sdt")))) == 2 * len(list(body.iter(qn("w:tc"))))
    (signed,) = [data for name, data in papers.items() if name.startswith("attendance")]
    heights = [
        int(row.get(qn("w:val"))) / 56.7
        for row in docx.Document(io.BytesIO(signed)).element.body.iter(qn("w:trHeight"))
    ]
    assert heights
    assert min(heights) >= 8


def test_less_text_stands_in_larger_letters(edition: Edition) -> None:
    def points(count: int, form: str, size: str) -> float:
        made = document_word(_paper(edition, count, form, size), edition.cache)
        return float(docx.Document(io.BytesIO(made)).styles["Normal"].font.size.pt)

    assert points(1, "poster", "A3") > points(8, "poster", "A3") >= 12
    assert points(3, "reading", "A4") == 13
    assert points(14, "reading", "A4") < 13


@pytest.fixture
def paragraph() -> Callable[[str], Lines]:
    """Some words in 11 points in a column of 200 points."""

    def made(words: str) -> Lines:
        parts = tuple((advance(word, bold=False) * 0.011, advance(" ", bold=False) * 0.011) for word in words.split())
        return Lines("Normal", parts, 200, 0, 15, 0, 4)

    return made


def test_lines_are_counted_by_the_width_of_letters(paragraph: Callable[[str], Lines]) -> None:
    narrow, wide = paragraph("ill " * 24), paragraph("MWM " * 24)
    assert line_count(narrow, 1) < line_count(wide, 1)
    assert line_count(wide, 2) > line_count(wide, 1)


def test_a_paragraph_leaves_no_line_alone_on_a_page(paragraph: Callable[[str], Lines]) -> None:
    filled = fills([paragraph("word " * 40)] * 2, 100, 1)
    assert len(filled) >= 2
    assert filled[-1] >= 2 * 15 / 100


def test_what_was_counted_once_is_counted_again_the_same(edition: Edition) -> None:
    """Letters chosen for one size are those that are chosen from there: titles do not grow with the text, so half a point may differ."""
    document = docx.Document(io.BytesIO(document_word(_paper(edition, 22, "reading"), edition.cache)))
    now = float(document.styles["Normal"].font.size.pt)
    assert abs(points_for(document, now, 13, 9) - now) <= 0.5
