"""A photograph as it was found: its bytes, its kind, and how large it is."""

import struct
from typing import NamedTuple


class Photo(NamedTuple):
    """A picture in pixels."""

    data: bytes
    mime: str
    """`image/png` or `image/jpeg`."""
    width: int
    height: int


_PNG = b"\x89PNG\r\n\x1a\n"
_SIZES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
"""Markers of JPEG behind which the size stands."""


def photo(data: bytes) -> Photo | None:
    """The picture in a file, by what the file says of itself; None if it is neither PNG nor JPEG.

    Width and height are pixels.
    """
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return Photo(data, "image/png", width, height) if width and height else None
    size = _jpeg_size(data) if data.startswith(b"\xff\xd8\xff") else None
    return Photo(data, "image/jpeg", *size) if size else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _SIZES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return (width, height) if width and height else None
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None
