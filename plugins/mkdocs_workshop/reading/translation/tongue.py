"""What a language calls the things of a curriculum: its glossary and titles, from the PO files and from the glossary itself."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from ...ground.problems import Problem
from ...model.evidence import Glossary
from ..kinds import Loaded
from .apply import usable
from .found import TermWords, Tongue
from .language import known_of
from .messages import Message
from .po import Translation

_BRACKETS = re.compile(r"\s*\([^()]*\)")
TITLED = ("module", "handout", "case")
"""Kinds of files to whose titles texts lead."""


def tongue_of(
    code: str,
    folder: Path,
    root: Path,
    files: Sequence[Loaded],
    wanted: Mapping[str, Sequence[Message]],
    found: Mapping[str, Mapping[str, Translation]],
) -> tuple[Tongue, tuple[Problem, ...]]:
    """What gates know of a language, and what is wrong with its table and words. `found` holds its PO files by name."""
    known = known_of(code, folder, root)
    glossary = next((file.model for file in files if file.kind == "glossary"), Glossary(terms=()))
    translated: dict[tuple[str, str], str] = {}
    titles: dict[str, str] = {}
    for name, messages in wanted.items():
        for message in messages:
            if message.file.kind == "glossary" and message.loc[-1] in ("term", "abbreviation"):
                text = usable(message, found.get(name, {}))
                if text:
                    translated[glossary.terms[int(message.loc[1])].id, str(message.loc[-1])] = text
            elif message.file.kind in TITLED and message.loc == ("title",):
                titles[f"{message.file.kind}/{message.file.ids[-1]}"] = usable(message, found.get(name, {})) or ""
    terms = {}
    for term in glossary.terms:
        words = (
            translated.get((term.id, "term")),
            term.translated.get(code),
            translated.get((term.id, "abbreviation")),
        )
        if any(words):
            # Only what is an abbreviation in capitals is sought with them: `WHO` is not `who`.
            english = tuple(name if name.isupper() else name.lower() for name in (term.term, term.abbreviation) if name)
            terms[term.id] = TermWords(term.id, english, tuple(word for word in words if word))
    titles = {name: title for name, title in titles.items() if title}
    return Tongue(code, known.table, known.words, terms, titles), known.problems
