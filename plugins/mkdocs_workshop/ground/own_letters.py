"""Fonts with the letters of one text alone, for what is sent about by itself: drawings, pages to embed, lessons.

An alphabet weighs 10 to 20 KB, and a lesson in Russian asks for six of them: 82 KB. Its own letters weigh 30 KB.
"""

import base64
import functools
import sys
import unicodedata
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from . import fonts
from .cache import code_of, keep
from .fonts import FEATURES, WEB_FACES, WEIGHTS, Face, cut

REGULAR, STRONG = ("400", 400.0), ("600 700", 600.0)
"""What a style sheet asks for, and the weight that it gets; of the strong ones the one whose widths drawings know."""


def letters_inside(cache: Path, text: str, strong: str) -> dict[str, str]:
    """The text face with the letters of `text`, and the strong one with those of `strong`, in base64: `{"400": "d09GMg…", …}`.

    Each takes 4 to 7 KB; one font for all weights would take more than both. Pairs of letters keep their distances: to move
    them closer would cost a third more.
    """
    features = FEATURES if any(map(unicodedata.combining, text)) else ()
    return {
        name: base64.b64encode(_letters(WEB_FACES[0], shown, weight, features, cache)).decode()
        for (name, weight), shown in ((REGULAR, text), (STRONG, strong))
    }


_TOGETHER = (
    " !\"%'()+,-./0123456789:;?\xa0«»–—‘’“”„…·",
    "abcdefghijklmnopqrstuvwxyz",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯ",
    "әғқңөұүһі",
    "ӘҒҚҢӨҰҮҺІ",
)
"""Signs, and the letters of English, of Russian and what Kazakh adds; small and large."""


def with_neighbours(text: str) -> str:
    """The letters of a text, and the whole row of letters from which it has one: `"Қа"` -> small Russian and large Kazakh letters.

    Pages that are alike have the same letters then, and share a font: to pack one takes longer than to write a page. A page
    becomes up to a seventh heavier.
    """
    letters = set(text)
    return "".join(sorted(letters.union(*(alphabet for alphabet in _TOGETHER if not letters.isdisjoint(alphabet)))))


def style_inside(cache: Path, text: str) -> str:
    """The same as a style sheet, for a drawing that stands by itself."""
    return "".join(
        f'@font-face{{font-family:"{WEB_FACES[0].family}";font-weight:{weight};'
        f'src:url(data:font/woff2;base64,{inside}) format("woff2")}}'
        for weight, inside in letters_inside(cache, text, text).items()
    )


def letter_files(cache: Path, text: str) -> dict[str, bytes]:
    """Every face of the web with the letters of `text` alone, in all weights, by the names that `letter_style` asks for."""
    return {f"fonts/{face.name}.woff2": _letters(face, text, WEIGHTS, FEATURES, cache) for face in WEB_FACES}


def letter_style() -> str:
    """The style sheet that names these files, for a sheet that lies beside their folder."""
    return "\n".join(
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};font-weight:{WEIGHTS[0]} {WEIGHTS[1]};'
        f'font-display:swap;src:url("fonts/{face.name}.woff2") format("woff2")}}'
        for face in WEB_FACES
    )


def _letters(face: Face, text: str, weights: float | tuple[int, int], features: Sequence[str], cache: Path) -> bytes:
    codepoints = {ord(letter) for letter in text if letter.isprintable() or letter.isspace()}
    raw = (files(face.package) / "files" / face.file).read_bytes()
    return keep(
        cache,
        f"{face.name}-own.woff2",
        repr((sorted(codepoints), weights, features)).encode() + raw,
        made_by(),
        functools.partial(cut, raw, codepoints, weights, features, "woff2"),
    )


def made_by() -> str:
    """What decides the letters besides the text."""
    return fonts.made_by() + code_of(sys.modules[__name__])
