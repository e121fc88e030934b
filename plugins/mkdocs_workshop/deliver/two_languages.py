"""Papers in two languages as downloads: what people fill in, read or keep where both languages are spoken."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from ..documents import forms, papers, posters, tests_on_paper
from ..documents.bilingual import bilingual
from ..documents.emit.typst_document import document_pdf
from ..documents.emit.word import document_word
from ..documents.must_appear import must_appear
from ..documents.places import path_of
from ..documents.tree.document import Document
from ..documents.tree.people import BLANK
from ..documents.tree.proof import Expected
from ..edition import Edition
from ..ground.artifact import Artifact, Label
from ..ground.filed import filed
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


class Paper(NamedTuple):
    """A document in two languages, and all that decides its files: a process of its own can make them."""

    document: Document
    expected: tuple[Expected, ...]
    """What must be found in each file again."""
    languages: str
    """The codes of both: `ru+kk`."""
    module: str
    version: str
    cache: Path
    filed_in: Path | None = None
    """See `Edition`."""


def papers_in_two_languages(first: Edition, second: Edition) -> Iterable[Artifact]:
    """Each paper with both languages, that of `first` on the left: handouts, cases, checks, forms, certificates and badges.

    What is not translated in one of them is left out. They are begun at once. Raises PressError when a document can not be made or
    has lost words.
    """
    return chain.from_iterable(first.workers.begin(files_of, _papers(first.marked, second.marked)))


def files_of(paper: Paper) -> list[Artifact]:
    """The files of a paper. Raises PressError when it can not be made or has lost words."""
    makers = {"pdf": document_pdf, "docx": document_word}
    return [
        filed(_artifact(paper, format_, makers[format_](paper.document, paper.cache, paper.expected)), paper.filed_in)
        for format_ in FORMATS[paper.document.kind]
    ]


def _papers(first: Edition, second: Edition) -> Iterator[Paper]:
    languages = f"{first.language}+{second.language}"
    for (left, module), (right, _) in zip(_documents(first), _documents(second), strict=True):
        if is_tagged(left.title) or is_tagged(right.title):
            continue
        expected = (*must_appear(first, left), *must_appear(second, right))
        id_ = module.id if module else ""
        yield Paper(
            bilingual(left, right), expected, languages, id_, first.version(module), first.cache, first.filed_in
        )


def _documents(edition: Edition) -> Iterator[tuple[Document, ModuleParts | None]]:
    curriculum = edition.curriculum
    for module in edition.asked:
        yield from ((papers.handout(edition, module, id_), module) for id_ in module.handouts)
        yield from ((papers.case_study(edition, module, id_), module) for id_ in module.cases)
        if module.check:
            yield tests_on_paper.check(edition, module), module
    if edition.only:
        return
    for id_ in curriculum.instruments:
        yield forms.form(edition, id_), None
    for id_ in curriculum.programmes:
        yield posters.badges(edition, id_, [BLANK] * posters.BADGES), None
        yield posters.certificates(edition, id_, [BLANK]), None


def _artifact(paper: Paper, format_: str, made: bytes) -> Artifact:
    document, languages = paper.document, paper.languages
    title = untagged(document.listed).replace("\n", " / ")
    label = Label(
        document.kind, format_, title, languages, paper.version, paper.module, document.id, VARIANT,
    )  # fmt: skip
    return Artifact(path_of(languages, document.kind, document.id, format_), made, label=label)
