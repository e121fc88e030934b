"""A review as a Word file: a page of guide, a table for each file of the module, the terms of the glossary."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..documents.emit.word_rows import RowsPart, lines_outside, rows_word
from ..documents.tree.document import Document as Made
from ..documents.tree.document import heading, listed, text
from ..documents.tree.rows import CellLines, NumberedRow, NumberedRows, Run
from ..language.interface import Catalogue
from .lines import unfolded
from .rows import Row

GUIDE = ("read", "change", "comment", "rows", "braces", "signs", "numbers", "grey", "back")
"""What the guide tells, in its order: keys below `review.guide`."""
SHARES = {3: (7, 59, 34), 4: (7, 35, 39, 19), 5: (7, 26, 26, 28, 13)}
"""Widths of the columns in parts of a hundred, by their number."""
_MARK = re.compile(r"(\{[a-z]+:[^{}\n]*\})")


@dataclass(frozen=True)
class ReviewSheet:
    """A review before any format."""

    made: Made
    """Its frame: title, language, paper."""
    language: str
    name: str
    """The PO file without its ending: `modules/referral-schemes`."""
    rows: tuple[Row, ...]
    heads: tuple[str, ...]
    """Heads of the columns; three where the English itself is read."""
    terms: tuple[tuple[str, str], ...]
    """English and the language."""


def review_word(sheet: ReviewSheet, say: Catalogue) -> bytes:
    """The Word file of a review. The same sheet gives the same bytes."""
    # By these words it is known again: what the file is, its language, its PO file, and how many rows it has.
    keywords = f"workshop-review {sheet.language} {sheet.name} {len(sheet.rows)}"
    return rows_word(sheet.made, _parts(sheet, say), keywords)


def frame_lines(sheet: ReviewSheet, say: Catalogue) -> list[str]:
    """Every line outside the tables, in order; a group of rows has its heading."""
    return lines_outside(sheet.made, _parts(sheet, say))


def _parts(sheet: ReviewSheet, say: Catalogue) -> list[RowsPart]:
    guide = [text(say(f"review.guide.{key}")) for key in GUIDE]
    parts: list[RowsPart] = [heading(2, say("review.guide.title")), listed(guide, ordered=True)]
    for title, rows in _groups(sheet.rows):
        shown = tuple(_row(row, len(sheet.heads), say) for row in rows)
        parts += [heading(2, title), NumberedRows(sheet.heads, SHARES[len(sheet.heads)], shown)]
    if sheet.terms:
        terms = [text(f"{english} – {word}") for english, word in sheet.terms]
        parts += [heading(2, say("review.terms")), listed(terms)]
    return parts


def _groups(rows: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each file of the module, below a heading that says what it is."""
    for _, grouped in itertools.groupby(rows, key=lambda row: row.message.file.source.path):
        group = list(grouped)
        file = group[0].message.file
        title = next((row.message.text for row in group if row.message.loc == ("title",)), "")
        yield " · ".join(part for part in (title, "/".join((file.kind, *file.ids))) if part), group


def _row(row: Row, count: int, say: Catalogue) -> NumberedRow:
    """A row of `count` columns: number, perhaps the English, perhaps another language, the text, an empty one for comments."""
    english = [] if count == 3 else [row.message.text]
    beside = [row.beside] if count == 5 else []
    cells = tuple(map(_lines, [*english, *beside, row.text, ""]))
    if not row.message.facilitator:
        return NumberedRow(row.number, row.tag, "", cells)
    return NumberedRow(row.number, row.tag, say("review.facilitator"), cells, grey=count - 2 if count > 3 else 1)


def _lines(text: str) -> CellLines:
    """A text line by line; marks stand apart, so that readers see what is not theirs."""
    return tuple(
        tuple(Run(part, _MARK.fullmatch(part) is not None) for part in _MARK.split(line) if part)
        for line in unfolded(text).split("\n")
    )


def heads_of(
    say: Catalogue, names: Mapping[str, str], master: str, language: str, beside: str | None
) -> tuple[str, ...]:
    """The heads of the columns; `names` are those of the languages, by code. The master stands alone when it is read itself."""
    codes = [language] if language == master else [master, *([beside] if beside else []), language]
    read = [names[code] for code in codes]
    return (say("review.number"), *read, say("review.comment"))
