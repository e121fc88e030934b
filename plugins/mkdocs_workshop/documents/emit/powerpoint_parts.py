"""Parts of a presentation that python-pptx does not make: further layouts, and shapes on them."""

import copy
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.parts.slide import SlideLayoutPart
from pptx.util import Pt

from ...ground.slide_shapes import Shape

FIRST_FOOT = 40
"""Placeholders from this number on stand at the foot; those of words have lower ones."""
_FEET = ("dt", "ftr", "sldNum")
_GEOMETRY = {
    "box": "rect", "round": "roundRect", "disc": "ellipse", "frame": "rect", "plus": "mathPlus", "minus": "mathMinus",
    "bubble-left": "wedgeRoundRectCallout", "bubble-right": "wedgeRoundRectCallout",
}  # fmt: skip
_CORNERS = {
    "round": (("adj", 5000),),
    "bubble-left": (("adj1", -32000), ("adj2", 60000), ("adj3", 6000)),
    "bubble-right": (("adj1", 32000), ("adj2", 60000), ("adj3", 6000)),
}
COLOURS = {"dark": "accent1", "tint": "accent6", "paper": "bg1"}


def another_layout(master: Any, model: Any, places: int) -> Any:
    """A further layout of a master: a copy of one with a title and a list, with so many places for words."""
    layout = _copied(master, model)
    tree = layout.shapes._spTree  # noqa: SLF001  the library copies no placeholders
    body = next(place for place in layout.placeholders if place.placeholder_format.idx == 1)._element  # noqa: SLF001  see above
    for number in range(2, places + 1):
        further = copy.deepcopy(body)
        named = further.find(f"{qn('p:nvSpPr')}/{qn('p:cNvPr')}")
        named.set("id", str(100 + number))
        named.set("name", f"Words {number}")
        further.find(f".//{qn('p:ph')}").set("idx", str(number))
        tree.append(further)
    for place in layout._element.iter(qn("p:ph")):  # noqa: SLF001  see above
        if place.get("idx") and place.get("type") not in _FEET:
            place.set("type", "body")
    return layout


def renumber_feet(layout: Any) -> None:
    """Give date, foot and number of a layout numbers that no place for words takes."""
    for place in layout._element.iter(qn("p:ph")):  # noqa: SLF001  the library renumbers no placeholders
        if place.get("type") in _FEET:
            place.set("idx", str(FIRST_FOOT + _FEET.index(place.get("type"))))


def _copied(master: Any, model: Any) -> Any:
    package = master.part.package
    name = package.next_partname("/ppt/slideLayouts/slideLayout%d.xml")
    part = SlideLayoutPart.load(name, model.part.content_type, package, etree.tostring(model._element))  # noqa: SLF001  see above
    part.relate_to(master.part, RELATIONSHIP_TYPE.SLIDE_MASTER)
    listed = master._element.get_or_add_sldLayoutIdLst()  # noqa: SLF001  see above
    entry = etree.SubElement(listed, qn("p:sldLayoutId"))
    entry.set(qn("r:id"), master.part.relate_to(part, RELATIONSHIP_TYPE.SLIDE_LAYOUT))
    layout = part.slide_layout
    kind = layout._element  # noqa: SLF001  see above
    kind.attrib.pop("type", None)
    return layout


def shape_xml(name: str, shape: Shape) -> Any:
    """A shape of a layout."""
    number = 1000 + sum(map(ord, name)) % 5000
    adjusted = "".join(f'<a:gd name="{key}" fmla="val {value}"/>' for key, value in _CORNERS.get(shape.kind, ()))
    fill = f'<a:solidFill><a:schemeClr val="{COLOURS[shape.fill]}"/></a:solidFill>'
    line = '<a:ln w="25400"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:ln>'
    if shape.kind not in ("frame", "bubble-left", "round"):
        line = "<a:ln><a:noFill/></a:ln>"
    size = int(min(shape.width, shape.height, 220) * 50)
    words = (
        f'<a:r><a:rPr lang="en" sz="{max(size, 1600)}" b="1"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:rPr>'
        f"<a:t>{shape.text}</a:t></a:r>"
        if shape.text
        else ""
    )
    return parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{Pt(shape.left)}" y="{Pt(shape.top)}"/><a:ext cx="{Pt(shape.width)}" cy="{Pt(shape.height)}"/>'
        f'</a:xfrm><a:prstGeom prst="{_GEOMETRY[shape.kind]}"><a:avLst>{adjusted}</a:avLst></a:prstGeom>{fill}{line}</p:spPr>'
        '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>'
        f'<a:p><a:pPr algn="ctr"/>{words}</a:p></p:txBody></p:sp>'
    )
