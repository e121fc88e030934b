"""Moments in order along a spine: across where the canvas is wide and the texts are short, else downwards."""

from dataclasses import dataclass

from ..ground.lettering import SMALL_STRONG, STRONG, TEXT, Block
from ..model.figure import TimelineFigure
from .canvas import Canvas, Drawing
from .colours import INK, NAVY, NAVY_TINT, PAPER, SOFT, drawn, filled
from .svg import disc, element, head, line, text

_DOT = 7.0
_HALO = 13.0
_MOST_ACROSS = 180.0
"""The height up to which columns of text are still read at a glance."""


@dataclass(frozen=True)
class _Moment:
    when: Block
    title: Block
    more: Block

    @property
    def told(self) -> float:
        """The height of what is said about the moment."""
        return self.title.height + (self.more.height + 4 if self.more.lines else 0)


def draw_timeline(figure: TimelineFigure, canvas: Canvas) -> Drawing:
    """Draw the moments with their times before their titles."""
    column = canvas.width / len(figure.points)
    if not canvas.narrow and column >= 140:
        moments = _moments(figure, canvas, column - 20, column - 20)
        if max(moment.told for moment in moments) <= _MOST_ACROSS:
            return _across(moments, column, canvas.width)
    return _down(figure, canvas)


def _moments(figure: TimelineFigure, canvas: Canvas, when: float, told: float) -> tuple[_Moment, ...]:
    return tuple(
        _Moment(
            canvas.lay(point.when, SMALL_STRONG, when),
            canvas.lay(point.title, STRONG, told),
            canvas.lay(point.text, TEXT, told),
        )
        for point in figure.points
    )


def _across(moments: tuple[_Moment, ...], column: float, width: float) -> Drawing:
    """Set each moment under its dot, all times on one foot line above the spine."""
    high = max(moment.when.height for moment in moments)
    spine = high + 12 + _HALO
    elements = _spine((_HALO, spine), (width - 2, spine))
    for place, moment in enumerate(moments):
        left = place * column
        elements += [
            *_dot((left + _HALO, spine)),
            text(moment.when, left, high - moment.when.height, NAVY),
            *_told(moment, left, spine + _HALO + 12),
        ]
    return Drawing(spine + _HALO + 12 + max(moment.told for moment in moments) + 4, tuple(elements))


def _down(figure: TimelineFigure, canvas: Canvas) -> Drawing:
    """Set each moment beside its dot; its time on the other side of the spine, or above its title."""
    most = min(canvas.width * 0.26, 190.0)
    before = max(canvas.lay(point.when, SMALL_STRONG, most).width for point in figure.points)
    spine = _HALO if canvas.narrow else before + 18 + _HALO
    left = spine + _HALO + 16
    room = canvas.width - left - 2
    moments = _moments(figure, canvas, room if canvas.narrow else before, room)
    elements: list[str] = []
    dots: list[float] = []
    top = 4.0
    for moment in moments:
        if canvas.narrow:
            dots.append(top + moment.when.face.leading / 2)
            told = top + moment.when.height + 2
            elements += [text(moment.when, left, top, NAVY), *_told(moment, left, told)]
            top = told + moment.told + 26
        else:
            dots.append(top + STRONG.leading / 2)
            # The first lines of both sides share a middle, though their leadings differ.
            lift = (STRONG.leading - SMALL_STRONG.leading) / 2
            elements += [
                text(moment.when, before, top + lift, NAVY, "end"),
                *_told(moment, left, top),
            ]
            top += max(moment.told, moment.when.height + lift) + 28
    foot = top - 22
    behind = _spine((spine, dots[0]), (spine, foot))
    return Drawing(foot + 3, (*behind, *(part for y in dots for part in _dot((spine, y))), *elements))


def _told(moment: _Moment, left: float, top: float) -> list[str]:
    return [text(moment.title, left, top, INK), text(moment.more, left, top + moment.title.height + 4, SOFT)]


def _spine(start: tuple[float, float], end: tuple[float, float]) -> list[str]:
    return [
        line(start, end, drawn(NAVY)),
        element("path", d=head(start, end), style=drawn(NAVY)),
    ]


def _dot(centre: tuple[float, float]) -> list[str]:
    return [
        disc(centre, _HALO, filled(NAVY_TINT)),
        disc(centre, _DOT, filled(NAVY, PAPER, 2)),
    ]
