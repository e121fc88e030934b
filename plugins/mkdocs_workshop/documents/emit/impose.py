"""Printer's order: pages of a finished PDF on sheets of A4 that every copier takes, with marks to cut along.

    spreads(8)  ->  [(8, 1), (2, 7), (6, 3), (4, 5)]

Backs fit for printing on both sides, flipped on the long edge. Nothing stands in the outer 5 mm, which copiers do not print.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from ...ground.cache import keep
from ..tree.blocks import Table
from ..tree.document import Document
from ..tree.walk import nodes
from .page_ink import rows_of_ink, seam
from .press import made_by, page_count, set_with
from .typeset import literal, string
from .typst_genres import genre_of

How = Literal["cards-on-a4", "tiles-on-a4", "booklet-for-copier"]
SCALE = 0.93
"""Of what it was made for, so that the edge that copiers leave white takes nothing away."""
SEAM = 10
"""Millimetres by which the seam of two tiles may leave the middle of the sheet, so that it runs between words."""
SEQUENTIAL = frozenset({"role-card", "deck"})
"""Genres whose pages are different cards: they stand side by side instead of a card and its copy."""
ON_A_SHEET, ACROSS = 9, 3
"""Cards of a deck on a sheet of A4, and in a row of it."""
_SIZES = {"A5": (148.0, 210.0), "A6": (105.0, 148.0)}
Places = tuple[int | None, ...]
"""Numbers of pages by their places on a side, row by row; None for a place that stays empty."""


class Side(NamedTuple):
    """One side of a sheet."""

    places: Places
    turned: bool = False
    """Whether it stands on its head: the back of a sheet that lies on its side."""


def ways(document: Document) -> tuple[How, ...]:
    """In which printer's orders a paper is offered."""
    if genre_of(document, "") == "deck":
        return ("cards-on-a4",)
    if document.size in {"A5", "A6"}:
        return ("cards-on-a4",)
    return ("tiles-on-a4",) if document.size == "A3" else ()


def cards_of(document: Document) -> int:
    """How many cards a deck has: a full cell of a table is one."""
    return sum(
        bool(cell) for node in nodes(document.parts) if isinstance(node, Table) for row in node.rows for cell in row
    )


def back_places(cards: int) -> list[tuple[int, ...]]:
    """Where backs stand on the sheets of a deck, numbered row by row: seen from behind, the left card is on the right.

    `back_places(4)` gives `[(0, 1, 2, 5)]`.
    """
    found = []
    for first in range(0, cards, ON_A_SHEET):
        here = range(min(ON_A_SHEET, cards - first))
        found.append(tuple(sorted(index // ACROSS * ACROSS + ACROSS - 1 - index % ACROSS for index in here)))
    return found


def padded(pages: int) -> int:
    """The pages of a booklet: a multiple of four. `padded(5)` gives `8`."""
    return -(-pages // 4) * 4


def spreads(pages: int) -> list[tuple[int, int]]:
    """The pages of a booklet, left and right, side by side: front and back of each sheet in turn. A multiple of four.

    `spreads(8)` gives `[(8, 1), (2, 7), (6, 3), (4, 5)]`.
    """
    found = []
    for sheet in range(pages // 4):
        low, high = 2 * sheet + 1, pages - 2 * sheet
        found += [(high, low), (low + 1, high - 1)]
    return found


def card_sides(pages: int, up: int, *, sequential: bool) -> list[Side]:
    """Sides of cards: `up` of them on each. Copies of one face share a side, so its back fits however the sheet is turned."""
    if sequential:
        numbers: list[int | None] = [*range(1, pages + 1)]
        numbers += [None] * (-pages % up)
        return [Side(tuple(numbers[start : start + up])) for start in range(0, len(numbers), up)]
    return [Side((page,) * up) for page in range(1, pages + 1)]


def booklet_sides(pages: int) -> list[Side]:
    """Sides of a booklet; of a leaflet of one or two pages there are two on each side."""
    if pages <= 2:
        return card_sides(pages, 2, sequential=False)
    return [
        Side(tuple(page if page <= pages else None for page in pair), turned=index % 2 == 1)
        for index, pair in enumerate(spreads(padded(pages)))
    ]


def imposed(document: Document, made: bytes, how: How, words: Sequence[str], cache: Path) -> bytes:
    """The pages of `made` in printer's order. `words` are what stands at the check line, and the title of empty pages.

    Raises PressError when they can not be set.
    """
    pages = page_count(made)
    seams = [seam(rows, 210, SEAM) for rows in rows_of_ink(made)] if how == "tiles-on-a4" else []
    source = _source(document, how, pages, words, seams)
    name = f"{document.name}-{how}"
    ingredients = source.encode() + made
    return keep(cache / "documents", f"{name}.pdf", ingredients, made_by(), lambda: set_with(name, source, made, cache))


def _source(document: Document, how: How, pages: int, words: Sequence[str], seams: Sequence[int]) -> str:
    day = document.day
    head = (
        f"#set document(title: {string(document.title)}, author: {string(document.manual)},"
        f" date: datetime(year: {day.year}, month: {day.month}, day: {day.day}))\n"
        f"#set text(lang: {string(document.language)})\n{_THEME}"
    )
    given = ", ".join(map(literal, words))
    if document.form == "deck":
        backs = back_places(cards_of(document))
        first = pages - len(backs) + 1
        # What is said about the cards comes last: sheets and their backs must follow each other.
        sheets = [
            f"#deck-sheet({first + index}, ({', '.join(map(str, places))},), {literal(document.title)})"
            for index, places in enumerate(backs)
        ]
        return head + "\n".join([*sheets, *(f"#whole({page})" for page in range(1, first))])
    if how == "tiles-on-a4":
        return head + "".join(f"#tiles({page}, {cut}mm, {given})\n" for page, cut in enumerate(seams, 1))
    if how == "booklet-for-copier":
        sides, size, across, margin = booklet_sides(pages), "A5", 2, False
    else:
        size, across, margin = document.size, 2, True
        up = 4 if size == "A6" else 2
        sides = card_sides(pages, up, sequential=document.form in SEQUENTIAL)
    width, height = _SIZES[size]
    flipped = "false" if size == "A6" else "true"
    shown = [
        f"#side(({', '.join('none' if page is None else str(page) for page in side.places)},), {across}, {width}mm, {height}mm,"
        f" {flipped}, {'true' if side.turned else 'false'}, {'true' if margin else 'false'}, {given})"
        for side in sides
    ]
    return head + "\n".join(shown)


_THEME = r"""
#set text(font: "Source Sans 3", size: 6.5pt, fill: rgb("#4A5B6C"))
#let scale-of = 0.93
#let hair = 0.5pt + rgb("#4A5B6C")
#let check(words) = place(bottom + center, dy: -0.5mm, box({ box(baseline: -0.6mm, line(length: 50mm, stroke: 0.6pt + rgb("#4A5B6C"))); h(2mm); words }))
#let notes(title, width, height) = block(width: width, height: height, inset: 12mm, { text(size: 13pt, weight: 700, title); for _ in range(16) { block(height: 9mm, width: 100%, spacing: 0pt, stroke: (bottom: hair)) } })
// Ticks beside the lines that are cut; nothing bleeds, so a cut that is a millimetre off does not show.
#let ticks(columns, rows, width, height) = {
  // Dotted: here a pocket card is folded to half its size.
  if columns * rows == 4 { for y in range(rows) { for x in (-3.4mm, columns * width + 0.6mm) { place(top + left, dx: x, dy: (y + 0.5) * height, line(length: 2.8mm, stroke: (paint: rgb("#4A5B6C"), thickness: 0.7pt, dash: "dotted"))) } } }
  for x in range(columns + 1) { for y in (-3.4mm, rows * height + 0.6mm) { place(top + left, dx: x * width, dy: y, line(length: 2.8mm, angle: 90deg, stroke: hair)) } }
  for y in range(rows + 1) { for x in (-3.4mm, columns * width + 0.6mm) { place(top + left, dx: x, dy: y * height, line(length: 2.8mm, stroke: hair)) } }
}
#let side(places, columns, width, height, flipped, turned, cut, words, empty) = {
  set page(paper: "a4", flipped: flipped, margin: 0mm)
  let (w, h) = (width * scale-of, height * scale-of)
  let rows = calc.ceil(places.len() / columns)
  let (wide, high) = if flipped { (297mm, 210mm) } else { (210mm, 297mm) }
  let sheet = block(width: wide, height: high, {
    place(top + left, dx: (wide - columns * w) / 2, dy: (high - rows * h) / 2, {
      if cut { ticks(columns, rows, w, h) } else { place(top + left, dx: w, dy: -4mm, line(length: 3mm, angle: 90deg, stroke: (paint: rgb("#4A5B6C"), thickness: 0.5pt, dash: "dotted"))) }
      grid(columns: (w,) * columns, rows: h, ..places.map(page => if page == none { if cut { [] } else { notes(empty, w, h) } } else { image("pages.pdf", page: page, width: w, height: h) }))
    })
    check(words)
  })
  if turned { rotate(180deg, sheet) } else { sheet }
}
// A deck on A4: a sheet of cards and its backs, with cut marks in the same places on both. All backs are alike, and their pattern
// ends before the line that is cut: a back that is printed two millimetres off does not show.
#let whole(number) = { set page(paper: "a4", margin: 0mm); image("pages.pdf", page: number, width: 210mm, height: 297mm) }
#let back-pattern = tiling(size: (3mm, 3mm), { place(line(start: (0mm, 3mm), end: (3mm, 0mm), stroke: 0.7pt + rgb("#4A5B6C"))); place(line(start: (0mm, 0mm), end: (3mm, 3mm), stroke: 0.7pt + rgb("#4A5B6C"))) })
#let deck-sheet(number, places, title) = {
  let (w, h, x, y) = (63mm, 88mm, 10.5mm, 16.5mm)
  whole(number)
  set page(paper: "a4", margin: 0mm)
  place(top + left, dx: x, dy: y, {
    ticks(3, 3, w, h)
    for at in places {
      place(top + left, dx: calc.rem(at, 3) * w + 5mm, dy: calc.quo(at, 3) * h + 5mm, block(width: w - 10mm, height: h - 10mm, radius: 3mm, fill: back-pattern, stroke: 1pt + rgb("#4A5B6C"), align(center + horizon, box(width: w - 22mm, fill: white, radius: 1.5mm, inset: 2.4mm, text(size: 9pt, weight: 700, fill: rgb("#14212E"), title)))))
    }
  })
}
// A sheet of A3 on two of A4 that lie on their side, with crosses where they meet. Each shows a little of the other one.
#let tiles(number, cut, words, empty) = {
  set page(paper: "a4", flipped: true, margin: 0mm)
  let by = 0.9
  let (w, h, seam) = (297mm * by, 420mm * by, cut * by)
  for half in (0, 1) {
    if half == 1 { pagebreak() }
    let high = if half == 0 { seam } else { h - seam }
    let at = if half == 0 { 210mm - 6mm } else { 6mm }
    place(top + left, dx: (297mm - w) / 2, dy: if half == 0 { at - high } else { at - 1.6mm }, box(width: w, height: high + 1.6mm, clip: true, place(top + left, dy: if half == 0 { 0mm } else { 1.6mm - seam }, image("pages.pdf", page: number, width: w, height: h))))
    for x in ((297mm - w) / 2 - 5mm, (297mm + w) / 2 + 5mm) { place(top + left, dx: x - 3mm, dy: at, line(length: 6mm, stroke: hair)); place(top + left, dx: x, dy: at - 3mm, line(length: 6mm, angle: 90deg, stroke: hair)) }
    place(if half == 0 { top + left } else { bottom + left }, dx: 16mm, dy: if half == 0 { 2.6mm } else { -2.6mm }, [#box(line(length: 50mm, stroke: 0.6pt + rgb("#4A5B6C"))) #words])
  }
}
"""
