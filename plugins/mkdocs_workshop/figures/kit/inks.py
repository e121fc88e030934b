"""The inks of the drawings and the widths of their lines.

They are written out and do not follow the dark scheme: a picture keeps its white ground, as a print does. Each ink must differ
enough from its neighbours in a grey copy; the contour around every shape does the rest (`tests/test_kit.py`).
"""

INK, SOFT, HAIR, PAPER, GROUND = "#14212E", "#4A5B6C", "#C5D0D8", "#FFFFFF", "#F5F3EE"
NAVY, TEAL, AMBER, PLUM, MOSS = "#17375E", "#0E6F69", "#A34A06", "#74305F", "#4B6212"
NAVY_TINT, TEAL_TINT, AMBER_TINT, PLUM_TINT, MOSS_TINT = "#E6ECF4", "#DFF0EE", "#FBEBD9", "#F4E5EF", "#EDF2DC"
TROUSERS = "#2B4A70"
GLOVE, GLOVE_IN = "#8FC4BF", TEAL_TINT
"""A glove, and the inside of a glove."""
YELLOW, LIGHT = "#F0C27A", "#F8E3B8"
"""The container for sharps; the beam of a torch."""
SKIN = ("#F1DFCF", "#DDB99B", "#BC8A63")
"""Three tones of the same ink: a strip mixes them, and nobody is the default."""

CONTOURS = (INK,)
"""What shapes are outlined with."""
FILLS = (
    PAPER, GROUND, HAIR, NAVY_TINT, TEAL_TINT, AMBER_TINT, PLUM_TINT, MOSS_TINT, GLOVE, YELLOW, LIGHT, *SKIN,
)  # fmt: skip
"""Light inks inside of contours."""
SOLIDS = (NAVY, TEAL, PLUM, MOSS, AMBER, SOFT, TROUSERS)
"""Dark inks, which stand on paper and carry white lines."""

LINE, DETAIL, HINT, MOVE = 3.2, 2.0, 1.4, 5.0
"""Widths in units: contour, inner line, hatching, movement. A panel of 240 units is printed 40 mm wide or wider."""


def luminance(colour: str) -> float:
    """How light a colour is for the eye and for a copier: `#FFFFFF` gives 1.0, `#000000` gives 0.0."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG counts it, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
