"""Which names can be set on paper: with the fonts of the manual, and with fonts for other scripts if they are installed.

Fonts for other scripts are an extra (`pip install mkdocs-workshop[names]`). A name that no font can set is reported; all
others are printed.
"""

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


SCRIPTS = (Script("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf", "noto-sans-arabic"),)
"""Of those that are installed, all are used."""


def installed() -> list[Script]:
    """The fonts for other scripts that are there."""
    return [script for script in SCRIPTS if importlib.util.find_spec(script.package)]


def missing(text: str, scripts: Sequence[Script]) -> str:
    """Letters of a text that no font has, each once; spaces and what is not seen are no letters."""
    known = print_letters().union(*map(_letters, scripts))
    return "".join(dict.fromkeys(letter for letter in text if ord(letter) not in known and letter.isprintable()))


def _letters(script: Script) -> set[int]:
    from fontTools import ttLib

    with ttLib.TTFont(io.BytesIO(_raw(script)), lazy=True) as font:
        return {*font.getBestCmap()}


def _raw(script: Script) -> bytes:
    return (files(script.package) / "files" / script.file).read_bytes()


def script_fonts(cache: Path, scripts: Sequence[Script]) -> list[Path]:
    """A font file for each script and weight, made once and kept in `cache`. Nobody is named in them."""
    from fontTools import ttLib
    from fontTools.varLib import instancer

    made = []
    for script in scripts:
        for weight in WEIGHTS:
            kept = cache / "names-1" / f"{script.name}-{weight}.ttf"
            if not kept.is_file():
                font = ttLib.TTFont(io.BytesIO(_raw(script)), recalcTimestamp=False)
                out = io.BytesIO()
                instancer.instantiateVariableFont(font, {"wght": weight, "wdth": 100}).save(out)
                put(kept, out.getvalue())
            made.append(kept)
    return made
