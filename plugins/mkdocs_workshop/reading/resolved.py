"""Every text of a curriculum, resolved to pieces, each in the language in which it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from ..ground.problems import Listed, Problem
from ..ground.typography import typographic
from .known import titles
from .marks import Names, Piece, Plain, Wrong, resolve, words_of_marks
from .translation.readings import Spoken

if TYPE_CHECKING:
    from .curriculum import Curriculum


class Pieces(Mapping[str, tuple[Piece, ...]]):
    """Texts and their pieces. Each text is set when it is asked for: most of them never are in a check."""

    def __init__(self, texts: Mapping[str, Names]) -> None:
        self._texts = texts
        """The texts, and what the marks of each can name."""
        self._set: dict[str, tuple[Piece, ...]] = {}

    def __getitem__(self, text: str) -> tuple[Piece, ...]:
        found = self._set.get(text)
        if found is None:
            found = self._set[text] = self._pieces(text)
        return found

    def resolve(self, text: str) -> list[Wrong]:
        """The marks of a text that mean nothing. Raises KeyError for a text that is none of the curriculum."""
        self._set[text], wrong = resolve(text, self._texts[text])
        return wrong

    def _pieces(self, text: str) -> tuple[Piece, ...]:
        """Raises KeyError for a text that is none of the curriculum."""
        names = self._texts.get(text)
        if names is None:
            if text in self._forms:
                return (Plain(text),)
            raise KeyError(text)
        if "{" in text:
            return resolve(text, names)[0]
        return (Plain(typographic(text, names.language)),) if text else ()

    @cached_property
    def _forms(self) -> frozenset[str]:
        """Words that stand in marks alone, and stay as they are: the form of a term or a title that a sentence needs."""
        return frozenset(word for text in self._texts if "{" in text for word in words_of_marks(self[text]))

    def __contains__(self, text: object) -> bool:
        return text in self._texts or text in self._forms

    def __iter__(self) -> Iterator[str]:
        yield from {**self._texts, **dict.fromkeys(self._forms)}

    def __len__(self) -> int:
        return sum(1 for _ in self)


def pieces_of(
    curriculum: "Curriculum", spoken: Spoken, incomplete: frozenset[str], not_released: Mapping[str, str]
) -> Pieces:
    """The pieces of each text.

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
    return Pieces({text.text: set_as[spoken.of(text.text)] for _, text in curriculum.texts})


def wrong_marks(curriculum: "Curriculum", pieces: Pieces) -> list[Problem]:
    """The marks that mean nothing in texts of a curriculum."""
    problems: list[Problem] = []
    listed = Listed()
    for loaded, text in curriculum.texts:
        wrong = pieces.resolve(text.text) if "{" in text.text else []
        for item in (item for item in wrong if listed.room("", loaded.source.path)):
            place = loaded.source.place_in_text(text.loc, item.mark)
            problems.append(loaded.source.problem_at(place, item.code, item.message, item.advice))
    return [*problems, *listed.rest()]
