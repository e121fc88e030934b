"""Slides: PowerPoint that people edit, a page that opens from a stick; notes only in the facilitator's copy."""

import functools
import io
import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

import fontpkg_source_sans_3
import pytest
from bs4 import BeautifulSoup
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pypdf import PdfReader

from mkdocs_workshop.clock import clock
from mkdocs_workshop.documents.decks import decks
from mkdocs_workshop.documents.emit.powerpoint import powerpoint
from mkdocs_workshop.documents.emit.powerpoint_form import COLOURS
from mkdocs_workshop.documents.emit.powerpoint_parts import FIRST_FOOT
from mkdocs_workshop.documents.slides import day_deck, module_deck
from mkdocs_workshop.documents.tree.proof import inline_words, lost, words_of
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.artifact import Artifact
from mkdocs_workshop.ground.slide_letters import widest
from mkdocs_workshop.ground.slide_room import SPACES, Space, size_for, sizes_for
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import Curriculum, load
from tests.conftest import EXAMPLE, ROOT
from tests.office import office_mistakes

SESSION = "occupational-safety"


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The English edition of the example."""
    whole, _, complete = load(EXAMPLE / "curriculum", EXAMPLE)
    assert complete
    assert whole is not None
    return Edition(whole, catalogue("en"), ROOT / ".cache" / "workshop")


@pytest.fixture(scope="module")
def files(edition: Edition) -> dict[str, Artifact]:
    """Every file of slides by its path below the language."""
    return {file.path.removeprefix("downloads/en/"): file for file in decks(edition)}


@functools.cache
def _opened(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


def test_every_module_and_every_day_has_its_slides(edition: Edition, files: dict[str, Artifact]) -> None:
    curriculum: Curriculum = edition.curriculum
    for id_ in curriculum.modules:
        assert {f"slides/{id_}{copy}.{format_}" for copy in ("", "-notes") for format_ in ("pptx", "html")} <= set(
            files
        )
    for id_, programme in curriculum.programmes.items():
        for day in range(1, len(programme.days) + 1):
            assert f"day-slides/{id_}-day-{day}.pptx" in files
            assert f"day-slides/{id_}-day-{day}-notes.html" in files


def test_days_are_made_for_the_first_programme(edition: Edition, files: dict[str, Artifact]) -> None:
    own = edition.curriculum.manual.programme
    made = {file.path.removeprefix("downloads/en/") for file in decks(replace(edition, every_day=False))}
    left_out = set(files) - made
    assert f"day-slides/{own}-day-1.pptx" in made
    assert left_out == {
        path for path in files if path.startswith("day-slides/") and not path.startswith(f"day-slides/{own}-day-")
    }
    assert left_out


def test_layouts_have_names(files: dict[str, Artifact]) -> None:
    names = [layout.name for layout in _opened(files[f"slides/{SESSION}.pptx"].data).slide_layouts]
    assert len(set(names)) == len(names)
    assert {
        "Big number", "Board 4", "Cards 4", "Case study", "Content", "Figure", "Question", "Section",
        "Timeline 6", "Title", "Two columns", "Two panels",
    } == set(names)  # fmt: skip


def test_colours_are_those_of_the_theme(files: dict[str, Artifact]) -> None:
    """Whoever changes the theme in PowerPoint changes all slides."""
    presentation = _opened(files[f"slides/{SESSION}.pptx"].data)
    masters = [presentation.slide_masters[0], *presentation.slide_layouts]
    assert all("srgbClr" not in layout._element.xml for layout in masters)  # noqa: SLF001  the library shows no colours of layouts
    assert all("srgbClr" not in slide._element.xml for slide in presentation.slides)  # noqa: SLF001  see above


def test_notes_are_in_the_copy_of_the_facilitator_alone(files: dict[str, Artifact]) -> None:
    for path, file in files.items():
        with_notes = "-notes." in path
        assert file.role == ("facilitator" if with_notes else "participant"), path
        if path.endswith(".pptx"):
            assert any(slide.has_notes_slide for slide in _opened(file.data).slides) == with_notes, path
        else:
            page = BeautifulSoup(file.data, "lxml")
            assert bool(page.select(".notes")) == with_notes, path
            assert any("speaker" in str(script) for script in page.select("script")) == with_notes, path
            assert bool(page.select("#run-data")) == (with_notes and "/day-slides/" in f"/{path}"), path


def test_nothing_is_lost(edition: Edition, files: dict[str, Artifact]) -> None:
    for id_, parts in edition.curriculum.modules.items():
        deck = module_deck(edition, parts, notes=True)
        assert deck is not None
        page = BeautifulSoup(files[f"slides/{id_}-notes.html"].data, "lxml")
        for style in page(["style", "script"]):
            style.decompose()
        wanted = [inline_words(line) for slide in deck.slides for _, lines in slide.words for line in lines]
        wanted += [words for slide in deck.slides for words in words_of(slide.notes)]
        assert lost(wanted, page.get_text()) == [], id_


def test_pictures_have_words_and_every_run_its_language(files: dict[str, Artifact]) -> None:
    pictures = 0
    for path, file in files.items():
        if not path.startswith("slides/") or not path.endswith(".pptx"):
            continue
        for slide in _opened(file.data).slides:
            for shape in slide.shapes:
                if shape.shape_type == 13:
                    pictures += 1
                    assert len(shape._element.nvPicPr.cNvPr.get("descr")) > 20, path  # noqa: SLF001  the library shows no such text
                if shape.is_placeholder and shape.has_text_frame and shape.placeholder_format.idx < FIRST_FOOT:
                    runs = [run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
                    assert {run._r.rPr.get("lang") for run in runs} <= {"en"}, path  # noqa: SLF001  see above
    assert pictures > 10


def test_days_carry_the_clock(edition: Edition) -> None:
    deck = day_deck(edition, "two-day", 0, notes=False)
    times = [inline_words(slide.part("subtitle")[0]) for slide in deck.slides if slide.id.startswith("slot-")]
    first = edition.curriculum.timetables["two-day"][0].slots[0]
    assert times[0] == f"{clock(first.start)}–{clock(first.end)}"
    assert times == sorted(times)


def test_everything_fits_with_letters_that_can_be_read(files: dict[str, Artifact]) -> None:
    """What the last row reads is at least 18 points high; only source and foot are smaller."""
    for path, file in files.items():
        if path.startswith("slides/") and path.endswith(".pptx"):
            for slide in _opened(file.data).slides:
                for shape in slide.placeholders:
                    if shape.placeholder_format.idx < FIRST_FOOT:
                        sizes = [
                            run.font.size.pt
                            for paragraph in shape.text_frame.paragraphs
                            for run in paragraph.runs
                            if run.font.size and not run.text.strip().startswith(("to be verified", "second-hand"))
                        ]
                        assert min(sizes, default=18) >= 18, path


@pytest.mark.parametrize(
    ("words", "size"), [(["short"], 36), (["a word " * 30], 20), (["a word " * 300], None), (["one", "two"], 36)]
)
def test_size_is_the_largest_that_fits(words: list[str], size: int | None) -> None:
    assert size_for(Space(0, 0, 400, 220, (36, 30, 24, 20), 10), words) == size


def test_parts_of_a_layout_stay_on_the_slide() -> None:
    for layout, parts in SPACES.items():
        for name, space in parts.items():
            assert space.left + space.width <= 960, (layout, name)
            assert space.top + space.height <= 492, (layout, name)


def test_parts_of_a_layout_never_overlap() -> None:
    for layout, parts in SPACES.items():
        for (name, one), (other, two) in itertools.combinations(parts.items(), 2):
            beside = one.left + one.width <= two.left or two.left + two.width <= one.left
            below = one.top + one.height <= two.top or two.top + two.height <= one.top
            assert beside or below, (layout, name, other)


def _fonts() -> list[tuple[Path, bool]]:
    """Fonts that a slide may meet, as far as this machine has them, and whether they are bold."""
    system = Path("/usr/share/fonts/truetype")
    carlito = (ROOT / "tests" / "node_modules" / "@fontsource" / "carlito" / "files").glob("*-[47]00-normal.woff2")
    own = Path(fontpkg_source_sans_3.__file__).parent.rglob("SourceSans3[[]wght].ttf")
    named = [
        system / "dejavu" / "DejaVuSans.ttf", system / "dejavu" / "DejaVuSans-Bold.ttf",
        system / "liberation" / "LiberationSans-Regular.ttf", system / "liberation" / "LiberationSans-Bold.ttf",
    ]  # fmt: skip
    return [
        (path, "bold" in path.stem.lower() or "-700-" in path.name)
        for path in (*named, *carlito, *own)
        if path.is_file()
    ]


def test_no_font_is_wider_than_what_is_measured() -> None:
    """Carlito is as wide as Calibri, Liberation Sans as Arial."""
    fonts = _fonts()
    assert any("carlito" in path.name for path, _ in fonts)
    assert any("SourceSans3" in path.name for path, _ in fonts)
    letters = "AaBbWwMm@%…—0123 жщюӘәҚқҢңӨөҰұҮүІіҺһҒғФЖШ№«»"
    for path, bold in fonts:
        font = TTFont(path)
        widths, names, em = font["hmtx"], font.getBestCmap(), font["head"].unitsPerEm
        for letter in letters:
            if ord(letter) in names:
                assert widths[names[ord(letter)]][0] * 1000 / em <= widest(letter, bold), (path.name, letter)


def test_a_word_that_is_wider_than_its_place_does_not_fit() -> None:
    """Office breaks it in the middle, without a hyphen."""
    assert size_for(Space(0, 0, 100, 400, (30, 20)), ["interdepartmental"]) is None


def test_places_of_one_kind_have_letters_of_one_size() -> None:
    sizes = sizes_for("cards-2", {"title": ["One"], "point-1": ["short"], "point-2": ["long words " * 20]})
    assert sizes["point-1"] == sizes["point-2"] < SPACES["cards-2"]["point-1"].sizes[0]


def test_colour_follows_the_session(edition: Edition, files: dict[str, Artifact]) -> None:
    """Each theme has a master, so that a slide that is copied elsewhere keeps its colour."""
    deck = day_deck(edition, "two-day", 0, notes=False)
    presentation = _opened(files["day-slides/two-day-day-1.pptx"].data)
    assert len(presentation.slide_masters) == len({deck.colour, *(slide.colour for slide in deck.slides)}) > 2
    for slide, made in zip(deck.slides, presentation.slides, strict=True):
        theme = made.slide_layout.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        assert COLOURS[slide.colour].encode() in theme.blob.partition(b"accent2")[0].partition(b"accent1")[2], slide.id


@pytest.mark.parametrize("path", [f"slides/{SESSION}-notes.pptx", "day-slides/two-day-day-1.pptx"])
def test_files_are_valid(files: dict[str, Artifact], path: str, tmp_path: Path) -> None:
    """As the Open XML SDK, which Office itself is built with, judges them."""
    assert office_mistakes(files[path].data, tmp_path / "deck.pptx") == []


def test_same_deck_same_bytes(edition: Edition, tmp_path: Path) -> None:
    deck = module_deck(edition, edition.curriculum.modules["getting-started"], notes=True)
    assert deck is not None
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "fonts").symlink_to(edition.cache / "fonts")
    assert powerpoint(deck, tmp_path / "one") == powerpoint(deck, tmp_path / "two")


@pytest.fixture(scope="module")
def stick(files: dict[str, Artifact], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Some pages of slides as they lie on a stick."""
    folder = tmp_path_factory.mktemp("stick")
    for path in (f"slides/{SESSION}.html", "day-slides/two-day-day-1-notes.html"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(files[path].data)
    return folder.as_uri()


def test_slides_from_a_stick(browser: Browser, stick: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 760})
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda asked: said.append(asked.url) if not asked.url.startswith(("file:", "data:")) else None)
    page.goto(f"{stick}/slides/{SESSION}.html")
    where = page.locator("#where")
    assert where.inner_text() == "1 / 15"
    page.keyboard.press("ArrowRight")
    page.keyboard.press(" ")
    assert where.inner_text() == "3 / 15"
    page.keyboard.press("End")
    assert where.inner_text() == "15 / 15"
    page.reload()
    assert where.inner_text() == "15 / 15"
    page.get_by_role("button", name="Slide before").click()
    assert where.inner_text() == "14 / 15"
    assert page.locator(".slide:visible").count() == 1
    assert said == []
    page.close()


def test_slides_on_a_phone_stay_inside(browser: Browser, stick: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    for number in range(1, 16):
        page.goto(f"{stick}/slides/{SESSION}.html#s{number}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, number
    page.close()


OUT = """() => [...document.querySelectorAll('.slide')].flatMap(slide => {
  slide.style.display = 'grid'
  const stage = slide.querySelector('.ws-stage').getBoundingClientRect()
  return [...slide.querySelectorAll('.ws-part')].filter(part => {
    const box = part.getBoundingClientRect()
    return box.bottom > stage.bottom - 30 || box.right > stage.right + 1
  }).map(part => part.textContent.slice(0, 60))
})"""
"""What runs out of a slide, on a page of slides."""


def test_nothing_runs_out_of_a_slide(browser: Browser, stick: str) -> None:
    page = browser.new_page(viewport={"width": 960, "height": 588})
    page.goto(f"{stick}/day-slides/two-day-day-1-notes.html")
    out = page.evaluate(OUT)
    assert out == []
    page.close()


def test_speaker_sees_notes_and_the_room_does_not(browser: Browser, stick: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{stick}/day-slides/two-day-day-1-notes.html#s4")
    assert not page.locator(".notes:visible").count()
    with context.expect_page() as opened:
        page.keyboard.press("s")
    room = opened.value
    page.locator(".notes:visible").wait_for()
    page.keyboard.press("ArrowRight")
    room.wait_for_function("document.getElementById('where').textContent.startsWith('5 /')")
    assert not room.locator(".notes:visible").count()
    page.wait_for_function("/^[0-9][0-9]:[0-9][0-9]$/.test(document.getElementById('clock').textContent)")
    context.close()


def test_slides_print_one_a_page(browser: Browser, stick: str) -> None:
    page = browser.new_page()
    page.goto(f"{stick}/slides/{SESSION}.html")
    assert len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 15
    page.close()


def test_slides_carry_their_letters(browser: Browser, stick: str) -> None:
    """On a stick, and on a machine without these fonts, the letters are those that were measured."""
    page = browser.new_page()
    page.goto(f"{stick}/slides/{SESSION}.html")
    page.wait_for_function("[...document.fonts].some(face => face.status === 'loaded')")
    assert page.evaluate("[...document.fonts].every(face => face.status !== 'error')")
    page.close()
