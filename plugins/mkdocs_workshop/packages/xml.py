"""Small XML documents: elements as plain data, written the same way every time."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from ..ground.language_tags import untagged

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True)
class Element:
    """An element: its name, its attributes, and either a text or elements."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    content: "str | tuple[Element, ...]"


def element(
    tag: str, content: "str | int | Element | list[Element]" = "", attributes: Mapping[str, str | int] | None = None
) -> Element:
    """An element. Numbers are written as they are; attributes keep their order."""
    held: str | tuple[Element, ...]
    match content:
        case Element():
            held = (content,)
        case list():
            held = tuple(content)
        case _:
            held = untagged(str(content))
    return Element(tag, tuple((key, untagged(str(value))) for key, value in (attributes or {}).items()), held)


def fields(values: Mapping[str, str | int]) -> list[Element]:
    """Elements that hold one text each."""
    return [element(name, value) for name, value in values.items()]


def document(root: Element) -> str:
    """The document as text, indented, in UTF-8."""
    return DECLARATION + "\n".join(_lines(root, "")) + "\n"


def _lines(one: Element, indent: str) -> list[str]:
    attributes = "".join(f" {key}={quoteattr(value)}" for key, value in one.attributes)
    if isinstance(one.content, str) and one.content:
        return [f"{indent}<{one.name}{attributes}>{escape(one.content)}</{one.name}>"]
    if not one.content:
        return [f"{indent}<{one.name}{attributes}/>"]
    inner = [line for child in one.content for line in _lines(child, indent + "  ")]
    return [f"{indent}<{one.name}{attributes}>", *inner, f"{indent}</{one.name}>"]
