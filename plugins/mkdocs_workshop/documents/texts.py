"""An author's text as a block tree in which every mark has become words: plain data, the same for every format."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from ..edition import Edition
from ..figures import FigureWords, draw, flat
from ..figures.road import road
from ..ground.language_tags import seen, tagged, untagged
from ..language.wording import cite_label, reference
from ..model.evidence import Source
from ..model.figure import Figure as DrawnFigure
from ..reading.marks import Blank, Citation, CountryValue, CrossLink, FactValue, NotReleased, Piece, TermWord
from .gathered import gathered
from .markdown import blocks
from .strips import panels
from .tree.blocks import (
    Block,
    Break,
    Cite,
    Emphasis,
    Field,
    Figure,
    Heading,
    Inline,
    Item,
    Lines,
    Link,
    List,
    Mark,
    Note,
    Paragraph,
    Picture,
    Quote,
    Strong,
    Table,
    Text,
    ToFill,
    Value,
)
from .tree.walk import nodes, rebuilt

FIGURE_WIDTH = 720
"""Pixels of a drawing before it is set to the width of the paper."""


class Texts:
    """Reads the texts of one edition."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    def blocks(self, text: str) -> tuple[Block, ...]:
        """A text of several paragraphs, lists and tables."""
        return self.edition.once_read("text", text, lambda: gathered(self._blocks(self._read(text))))

    def _read(self, text: str) -> tuple[Block, ...]:
        tree = blocks(self.edition.curriculum.pieces[text])
        if not self.edition.wording.is_foreign(text):
            return tree
        return in_language(tree, self.edition.curriculum.manual.language)

    def line(self, text: str) -> tuple[Inline, ...]:
        """A text of one line."""
        return tuple(
            word for block in self.blocks(text) if isinstance(block, Paragraph | Heading) for word in block.children
        )

    def picture(self, id_: str) -> Picture:
        """A figure by its id. Raises KeyError if there is none."""
        return self.edition.once_read("figure in a text", id_, lambda: self._draw(id_))

    def _draw(self, id_: str) -> Picture:
        figure = self._figures[id_]
        plain, say = self.edition.plain, self.edition.say

        def drawn(text: str) -> str:
            return untagged(plain(text))

        words = FigureWords(yes=say("figure.yes"), no=say("figure.no"))
        caption = self.line(figure.caption) if figure.caption else ()
        svg = flat(draw(figure, id_, drawn, words, FIGURE_WIDTH))
        strip, way = panels(figure, id_, drawn), road(figure, drawn, words)
        return Picture(id_, plain(figure.title), svg, drawn(figure.alt), caption, strip, way)

    def cite(self, source: Source) -> Cite:
        """A citation of a source."""
        address = source.URL or (f"https://doi.org/{source.DOI}" if source.DOI else "")
        return Cite(cite_label(source, self.edition.say), reference(source), address)

    @cached_property
    def _figures(self) -> dict[str, DrawnFigure]:
        modules = self.edition.curriculum.modules.values()
        return {id_: figure for parts in modules for id_, figure in parts.figures.items()}

    def _blocks(self, tree: Sequence[Block]) -> tuple[Block, ...]:
        return tuple(self._block(block) for block in tree)

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph(children):
                return Paragraph(self._inlines(children))
            case Heading(level, children):
                return Heading(level, self._inlines(children))
            case List(ordered, items):
                return List(ordered, tuple(Item(self._blocks(item.blocks), item.box) for item in items))
            case Table(head, rows):
                return Table(self._row(head), tuple(self._row(row) for row in rows))
            case Quote(inner):
                return Quote(self._blocks(inner))
            case Note(title, inner):
                return Note(title, self._blocks(inner))
            case Figure(id_):
                return self.picture(id_)
            case Picture() | Lines() | Break():
                return block

    def _row(self, row: Sequence[tuple[Inline, ...]]) -> tuple[tuple[Inline, ...], ...]:
        return tuple(self._inlines(cell) for cell in row)

    def _inlines(self, children: Sequence[Inline]) -> tuple[Inline, ...]:
        return tuple(word for child in children for word in self._inline(child))

    def _inline(self, child: Inline) -> Iterator[Inline]:
        match child:
            case Mark(piece):
                yield from self._mark(piece)
            case Strong(inner) | Emphasis(inner) | Link(inner, _):
                yield replace(child, children=self._inlines(inner))
            case _:
                yield child

    def _mark(self, piece: Piece) -> Iterator[Inline]:
        wording = self.edition.wording
        match piece:
            case FactValue(fact, sources):
                yield Value(wording.value(fact), fact.value is not None, wording.badge(fact.confidence))
                # One citation keeps a sentence readable; the page of the fact lists all of them.
                if sources:
                    yield Text(" ")
                    yield self.cite(sources[0])
            case Citation(source):
                yield self.cite(source)
            case CountryValue(entry):
                if entry.value is None:
                    yield ToFill(wording.blank(entry.label))
                else:
                    yield Value(wording.plain(entry.value), False, wording.badge(entry.confidence))  # noqa: FBT003
            case TermWord(term):
                yield Text(wording.plain(term.term))
            case CrossLink(_, _, title):
                yield Emphasis((Text(wording.title(title)),))
            case NotReleased(title):
                yield Emphasis((Text(wording.not_released(title)),))
            case Blank(label):
                yield Field(label)


def in_language(tree: tuple[Block, ...], language: str) -> tuple[Block, ...]:
    """Blocks whose words are marked as those of a language, the first of them so that readers see it."""
    first = True

    def marked(words: str) -> str:
        nonlocal first
        if not any(map(str.isalpha, words)):
            return words
        put, first = seen if first else tagged, False
        return put(words, language)

    def change(node: object) -> object:
        match node:
            case Text(words):
                return Text(marked(words))
            case Note(title, inner):
                return Note(tagged(title, language), inner) if title else node
            case Field(label):
                return Field(tagged(label, language))
        return node

    return rebuilt(tree, change)


def cited(*trees: object) -> dict[str, Cite]:
    """All citations in some trees, by label, in the order of the labels."""
    return dict(sorted((node.label, node) for node in nodes(trees) if isinstance(node, Cite)))
