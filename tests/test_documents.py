"""Paper: what the web shows is what paper shows, nothing is lost, and every document can be read again by somebody else."""

import io
import unicodedata
from importlib.resources import files
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup
from fontTools import ttLib
from mkdocs.exceptions import PluginError
from pypdf import PdfReader

from mkdocs_workshop.checks.paper import INVISIBLE
from mkdocs_workshop.documents.document_files import documents_for_participants
from mkdocs_workshop.documents.emit.compiler import compiled
from mkdocs_workshop.documents.emit.press import pdf, read
from mkdocs_workshop.documents.emit.refusal import PressError
from mkdocs_workshop.documents.emit.typst_document import LAYOUTS
from mkdocs_workshop.documents.markdown import blocks
from mkdocs_workshop.documents.texts import Texts
from mkdocs_workshop.documents.tree.blocks import Block, Heading, Item, Lines, List, Note, Paragraph, Quote, Table, Text
from mkdocs_workshop.documents.tree.proof import Expected, lost, squeeze, words_of
from mkdocs_workshop.edition import ALL_VARIANTS, Edition
from mkdocs_workshop.ground.artifact import Artifact
from mkdocs_workshop.ground.fonts import print_letters
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.plugin_options import WorkshopConfig, wanted_variants
from mkdocs_workshop.reading.curriculum import Curriculum, load
from mkdocs_workshop.reading.marks import Plain, WritingLines
from mkdocs_workshop.site.accessible import Accessible
from tests.conftest import EXAMPLE, ROOT

CACHE = ROOT / ".cache" / "workshop"


@pytest.fixture(scope="module")
def curriculum() -> Curriculum:
    """The example."""
    whole, problems, complete = load(EXAMPLE / "curriculum", EXAMPLE)
    assert complete, problems
    assert whole is not None
    return whole


@pytest.fixture(scope="module")
def papers(curriculum: Curriculum) -> dict[str, Artifact]:
    """Every handout and case study as PDF by its path."""
    return _papers(Edition(curriculum, catalogue("en"), CACHE))


def _papers(edition: Edition) -> dict[str, Artifact]:
    made = documents_for_participants(edition)
    return {
        paper.path: paper
        for paper in made
        if paper.label and paper.label.kind in ("handout", "case") and paper.label.format == "pdf"
    }


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


def test_every_handout_and_case_has_its_documents(curriculum: Curriculum, papers: dict[str, Artifact]) -> None:
    """On its own paper, and what is A4 in large print; handouts of A4 as a booklet too, and all in printer's order."""
    wanted = set()
    for parts in curriculum.modules.values():
        for id_, handout in parts.handouts.items():
            copier = "-tiles-on-a4" if handout.paper == "A3" else "-cards-on-a4"
            large = ("-booklet", "-booklet-for-copier", "-large-print")
            deck = (copier,) if handout.form == "deck" else ()
            variants = ("", *(large if handout.paper == "A4" else (copier,)), *deck)
            wanted |= {f"downloads/en/handout/{id_}{variant}.pdf" for variant in variants}
        for id_ in parts.cases:
            wanted |= {f"downloads/en/case/{id_}.pdf", f"downloads/en/case/{id_}-large-print.pdf"}
    assert set(papers) == wanted
    every = {"", "booklet", "large-print", "booklet-for-copier", "cards-on-a4", "tiles-on-a4"}
    assert {paper.label.variant for paper in papers.values() if paper.label} == every


def test_variants_can_be_left_out(curriculum: Curriculum, papers: dict[str, Artifact]) -> None:
    plain = set(_papers(Edition(curriculum, catalogue("en"), CACHE, variants=frozenset())))
    assert plain == {path for path, paper in papers.items() if paper.label and not paper.label.variant}
    large = set(_papers(Edition(curriculum, catalogue("en"), CACHE, variants=frozenset({"large-print"}))))
    assert large == {
        path for path, paper in papers.items() if paper.label and paper.label.variant in ("", "large-print")
    }


def test_which_variants_are_wanted() -> None:
    def wanted(given: object) -> frozenset[str]:
        config = WorkshopConfig()
        config.load_dict({"variants": given})
        assert config.validate() == ([], [])
        return wanted_variants(config)

    assert [wanted(True), wanted(False), wanted(["booklet"])] == [ALL_VARIANTS, frozenset(), {"booklet"}]
    with pytest.raises(PluginError, match=r"`variants` names `braille`.*There are: booklet, large-print; or false\."):
        wanted(["braille"])


def _read(paper: Artifact) -> PdfReader:
    assert isinstance(paper.content, bytes)
    return PdfReader(io.BytesIO(paper.content))


def test_nothing_is_lost_on_the_way_to_paper(curriculum: Curriculum, papers: dict[str, Artifact]) -> None:
    """Each word of each block is found again by a reader that the build does not use."""
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


FOR_COPIER = ("-cards-on-a4.pdf", "-tiles-on-a4.pdf", "-booklet-for-copier.pdf")


def test_documents_are_tagged_titled_and_in_their_language(papers: dict[str, Artifact]) -> None:
    for path, paper in papers.items():
        reader = _read(paper)
        assert "/StructTreeRoot" in reader.root_object, path
        assert str(reader.root_object["/Lang"]) == "en", path
        assert reader.metadata is not None, path
        assert reader.metadata.title, path
        # Printer's sheets hold pages out of their order: there is nothing to jump to.
        assert reader.outline or path.endswith(FOR_COPIER), path


POINTS = {"A3": (842, 1191), "A4": (595, 842), "A5": (420, 595), "A6": (298, 420)}


def test_each_handout_has_its_own_paper(curriculum: Curriculum, papers: dict[str, Artifact]) -> None:
    for parts in curriculum.modules.values():
        for id_, handout in parts.handouts.items():
            sizes = {"": handout.paper} | ({"-booklet": "A5", "-large-print": "A4"} if handout.paper == "A4" else {})
            for variant, size in sizes.items():
                box = _read(papers[f"downloads/en/handout/{id_}{variant}.pdf"]).pages[0].mediabox
                shown = (round(box.width), round(box.height))
                # A log lies on its side.
                turned = handout.form == "log" and not variant
                assert (shown[::-1] if turned else shown) == POINTS[size], f"{id_}{variant}"


def test_large_print_is_large(curriculum: Curriculum, papers: dict[str, Artifact]) -> None:
    """Most letters have 18 points or more."""
    paper = next(paper for path, paper in papers.items() if path.endswith("case/finger-pricked-large-print.pdf"))
    sizes: list[tuple[float, int]] = []

    def note(text: str, _cm: object, tm: list[float], _font: object, size: float) -> None:
        sizes.append((round(abs(tm[3]) * size, 1), len(text.strip())))

    for page in _read(paper).pages:
        page.extract_text(visitor_text=note)
    large = sum(count for size, count in sizes if size >= 18)
    assert large > 0.8 * sum(count for _, count in sizes)


def test_cards_fit_a_pocket(curriculum: Curriculum, papers: dict[str, Artifact]) -> None:
    """A card of A6 has two sides and no more."""
    cards = [
        id_ for parts in curriculum.modules.values() for id_, paper in parts.handouts.items() if paper.paper == "A6"
    ]
    assert cards
    pages = {id_: len(_read(papers[f"downloads/en/handout/{id_}.pdf"]).pages) for id_ in cards}
    assert {id_: count for id_, count in pages.items() if count > 2} == {}


def test_paper_that_is_too_small_is_refused(papers: dict[str, Artifact]) -> None:
    body = (
        '#show: sheet.with(title: "A", size: "A6", date: datetime(year: 2026, month: 1, day: 1))\n'
        + "#pagebreak()B" * 2
    )
    with pytest.raises(PressError, match="takes 3 pages"):
        pdf("a", body, CACHE, most_pages=2)


def test_lost_word_is_refused(papers: dict[str, Artifact]) -> None:
    body = '#show: sheet.with(title: "A", date: datetime(year: 2026, month: 1, day: 1))\n#"Here."'
    with pytest.raises(PressError, match="lost words on the way to paper: 'gone'"):
        pdf("a", body, CACHE, [Expected("Here."), Expected("gone")])


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Short.", 0),
        # Of three pages, two and two the first with two.
        ("#context if text.size > 11pt [#pagebreak()a#pagebreak()b] else [#pagebreak()a]", 1),
        # On one page from the third on, which is found without setting it on a page.
        ("#context block(height: if text.size > 10pt { 300mm } else { 100mm })", 3),
        # The smallest alone, on one page and on two.
        ("#context block(height: if text.size > 9.1pt { 300mm } else { 100mm })", 5),
        ("#context block(height: if text.size > 9.1pt { 600mm } else { 300mm })", 5),
    ],
)  # fmt: skip
def test_first_of_the_shortest_is_taken(papers: dict[str, Artifact], text: str, taken: int) -> None:
    """In one run, which sets a text in the size that it has chosen."""
    sizes = (11.6, 10.5, 10.5, 9.8, 9.2, 9, 9)
    layouts = ", ".join(f'"{name}"' for name in LAYOUTS["A4"])
    head = f'#show: sheet.with(title: "A", size: ({layouts}), date: datetime(year: 2026, month: 1, day: 1))\n'
    made = pdf("choice", f"{head}{text}\n\n#context repr(text.size)", CACHE)
    assert f"{sizes[taken]:g}pt" in read(made)
    assert read(made).count("pt") == 1


def test_printed_letters_are_in_the_fonts() -> None:
    """What W801 lets through, the text face can draw; spaces of all kinds need no drawing."""
    face = ttLib.TTFont(str(files("fontpkg_source_sans_3") / "files" / "SourceSans3[wght].ttf"))
    missing = print_letters() - set(face.getBestCmap())
    assert [letter for letter in missing if unicodedata.category(chr(letter)) not in INVISIBLE] == []


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


def test_a_compiler_serves_the_folder_in_which_the_process_works_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, theme in (("one", ("fit.typ", "paper.typ")), ("two", ("fit.typ", "paper.typ", "card.typ"))):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        assert compiled("a page", "Words", Path(".kept"), theme).startswith(b"%PDF")
