"""The documents of an edition as files to download: which there are, in which formats, and for whom."""

from collections.abc import Iterator

from ..checks.paper import too_long
from ..edition import Edition
from ..ground.artifact import Artifact, Label, Role
from ..ground.problems import Problem
from ..reading.curriculum import ModuleParts
from . import forms, guide, papers, plan_sheet, posters, syllabus, tests_on_paper, workbook
from .attendance import blank_list
from .blanks import blanks
from .easy_read import easy_read
from .emit.epub import document_epub
from .emit.impose import imposed, ways
from .emit.refusal import TooManyPages, Unprintable
from .emit.typst_document import document_pdf
from .emit.word import document_word
from .must_appear import must_appear
from .places import path_of
from .tree.document import Document
from .tree.people import BLANK

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


def documents_for_participants(edition: Edition) -> Iterator[Artifact]:
    """What everybody may have: handouts, cases, checks, forms, workbooks, posters, badges and certificates.

    Raises PressError when a document can not be made or has lost words, and at the end Unprintable for all cards that are too
    long.
    """
    problems: list[Problem] = []
    for document, module in _for_participants(edition):
        try:
            yield from _files(edition, document, module, "participant")
        except TooManyPages as refused:
            if module is None:
                raise
            problems.append(too_long(edition.curriculum.file(document.kind, module.id, document.id), refused.pages))
    if problems:
        raise Unprintable(problems)


def documents_for_facilitators(edition: Edition) -> Iterator[Artifact]:
    """Debriefs, keys, lesson plans and guides. Raises PressError when a document can not be made or has lost words."""
    for document, module in _for_facilitators(edition):
        yield from _files(edition, document, module, "facilitator")


def _for_participants(edition: Edition) -> Iterator[tuple[Document, ModuleParts | None]]:
    curriculum = edition.curriculum
    for module in curriculum.modules.values():
        yield from ((papers.handout(edition, module, id_), module) for id_ in module.handouts)
        found = (easy_read(edition, module, id_) for id_ in module.handouts)
        yield from ((document, module) for document in found if document is not None)
        yield from ((papers.case_study(edition, module, id_), module) for id_ in module.cases)
        if module.check:
            yield tests_on_paper.check(edition, module), module
    if any(module.reading for module in curriculum.modules.values()):
        yield workbook.readings(edition), None
    for id_ in curriculum.instruments:
        yield forms.form(edition, id_), None
    for id_ in curriculum.programmes:
        yield workbook.workbook(edition, id_), None
        yield posters.poster(edition, id_), None
        yield posters.badges(edition, id_, [blank for blank in blanks(edition) for _ in range(posters.BADGES)]), None
        yield posters.tents(edition, id_, blanks(edition)), None
        yield blank_list(edition, id_), None
        yield posters.certificates(edition, id_, [BLANK]), None


def _for_facilitators(edition: Edition) -> Iterator[tuple[Document, ModuleParts | None]]:
    for module in edition.curriculum.modules.values():
        yield from ((papers.debrief(edition, module, id_), module) for id_ in module.cases)
        if module.check:
            yield tests_on_paper.check_key(edition, module), module
        yield plan_sheet.plan(edition, module), module
    for id_ in edition.curriculum.programmes:
        yield guide.guide(edition, id_), None
    yield syllabus.syllabus(edition), None


def _files(edition: Edition, document: Document, module: ModuleParts | None, role: Role) -> Iterator[Artifact]:
    expected = must_appear(edition, document)
    formats = FORMATS[document.kind]
    always = "large-print" if document.kind in LARGE else ""
    wanted = VARIANTS.get(document.kind, ()) if document.size == "A4" else ()
    variants = [variant for variant in wanted if variant in edition.variants]
    if "pdf" in formats:
        for variant in ("", *variants):
            made = document_pdf(document, edition.cache, expected, variant or always)
            yield _artifact(edition, document, module, role, "pdf", made, variant)
            if document.kind == "handout" and "booklet" in edition.variants:
                yield from _for_copier(edition, document, module, role, made, variant)
    if "epub" in formats:
        made = document_epub(document, edition.cache, edition.say("book.contents"), expected)
        yield _artifact(edition, document, module, role, "epub", made)
    if "docx" in formats:
        for variant in ("", *(variant for variant in variants if variant == "large-print")):
            made = document_word(document, edition.cache, expected, variant or always)
            yield _artifact(edition, document, module, role, "docx", made, variant)


def _for_copier(
    edition: Edition, document: Document, module: ModuleParts | None, role: Role, made: bytes, variant: str
) -> Iterator[Artifact]:
    """The same pages in printer's order, on sheets that every copier takes."""
    words = (edition.say("print.check"), edition.say("workbook.notes"))
    for how in ("booklet-for-copier",) if variant == "booklet" else () if variant else ways(document):
        sheets = imposed(document, made, how, words, edition.cache)
        yield _artifact(edition, document, module, role, "pdf", sheets, how)


def _artifact(
    edition: Edition,
    document: Document,
    module: ModuleParts | None,
    role: Role,
    format_: str,
    made: bytes,
    variant: str = "",
) -> Artifact:
    label = Label(
        document.kind,
        format_,
        document.listed or document.title,
        document.language,
        edition.version(module),
        module.id if module else "",
        document.id,
        variant,
    )
    path = path_of(document.language, document.kind, document.id, format_, variant)
    return Artifact(path, made, role, label=label)
