"""How well papers are filled, for papers that are too full, too empty and too small: what is said and where."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from mkdocs_workshop.documents.fit import misfits, verdicts
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.model.papers import Handout
from tests.golden_files import assert_golden

MODULE = "occupational-safety"


def _papers(edition: Edition) -> Iterator[tuple[str, Handout]]:
    """Handouts of texts that the curriculum has already, so that their marks are known."""
    there = [paper for parts in edition.curriculum.modules.values() for paper in parts.handouts.values()]
    first = (
        edition.curriculum.modules[MODULE].handouts["exposure-card"].model_copy(update={"easy": None, "pictures": {}})
    )
    sections = [
        section for paper in there for section in paper.sections if "{" not in section.text and len(section.text) < 500
    ]
    for name, form, paper, count in (
        ("small role card", "role-card", "A5", 1),
        ("full poster", "poster", "A3", 12),
        ("two posters", "poster", "A3", 16),
        ("full worksheet", "template", "A3", 20),
    ):
        some = tuple(section.model_copy(update={"id": f"s{at}"}) for at, section in enumerate(sections[:count]))
        yield name, first.model_copy(update={"form": form, "paper": paper, "sections": some})


@pytest.fixture(scope="module")
def told(example: Edition) -> list[str]:
    """What is said of each."""
    module, lines = example.curriculum.modules[MODULE], []
    for name, paper in _papers(example):
        changed = replace(module, handouts={**module.handouts, "exposure-card": paper})
        found = misfits(example, changed, "exposure-card")
        lines += [
            name,
            *(
                f"    {one.severity} {one.code} {one.place.line}:{one.place.column} {one.message} = {one.advice}"
                for one in found
            ),
        ]
    for form in ("letter", "deck", "poster", "role-card", "card"):
        for reaches in ((0.9,), (0.3,), (0.55,), (0.9, 0.1), (0.9, 0.16), (0.3, 0.9), (0.2, 0.3, 0.1)):
            said = [list(verdicts(reaches, form, ended=ended)) for ended in (False, True)]
            lines.append(f"{form} {reaches}: {said[0]}, ended by its author {said[1]}")
    return lines


@pytest.mark.parametrize("part", [0, 1])
def test_fit(part: int, told: Sequence[str], request: pytest.FixtureRequest) -> None:
    """What is measured on paper, and what is said of measures."""
    verdicts_begin = next(at for at, line in enumerate(told) if line.startswith("letter ("))
    assert_golden(request, f"papers/fit-{part}.txt", told[verdicts_begin:] if part else told[:verdicts_begin])
