"""What our PowerPoint files look like: theme, master and layouts. Made by code, so that no template is kept anywhere."""

import datetime as dt
import re
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Slides
from pptx.util import Pt

from ..ground.language_tags import untagged
from ..ground.slide_room import HEIGHT, SPACES, WIDTH, Space
from .slides import ShownDeck
from .word_form import property_text

FACE = "Calibri"
"""On every Windows and Mac, with all Kazakh letters; LibreOffice sets Carlito, which is as wide."""
COLOURS = {"navy": "17375E", "teal": "0E6F69", "amber": "A34A06", "plum": "74305F", "moss": "4B6212"}
TINTS = {"navy": "E6ECF4", "teal": "DFF0EE", "amber": "FBEBD9", "plum": "F4E5EF", "moss": "EDF2DC"}
# Each of our layouts takes the place of one of the library's, whose placeholders it re-uses by their numbers.
LAYOUTS: dict[str, tuple[int, str, dict[str, int]]] = {
    "title": (0, "Title", {"title": 0, "subtitle": 1}),
    "content": (1, "Content", {"title": 0, "points": 1}),
    "section": (2, "Section", {"title": 0, "subtitle": 1}),
    "case": (3, "Case study", {"title": 0, "case": 1, "text": 2}),
    "two-columns": (4, "Two columns", {"title": 0, "left-title": 1, "left": 2, "right-title": 3, "right": 4}),
    "figure": (5, "Figure", {"title": 0}),
    "big-number": (7, "Big number", {"title": 0, "number": 1, "caption": 2}),
    "question": (9, "Question", {"title": 0, "text": 1}),
}
"""By name: which one of the library's layouts it is made from, its name in PowerPoint, and the number of each placeholder."""
FULL = frozenset({"title", "section"})
"""Layouts whose whole ground has the colour of the theme."""
TINTED = frozenset({"question", "big-number"})
BULLETED = frozenset({"points", "left", "right"})
BOLD = frozenset({"title", "number", "case", "left-title", "right-title"})


def new_presentation(deck: ShownDeck) -> Slides:
    """An empty presentation with theme, master, layouts and properties."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
    _theme(presentation, deck)
    _master(presentation)
    by_number = list(presentation.slide_layouts)
    for name, (number, shown, places) in LAYOUTS.items():
        _layout(by_number[number], name, shown, places)
    used = {number for number, _, _ in LAYOUTS.values()}
    for number, layout in enumerate(by_number):
        if number not in used:
            presentation.slide_layouts.remove(layout)
    properties = presentation.core_properties
    manual = property_text(deck.manual)
    properties.title, properties.author, properties.language = property_text(deck.title), manual, deck.language
    properties.last_modified_by, properties.comments, properties.revision = manual, property_text(deck.foot), 1
    moment = dt.datetime.fromisoformat(f"{deck.day}T00:00:00+00:00")
    properties.created = properties.modified = moment
    return presentation


def _theme(presentation: Slides, deck: ShownDeck) -> None:
    """Colours and faces, so that a CSO can change all of them in one place."""
    part: Any = presentation.slide_masters[0].part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = etree.fromstring(part.blob)
    namespace = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    root.set("name", untagged(deck.manual))
    others = [colour for name, colour in COLOURS.items() if name != deck.colour]
    colours = {
        "dk1": "14212E", "lt1": "FFFFFF", "dk2": "4A5B6C", "lt2": "F5F3EE", "accent1": COLOURS[deck.colour],
        **{f"accent{number}": colour for number, colour in enumerate(others, 2)},
        "accent6": TINTS[deck.colour], "hlink": "17375E", "folHlink": "4A5B6C",
    }  # fmt: skip
    scheme: Any = root.find(".//a:clrScheme", namespace)
    scheme.set("name", untagged(deck.manual))
    for name, colour in colours.items():
        place: Any = scheme.find(f"a:{name}", namespace)
        place.clear()
        etree.SubElement(place, f"{{{namespace['a']}}}srgbClr").set("val", colour)
    for face in root.iterfind(".//a:fontScheme/*/a:latin", namespace):
        face.set("typeface", FACE)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001  the library keeps the theme as bytes


def _master(presentation: Slides) -> None:
    master = presentation.slide_masters[0]
    tree = master.shapes._spTree  # noqa: SLF001  the library draws no shapes on masters
    bar = _rectangle("Theme", 0, 0, 14, HEIGHT, "accent1")
    tree.insert(2, bar)
    places: Any = master.placeholders
    for place in places:
        kind = place.placeholder_format.type
        _place(
            place, {1: Space(54, 34, 852, 84, ()), 2: Space(54, 138, 852, 336, ())}.get(int(kind or 0), _FOOT(place))
        )


def _FOOT(place: Any) -> Space:  # noqa: N802  a place for each of the three at the foot
    name = place.name.lower()
    if "number" in name:
        return Space(836, 504, 70, 22, ())
    if "date" in name:
        return Space(700, 504, 10, 22, ())
    return Space(54, 504, 760, 22, ())


def _layout(layout: Any, name: str, shown: str, places: dict[str, int]) -> None:
    layout.name = shown
    numbers = {number: part for part, number in places.items()}
    colour = "bg1" if name in FULL else "tx1"
    for place in list(layout.placeholders):
        number = place.placeholder_format.idx
        kind = place.placeholder_format.type
        if number in numbers:
            part = numbers[number]
            _place(place, SPACES[name][part])
            _words(place, part, colour if part != "number" else "accent1", SPACES[name][part])
        elif number >= 10 and "date" not in place.name.lower():
            _place(place, _FOOT(place))
            _words(place, "foot", "bg1" if name in FULL else "tx2", Space(0, 0, 0, 0, (11,)))
        else:
            del kind
            place._element.getparent().remove(place._element)  # noqa: SLF001  the library takes no placeholder away
    tree = layout.shapes._spTree  # noqa: SLF001  see above
    if name in FULL | TINTED:
        _ground(layout, "accent1" if name in FULL else "accent6")
    if name in FULL:
        tree.insert(2, _rectangle("Rule", 84, 128, 96, 6, "accent6"))
    if name == "case":
        tree.insert(2, _rectangle("Card", 54, 140, 368, 330, "accent6"))
        tree.insert(3, _rectangle("Edge", 54, 140, 8, 330, "accent1"))
    if name == "two-columns":
        tree.insert(2, _rectangle("Left rule", 54, 180, 404, 2.5, "accent1"))
        tree.insert(3, _rectangle("Right rule", 502, 180, 404, 2.5, "accent1"))


def _ground(layout: Any, colour: str) -> None:
    data = layout._element.cSld  # noqa: SLF001  the library gives layouts no ground
    ground = parse_xml(
        f'<p:bg {nsdecls("p", "a")}><p:bgPr><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        "<a:effectLst/></p:bgPr></p:bg>"
    )
    data.insert(0, ground)


def _rectangle(name: str, left: float, top: float, width: float, height: float, colour: str) -> Any:
    number = 1000 + sum(map(ord, name))
    return parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{Pt(left)}" y="{Pt(top)}"/><a:ext cx="{Pt(width)}" cy="{Pt(height)}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _place(place: Any, space: Space) -> None:
    place.left, place.top, place.width, place.height = (Pt(value) for value in space[:4])


def _words(place: Any, part: str, colour: str, space: Space) -> None:
    """How the words of a part look: in the layout, so that a slide that somebody adds looks the same."""
    body = place._element.txBody  # noqa: SLF001  the library sets no styles of lists
    old = body.find(qn("a:lstStyle"))
    if old is not None:
        body.remove(old)
    size = space.sizes[0]
    bullet = (
        f'marL="{Pt(space.indent)}" indent="-{Pt(space.indent)}"><a:spcBef><a:spcPts val="{int(space.gap * 100)}"/></a:spcBef>'
        '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>'
        if part in BULLETED
        else f'marL="0" indent="0"><a:spcBef><a:spcPts val="{int(space.gap * 100)}"/></a:spcBef><a:buNone/>'
    )
    style = parse_xml(
        f'<a:lstStyle {nsdecls("a")}><a:lvl1pPr algn="l" {bullet}<a:defRPr sz="{size * 100}" b="{int(part in BOLD)}" cap="none">'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></a:lstStyle>'
    )
    frame = body.find(qn("a:bodyPr"))
    for name in list(frame.attrib):
        del frame.attrib[name]
    for child in list(frame):
        frame.remove(child)
    frame.set("anchor", _anchor(part))
    for side in ("lIns", "tIns", "rIns", "bIns"):
        frame.set(side, "0")
    frame.append(parse_xml(f"<a:noAutofit {nsdecls('a')}/>"))
    body.insert(1, style)


def _anchor(part: str) -> str:
    if re.fullmatch(r"title|number|foot", part):
        return "ctr" if part != "number" else "b"
    return "t"
