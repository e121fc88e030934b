"""How far a translation is: which words it has now, and how many of them."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ...model.base import Id


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


def state_of(said: Sequence[tuple[str, str | None]]) -> PartState:
    """The state of some messages, each with its context and its translation, None where there is none."""
    return PartState(len(said), sum(text is None for _, text in said), _mark(said))


def together(parts: Iterable[PartState]) -> PartState:
    """Several PO files as one."""
    every = list(parts)
    return PartState(
        sum(part.texts for part in every), sum(part.missing for part in every), _mark([part.mark for part in every])
    )


def part_of(parts: Mapping[str, PartState], module: Id | None) -> PartState:
    """The PO file of a module, or all those of no module together."""
    if module is not None:
        return parts.get(f"modules/{module}.po", PartState(0, 0, ""))
    return together(state for name, state in sorted(parts.items()) if not name.startswith("modules/"))


def _mark(words: object) -> str:
    return hashlib.sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()[:12]
