"""How large the letters of a Word paper are, so that its last page is no page of a few lines: counted, as Word can not be asked.

points_for(document, 10.5, (12.0, 9.0))  ->  11.5

Of all sizes those with the fewest pages are taken, and of these the largest: the rule of the papers in PDF.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from docx.document import Document as WordDocument

from .word_flow import NEW_LINE, ROW_LINE, Item, Lines, Row, flow_of, page_room

STEP = 0.5
"""Points between two sizes."""
SURE = 0.97
"""Of a page that may be filled as we count, which is a little more than what comes out: other machines break lines elsewhere."""
HALF = 0.62
"""Of a page that is used well enough, with what the count may be wrong by."""


def points_for(document: WordDocument, now: float, largest: float, least: float) -> float:
    """The size for a document that is set in `now` points."""
    flow, room = flow_of(document), page_room(document)
    sizes = [largest - STEP * index for index in range(int((largest - least) / STEP) + 1)]
    return -min(_fit(fills(flow, room * SURE, size / now), size) for size in sizes)[2]


Fit = tuple[int, float, float]
"""How well letters fit, the least the best: pages, how empty they are, and the size below nothing, since larger letters are better."""


def fit_of(document: WordDocument, points: float) -> Fit:
    """How well the letters fit in which a document is set. `(2, 0.1, -11.5)`: two pages, one a little less than well used."""
    return _fit(fills(flow_of(document), page_room(document) * SURE, 1.0), points)


def _fit(pages: Sequence[float], size: float) -> Fit:
    # A table that goes to the next page as a whole may leave one half empty at one size and not at another.
    return len(pages), round(sum(max(0.0, HALF - fill) for fill in pages), 1), -size


def pages_in(document: WordDocument) -> int:
    """On how many pages a document comes out, as it is set."""
    return len(fills(flow_of(document), page_room(document) * SURE, 1.0))


def could_lose_a_page(document: WordDocument, scale: float, larger: float) -> bool:
    """Whether a document might take a page less on a sheet that is `larger` times as large inside of its edges, in letters `scale` times as large.

    What stands on its pages is spread evenly for that, which is never less than the paper holds: only who says yes is worth writing again.
    """
    filled = sum(fills(flow_of(document), page_room(document) * SURE, scale))
    pages = pages_in(document)
    return pages > 1 and filled / larger < pages - 1


def fills(flow: Sequence[Item], room: float, scale: float) -> list[float]:
    """How far each page is filled, as a share of it, with letters `scale` times as large as those of `flow`."""
    pages, at = [], 0.0
    waiting: list[float] = []
    for pieces, new_page, with_next in _blocks(flow, scale):
        if new_page and (at or waiting):
            at += sum(waiting)
            pages.append(at / room)
            at, waiting = 0.0, []
        if with_next:
            waiting += [sum(pieces)]
            continue
        first = sum(waiting) + pieces[0]
        if at and at + first > room:
            pages.append(at / room)
            at = 0.0
        at += first
        waiting = []
        for piece in pieces[1:]:
            if at + piece > room:
                pages.append(at / room)
                at = 0.0
            at += piece
    pages.append((at + sum(waiting)) / room)
    return pages


def _blocks(flow: Sequence[Item], scale: float) -> Iterator[tuple[list[float], bool, bool]]:
    """What can not be parted in each block, from the top down; whether it begins a page; whether it stays with the next."""
    for before, item in pairwise((None, *flow)):
        if isinstance(item, Lines):
            pieces = _pieces(item, scale, same=isinstance(before, Lines) and before.style == item.style)
            yield pieces, item.new_page, item.with_next
        elif item is not None:
            yield ([row_height(item, scale)] if item.whole or item.exact else _parts(item, scale)), False, False


def _pieces(item: Lines, scale: float, *, same: bool) -> list[float]:
    """The lines of a paragraph as a page may part them: never the first or the last line alone."""
    count, line = line_count(item, scale), item.height * scale
    tight = item.close and same
    above = 0.0 if tight else item.before * scale
    # Where the next paragraph has the same style, it takes the space away again.
    below = 0.0 if item.close else item.after * scale
    above += item.fixed
    if item.picture:
        count -= 1
    if item.picture or count < 4:
        return [above + count * line + below]
    return [above + 2 * line, *[line] * (count - 4), 2 * line + below]


def line_count(item: Lines, scale: float) -> int:
    """In how many lines a paragraph breaks."""
    room = item.room - item.indent * scale
    count, at = 1, 0.0
    for word, space in item.words:
        wide = word * scale
        if at and at + wide > room:
            count, at = count + 1, 0.0
        # A word that is too long is broken.
        count += int(wide // room) if wide > room else 0
        if space == NEW_LINE:
            count, at = count + 1, 0.0
        else:
            at += wide + space * scale
    return count


def row_height(row: Row, scale: float) -> float:
    """How high a row of a table is."""
    if row.exact:
        return row.least
    return max(row.least, *(_cell_height(cell, scale) + ROW_LINE for cell in row.cells), 0.0)


def _cell_height(cell: Sequence[Item], scale: float) -> float:
    return sum(sum(pieces) for pieces, _, _ in _blocks(cell, scale))


def _parts(row: Row, scale: float) -> list[float]:
    """A row that may be parted, by the blocks of its highest cell."""
    highest = max(row.cells, key=lambda cell: _cell_height(cell, scale), default=())
    pieces = [piece for pieces, _, _ in _blocks(highest, scale) for piece in pieces]
    return pieces if sum(pieces) > row.least else [row.least]
