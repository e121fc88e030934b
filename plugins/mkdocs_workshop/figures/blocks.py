"""Numbered cards of equal weight in a grid."""

from dataclasses import dataclass

from ..ground.lettering import STRONG, TEXT, Block, lay
from ..model.figure import BlocksFigure
from .canvas import Canvas, Drawing
from .colours import HAIRLINE, INK, LINE, NAVY, NAVY_TINT, PAPER, SOFT, filled
from .svg import box, disc, text

_PAD = 18.0
_GAP = 14.0
_BADGE = 15.0
_LONG = 110
"""Letters from which a text wants a wide card."""


@dataclass(frozen=True)
class _Card:
    number: str
    title: Block
    text: Block

    @property
    def head(self) -> float:
        """The height of the number and the title beside it."""
        return max(self.title.height, 2 * _BADGE)

    @property
    def height(self) -> float:
        return self.head + (8 + self.text.height if self.text.lines else 0) + 2 * _PAD


def draw_blocks(figure: BlocksFigure, canvas: Canvas) -> Drawing:
    """Draw the cards row by row; those of one row are equally high."""
    columns = _columns(figure, canvas)
    width = (canvas.width - 2 - _GAP * (columns - 1)) / columns
    cards = _cards(figure, canvas, width)
    elements: list[str] = []
    top = 1.0
    for start in range(0, len(cards), columns):
        row = cards[start : start + columns]
        height = max(card.height for card in row)
        for place, card in enumerate(row):
            elements += _card(card, 1 + place * (width + _GAP), top, width, height)
        top += height + _GAP
    return Drawing(top - _GAP + 1, tuple(elements))


def _columns(figure: BlocksFigure, canvas: Canvas) -> int:
    """Choose as many columns as the texts bear, with the fewest empty places in the last row."""
    count = len(figure.blocks)
    if canvas.narrow:
        return 1
    longest = max(len(canvas.say(block.text)) for block in figure.blocks)
    three = canvas.width >= 640 and longest <= _LONG
    if three and (count % 3 == 0 or (count > 4 and count % 3 == 2)):
        return 3
    return 2


def _cards(figure: BlocksFigure, canvas: Canvas, width: float) -> tuple[_Card, ...]:
    room = width - 2 * _PAD
    return tuple(
        _Card(
            str(place),
            canvas.lay(block.title, STRONG, room - 2 * _BADGE - 12),
            canvas.lay(block.text, TEXT, room),
        )
        for place, block in enumerate(figure.blocks, 1)
    )


def _card(card: _Card, left: float, top: float, width: float, height: float) -> list[str]:
    middle = top + _PAD + card.head / 2
    centre = left + _PAD + _BADGE
    number = lay(card.number, STRONG, 2 * _BADGE)
    return [
        box(left, top, width, height, filled(PAPER, LINE, HAIRLINE)),
        disc((centre, middle), _BADGE, filled(NAVY_TINT)),
        text(number, centre, middle - number.height / 2, NAVY, "middle"),
        text(card.title, centre + _BADGE + 12, middle - card.title.height / 2, INK),
        text(card.text, left + _PAD, top + _PAD + card.head + 8, SOFT),
    ]
