"""Small pictures of the first pages of papers, so that people see what they take."""

import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..ground.artifact import Artifact
from ..ground.cache import code_of, keep
from ..ground.workers import IN_TURN, Workers
from .pages import paths

WIDTH = 320
"""Pixels. A page shows a picture at half of it, so that it is sharp on a phone."""
_QUALITY = 62
_EFFORT = 4
"""Of 6: the last two take twice as long for a fiftieth of the bytes."""


class FirstPage(NamedTuple):
    """A paper whose first page is to be drawn; a process of its own can do it."""

    kind: str
    id: str
    file: Artifact
    cache: Path


def thumbnails(downloads: Iterable[Artifact], cache: Path, workers: Workers = IN_TURN) -> Iterator[Artifact]:
    """A WebP of page 1 for each handout and each case study that was made as a PDF. They are begun at once.

    Raises OSError where the cache can not be written.
    """
    found = (
        FirstPage(file.label.kind, file.label.subject, file, cache)
        for file in downloads
        if file.label and file.label.kind in paths.PICTURED and (file.label.format, file.label.variant) == ("pdf", "")
    )
    return workers.begin(thumbnail, found)


def thumbnail(paper: FirstPage) -> Artifact:
    """The picture of a paper. Raises OSError where the cache can not be written."""
    made_by = code_of(sys.modules[__name__], libraries=("pypdfium2", "pillow"))
    pdf = paper.file.data
    picture = keep(paper.cache / "thumbs", f"{paper.id}.webp", pdf, made_by, lambda: _drawn(pdf))
    return Artifact(paths.thumb(paper.kind, paper.id), picture, paper.file.role)


def _drawn(pdf: bytes) -> bytes:
    """Page 1 as WebP, of `WIDTH` pixels."""
    # Imported when used: a build that finds its pictures in the cache draws none.
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        image = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
    finally:
        document.close()
    out = io.BytesIO()
    image.save(out, "WEBP", quality=_QUALITY, method=_EFFORT)
    return out.getvalue()
