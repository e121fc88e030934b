"""Citations stand at the end of what they support, on pages and on paper."""

import pytest

from mkdocs_workshop.documents.gathered import gathered as gathered_tree
from mkdocs_workshop.documents.tree.blocks import Cite, Item, List, Paragraph, Strong, Table, Text
from mkdocs_workshop.site.pages.gathered import gathered, held

A, B = held(0), held(1)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (f"One {A} of ten, and {B} two.", "One of ten, and two. [a] [b]"),
        (f"One {A}.\nTwo {A}.\n\nThree {B}.", "One.\nTwo. [a]\n\nThree. [b]"),
        (f"- One {A} of ten.\n  It is known.\n- Two {B}.", "- One of ten.\n  It is known. [a]\n- Two. [b]"),
        (f"1. Call {A}.\n2. Breathe {B}.\n   Stay.\n\nWhy?", "1. Call.\n2. Breathe.\n   Stay.\n\n[a] [b]\n\nWhy?"),
        (f"1. Call {A}.\n\n2. Stay.", "1. Call.\n\n2. Stay.\n\n[a]\n"),
        (f"| a | b |\n|---|---|\n| one {A} x | two {B} |", "| a | b |\n|---|---|\n| one x [a] | two [b] |"),
        (f"Ends here.\n\n- One {A}.\n\nAfter.", "Ends here.\n\n- One. [a]\n\nAfter."),
        (A, "[a]"),
    ],
)
def test_on_a_page(text: str, read: str) -> None:
    assert gathered(text, ["[a]", "[b]"]) == read


def test_on_paper() -> None:
    a, b = Cite("a", "", ""), Cite("b", "", "")
    first = Paragraph((Text("One "), Strong((Text("of "), a)), Text(" ten, "), b, a, Text(".")))
    steps = List(True, (Item((Paragraph((Text("Call "), a)),)), Item((Paragraph((Text("Stay"),)),))))
    cells = Table((), (((Text("x "), b, Text(" y")),),))
    assert gathered_tree((first, steps, cells)) == (
        Paragraph((Text("One "), Strong((Text("of"),)), Text(" ten,"), Text("."), Text(" "), a, Text(" "), b)),
        List(True, (Item((Paragraph((Text("Call"),)),)), Item((Paragraph((Text("Stay"),)),)))),
        Paragraph((a,)),
        Table((), (((Text("x"), Text(" y"), Text(" "), b),),)),
    )
