"""Rules about the room on slides: what does not fit is cut off in front of everybody."""

import re
from collections.abc import Iterator

from ..figures import FigureWords, draw
from ..ground.slide_room import FIGURE_WIDTHS, SMALLEST_LABEL, SPACES, Space, scale_for, size_for
from ..language.interface import catalogue
from ..language.wording import Wording
from ..model.deck import (
    BULLETS,
    CaseSlide,
    ColumnsSlide,
    ContentSlide,
    FigureSlide,
    FigureWordsSlide,
    NumberPairSlide,
    NumberSlide,
    PointsSlide,
    QuestionSlide,
    SectionSlide,
    Slide,
    TitleSlide,
    layout_of,
    told_of,
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
        if size_for(SPACES[layout_of(slide)][part], words) is None:
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
        case ContentSlide(points=points) | FigureWordsSlide(points=points):
            yield "points", ("points",), list(map(plain, points))
        case PointsSlide(points=points):
            for number, point in enumerate(points):
                yield f"point-{number + 1}", ("points", number), [plain(point)]
        case NumberPairSlide(left=first, right=second):
            for name, counted in (("left", first), ("right", second)):
                yield f"{name}-caption", (name, "caption"), [plain(counted.caption)]
                if counted.fact in curriculum.facts:
                    yield f"{name}-number", (name, "fact"), [wording.value(curriculum.facts[counted.fact])]
        case ColumnsSlide(left=left, right=right):
            for name, column in (("left", left), ("right", right)):
                yield f"{name}-title", (name, "title"), [plain(column.title)]
                yield name, (name, "points"), list(map(plain, column.points))
        case NumberSlide(caption=caption):
            yield "caption", ("caption",), [plain(caption)]
        case CaseSlide(case=id_, text=text):
            yield "text", ("text",), [plain(text)]
            found = [parts.cases[id_] for parts in curriculum.modules.values() if id_ in parts.cases]
            yield from (("case", ("case",), [plain(told_of(case, slide.title))]) for case in found)
        case QuestionSlide(text=text):
            yield "text", ("text",), [plain(text)]
        case FigureSlide():
            pass
    if isinstance(slide, NumberSlide) and slide.fact in curriculum.facts:
        yield "number", ("fact",), [wording.value(curriculum.facts[slide.fact])]


MAX_BULLETS = 4
"""One slide in so many may be a list with bullets."""


def few_bullets(curriculum: Curriculum) -> Iterator[Finding]:
    """Most slides of a deck are composed: a drawing, a question, steps, cards, voices."""
    for file in curriculum.files:
        if file.kind == "deck":
            lists = [index for index, slide in enumerate(file.model.slides) if isinstance(slide, BULLETS)]
            allowed = max(1, len(file.model.slides) // MAX_BULLETS)
            if len(lists) > allowed:
                yield Finding(
                    file,
                    ("slides", lists[allowed], "layout"),
                    f"{len(lists)} of {len(file.model.slides)} slides are lists with bullets, {allowed} may be",
                )


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
            if isinstance(slide, FigureSlide | FigureWordsSlide) and slide.figure in figures:
                figure, space = figures[slide.figure], SPACES[slide.layout]["figure"]
                sizes = [0.0]
                # One width that can be read is enough; to draw it takes a millisecond.
                for width in FIGURE_WIDTHS:
                    sizes.append(label_size(figure, slide.figure, wording, width, space))
                    if sizes[-1] >= SMALLEST_LABEL:
                        break
                best = max(sizes)
                if best < SMALLEST_LABEL:
                    yield Finding(
                        file,
                        ("slides", index, "figure"),
                        f"the words of `{slide.figure}` would be {best:.0f} points high",
                    )


def label_size(figure: Figure, id_: str, wording: Wording, width: int, space: Space) -> float:
    """Points of the smallest words of a drawing in its place on a slide, if it is drawn so many pixels wide."""
    svg = draw(figure, id_, wording.plain, FigureWords(yes="", no=""), width)
    view = _VIEW.search(svg)
    scale = scale_for(space, float(view[1]), float(view[2])) if view else 1.0
    return min((float(size) for size in _SIZE.findall(svg)), default=SMALLEST_LABEL) * scale
