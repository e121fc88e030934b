"""In which two languages papers stand side by side."""

from collections.abc import Sequence


def pair_of(master: str, there: Sequence[str], wanted: Sequence[str] | None) -> tuple[str, str] | None:
    """The two languages of bilingual papers, or None for no such papers.

    `wanted` is what a manual asks for: two codes, or nothing at all. Where it says nothing (None), they are the two translations
    of a manual that has two of them.
    """
    codes = sorted(code for code in there if code != master) if wanted is None else list(wanted)
    return (codes[0], codes[1]) if len(codes) == 2 else None
