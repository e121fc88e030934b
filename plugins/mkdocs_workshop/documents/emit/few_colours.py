"""A drawing as PNG in less than half the bytes: it has a few hundred colours, and a table of them is shorter than each one in full."""

import io

from PIL import Image

MOST_COLOURS = 4096
"""A picture with more of them is a photograph: with a table of colours it would show bands."""
_IN_TABLE = 256
_EFFORT = 7
"""Of 9: the last two take seven times as long for a tenth of the bytes."""


def few_colours(png: bytes) -> bytes:
    """The same picture with a table of its colours; as it was where it is a photograph, lets its ground through, or would grow.

    Up to 256 colours stay exactly what they are. Of more, the rarest (shades at the edges of lines) become the nearest ones.
    """
    with Image.open(io.BytesIO(png)) as opened:
        opened.load()
        if opened.mode == "RGBA" and opened.getchannel("A").getextrema() != (255, 255):
            return png
        picture = opened.convert("RGB")
    if picture.getcolors(MOST_COLOURS) is None:
        return png
    table = picture.quantize(_IN_TABLE, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    table.save(out, "PNG", compress_level=_EFFORT)
    return min(out.getvalue(), png, key=len)
