"""Papers in two languages as downloads: what people fill in, read or keep where both languages are spoken."""

from collections.abc import Iterator, Sequence

from ..documents import forms, papers, posters, tests_on_paper
from ..documents.bilingual import bilingual
from ..documents.emit.typst_document import document_pdf
from ..documents.emit.word import document_word
from ..documents.must_appear import must_appear
from ..documents.places import path_of
from ..documents.tree.document import Document
from ..documents.tree.people import BLANK
from ..edition import Edition
from ..ground.artifact import Artifact, Label
from ..ground.language_tags import is_tagged, untagged
from ..reading.curriculum import ModuleParts

FORMATS = {
    "handout": ("pdf", "docx"),
    "case": ("pdf", "docx"),
    "check": ("pdf", "docx"),
    "form": ("pdf", "docx"),
    "certificate": ("pdf",),
    "badges": ("pdf",),
}
"""Kinds of documents that are made in two languages, and how they are handed out."""
VARIANT = "bilingual"


def pair_of(master: str, there: Sequence[str], wanted: Sequence[str] | None) -> tuple[str, str] | None:
    """The two languages of bilingual papers, or None for no such papers.

    `wanted` is what a manual asks for: two codes, or nothing at all. Where it says nothing (None), they are the two translations
    of a manual that has two of them.
    """
    codes = sorted(code for code in there if code != master) if wanted is None else list(wanted)
    return (codes[0], codes[1]) if len(codes) == 2 else None


def papers_in_two_languages(first: Edition, second: Edition) -> Iterator[Artifact]:
    """Each paper with both languages, that of `first` on the left: handouts, cases, checks, forms, certificates and badges.

    What is not translated in one of them is left out. Raises PressError when a document can not be made or has lost words.
    """
    first, second = first.marked, second.marked
    for (left, module), (right, _) in zip(_documents(first), _documents(second), strict=True):
        if is_tagged(left.title) or is_tagged(right.title):
            continue
        both = bilingual(left, right)
        expected = (*must_appear(first, left), *must_appear(second, right))
        for format_ in FORMATS[both.kind]:
            make = document_pdf if format_ == "pdf" else document_word
            yield _artifact(first, second, both, module, format_, make(both, first.cache, expected))


def _documents(edition: Edition) -> Iterator[tuple[Document, ModuleParts | None]]:
    curriculum = edition.curriculum
    for module in curriculum.modules.values():
        yield from ((papers.handout(edition, module, id_), module) for id_ in module.handouts)
        yield from ((papers.case_study(edition, module, id_), module) for id_ in module.cases)
        if module.check:
            yield tests_on_paper.check(edition, module), module
    for id_ in curriculum.instruments:
        yield forms.form(edition, id_), None
    for id_ in curriculum.programmes:
        yield posters.badges(edition, id_, [BLANK] * posters.BADGES), None
        yield posters.certificates(edition, id_, [BLANK]), None


def _artifact(
    first: Edition, second: Edition, document: Document, module: ModuleParts | None, format_: str, made: bytes
) -> Artifact:
    languages = f"{first.language}+{second.language}"
    title = untagged(document.listed).replace("\n", " / ")
    label = Label(
        document.kind,
        format_,
        title,
        languages,
        first.version(module),
        module.id if module else "",
        document.id,
        VARIANT,
    )
    return Artifact(path_of(languages, document.kind, document.id, format_), made, label=label)
