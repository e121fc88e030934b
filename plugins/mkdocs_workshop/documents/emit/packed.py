"""A PDF in half the bytes: what says how it is read aloud, which is most of it, stands in packed streams of objects.

typst writes each tag as an object of its own, unpacked. Readers of PDF 1.5 and later know streams of objects; PDF/UA-1 allows them.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_TABLE = re.compile(rb"xref\r?\n0 (\d+)\r?\n(.*?)trailer\r?\n<<(.*)>>\r?\nstartxref\r?\n\d+\r?\n%%EOF\s*\Z", re.DOTALL)
_LINE = 20
"""Bytes of a line in the table of objects, as the format has it."""
_OBJECT = re.compile(rb"(\d+) 0 obj\s+(.*?)\s*endobj\s*\Z", re.DOTALL)
_TOGETHER = 200
"""Objects in one stream: a reader who wants one unpacks all of them."""
_ROW = (1, 4, 2)
"""Bytes of the columns in a packed table: what an object is, where it stands, its place there."""


class _Object(NamedTuple):
    number: int
    body: bytes

    @property
    def is_stream(self) -> bool:
        return self.body.endswith(b"endstream")


def packed(document: bytes) -> bytes:
    """The same document with packed objects; as it was where it has no plain table of objects, or would become larger.

    Drawings, letters and texts stay as they are, byte by byte.

    An object that stood as `1 0 obj ... endobj` stands in a stream of objects then, which is compressed.
    """
    found = _TABLE.search(document)
    if found is None:
        return document
    objects = list(_objects(document, found))
    made = _written(document[: _head(document)], objects, found[3])
    return made if len(made) < len(document) else document


def _head(document: bytes) -> int:
    """Where the first object begins: after the line of the version and the line that says that bytes follow."""
    return document.index(b"\n", document.index(b"\n") + 1) + 1


def _objects(document: bytes, table: re.Match[bytes]) -> Iterator[_Object]:
    """All objects in the order in which they stand."""
    lines = [table[2][at : at + _LINE] for at in range(0, int(table[1]) * _LINE, _LINE)]
    places = sorted(int(line[:10]) for line in lines if line[17:18] == b"n")
    for start, end in zip(places, [*places[1:], table.start()], strict=True):
        found = _OBJECT.match(document[start:end])
        if found is None:
            raise ValueError(f"no object at byte {start} of a PDF")
        yield _Object(int(found[1]), found[2])


def _written(head: bytes, objects: Sequence[_Object], trailer: bytes) -> bytes:
    out = bytearray(head)
    rows = {0: (0, 0, 65535)}
    for one in objects:
        if one.is_stream:
            rows[one.number] = (1, len(out), 0)
            out += b"%d 0 obj\n%b\nendobj\n" % one
    plain = [one for one in objects if not one.is_stream]
    number = max(one.number for one in objects) + 1
    for first in range(0, len(plain), _TOGETHER):
        together = plain[first : first + _TOGETHER]
        rows[number] = (1, len(out), 0)
        rows |= {one.number: (2, number, index) for index, one in enumerate(together)}
        out += _stream(number, *_together(together))
        number += 1
    start = len(out)
    rows[number] = (1, start, 0)
    out += _stream(number, *_table([rows.get(one, rows[0]) for one in range(number + 1)], trailer))
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


def _together(objects: Sequence[_Object]) -> tuple[bytes, bytes]:
    """What a stream of objects says of itself, and its bytes: where each one begins, then all of them."""
    at, index = 0, []
    for one in objects:
        index.append(b"%d %d" % (one.number, at))
        at += len(one.body) + 1
    head = b" ".join(index) + b"\n"
    words = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
    return words, head + b"\n".join(one.body for one in objects)


def _table(rows: Sequence[tuple[int, int, int]], trailer: bytes) -> tuple[bytes, bytes]:
    """The table of objects as a stream. Each row holds only its difference from the one above, which packs to nearly nothing."""
    size, count = sum(_ROW), len(rows)
    plain = b"".join(value.to_bytes(width, "big") for row in rows for value, width in zip(row, _ROW, strict=True))
    lines = bytearray(b"\2" * ((size + 1) * count))
    for place in range(size):
        column = plain[place::size]
        above = b"\0" + column[:-1]
        lines[place + 1 :: size + 1] = bytes([(new - old) & 255 for new, old in zip(column, above, strict=True)])
    rest = re.sub(rb"/Size \d+", b"", trailer)
    columns = b" ".join(b"%d" % width for width in _ROW)
    words = b"/Type/XRef/Size %d/W[%b]/DecodeParms<</Predictor 12/Columns %d>>%b" % (len(rows), columns, size, rest)
    return words, bytes(lines)


def _stream(number: int, words: bytes, content: bytes) -> bytes:
    data = zlib.compress(content, 9)
    return b"%d 0 obj\n<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream\nendobj\n" % (
        number,
        words,
        len(data),
        data,
    )
