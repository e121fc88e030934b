"""What every drawing is given, and what it gives back."""

from collections.abc import Callable
from dataclasses import dataclass

from ..ground.lettering import Block, Face, lay


@dataclass(frozen=True)
class FigureWords:
    """Interface words that stand inside drawings."""

    yes: str
    no: str


@dataclass(frozen=True)
class Canvas:
    """Where a figure is drawn: its width in units of SVG, and a name that no other drawing on a page has."""

    name: str
    width: float
    say: Callable[[str], str]
    words: FigureWords

    @property
    def narrow(self) -> bool:
        """Whether things that stand side by side must stand below each other."""
        return self.width < 560

    def lay(self, text: str | None, face: Face, width: float) -> Block:
        """Set an author's text, or nothing, in lines."""
        return lay(self.say(text) if text else "", face, width)


@dataclass(frozen=True)
class Drawing:
    """Elements of SVG, one a line, and the height they need."""

    height: float
    elements: tuple[str, ...]
