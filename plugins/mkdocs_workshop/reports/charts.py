"""Charts of answers, drawn like every figure of the manual: measured letters, dark scheme, wide and narrow, grey copies.

A charting library was looked for. Those that wrap long statements and have patterns weigh more than all the rest of the manual;
the light ones cut labels off. The drawing kit of `figures/` does both.
"""

from dataclasses import dataclass

from ..figures import framed
from ..figures.canvas import Drawing
from ..figures.colours import AMBER, AMBER_TINT, HAIRLINE, INK, LINE, PAPER, SOFT, TEAL, TEAL_TINT, drawn, filled
from ..figures.svg import disc, element, head, line, text
from ..ground.lettering import SMALL, SMALL_STRONG, Block, lay

_BAR, _GAP, _NARROW = 22.0, 14.0, 560
_STRIPE = 6.0


@dataclass(frozen=True)
class AnswerRow:
    """Answers to one statement."""

    label: str
    counts: tuple[int, ...] | None
    """From the worst answer to the best one; nothing where they are withheld."""
    shown: str
    """What stands in place of a bar that can not be drawn, or at its end: "n = 17"."""


@dataclass(frozen=True)
class AnswersChart:
    """Diverging bars: what is better than the middle lies to the right of a line, what is worse to the left."""

    id: str
    title: str
    alt: str
    legend: tuple[str, ...]
    """One for each answer, or two for the ends if the statements run in both directions."""
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True)
class MoveRow:
    """People on the better side of the middle, before and after."""

    label: str
    before: int
    after: int
    of: int
    shown: str


@dataclass(frozen=True)
class MovesChart:
    """An arrow for each statement, from before to after, on a line from nobody to everybody."""

    id: str
    title: str
    alt: str
    ends: tuple[str, str]
    """What stands at the two ends of the line."""
    keys: tuple[str, str]
    """What the hollow and the filled dot mean."""
    rows: tuple[MoveRow, ...]


Chart = AnswersChart | MovesChart


def draw_chart(chart: Chart, width: int = 720) -> str:
    """A chart as one SVG element, `width` pixels wide."""
    name = f"chart-{chart.id}-{width}"
    drawing = _answers(chart, name, width) if isinstance(chart, AnswersChart) else _moves(chart, width)
    return framed(drawing, name, width, chart.title, chart.alt)


@dataclass(frozen=True)
class _Frame:
    """Where the labels and the bars of a chart stand."""

    width: float
    label: float
    left: float
    right: float
    above: bool

    def middle(self, top: float, label: Block) -> float:
        """The height at which a bar lies."""
        return top + label.height + 4 + _BAR / 2 if self.above else top + max(label.height, _BAR) / 2

    def next(self, top: float, label: Block) -> float:
        """Where the next row begins."""
        return top + (label.height + 4 + _BAR if self.above else max(label.height, _BAR)) + _GAP


def _frame(width: int, shown: float) -> _Frame:
    if width < _NARROW:
        return _Frame(width, width - 4, 2, width - shown - 10, above=True)
    return _Frame(width, width * 0.42, width * 0.42 + 16, width - shown - 12, above=False)


def _answers(chart: AnswersChart, name: str, width: int) -> Drawing:
    most = max(len(row.counts or ()) for row in chart.rows)
    styles = _styles(most, name)
    shown = [lay(row.shown, SMALL, width * 0.3) for row in chart.rows]
    frame = _frame(width, max(block.width for block in shown))
    elements = _stripes(name)
    top = _legend(chart.legend, styles, width, elements)
    low, high = _reach(chart.rows)
    per = (frame.right - frame.left) / ((high + low) or 1)
    zero = frame.left + low * per
    start, line_at = top, len(elements)
    for row, note in zip(chart.rows, shown, strict=True):
        label = lay(row.label, SMALL, frame.label)
        middle = frame.middle(top, label)
        elements.append(text(label, 0, top if frame.above else middle - label.height / 2, INK))
        if row.counts is None:
            elements.append(text(note, frame.left, middle - note.height / 2, SOFT))
        else:
            if frame.above:
                elements.append(
                    line((zero, middle - _BAR / 2 - 4), (zero, middle + _BAR / 2 + 4), drawn(INK, HAIRLINE))
                )
            elements += _bar(row.counts, styles, zero, middle, per)
            elements.append(text(note, frame.width, middle - note.height / 2, SOFT, "end"))
        top = frame.next(top, label)
    if not frame.above:
        # It lies behind the bars, so that it strikes no number through.
        elements.insert(line_at, line((zero, start - 6), (zero, top - _GAP + 6), drawn(INK, HAIRLINE)))
    return Drawing(top - _GAP + 8, tuple(elements))


def _reach(rows: tuple[AnswerRow, ...]) -> tuple[float, float]:
    """How far the longest bar reaches to either side of the line, as shares of its answers."""
    low = high = 0.0
    for row in rows:
        if row.counts and (n := sum(row.counts)):
            half = len(row.counts) // 2
            neutral = row.counts[half] / 2 if len(row.counts) % 2 else 0
            low = max(low, (sum(row.counts[:half]) + neutral) / n)
            high = max(high, (sum(row.counts[-half:]) + neutral) / n)
    return low, high


def _bar(counts: tuple[int, ...], styles: list[tuple[str, str]], zero: float, middle: float, per: float) -> list[str]:
    n = sum(counts)
    if not n:
        return []
    half = len(counts) // 2
    neutral = counts[half] / 2 if len(counts) % 2 else 0
    left = zero - (sum(counts[:half]) + neutral) / n * per
    elements = []
    for count, (style, ink) in zip(counts, styles, strict=True):
        length = count / n * per
        if count:
            elements.append(
                element(
                    "rect",
                    x=left,
                    y=middle - _BAR / 2,
                    width=length,
                    height=_BAR,
                    style=f"{style};stroke:{PAPER};stroke-width:1",
                )
            )
            label = lay(str(count), SMALL_STRONG, 60)
            if label.width + 6 <= length:
                if "url(" in style:
                    # Letters on stripes can not be read.
                    elements.append(
                        element(
                            "rect",
                            x=left + length / 2 - label.width / 2 - 3,
                            y=middle - 9,
                            width=label.width + 6,
                            height=18,
                            rx=3,
                            style=filled(PAPER),
                        )
                    )
                elements.append(_count(label, left + length / 2, middle, ink))
        left += length
    return elements


def _count(label: Block, x: float, middle: float, ink: str) -> str:
    return text(label, x, middle - label.height / 2, ink, "middle")


def _styles(points: int, name: str) -> list[tuple[str, str]]:
    """Fill and ink from the worst answer to the best: stripes on the worse side, plain on the better, dark at both ends."""
    half = points // 2
    worse = [(f"fill:url(#{name}-worst)", INK), *[(f"fill:url(#{name}-worse)", INK)] * (half - 1)]
    better = [*[(filled(TEAL_TINT, TEAL), INK)] * (half - 1), (filled(TEAL), PAPER)]
    return [*worse[:half], *([(filled(LINE), INK)] if points % 2 else []), *better[-half:]]


def _stripes(name: str) -> list[str]:
    """Patterns for the worse side: dense for the worst answer, thin for the others."""
    found = []
    for kind, share in (("worst", 0.55), ("worse", 0.2)):
        ground = element("rect", width=_STRIPE, height=_STRIPE, style=filled(AMBER_TINT))
        stripe = element("rect", width=_STRIPE * share, height=_STRIPE, style=filled(AMBER))
        found.append(
            element(
                "pattern",
                ground + stripe,
                id=f"{name}-{kind}",
                width=_STRIPE,
                height=_STRIPE,
                patternUnits="userSpaceOnUse",
                patternTransform="rotate(45)",
            )
        )
    return found


def _legend(words: tuple[str, ...], styles: list[tuple[str, str]], width: int, elements: list[str]) -> float:
    """The answers with their patterns, in lines; returns where the rows begin."""
    if len(words) != len(styles):
        styles = [styles[0], styles[-1]]
    x, top = 0.0, 0.0
    for word, (style, _) in zip(words, styles, strict=True):
        label = lay(word, SMALL, width - 30)
        if x and x + 24 + label.width > width:
            x, top = 0.0, top + 24
        elements.append(
            element(
                "rect", x=x + 0.5, y=top + 3.5, width=16, height=14, style=f"{style};stroke:{SOFT};stroke-width:0.75"
            )
        )
        elements.append(text(label, x + 24, top + 0.5, SOFT))
        x += 24 + label.width + 18
    return top + 38


def _moves(chart: MovesChart, width: int) -> Drawing:
    shown = [lay(row.shown, SMALL, width * 0.3) for row in chart.rows]
    frame = _frame(width, max(block.width for block in shown))
    left, right = frame.left + 8, frame.right - 8
    elements: list[str] = []
    x = 0.0
    for key, after in zip(chart.keys, (False, True), strict=True):
        label = lay(key, SMALL, width / 2)
        elements += [_dot(x + 7, 10, after=after), text(label, x + 20, 0, SOFT)]
        x += 20 + label.width + 20
    starts, ends = (lay(word, SMALL, (right - left) / 2) for word in chart.ends)
    elements += [text(starts, left - 8, 28, SOFT), text(ends, right + 8, 28, SOFT, "end")]
    top = 28 + max(starts.height, ends.height) + 10
    for row, note in zip(chart.rows, shown, strict=True):
        label = lay(row.label, SMALL, frame.label)
        middle = frame.middle(top, label)
        elements.append(text(label, 0, top if frame.above else middle - label.height / 2, INK))
        elements.append(line((left - 8, middle), (right + 8, middle), drawn(LINE, HAIRLINE)))
        start, end = (left + (right - left) * share / row.of for share in (row.before, row.after))
        if abs(end - start) > 16:
            tip = end - 8 if end > start else end + 8
            elements.append(line((start, middle), (tip, middle), drawn(INK, 2)))
            elements.append(element("path", d=head((start, middle), (tip, middle)), style=drawn(INK, 2)))
        elements += [_dot(start, middle, after=False), _dot(end, middle, after=True)]
        elements.append(text(note, frame.width, middle - note.height / 2, SOFT, "end"))
        top = frame.next(top, label)
    return Drawing(top - _GAP + 8, tuple(elements))


def _dot(x: float, y: float, *, after: bool) -> str:
    # The later dot is smaller than the ring of the earlier one, so that both are seen where nothing moved.
    return disc((x, y), 4.0, filled(TEAL)) if after else disc((x, y), 6.5, filled(PAPER, INK, 1.5))
