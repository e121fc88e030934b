"""Figures as drawings: words and numbers in, SVG out."""

from .canvas import FigureWords
from .colours import flat
from .draw import draw, framed

__all__ = ["FigureWords", "draw", "flat", "framed"]
