"""The parts of a presentation and how they hang together: who names whom, what each part is, and the properties of the file."""

from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import quoteattr

from ..tree.slides import ShownDeck
from .powerpoint_form import FIRST, name_of, theme_xml
from .powerpoint_frame import LISTED, MASTERS, SLIDES, Frame
from .powerpoint_slide import HEAD, written
from .word_form import property_text

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml"
_TYPES = (
    ("ppt/presentation.xml", f"{_PRESENTATION}.presentation.main+xml"),
    ("ppt/slides/", f"{_PRESENTATION}.slide+xml"),
    ("ppt/notesSlides/", f"{_PRESENTATION}.notesSlide+xml"),
    ("ppt/slideLayouts/", f"{_PRESENTATION}.slideLayout+xml"),
    ("ppt/slideMasters/", f"{_PRESENTATION}.slideMaster+xml"),
    ("ppt/notesMasters/", f"{_PRESENTATION}.notesMaster+xml"),
    ("ppt/theme/", "application/vnd.openxmlformats-officedocument.theme+xml"),
    ("ppt/presProps.xml", f"{_PRESENTATION}.presProps+xml"),
    ("ppt/viewProps.xml", f"{_PRESENTATION}.viewProps+xml"),
    ("ppt/tableStyles.xml", f"{_PRESENTATION}.tableStyles+xml"),
    ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
)
"""What a part is, by the beginning of its path."""
_FIRST_ID, _FIRST_SLIDE = 2_147_483_648, 256
"""The smallest ids that masters and layouts, and slides, may have."""

Relation = tuple[str, str]
"""What a part is to another one, and the way to it: `("slideLayout", "../slideLayouts/slideLayout1.xml")`."""


def colours_of(deck: ShownDeck) -> list[str]:
    """The colours of a deck; each has a master of its own."""
    return list(dict.fromkeys([deck.colour, *filter(None, (slide.colour for slide in deck.slides))]))


def layouts_of(deck: ShownDeck) -> list[tuple[str, str]]:
    """The layouts of the file in their order, each with its colour: those that are used, and all common ones in the first colour.

    A slide that somebody copies into a file of their own keeps the colour of its master.
    """
    found = []
    for index, colour in enumerate(colours_of(deck)):
        used = {slide.layout for slide in deck.slides if (slide.colour or deck.colour) == colour}
        common = FIRST if index == 0 else used & FIRST.keys()
        found += [
            (colour, layout)
            for layout in (*sorted(common, key=lambda one: FIRST[one][0]), *sorted(used - FIRST.keys()))
        ]
    return found


def relations(path: str, listed: Sequence[Relation]) -> dict[str, str]:
    """The file beside a part that says which parts it names, as `rId1`, `rId2` and so on."""
    folder, _, name = path.rpartition("/")
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(listed, 1)
    )
    return {
        f"{folder}/_rels/{name}.rels": f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'
    }


def frame_parts(frame: Frame, deck: ShownDeck, *, notes: bool) -> dict[str, str | bytes]:
    """All parts but slides, notes, pictures and the list of what each part is."""
    parts: dict[str, str | bytes] = {**frame.fixed}
    colours, layouts, taken = colours_of(deck), layouts_of(deck), _FIRST_ID
    for number, colour in enumerate(colours, 1):
        mine = [index for index, (own, _) in enumerate(layouts, 1) if own == colour]
        listed = "".join(f'<p:sldLayoutId id="{taken + place}" r:id="rId{place}"/>' for place, _ in enumerate(mine, 1))
        path, theme = f"ppt/slideMasters/slideMaster{number}.xml", f"theme/theme{number}.xml"
        parts[path] = HEAD + frame.master.replace(LISTED, f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>")
        named = [("slideLayout", f"../slideLayouts/slideLayout{index}.xml") for index in mine]
        parts |= relations(path, [*named, ("theme", f"../{theme}")])
        parts[f"ppt/{theme}"] = theme_xml(frame.theme, deck.manual, colour)
        for index in mine:
            path = f"ppt/slideLayouts/slideLayout{index}.xml"
            parts[path] = frame.layouts[name_of(layouts[index - 1][1])].xml
            parts |= relations(path, [("slideMaster", f"../slideMasters/slideMaster{number}.xml")])
        taken += len(mine) + 1
    if notes:
        path, theme = "ppt/notesMasters/notesMaster1.xml", f"theme/theme{len(colours) + 1}.xml"
        parts |= {path: frame.notes_master, f"ppt/{theme}": frame.notes_theme}
        parts |= relations(path, [("theme", f"../{theme}")])
    return parts | _presentation(
        frame, deck, [len([1 for own, _ in layouts if own == colour]) for colour in colours], notes=notes
    )


def _presentation(frame: Frame, deck: ShownDeck, counts: Sequence[int], *, notes: bool) -> dict[str, str | bytes]:
    """The part that lists masters and slides, what it names, and the properties of the file. `counts` are the layouts of the masters."""
    ids = [_FIRST_ID + sum(counts[:index]) + index for index in range(len(counts))]
    masters = "".join(f'<p:sldMasterId id="{id_}" r:id="rId{number}"/>' for number, id_ in enumerate(ids, 1))
    first = len(ids) + 1
    slides = "".join(
        f'<p:sldId id="{_FIRST_SLIDE + index}" r:id="rId{first + index}"/>' for index in range(len(deck.slides))
    )
    named: list[Relation] = [
        *(("slideMaster", f"slideMasters/slideMaster{number}.xml") for number in range(1, first)),
        *(("slide", f"slides/slide{number}.xml") for number in range(1, len(deck.slides) + 1)),
        ("presProps", "presProps.xml"), ("viewProps", "viewProps.xml"), ("tableStyles", "tableStyles.xml"),
        ("theme", "theme/theme1.xml"),
    ]  # fmt: skip
    listed = f"<p:sldMasterIdLst>{masters}</p:sldMasterIdLst>"
    if notes:
        named.append(("notesMaster", "notesMasters/notesMaster1.xml"))
        listed += f'<p:notesMasterIdLst><p:notesMasterId r:id="rId{len(named)}"/></p:notesMasterIdLst>'
    whole = frame.presentation.replace(MASTERS, listed).replace(SLIDES, f"<p:sldIdLst>{slides}</p:sldIdLst>")
    return {
        "ppt/presentation.xml": HEAD + whole,
        **relations("ppt/presentation.xml", named),
        "docProps/core.xml": _properties(deck),
        "_rels/.rels": (
            f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="ppt/presentation.xml"/>'
            f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
            f'<Relationship Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>'
        ),
    }


def _properties(deck: ShownDeck) -> str:
    title, manual = written(property_text(deck.title)), written(property_text(deck.manual))
    moment = f'xsi:type="dcterms:W3CDTF">{deck.day}T00:00:00Z<'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{manual}</dc:creator>"
        f"<dc:description>{written(property_text(deck.foot))}</dc:description><cp:lastModifiedBy>{manual}</cp:lastModifiedBy>"
        f"<cp:revision>1</cp:revision><dcterms:created {moment}/dcterms:created><dcterms:modified {moment}/dcterms:modified>"
        f"<dc:language>{deck.language}</dc:language></cp:coreProperties>"
    )


def with_types(parts: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """The parts with the list of what each of them is. Raises ValueError for one that nobody knows.

    The list is the part `[Content_Types].xml`.
    """
    known = "".join(
        f'<Default Extension="{end}" ContentType="{kind}"/>'
        for end, kind in (
            ("png", "image/png"),
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
        )
    )
    own = "".join(f'<Override PartName={quoteattr(f"/{path}")} ContentType="{_type(path)}"/>' for path in _typed(parts))
    return {**parts, "[Content_Types].xml": f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{known}{own}</Types>'}


def _typed(parts: Iterable[str]) -> list[str]:
    return sorted(path for path in parts if not path.endswith((".rels", ".png")))


def _type(path: str) -> str:
    for begin, kind in _TYPES:
        if path.startswith(begin):
            return kind
    raise ValueError(f"{path} is no part of a presentation")
