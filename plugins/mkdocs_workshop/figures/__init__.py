"""Figures as drawings: words and numbers in, SVG out."""

from .draw import draw, framed
from .ink import flat
from .sheet import FigureWords

__all__ = ["FigureWords", "draw", "flat", "framed"]
