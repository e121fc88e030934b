"""Texts as blocks, citations at their ends, slides in words, and one paper of two languages, as text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import is_dataclass, replace
from typing import Any

import pytest

from mkdocs_workshop import documents
from mkdocs_workshop.documents.bilingual import Unlike, bilingual
from mkdocs_workshop.documents.forms import form
from mkdocs_workshop.documents.gathered import gathered
from mkdocs_workshop.documents.markdown import blocks
from mkdocs_workshop.documents.papers import case_study, handout
from mkdocs_workshop.documents.posters import badges, certificates
from mkdocs_workshop.documents.slides import day_deck, module_deck, slides_of_day
from mkdocs_workshop.documents.tests_on_paper import check
from mkdocs_workshop.documents.texts import Texts
from mkdocs_workshop.documents.tree.blocks import (
    Break,
    Cite,
    Emphasis,
    Item,
    List,
    Note,
    Paragraph,
    Picture,
    Quote,
    Strong,
    Table,
    Text,
)
from mkdocs_workshop.documents.tree.document import Document, deeper
from mkdocs_workshop.documents.tree.people import Person
from mkdocs_workshop.documents.tree.walk import rebuilt
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.reading.marks import Blank, FigureHere, PageBreak, Piece, Plain, WritingLines
from tests.frozen import open_values
from tests.golden_files import assert_golden
from tests.tree_lines import TreeLines, document_lines

LINES = TreeLines(40)


@pytest.fixture(scope="module")
def told(example: Edition) -> dict[str, list[str]]:
    """The lines of each golden file."""
    return {
        "markdown": list(_markdown()),
        "texts": list(_texts(example)),
        "gathered": list(_gathered()),
        "slides": list(_slides(example)),
        "two-languages": list(_two_languages(example)),
    }


MARKDOWN = (
    "One *two* **three** `four` [five](https://example.org) six\nseven  \neight", "# A\n\n## B { #an-id }\n\n### C {#c}\n\ntext {#c}", "- a\n- b\n\n    more\n- [ ] c\n- [x] d",
    "1. a\n2. b\n    - c\n\n5. d", "3. three\n4. four", "| a | b |\n|---|---|\n| 1 | *2* |\n| 3 |  |", "> said\n>\n> - again", '!!! note "Mind"\n    Inner *text*\n\n    - a',
    "!!! note\n    Inner", '??? tip "Open"\n    Inner', "    code\n    more", "```\nfenced\n\n```", "---", "<b>bold</b> and <br> so", "a\n\n\nb", "![alt](picture.png)", "<div>raw</div>", "",
    "***both*** and _em **strong**_", "\\*no\\* &amp; &lt;", "- [ ]\n- [ ] *first* word", "<https://example.org>", "**a**b", "1) a",
)  # fmt: skip


def _markdown() -> Iterator[str]:
    for source in MARKDOWN:
        yield f"## {source!r}"
        yield from LINES.of(blocks((Plain(source),)))
    yield from ("## deeper", *LINES.of(deeper(blocks((Plain("# A\n\n### B\n\n- c"),)))))
    pieces: Sequence[Sequence[Piece]] = (
        (Plain("a "), Blank("Name"), Plain(" b")), (Blank("Name"),), (Plain("a"), FigureHere("f"), Plain("b")), (WritingLines(3),),
        (Plain("- a "), Blank("X"), Plain("\n- b"), WritingLines(2), Plain("c"), PageBreak(), PageBreak()), (Plain("**"), Blank("X"), Plain("** c")),
        (Plain("| "), Blank("X"), Plain(" | b |\n|---|---|\n| c | "), Blank("Y"), Plain(" |")),
    )  # fmt: skip
    for row in pieces:
        yield f"## {row}"
        yield from LINES.of(blocks(row))


def _texts(example: Edition) -> Iterator[str]:
    """Texts with marks in words, with their sources and blanks: a few of each kind of mark."""
    texts, seen = Texts(example), dict[str, int]()
    for source, pieces in example.curriculum.pieces.items():
        for kind in sorted({type(piece).__name__ for piece in pieces} - {"Plain"}):
            seen[kind] = seen.get(kind, 0) + 1
            if seen[kind] < 3 and len(source) < 400:
                yield f"## {kind}"
                yield from LINES.of(texts.blocks(source))
                yield f"plain: {example.plain(source)[:150]!r}"


def _gathered() -> Iterator[str]:
    a, b = Cite("A 2020", "A. 2020.", "https://example.org/a"), Cite("B 2021", "B. 2021.", "")
    line = (Text("One "), a, Text(" two "), b, Text(" three "), a, Text("."))
    trees = (
        Paragraph(line), Paragraph((a,)), Paragraph((Text("x "), Strong((Text("s "), a)), Emphasis((b,)), Text(" y"))), Quote((Paragraph(line),)),
        Note("N", (Paragraph(line), Break())), Table(((Text("h "), a),), (((Text("c "), a, b),), ((b,),))),
        List(False, (Item((Paragraph(line),), True), Item((Paragraph((Text("z"),)),)))),
        List(True, (Item((Paragraph(line), List(True, (Item((Paragraph((Text("in "), b)),)),), 4))), Item((Paragraph((a,)),), True)), 3),
        List(True, (Item((Paragraph((Text("none"),)),)),)),
    )  # fmt: skip
    for tree in trees:
        yield f"## {type(tree).__name__}"
        yield from LINES.of(gathered((tree,)))


def _slides(example: Edition) -> Iterator[str]:
    whole = example.curriculum
    for id_, notes in (("getting-started", False), ("referral-schemes", False), ("occupational-safety", True)):
        deck = module_deck(example, whole.modules[id_], notes)
        yield f"## {id_}, notes {notes}"
        assert deck is not None
        fewer = replace(deck, slides=deck.slides[:6])
        yield from (line for line in TreeLines(16).of((fewer,)) if not line.startswith(" " * 9))
    nothing = replace(whole.modules["getting-started"], deck=None)
    yield f"## without a deck: {module_deck(example, nothing, False)}"
    for notes in (False, True):
        day = day_deck(example, "two-day", 0, notes)
        yield f"## {day.name} {day.title} {day.colour} {day.runs}"
        yield from (
            f"{one.id} {one.layout} {one.colour} {one.span} {one.at} {one.until} {one.line} {one.minutes}"
            for one in day.slides
        )
    yield f"{list(slides_of_day(example, 'two-day', 1))[:5]}"


def _other(document: Document) -> Document:
    """The same paper as if it stood in another language: each of its words in capitals."""

    def loud(value: Any) -> Any:
        if isinstance(value, str) and not value.startswith("<svg"):
            return value.upper()
        return tuple(map(loud, value)) if isinstance(value, tuple) and not any(map(is_dataclass, value)) else value

    def change(node: Any) -> Any:
        if isinstance(node, Picture):
            return replace(node, title=node.title.upper())
        names = (
            "text",
            "title",
            "label",
            "what",
            "how",
            "words",
            "ticks",
            "labels",
            "facts",
            "contents_label",
            "use",
            "notice",
            "signatures",
        )
        return replace(node, **{name: loud(getattr(node, name)) for name in names if hasattr(node, name)})

    return replace(
        document,
        parts=rebuilt(document.parts, change),
        language="ru",
        title=document.title.upper(),
        what=document.what.upper(),
        use=document.use.upper(),
    )


def _two_languages(example: Edition) -> Iterator[str]:
    whole, people = example.curriculum, [Person("Somebody", "A body")]
    safety, skills = whole.modules["occupational-safety"], whole.modules["emergency-skills"]
    made = (
        handout(example, safety, "exposure-card"), handout(example, safety, "safe-search-checklist"), case_study(example, safety, "spit-and-bite"),
        check(example, safety), check(example, skills), form(example, "evaluation"), badges(example, "two-day", people), certificates(example, "two-day", people),
    )  # fmt: skip
    for document in made:
        yield f"## {document.kind} {document.id}"
        lines = list(document_lines(bilingual(document, _other(document))))
        yield from (line for line in lines[:48] if not line.startswith(" " * 11))
    yield f"the same words twice: {list(document_lines(bilingual(made[0], replace(made[0], language='ru'))))[4:8]}"
    for other in (made[1], replace(made[5], parts=made[5].parts[:-1]), _fewer(made[3])):
        first = next(one for one in made if one.kind == other.kind)
        try:
            found = bilingual(first, other)
            yield f"{other.kind}: {len(found.parts)} parts, {[type(part).__name__ for part in found.parts]}"
        except Unlike as unlike:
            yield f"{other.kind}: {unlike}"


def _fewer(document: Document) -> Document:
    """A test in which a question has one option less."""
    done = False

    def change(node: Any) -> Any:
        nonlocal done
        if not done and type(node).__name__ == "Options":
            done = True
            return replace(node, options=node.options[:-1])
        return node

    return rebuilt(document, change)


NAMES = ("markdown", "texts", "gathered", "slides", "two-languages")


def test_every_text_has_its_file(told: Mapping[str, Sequence[str]]) -> None:
    """Besides, the first test pays for what the others compare."""
    assert tuple(told) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_said(name: str, told: Mapping[str, Sequence[str]], request: pytest.FixtureRequest) -> None:
    assert_golden(request, f"blocks/{name}.txt", told[name])


def test_values_are_frozen(told: object) -> None:
    """Nobody changes a value that somebody else holds."""
    assert told
    assert list(open_values(documents)) == []
