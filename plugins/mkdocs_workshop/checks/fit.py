"""Codes for what shows only on the finished paper: pages left empty, stray lines, letters too small for the wall, lines too low for a hand."""

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
    "W063": Kind(
        "A line on which there is too little room to write",
        "Give it a paragraph of its own, or take a larger paper: a hand needs 8 mm above a line. Found by `workshop papers`.",
        "warning",
    ),
    "W073": Kind(
        "A poster with too much text for the wall",
        "Leave only what is read in passing, in a few words a line; the rest belongs into a reading or on a sheet of its own. Found by `workshop papers`.",
        "warning",
    ),
    "W074": Kind(
        "A worksheet on A3 with letters too small to be copied on A4",
        "Ask for less on one sheet, or make two of it. Found by `workshop papers`.",
        "warning",
    ),
}
