"""Bars drawn to scale from zero, each with its number at its end."""

from collections.abc import Callable
from dataclasses import dataclass

from ..ground.lettering import SMALL, STRONG, TEXT, Block
from ..model.figure import Bar, BarsFigure
from .canvas import Canvas, Drawing
from .colours import HAIRLINE, INK, NAVY, NAVY_TINT, SOFT, drawn, filled
from .svg import element, line, text

_THICK = 24.0
_GAP = 22.0
_BESIDE = 12.0
_LEAST = 2.0
_STRIPE = 7.0


@dataclass(frozen=True)
class _Row:
    bar: Bar
    label: Block
    shown: Block
    above: bool
    """The label stands above its bar."""

    @property
    def height(self) -> float:
        beside = max(self.shown.height, _THICK)
        return self.label.height + 6 + beside if self.above else max(self.label.height, beside)

    def middle(self, top: float) -> float:
        """The height at which the bar lies."""
        beside = max(self.shown.height, _THICK)
        return top + self.height - beside / 2 if self.above else top + self.height / 2


def draw_bars(figure: BarsFigure, canvas: Canvas) -> Drawing:
    """Draw the unit, a zero line, and a row for each bar.

    The end of a range, from `low` to `value`, is striped. A bar too short to be seen keeps its true length
    and gets a stroke at zero.
    """
    rows = _rows(figure, canvas)
    zero = 1.0 if canvas.narrow else max(row.label.width for row in rows) + 20
    scale = _scale(rows, canvas.width - zero)
    unit = canvas.lay(figure.unit, SMALL, canvas.width - zero)
    top = unit.height + 14
    foot = top + sum(row.height for row in rows) + _GAP * (len(rows) - 1)
    stripes = f"{canvas.name}-range"
    elements = [_stripes(stripes), text(unit, zero, 0, SOFT)]
    for row in rows:
        middle = row.middle(top)
        elements += _bar(row, zero, top, scale, stripes)
        top += row.height + _GAP
        if canvas.narrow:
            elements += [_zero(zero, middle - _THICK / 2 - 4, middle + _THICK / 2 + 4)]
    if not canvas.narrow:
        elements += [_zero(zero, unit.height + 6, foot + 8)]
    return Drawing(foot + 10, tuple(elements))


def _rows(figure: BarsFigure, canvas: Canvas) -> tuple[_Row, ...]:
    if canvas.narrow:
        label, shown = canvas.width - 4, canvas.width * 0.5
    else:
        label, shown = canvas.width * 0.3, canvas.width * 0.25
    return tuple(
        _Row(bar, canvas.lay(bar.label, STRONG, label), canvas.lay(bar.shown, TEXT, shown), canvas.narrow)
        for bar in figure.bars
    )


def _scale(rows: tuple[_Row, ...], room: float) -> Callable[[float], float]:
    """Find how long values are drawn so that every bar and its number fit."""
    longest = max(row.bar.value for row in rows) or 1.0
    shares = ((row.bar.value / longest, row.shown.width) for row in rows)
    pixels = min(((room - shown - _BESIDE - 1) / share for share, shown in shares if share), default=0.0)
    return lambda value: value / longest * pixels


def _bar(row: _Row, zero: float, top: float, scale: Callable[[float], float], stripes: str) -> list[str]:
    middle, length = row.middle(top), scale(row.bar.value)
    upper = middle - _THICK / 2
    elements = [
        text(row.label, 0, top if row.above else middle - row.label.height / 2, INK),
    ]
    if row.bar.low is not None and row.bar.low < row.bar.value:
        sure = scale(row.bar.low)
        # A stripe needs room to be seen as one.
        lighter = f"fill:url(#{stripes})" if length - sure > _STRIPE else filled(NAVY) + ";fill-opacity:0.4"
        elements += [
            _part("range", zero, upper, length, lighter),
            _part("sure", zero, upper, sure, filled(NAVY)),
        ]
    else:
        elements += [_part("sure", zero, upper, length, filled(NAVY))]
    if 0 < length < _LEAST:
        elements += [line((zero + 1, upper), (zero + 1, upper + _THICK), f"stroke:{NAVY};stroke-width:{_LEAST:g}")]
    elements += [text(row.shown, zero + max(length, _LEAST) + _BESIDE, middle - row.shown.height / 2, INK)]
    return elements


def _zero(x: float, top: float, foot: float) -> str:
    return line((x, top), (x, foot), drawn(SOFT, HAIRLINE))


def _part(kind: str, left: float, top: float, length: float, style: str) -> str:
    return element(
        "rect",
        data_bar=kind,
        x=left,
        y=top,
        width=length,
        height=_THICK,
        rx=min(3.0, length / 2),
        style=style,
    )


def _stripes(name: str) -> str:
    ground = element("rect", width=_STRIPE, height=_STRIPE, style=filled(NAVY_TINT))
    stripe = element("rect", width=_STRIPE * 0.36, height=_STRIPE, style=filled(NAVY))
    return element(
        "pattern",
        ground + stripe,
        id=name,
        width=_STRIPE,
        height=_STRIPE,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
