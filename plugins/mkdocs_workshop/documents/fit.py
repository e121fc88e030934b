"""How well a paper is filled, measured on the finished PDF: pages that are half empty, last pages with a few stray lines."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2

from ..checks.fit import KINDS
from ..edition import Edition
from ..ground.problems import Problem
from ..reading.curriculum import ModuleParts
from ..reading.kinds import Loaded
from ..reading.yaml import Loc
from .blocks import Break
from .impose import SEQUENTIAL
from .page_ink import rows_of_ink
from .papers import handout
from .tree import Document, Section
from .typst_document import document_pdf
from .walk import nodes

LEAST = 0.55
"""Of the height inside of the margins that ink must reach on a page, unless its author ends it there."""
STRAY = 0.16
"""The same on the last of several pages: about six lines."""
_AROUND = {"A3": (13, 20), "A4": (13, 21), "A5": (9, 15), "A6": (6, 9)}
"""Millimetres at the head that are empty, and at the foot where the foot line stands."""


def reaches(document: bytes, size: str) -> list[float]:
    """How far down ink reaches on each page, as a share of the height inside of the margins."""
    head, foot = _AROUND[size]
    found = []
    for rows in rows_of_ink(document):
        last = max((row for row in range(head, len(rows) - foot) if rows[row]), default=head)
        found.append((last - head) / (len(rows) - foot - head))
    return found


def misfits(edition: Edition, module: ModuleParts, id_: str) -> Iterator[Problem]:
    """What is wrong with the fit of a handout. Raises PressError when it can not be set."""
    document, file = handout(edition, module, id_), edition.curriculum.file("handout", module.id, id_)
    made = document_pdf(document, edition.cache)
    found = reaches(made, document.size)
    if document.form == "poster" and len(found) > 1:
        yield _problem(file, ("paper",), "W062", f"the poster takes {len(found)} sheets")
        return
    ended = _ended_by_author(document, len(found))
    places = _places(document, made)
    for number, reach in enumerate(found, 1):
        if number == 1 and document.form == "deck" and len(found) > 1:
            continue  # what is said about the cards has a sheet of its own
        last = number == len(found)
        share = f"{reach:.0%}".replace("%", " %")
        if last and number > 1 and not ended:
            if reach < STRAY:
                yield _problem(
                    file, places[number - 1], "W061", f"page {number}, the last one, is used to {share} only"
                )
        elif reach < LEAST and not (ended and document.form not in SEQUENTIAL and len(found) > 1):
            yield _problem(file, places[number - 1], "W060", f"page {number} is used to {share} of its height")


def _ended_by_author(document: Document, pages: int) -> bool:
    """Whether every page ends where its author wants it to."""
    return sum(isinstance(node, Break) for node in nodes(document.parts)) >= pages - 1 > 0


def _places(document: Document, made: bytes) -> list[Loc]:
    """For each page the section that stands last on it, as a place in the file of the handout."""
    sections = [part for part in document.parts if isinstance(part, Section)]
    with contextlib.closing(pypdfium2.PdfDocument(made)) as opened:
        said = [" ".join(page.get_textpage().get_text_bounded().split()) for page in opened]
    places: list[Loc] = []
    at = 0
    for page in said:
        here = [index for index, part in enumerate(sections) if index >= at and part.title in page]
        at = here[-1] if here else at
        places.append(("sections", at, "title"))
    return places


def _problem(file: Loaded, loc: Loc, code: str, message: str) -> Problem:
    kind = KINDS[code]
    return replace(file.source.problem(loc, code, message, kind.advice), severity=kind.severity)


def all_misfits(edition: Edition, ids: Sequence[str] = ()) -> Iterator[Problem]:
    """The same for all handouts, or for some of them by their ids. Raises PressError when one can not be set."""
    for module in edition.curriculum.modules.values():
        for id_ in module.handouts:
            if not ids or id_ in ids:
                yield from misfits(edition, module, id_)
