"""Proof that nothing is lost: every word of a block tree is found again in what an independent reader reads."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from .blocks import (
    Block,
    Box,
    Break,
    Cite,
    Emphasis,
    Field,
    Figure,
    Heading,
    Inline,
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

MARK = "¤"
"""Stands for a mark that has not been put in words."""


def words_of(tree: Sequence[Block]) -> Iterator[str]:
    """The text of each paragraph, heading and cell, in reading order; a drawing gives its title and its caption."""
    for block in tree:
        match block:
            case Paragraph(children) | Heading(_, children):
                yield inline_words(children)
            case List(_, items):
                for item in items:
                    yield from words_of(item.blocks)
            case Table(head, rows):
                yield from (inline_words(cell) for row in (head, *rows) for cell in row)
            case Quote(inner):
                yield from words_of(inner)
            case Note(title, inner):
                yield title
                yield from words_of(inner)
            case Picture(_, title, _, _, caption):
                yield title
                yield inline_words(caption)
            case Figure() | Lines() | Break():
                pass


def inline_words(children: Sequence[Inline]) -> str:
    """The words in a row, without their form."""
    return "".join(map(_inline, children))


def _inline(child: Inline) -> str:
    match child:
        case Text(text):
            return text
        case Strong(inner) | Emphasis(inner) | Link(inner, _):
            return inline_words(inner)
        case Cite(label) | ToFill(label) | Field(label):
            # It stands in brackets or in a box, so it is no part of the words around it.
            return f" {label} "
        case Value(text, _, badge):
            return f"{text} {badge} " if badge else text
        case Box():
            return ""
        case Mark():
            return MARK


def squeeze(text: str) -> str:
    """A text without spaces and soft hyphens: where a line ends is no matter of content."""
    return re.sub(r"[\s\u00ad\u200b\u2060]+", "", text)


def left_to_right(texts: Iterable[str]) -> list[str]:
    """The texts whose letters stand on paper as they are written. Arabic and Hebrew ones are read from a PDF in another order."""
    return [text for text in texts if not any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)]


def lost(wanted: Iterable[str], found: str) -> list[str]:
    """The words that are not found again. A line may be broken anywhere, so word by word is looked for."""
    whole, there = set(found.split()), squeeze(found)
    words = dict.fromkeys(word for text in wanted for word in text.split())
    # Nearly all words are found whole; only the others need a search through everything.
    return [word for word in words if word not in whole and squeeze(word) not in there]
