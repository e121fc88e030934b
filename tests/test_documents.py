"""Paper: what the web shows is what paper shows, nothing is lost, and every document can be read again by somebody else."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from mkdocs_workshop.artifacts import Artifact
from mkdocs_workshop.catalogue import catalogue
from mkdocs_workshop.curriculum import Curriculum, load
from mkdocs_workshop.documents.blocks import (
    Block,
    Break,
    Figure,
    Heading,
    Inline,
    Item,
    Lines,
    List,
    Mark,
    Note,
    Paragraph,
    Quote,
    Table,
    Text,
    blocks,
)
from mkdocs_workshop.documents.papers import paper_pdfs
from mkdocs_workshop.documents.press import pdf
from mkdocs_workshop.documents.refusal import PressError
from mkdocs_workshop.text import Plain, WritingLines
from tests.conftest import ROOT

CACHE = ROOT / ".cache" / "workshop"


@pytest.fixture(scope="module")
def curriculum() -> Curriculum:
    """The shipped curriculum."""
    whole, problems, complete = load(ROOT / "curriculum", ROOT)
    assert complete, problems
    assert whole is not None
    return whole


@pytest.fixture(scope="module")
def papers(curriculum: Curriculum) -> dict[str, Artifact]:
    """Every document by its path."""
    return {paper.path: paper for paper in paper_pdfs(curriculum, catalogue("en"), CACHE)}


def _squeeze(text: str) -> str:
    return re.sub(r"[\s\u00ad]+", "", text)


def _words_of(tree: tuple[Block, ...]) -> Iterator[str]:
    for block in tree:
        match block:
            case Paragraph(children) | Heading(_, children):
                yield _inline(children)
            case List(_, items):
                for item in items:
                    yield from _words_of(item.blocks)
            case Table(head, rows):
                for row in (head, *rows):
                    for cell in row:
                        yield _inline(cell)
            case Quote(inner):
                yield from _words_of(inner)
            case Note(title, inner):
                yield title
                yield from _words_of(inner)
            case Figure() | Lines() | Break():
                pass


def _inline(children: tuple[Inline, ...]) -> str:
    return "".join(
        child.text if isinstance(child, Text) else "¤" if isinstance(child, Mark) else _inline(child.children)
        for child in children
    )


def test_paper_says_what_the_web_says(curriculum: Curriculum) -> None:
    """Every text, once through the web's parser and once through ours."""
    web = markdown.Markdown(extensions=["admonition", "attr_list", "md_in_html", "tables", "pymdownx.tasklist"])
    different = []
    for file, text in curriculum.texts:
        pieces = curriculum.pieces[text.text]
        source = "".join(piece.text if isinstance(piece, Plain) else "¤" for piece in pieces)
        shown = BeautifulSoup(web.reset().convert(source), "html.parser").get_text()
        ours = "".join(_words_of(blocks((Plain(source),))))
        if _squeeze(shown) != _squeeze(ours):
            different.append(f"{file.source.path}: {source[:80]!r}")
    assert different == []


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("One\nline.", (Paragraph((Text("One"), Text(" "), Text("line."))),)),
        ("### Title {#id}", (Heading(3, (Text("Title"),)),)),
        (
            "- [ ] a\n- [ ] b",
            (List(False, (Item((Paragraph((Text("a"),)),), box=True), Item((Paragraph((Text("b"),)),), box=True))),),
        ),
        ("1. a", (List(True, (Item((Paragraph((Text("a"),)),)),)),)),
        ("| A | B |\n|---|---|\n| 1 | 2 |", (Table(((Text("A"),), (Text("B"),)), (((Text("1"),), (Text("2"),)),)),)),
        ('!!! note "Mind"\n    This.', (Note("Mind", (Paragraph((Text("This."),)),)),)),
        ("> Said.", (Quote((Paragraph((Text("Said."),)),)),)),
    ],
)
def test_blocks(text: str, tree: tuple[Block, ...]) -> None:
    assert blocks((Plain(text),)) == tree


def test_marks_come_out_as_pieces() -> None:
    assert blocks((Plain("Write:\n"), WritingLines(3), Plain("\nDone."))) == (
        Paragraph((Text("Write:"),)),
        Lines(3),
        Paragraph((Text("Done."),)),
    )


def test_every_handout_and_case_has_its_document(curriculum: Curriculum, papers: dict[str, Artifact]) -> None:
    wanted = {f"downloads/en/handouts/{id_}.pdf" for parts in curriculum.modules.values() for id_ in parts.handouts}
    wanted |= {f"downloads/en/cases/{id_}.pdf" for parts in curriculum.modules.values() for id_ in parts.cases}
    assert set(papers) == wanted


def _read(paper: Artifact) -> PdfReader:
    assert isinstance(paper.content, bytes)
    return PdfReader(io.BytesIO(paper.content))


def test_nothing_is_lost_on_the_way_to_paper(curriculum: Curriculum, papers: dict[str, Artifact]) -> None:
    """Each word of each block is found again by an independent reader."""
    lost = []
    for parts in curriculum.modules.values():
        texts = {
            f"handouts/{id_}": [section.text for section in paper.sections] for id_, paper in parts.handouts.items()
        }
        texts |= {
            f"cases/{id_}": [case.story, *(variant.text for variant in case.variants)]
            for id_, case in parts.cases.items()
        }
        for name, written in texts.items():
            found = _squeeze("".join(page.extract_text() for page in _read(papers[f"downloads/en/{name}.pdf"]).pages))
            for text in written:
                words = " ".join(_words_of(blocks(curriculum.pieces[text]))).replace("¤", " ")
                lost += [f"{name}: {word}" for word in words.split() if _squeeze(word) not in found]
    assert lost == []


def test_documents_are_tagged_titled_and_in_their_language(papers: dict[str, Artifact]) -> None:
    for path, paper in papers.items():
        reader = _read(paper)
        assert "/StructTreeRoot" in reader.root_object, path
        assert str(reader.root_object["/Lang"]) == "en", path
        assert reader.metadata is not None, path
        assert reader.metadata.title, path
        assert reader.outline, path


def test_cards_fit_a_pocket(curriculum: Curriculum, papers: dict[str, Artifact]) -> None:
    """A card of A6 has two sides and no more."""
    cards = [
        id_ for parts in curriculum.modules.values() for id_, paper in parts.handouts.items() if paper.paper == "A6"
    ]
    assert cards
    pages = {id_: len(_read(papers[f"downloads/en/handouts/{id_}.pdf"]).pages) for id_ in cards}
    assert {id_: count for id_, count in pages.items() if count > 2} == {}


def test_same_source_same_bytes(papers: dict[str, Artifact], tmp_path: Path) -> None:
    body = '#show: sheet.with(title: "A", date: datetime(year: 2026, month: 1, day: 1))\n== B\n\n#"Полиция, қызметкер"'
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "fonts").symlink_to(CACHE / "fonts")
    first = pdf(body, tmp_path / "one")
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "fonts").symlink_to(CACHE / "fonts")
    assert pdf(body, tmp_path / "two") == first
    assert "қызметкер" in _read(Artifact("x", first)).pages[0].extract_text()


def test_document_that_can_not_be_set_is_refused(papers: dict[str, Artifact]) -> None:
    with pytest.raises(PressError):
        pdf('#image(bytes("<svg xmlns=\'http://www.w3.org/2000/svg\'/>"), format: "svg")', CACHE)
