"""The texts of a curriculum as messages for translators: one PO file for each module and each shared file.

A message is known by its context, `file kind, ids, way to the text`: `module occupational-safety: activities/stations/title`.
Entries of a list are named by their ids where they have some, so that a message keeps its context when entries move.
"""

import functools
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ...model.evidence import Fact
from ...model.limits import MAX_ANSWER, MAX_OBJECTION, MAX_SAY, MAX_SLIDE_WORDS
from ..kinds import Loaded
from ..texts import texts
from ..yaml import Loc

PLAIN_FILES = frozenset({"words", "overrides", "results", "delivered"})
"""Kinds of files that have no translation: discouraged words are data of their own in each language, sums have no words."""
NEVER = frozenset({("sources", "title"), ("facts", "note"), ("facts", "checked_by"), ("country", "checked_by")})
"""Texts that stay as they are: what stands for authors alone."""
LIMITS = {
    ("module", "say"): f"at most {MAX_SAY} words",
    ("module", "objection"): f"at most {MAX_OBJECTION} words",
    ("module", "answer"): f"at most {MAX_ANSWER} words",
    ("deck", ""): f"at most {MAX_SLIDE_WORDS} words on the whole slide, in letters that the last row can read",
    ("figure", ""): "short: it stands inside a drawing",
}
"""What a translator must know of the room, by kind of file and key; an empty key stands for the whole file."""


@dataclass(frozen=True)
class Message:
    """A text that is to be translated."""

    context: str
    text: str
    loc: Loc
    kind: str
    """`line` or `block`."""
    facilitator: bool
    file: Loaded

    @property
    def notes(self) -> list[str]:
        """What a translator is told beside the text: what the field is for, who reads it, how much room there is."""
        key = next(str(part) for part in reversed(self.loc) if isinstance(part, str))
        told = [": ".join(part for part in (key, _help(self.file.model, self.loc)) if part)]
        if self.facilitator:
            told.append("facilitator")
        limit = LIMITS.get((self.file.kind, key)) or LIMITS.get((self.file.kind, ""))
        # Notes below a slide, and what says in words what a drawing shows, have all the room they need.
        if limit and not (self.facilitator and self.file.kind == "deck") and key not in ("alt", "caption"):
            told.append(limit)
        return told


def messages(file: Loaded) -> Iterator[Message]:
    """All messages of a file, in the order in which they stand there.

    The first one of a module has the context `module first-aid: title`.
    """
    if file.kind in PLAIN_FILES:
        return
    shown: set[Loc] = set()
    for found in texts(file.model):
        last = str(found.loc[-1])
        if (file.kind, last) in NEVER:
            continue
        loc, text = found.loc, found.text
        if file.kind == "facts" and last in {"value", "unit"}:
            # A number and its unit are one text: word order and endings differ between languages.
            loc = (*loc[:-1], "shown")
            if loc in shown:
                continue
            shown.add(loc)
            text = value_and_unit(file.model.facts[int(loc[1])])
        yield Message(context_of(file, loc), text, loc, found.kind, found.facilitator, file)


def _help(model: Any, loc: Loc) -> str:
    """The first sentence of what the reference says of a field."""
    value, told = model, ""
    for key in loc:
        if isinstance(key, int):
            value = value[key]
            continue
        kind: Any = type(value)
        name = _field(kind, key)
        told = (type(value).model_fields[name].description or "") if name else ""
        value = getattr(value, name) if name else None
    return " ".join(told.partition("\n")[0].split())


def value_and_unit(fact: Fact) -> str:
    """A fact as it stands in a sentence: "24 hours". Empty where it has no value."""
    return " ".join(part for part in (fact.value, fact.unit) if part)


def context_of(file: Loaded, loc: Loc) -> str:
    """The name of a text that survives when entries of a list move.

    `("steps", 1, "text")` in the module `fire-drill` gives `module fire-drill: steps/count-heads/text`, with the id of the entry, or with its
    number from 1 where it has none.
    """
    parts: list[str] = []
    value: Any = file.model
    for key in loc:
        if isinstance(key, int):
            value = value[key]
            parts.append(str(getattr(value, "id", None) or key + 1))
        else:
            value = _attribute(value, key)
            parts.append(key)
    return f"{' '.join((file.kind, *file.ids))}: {'/'.join(parts)}"


def _attribute(model: Any, key: str) -> Any:
    kind: Any = type(model)
    name = _field(kind, key)
    return getattr(model, name) if name else None


@functools.cache
def _field(model: Any, key: str) -> str | None:
    """The name of the field of a kind of model that a key stands for."""
    return next((name for name, field in model.model_fields.items() if key in (name, field.alias)), None)


def po_name(file: Loaded) -> str:
    """The PO file that holds the translation of a file, below `locales/<language>/`: one for each module."""
    if file.kind in {"module", "reading", "check", "deck", "handout", "case", "figure"}:
        return posixpath.join("modules", f"{file.ids[0]}.po")
    if file.ids:
        return posixpath.join(f"{file.kind}s" if file.kind != "country" else "countries", f"{file.ids[0]}.po")
    return f"{file.kind}.po"


def by_po(files: Iterable[Loaded]) -> dict[str, list[Message]]:
    """All messages of a curriculum by their PO file: `modules/fire-drill.po`, `facts.po`."""
    found: dict[str, list[Message]] = {}
    for file in files:
        for message in messages(file):
            found.setdefault(po_name(file), []).append(message)
    return found
