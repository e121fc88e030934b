"""Every text of a curriculum, resolved to pieces, each in the language in which it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ..ground.problems import Listed, Problem
from ..ground.typography import typographic
from .known import titles
from .marks import Names, Piece, Plain, resolve, words_of_marks
from .translation.readings import Spoken

if TYPE_CHECKING:
    from .curriculum import Curriculum


class Pieces(Mapping[str, tuple[Piece, ...]]):
    """Texts and their pieces. Texts without a mark are set when they are asked for: most of them never are in a check."""

    def __init__(
        self, marked: Mapping[str, tuple[Piece, ...]], plain: Mapping[str, str], forms: frozenset[str]
    ) -> None:
        self.marked = marked
        """The texts that have a mark."""
        self._plain = plain
        """The texts that have none, and the language of each."""
        self._forms = forms
        """Words that stand in marks alone, and stay as they are."""
        self._set: dict[str, tuple[Piece, ...]] = {}

    def __getitem__(self, text: str) -> tuple[Piece, ...]:
        found = self.marked.get(text) or self._set.get(text)
        if found is None:
            found = self._set[text] = self._pieces(text)
        return found

    def _pieces(self, text: str) -> tuple[Piece, ...]:
        """Raises KeyError for a text that is none of the curriculum."""
        if text in self.marked:
            return ()
        if text in self._plain:
            return (Plain(typographic(text, self._plain[text])),) if text else ()
        if text in self._forms:
            return (Plain(text),)
        raise KeyError(text)

    def __contains__(self, text: object) -> bool:
        return text in self.marked or text in self._plain or text in self._forms

    def __iter__(self) -> Iterator[str]:
        yield from {**self.marked, **self._plain, **dict.fromkeys(self._forms)}

    def __len__(self) -> int:
        return sum(1 for _ in self)


def resolve_all(
    curriculum: "Curriculum", spoken: Spoken, incomplete: frozenset[str], not_released: Mapping[str, str]
) -> tuple[Pieces, list[Problem]]:
    """The pieces of each text, and the marks that mean nothing.

    `incomplete` holds kinds of which a file could not be read, `not_released` the titles of what may not be shown.
    """
    files_of = {"facts": "fact", "sources": "source", "glossary": "term"}
    unsure = {files_of.get(kind, kind) for kind in incomplete}
    if "module" in unsure:
        # Papers are known through their module's plan.
        unsure |= {"handout", "case", "figure", "session"}
    if "programme" in unsure:
        unsure.add("session")
    names = Names(
        facts=curriculum.facts,
        sources=curriculum.sources,
        terms=curriculum.terms,
        entries={entry.id: entry for entry in curriculum.country.entries},
        figures=frozenset(figure for parts in curriculum.modules.values() for figure in parts.figures),
        titles=titles(curriculum),
        language=spoken.language,
        not_released=not_released,
        incomplete=frozenset(unsure | ({"country"} if "curriculum" in incomplete else set())),
    )
    # What is not translated keeps its quotes and dashes.
    set_as = {spoken.language: names, spoken.master: replace(names, language=spoken.master)}
    marked: dict[str, tuple[Piece, ...]] = {}
    plain: dict[str, str] = {}
    forms: set[str] = set()
    problems: list[Problem] = []
    listed = Listed()
    for loaded, text in curriculum.texts:
        if "{" not in text.text:
            plain[text.text] = spoken.of(text.text)
            continue
        resolved, wrong = resolve(text.text, set_as[spoken.of(text.text)])
        marked[text.text] = resolved
        # The form of a term or a title that a sentence needs stands in no file of its own.
        forms.update(words_of_marks(resolved))
        for item in (item for item in wrong if listed.room("", loaded.source.path)):
            place = loaded.source.place_in_text(text.loc, item.mark)
            problems.append(loaded.source.problem_at(place, item.code, item.message, item.advice))
    return Pieces(marked, plain, frozenset(forms)), [*problems, *listed.rest()]
