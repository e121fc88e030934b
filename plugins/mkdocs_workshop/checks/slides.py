"""Rules about the room on slides: what does not fit is cut off in front of everybody."""

import re
from collections.abc import Iterator

from ..figures import FigureWords, draw
from ..ground.slide_room import FIGURE_WIDTHS, SMALLEST_LABEL, SPACES, scale_for, size_for
from ..language.interface import catalogue
from ..language.wording import Wording
from ..model.deck import (
    CaseSlide,
    ContentSlide,
    FigureSlide,
    NumberSlide,
    QuestionSlide,
    SectionSlide,
    Slide,
    TitleSlide,
    TwoColumnsSlide,
)
from ..model.figure import Figure
from ..reading.curriculum import Curriculum
from ..reading.kinds import Loaded
from ..reading.yaml import Loc
from .finding import Finding

_VIEW = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_SIZE = re.compile(r'font-size[:=]"?([\d.]+)')


def slide_fits(curriculum: Curriculum) -> Iterator[Finding]:
    """Every part of a slide fits with letters that the last row can read."""
    wording = Wording(curriculum, catalogue(curriculum.language))
    for file in curriculum.files:
        if file.kind == "deck":
            for index, slide in enumerate(file.model.slides):
                yield from _unfit(curriculum, wording, file, index, slide)


def _unfit(curriculum: Curriculum, wording: Wording, file: Loaded, index: int, slide: Slide) -> Iterator[Finding]:
    for part, loc, words in _parts(curriculum, wording, slide):
        if size_for(SPACES[slide.layout][part], words) is None:
            yield Finding(
                file, ("slides", index, *loc), f"`{slide.id}` has no room for {sum(map(len, words))} letters here"
            )


def _parts(curriculum: Curriculum, wording: Wording, slide: Slide) -> Iterator[tuple[str, Loc, list[str]]]:
    """Each part of a slide by its name: where its texts stand, and their words."""
    plain = wording.plain
    yield "title", ("title",), [plain(slide.title)]
    match slide:
        case TitleSlide(subtitle=subtitle) | SectionSlide(subtitle=subtitle):
            if subtitle:
                yield "subtitle", ("subtitle",), [plain(subtitle)]
        case ContentSlide(points=points):
            yield "points", ("points",), list(map(plain, points))
        case TwoColumnsSlide(left=left, right=right):
            for name, column in (("left", left), ("right", right)):
                yield f"{name}-title", (name, "title"), [plain(column.title)]
                yield name, (name, "points"), list(map(plain, column.points))
        case NumberSlide(caption=caption):
            yield "caption", ("caption",), [plain(caption)]
        case CaseSlide(text=text) | QuestionSlide(text=text):
            yield "text", ("text",), [plain(text)]
        case FigureSlide():
            pass
    if isinstance(slide, NumberSlide) and slide.fact in curriculum.facts:
        yield "number", ("fact",), [wording.value(curriculum.facts[slide.fact])]


def figure_fits(curriculum: Curriculum) -> Iterator[Finding]:
    """The smallest words of a drawing can be read from the third row."""
    figures: dict[str, Figure] = {
        id_: figure for parts in curriculum.modules.values() for id_, figure in parts.figures.items()
    }
    wording = Wording(curriculum, catalogue(curriculum.language))
    for file in curriculum.files:
        if file.kind != "deck":
            continue
        for index, slide in enumerate(file.model.slides):
            if isinstance(slide, FigureSlide) and slide.figure in figures:
                best = max(label_size(figures[slide.figure], slide.figure, wording, width) for width in FIGURE_WIDTHS)
                if best < SMALLEST_LABEL:
                    yield Finding(
                        file,
                        ("slides", index, "figure"),
                        f"the words of `{slide.figure}` would be {best:.0f} points high",
                    )


def label_size(figure: Figure, id_: str, wording: Wording, width: int) -> float:
    """Points of the smallest words of a drawing on a slide, if it is drawn so many pixels wide."""
    svg = draw(figure, id_, wording.plain, FigureWords(yes="", no=""), width)
    view = _VIEW.search(svg)
    scale = scale_for(SPACES["figure"]["figure"], float(view[1]), float(view[2])) if view else 1.0
    return min((float(size) for size in _SIZE.findall(svg)), default=SMALLEST_LABEL) * scale
