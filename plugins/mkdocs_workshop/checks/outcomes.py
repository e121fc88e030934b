"""Outcomes that somebody can see: accreditation asks for verbs of what a learner does."""

from collections.abc import Iterator

from ..reading.curriculum import Curriculum
from ..teaching.bloom import levels_of_verb
from .finding import Finding

INWARD = {
    "en": ("know", "understand", "learn", "be aware", "be familiar", "appreciate", "realise", "realize"),
    "ru": (
        "знать",
        "знают",
        "знает",
        "понимать",
        "понимают",
        "понимает",
        "осознавать",
        "осознают",
        "иметь представление",
    ),
    "kk": ("біледі", "білу", "түсінеді", "түсіну", "ұғады", "хабардар"),
}
"""What goes on inside of a person, by the language of the master."""


def outcome_observable(curriculum: Curriculum) -> Iterator[Finding]:
    """An outcome begins with what a learner does."""
    inward = INWARD.get(curriculum.manual.language, ())
    for file in curriculum.files:
        if file.kind != "module":
            continue
        for index, outcome in enumerate(file.model.outcomes):
            words = outcome.text.casefold()
            # In Kazakh the verb stands at the end.
            found = next(
                (one for one in inward if words.startswith(f"{one} ") or words.rstrip(".").endswith(f" {one}")), None
            )
            if found:
                yield Finding(
                    file, ("outcomes", index, "text"), f"`{found}` happens inside of a person, and nobody can see it"
                )


def level_fits_verb(curriculum: Curriculum) -> Iterator[Finding]:
    """An outcome is of the level that its verb can stand for; lesson plans print both side by side."""
    for file in curriculum.files:
        if file.kind != "module":
            continue
        for index, outcome in enumerate(file.model.outcomes):
            levels = levels_of_verb(outcome.text, curriculum.manual.language)
            if outcome.level is not None and levels and outcome.level not in levels:
                usual = " or ".join(f"`{level}`" for level in levels)
                yield Finding(
                    file,
                    ("outcomes", index, "level"),
                    f"the level is `{outcome.level}`, but its verb is one of {usual}",
                )
