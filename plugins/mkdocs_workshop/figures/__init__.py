"""Figures as drawings: words and numbers in, SVG out."""

from .canvas import FigureWords
from .colours import flat
from .draw import draw, framed
from .rooms import room_plan

__all__ = ["FigureWords", "draw", "flat", "framed", "room_plan"]
