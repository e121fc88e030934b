"""How well a paper is filled, measured on the finished PDF: pages half empty, a few stray lines, lines too low for a hand."""

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
from .emit.impose import SEQUENTIAL
from .emit.letter_sizes import letters_of_text
from .emit.page_ink import rows_of_ink
from .emit.typst_document import document_pdf
from .emit.typst_genres import genre_of
from .hand_room import LEAST as LEAST_ROOM
from .hand_room import LowBlank, low_blanks
from .papers import handout
from .tree.blocks import Block, Break, Field
from .tree.document import Document, Section
from .tree.proof import words_of
from .tree.walk import nodes

LEAST = 0.55
"""Of the height inside of the margins that ink must reach on a page, unless its author ends it there."""
BAR = 20
"""Millimetres at the left of a role card that its bar takes."""
STRAY = 0.16
"""The same on the last of several pages: about six lines."""
LEAST_LETTERS = {"poster": 18.0, "canvas": 11.0}
"""Points. A poster is read from a metre and a half (its names, in 36 points, from three); a worksheet on A3 is copied on A4."""
_AROUND = {"A3": (13, 20), "A4": (13, 21), "A5": (9, 15), "A6": (6, 9)}
"""Millimetres at the head that are empty, and at the foot where the foot line stands."""


def reaches(document: bytes, size: str, left: int = 0) -> list[float]:
    """How far down ink reaches on each page, as a share of the height inside of the margins; `left` as in `rows_of_ink`."""
    head, foot = _AROUND[size]
    found = []
    for rows in rows_of_ink(document, left):
        last = max((row for row in range(head, len(rows) - foot) if rows[row]), default=head)
        found.append((last - head) / (len(rows) - foot - head))
    return found


def misfits(edition: Edition, module: ModuleParts, id_: str) -> Iterator[Problem]:
    """What is wrong with the fit of a handout. Raises PressError when it can not be set."""
    document, file = handout(edition, module, id_), edition.curriculum.file("handout", module.id, id_)
    made = document_pdf(document, edition.cache)
    # The bar of a role card is as high as the card, whatever stands beside it.
    found = reaches(made, document.size, BAR if document.form == "role-card" else 0)
    places = _places(document, made)
    for code, number in verdicts(found, document.form, ended=_ended_by_author(document, len(found))):
        share = f"{found[number - 1]:.0%}".replace("%", " %")
        said = {
            "W060": f"page {number} is used to {share} of its height",
            "W061": f"page {number}, the last one, is used to {share} only",
            "W062": f"the poster takes {len(found)} sheets",
        }
        yield _problem(file, ("paper",) if code == "W062" else places[number - 1], code, said[code])
    yield from _too_small(document, file, made)
    for blank in low_blanks(made):
        message = (
            f"page {blank.page}: a line has {blank.millimetres:.1f} mm to write in, the least is {LEAST_ROOM:g} mm"
        )
        yield _problem(file, _place_of(document, blank, places[blank.page - 1]), "W063", message)


def _too_small(document: Document, file: Loaded, made: bytes) -> Iterator[Problem]:
    """A sheet for the wall whose letters are too small for the distance from which it is read."""
    genre = genre_of(document, "")
    if genre not in LEAST_LETTERS:
        return
    points, least = letters_of_text(made), LEAST_LETTERS[genre]
    if points >= least:
        return
    parts = [part for part in document.parts if isinstance(part, Section)]
    counted = [sum(map(len, words_of([block for block in part.blocks if isinstance(block, Block)]))) for part in parts]
    longest = counted.index(max(counted))
    # The room that letters take grows with the square of their size.
    share = f"{1 - (points / least) ** 2:.0%}".replace("%", " %")
    message = f"the text is set in {points:g} pt, the least is {least:g} pt: about {share} of the words are too many"
    yield _problem(file, ("sections", longest, "text"), "W073" if genre == "poster" else "W074", message)


def verdicts(found: Sequence[float], form: str, *, ended: bool) -> Iterator[tuple[str, int]]:
    """What is wrong with pages of which ink reaches so far down: a code and the number of the page.

    `ended` says whether the author ends each page where it ends.
    """
    if form == "poster":
        if len(found) > 1:
            yield "W062", 2
        return
    for number, reach in enumerate(found, 1):
        # What is said about cards has a sheet of its own, and the last sheet of cards is as full as it is.
        if form == "deck" and number in (1, len(found)):
            continue
        last = number == len(found) > 1
        if last and not ended:
            if reach < STRAY:
                yield "W061", number
        elif reach < LEAST and not (ended and form not in SEQUENTIAL):
            yield "W060", number


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


def _place_of(document: Document, blank: LowBlank, near: Loc) -> Loc:
    """The text of the section in which a blank stands: the only one that has its label, else the one near which it stands."""
    sections = [part for part in document.parts if isinstance(part, Section)]
    found = [
        index
        for index, part in enumerate(sections)
        if any(isinstance(node, Field) and " ".join(node.label.split()) == blank.label for node in nodes(part))
    ]
    at = found[0] if len(found) == 1 else near[1]
    return ("sections", at, "text")


def _problem(file: Loaded, loc: Loc, code: str, message: str) -> Problem:
    kind = KINDS[code]
    return replace(file.source.problem(loc, code, message, kind.advice), severity=kind.severity)


def all_misfits(edition: Edition, ids: Sequence[str] = ()) -> Iterator[Problem]:
    """The same for all handouts, or for some of them by their ids. Raises PressError when one can not be set."""
    for module in edition.curriculum.modules.values():
        for id_ in module.handouts:
            if not ids or id_ in ids:
                yield from misfits(edition, module, id_)
