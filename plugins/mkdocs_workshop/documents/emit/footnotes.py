"""Citations as footnotes, for books: a source that one part cites several times stands at the foot of the page once."""

from dataclasses import dataclass

from ..tree.blocks import Cite, Heading
from ..tree.books import Activity, Chapter, SessionHead
from ..tree.document import Part
from ..tree.walk import rebuilt

TITLES = 3
"""Headings down to this level begin a new text; those below belong to the text around them."""


@dataclass(frozen=True)
class Noted(Cite):
    """A citation whose reference stands at the foot of the page."""

    note: str
    """The name of the footnote."""
    again: bool
    """Whether the footnote stands there already."""


def noted(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of a book with their citations as footnotes. Below each title they count anew: it may stand pages further."""
    made, notes = [], _Notes(0)
    for number, part in enumerate(parts):
        if isinstance(part, Chapter | SessionHead | Activity) or (isinstance(part, Heading) and part.level <= TITLES):
            notes = _Notes(number)
        made.append(rebuilt(part, notes.note))
    return tuple(made)


class _Notes:
    """The footnotes below one title."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.known: dict[str, str] = {}

    def note(self, node: object) -> object:
        """A citation as a footnote; every other node as it is."""
        if not isinstance(node, Cite):
            return node
        again = node.label in self.known
        name = self.known.setdefault(node.label, f"note-{self.number}-{len(self.known)}")
        return Noted(node.label, node.reference, node.address, name, again)
