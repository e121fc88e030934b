"""A decision path: boxes from top to bottom, exits to the right, ways that pass boxes on the left."""

from collections.abc import Iterator, Sequence

from ..ground.lettering import SMALL_STRONG, lay
from ..model.figure import PathFigure
from .canvas import Canvas, Drawing
from .colours import AMBER, AMBER_TINT, HAIRLINE, INK, NAVY, PAPER, STROKE, TEAL, TEAL_TINT, drawn, filled
from .path_boxes import LANE, PAD, PILL, Box, Kind, Measures, measures, place
from .path_lanes import Lane, lanes
from .path_plan import Leg, legs, plan
from .svg import Point, box, element, head, number, route, text

_CUT = 14.0
_ROUND = 22.0
_STYLES: dict[Kind, str] = {
    "step": filled(PAPER, NAVY, HAIRLINE),
    "question": filled(AMBER_TINT, AMBER, STROKE),
    "end": filled(TEAL_TINT, TEAL, STROKE),
}


def draw_path(figure: PathFigure, canvas: Canvas) -> Drawing:
    """Draw the ways first, the boxes over their ends, and the answers over all."""
    ways = legs(figure.steps)
    stands = plan(figure.steps, ways, wide=not canvas.narrow)
    found = lanes(ways, stands)
    answer = max(lay(word, SMALL_STRONG, canvas.width / 4).width for word in (canvas.words.yes, canvas.words.no))
    at = measures(canvas, stands, found, answer)
    boxes = place(figure, canvas, stands, ways, found, at)
    arriving: dict[tuple[str, Point], list[tuple[Leg, list[Point]]]] = {}
    pills: list[str] = []
    for leg, points, said in _routes(ways, found, boxes, at, canvas):
        arriving.setdefault((leg.target, points[-1]), []).append((leg, points))
        if leg.answer is not None:
            pills += _pill(canvas.words.yes if leg.answer else canvas.words.no, said, canvas)
    arrows = [_arrow(routes) for routes in arriving.values()]
    shapes = [part for one in boxes.values() for part in _box(one, canvas)]
    height = max(one.foot for one in boxes.values()) + 1
    return Drawing(height, (*arrows, *shapes, *pills))


def _routes(
    ways: Sequence[Leg], found: Sequence[Lane], boxes: dict[str, Box], at: Measures, canvas: Canvas
) -> Iterator[tuple[Leg, list[Point], Point]]:
    """Find the points of each way, and where its answer stands."""
    passing = {lane.leg: lane for lane in found}
    for leg in ways:
        source, target = boxes[leg.source], boxes[leg.target]
        if leg in passing:
            lane = passing[leg]
            x = at.left - at.stub - lane.place * LANE
            start = source.top + source.height * lane.leaves
            end = target.top + target.height * lane.arrives
            points = [(source.left, start), (x, start), (x, end), (target.left, end)]
            yield leg, points, (at.left - at.stub / 2 + 4, start)
        elif target.left == at.aside and not canvas.narrow:
            y = source.middle[1]
            yield leg, [(source.right, y), (target.left, y)], ((source.right + target.left) / 2 - 4, y)
        else:
            x = target.middle[0] if target.left == at.aside else at.spine
            yield leg, [(x, source.foot), (x, target.top)], (x, source.foot + 21)


def _arrow(routes: Sequence[tuple[Leg, list[Point]]]) -> str:
    """Draw ways that arrive at one point as one stroke, so that they do not darken where they meet."""
    tip = routes[0][1][-2:]
    way = " ".join([*(route(points) for _, points in routes), head(tip[0], tip[1])])
    sources = " ".join(leg.source for leg, _ in routes)
    return element("path", data_from=sources, data_to=routes[0][0].target, d=way, style=drawn(NAVY))


def _pill(word: str, middle: Point, canvas: Canvas) -> list[str]:
    block = lay(word, SMALL_STRONG, canvas.width / 4)
    width, height = block.width + PILL, block.height + 2
    left, top = middle[0] - width / 2, middle[1] - height / 2
    return [
        box(left, top, width, height, filled(PAPER, NAVY, HAIRLINE), height / 2),
        text(block, middle[0], top + 1, NAVY, "middle"),
    ]


def _box(one: Box, canvas: Canvas) -> list[str]:
    """Draw a box: a question has cut corners, an end is round, so that they differ without colour."""
    style = _STYLES[one.kind]
    if one.kind == "question":
        shape = element("path", data_step=one.name, d=_cut(one), style=style)
    else:
        shape = element(
            "rect",
            data_step=one.name,
            x=one.left,
            y=one.top,
            width=one.width,
            height=one.height,
            rx=_ROUND if one.kind == "end" else 8.0,
            style=style,
        )
    top = one.middle[1] - one.block.height / 2
    if canvas.narrow:
        return [shape, text(one.block, one.left + PAD, top, INK)]
    return [shape, text(one.block, one.middle[0], top, INK, "middle")]


def _cut(one: Box) -> str:
    left, right, top, foot = (number(value) for value in (one.left, one.right, one.top, one.foot))
    near, far = number(one.left + _CUT), number(one.right - _CUT)
    upper, lower = number(one.top + _CUT), number(one.foot - _CUT)
    return f"M{near},{top} H{far} L{right},{upper} V{lower} L{far},{foot} H{near} L{left},{lower} V{upper} Z"
