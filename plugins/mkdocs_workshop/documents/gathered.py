"""Citations at the end of what they support, so that a text reads as it is spoken.

In a paragraph, a cell and an entry they stand at its end, each once. Below a numbered list they stand after the list: its steps are
followed by hand, and nothing may come between two of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .tree.blocks import Block, Cite, Emphasis, Inline, Item, Link, List, Note, Paragraph, Quote, Strong, Table, Text


def gathered(tree: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks with their citations at the end of each paragraph, cell or numbered list."""
    return tuple(made for block in tree for made in _block(block))


def _block(block: Block) -> Iterator[Block]:
    match block:
        case Paragraph(children):
            words, cites = _parted(children)
            yield Paragraph((*words, *_tail(cites, bool(words))))
        case List(ordered=True, items=items):
            parted = [_bare(item.blocks) for item in items]
            yield replace(
                block, items=tuple(Item(blocks, item.box) for item, (blocks, _) in zip(items, parted, strict=True))
            )
            cites = [cite for _, found in parted for cite in found]
            if cites:
                yield Paragraph(tuple(_tail(cites, after_words=False)))
        case List(items=items):
            yield replace(block, items=tuple(Item(gathered(item.blocks), item.box) for item in items))
        case Table(head, rows):
            yield Table(tuple(map(_cell, head)), tuple(tuple(map(_cell, row)) for row in rows))
        case Quote(inner):
            yield Quote(gathered(inner))
        case Note(title, inner):
            yield Note(title, gathered(inner))
        case _:
            yield block


def _cell(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    words, cites = _parted(children)
    return (*words, *_tail(cites, bool(words)))


def _bare(tree: Sequence[Block]) -> tuple[tuple[Block, ...], list[Cite]]:
    """Blocks without their citations, and these."""
    blocks: list[Block] = []
    cites: list[Cite] = []
    for block in gathered(tree):
        if isinstance(block, Paragraph):
            words, found = _parted(block.children)
            cites += found
            if words:
                blocks.append(Paragraph(words))
        elif isinstance(block, List):
            parted = [(item, *_bare(item.blocks)) for item in block.items]
            cites += [cite for _, _, found in parted for cite in found]
            blocks.append(replace(block, items=tuple(Item(inner, item.box) for item, inner, _ in parted)))
        else:
            blocks.append(block)
    return tuple(blocks), cites


def _parted(children: Sequence[Inline]) -> tuple[tuple[Inline, ...], list[Cite]]:
    """Words without their citations and the spaces before them, and these."""
    words: list[Inline] = []
    cites: list[Cite] = []
    for child in children:
        match child:
            case Cite():
                cites.append(child)
                if words and isinstance(words[-1], Text):
                    bare = words.pop().text.rstrip(" ")  # type: ignore[union-attr]  # a Text, by the line above
                    words += [Text(bare)] if bare else []
            case Strong(inner) | Emphasis(inner) | Link(inner):
                held, found = _parted(inner)
                cites += found
                words += [replace(child, children=held)] if held else []
            case _:
                words.append(child)
    return tuple(words), cites


def _tail(cites: Sequence[Cite], after_words: bool) -> Iterator[Inline]:
    for place, cite in enumerate(dict.fromkeys(cites)):
        if place or after_words:
            yield Text(" ")
        yield cite
