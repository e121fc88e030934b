"""Codes for what shows only on the finished paper: pages left empty, stray lines, letters too small for the wall."""

from collections.abc import Mapping

from ..ground.problems import Kind

KINDS: Mapping[str, Kind] = {
    "W060": Kind(
        "A page of a paper that is left half empty",
        "Give the paper a smaller size, join two pages, or put a `{pagebreak:}` where the page shall end. Found by `workshop papers`.",
        "warning",
    ),
    "W061": Kind(
        "A last page with a few stray lines",
        "Shorten the text by these lines, or move a part of it to the last page with `{pagebreak:}`. Found by `workshop papers`.",
        "warning",
    ),
    "W062": Kind(
        "A poster that takes more than one sheet",
        "Shorten it, or make two posters of it. Found by `workshop papers`.",
        "warning",
    ),
}
