"""Things side by side, by the same questions: a table, or a list of cards where columns would be too thin."""

from dataclasses import dataclass

from ..ground.lettering import SMALL, SMALL_STRONG, STRONG, TEXT, Block, Face
from ..model.figure import CompareFigure
from .canvas import Canvas, Drawing
from .colours import HAIRLINE, INK, LINE, NAVY, NAVY_TINT, PAPER, RADIUS, SOFT, drawn, filled
from .svg import box, element, line, number, text

_PAD, _TIGHT = 14.0, 8.0
"""Room around words; little of it where a drawing is wider than any page, as on slides, whose height is what lacks."""
_WIDE = 900
_THIN = 135.0
"""Columns thinner than this break too many words."""
_SNUG = 160.0


@dataclass(frozen=True)
class _Grid:
    """Where the columns of a table stand."""

    label: float
    """The width of the column of questions; 0 if they stand above their answers."""
    column: float
    count: int
    pad: float = _PAD

    @property
    def face(self) -> Face:
        """Thin columns take smaller letters."""
        return SMALL if self.column < _SNUG else TEXT

    def left(self, place: int) -> float:
        return 1 + self.label + place * self.column


@dataclass(frozen=True)
class _Row:
    label: Block
    cells: tuple[Block, ...]


def draw_compare(figure: CompareFigure, canvas: Canvas) -> Drawing:
    """Draw a table with the questions before or above the answers, whichever leaves room."""
    count, inner = len(figure.columns), canvas.width - 2
    label = min(inner * (0.24 if count == 2 else 0.2), 180.0)
    pad = _TIGHT if canvas.width >= _WIDE else _PAD
    if not canvas.narrow and (inner - label) / count >= _THIN:
        return _table(figure, canvas, _Grid(label, (inner - label) / count, count, pad))
    if inner / count >= _THIN:
        return _table(figure, canvas, _Grid(0.0, inner / count, count, pad))
    return _cards(figure, canvas)


def _table(figure: CompareFigure, canvas: Canvas, grid: _Grid) -> Drawing:
    names = [canvas.lay(name, STRONG, grid.column - 2 * grid.pad) for name in figure.columns]
    top = 1 + max(name.height for name in names) + 2 * grid.pad
    elements = [_header(canvas.width, top)]
    elements += [
        text(name, grid.left(place) + grid.pad, top - grid.pad - name.height, NAVY) for place, name in enumerate(names)
    ]
    last = len(figure.rows) - 1
    for place, row in enumerate(_rows(figure, canvas, grid)):
        drawing = _row(row, grid, top)
        elements += drawing.elements
        top += drawing.height
        if place < last:
            elements += [line((1, top), (canvas.width - 1, top), drawn(LINE, HAIRLINE))]
    elements += [box(1, 1, canvas.width - 2, top - 1, filled("none", LINE, HAIRLINE))]
    return Drawing(top + 1, tuple(elements))


def _rows(figure: CompareFigure, canvas: Canvas, grid: _Grid) -> list[_Row]:
    room = (grid.label or canvas.width - 2) - 2 * grid.pad
    return [
        _Row(
            canvas.lay(row.label, SMALL_STRONG, room),
            tuple(canvas.lay(cell, grid.face, grid.column - 2 * grid.pad) for cell in row.cells[: grid.count]),
        )
        for row in figure.rows
    ]


def _row(row: _Row, grid: _Grid, top: float) -> Drawing:
    answers = max(cell.height for cell in row.cells)
    lead = (grid.face.leading - SMALL_STRONG.leading) / 2
    if grid.label:
        first, height = top + grid.pad, max(row.label.height + lead, answers) + 2 * grid.pad
        label = text(row.label, 1 + grid.pad, first + lead, SOFT)
    else:
        first = top + grid.pad + row.label.height + 4
        height = row.label.height + 4 + answers + 2 * grid.pad
        label = text(row.label, 1 + grid.pad, top + grid.pad, SOFT)
    cells = (text(cell, grid.left(place) + grid.pad, first, INK) for place, cell in enumerate(row.cells))
    start = 0 if grid.label else 1
    upper = top if grid.label else first
    rules = (
        line((grid.left(place), upper), (grid.left(place), top + height), drawn(LINE, HAIRLINE))
        for place in range(start, grid.count)
    )
    return Drawing(height, (label, *cells, *rules))


def _header(width: float, foot: float) -> str:
    """Draw the tinted head of the table, round at its upper corners only."""
    corner = number(RADIUS)
    way = (
        f"M1,{number(foot)} V{number(1 + RADIUS)} a{corner},{corner} 0 0 1 {corner},-{corner}"
        f" H{number(width - 1 - RADIUS)} a{corner},{corner} 0 0 1 {corner},{corner} V{number(foot)} Z"
    )
    return element("path", d=way, style=filled(NAVY_TINT))


def _cards(figure: CompareFigure, canvas: Canvas) -> Drawing:
    """Draw a card for each question, with the names of the columns before the answers."""
    room = canvas.width - 2 - 2 * _PAD
    elements: list[str] = []
    top = 1.0
    for row in figure.rows:
        label = canvas.lay(row.label, STRONG, room)
        at = top + _PAD + label.height
        inside = [text(label, 1 + _PAD, top + _PAD, INK)]
        for name, cell in zip(figure.columns, row.cells, strict=False):
            named, answer = canvas.lay(name, SMALL_STRONG, room), canvas.lay(cell, TEXT, room)
            inside += [
                line((1 + _PAD, at + 9), (canvas.width - 1 - _PAD, at + 9), drawn(LINE, HAIRLINE)),
                text(named, 1 + _PAD, at + 17, NAVY),
                text(answer, 1 + _PAD, at + 17 + named.height, INK),
            ]
            at += 17 + named.height + answer.height
        elements += [box(1, top, canvas.width - 2, at + _PAD - top, filled(PAPER, LINE, HAIRLINE)), *inside]
        top = at + _PAD + 12
    return Drawing(top - 11, tuple(elements))
