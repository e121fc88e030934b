"""The empty Word file that every document begins with: that of the library, without what none of our documents uses.

It brings a hundred styles for tables, each in four sizes of print, twice; they are nine tenths of a handout.
"""

import functools
import io
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter

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
    return zipped(parts_of(document))


def parts_of(document: WordDocument) -> dict[str, bytes]:
    """What the file of a document holds, by the paths in it."""
    package: Any = document.part.package
    parts = package.parts
    for part in parts:
        part.before_marshal()
    made = _Parts({})
    # The library has one way to write, into a file that it packs; its steps have no types.
    library: Any = PackageWriter
    library._write_content_types_stream(made, parts)  # noqa: SLF001  see above
    library._write_pkg_rels(made, package.rels)  # noqa: SLF001  see above
    library._write_parts(made, parts)  # noqa: SLF001  see above
    return made.by_path


@dataclass(frozen=True)
class _Parts:
    """Takes the parts of a file that is not packed."""

    by_path: dict[str, bytes]

    def write(self, place: PackURI, content: bytes) -> None:
        """Takes one."""
        self.by_path[place.membername] = content


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
