"""An XML file as text that a person can read and compare: an element a line, or several where they are short.

`outline(element)` of `<w:p><w:pPr><w:jc w:val="left"/></w:pPr></w:p>` gives `p(pPr(jc:left))`.
"""

from collections.abc import Iterator
from typing import Any

WIDE = 150
"""Letters of a line."""
PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14:",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp:",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic:",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
}


def outline(element: Any, depth: int = 0) -> Iterator[str]:
    """The lines of an element and of all below it."""
    pad, whole = "  " * depth, flat(element)
    if len(pad) + len(whole) <= WIDE or not len(element):
        yield pad + whole
        return
    first, rest = element[0], element[1:]
    # What an element is like stands beside its name.
    own = flat(first) if _name(first.tag).endswith("Pr") else ""
    yield f"{pad}{_head(element)}{f' {own}' if own else ''}"
    for child in rest if own else element:
        yield from outline(child, depth + 1)


def flat(element: Any) -> str:
    """The same in one line."""
    inner = [flat(child) for child in element]
    if not inner and element.text:
        inner = [repr(element.text)]
    return _head(element) + (f"({' '.join(inner)})" if inner else "")


def _head(element: Any) -> str:
    given = {_name(key): value for key, value in element.attrib.items()}
    value = f":{given.pop('val')}" if "val" in given else ""
    listed = " ".join(f"{key}={value}" for key, value in given.items())
    return f"{_name(element.tag)}{value}{f'[{listed}]' if listed else ''}"


def _name(tag: str) -> str:
    space, _, name = tag.rpartition("}")
    return PREFIXES.get(space[1:], f"{space[1:]}:" if space else "") + name
