"""Two documents that say the same in two languages, as one: a function of trees, so that nobody writes a paper twice.

What is read stands in two columns, aligned part by part. What is filled in has one place for both languages: one scale, one box,
one line. Drawings and wide tables take the whole width, one language below the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from ..ground.language_tags import runs, tagged
from .tree.blocks import Break, Item, Lines, List, Paragraph, Picture, Table
from .tree.document import Closing, Document, Part, Questions, Section
from .tree.forms import (
    Asked,
    Match,
    Option,
    Options,
    Order,
    ScaleRow,
    ScaleTable,
    ScaleTitle,
    SheetBox,
    SheetBoxes,
    TestQuestion,
    TickRow,
    Words,
)
from .tree.pages import Badges, Certificate
from .tree.sides import Both, Other, Sides

T = TypeVar("T")

BESIDE = " / "
BELOW = "\n"
MOST_COLUMNS = 3
"""A table with more columns needs the whole width."""
LARGER = {"A6": ("A5", True), "A5": ("A4", True)}
"""Two cards side by side on the next larger paper, turned: it can be cut or folded in the middle."""


class Unlike(ValueError):
    """Two documents that are not the same paper in two languages."""


def bilingual(left: Document, right: Document) -> Document:
    """One document of two that were made of the same texts, each in its language.

    Raises Unlike when they are not the same paper, and when their forms differ in what is asked.
    """
    if (left.kind, left.id) != (right.kind, right.id):
        raise Unlike(f"{left.kind} {left.id} and {right.kind} {right.id} are two papers")
    code = right.language
    pair = _Pair(code)
    size, turned = LARGER.get(left.size, (left.size, left.turned))
    return replace(
        left,
        name=f"{left.name}-{left.language}-{code}",
        title=pair.below(left.title, right.title),
        what=pair.beside(left.what, right.what),
        use=pair.below(left.use, right.use),
        mark=pair.below(left.mark, right.mark),
        foot=pair.below(left.foot, right.foot),
        manual=pair.beside(left.manual, right.manual),
        listed=pair.beside(left.listed or left.title, right.listed or right.title),
        parts=tuple(_gathered(pair.parts(left.parts, right.parts), code)),
        size=size,
        turned=turned,
        # No room for titles that hang beside their text.
        written_on=True,
        most_pages=0,
    )


Row = tuple[tuple[Part, ...], tuple[Part, ...]]


def _gathered(found: Sequence[Row | Part], language: str) -> Iterator[Part]:
    """Rows that follow each other as one pair of columns."""
    rows: list[Row] = []
    for one in found:
        if isinstance(one, tuple):
            rows.append(one)
            continue
        if rows:
            yield Sides(tuple(rows), language)
            rows = []
        yield one
    if rows:
        yield Sides(tuple(rows), language)


class _Pair:
    """Brings two trees together; `language` is that of the second."""

    def __init__(self, language: str) -> None:
        self.language = language

    def beside(self, left: str, right: str) -> str:
        """Two short texts in one line; one where they are the same."""
        return self._joined(left, right, BESIDE)

    def below(self, left: str, right: str) -> str:
        """Two texts, one below the other; one where they are the same."""
        return self._joined(left, right, BELOW)

    def _joined(self, left: str, right: str, between: str) -> str:
        if left == right:
            return left
        # What is not translated on the right stands in a third language already.
        other = "".join(tagged(words, language or self.language) for words, language in runs(right))
        return between.join(filter(None, (left, other)))

    def words(self, left: Words, right: Words) -> Words:
        """Two lines of words; one where they are the same."""
        if left == right or not right:
            return left
        return (Both(left, right, self.language),)

    def each(self, left: Sequence[Words], right: Sequence[Words]) -> tuple[Words, ...]:
        """Lines pair by pair."""
        return tuple(self.words(*pair) for pair in _zipped(left, right))

    def parts(self, left: Sequence[Part], right: Sequence[Part]) -> list[Row | Part]:
        """Rows for two columns, and parts over the whole width."""
        if list(map(type, left)) != list(map(type, right)):
            # A translation may have another number of paragraphs; then the whole stands beside the whole.
            return [(tuple(left), tuple(right))]
        return [found for pair in zip(left, right, strict=True) for found in self._part(*pair)]

    def _part(self, left: Part, right: Part) -> Iterator[Row | Part]:
        match left, right:
            case Section(), Section():
                yield from self._section(left, right)
            case Closing(), Closing():
                notice = tuple(self.below(*pair) for pair in _zipped(left.notice, right.notice))
                yield replace(left, label=self.beside(left.label, right.label), notice=notice)
            case Lines() | Break(), _:
                yield left
            case Questions(), Questions() if left.room:
                yield from self._asked(left, right)
            case Picture(), Picture():
                yield from (left, Other((right,), self.language))
            case Table(), Table() if len(left.head) > MOST_COLUMNS:
                yield from (left, Other((right,), self.language))
            case _ if type(left) in _FILLED_IN:
                yield _FILLED_IN[type(left)](self, left, right)
            case _:
                yield (left,), (right,)

    def _section(self, left: Section, right: Section) -> Iterator[Row | Part]:
        """The title stands in one row with the first block, so that no page ends between them."""
        inner = self.parts(left.blocks, right.blocks)
        first, rest = (inner[0], inner[1:]) if inner and isinstance(inner[0], tuple) else (((), ()), inner)
        yield (replace(left, blocks=first[0]),), (replace(right, blocks=first[1]),)
        yield from rest

    def _asked(self, left: Questions, right: Questions) -> Iterator[Row | Part]:
        for number, (one, other) in enumerate(_zipped(left.lines, right.lines), 1):
            lists = [List(ordered=True, items=(Item((Paragraph(line),)),), first=number) for line in (one, other)]
            yield (lists[0],), (lists[1],)
            yield Lines(left.room)


def _zipped(left: Sequence[T], right: Sequence[T]) -> Iterator[tuple[T, T]]:
    if len(left) != len(right):
        raise Unlike(f"{len(left)} and {len(right)} parts where the same number is wanted")
    return zip(left, right, strict=True)


def _boxes(pair: _Pair, left: SheetBoxes, right: SheetBoxes) -> SheetBoxes:
    def box(one: SheetBox, other: SheetBox) -> SheetBox:
        ticks = tuple(pair.beside(*words) for words in _zipped(one.ticks, other.ticks))
        return replace(one, label=pair.beside(one.label, other.label), ticks=ticks)

    return replace(left, boxes=tuple(box(*boxes) for boxes in _zipped(left.boxes, right.boxes)), height=left.height + 6)


def _scale(pair: _Pair, left: ScaleTable, right: ScaleTable) -> ScaleTable:
    def row(one: ScaleTitle | ScaleRow, other: ScaleTitle | ScaleRow) -> ScaleTitle | ScaleRow:
        return replace(one, words=pair.words(one.words, other.words))

    points = tuple(
        replace(one, label=pair.below(one.label, other.label)) for one, other in _zipped(left.points, right.points)
    )
    return ScaleTable(
        pair.below(left.what, right.what), points, tuple(row(*rows) for rows in _zipped(left.rows, right.rows))
    )


def _answer(pair: _Pair, left: Any, right: Any) -> Any:
    """The place of an answer; what is shuffled stands in the same order in each language."""
    match left:
        case Options():
            options = tuple(_option(pair, *both) for both in _zipped(left.options, right.options))
            return Options(options)
        case Match():
            return Match(pair.each(left.left, right.left), pair.each(left.right, right.right))
        case Order():
            return replace(left, items=pair.each(left.items, right.items))
        case TickRow():
            return TickRow(pair.each(left.answers, right.answers))
    return left


def _option(pair: _Pair, left: Option, right: Option) -> Option:
    return replace(left, words=pair.words(left.words, right.words))


def _question(pair: _Pair, left: Asked, right: Asked) -> Asked:
    return replace(
        left,
        words=pair.words(left.words, right.words),
        answer=_answer(pair, left.answer, right.answer),
        title=pair.beside(left.title, right.title),
    )


def _test(pair: _Pair, left: TestQuestion, right: TestQuestion) -> TestQuestion:
    return replace(
        left,
        words=pair.words(left.words, right.words),
        how=pair.beside(left.how, right.how),
        answer=_answer(pair, left.answer, right.answer),
    )


def _page(pair: _Pair, left: Any, right: Any) -> Any:
    """A page of its own: each text of it with the other below it; who it is for stays."""
    changed: dict[str, str | tuple[str, ...]] = {}
    for field in fields(left):
        one, other = getattr(left, field.name), getattr(right, field.name)
        if isinstance(one, str):
            changed[field.name] = pair.below(one, other)
        elif isinstance(one, tuple) and all(isinstance(item, str) for item in one):
            changed[field.name] = tuple(pair.beside(*words) for words in _zipped(one, other))
    return replace(left, **changed)


def _certificate(pair: _Pair, left: Certificate, right: Certificate) -> Certificate:
    made: Certificate = _page(pair, left, right)
    return replace(made, upright=True, contents_label=pair.beside(left.contents_label, right.contents_label))


_FILLED_IN: dict[type, Any] = {
    SheetBoxes: _boxes,
    ScaleTable: _scale,
    TickRow: _answer,
    Asked: _question,
    TestQuestion: _test,
    Certificate: _certificate,
    Badges: _page,
}
"""Parts that are there once for both languages."""
