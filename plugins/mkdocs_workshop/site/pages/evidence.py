"""Pages about what the texts stand on, and about what must be checked."""

from collections.abc import Iterator

from ...ground.artifact import Artifact
from ...language.tables import order_of
from . import paths
from .book import Book
from .check_first import check_first_page
from .countries import countries_pages
from .country import country_pages
from .facts import fact_pages
from .folds import by_letters, opened
from .sources import source_pages
from .topics import topics_page


def evidence_pages(book: Book) -> Iterator[Artifact]:
    """Facts, sources, glossary, words, country sheet, topics, and what to check before teaching."""
    kinds = {file.kind for file in book.curriculum.files}
    yield check_first_page(book)
    yield from country_pages(book)
    yield from countries_pages(book)
    if "facts" in kinds:
        yield from fact_pages(book)
    if "sources" in kinds:
        yield from source_pages(book)
    if "glossary" in kinds:
        terms = sorted(book.curriculum.terms.values(), key=lambda term: order_of(book.say.language)(term.term))
        yield book.page(
            paths.GLOSSARY,
            "glossary.md.j2",
            book.say("nav.glossary"),
            _made_from(book, "glossary"),
            parts=opened(by_letters(terms, lambda term: term.term, most=24)),
            count=len(terms),
            scripts=(paths.FOLD_SCRIPT,),
        )
    if "words" in kinds:
        words = book.curriculum.words.words
        yield book.page(paths.WORDS, "words.md.j2", book.say("nav.words"), _made_from(book, "words"), words=words)
    if "topics" in kinds:
        yield topics_page(book)


def _made_from(book: Book, kind: str) -> str:
    return book.curriculum.file(kind).source.path
