"""Which names can be set on paper: with the fonts of the manual, and with fonts for other scripts if they are installed.

Fonts for other scripts are an extra (`pip install mkdocs-workshop[names]`). A name that no font can set is reported; all
others are printed.
"""

import functools
import importlib.util
import io
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from ..ground.cache import put
from ..ground.fonts import print_letters

WEIGHTS = (400, 700)


class Script(NamedTuple):
    """A font for another script."""

    package: str
    file: str
    name: str
    variable: bool = True
    """Whether it holds all weights; else it is used as it is."""


_NOTO = (
    "Arabic", "Armenian", "Bengali", "Devanagari", "Ethiopic", "Georgian", "Gujarati", "Gurmukhi", "Hebrew", "Kannada", "Khmer",
    "Lao", "Malayalam", "Myanmar", "Oriya", "Sinhala", "Tamil", "Telugu", "Thai",
)  # fmt: skip
SCRIPTS = (
    *(Script("manimgx_fonts", f"NotoSans{name}[wght].ttf", f"noto-sans-{name.lower()}") for name in _NOTO),
    Script("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf", "noto-sans-sc", variable=False),
)
"""Of those that are installed, all are used."""


def installed() -> list[Script]:
    """The fonts for other scripts that are there."""
    there = {package: bool(importlib.util.find_spec(package)) for package in {script.package for script in SCRIPTS}}
    return [script for script in SCRIPTS if there[script.package]]


def missing(text: str, scripts: Sequence[Script]) -> str:
    """Letters of a text that no font has, each once; spaces and what is not seen are no letters."""
    known = print_letters()
    return "".join(
        letter
        for letter in dict.fromkeys(text)
        if ord(letter) not in known
        and letter.isprintable()
        and not any(ord(letter) in _letters(one) for one in scripts)
    )


@functools.cache
def _letters(script: Script) -> frozenset[int]:
    from fontTools import ttLib

    with ttLib.TTFont(io.BytesIO(_raw(script)), lazy=True) as font:
        return frozenset(font.getBestCmap())


def _raw(script: Script) -> bytes:
    return (files(script.package) / script.file).read_bytes()


def script_fonts(cache: Path, scripts: Sequence[Script]) -> list[Path]:
    """The font files of each script, made once and kept in `cache`. Nobody is named in them."""
    made = []
    for script in scripts:
        for weight in WEIGHTS if script.variable else WEIGHTS[:1]:
            kept = cache / "names-2" / f"{script.name}-{weight}{Path(script.file).suffix}"
            if not kept.is_file():
                put(kept, _of_weight(_raw(script), weight) if script.variable else _raw(script))
            made.append(kept)
    return made


def _of_weight(raw: bytes, weight: int) -> bytes:
    """A font of one weight, made of one that holds all."""
    import uharfbuzz

    face, wanted = uharfbuzz.Face(raw), uharfbuzz.SubsetInput()
    wanted.keep_everything()
    wanted.pin_axis_location(face, "wght", weight)
    made: bytes = uharfbuzz.subset(face, wanted).blob.data
    return made
