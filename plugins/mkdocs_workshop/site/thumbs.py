"""Small pictures of the first pages of papers, so that people see what they take."""

import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..ground.artifact import Artifact
from ..ground.cache import code_of, keep
from .pages import paths

WIDTH = 320
"""Pixels. A page shows a picture at half of it, so that it is sharp on a phone."""
_QUALITY = 62
_EFFORT = 4
"""Of 6: the last two take twice as long for a fiftieth of the bytes."""


def thumbnails(downloads: Iterable[Artifact], cache: Path) -> Iterator[Artifact]:
    """A WebP of page 1 for each handout and each case study that was made as a PDF. Raises OSError where the cache can not be written."""
    made_by = code_of(sys.modules[__name__], libraries=("pypdfium2", "pillow"))
    for file in downloads:
        label = file.label
        if label is None or label.kind not in paths.PICTURED or (label.format, label.variant) != ("pdf", ""):
            continue
        picture = keep(cache / "thumbs", f"{label.subject}.webp", file.data, made_by, lambda pdf=file.data: _drawn(pdf))  # type: ignore[misc]
        yield Artifact(paths.thumb(label.kind, label.subject), picture, file.role)


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
