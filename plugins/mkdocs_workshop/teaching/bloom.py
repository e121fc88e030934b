"""The level of an outcome in Bloom's revised taxonomy, as accreditation asks for it: what the author says, or what its verb tells."""

from collections.abc import Mapping
from typing import get_args

from ..model.module import Level, Outcome

VERBS: Mapping[str, Mapping[str, tuple[Level, ...]]] = {
    "en": {
        "name": ("remember", "understand", "apply"), "list": ("remember",), "recall": ("remember",), "recite": ("remember",),
        "state": ("remember",), "recognise": ("remember", "apply"), "explain": ("understand",), "describe": ("understand", "analyse"),
        "summarise": ("understand",), "classify": ("understand",), "tell apart": ("understand", "analyse"), "translate": ("understand",),
        "ask": ("apply",), "use": ("apply",), "show": ("apply",), "carry out": ("apply",), "demonstrate": ("apply",), "take off": ("apply",),
        "run": ("apply",), "compare": ("analyse", "understand", "evaluate"), "distinguish": ("analyse",), "analyse": ("analyse",),
        "examine": ("analyse",), "judge": ("evaluate",), "weigh": ("evaluate", "analyse"), "assess": ("evaluate",), "defend": ("evaluate",),
        "justify": ("evaluate",), "decide": ("evaluate", "apply"), "plan": ("create", "apply"), "draft": ("create",), "design": ("create",),
        "write": ("create", "apply"), "draw": ("create", "apply"), "compose": ("create",),
    },
    "ru": {
        "назвать": ("remember", "understand", "apply"), "называть": ("remember", "understand", "apply"), "перечислить": ("remember",),
        "объяснить": ("understand",), "объяснять": ("understand",), "описать": ("understand", "analyse"), "различать": ("understand", "analyse"),
        "применить": ("apply",), "применять": ("apply",), "показать": ("apply",), "сравнить": ("analyse", "understand", "evaluate"),
        "сравнивать": ("analyse", "understand", "evaluate"), "оценить": ("evaluate",), "оценивать": ("evaluate",), "обосновать": ("evaluate",),
        "составить": ("create",), "разработать": ("create",), "спланировать": ("create", "apply"), "написать": ("create", "apply"),
    },
    "kk": {
        "атайды": ("remember", "understand", "apply"), "атау": ("remember", "understand", "apply"), "түсіндіреді": ("understand",),
        "түсіндіру": ("understand",), "сипаттайды": ("understand", "analyse"), "ажыратады": ("understand", "analyse"),
        "қолданады": ("apply",), "көрсетеді": ("apply",), "салыстырады": ("analyse", "understand", "evaluate"),
        "салыстыру": ("analyse", "understand", "evaluate"), "бағалайды": ("evaluate",), "бағалау": ("evaluate",), "құрастырады": ("create",),
        "әзірлейді": ("create",), "жоспарлайды": ("create", "apply"), "жазады": ("create", "apply"),
    },
}  # fmt: skip
"""The levels that a verb can stand for, by language; the most usual first. What is not here tells nothing."""
VERB_LAST = frozenset({"kk"})
"""Languages in which the verb ends the sentence."""
LEVELS: tuple[Level, ...] = get_args(Level)


def levels_of_verb(text: str, language: str) -> tuple[Level, ...]:
    """`("understand",)` for "explain why ..."; none for a verb that is not on the list."""
    words = f" {text.casefold().rstrip('.')} ".replace(",", " ")
    verbs = sorted(VERBS.get(language, {}).items(), key=lambda one: -len(one[0]))
    fits = words.endswith if language in VERB_LAST else words.startswith
    return next((levels for verb, levels in verbs if fits(f" {verb} ")), ())


def level_of(outcome: Outcome, language: str) -> Level | None:
    """What the author says; otherwise what the verb tells. None for an attitude, which is no matter of thinking alone.

    "Explain why people wait" is `understand`, in English, where the author has said nothing.
    """
    if outcome.level is not None or outcome.kind == "attitude":
        return outcome.level
    return next(iter(levels_of_verb(outcome.text, language)), None)
