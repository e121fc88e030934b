"""The empty Word file that every document begins with: that of the library, without what none of our documents uses.

It brings a hundred styles for tables, each in four sizes of print, twice; they are nine tenths of a handout.
"""

import functools
import io
import zipfile
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE

from ...ground.zips import zipped

_UNUSED = ("/stylesWithEffects", "/thumbnail", "/customXml")
"""Ends of the names of relations to parts that Word 2010 alone read, to a picture of an empty page, and to an empty list of books."""


def empty_document() -> WordDocument:
    """A document without any text, with the styles for paragraphs and letters that Word has names for."""
    return opened(io.BytesIO(_lean()))


def opened(file: io.BytesIO) -> WordDocument:
    """The document of a file."""
    return Document(file)


def saved(document: WordDocument) -> bytes:
    """The file of a document, without the dates of its parts: the same document gives the same bytes."""
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})


@functools.cache
def _lean() -> bytes:
    document = Document()
    for style in [*document.styles]:
        # The plain one is that of every table which names none.
        if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()
    package: Any = document.part.package
    for relations in (document.part.rels, package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_UNUSED)]:
            del relations[key]
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
