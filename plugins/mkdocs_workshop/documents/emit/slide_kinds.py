"""Of which kind the layout of a slide is, the same in PowerPoint and on a page; pages need no library for that."""

import re

FULL = frozenset({"title", "section", "opener", "statement"})
"""Layouts whose whole ground has the colour of the theme."""
TINTED = frozenset({"question", "big-number", "number-pair"})
BULLETED = frozenset({("content", "points"), ("two-columns", "left"), ("two-columns", "right")})


def kind_of(layout: str) -> str:
    """The layout without its number of places: `steps` of `steps-4`."""
    return re.sub(r"-\d$", "", layout)
