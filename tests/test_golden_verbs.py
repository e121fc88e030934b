"""The verbs that tell a level, in each language, and where they must stand."""

from collections.abc import Iterator

import pytest

from mkdocs_workshop.teaching.bloom import VERB_LAST, VERBS, levels_of_verb
from tests.golden_files import assert_golden


def _lines() -> Iterator[str]:
    for language, verbs in VERBS.items():
        for verb in verbs:
            levels = [*levels_of_verb(f"{verb} why", language), *levels_of_verb(f"they know, {verb}.", language)]
            yield f"{language} {verb}: {', '.join(levels)}"


def test_each_verb_tells_its_levels(request: pytest.FixtureRequest) -> None:
    assert_golden(request, "verbs.txt", _lines())


@pytest.mark.parametrize("language", VERBS)
def test_a_verb_stands_at_one_end_as_a_whole_word(language: str) -> None:
    """First, or last where the language puts it there; a longer word that begins or ends alike is another one."""
    for verb, levels in VERBS[language].items():
        first, last = levels_of_verb(f"{verb.upper()}, then go", language), levels_of_verb(f"Go and {verb}.", language)
        assert (first, last) == (((), levels) if language in VERB_LAST else (levels, ())), verb
        assert levels_of_verb(f"{verb}x on x{verb}", language) == (), verb
        assert levels_of_verb(verb, "xx") == ()
