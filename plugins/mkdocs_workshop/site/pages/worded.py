"""Figures whose drawing is a form around words, as live words: bars, comparisons, blocks, layers, time lines.

They flow with the width of the page, so one copy serves every screen; a reader of the screen hears the words themselves, and a
browser finds them. On paper and on slides they are drawings.
"""

from collections.abc import Callable
from html import escape
from typing import assert_never

from ...figures.svg import number
from ...model.figure import Bar, BarsFigure, BlocksFigure, CompareFigure, Layer, LayersFigure, TimelineFigure

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
    match figure:
        case BarsFigure():
            inside = _bars(figure, plain)
        case CompareFigure():
            inside = _compare(figure, plain)
        case BlocksFigure():
            inside = _blocks(figure, plain)
        case LayersFigure():
            inside = _layers(tuple(reversed(figure.layers)), plain)
        case TimelineFigure():
            inside = _timeline(figure, plain)
        case _:
            assert_never(figure)
    return f'<div class="ws-worded">{inside}</div>'


def _words(plain: Plain, text: str) -> str:
    return escape(" ".join(plain(text).split()))


def _bars(figure: BarsFigure, plain: Plain) -> str:
    """To scale from zero, each with its number at its end; the part of a range that is not sure is lighter."""
    longest = max(bar.value for bar in figure.bars) or 1.0
    rows = "".join(
        f"<dt>{_words(plain, bar.label)}</dt><dd>{_bar(bar, longest)}<span>{_words(plain, bar.shown)}</span></dd>"
        for bar in figure.bars
    )
    return f'<p class="ws-unit">{_words(plain, figure.unit)}</p><dl class="ws-bars">{rows}</dl>'


def _bar(bar: Bar, longest: float) -> str:
    sure = bar.value if bar.low is None else bar.low
    share = sure / bar.value * 100 if bar.value else 0.0
    width = number(bar.value / longest * _LONGEST_BAR)
    return f'<svg class="ws-length" width="{width}%" height="24" aria-hidden="true"><rect width="{number(share)}%" height="24"/></svg>'


def _compare(figure: CompareFigure, plain: Plain) -> str:
    """A table. Where three columns have no room each row becomes a card, in which every answer has the name of its column."""
    names = [_words(plain, name) for name in figure.columns]
    many = len(names) > 2
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    rows = "".join(
        f'<tr><th scope="row">{_words(plain, row.label)}</th>'
        + "".join(
            f"<td>{f'<b>{name}</b> ' if many else ''}{_words(plain, cell)}</td>"
            for name, cell in zip(names, row.cells, strict=False)
        )
        + "</tr>"
        for row in figure.rows
    )
    kind = f"ws-compare ws-of-{len(names)}"
    label = _words(plain, figure.title)
    return f'<table class="{kind}" aria-label="{label}"><thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _blocks(figure: BlocksFigure, plain: Plain) -> str:
    items = "".join(f"<li>{_told(block, plain)}</li>" for block in figure.blocks)
    # Rows without a gap at their end, if possible.
    thirds = "" if len(figure.blocks) % 3 else " ws-by-3"
    return f'<ol class="ws-blocks{thirds}">{items}</ol>'


def _layers(layers: tuple[Layer, ...], plain: Plain) -> str:
    """The outermost layer first; each holds the one within it.

    Blocks in blocks of the same kind would end elements of the page around them, as Markdown reads them; words in words do not.
    """
    inner = _layers(layers[1:], plain) if len(layers) > 1 else ""
    kind = "ws-layer" if inner else "ws-layer ws-core"
    return f'<span class="{kind}">{_told(layers[0], plain)}{inner}</span>'


def _told(layer: Layer, plain: Plain) -> str:
    return f"<b>{_words(plain, layer.title)}</b> <span>{_words(plain, layer.text)}</span>"


def _timeline(figure: TimelineFigure, plain: Plain) -> str:
    points = figure.points
    longest = max(sum(len(plain(text)) for text in (point.title, point.text) if text) for point in points)
    across = len(points) <= _MOST_ACROSS and longest <= _LONGEST_ACROSS
    items = "".join(
        f"<li><i>{_words(plain, point.when)}</i> <b>{_words(plain, point.title)}</b>"
        f"{f' <span>{_words(plain, point.text)}</span>' if point.text else ''}</li>"
        for point in points
    )
    return f'<ol class="ws-moments{" ws-across" if across else ""}">{items}</ol>'
