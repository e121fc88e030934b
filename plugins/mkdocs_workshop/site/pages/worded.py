"""Figures whose drawing is a form around words, as live words: bars, comparisons, blocks, layers, time lines.

They flow with the width of the page, so one copy serves every screen; a reader of the screen hears the words themselves, and a
browser finds them. On paper and on slides they are drawings.
"""

from collections.abc import Callable
from typing import assert_never

from ...documents.emit.html_worded import html_worded
from ...documents.tree.worded import Bar, Bars, Comparison, Moment, Moments, Nested, Steps, Told, Worded
from ...model.figure import BarsFigure, BlocksFigure, CompareFigure, Layer, LayersFigure, TimelineFigure

Plain = Callable[[str], str]
"""An author's text without marks."""
WordedFigure = BarsFigure | BlocksFigure | CompareFigure | LayersFigure | TimelineFigure

_MOST_ACROSS = 5
"""Moments that stand side by side on a wide page."""
_LONGEST_ACROSS = 110
"""Letters of a moment that are still read at a glance in a thin column."""
_LONGEST_BAR = 62.0
"""Per cent of the room; its number stands beside it."""


def worded(figure: WordedFigure, plain: Plain) -> str:
    """HTML on one line, for a place in Markdown: `<div class="ws-worded"><table class="ws-compare" ...`."""
    return html_worded(words_of(figure, lambda text: " ".join(plain(text).split())))


def words_of(figure: WordedFigure, line: Plain) -> Worded:
    """The words of a figure and their order, before any format. `line` gives an author's text as one plain line."""
    match figure:
        case BarsFigure():
            return _bars(figure, line)
        case CompareFigure():
            rows = tuple((line(row.label), tuple(map(line, row.cells))) for row in figure.rows)
            return Comparison(line(figure.title), tuple(map(line, figure.columns)), rows)
        case BlocksFigure():
            return Steps(tuple(_told(block, line) for block in figure.blocks))
        case LayersFigure():
            return Nested(tuple(_told(layer, line) for layer in reversed(figure.layers)))
        case TimelineFigure():
            return _moments(figure, line)
        case _:
            assert_never(figure)


def _bars(figure: BarsFigure, line: Plain) -> Bars:
    """To scale from zero, each with its number at its end."""
    longest = max(bar.value for bar in figure.bars) or 1.0
    bars = []
    for bar in figure.bars:
        least = bar.value if bar.low is None else bar.low
        sure = least / bar.value * 100 if bar.value else 0.0
        bars.append(Bar(line(bar.label), line(bar.shown), bar.value / longest * _LONGEST_BAR, sure))
    return Bars(line(figure.unit), tuple(bars))


def _told(layer: Layer, line: Plain) -> Told:
    return Told(line(layer.title), line(layer.text))


def _moments(figure: TimelineFigure, line: Plain) -> Moments:
    points = tuple(
        Moment(line(point.when), line(point.title), line(point.text) if point.text else "") for point in figure.points
    )
    longest = max(len(point.title) + len(point.words) for point in points)
    return Moments(points, len(points) <= _MOST_ACROSS and longest <= _LONGEST_ACROSS)
