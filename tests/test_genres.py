"""Genres of papers: each has its own grid, letters as large as the paper allows, room for a hand; and the fit of every page is measured."""

import contextlib
import itertools
import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pypdfium2
import pytest
import typst

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.documents import hand_room
from mkdocs_workshop.documents.emit.fills import asks
from mkdocs_workshop.documents.emit.letter_sizes import letter_sizes, letters_of_text
from mkdocs_workshop.documents.emit.press import page_count, read
from mkdocs_workshop.documents.emit.typst_document import document_pdf
from mkdocs_workshop.documents.emit.typst_genres import FLOWING, PLACED, genre_of
from mkdocs_workshop.documents.fit import LEAST_LETTERS, reaches, verdicts
from mkdocs_workshop.documents.hand_room import LowBlank, low_blanks
from mkdocs_workshop.documents.papers import handout
from mkdocs_workshop.documents.tree.blocks import Field, Lines, Paragraph, Text
from mkdocs_workshop.documents.tree.document import Document, Section
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.figures import FigureWords
from mkdocs_workshop.figures.kit.inks import contrast
from mkdocs_workshop.figures.road import Station, road
from mkdocs_workshop.model.figure import PathFigure
from mkdocs_workshop.model.papers import HandoutForm
from tests.conftest import ROOT

CACHE = ROOT / ".cache" / "workshop"
CARD = "curriculum/modules/first-module/handouts/first-module-card.yml"


@pytest.fixture(scope="module")
def paper(example: Edition) -> Document:
    return replace(
        handout(example, example.curriculum.modules["occupational-safety"], "exposure-card"),
        parts=(Section("First", (Paragraph((Text("Look around you."),)),)), Section("Then", (Paragraph((Text("Go in."),)),))),
        most_pages=0,
    )  # fmt: skip


def letters(document: bytes) -> float:
    """The height of the largest letter below the title, in points: of the word "Look"."""
    with contextlib.closing(pypdfium2.PdfDocument(document)) as opened:
        text = opened[0].get_textpage()
        at = text.get_text_range().index("Look")
        _, low, _, high = text.get_charbox(at)
        return float(high - low)


def test_every_form_but_the_reading_has_a_genre() -> None:
    assert set(get_args(HandoutForm)) - {"reading"} == (FLOWING | PLACED) - {"canvas"}


def head_of(document: bytes) -> list[int]:
    """The upper third of the first page as a few grey points, whatever the size of the paper."""
    with contextlib.closing(pypdfium2.PdfDocument(document)) as opened:
        page = opened[0]
        width = page.get_size()[0]
        bitmap = page.render(scale=60 / width, grayscale=True)
        data = bytes(bitmap.buffer)
        return [value for y in range(28) for value in data[y * bitmap.stride : y * bitmap.stride + bitmap.width]]


def test_no_two_genres_look_alike(paper: Document) -> None:
    heads = {}
    for form in (*sorted(FLOWING | PLACED), "reading"):
        size = {"card": "A6", "canvas": "A3", "poster": "A3", "role-card": "A5"}.get(form, "A4")
        made = document_pdf(replace(paper, form="template" if form == "canvas" else form, size=size, name=form), CACHE)
        assert "Look around you." in " ".join(read(made).split()), form
        heads[form] = head_of(made)
    alike = [
        (one, other)
        for one, other in itertools.combinations(heads, 2)
        if sum(abs(a - b) > 30 for a, b in zip(heads[one], heads[other], strict=False)) < 0.03 * len(heads[one])
    ]
    # A log is a form that lies on its side.
    assert set(alike) <= {("form", "log")}


def test_a_booklet_and_large_print_are_read_as_text(paper: Document) -> None:
    assert genre_of(replace(paper, form="letter", size="A4"), "") == "letter"
    assert genre_of(replace(paper, form="letter", size="A4"), "booklet") == ""


def test_a_canvas_and_a_road_are_as_large_as_their_paper(paper: Document) -> None:
    assert genre_of(replace(paper, form="template", size="A3"), "") == "canvas"
    assert genre_of(replace(paper, form="decision-path", size="A3"), "") == "poster"


def poster(paper: Document, times: int) -> bytes:
    words = Paragraph((Text("Look around you. " * times),))
    return document_pdf(replace(paper, form="poster", size="A3", name="p", parts=(Section("First", (words,)),)), CACHE)


def test_letters_of_a_poster_fill_the_sheet(paper: Document) -> None:
    few, many = poster(paper, 20), poster(paper, 300)
    assert (page_count(few), page_count(many)) == (1, 1)
    # 30 points at most: capitals of Source Sans are 0.66 of that.
    assert letters(few) == pytest.approx(30 * 0.66, abs=1.5)
    assert letters(few) > 1.3 * letters(many)


def test_a_sentence_with_blanks_does_not_shatter() -> None:
    words = (Text("We counted from "), Field("Date"), Text(" to "), Field("Date"), Text(": "), Field("Number"))
    assert asks(words) is None


def test_questions_on_one_line_are_still_questions() -> None:
    found = asks((Text("Month: "), Field("month"), Text(" Unit: "), Field("unit")))
    assert found is not None
    assert [ask.blank.label for ask in found] == ["month", "unit"]


def test_no_blank_is_lower_than_a_hand_needs() -> None:
    theme = (ROOT / "plugins" / "mkdocs_workshop" / "documents" / "emit" / "paper.typ").read_text("utf-8")
    rooms = [float(line.partition("room: ")[2].partition("mm")[0]) for line in theme.splitlines() if "room: " in line and '"A' in line]  # fmt: skip
    assert rooms
    assert min(rooms) >= 8


PATH = PathFigure.model_validate(
    {
        "kind": "path", "title": "T", "alt": "A",
        "steps": [
            {"id": "a", "text": "Danger?", "yes": "out", "no": "b"},
            {"id": "out", "text": "Call.", "end": True},
            {"id": "b", "text": "Ask."},
            {"id": "c", "text": "Agreed?", "yes": "d", "no": "a"},
            {"id": "d", "text": "Go along.", "end": True},
        ],
    }
)  # fmt: skip


def test_a_path_becomes_a_road_with_its_exits() -> None:
    assert road(PATH, str, FigureWords("yes", "no")) == (
        Station("Danger?", "yes", "Call."),
        Station("Ask.", "", ""),
        Station("Agreed?", "no", "→ 1"),
        Station("Go along.", "", ""),
    )


def test_a_page_is_measured_inside_of_its_margins() -> None:
    made = typst.compile(
        b'#set page(paper: "a4", margin: 0mm)\n#place(dy: 13mm, rect(width: 20mm, height: 131.5mm, fill: black))'
    )
    assert isinstance(made, bytes)
    # 13 mm at the head and 21 mm at the foot leave 263 mm, of which 131 hold ink.
    assert reaches(made, "A4") == [pytest.approx(0.5, abs=0.01)]
    assert reaches(made, "A4", 30) == [0]


def test_a_page_that_is_half_empty_is_told_at_its_section(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    card = project / CARD
    card.write_text(
        card.read_text("utf-8").replace("form: card", "form: checklist").replace("paper: A6", "paper: A4"), "utf-8"
    )
    monkeypatch.chdir(project)
    assert main(["papers", "first-module-card"]) == 1
    said = capsys.readouterr().out
    assert f"{CARD}:17:12: W060 page 1 is used to " in said
    assert "warning" in said


def test_what_is_wrong_with_the_fit_of_pages() -> None:
    def told(found: list[float], form: str = "checklist", *, ended: bool = False) -> list[tuple[str, int]]:
        return list(verdicts(found, form, ended=ended))

    assert told([0.9, 0.1]) == [("W061", 2)]
    assert told([0.9, 0.2]) == []
    assert told([0.4]) == [("W060", 1)]
    assert told([0.4, 0.9]) == [("W060", 1)]
    # Where the author wants a new page, an empty rest is no mistake; but a card that is half empty is.
    assert told([0.4, 0.3], ended=True) == []
    assert told([0.4, 0.9], "role-card", ended=True) == [("W060", 1)]
    assert told([1.0, 0.1], "poster") == [("W062", 2)]
    assert told([0.2, 0.9, 0.3], "deck") == []


def test_a_paper_that_is_well_filled_says_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    assert main(["papers", "first-module-card"]) == 0


def _told(project: Path, form: str, words: str) -> int:
    card = project / CARD
    text = card.read_text("utf-8").replace("form: card", f"form: {form}").replace("paper: A6", "paper: A3")
    card.write_text(text.replace("- [ ] Look", f"- [ ] Look {words}").replace("{lines:3}", "{lines:1}"), "utf-8")
    return main(["papers", "first-module-card"])


def test_too_much_text_for_a_wall_is_told_at_its_longest_part(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    assert _told(project, "poster", "around you and go on looking. " * 150) == 1
    said = capsys.readouterr().out
    assert re.search(rf"{CARD}:\d+:\d+: W073 the text is set in 1\d(\.5)? pt, the least is 18 pt: about \d+", said)
    # The place is the text of the first part, which is the long one.
    line = int(said.partition(f"{CARD}:")[2].partition(":")[0])
    assert "text: |" in (project / CARD).read_text("utf-8").splitlines()[line - 1]


def test_letters_are_measured_as_they_were_set() -> None:
    source = '#set page(paper: "a3")\n#set text(size: 9pt)\n#("Nine points. " * 20)\n#text(size: 40pt)[Large]'
    made = typst.compile(source.encode())
    assert isinstance(made, bytes)
    assert letters_of_text(made) == 9
    assert letter_sizes(made)[40] == 5


def test_a_line_too_low_for_a_hand_is_told_at_its_section(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No genre sets such a line, so what a hand needs is made larger here."""
    monkeypatch.chdir(project)
    lines = project / CARD
    main(["papers", "first-module-card"])
    assert "W063" not in capsys.readouterr().out
    monkeypatch.setattr(hand_room, "LEAST", 15.0)
    assert main(["papers", "first-module-card"]) == 1
    said = re.search(rf"{CARD}:(\d+):\d+: W063 page 1: a line has (\d+\.\d) mm to write in", capsys.readouterr().out)
    assert said
    assert 8 <= float(said[2]) < 15
    section = lines.read_text("utf-8").splitlines()[int(said[1]) - 1 :]
    assert "text:" in section[0]
    assert "{lines:3}" in "".join(section)


def test_room_above_a_line_is_measured_as_it_was_set() -> None:
    """Between two lines, below letters from the line on which they stand, and not below what stands beside."""
    line = "#place(dx: 30mm, dy: {y}mm, block(width: 40mm, height: 1mm, stroke: (top: {stroke})))\n"
    ink, soft = '0.7pt + rgb("#14212E")', '0.6pt + rgb("#4A5B6C")'
    source = '#set page(paper: "a5", margin: 0mm)\n' + "".join(
        line.format(y=y, stroke=stroke)
        for y, stroke in ((40, ink), (48.1, soft), (55, ink), (63, '0.7pt + rgb("#C5D0D8")'), (69.5, ink))
    )
    source += '#place(dx: 30mm, dy: 72mm, text(bottom-edge: "baseline", top-edge: "baseline")[How often])'
    source += "#place(dx: 90mm, dy: 60mm)[Beside]"
    made = typst.compile(source.encode())
    assert isinstance(made, bytes)
    assert low_blanks(made) == [LowBlank(1, 6.9, ""), LowBlank(1, 6.5, "How often")]


def test_names_on_a_poster_are_read_from_three_metres(paper: Document) -> None:
    """36 points: capitals of Onest are 0.71 of that, 9 mm, and 3 m / 350 are 8.6 mm."""
    sizes = letter_sizes(poster(paper, 120))
    assert min(size for size in sizes if sizes[size] == len("First")) >= 36
    assert letters_of_text(poster(paper, 120)) >= LEAST_LETTERS["poster"]


def test_a_canvas_of_many_panels_uses_two_columns(paper: Document) -> None:
    """Short and long panels by turns: row by row, the short ones would leave half of the sheet empty."""
    long, short = (Lines(4), Lines(4)), (Paragraph((Text("Look around you. " * 4),)),)
    parts = tuple(Section(f"Part {i}", long if i % 3 else short) for i in range(8))
    made = document_pdf(replace(paper, form="template", size="A3", name="c", parts=parts), CACHE)
    assert page_count(made) == 1


def _inks() -> dict[str, list[str]]:
    """The colours of the theme by their names, as the printed papers use them."""
    theme = (ROOT / "plugins" / "mkdocs_workshop" / "documents" / "emit" / "paper.typ").read_text("utf-8")
    pairs = {
        name: [dark, tint] for name, dark, tint in re.findall(r'(\w+): \(rgb\("(#\w+)"\), rgb\("(#\w+)"\)\)', theme)
    }
    return pairs | {
        name: [value] for name, value in re.findall(r'#let (ink|soft|amber|ground) = rgb\("(#\w+)"\)', theme)
    }


def test_every_ink_of_a_paper_is_read_in_a_grey_copy() -> None:
    """On white, and each on its own tint: copiers keep brightness alone, which is what contrast is counted from."""
    found = _inks()
    grounds = {"soft": found["ground"][0], "amber": "#FBEBD9", "ink": found["ground"][0]}
    assert len(found) >= 8
    for name, values in found.items():
        if name != "ground":
            assert contrast(values[0], "#FFFFFF") >= 4.5, name
            assert contrast(values[0], values[1] if len(values) > 1 else grounds[name]) >= 4.5, name
