"""ZIP archives that are the same bytes for the same content, and that unpack into their own folder alone."""

import io
import zipfile
from collections.abc import Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The oldest day that a ZIP can name; the real one would change the bytes."""
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """An archive of files by their paths, sorted.

    Paths are relative, with forward slashes. Raises ValueError for a path that is absolute, leads out of the archive or
    is written in a way that systems read differently.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(files):
            content = files[path]
            entry = zipfile.ZipInfo(_safe(path), EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _PLAIN_FILE
            # Named, because the default is that of the machine.
            entry.create_system = _UNIX
            archive.writestr(entry, content.encode() if isinstance(content, str) else content)
    return written.getvalue()


def _safe(path: str) -> str:
    if any(part in {"", ".", ".."} for part in path.split("/")) or set(path) & {"\\", ":", "\0"}:
        raise ValueError(f"{path!r} is no path inside an archive")
    return path
