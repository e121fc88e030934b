"""A deck to PowerPoint."""

import copy
import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_UNDERLINE
from pptx.util import Pt

from ...ground.cache import keep
from ...ground.language_tags import runs, untagged
from ...ground.slide_room import DIAL, SPACES, scale_for
from ...ground.zips import zipped
from ..tree.blocks import Block, Emphasis, Field, Inline, Link, Strong, Text, ToFill, Value
from ..tree.proof import Expected, in_words, inline_words, not_found, words_of
from ..tree.slides import ShownDeck, ShownSlide, size_of, sizes_of
from .powerpoint_form import name_of, new_presentation, places_of
from .powerpoint_parts import FIRST_FOOT
from .press import ON_SCREEN, made_by, png
from .refusal import PressError


def powerpoint(deck: ShownDeck, cache: Path, expected: Sequence[Expected] = ()) -> bytes:
    """The presentation of a deck.

    Raises PressError when a word of it, or something that is expected, is not found again in what was made.
    """
    ingredients = repr((deck, [item.words for item in expected])).encode()
    return keep(
        cache / "documents",
        f"{deck.name}.pptx",
        ingredients,
        made_by("python-pptx"),
        lambda: _made(deck, cache, expected),
    )


def _made(deck: ShownDeck, cache: Path, expected: Sequence[Expected]) -> bytes:
    presentation = new_presentation(deck)
    colours = list(dict.fromkeys([deck.colour, *filter(None, (slide.colour for slide in deck.slides))]))
    layouts = {
        (colour, layout.name): layout
        for colour, master in zip(colours, presentation.slide_masters, strict=True)
        for layout in master.slide_layouts
    }
    for number, slide in enumerate(deck.slides, 1):
        layout = layouts[slide.colour or deck.colour, name_of(slide.layout)]
        made = presentation.slides.add_slide(layout)
        if slide.spare:
            made.element.set("show", "0")
        _fill(made, slide, places_of(slide.layout), deck.language)
        if slide.span:
            _dial(made, slide.span)
        if slide.picture:
            _draw(made, slide, cache)
        _foot(made, layout, deck, number)
        if slide.sources:
            _sources(made, slide, deck.language)
        if slide.notes:
            _notes(made.notes_slide.notes_text_frame, slide.notes, deck.language)
    out = io.BytesIO()
    presentation.save(out)
    with zipfile.ZipFile(out) as archive:
        data = zipped({name: archive.read(name) for name in archive.namelist()})
    gone = not_found((*expected, *map(Expected, _wanted(deck))), read_again(data))
    if gone:
        raise PressError(f"{deck.name}.pptx has lost words on the way to PowerPoint: {in_words(gone)}")
    return data


def _notes(frame: Any, tree: Sequence[Block], language: str) -> None:
    """What the speaker reads, a paragraph for each line, so that a machine that reads it aloud knows the language."""
    for index, line in enumerate(_lines(tree)):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        _set(paragraph, line, None, language, None, None)


def _lines(tree: Sequence[Block]) -> Iterator[str]:
    return words_of(tree)


def _wanted(deck: ShownDeck) -> Iterator[str]:
    for slide in deck.slides:
        for _, paragraphs in slide.words:
            yield from map(inline_words, paragraphs)
        yield from _lines(slide.notes)


def read_again(data: bytes) -> str:
    """All words of a presentation, as the library reads them from the file."""
    found = []
    for slide in Presentation(io.BytesIO(data)).slides:
        found += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            found.append(slide.notes_slide.notes_text_frame.text)
    return "\n".join(found)


def _fill(made: Any, slide: ShownSlide, places: dict[str, int], language: str) -> None:
    by_number = {place.placeholder_format.idx: place for place in made.placeholders}
    sizes = sizes_of(slide)
    for part, number in places.items():
        paragraphs = slide.part(part)
        if not paragraphs:
            # An empty placeholder would show its own advice on the screen of whoever opens the file.
            element = by_number[number]._element  # noqa: SLF001  the library takes no placeholder away
            element.getparent().remove(element)
            continue
        # The size of the layout is left to the layout, so that a change there reaches the slide.
        size = None if sizes[part] == SPACES[slide.layout][part].sizes[0] else sizes[part]
        frame = by_number[number].text_frame
        for index, words in enumerate(paragraphs):
            paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
            _run(paragraph, words, size, language)


def _run(
    paragraph: Any,
    words: Sequence[Inline],
    size: int | None,
    language: str,
    bold: bool | None = None,
    italic: bool | None = None,
) -> None:
    for word in words:
        match word:
            case Strong(inner):
                _run(paragraph, inner, size, language, bold=True, italic=italic)
            case Emphasis(inner):
                _run(paragraph, inner, size, language, bold=bold, italic=True)
            case Link(inner, _):
                _run(paragraph, inner, size, language, bold, italic)
            case Text(text) if text:
                _set(paragraph, text, size, language, bold, italic)
            case Value(text, strong, badge):
                _set(paragraph, text, size, language, bold or strong or None, italic)
                if badge:
                    run = _set(paragraph, f" {badge}", 14, language, bold=True, italic=None)
                    run.font.color.theme_color = MSO_THEME_COLOR.ACCENT_1
            case ToFill(label) | Field(label):
                run = _set(paragraph, label, size, language, bold, italic)
                run.font.underline = MSO_UNDERLINE.DASH_HEAVY_LINE
            case _:
                pass


def _set(paragraph: Any, text: str, size: int | None, language: str, bold: bool | None, italic: bool | None) -> Any:
    """Adds words to a paragraph, those in another language with it; returns the last run."""
    run = None
    for words, other in runs(text):
        run = paragraph.add_run()
        run.text = words
        if size is not None:
            run.font.size = Pt(size)
        run.font.bold, run.font.italic = bold, italic
        run._r.get_or_add_rPr().set("lang", other or language)  # noqa: SLF001  the library has no word for the language of a run
    return run


def _draw(made: Any, slide: ShownSlide, cache: Path) -> None:
    picture = slide.picture
    if picture is None:
        return
    space = SPACES[slide.layout]["figure"]
    width, height = size_of(picture.svg)
    scale = scale_for(space, width, height)
    data = png(picture.id, picture.svg, round(width * scale), cache, ON_SCREEN)
    left = space.left + (space.width - width * scale) / 2
    top = space.top + (space.height - height * scale) / 2
    shape = made.shapes.add_picture(io.BytesIO(data), Pt(left), Pt(top), Pt(width * scale), Pt(height * scale))
    named = shape._element.nvPicPr.cNvPr  # noqa: SLF001  the library has no word for the text of those who can not see it
    named.set("descr", untagged(picture.alt))
    named.set("name", untagged(picture.title))


def _dial(made: Any, span: tuple[int, int]) -> None:
    """A clock whose slice is the time of the session; one round is twelve hours."""
    for kind, fill in ((MSO_SHAPE.OVAL, None), (MSO_SHAPE.PIE, span)):
        shape = made.shapes.add_shape(kind, *(Pt(value) for value in (DIAL.left, DIAL.top, DIAL.width, DIAL.height)))
        shape.name, shape.shadow.inherit = "Clock", False
        shape.line.color.theme_color, shape.line.width = MSO_THEME_COLOR.ACCENT_6, Pt(5)
        if fill is None:
            shape.fill.background()
            continue
        shape.fill.solid()
        shape.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_6
        shape.line.fill.background()
        for number, minute in enumerate(span):
            # The library counts hundred-thousandths, the shape sixty-thousandths of a degree from three o'clock on.
            shape.adjustments[number] = (minute % 720 / 2 - 90) % 360 * 0.6


def _foot(made: Any, layout: Any, deck: ShownDeck, number: int) -> None:
    """The line at the foot and the number: the library does not copy them from the layout."""
    for place in layout.placeholders:
        if place.placeholder_format.idx < FIRST_FOOT:
            continue
        element = copy.deepcopy(place._element)  # noqa: SLF001  see above
        made.shapes._spTree.append(element)  # noqa: SLF001  see above
        shape = made.shapes[-1]
        if "number" not in place.name.lower():
            shape.text_frame.text = untagged(deck.foot)
            shape.text_frame.paragraphs[0].runs[0]._r.get_or_add_rPr().set("lang", deck.language)  # noqa: SLF001  see above
        elif "number" in place.name.lower():
            for field in element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t"):
                field.text = str(number)


def _sources(made: Any, slide: ShownSlide, language: str) -> None:
    box = made.shapes.add_textbox(Pt(54), Pt(482), Pt(852), Pt(18))
    box.name = "Sources"
    frame = box.text_frame
    frame.margin_left = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    labels = " · ".join(cite.label for cite in slide.sources)
    run = _set(frame.paragraphs[0], labels, 11, language, None, None)
    run.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
