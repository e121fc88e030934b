"""Paper: what the web shows is what paper shows, nothing is lost, and every document can be read again by somebody else."""

import io
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from mkdocs_workshop.accessible import Accessible
from mkdocs_workshop.artifacts import Artifact
from mkdocs_workshop.catalogue import catalogue
from mkdocs_workshop.curriculum import Curriculum, load
from mkdocs_workshop.documents.blocks import (
    Block,
    Heading,
    Item,
    Lines,
    List,
    Note,
    Paragraph,
    Quote,
    Table,
    Text,
    blocks,
)
from mkdocs_workshop.documents.papers import paper_pdfs
from mkdocs_workshop.documents.press import pdf
from mkdocs_workshop.documents.proof import lost, squeeze, words_of
from mkdocs_workshop.documents.refusal import PressError
from mkdocs_workshop.documents.texts import Texts
from mkdocs_workshop.edition import Edition
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
    return {paper.path: paper for paper in paper_pdfs(Edition(curriculum, catalogue("en"), CACHE))}


def test_paper_says_what_the_web_says(curriculum: Curriculum) -> None:
    """Every text, once through the web's parser and once through ours."""
    web = markdown.Markdown(extensions=["admonition", "attr_list", "md_in_html", "tables", Accessible()])
    different = []
    for file, text in curriculum.texts:
        pieces = curriculum.pieces[text.text]
        source = "".join(piece.text if isinstance(piece, Plain) else "¤" for piece in pieces)
        shown = BeautifulSoup(web.reset().convert(source), "html.parser").get_text()
        ours = "".join(words_of(blocks((Plain(source),))))
        if squeeze(shown) != squeeze(ours):
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
    wanted = {f"downloads/en/handout/{id_}.pdf" for parts in curriculum.modules.values() for id_ in parts.handouts}
    wanted |= {f"downloads/en/case/{id_}.pdf" for parts in curriculum.modules.values() for id_ in parts.cases}
    assert set(papers) == wanted


def _read(paper: Artifact) -> PdfReader:
    assert isinstance(paper.content, bytes)
    return PdfReader(io.BytesIO(paper.content))


def test_nothing_is_lost_on_the_way_to_paper(curriculum: Curriculum, papers: dict[str, Artifact]) -> None:
    """Each word of each block is found again by an independent reader."""
    gone, texts = [], Texts(Edition(curriculum, catalogue("en"), CACHE))
    for parts in curriculum.modules.values():
        papers_of = {
            f"handout/{id_}": [section.text for section in paper.sections] for id_, paper in parts.handouts.items()
        }
        papers_of |= {
            f"case/{id_}": [case.story, *(variant.text for variant in case.variants)]
            for id_, case in parts.cases.items()
        }
        for name, written in papers_of.items():
            found = "".join(page.extract_text() for page in _read(papers[f"downloads/en/{name}.pdf"]).pages)
            for text in written:
                gone += [f"{name}: {word}" for word in lost(words_of(texts.blocks(text)), found)]
    assert gone == []


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
    pages = {id_: len(_read(papers[f"downloads/en/handout/{id_}.pdf"]).pages) for id_ in cards}
    assert {id_: count for id_, count in pages.items() if count > 2} == {}


def test_same_source_same_bytes(papers: dict[str, Artifact], tmp_path: Path) -> None:
    body = '#show: sheet.with(title: "A", date: datetime(year: 2026, month: 1, day: 1))\n== B\n\n#"Полиция, қызметкер"'
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "fonts").symlink_to(CACHE / "fonts")
    first = pdf("a", body, tmp_path / "one")
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "fonts").symlink_to(CACHE / "fonts")
    assert pdf("a", body, tmp_path / "two") == first
    assert "қызметкер" in _read(Artifact("x", first)).pages[0].extract_text()


def test_document_that_can_not_be_set_is_refused(papers: dict[str, Artifact]) -> None:
    with pytest.raises(PressError):
        pdf("a", '#image(bytes("<svg xmlns=\'http://www.w3.org/2000/svg\'/>"), format: "svg")', CACHE)
