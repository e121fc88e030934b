"""The rows of a review that came back from Word, whatever was done to them."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from .word_text import Read, read_block, squeezed

_TAG = re.compile(r"ws_([0-9a-f]{16})_([0-9a-f]{8})_([0-9a-f]{8})")
_NUMBER = re.compile(r"\d+")


MAX_BYTES = 200_000_000
"""Of an opened file: a module of six hundred texts has five millions."""


class NotAReview(ValueError):
    """A file that is no review of ours, or no Word file."""


class Tag(NamedTuple):
    """What a row remembers of itself."""

    key: str
    english: str
    text: str
    """Marks of the English and of the text as they left."""


@dataclass
class RowBack:
    """A row as it came back."""

    place: int
    """Which row of the file it is, from 1, heads not counted."""
    numbers: list[int]
    tags: list[Tag]
    cells: list[Read]
    deleted: bool = False
    """Whether it is deleted with tracked changes."""
    merged: bool = False
    """Whether cells of it were joined with others."""


@dataclass
class Back:
    """A review that came back."""

    language: str
    name: str
    count: int
    """How many rows it had when it left."""
    rows: list[RowBack] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    """Lines outside the tables."""
    comments: Mapping[str, str] = field(default_factory=dict)
    """Comments of Word by their ids."""
    outside_comments: list[str] = field(default_factory=list)
    """Ids of those that stand outside the tables."""


def read_review(data: bytes) -> Back:
    """Reads a file. Raises NotAReview for anything that is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
        document = docx.Document(io.BytesIO(data)) if size <= MAX_BYTES else None
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise NotAReview("this is no Word file (.docx)") from error
    if document is None:
        raise NotAReview("this file is far larger than any review")
    said = (document.core_properties.keywords or "").split()
    if said[:1] != ["workshop-review"] or len(said) != 4 or not said[3].isdigit():
        raise NotAReview("this file was not written by `workshop translate review`, or its properties were removed")
    back = Back(said[1], said[2], int(said[3]), comments=_comments(data))
    for part in _body(document.element.body):
        if part.tag == qn("w:tbl"):
            back.rows += _rows(part, len(back.rows))
        else:
            read = read_block([part])
            back.outside += [line for line in squeezed(read.text).split("\n") if line.strip()]
            back.outside_comments += read.comments
    return back


def _body(body: Any) -> Iterator[Any]:
    for part in body:
        if part.tag in (qn("w:sdt"), qn("w:sdtContent")):
            yield from _body(part)
        elif part.tag in (qn("w:p"), qn("w:tbl")):
            yield part


def _rows(table: Any, before: int) -> Iterator[RowBack]:
    number = before
    for row in _below(table, "w:tr"):
        if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
            continue
        number += 1
        cells = list(_below(row, "w:tc"))
        read = [read_block(cell) for cell in cells]
        tags = [Tag(*found) for cell in cells[:1] for found in _tags(cell)]
        numbers = [int(found) for found in _NUMBER.findall(read[0].text if read else "")]
        merged = any(_is_merged(cell) for cell in cells) or len(tags) > 1 or len(numbers) > 1
        yield RowBack(number, numbers, tags, read, row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None, merged)


def _below(holder: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also those that Word holds in controls or marks as inserted."""
    for part in holder:
        if part.tag == qn(tag):
            yield part
        elif part.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins")):
            yield from _below(part, tag)


def _tags(cell: Any) -> list[tuple[str, ...]]:
    """The tags of a row. LibreOffice keeps bookmarks alone, other programmes controls alone."""
    values = [str(tag.get(qn("w:val"))) for tag in cell.iter(qn("w:tag"))]
    values += [str(mark.get(qn("w:name"))) for mark in cell.iter(qn("w:bookmarkStart"))]
    return list(dict.fromkeys(match.groups() for value in values if (match := _TAG.fullmatch(value))))


def _is_merged(cell: Any) -> bool:
    properties = cell.find(qn("w:tcPr"))
    if properties is None:
        return False
    span = properties.find(qn("w:gridSpan"))
    return (
        properties.find(qn("w:vMerge")) is not None
        or properties.find(qn("w:cellMerge")) is not None
        or (span is not None and int(span.get(qn("w:val"))) > 1)
    )


def _comments(data: bytes) -> dict[str, str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"word/comments\d*\.xml", name)]
        roots = [etree.fromstring(archive.read(name), parser) for name in names]
    # Names of authors stay in the file: what is kept says in which role somebody read.
    return {
        str(comment.get(qn("w:id"))): squeezed(read_block(comment).text).replace("\n", " ")
        for root in roots
        for comment in root.iter(qn("w:comment"))
    }
