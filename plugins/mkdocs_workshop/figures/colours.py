"""The colours and strokes of every drawing.

A colour is a CSS custom property with its light value behind it, so that a page can restyle a drawing for the
dark scheme, or re-colour it for a theme by setting `--ws-navy` and `--ws-navy-tint` around it.
"""

import re

INK = "var(--ws-ink, #14212E)"
SOFT = "var(--ws-soft, #4A5B6C)"
PAPER = "var(--ws-paper, #FFFFFF)"
LINE = "var(--ws-line, #DCE3E8)"
NAVY = "var(--ws-navy, #17375E)"
NAVY_TINT = "var(--ws-navy-tint, #E6ECF4)"
TEAL = "var(--ws-teal, #0E6F69)"
TEAL_TINT = "var(--ws-teal-tint, #DFF0EE)"
AMBER = "var(--ws-amber, #A34A06)"
AMBER_TINT = "var(--ws-amber-tint, #FBEBD9)"
FONT = "var(--ws-text-font, 'Source Sans 3'), sans-serif"

HAIRLINE = 1.0
STROKE = 1.5
RADIUS = 12.0

_VARIABLE = re.compile(r"var\(--ws-[a-z-]+,\s*([^()]+)\)")


def filled(fill: str, stroke: str | None = None, width: float = HAIRLINE) -> str:
    """The style of a shape with a ground and, perhaps, an outline. `filled("#fff")` gives `"fill:#fff"`."""
    outline = f";stroke:{stroke};stroke-width:{width:g}" if stroke else ""
    return f"fill:{fill}{outline}"


def drawn(stroke: str, width: float = STROKE) -> str:
    """The style of a line.

    `drawn("#000", 2)` gives `"fill:none;stroke:#000;stroke-width:2;stroke-linecap:round;stroke-linejoin:round"`.
    """
    return f"fill:none;stroke:{stroke};stroke-width:{width:g};stroke-linecap:round;stroke-linejoin:round"


def flat(svg: str) -> str:
    """The same drawing with the light colours written out, for readers of SVG that do not know `var()`."""
    return _VARIABLE.sub(r"\1", svg)
