"""ZIP files that are the same every time."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath

_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest day that the format knows; the true one would make every build another file."""
_PACKED = frozenset({".pdf", ".docx", ".pptx", ".xlsx", ".zip", ".mbz", ".imscc", ".png", ".woff2", ".epub"})
"""Formats that are packed already; packing them again costs time and saves nothing."""

FIRST = "mimetype"
"""What says what a file is, without unpacking: first, and not packed."""


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP with these files by their paths, sorted; `mimetype` stands first, as EPUB wants it.

    Raises ValueError for a path that is absolute or leads out of the archive, since it could overwrite what it should not.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path in sorted(files, key=lambda path: (path != FIRST, path)):
            content = files[path]
            archive.writestr(_entry(path), content.encode() if isinstance(content, str) else content, compresslevel=9)
    return out.getvalue()


def _entry(path: str) -> zipfile.ZipInfo:
    if any(part in {"", ".", ".."} for part in path.split("/")) or set(path) & {"\\", ":", "\0"}:
        raise ValueError(f"{path!r} is no path inside an archive")
    entry = zipfile.ZipInfo(path, _DAY)
    entry.compress_type = (
        zipfile.ZIP_STORED if path == FIRST or PurePosixPath(path).suffix in _PACKED else zipfile.ZIP_DEFLATED
    )
    # Readable by everybody, also where the archive is unpacked on Linux.
    entry.external_attr = 0o100644 << 16
    entry.create_system = 3
    return entry
