"""A slide as it stands in the file: shapes of its layout with words in them, a drawing, the foot, and what the speaker reads."""

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from pptx.util import Pt

from ...ground.language_tags import runs, untagged
from ...ground.slide_room import DIAL, SPACES, Space
from ..tree.blocks import Emphasis, Field, Inline, Link, Strong, Text, ToFill, Value
from ..tree.slides import ShownDeck, ShownSlide, sizes_of
from .powerpoint_form import places_of
from .powerpoint_frame import Layout

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DECLARED = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_GROUP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_END = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
_IMAGE, _NOTES = 'type="sldImg" idx="2"', 'type="body" idx="3" sz="quarter"'
_EMPTY = "<a:p/>"
_ROUND = 720
"""Minutes that a dial shows."""


def slide_xml(deck: ShownDeck, slide: ShownSlide, number: int, layout: Layout, drawing: Space | None) -> str:
    """The part of a slide; `drawing` is the place of its picture, which is the relation `rId2`."""
    ids = iter(range(len(layout.places) + 2, 100))
    shapes = [*_words(slide, layout, deck.language)]
    if slide.span:
        shapes += [_dial(next(ids), span) for span in (None, slide.span)]
    if slide.picture and drawing:
        shapes.append(_picture(next(ids), untagged(slide.picture.title), untagged(slide.picture.alt), drawing))
    shapes += [_foot(next(ids), is_number, shape, deck, number) for is_number, shape in layout.feet]
    if slide.sources:
        shapes.append(_sources(next(ids), " · ".join(cite.label for cite in slide.sources), deck.language))
    hidden = ' show="0"' if slide.spare else ""
    return f"{HEAD}<p:sld {_DECLARED}{hidden}><p:cSld><p:spTree>{_GROUP}{''.join(shapes)}</p:spTree></p:cSld>{_END}</p:sld>"


def notes_xml(lines: Iterable[str], language: str) -> str:
    """The part of the notes of a slide, a paragraph for each line, so that a machine that reads it aloud knows the language.

    `notes_xml(["Say hello."], "en")` is the XML of one such part, `<p:notes ...>`.
    """
    body = "".join(f"<a:p>{_run(line, language)}</a:p>" for line in lines) or _EMPTY
    return (
        f"{HEAD}<p:notes {_DECLARED}><p:cSld><p:spTree>{_GROUP}"
        f"{_note(2, 'Slide Image Placeholder 1', _IMAGE)}"
        f"{_note(3, 'Notes Placeholder 2', _NOTES, body)}"
        f"</p:spTree></p:cSld>{_END}</p:notes>"
    )


def _note(id_: int, name: str, place: str, body: str = "") -> str:
    words = f"<p:txBody><a:bodyPr/><a:lstStyle/>{body}</p:txBody>" if body else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {place}/></p:nvPr></p:nvSpPr><p:spPr/>{words}</p:sp>"
    )


def _words(slide: ShownSlide, layout: Layout, language: str) -> Iterator[str]:
    """The placeholders that have words. An empty one would show its own advice on the screen of whoever opens the file."""
    sizes = sizes_of(slide)
    parts = {number: part for part, number in places_of(slide.layout).items()}
    for number, shape in layout.places.items():
        part = parts.get(number)
        if part is None:
            yield shape
            continue
        # The size of the layout is left to the layout, so that a change there reaches the slide.
        paragraphs = slide.part(part)
        if paragraphs:
            size = None if sizes[part] == SPACES[slide.layout][part].sizes[0] else sizes[part]
            written = "".join(f"<a:p>{''.join(_runs(words, size, language))}</a:p>" for words in paragraphs)
            yield shape.replace(_EMPTY, written)


def _runs(
    words: Sequence[Inline], size: int | None, language: str, bold: bool = False, italic: bool = False
) -> Iterator[str]:
    for word in words:
        match word:
            case Strong(inner):
                yield from _runs(inner, size, language, bold=True, italic=italic)
            case Emphasis(inner):
                yield from _runs(inner, size, language, bold=bold, italic=True)
            case Link(inner, _):
                yield from _runs(inner, size, language, bold=bold, italic=italic)
            case Text(text) if text:
                yield _run(text, language, size, bold=bold, italic=italic)
            case Value(text, strong, badge):
                yield _run(text, language, size, bold=bold or strong, italic=italic)
                if badge:
                    yield _run(f" {badge}", language, 14, bold=True, colour="accent1")
            case ToFill(label) | Field(label):
                yield _run(label, language, size, bold=bold, italic=italic, more=' u="dashHeavy"')
            case _:
                pass


def _run(
    text: str,
    language: str,
    size: int | None = None,
    *,
    bold: bool = False,
    italic: bool = False,
    more: str = "",
    colour: str = "",
) -> str:
    """Words in a paragraph, those in another language with it."""
    looks = "".join((f' sz="{size * 100}"' if size else "", ' b="1"' if bold else "", ' i="1"' if italic else "", more))
    fill = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>' if colour else ""
    return "".join(
        f'<a:r><a:rPr lang="{other or language}"{looks}>{fill}</a:rPr><a:t>{written(words)}</a:t></a:r>'
        for words, other in runs(text)
    )


def written(text: str) -> str:
    """Words inside of an element. Signs that XML can not hold are left out.

    `written("Tom & Ann")` gives `"Tom &amp; Ann"`.
    """
    return escape("".join(letter for letter in text if letter >= " " or letter in "\t\n"))


def _picture(id_: int, title: str, alt: str, place: Space) -> str:
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{id_}" name={quoteattr(title)} descr={quoteattr(alt)}/>'
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        '<p:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{_at(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _at(place: Space) -> str:
    left, top, width, height = (Pt(value) for value in place[:4])
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _dial(id_: int, span: tuple[int, int] | None) -> str:
    """A clock, or the slice of it that is the time of the session; one round is twelve hours."""
    colour = '<a:solidFill><a:schemeClr val="accent6"/></a:solidFill>'
    kind, adjusted, fill, line = "ellipse", "", "<a:noFill/>", colour
    if span is not None:
        # The file counts sixty-thousandths of a degree from three o'clock on.
        angles = [round((minute % _ROUND / 2 - 90) % 360 * 60_000) for minute in span]
        adjusted = "".join(f'<a:gd name="adj{index}" fmla="val {angle}"/>' for index, angle in enumerate(angles, 1))
        kind, fill, line = "pie", colour, "<a:noFill/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="Clock"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{_at(DIAL)}'
        f'<a:prstGeom prst="{kind}"><a:avLst>{adjusted}</a:avLst></a:prstGeom>{fill}<a:ln w="{Pt(5)}">{line}</a:ln>'
        "<a:effectLst/></p:spPr></p:sp>"
    )


def _foot(id_: int, is_number: bool, shape: str, deck: ShownDeck, number: int) -> str:
    """The line at the foot, or the number: a copy of what the layout has there."""
    before, _, rest = shape.partition('<p:cNvPr id="')
    shape = f'{before}<p:cNvPr id="{id_}"{rest.partition(chr(34))[2]}'
    first, last = min(at for at in map(shape.find, ("<a:p>", _EMPTY)) if at >= 0), shape.index("</p:txBody>")
    if is_number:
        field = '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr lang="en-US"/><a:t>'
        paragraph = f"<a:p>{field}{number}</a:t></a:fld></a:p>"
    else:
        paragraph = f"<a:p>{_run(untagged(deck.foot), deck.language)}</a:p>"
    return f"{shape[:first]}{paragraph}{shape[last:]}"


_SOURCES = Space(54, 482, 852, 18, ())


def _sources(id_: int, labels: str, language: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="Sources"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{_at(_SOURCES)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
        '<a:bodyPr wrap="square" lIns="0" tIns="0" bIns="0"><a:spAutoFit/></a:bodyPr><a:lstStyle/>'
        f"<a:p>{_run(labels, language, 11, colour='tx2')}</a:p></p:txBody></p:sp>"
    )
