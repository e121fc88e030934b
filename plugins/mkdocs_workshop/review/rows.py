"""What stands in the rows of a review: the texts of one PO file, each with a key that survives the way through Word."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..reading.translation.messages import Message
from ..reading.translation.po import Translation
from .lines import unfolded

ORDER = ("module", "reading", "deck", "handout", "case", "check", "figure")
"""Files of a module as somebody reads them."""


class Row(NamedTuple):
    """A text to be read."""

    number: int
    """From 1, in the order of the files."""
    message: Message
    beside: str
    """The same text in a second language; empty where none was asked for."""
    text: str
    """What is read and changed: the translation, or the English itself."""

    @property
    def tag(self) -> str:
        """What the Word file remembers of the row: its key, and marks of the English and of the text as they left."""
        return f"ws_{key_of(self.message)}_{mark_of(self.message.text)}_{mark_of(self.text)}"


def key_of(message: Message) -> str:
    """Sixteen signs that stand for the context of a message: Word takes at most 40 letters as a bookmark."""
    return hashlib.sha256(message.context.encode()).hexdigest()[:16]


def mark_of(text: str) -> str:
    """Eight signs that change with every word of a text; where its lines are folded does not count.

    `mark_of("Wash your hands.")` gives `"0b936e65"`.
    """
    plain = "\n".join(line.rstrip() for line in unfolded(text.strip()).splitlines())
    return hashlib.sha256(plain.encode()).hexdigest()[:8]


def rows_of(
    messages: Sequence[Message],
    found: Mapping[str, Translation],
    beside: Mapping[str, Translation],
    *,
    english: bool,
) -> list[Row]:
    """The rows of a PO file; with `english`, the English is what is read, and texts that no file holds are left out."""
    wanted = sorted(
        (message for message in messages if not english or message.loc[-1] != "shown"),
        key=lambda message: ORDER.index(message.file.kind) if message.file.kind in ORDER else 0,
    )
    return [
        Row(
            number,
            message,
            beside[message.context].text if message.context in beside else "",
            message.text if english else (found[message.context].text if message.context in found else ""),
        )
        for number, message in enumerate(wanted, start=1)
    ]
