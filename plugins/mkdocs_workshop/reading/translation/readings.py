"""How far a translation is: which words it has now, and how many of them."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ...model.base import Id
from .messages import Message
from .po import Translation


@dataclass(frozen=True)
class PartState:
    """One PO file of a language."""

    texts: int
    """All its messages."""
    missing: int
    """Messages that stand in the language of the master."""
    mark: str
    """Twelve signs that change with every translated word."""


@dataclass(frozen=True)
class Spoken:
    """In which language a curriculum speaks, and what of it is not translated."""

    language: str
    master: str
    """The language in which it was written."""
    untranslated: frozenset[str] = frozenset()
    parts: Mapping[str, PartState] = field(default_factory=dict)
    """By PO file; empty in the language of the master."""

    def of(self, text: str) -> str:
        """The language in which a text stands."""
        return self.master if text in self.untranslated else self.language


def read_mark(messages: Sequence[Message], found: Mapping[str, Translation]) -> str:
    """Twelve signs that change with every word of the translations of a file, and of their English.

    It looks like "5f2c9a01b7de".
    """
    words = [f"{m.context}\0{m.text}\0{found[m.context].text if m.context in found else ''}" for m in messages]
    return _mark(*words)


def together(parts: Iterable[PartState]) -> PartState:
    """Several PO files as one."""
    every = list(parts)
    return PartState(
        sum(part.texts for part in every), sum(part.missing for part in every), _mark(*(part.mark for part in every))
    )


def part_of(parts: Mapping[str, PartState], module: Id | None) -> PartState:
    """The PO file of a module, or all those of no module together."""
    if module is not None:
        return parts.get(f"modules/{module}.po", PartState(0, 0, ""))
    return together(state for name, state in sorted(parts.items()) if not name.startswith("modules/"))


def of_module(name: str) -> Id | None:
    """The module to which a PO file belongs: `modules/safe-search.po` gives `safe-search`; none where it belongs to none."""
    return name.removeprefix("modules/").removesuffix(".po") if name.startswith("modules/") else None


def _mark(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:12]
