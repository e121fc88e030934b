"""Proof that nothing is lost: every word of a block tree is found again in what an independent reader reads."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...ground.language_tags import untagged
from ...ground.problems import Place
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
from .sides import Both
from .walk import rebuilt

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
                yield untagged(title)
                yield from words_of(inner)
            case Picture(_, title, _, _, caption):
                yield untagged(title)
                yield inline_words(caption)
            case Figure() | Lines() | Break():
                pass


def pieces_of(tree: Sequence[Block]) -> Iterator[str]:
    """The same in pieces that stay in one row in every format: labels of blanks and sources may stand somewhere else."""
    for words in words_of(rebuilt(tuple(tree), _parted)):
        # Where a blank gets a line of its own, the full stop behind it is left out.
        yield from filter(None, (piece.strip(" .,;") for piece in words.split(PARTED)))


PARTED = "\u2029"


def _parted(node: object) -> object:
    if isinstance(node, Cite | ToFill | Field):
        return replace(node, label=f"{PARTED}{node.label}{PARTED}")
    if isinstance(node, Value) and node.badge:
        return replace(node, badge=f"{PARTED}{node.badge}{PARTED}")
    return node


def inline_words(children: Sequence[Inline]) -> str:
    """The words in a row, without their form and their language."""
    return untagged("".join(map(_inline, children)))


def _inline(child: Inline) -> str:
    match child:
        case Text(text):
            return text
        case Both(first, second):
            return f"{inline_words(first)} {inline_words(second)}"
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
    """A text without spaces and soft hyphens: where a line ends is no matter of content.

    `squeeze("two words")` gives `"twowords"`.
    """
    joined = "".join(text.split())
    for unseen in _UNSEEN:
        joined = joined.replace(unseen, "")
    return joined


_UNSEEN = "\u00ad\u200b\u2060"
"""Signs at which a line may end, or may not."""


def _parted_by_a_page(word: str, there: str) -> bool:
    """Whether a word with a hyphen or a dash of its own is there in parts: the foot of a page, or another column, is between them."""
    parts = [squeeze(part) for part in re.split("[-–]", word)]
    first = squeeze(word)[: len(parts[0]) + 1]
    return len(parts) > 1 and all(parts) and first in there and all(part in there for part in parts)


def _whole(text: str) -> str:
    """The same without hyphens: where a word is parted at the end of a line, the reader finds one in it."""
    return squeeze(text).replace("-", "")


@dataclass(frozen=True)
class Expected:
    """Words that must stand in a document, and where an author wrote them."""

    words: str
    place: Place | None = None
    """None for what stands in no file of the curriculum: a name from a list of people."""


def left_to_right(texts: Iterable[str]) -> list[str]:
    """The texts whose letters stand on paper as they are written. Arabic and Hebrew ones are read from a PDF in another order.

    `left_to_right(["Hello", "שלום"])` gives `["Hello"]`.
    """
    return [text for text in texts if not any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)]


def lost(wanted: Iterable[str], found: str) -> list[str]:
    """The words that are not found again. A line may be broken anywhere, so word by word is looked for.

    `lost(["gloves", "water"], "Bring glo ves.")` gives `["water"]`.
    """
    whole, there = set(found.split()), squeeze(found)
    joined = there.replace("-", "")
    words = dict.fromkeys(word for text in wanted for word in text.split())
    # Nearly all words are found whole; only the others need a search through everything.
    return [
        word
        for word in words
        if word not in whole
        and squeeze(word) not in there
        and _whole(word) not in joined
        and not _parted_by_a_page(word, there)
    ]


RUN = 3
"""Words in a row by which a text is known again."""
ENOUGH = 0.5
"""Share of the runs of a text that must be found. Feet of pages and notes stand between the others."""


def not_found(expected: Iterable[Expected], found: str) -> list[Expected]:
    """What is expected and not found again: each word must be there, and most words in their order.

    The order tells a text that was left out from words that stand in other texts too.
    """
    expected = [*dict.fromkeys(expected)]
    there, runs = squeeze(found), set(_runs(found.split()))
    joined = there.replace("-", "")
    missing = set(lost((item.words for item in expected), found))
    gone = []
    for item in expected:
        mine = item.words.split()
        if not missing.isdisjoint(mine):
            gone.append(Expected(" ".join(word for word in mine if word in missing), item.place))
            continue
        wanted = _runs(mine)
        # Nearly all are found whole; only the others need a search through everything.
        others = [run for run in wanted if run not in runs]
        if len(wanted) - len(others) >= len(wanted) * ENOUGH:
            continue
        known = len(wanted) - sum(squeeze(run) not in there and _whole(run) not in joined for run in others)
        if known < len(wanted) * ENOUGH and not _in_two(mine, there):
            gone.append(item)
    return gone


def _in_two(words: Sequence[str], there: str) -> bool:
    """Whether a short text is there in two parts: a page ends inside of it."""
    parts = ((squeeze("".join(words[:end])), squeeze("".join(words[end:]))) for end in range(1, len(words)))
    return len(words) <= 2 * RUN and any(first in there and rest in there for first, rest in parts)


def _runs(words: Sequence[str]) -> list[str]:
    """Each three words in a row; a text that is shorter as a whole."""
    return [" ".join(words[index : index + RUN]) for index in range(max(1, len(words) - RUN + 1))] if words else []


def in_words(gone: Sequence[Expected]) -> str:
    """What was lost, for the message of an error: the words and their place."""
    shown = [
        f"{item.words[:80]!r}" + (f" ({item.place.path}:{item.place.line}:{item.place.column})" if item.place else "")
        for item in gone[:8]
    ]
    return ", ".join(shown) + (f" and {len(gone) - 8} more" if len(gone) > 8 else "")
