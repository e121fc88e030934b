"""Parts of a document in two languages: columns side by side, and lines with both languages, one below the other."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .blocks import Inline
    from .document import Part


@dataclass(frozen=True)
class Both:
    """Words in two languages, where there is one place for both: a question with one place for its answer."""

    first: "tuple[Inline, ...]"
    second: "tuple[Inline, ...]"
    language: str
    """Of the second words."""


@dataclass(frozen=True)
class Sides:
    """Two columns; what says the same stands side by side."""

    rows: "tuple[tuple[tuple[Part, ...], tuple[Part, ...]], ...]"
    language: str
    """Of the right column."""


@dataclass(frozen=True)
class Other:
    """Parts in another language than the document, over its whole width."""

    parts: "tuple[Part, ...]"
    language: str


SidePart = Sides | Other
