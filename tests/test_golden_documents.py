"""The documents of the example as text, block by block: a block that is lost, doubled, moved or of another form is seen here.

They are in English and without a format. Long texts are cut: that they come whole into the files is proven elsewhere.
"""

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import pytest

from mkdocs_workshop.documents import posters
from mkdocs_workshop.documents.calendar import calendar_file
from mkdocs_workshop.documents.document_files import FORMATS, LARGE, VARIANTS, _for_facilitators, _for_participants
from mkdocs_workshop.documents.lesson_plan import lesson_plan
from mkdocs_workshop.documents.must_appear import must_appear
from mkdocs_workshop.documents.places import CARD_SIZE, MANIFEST, SITE_CARD, card_of, path_of
from mkdocs_workshop.documents.tree.blocks import Mark, Text
from mkdocs_workshop.documents.tree.document import Document
from mkdocs_workshop.documents.tree.people import Person
from mkdocs_workshop.documents.tree.proof import MARK, inline_words
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.reading.marks import PageBreak
from tests.golden_files import assert_golden
from tests.tree_lines import TreeLines, document_lines

SHOWN: Mapping[str, Sequence[str]] = {
    "attendance": ("third-day", "two-day"),
    "badges": ("third-day",),
    "case": ("spit-and-bite", "released-on-probation"),
    "certificate": ("academy", "third-day", "two-day"),
    "check": ("referral-schemes",),
    "check-key": ("occupational-safety",),
    "debrief": ("the-silent-table",),
    "easy-read": ("plain-question-card", "safe-search-checklist"),
    "form": ("emergency-skills-seen", "evaluation"),
    "guide": ("third-day",),
    "handout": (
        "our-ground-rules", "your-code", "exposure-card", "hepatitis-b-vaccination-letter",
        "safe-search-checklist", "referral-path-poster",
    ),
    "lesson-plan": ("emergency-skills",),
    "poster": ("academy", "third-day", "two-day"),
    "readings": ("two-day",),
    "syllabus": ("course",),
    "tents": ("two-day",),
    "workbook": ("third-day",),
}  # fmt: skip
"""By kind: documents that are not alike."""
SAME = ("¶", "•", "-=", "Answered", "question=", "answer=", "TestQuestion", "feedback=")
BOOKS = ("guide", "workbook", "readings")
"""Of their paragraphs, rows and questions the first is shown, and nothing that lies deep: all that stands in other documents too."""


@pytest.fixture(scope="module")
def documents(example: Edition) -> dict[str, dict[str, Document]]:
    """Every document, by kind and id."""
    made: dict[str, dict[str, Document]] = {}
    for document, _ in (*_for_participants(example), *_for_facilitators(example)):
        assert document.id not in made.setdefault(document.kind, {}), document.id
        made[document.kind][document.id] = document
    return made


@pytest.fixture(scope="module")
def shown(documents: Mapping[str, Mapping[str, Document]]) -> dict[str, list[str]]:
    """The text of each golden file."""
    return {kind: list(_text(kind, [documents[kind][id_] for id_ in ids])) for kind, ids in SHOWN.items()}


@pytest.fixture(scope="module")
def more(example: Edition) -> dict[str, list[str]]:
    """What documents are made of, and what is no document."""
    whole = example.curriculum
    # Seven groups, more than there are colours, by names that the curriculum has already.
    names = [*(one.name for one in whole.manual.audiences), *(one.name for one in whole.manual.themes)]
    groups = tuple(
        whole.manual.audiences[0].model_copy(update={"id": f"g{at}", "name": name}) for at, name in enumerate(names)
    )
    many = Edition(
        replace(whole, manual=whole.manual.model_copy(update={"audiences": groups})), example.say, example.cache
    )
    people = [
        Person(f"Person {at}", "A body", group) for at, group in enumerate((*many.audiences.values(), "Guests", ""))
    ]
    made = [posters.badges(many, "two-day", people), posters.tents(many, "two-day", people[:2])]
    made.append(posters.certificates(many, "two-day", people[:2]))
    lines = TreeLines(20)
    return {
        "people": [line for document in made for line in document_lines(document)],
        "plan": [*lines.of((lesson_plan(example, whole.modules["occupational-safety"]),))],
        "calendar": calendar_file(example, "two-day", dt.date(2027, 3, 1)).decode().splitlines(),
        "formats": list(_formats()),
    }


def _formats() -> Iterator[str]:
    """In which forms each kind is handed out, and where it lies then."""
    for kind, formats in FORMATS.items():
        for format_ in formats:
            variants = ("", *VARIANTS.get(kind, ())) if format_ == "pdf" else ("",)
            yield from (path_of("en", kind, "some-id", format_, variant) for variant in variants)
    yield f"large alone: {sorted(LARGE)}"
    yield f"{MANIFEST} {SITE_CARD} {card_of('module', 'first-aid')} {CARD_SIZE}"


@pytest.fixture(scope="module")
def expected(documents: Mapping[str, Mapping[str, Document]], example: Edition) -> list[str]:
    """The words that must appear in two documents of each kind, counted by the file in which they stand."""
    return [
        f"{kind} {document.id}: {', '.join(_places(example, document))}"
        for kind, made in sorted(documents.items())
        for document in list(made.values())[:2]
    ]


def _text(kind: str, made: Iterable[Document]) -> Iterator[str]:
    for document in made:
        yield f"### {document.id}"
        lines = list(document_lines(document))
        if kind not in BOOKS:
            yield from lines
            continue
        lines = [line for line in lines if not line.startswith(" " * 3)]
        if kind == "readings":
            lines = lines[:25] + lines[-15:]
        for plain, run in itertools.groupby(lines, lambda line: line.lstrip().startswith(SAME)):
            row = list(run)
            yield from row[:1] if plain else row
            if plain and row[1:]:
                yield f"  … {len(row) - 1}"


def _places(edition: Edition, document: Document) -> Iterator[str]:
    found: dict[str, tuple[int, int]] = {}
    for item in must_appear(edition, document):
        path = item.place.path.removeprefix("curriculum/") if item.place else "-"
        count, letters = found.get(path, (0, 0))
        found[path] = count + 1, letters + len(item.words)
    for path, (count, letters) in found.items():
        yield f"{path} {count}/{letters}"


def test_the_kinds_are_those_that_are_made(documents: Mapping[str, Mapping[str, Document]]) -> None:
    """So a new kind gets its file; and this test, which begins, pays for what the others compare."""
    assert set(documents) == set(SHOWN)


def test_what_must_appear(expected: Sequence[str], request: pytest.FixtureRequest) -> None:
    assert_golden(request, "trees/must-appear.txt", expected)


@pytest.mark.parametrize("name", ["people", "plan", "calendar", "formats"])
def test_more(name: str, more: Mapping[str, Sequence[str]], request: pytest.FixtureRequest) -> None:
    assert_golden(request, f"papers/{name}.txt", more[name])


def test_a_mark_that_was_not_put_in_words_is_seen() -> None:
    assert inline_words((Text("See "), Mark(PageBreak()))) == f"See {MARK}" == "See ¤"


@pytest.mark.parametrize("kind", SHOWN)
def test_document(kind: str, shown: Mapping[str, Sequence[str]], request: pytest.FixtureRequest) -> None:
    assert_golden(request, f"trees/{kind}.txt", shown[kind])
