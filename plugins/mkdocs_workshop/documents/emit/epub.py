"""A document to EPUB 3, which phones and readers open without a network and set in the letters that a reader chooses.

The package is written here: it is a ZIP with four small files, and the well-kept library for it has a licence that does not fit ours.
"""

import re
import uuid
from collections.abc import Sequence
from html import unescape
from itertools import count
from pathlib import Path

from ...ground.cache import keep
from ...ground.zips import zipped
from ..tree.blocks import Picture
from ..tree.books import Chapter, SessionHead
from ..tree.document import Document, Part, paragraph
from ..tree.proof import Expected, in_words, not_found
from .epub_parts import xhtml
from .html import words
from .press import made_by
from .refusal import PressError

_STYLE = """body{line-height:1.5;margin:0 4%}h1{font-size:1.5em;line-height:1.2}h2{font-size:1.25em}h3{font-size:1.1em}h4{font-size:1em}
.note{border-left:.3em solid #17375e;padding:.2em .8em;margin:1em 0;background:#e6ecf4}.about{font-weight:bold;color:#17375e}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #7a8896;padding:.3em;text-align:left;vertical-align:top}
.boxes{list-style:none;padding-left:0}img{max-width:100%}figure{margin:1em 0}.cite,.badge{font-size:.8em}.to-fill{border:1px dashed #a34a06;padding:0 .3em}
"""
_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)


def document_epub(document: Document, cache: Path, contents: str, expected: Sequence[Expected] = ()) -> bytes:
    """The book of a document; `contents` is the title of its list of contents.

    Raises PressError when something that is expected is not found again in what was made.
    """
    ingredients = repr((document, contents, [item.words for item in expected])).encode()
    return keep(
        cache / "documents",
        f"{document.name}.epub",
        ingredients,
        made_by(),
        lambda: _made(document, contents, expected),
    )


def _made(document: Document, contents: str, expected: Sequence[Expected]) -> bytes:
    drawings: dict[str, str] = {}

    def draw(picture: Picture) -> str:
        name = next(
            name
            for number in count(1)
            if drawings.setdefault(name := f"drawing-{number}.svg", picture.svg) == picture.svg
        )
        return f'<img src="{name}" alt="{words(picture.alt)}"/>'

    chapters = [
        (f"part-{number:03}.xhtml", title, xhtml(parts, draw))
        for number, (title, parts) in enumerate(_chapters(document), 1)
    ]
    pages = {name: _page(document, title, body) for name, title, body in chapters}
    gone = not_found(expected, unescape(re.sub(r"<[^>]+>", " ", "\n".join(pages.values()))))
    if gone:
        raise PressError(f"{document.name}.epub has lost words on the way to EPUB: {in_words(gone)}")
    listed = "".join(f'<li><a href="{name}">{words(title)}</a></li>' for name, title, _ in chapters)
    nav = f'<nav epub:type="toc" id="toc"><h1>{words(contents)}</h1><ol>{listed}</ol></nav>'
    files = pages | drawings | {"nav.xhtml": _page(document, contents, nav), "book.css": _STYLE}
    book = {f"book/{name}": data for name, data in files.items()}
    package = _package(document, list(pages), list(drawings))
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "book/package.opf": package,
            **book,
        }
    )


def _chapters(document: Document) -> list[tuple[str, list[Part]]]:
    """The parts of a document by the chapter or session to which they belong, each with its title; first the title page."""
    subtitle = document.cover.subtitle if document.cover else ""
    about = (document.manual, subtitle, document.what, document.use, document.foot)
    title: list[Part] = [Chapter(document.title), *(paragraph(line) for line in about if line)]
    made: list[tuple[str, list[Part]]] = [(document.title, title)]
    for part in document.parts:
        if isinstance(part, Chapter | SessionHead):
            made.append((part.title, []))
        made[-1][1].append(part)
    return made


def _page(document: Document, title: str, body: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html>'
        f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{document.language}" '
        f'xml:lang="{document.language}"><head><title>{words(title)}</title><link rel="stylesheet" href="book.css"/></head>'
        f"<body>{body}</body></html>"
    )


def _package(document: Document, pages: Sequence[str], drawings: Sequence[str]) -> str:
    """What the book is made of, who made it, and what those who listen or enlarge need to know."""
    id_ = uuid.uuid5(uuid.NAMESPACE_URL, f"{document.manual}/{document.name}/{document.language}")
    about = {
        "schema:accessMode": ("textual", "visual"),
        "schema:accessModeSufficient": ("textual",),
        "schema:accessibilityFeature": ("structuralNavigation", "alternativeText", "tableOfContents"),
        "schema:accessibilityHazard": ("none",),
    }
    reach = "".join(f'<meta property="{key}">{value}</meta>' for key, values in about.items() for value in values)
    items = [
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="style" href="book.css" media-type="text/css"/>',
        *(f'<item id="{name.partition(".")[0]}" href="{name}" media-type="application/xhtml+xml"/>' for name in pages),
        *(f'<item id="{name.partition(".")[0]}" href="{name}" media-type="image/svg+xml"/>' for name in drawings),
    ]
    spine = "".join(f'<itemref idref="{name.partition(".")[0]}"/>' for name in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        f'unique-identifier="id" xml:lang="{document.language}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:uuid:{id_}</dc:identifier><dc:title>{words(f"{document.manual}: {document.title}")}</dc:title>'
        f"<dc:language>{document.language}</dc:language><dc:creator>{words(document.manual)}</dc:creator>"
        f"<dc:description>{words(document.foot)}</dc:description>"
        f'<meta property="dcterms:modified">{document.day.isoformat()}T00:00:00Z</meta>{reach}</metadata>'
        f"<manifest>{''.join(items)}</manifest><spine>{spine}</spine></package>"
    )
