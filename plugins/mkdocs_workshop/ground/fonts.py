"""Web fonts made from installed font packages, so that no page asks a third party for one.

Each face becomes one file per alphabet; a reader's browser loads only the alphabets that a page uses. Making them takes time,
so the files are kept in a cache by the hash of the font and of the letters.
"""

import base64
import functools
import io
import sys
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from .artifact import Artifact
from .cache import code_of, keep, kept_whole

_LETTERS = "U+41-5A,U+61-7A"
_DIGITS = (
    "U+20-22,U+25-29,U+2B-3B,U+3F,U+5B,U+5D,U+A0,U+AB,U+B7,U+BB,U+D7,U+2009,U+2011,U+2013-2014,U+2019,U+201C-201E,U+2022,U+2026,"
    "U+2032,U+203A,U+2116,U+2190-2193,U+2212"
)
"""And signs."""
ALPHABETS = {
    # What most pages have.
    "latin": f"{_LETTERS},{_DIGITS}",
    # Signs of formulas, of addresses and of templates; few pages need them.
    "signs": "U+23-24,U+2A,U+3C-3E,U+40,U+5C,U+5E-60,U+7B-7E,U+A9,U+B0,U+2BC,U+2C6,U+2DA,U+2DC,U+2002-2008,"
    "U+200A-2010,U+2012,U+2015,U+2018,U+201A-201B,U+2020-2021,U+2030,U+2033,U+2039,U+20AC,U+2122,"
    "U+2197,U+2260,U+2264-2265",
    # Letters with accents, for names.
    "latin-more": "U+A1-A8,U+AA,U+AC-AF,U+B1-B6,U+B8-BA,U+BC-D6,U+D8-FF,U+131,U+152-153",
    # Russian.
    "cyrillic": "U+401,U+410-44F,U+451",
    # What Kazakh adds to it.
    "kazakh": "U+406,U+456,U+492-493,U+49A-49B,U+4A2-4A3,U+4AE-4B1,U+4BA-4BB,U+4D8-4D9,U+4E8-4E9",
    # What Kyrgyz, Tajik, Uzbek and Ukrainian add; the tenge and rouble signs.
    "cyrillic-more": "U+400,U+402-405,U+407-40F,U+450,U+452-455,U+457-45F,U+490-491,U+4B2-4B3,U+4B6-4B7,U+4E2-4E3,"
    "U+4EE-4EF,U+20B8,U+20BD",
}
"""Unicode ranges as CSS writes them."""

TITLE_ALPHABETS = {**ALPHABETS, "latin": _LETTERS, "digits": _DIGITS}
"""The same letters, parted for titles: those in Russian and Kazakh have digits and signs of the Latin alphabet, and seldom its letters."""


class Face(NamedTuple):
    """A font file of an installed package, and what it is called in the style sheet."""

    family: str
    package: str
    file: str
    style: str
    name: str
    weights: tuple[int, int] = (400, 700)
    """From the lightest to the boldest that the web asks for."""
    alphabets: Mapping[str, str] = ALPHABETS
    """How its letters are parted into files for the web."""


FACES = (
    Face("Source Sans 3", "fontpkg_source_sans_3", "SourceSans3[wght].ttf", "normal", "source-sans-3"),
    Face("Source Sans 3", "fontpkg_source_sans_3", "SourceSans3-Italic[wght].ttf", "italic", "source-sans-3-italic"),
    Face("Onest", "fontpkg_onest", "Onest[wght].ttf", "normal", "onest", (700, 700), TITLE_ALPHABETS),
)

WEB_FACES = tuple(face for face in FACES if face.style == "normal")
"""The web slants the upright letters where a text asks for italics; a file of their own would cost each reader 20 KB."""

FOLDER = "assets/workshop/fonts"
_LIBRARIES = ("uharfbuzz", "fonttools", "brotli", "fontpkg-source-sans-3", "fontpkg-onest")
"""What decides the result besides this file."""


def font_files(cache: Path) -> list[Artifact]:
    """The subsets of all faces. `cache` is a folder that may be deleted at any time."""
    return [
        Artifact(f"{FOLDER}/{face.name}-{alphabet}.woff2", _subset(face, alphabet, cache))
        for face in WEB_FACES
        for alphabet in face.alphabets
    ]


def weights_of(face: Face) -> str:
    """The weights of a face as a style sheet says them: `400 700`, or `700` for one that titles alone have, at half of the bytes."""
    lightest, boldest = face.weights
    return f"{lightest} {boldest}" if lightest < boldest else str(lightest)


def font_style() -> str:
    """The style sheet that names the files."""
    return "\n".join(
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};font-weight:{weights_of(face)};'
        f'font-display:swap;src:url("fonts/{face.name}-{alphabet}.woff2") format("woff2");unicode-range:{ranges}}}'
        for face in WEB_FACES
        for alphabet, ranges in face.alphabets.items()
    )


def carried_style(cache: Path, text: str, way: str) -> str:
    """The style sheet of the text face for a page that is sent about alone: the alphabets of `text` stand inside of it.

    `way` leads from the page to `FOLDER` where it lies on the site; there the page takes the fonts that the browser has already.
    """
    face = WEB_FACES[0]
    packed = {name: base64.b64encode(_subset(face, name, cache)).decode() for name in alphabets_of(text)}
    return "".join(
        _rule(
            face,
            name,
            f'url("{way}/{face.name}-{name}.woff2") format("woff2"),url(data:font/woff2;base64,{inside}) format("woff2")',
        )
        for name, inside in packed.items()
    )


def alphabets_of(text: str) -> list[str]:
    """The alphabets of which a text has letters. `alphabets_of("Да, yes")` gives `["latin", "cyrillic"]`."""
    letters = {ord(letter) for letter in set(text)}
    return [name for name, ranges in ALPHABETS.items() if letters & _codepoints(ranges)]


def _rule(face: Face, alphabet: str, source: str) -> str:
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{weights_of(face)};src:{source};'
        f"unicode-range:{ALPHABETS[alphabet]}}}"
    )


@functools.cache
def _codepoints(ranges: str) -> frozenset[int]:
    found: set[int] = set()
    for part in ranges.replace("U+", "").split(","):
        first, _, last = part.partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


def _subset(face: Face, alphabet: str, cache: Path) -> bytes:
    raw = (files(face.package) / "files" / face.file).read_bytes()
    return keep(
        cache,
        f"{face.name}-{alphabet}.woff2",
        raw,
        made_by(),
        lambda: cut(raw, _codepoints(face.alphabets[alphabet]), face.weights, WEB_FEATURES, "woff2"),
    )


def made_by() -> str:
    """What decides the letters of a document besides its words: this file, the faces and the tools."""
    return code_of(sys.modules[__name__], libraries=_LIBRARIES)


FEATURES = ("kern", "liga", "tnum", "locl", "ccmp", "mark", "mkmk")
"""What a text uses of a font: distances, joined letters, digits of one width, letters of one language, accents."""
WEB_FEATURES = tuple(name for name in FEATURES if name != "locl")
"""Letters of one language are those of Serbian and Bulgarian, and a fifth of what Russian weighs."""


def cut(
    raw: bytes,
    codepoints: AbstractSet[int],
    weights: float | tuple[int, int],
    features: Sequence[str] = FEATURES,
    flavor: str | None = None,
) -> bytes:
    """A font with some letters of another one: at one weight, or with all weights of a range; without features, with no tables for them.

    `codepoints` are numbers of letters, `{0x41, 0x42}` for A and B; `weights` is 400, or `(400, 700)` for all between;
    `flavor` is `"woff2"` for pages.
    """
    # HarfBuzz takes thirty milliseconds for what fontTools needs three seconds for, with the same outlines on paper.
    import uharfbuzz

    face, wanted = uharfbuzz.Face(raw), uharfbuzz.SubsetInput()
    wanted.unicode_set.update(codepoints)
    # Instructions for other weights and letters weigh more than the ones that are used.
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in features)
    if not features:
        wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
        wanted.drop_table_tag_set.update(
            int.from_bytes(tag.encode(), "big") for tag in ("GDEF", "GSUB", "GPOS", "STAT")
        )
    lightest, boldest = weights if isinstance(weights, tuple) else (weights, weights)
    if lightest < boldest:
        wanted.set_axis_range(face, "wght", lightest, boldest)
    else:
        wanted.pin_axis_location(face, "wght", lightest)
    made: bytes = uharfbuzz.subset(face, wanted).blob.data
    return _packed(made, flavor) if flavor else made


def _packed(font: bytes, flavor: str) -> bytes:
    """A font in the format that browsers load."""
    from fontTools import ttLib

    opened = ttLib.TTFont(io.BytesIO(font), recalcTimestamp=False)
    opened.flavor = flavor
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


PRINT_MORE = "U+100-17F,U+218-21B,U+25A1,U+2610-2611,U+2713"
"""Names in references need all of Latin; forms need boxes and ticks."""
_FONT_FILES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
PRINT_WEIGHTS = {"source-sans-3": (400, 600, 700), "source-sans-3-italic": (400,), "onest": (700,)}


def print_letters() -> set[int]:
    """The code points that documents can show, as far as the faces have them."""
    return set().union(*map(_codepoints, ALPHABETS.values()), _codepoints(PRINT_MORE))


def print_fonts(cache: Path) -> Path:
    """A folder with one font file for each face and weight; drawings in documents do not understand variable fonts."""
    folder = cache / f"print-{made_by()[:24]}"
    fonts = {
        folder / f"{face.name}-{weight}.ttf": (face, weight) for face in FACES for weight in PRINT_WEIGHTS[face.name]
    }
    # Whatever font lies in the folder is used, so no other may lie there.
    for path in folder.glob("*"):
        if path.suffix.lower() in _FONT_FILES and path not in fonts:
            path.unlink()
    for path, (face, weight) in fonts.items():
        kept_whole(path, functools.partial(_print_font, face, weight))
    return folder


def _print_font(face: Face, weight: int) -> bytes:
    raw = (files(face.package) / "files" / face.file).read_bytes()
    return cut(raw, print_letters(), weight)
