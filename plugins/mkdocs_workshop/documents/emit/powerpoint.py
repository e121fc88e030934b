"""A deck to PowerPoint: slides are written as they stand in the file, around parts that all decks share."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from ...ground.cache import keep
from ...ground.slide_room import SPACES, Space, scale_for
from ...ground.zips import zipped
from ..tree.proof import Expected, in_words, inline_words, not_found, words_of
from ..tree.slides import ShownDeck, ShownSlide, size_of
from .powerpoint_form import name_of
from .powerpoint_frame import frame
from .powerpoint_package import frame_parts, layouts_of, relations, with_types
from .powerpoint_slide import notes_xml, slide_xml
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
    data = zipped(with_types(_parts(deck, cache)))
    gone = not_found((*expected, *map(Expected, _wanted(deck))), read_again(data))
    if gone:
        raise PressError(f"{deck.name}.pptx has lost words on the way to PowerPoint: {in_words(gone)}")
    return data


def _parts(deck: ShownDeck, cache: Path) -> dict[str, str | bytes]:
    """All parts of the file by their paths."""
    noted = [number for number, slide in enumerate(deck.slides, 1) if slide.notes]
    parts = frame_parts(frame(), deck, notes=bool(noted))
    layouts = {key: number for number, key in enumerate(layouts_of(deck), 1)}
    media: dict[bytes, str] = {}
    for number, slide in enumerate(deck.slides, 1):
        layout = layouts[slide.colour or deck.colour, slide.layout]
        listed = [("slideLayout", f"../slideLayouts/slideLayout{layout}.xml")]
        drawing = None
        if slide.picture:
            drawing, data = _drawn(slide, cache)
            # A picture that several slides show is there once.
            name = media.setdefault(data, f"image{len(media) + 1}.png")
            parts[f"ppt/media/{name}"] = data
            listed.append(("image", f"../media/{name}"))
        path = f"ppt/slides/slide{number}.xml"
        if slide.notes:
            notes = f"notesSlides/notesSlide{noted.index(number) + 1}.xml"
            listed.append(("notesSlide", f"../{notes}"))
            parts[f"ppt/{notes}"] = notes_xml(words_of(slide.notes), deck.language)
            named = [("notesMaster", "../notesMasters/notesMaster1.xml"), ("slide", f"../slides/slide{number}.xml")]
            parts |= relations(f"ppt/{notes}", named)
        parts[path] = slide_xml(deck, slide, number, frame().layouts[name_of(slide.layout)], drawing)
        parts |= relations(path, listed)
    return parts


def _drawn(slide: ShownSlide, cache: Path) -> tuple[Space, bytes]:
    """Where the picture of a slide stands, and its bytes."""
    picture = slide.picture
    if picture is None:
        raise ValueError(f"{slide.id} has no picture")
    space = SPACES[slide.layout]["figure"]
    width, height = size_of(picture.svg)
    scale = scale_for(space, width, height)
    data = png(picture.id, picture.svg, round(width * scale), cache, ON_SCREEN)
    left = space.left + (space.width - width * scale) / 2
    top = space.top + (space.height - height * scale) / 2
    return Space(left, top, width * scale, height * scale, ()), data


def _wanted(deck: ShownDeck) -> Iterator[str]:
    for slide in deck.slides:
        for _, paragraphs in slide.words:
            yield from map(inline_words, paragraphs)
        yield from words_of(slide.notes)


_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WITH_WORDS = re.compile(r"ppt/(slides|notesSlides)/\w+\.xml")


def read_again(data: bytes) -> str:
    """All words of the slides and notes of a presentation, as they stand in the file; a paragraph a line.

    A slide with the title "First aid" and one point gives two lines.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [etree.fromstring(archive.read(name)) for name in archive.namelist() if _WITH_WORDS.fullmatch(name)]
    return "\n".join(
        "".join(words.text or "" for words in paragraph.iter(f"{_A}t"))
        for part in parts
        for paragraph in part.iter(f"{_A}p")
    )
