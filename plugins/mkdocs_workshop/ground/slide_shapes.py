"""What is drawn on a layout behind its words: cards, discs, lines. In points, the same for PowerPoint and for the web."""

from typing import Literal, NamedTuple

Kind = Literal["box", "round", "disc", "frame", "bubble-left", "bubble-right", "plus", "minus"]
Fill = Literal["dark", "tint", "paper"]
MARGIN, WIDE, TOP, BOTTOM = 54.0, 852.0, 134.0, 474.0
"""The field below the title: left, width, top and lower edge."""


class Shape(NamedTuple):
    """A thing that is drawn."""

    kind: Kind
    left: float
    top: float
    width: float
    height: float
    fill: Fill
    text: str = ""
    """A number or a letter in the middle; white on dark."""


class Cell(NamedTuple):
    """A field of a grid."""

    left: float
    top: float
    width: float
    height: float


def grid(count: int, columns: int, gap: float, top: float = TOP) -> list[Cell]:
    """Fields of equal size, row by row, in the room below the title."""
    rows = -(-count // columns)
    width = (WIDE - gap * (columns - 1)) / columns
    height = (BOTTOM - top - gap * (rows - 1)) / rows
    return [
        Cell(MARGIN + (number % columns) * (width + gap), top + (number // columns) * (height + gap), width, height)
        for number in range(count)
    ]


def columns_for(count: int) -> int:
    """How many cards stand side by side: up to three, four as two and two.

    `columns_for(4)` gives `2`; `columns_for(5)` gives `3`.
    """
    return {1: 1, 2: 2, 4: 2}.get(count, 3)


def step_shapes(count: int) -> list[Shape]:
    """Numbered discs on a line, each over its card; five and six in two rows, with the disc inside."""
    if count > 4:
        cells = grid(count, 3, 14)
        return [Shape("round", *cell, "tint") for cell in cells] + [
            Shape("disc", cell.left + 12, cell.top + 12, 40, 40, "dark", str(number))
            for number, cell in enumerate(cells, 1)
        ]
    cells = grid(count, count, 20, top=206)
    line = Shape("box", MARGIN + 26, 162, cells[-1].left - MARGIN, 4, "dark")
    return [
        line,
        *(Shape("round", *cell, "tint") for cell in cells),
        *(Shape("disc", cell.left, 138, 52, 52, "dark", str(number)) for number, cell in enumerate(cells, 1)),
    ]


def card_shapes(count: int) -> list[Shape]:
    """Light cards with a dark upper edge."""
    cells = grid(count, columns_for(count), 18)
    return [Shape("box", *cell, "tint") for cell in cells] + [
        Shape("box", cell.left, cell.top, cell.width, 7, "dark") for cell in cells
    ]


def timeline_shapes(count: int) -> list[Shape]:
    """A line from the first to the last row, with a dot a row."""
    cells = grid(count, 1, 0)
    middle = cells[0].height / 2
    line = Shape("box", MARGIN + 15, cells[0].top + middle, 5, cells[-1].top - cells[0].top, "dark")
    dots = [Shape("disc", MARGIN + 4, cell.top + middle - 13.5, 27, 27, "dark") for cell in cells]
    rims = [Shape("disc", MARGIN + 11, cell.top + middle - 6.5, 13, 13, "tint") for cell in cells]
    return [line, *dots, *rims]


def checklist_shapes(count: int) -> list[Shape]:
    """An empty box at the left of each row, and a thin line below it."""
    cells = grid(count, 1, 0)
    boxes = [Shape("frame", MARGIN + 2, cell.top + cell.height / 2 - 15, 30, 30, "paper") for cell in cells]
    return boxes + [Shape("box", MARGIN, cell.top + cell.height - 1, WIDE, 1.5, "tint") for cell in cells[:-1]]


def board_shapes(count: int) -> list[Shape]:
    """A light bar a row, with a dark edge at its left."""
    cells = grid(count, 1, 12)
    return [Shape("box", *cell, "tint") for cell in cells] + [
        Shape("box", cell.left, cell.top, 10, cell.height, "dark") for cell in cells
    ]


def vote_cells(count: int) -> list[Cell]:
    """Rows for two or three boxes, two columns for more."""
    return grid(count, 1 if count <= 3 else 2, 16)


def vote_shapes(count: int) -> list[Shape]:
    """A frame a choice, with its letter on dark."""
    cells = vote_cells(count)
    return [Shape("frame", *cell, "paper") for cell in cells] + [
        Shape("box", cell.left, cell.top, 60, cell.height, "dark", "ABCDEF"[number])
        for number, cell in enumerate(cells)
    ]


def statement_shapes(count: int) -> list[Shape]:
    """A short light line before each sentence."""
    cells = grid(count, 1, 0, top=140)
    return [Shape("box", 84, cell.top + 8, 6, cell.height - 16, "tint") for cell in cells]


CONTRAST = [
    Shape("box", 54, 134, 417, 346, "tint"),
    Shape("box", 489, 134, 417, 346, "dark"),
    Shape("plus", 74, 150, 34, 34, "dark"),
    Shape("minus", 509, 150, 34, 34, "tint"),
]
PAIR = [
    Shape("frame", 54, 134, 417, 346, "paper"),
    Shape("frame", 489, 134, 417, 346, "paper"),
    Shape("box", 54, 134, 417, 66, "dark"),
    Shape("box", 489, 134, 417, 66, "dark"),
]
VOICES = [
    Shape("bubble-left", 54, 134, 417, 316, "tint"),
    Shape("bubble-right", 489, 134, 417, 316, "dark"),
]
QUESTION = [Shape("box", 0, 0, 196, 540, "dark", "?")]
NUMBERS = [Shape("box", 478, 150, 4, 310, "dark")]
REMARKS = [Shape("box", 602, 134, 4, 340, "dark")]


def _shapes() -> dict[str, list[Shape]]:
    made = {
        "contrast": CONTRAST,
        "pair": PAIR,
        "voices": VOICES,
        "question": QUESTION,
        "number-pair": NUMBERS,
        "figure-words": REMARKS,
    }
    kinds = {
        "steps": step_shapes, "cards": card_shapes, "timeline": timeline_shapes, "checklist": checklist_shapes,
        "board": board_shapes, "vote": vote_shapes,
    }  # fmt: skip
    for name, shapes in kinds.items():
        made |= {f"{name}-{count}": shapes(count) for count in range(2, 7)}
    return made | {f"statement-{count}": statement_shapes(count) for count in range(1, 5)}


SHAPES = _shapes()
"""By layout; a layout with places for points has one entry a count, as `steps-4`."""
