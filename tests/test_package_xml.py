"""XML of packages."""

import pytest

from mkdocs_workshop.packages.xml import document, element


def test_a_text_can_hold_what_xml_uses_itself() -> None:
    assert '<a id="&quot;1&quot;">2 &lt; 3 &amp; 4</a>' in document(element("a", "2 < 3 & 4", {"id": '"1"'}))


def test_names_stand_in_the_namespace_of_the_document() -> None:
    inner = [element("b", 1), element("{urn:other}c")]
    assert document(element("a", inner), "urn:own", {"o": "urn:other"}).splitlines()[1:] == [
        '<a xmlns="urn:own" xmlns:o="urn:other">',
        "  <b>1</b>",
        "  <o:c/>",
        "</a>",
    ]


def test_an_element_is_never_taken_from_its_place() -> None:
    shared = element("b")
    element("a", shared)
    with pytest.raises(ValueError, match="stands in an element already"):
        element("c", [shared])
