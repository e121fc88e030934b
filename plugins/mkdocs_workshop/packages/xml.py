"""XML files of packages, written by lxml: the same elements give the same bytes every time."""

from collections.abc import Mapping

from lxml import etree

from ..ground.language_tags import untagged

Element = etree._Element  # noqa: SLF001  lxml has no public name for the type
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def element(
    tag: str, content: str | int | Element | list[Element] = "", attributes: Mapping[str, str | int] | None = None
) -> Element:
    """`element("title", "Safety", {"id": 3})`. A name in another namespace than that of the document is `{address}title`.

    Raises ValueError when the content stands in another element already: lxml would take it away from there without a word.
    """
    made = etree.Element(tag, {key: untagged(str(value)) for key, value in (attributes or {}).items()})
    if not isinstance(content, str | int):
        held = content if isinstance(content, list) else [content]
        for one in held:
            if one.getparent() is not None:
                raise ValueError(f"{one.tag} stands in an element already")
        made.extend(held)
    elif content != "":
        made.text = untagged(str(content))
    return made


def fields(values: Mapping[str, str | int]) -> list[Element]:
    """Elements that hold one text each.

    `fields({"name": "Quiz", "grade": 10})` are `<name>Quiz</name>` and `<grade>10</grade>`.
    """
    return [element(name, value) for name, value in values.items()]


def document(root: Element, namespace: str = "", prefixes: Mapping[str, str] | None = None) -> str:
    """The document as text, indented by two spaces.

    `namespace` is the address for names without one; `prefixes` are short names of other addresses.
    """
    if namespace:
        root = _placed(root, namespace, prefixes or {})
    etree.indent(root, "  ")
    return f"{_DECLARATION}{etree.tostring(root, encoding='unicode')}\n"


def _placed(root: Element, namespace: str, prefixes: Mapping[str, str]) -> Element:
    """The same tree with its names in a namespace."""
    for one in root.iterdescendants("{}*"):
        one.tag = f"{{{namespace}}}{one.tag}"
    names: dict[str | None, str] = {None: namespace}
    names.update(prefixes)
    # The stubs of lxml do not know that None stands for names without a prefix.
    placed = etree.Element(f"{{{namespace}}}{root.tag}", nsmap=names)  # type: ignore[arg-type]
    placed.attrib.update({str(key): str(value) for key, value in root.attrib.items()})
    placed.extend(list(root))
    return placed
