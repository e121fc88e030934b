"""What all presentations of a manual share, written once: layouts, masters, themes and what python-pptx brings besides.

python-pptx makes one presentation with every layout. Its parts are kept as they stand in the file, and each deck takes those that
it needs: to build masters and layouts through the library anew for each deck took a third of the time of a deck.
"""

import functools
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE

from .powerpoint_form import whole_presentation
from .powerpoint_parts import FIRST_FOOT

_DECLARED = re.compile(r' xmlns:\w+="[^"]*"')


class Layout(NamedTuple):
    """A layout, and what a slide takes of it."""

    xml: bytes
    """Its part in the file."""
    places: Mapping[int, str]
    """The placeholders that a slide begins with, each with one empty paragraph `<a:p/>`, by their numbers and in their order."""
    feet: tuple[tuple[bool, str], ...]
    """What stands at the foot: whether it is the number of the slide, and the shape."""


class Frame(NamedTuple):
    """The parts of a file that hold no slide."""

    layouts: Mapping[str, Layout]
    """By the names that PowerPoint shows."""
    master: str
    """The master, with an empty list of layouts."""
    theme: bytes
    """The theme of the library, for `theme_xml`."""
    presentation: str
    """The part that lists masters and slides; both lists are empty."""
    notes_master: bytes
    notes_theme: bytes
    fixed: Mapping[str, bytes]
    """Parts that are the same in every file, by their paths."""


LISTED = "<p:sldLayoutIdLst/>"
"""Stands in the master where its layouts are listed."""
MASTERS, SLIDES = "<p:sldMasterIdLst/>", "<p:sldIdLst/>"
"""Stand in the presentation where masters and slides are listed."""


@functools.cache
def frame() -> Frame:
    """The frame of every deck."""
    presentation = whole_presentation()
    master: Any = presentation.slide_masters[0]
    layouts = {layout.name: _layout(presentation, layout) for layout in master.slide_layouts}
    theme: Any = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    for listed in list(master._element.find(f"{{{_P}}}sldLayoutIdLst")):  # noqa: SLF001  the library lists its parts alone
        listed.getparent().remove(listed)
    whole: Any = presentation.part._element  # noqa: SLF001  see above
    for name in ("sldMasterIdLst", "sldIdLst"):
        for entry in list(whole.find(f"{{{_P}}}{name}")):
            entry.getparent().remove(entry)
    notes: Any = presentation.part.notes_master_part
    package: Any = presentation.part.package
    fixed = {str(part.partname).lstrip("/"): part.blob for part in package.iter_parts() if str(part.partname) in _FIXED}
    return Frame(
        layouts,
        etree.tostring(master._element, encoding="unicode"),  # noqa: SLF001  see above
        theme.blob,
        etree.tostring(whole, encoding="unicode"),
        notes.blob,
        notes.part_related_by(RELATIONSHIP_TYPE.THEME).blob,
        fixed,
    )


_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_FIXED = frozenset({"/ppt/presProps.xml", "/ppt/viewProps.xml", "/ppt/tableStyles.xml", "/docProps/app.xml"})


def _layout(presentation: Any, layout: Any) -> Layout:
    slide = presentation.slides.add_slide(layout)
    places = {place.placeholder_format.idx: _shape(place) for place in slide.placeholders}
    feet = tuple(
        ("number" in place.name.lower(), _shape(place))
        for place in layout.placeholders
        if place.placeholder_format.idx >= FIRST_FOOT
    )
    return Layout(layout.part.blob, places, feet)


def _shape(place: Any) -> str:
    """A shape as it stands inside of a slide, which declares the names of all shapes."""
    return _DECLARED.sub("", etree.tostring(place._element, encoding="unicode"))  # noqa: SLF001  the library shows no XML
