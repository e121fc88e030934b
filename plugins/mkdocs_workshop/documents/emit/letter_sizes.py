"""How large the letters on a finished PDF are, as an independent reader measures them.

letters_of_text(poster)  ->  24.5
"""

import contextlib
from collections import Counter

import pypdfium2
from pypdfium2 import raw


def letter_sizes(document: bytes) -> Counter[float]:
    """How many letters stand in each size, in half points; spaces do not count."""
    found: Counter[float] = Counter()
    with contextlib.closing(pypdfium2.PdfDocument(document)) as opened:
        for page in opened:
            text = page.get_textpage()
            for index in range(text.count_chars()):
                if not chr(raw.FPDFText_GetUnicode(text, index)).isspace():
                    found[round(raw.FPDFText_GetFontSize(text, index) * 2) / 2] += 1
    return found


def letters_of_text(document: bytes) -> float:
    """The size in which most letters stand: that of the sentences, whatever titles and foot are set in. 0 for no letters."""
    sizes = letter_sizes(document)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)
