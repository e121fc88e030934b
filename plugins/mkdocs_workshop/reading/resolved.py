"""Every text of a curriculum, resolved to pieces, each in the language in which it stands."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ..ground.problems import Listed, Problem
from .known import titles
from .marks import Names, Piece, Plain, resolve, words_of_marks
from .translation.readings import Spoken

if TYPE_CHECKING:
    from .curriculum import Curriculum


def resolve_all(
    curriculum: "Curriculum", spoken: Spoken, incomplete: frozenset[str], not_released: Mapping[str, str]
) -> tuple[dict[str, tuple[Piece, ...]], list[Problem]]:
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
    pieces: dict[str, tuple[Piece, ...]] = {}
    problems: list[Problem] = []
    listed = Listed()
    for loaded, text in curriculum.texts:
        resolved, wrong = resolve(text.text, set_as[spoken.of(text.text)])
        pieces[text.text] = resolved
        # The form of a term or a title that a sentence needs stands in no file of its own.
        pieces |= {form: (Plain(form),) for form in words_of_marks(resolved) if form not in pieces}
        for item in (item for item in wrong if listed.room("", loaded.source.path)):
            place = loaded.source.place_in_text(text.loc, item.mark)
            problems.append(loaded.source.problem_at(place, item.code, item.message, item.advice))
    return pieces, [*problems, *listed.rest()]
