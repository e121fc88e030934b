"""Lists inside of a frame in Word: the bar at the side and the ground go on around them."""

from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from mkdocs_workshop.documents.emit.word import written
from mkdocs_workshop.documents.tree.blocks import Block, Item, List, Note, Quote
from mkdocs_workshop.documents.tree.document import Section
from tests import one_of_each as each

INNER = List(ordered=True, items=(Item((each.said("inner"),)),))
FIRST = Item((each.said("bullet"), INNER, each.said("more")))
TICK = Item((each.said("tick"),), box=True)
BLOCKS: tuple[Block, ...] = (
    List(ordered=False, items=(FIRST, TICK)),
    List(ordered=True, items=(Item((each.said("number"),)),)),
)


@pytest.fixture
def framed(tmp_path: Path) -> dict[str, list[WordParagraph]]:
    """The paragraphs of the same lists in a note, in a quote and in none, by what is around them."""
    made = {}
    around: dict[str, tuple[Block, ...]] = {"Note": (Note("", BLOCKS),), "Quote": (Quote(BLOCKS),), "": BLOCKS}
    for name, blocks in around.items():
        document = written(each.document([Section("", blocks)], form="reading"), tmp_path).document
        words = ("bullet", "inner", "more", "tick", "number")
        made[name] = [one for one in document.paragraphs if one.text.strip() in words]
        assert len(made[name]) == len(words)
    return made


def _begins(form: Any) -> float:
    """Where the first line begins, in points."""
    return float(form.left_indent.pt + form.first_line_indent.pt)


@pytest.mark.parametrize("frame", ["Note", "Quote"])
def test_each_line_has_the_bar_of_its_frame_in_one_line(frame: str, framed: dict[str, list[WordParagraph]]) -> None:
    styles: list[Any] = [one.style for one in framed[frame]]
    outside = ["List Bullet", "List Number 2", "List Continue", "Check", "List Number"]
    assert [_named(one) for one in framed[""]] == outside
    assert [_named(one) for one in framed[frame]] == [f"{frame} {name}" for name in outside]
    part: Any = framed[frame][0].part
    around = part.document.styles[frame]
    edge = around.paragraph_format.left_indent.pt - _space(around)
    for style in styles:
        assert _begins(style.paragraph_format) - _space(style) == pytest.approx(edge, abs=0.6)
        assert _ground(style) == _ground(around)
    # Numbers that begin anew have places of their own, which would win over those of the style.
    for one, style in zip(framed[frame], styles, strict=True):
        form = one.paragraph_format if "Number" in style.name else style.paragraph_format
        assert _begins(form) == _begins(style.paragraph_format)


def _named(paragraph: WordParagraph) -> str:
    return str(paragraph.style.name if paragraph.style else "")


def _space(style: Any) -> int:
    return int(style.element.pPr.find(f"{qn('w:pBdr')}/{qn('w:left')}").get(qn("w:space")))


def _ground(style: Any) -> str:
    ground = style.element.pPr.find(qn("w:shd"))
    return "" if ground is None else str(ground.get(qn("w:fill")))
