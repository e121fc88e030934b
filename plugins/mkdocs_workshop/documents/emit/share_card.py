"""The picture that stands for a link where it is sent."""

from pathlib import Path
from typing import NamedTuple

from .press import picture
from .typeset import literal


class CardWords(NamedTuple):
    """What a card says, in plain words."""

    title: str
    kind: str
    """"Module · Health"; may be empty."""
    foot: str
    manual: str
    """The title of the manual."""


def share_card(name: str, said: CardWords, symbol: str, colour: str, minutes: int, language: str, cache: Path) -> bytes:
    """A card as PNG. `symbol` is the mark of the manual as SVG; `minutes` are the hands of a clock; for 0 the symbol stands there.

    Raises PressError, and OSError of the cache.
    """
    given = ", ".join(map(literal, (*said, symbol, colour)))
    return picture(f"card-{name}", f"#share-card({given}, {minutes}, {literal(language)})", cache)
