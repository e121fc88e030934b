"""Reads any artifact as its receiver could: what a document shows, and everything that an archive holds."""

import io
import re
import zipfile

from lxml import etree
from pypdf import PdfReader

from mkdocs_workshop.documents.emit.press import read


def text_of(path: str, data: bytes) -> str:
    """All text of a file. Archives, and Word, PowerPoint and Excel files with them, are opened down to the last file."""
    if path.endswith(".pdf"):
        return f"{read(data)} {PdfReader(io.BytesIO(data)).metadata}"
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return " ".join(f"{name} {text_of(name, archive.read(name))}" for name in archive.namelist())
    return data.decode("utf-8", "replace")


def word_text(content: bytes) -> str:
    """What a Word file says, one run of letters a line, heads and feet included."""
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in sorted(archive.namelist()):
            if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name):
                tree = etree.fromstring(archive.read(name))
                found += [str(part.text) for part in tree.iter("{*}t") if part.text]
    return "\n".join(found)
