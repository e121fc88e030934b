"""Rules about the sheets of countries that are not chosen: another edition is made of them."""

from collections.abc import Iterator

from ..reading.curriculum import Curriculum
from ..reading.marks import CountryValue
from ..reading.places import layers, sheet_of, sheets, to_choose
from .finding import Finding


def in_circles(curriculum: Curriculum) -> Iterator[Finding]:
    """A sheet that stands on itself has no ground."""
    there = sheets(curriculum.files)
    for id_, file in there.items():
        last = list(layers(id_, there))[-1]
        if last.model.inherits in there:
            yield Finding(file, ("inherits",), f"`{id_}` inherits in a circle")


def lacking(curriculum: Curriculum) -> Iterator[Finding]:
    """What texts ask of the chosen sheet, any other one must have too, as a blank at least."""
    asked = {piece.entry.id for piece in curriculum.marks() if isinstance(piece, CountryValue)}
    there = sheets(curriculum.files)
    for id_ in to_choose(curriculum.files):
        sheet = sheet_of(id_, curriculum.files)
        if sheet is None or id_ == curriculum.manual.country:
            continue
        missing = sorted(asked - {entry.id for entry in sheet.entries})
        if missing:
            more = f" and {len(missing) - 1} more" if missing[1:] else ""
            yield Finding(there[id_], ("entries",), f"the sheet has no `{missing[0]}`{more}, which texts ask for")
