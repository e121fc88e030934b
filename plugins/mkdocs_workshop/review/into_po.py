"""What a review asks for, into a PO file: new words, and comments beside them. Nothing that anybody wrote is lost."""

from collections.abc import Iterable, Mapping, Sequence

from babel.messages.catalog import Catalog

from ..reading.translation.found import Found, Pair, Tongue
from ..reading.translation.gates import gates
from ..reading.translation.messages import Message
from .take import Taken

BROKEN = frozenset({"W002", "W004"})
"""Codes with which a translation would show readers less than the English has: marks and structure."""


def into_po(
    catalog: Catalog, taken: Taken, messages: Sequence[Message], role: str, day: str, tongue: Tongue
) -> dict[str, list[Found]]:
    """Writes into a catalogue that `updated` made of today's texts; returns what gates find in each text with new words.

    New words that lost a mark or a list item are kept as a proposal (fuzzy): the English stands until somebody mended them. So
    are words whose English has changed since.
    """
    entries = {entry.context: entry for entry in catalog if entry.context}
    known = {message.context: message for message in messages}
    found: dict[str, list[Found]] = {}
    for context, words in taken.texts.items():
        entry = entries[context]
        entry.string = words
        entry.flags.discard("fuzzy")
        entry.previous_id = []
        pair = Pair(str(entry.id), words, known[context])
        found[context] = list(gates(pair, tongue))
        if context in taken.stale:
            entry.previous_id = [taken.stale[context]]
        if context in taken.stale or any(wrong.code in BROKEN for wrong in found[context]):
            entry.flags.add("fuzzy")
    proposals = {context: [f"proposal: {words}"] for context, words in taken.clashes.items()}
    for said in (proposals, taken.comments):
        for context, lines in said.items():
            entry = entries[context]
            entry.user_comments = [*entry.user_comments, *_signed(lines, role, day, entry.user_comments)]
    return found


def _signed(lines: Iterable[str], role: str, day: str, there: Iterable[str]) -> list[str]:
    """Comments with the role in which they were written; one that is there already is not said again."""
    signed = [f"{role}, {day}: {' '.join(line.split())}" for line in lines]
    # A long comment comes back in several lines.
    said = " ".join(there)
    return [line for line in signed if line not in said]


def comment_lines(comments: Mapping[str, Sequence[str]]) -> list[str]:
    """Comments as lines of the notes: `- context: words`."""
    return [f"- `{context}`: {line}" for context, lines in comments.items() for line in lines]
