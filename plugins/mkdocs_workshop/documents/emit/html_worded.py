"""Figures as live words to HTML on one line, for a place in the Markdown of a page.

They flow with the width of the page, so one copy serves every screen; a reader of the screen hears the words themselves.
"""

from html import escape
from typing import assert_never

from ..tree.worded import Bar, Bars, Comparison, Moments, Nested, Steps, Told, Worded


def html_worded(figure: Worded) -> str:
    """A figure in a frame of its own: `<div class="ws-worded"><ol class="ws-blocks"><li><b>Ask</b> <span>...`."""
    match figure:
        case Bars():
            inside = _bars(figure)
        case Comparison():
            inside = _comparison(figure)
        case Steps(blocks):
            # Rows without a gap at their end, if possible.
            thirds = "" if len(blocks) % 3 else " ws-by-3"
            inside = f'<ol class="ws-blocks{thirds}">{"".join(f"<li>{_told(block)}</li>" for block in blocks)}</ol>'
        case Nested(layers):
            inside = _nested(layers)
        case Moments():
            inside = _moments(figure)
        case _:
            assert_never(figure)
    return f'<div class="ws-worded">{inside}</div>'


def _bars(figure: Bars) -> str:
    rows = "".join(
        f"<dt>{escape(bar.label)}</dt><dd>{_bar(bar)}<span>{escape(bar.shown)}</span></dd>" for bar in figure.bars
    )
    return f'<p class="ws-unit">{escape(figure.unit)}</p><dl class="ws-bars">{rows}</dl>'


def _bar(bar: Bar) -> str:
    """The length; the part that is not sure is lighter."""
    length, sure = _share(bar.length), _share(bar.sure)
    return f'<svg class="ws-length" width="{length}%" height="24" aria-hidden="true"><rect width="{sure}%" height="24"/></svg>'


def _share(value: float) -> str:
    """Per cent with two decimals at most: "33.33", "50"."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _comparison(figure: Comparison) -> str:
    """A table. Where three columns have no room each row becomes a card, in which every answer has the name of its column."""
    names = [escape(name) for name in figure.columns]
    many = len(names) > 2
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    rows = "".join(
        f'<tr><th scope="row">{escape(label)}</th>'
        + "".join(
            f"<td>{f'<b>{name}</b> ' if many else ''}{escape(cell)}</td>"
            for name, cell in zip(names, cells, strict=False)
        )
        + "</tr>"
        for label, cells in figure.rows
    )
    kind, label = f"ws-compare ws-of-{len(names)}", escape(figure.title)
    return f'<table class="{kind}" aria-label="{label}"><thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _nested(layers: tuple[Told, ...]) -> str:
    """Blocks in blocks of the same kind would end elements of the page around them, as Markdown reads them; words in words do not."""
    inner = _nested(layers[1:]) if len(layers) > 1 else ""
    kind = "ws-layer" if inner else "ws-layer ws-core"
    return f'<span class="{kind}">{_told(layers[0])}{inner}</span>'


def _told(told: Told) -> str:
    return f"<b>{escape(told.title)}</b> <span>{escape(told.words)}</span>"


def _moments(figure: Moments) -> str:
    items = "".join(
        f"<li><i>{escape(point.when)}</i> <b>{escape(point.title)}</b>"
        f"{f' <span>{escape(point.words)}</span>' if point.words else ''}</li>"
        for point in figure.points
    )
    return f'<ol class="ws-moments{" ws-across" if figure.across else ""}">{items}</ol>'
