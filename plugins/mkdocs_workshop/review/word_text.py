"""The text of a part of a Word file as its author means it: insertions count, deletions do not, comments are found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

_GONE = frozenset(qn(f"w:{name}") for name in ("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr"))
_FOREIGN = frozenset(qn(f"w:{name}") for name in ("drawing", "pict", "object", "footnoteReference", "endnoteReference"))
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_SIGNS = {
    qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): " ", qn("w:noBreakHyphen"): "\u2011", qn("w:softHyphen"): "",
}  # fmt: skip


@dataclass
class Read:
    """What was found in a part."""

    text: str = ""
    comments: list[str] = field(default_factory=list)
    """Ids of comments that are anchored in it."""
    foreign: bool = False
    """Whether it holds something that is no text: a picture, a table, a note."""


def read_block(block: Any) -> Read:
    """The paragraphs below an element, one line each."""
    read = Read()
    lines: list[str] = []
    joined = False
    for paragraph in _paragraphs(block, read):
        words = _list_sign(paragraph) + "".join(_runs(paragraph, read))
        if joined and lines:
            lines[-1] += words
        else:
            lines.append(words)
        joined = _mark_is_deleted(paragraph)
    read.text = "\n".join(lines)
    return read


def _paragraphs(block: Any, read: Read) -> Iterator[Any]:
    for part in block:
        if part.tag == qn("w:p"):
            yield part
        elif part.tag == qn("w:tbl"):
            read.foreign = True
            yield from part.iter(qn("w:p"))
        elif part.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo"), qn("w:customXml")):
            yield from _paragraphs(part, read)


def _runs(part: Any, read: Read) -> Iterator[str]:
    """The letters of a paragraph, in order."""
    for child in part:
        if child.tag in _GONE:
            # A comment on a deleted word is a comment all the same.
            read.comments += [str(found.get(qn("w:id"))) for found in child.iter(qn("w:commentReference"))]
        elif child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == qn("w:commentReference"):
            read.comments.append(str(child.get(qn("w:id"))))
        elif child.tag in _FOREIGN or child.tag == _ALTERNATE:
            read.foreign = True
        else:
            yield from _runs(child, read)


def _mark_is_deleted(paragraph: Any) -> bool:
    """Whether the end of a paragraph is deleted with tracked changes: it runs on in the next one."""
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None


def _list_sign(paragraph: Any) -> str:
    """What Word made a list of while somebody typed: the sign comes back."""
    number = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    kind = number.find(qn("w:numId")) if number is not None else None
    if number is None or (kind is not None and kind.get(qn("w:val")) == "0"):
        return ""
    level = number.find(qn("w:ilvl"))
    return "  " * int(level.get(qn("w:val")) if level is not None else 0) + "- "


def squeezed(text: str) -> str:
    """A text without what Word adds at the ends of lines. `squeezed("a ")` gives `"a"`."""
    return re.sub(r"[ \t]+$", "", text.replace("\r", ""), flags=re.MULTILINE).strip()
