"""What our PowerPoint files look like: theme, master and layouts. Made by code, so that no template is kept anywhere."""

from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Slides
from pptx.util import Pt

from ...ground.language_tags import untagged
from ...ground.slide_room import HEIGHT, SPACES, WIDTH, Space
from ...ground.slide_shapes import SHAPES, Fill, Shape
from .powerpoint_parts import FIRST_FOOT, another_layout, renumber_feet, shape_xml
from .slide_kinds import BULLETED, FULL, TINTED, kind_of

FACE = "Calibri"
"""On every Windows and Mac, with all Kazakh letters; LibreOffice sets Carlito, which is as wide."""
COLOURS = {"navy": "17375E", "teal": "0E6F69", "amber": "A34A06", "plum": "74305F", "moss": "4B6212"}
TINTS = {"navy": "E6ECF4", "teal": "DFF0EE", "amber": "FBEBD9", "plum": "F4E5EF", "moss": "EDF2DC"}
FIRST = {
    "title": (0, "Title"), "content": (1, "Content"), "section": (2, "Section"), "case": (3, "Case study"),
    "two-columns": (4, "Two columns"), "figure": (5, "Figure"), "big-number": (7, "Big number"), "question": (9, "Question"),
}  # fmt: skip
"""Layouts that take the place of one of the library's: its number, and our name in PowerPoint."""
_NAMES = {
    "opener": "Session", "contrast": "Yes and no", "pair": "Two panels", "voices": "Two voices",
    "figure-words": "Figure and words", "number-pair": "Two numbers", "steps": "Steps", "cards": "Cards",
    "timeline": "Timeline", "checklist": "Checklist", "board": "Board", "vote": "Choices", "statement": "Statement",
}  # fmt: skip


def name_of(layout: str) -> str:
    """What PowerPoint calls a layout. `name_of("title")` gives `"Title"`."""
    if layout in FIRST:
        return FIRST[layout][1]
    count = layout.removeprefix(kind_of(layout)).removeprefix("-")
    return f"{_NAMES[kind_of(layout)]} {count}".strip()


def places_of(layout: str) -> dict[str, int]:
    """The number of the placeholder of each part that holds words; the title is 0."""
    others = [part for part, space in SPACES[layout].items() if part != "title" and space.sizes]
    return {"title": 0, **{part: number for number, part in enumerate(others, 1)}}


def whole_presentation() -> Slides:
    """A presentation without slides that has every layout."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
    whole: Any = presentation.part._element  # noqa: SLF001  the library's file says "4:3", and the library lets it stand
    whole.sldSz.attrib.pop("type", None)
    master = presentation.slide_masters[0]
    _layouts(master, sorted({*FIRST, *SPACES}))
    _master(master)
    _without_spare_parts(presentation)
    return presentation


def _without_spare_parts(presentation: Slides) -> None:
    """Takes out what the library's file brings from the machine on which it was made: a picture of its first slide, and a printer."""
    package: Any = presentation.part.package
    for part in (presentation.part, package):
        relations: Any = part.rels if part is presentation.part else part._rels  # noqa: SLF001  the library drops none of these
        for key in [key for key, one in relations.items() if one.reltype.endswith(("/thumbnail", "/printerSettings"))]:
            relations.pop(key)


def _layouts(master: Any, used: list[str]) -> None:
    """The layouts that are used; what is not one of the library's begins as a copy of its list."""
    given = list(master.slide_layouts)
    for layout in used:
        if layout not in FIRST:
            _layout(another_layout(master, given[1], len(places_of(layout)) - 1), layout)
    taken = set()
    for layout, (number, _) in FIRST.items():
        if layout in used:
            taken.add(number)
            _layout(given[number], layout)
    for number, spare in enumerate(given):
        if number not in taken:
            master.slide_layouts.remove(spare)


def theme_xml(given: bytes, manual: str, own: str) -> bytes:
    """The theme of a colour, made of that of the library: colours and faces, so that a CSO can change all of them in one place.

    `given` is the part `theme1.xml`, `own` one of `navy`, `teal`, `amber`, `plum`, `moss`.
    """
    root = etree.fromstring(given)
    namespace = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    root.set("name", f"{untagged(manual)}, {own}")
    others = [colour for name, colour in COLOURS.items() if name != own]
    colours = {
        "dk1": "14212E", "lt1": "FFFFFF", "dk2": "4A5B6C", "lt2": "F5F3EE", "accent1": COLOURS[own],
        **{f"accent{number}": colour for number, colour in enumerate(others, 2)},
        "accent6": TINTS[own], "hlink": "17375E", "folHlink": "4A5B6C",
    }  # fmt: skip
    scheme: Any = root.find(".//a:clrScheme", namespace)
    scheme.set("name", untagged(manual))
    for name, colour in colours.items():
        place: Any = scheme.find(f"a:{name}", namespace)
        place.clear()
        etree.SubElement(place, f"{{{namespace['a']}}}srgbClr").set("val", colour)
    for face in root.iterfind(".//a:fontScheme/*/a:latin", namespace):
        face.set("typeface", FACE)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _master(master: Any) -> None:
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


def _layout(layout: Any, name: str) -> None:
    layout.name = name_of(name)
    renumber_feet(layout)
    kind, places = kind_of(name), places_of(name)
    numbers = {number: part for part, number in places.items()}
    for place in list(layout.placeholders):
        number = place.placeholder_format.idx
        if number in numbers:
            part = numbers[number]
            space = SPACES[name][part]
            _place(place, space)
            _words(place, part, _colour(part, space), space, (kind, part) in BULLETED)
        elif number >= FIRST_FOOT and "date" not in place.name.lower():
            foot = _FOOT(place)
            _place(place, foot._replace(left=232, width=582) if kind == "question" and foot.left == 54 else foot)
            _words(place, "foot", "bg1" if kind in FULL else "tx2", Space(0, 0, 0, 0, (11,)), bulleted=False)
        else:
            place._element.getparent().remove(place._element)  # noqa: SLF001  the library takes no placeholder away
    tree = layout.shapes._spTree  # noqa: SLF001  the library draws no shapes on layouts
    if kind in FULL | TINTED:
        _ground(layout, "accent1" if kind in FULL else "accent6")
    drawn = [shape_xml(f"Drawn {number}", shape) for number, shape in enumerate(SHAPES.get(name, ()), 1)]
    if kind in FULL - {"statement"}:
        drawn.append(_rectangle("Rule", 84, 128, 96, 6, "accent6"))
    if kind == "case":
        drawn += [_rectangle("Card", 54, 140, 368, 330, "accent6"), _rectangle("Edge", 54, 140, 8, 330, "accent1")]
    if kind == "two-columns":
        drawn.append(_rectangle("Left rule", 54, 180, 404, 2.5, "accent1"))
        drawn.append(_rectangle("Right rule", 502, 180, 404, 2.5, "accent1"))
    for number, shape in enumerate(drawn, 2):
        tree.insert(number, shape)


def _colour(part: str, space: Space) -> str:
    if space.light:
        return "bg1"
    return "accent1" if part.endswith("number") else "tx1"


def _ground(layout: Any, colour: str) -> None:
    data = layout._element.cSld  # noqa: SLF001  the library gives layouts no ground
    ground = parse_xml(
        f'<p:bg {nsdecls("p", "a")}><p:bgPr><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        "<a:effectLst/></p:bgPr></p:bg>"
    )
    data.insert(0, ground)


def _rectangle(name: str, left: float, top: float, width: float, height: float, colour: str) -> Any:
    fill: Fill = "dark" if colour == "accent1" else "tint"
    return shape_xml(name, Shape("box", left, top, width, height, fill))


def _place(place: Any, space: Space) -> None:
    place.left, place.top, place.width, place.height = (Pt(value) for value in space[:4])


def _words(place: Any, part: str, colour: str, space: Space, bulleted: bool) -> None:
    """How the words of a part look: in the layout, so that a slide that somebody adds looks the same."""
    body = place._element.txBody  # noqa: SLF001  the library sets no styles of lists
    old = body.find(qn("a:lstStyle"))
    if old is not None:
        body.remove(old)
    size = space.sizes[0]
    bullet = (
        f'marL="{Pt(space.indent)}" indent="-{Pt(space.indent)}"><a:spcBef><a:spcPts val="{int(space.gap * 100)}"/></a:spcBef>'
        '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>'
        if bulleted
        else f'marL="0" indent="0"><a:spcBef><a:spcPts val="{int(space.gap * 100)}"/></a:spcBef><a:buNone/>'
    )
    style = parse_xml(
        f'<a:lstStyle {nsdecls("a")}><a:lvl1pPr algn="l" {bullet}<a:defRPr sz="{size * 100}" b="{int(space.bold)}" cap="none">'
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
    if part.endswith("number"):
        return "b"
    return "ctr" if part in ("title", "foot", "left-title", "right-title") or part.startswith("point-") else "t"
