"""The documents of an edition as files to download: which there are, in which formats, and for whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ..checks.paper import too_long
from ..edition import Edition
from ..ground.artifact import Artifact, Label, Role
from ..ground.filed import filed
from ..ground.problems import Problem
from ..reading.curriculum import ModuleParts
from . import forms, guide, papers, plan_sheet, posters, syllabus, tests_on_paper, workbook
from .attendance import blank_list
from .blanks import blanks
from .easy_read import easy_read
from .emit.compiler import forget
from .emit.epub import document_epub
from .emit.impose import imposed, ways
from .emit.refusal import TooManyPages, Unprintable
from .emit.typst_document import document_pdf
from .emit.word import document_word
from .must_appear import must_appear
from .places import path_of
from .tree.document import Document
from .tree.people import BLANK
from .tree.proof import Expected

FORMATS = {
    "handout": ("pdf", "docx"),
    "easy-read": ("pdf", "docx"),
    "case": ("pdf", "docx"),
    "debrief": ("docx",),
    "check": ("pdf", "docx"),
    "check-key": ("pdf",),
    "form": ("pdf", "docx"),
    "lesson-plan": ("pdf", "docx"),
    "syllabus": ("pdf", "docx"),
    "guide": ("pdf",),
    "workbook": ("pdf", "epub"),
    "readings": ("epub",),
    "poster": ("pdf",),
    "badges": ("pdf", "docx"),
    "tents": ("pdf", "docx"),
    "attendance": ("pdf", "docx"),
    "certificate": ("pdf", "docx"),
}
"""In which formats each kind is handed out. Every document could be made in each."""
VARIANTS = {"handout": ("booklet", "large-print"), "case": ("large-print",)}
"""Other papers for what is made for A4."""
LARGE = frozenset({"easy-read"})
"""Kinds that are set in large letters alone."""


@dataclass(frozen=True)
class Paper:
    """A document, and all that decides which files are made of it: a process of its own can make them."""

    document: Document
    expected: tuple[Expected, ...]
    """What must be found in each file again."""
    module: str
    """The id of the module that it belongs to; empty where it holds several."""
    version: str
    role: Role
    variants: frozenset[str]
    """Those of the edition."""
    check: str
    """What stands at the line to check a print."""
    notes: str
    """The title of empty pages."""
    contents: str
    """The title of a list of contents."""
    cache: Path
    filed_in: Path | None = None
    """See `Edition`."""


def documents_for_participants(edition: Edition) -> Iterator[Artifact]:
    """What everybody may have: handouts, cases, checks, forms, workbooks, posters, badges and certificates.

    They are begun at once. Raises PressError when a document can not be made or has lost words, and at the end Unprintable for
    all cards that are too long.
    """
    return _collected(edition, edition.workers.begin(made_or_refused, _papers(edition, "participant")))


def documents_for_facilitators(edition: Edition) -> Iterator[Artifact]:
    """Debriefs, keys, lesson plans and guides. Raises PressError when a document can not be made or has lost words."""
    return _collected(edition, edition.workers.begin(made_or_refused, _papers(edition, "facilitator")))


class Refused(NamedTuple):
    """A document that takes more pages than its paper has."""

    kind: str
    id: str
    module: str
    pages: int


def made_or_refused(paper: Paper) -> list[Artifact] | Refused:
    """The files of a paper. Raises PressError, and TooManyPages for one of no module: no author can make it shorter."""
    try:
        return [filed(made, paper.filed_in) for made in _files(paper)]
    except TooManyPages as refused:
        if not paper.module:
            raise
        return Refused(paper.document.kind, paper.document.id, paper.module, refused.pages)


def _collected(edition: Edition, results: Iterable[list[Artifact] | Refused]) -> Iterator[Artifact]:
    problems: list[Problem] = []
    # Where other processes help, this one sets nothing more.
    forget(edition.cache)
    for result in results:
        if isinstance(result, Refused):
            problems.append(too_long(edition.curriculum.file(result.kind, result.module, result.id), result.pages))
        else:
            yield from result
    if problems:
        raise Unprintable(problems)


def _papers(edition: Edition, role: Role) -> Iterator[Paper]:
    words = (edition.say("print.check"), edition.say("workbook.notes"), edition.say("book.contents"))
    found = _for_participants(edition) if role == "participant" else _for_facilitators(edition)
    for document, module in found:
        yield Paper(
            document,
            must_appear(edition, document),
            module.id if module else "",
            edition.version(module),
            role,
            edition.variants,
            *words,
            edition.cache,
            edition.filed_in,
        )


def _for_participants(edition: Edition) -> Iterator[tuple[Document, ModuleParts | None]]:
    curriculum = edition.curriculum
    for module in edition.asked:
        yield from ((papers.handout(edition, module, id_), module) for id_ in module.handouts)
        found = (easy_read(edition, module, id_) for id_ in module.handouts)
        yield from ((document, module) for document in found if document is not None)
        yield from ((papers.case_study(edition, module, id_), module) for id_ in module.cases)
        if module.check:
            yield tests_on_paper.check(edition, module), module
    if edition.only:
        return
    if any(module.reading for module in curriculum.modules.values()):
        yield workbook.readings(edition), None
    for id_ in curriculum.instruments:
        yield forms.form(edition, id_), None
    for id_ in curriculum.programmes:
        yield workbook.workbook(edition, id_), None
        yield posters.poster(edition, id_), None
        yield posters.badges(edition, id_, [blank for blank in blanks(edition) for _ in range(posters.BADGES)]), None
        if id_ == curriculum.manual.programme:
            # Nothing of a programme stands on them.
            yield posters.tents(edition, id_, blanks(edition)), None
        yield blank_list(edition, id_), None
        yield posters.certificates(edition, id_, [BLANK]), None


def _for_facilitators(edition: Edition) -> Iterator[tuple[Document, ModuleParts | None]]:
    for module in edition.asked:
        yield from ((papers.debrief(edition, module, id_), module) for id_ in module.cases)
        if module.check:
            yield tests_on_paper.check_key(edition, module), module
        yield plan_sheet.plan(edition, module), module
    if edition.only:
        return
    for id_ in edition.curriculum.programmes:
        yield guide.guide(edition, id_), None
    yield syllabus.syllabus(edition), None


def _files(paper: Paper) -> Iterator[Artifact]:
    document, expected, cache = paper.document, paper.expected, paper.cache
    formats = FORMATS[document.kind]
    always = "large-print" if document.kind in LARGE else ""
    wanted = VARIANTS.get(document.kind, ()) if document.size == "A4" else ()
    variants = [variant for variant in wanted if variant in paper.variants]
    if "pdf" in formats:
        for variant in ("", *variants):
            made = document_pdf(document, cache, expected, variant or always)
            yield _artifact(paper, "pdf", made, variant)
            if document.kind == "handout" and "booklet" in paper.variants:
                yield from _for_copier(paper, made, variant)
    if "epub" in formats:
        yield _artifact(paper, "epub", document_epub(document, cache, paper.contents, expected))
    if "docx" in formats:
        for variant in ("", *(variant for variant in variants if variant == "large-print")):
            made = document_word(document, cache, expected, variant or always)
            yield _artifact(paper, "docx", made, variant)


def _for_copier(paper: Paper, made: bytes, variant: str) -> Iterator[Artifact]:
    """The same pages in printer's order, on sheets that every copier takes."""
    document = paper.document
    for how in ("booklet-for-copier",) if variant == "booklet" else () if variant else ways(document):
        sheets = imposed(document, made, how, (paper.check, paper.notes), paper.cache)
        yield _artifact(paper, "pdf", sheets, how)


def _artifact(paper: Paper, format_: str, made: bytes, variant: str = "") -> Artifact:
    document = paper.document
    label = Label(
        document.kind,
        format_,
        document.listed or document.title,
        document.language,
        paper.version,
        paper.module,
        document.id,
        variant,
    )
    path = path_of(document.language, document.kind, document.id, format_, variant)
    return Artifact(path, made, paper.role, label=label)
