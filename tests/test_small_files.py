"""Files that people download are as small as they can be: what is packed says the same, and nothing stands in a site twice."""

import io
import json
import zipfile
import zlib
from pathlib import Path

import pytest
import typst
from PIL import Image, ImageChops
from pypdf import PdfReader

from mkdocs_workshop.documents.emit.few_colours import few_colours
from mkdocs_workshop.documents.emit.packed import packed
from mkdocs_workshop.documents.emit.press import page_count, pdf, png, read
from mkdocs_workshop.documents.emit.word_template import empty_document
from mkdocs_workshop.site.once import keep_once
from tests.conftest import ROOT

CACHE = ROOT / ".cache" / "workshop"
SOURCE = b"""#set document(title: "A (paper) endobj stream")
#set page(width: 10cm, height: 10cm)
= First
#table(columns: 3, ..range(90).map(n => [Cell #n endstream]))
#pagebreak()
= Second
#link("https://example.org/a(b)")[A link] and #emph[words].
"""


@pytest.fixture(scope="module")
def plain() -> bytes:
    """A tagged document as typst writes it."""
    made = typst.compile(SOURCE, pdf_standards="ua-1")
    assert isinstance(made, bytes)
    return made


def test_a_packed_document_says_the_same(plain: bytes) -> None:
    small = packed(plain)
    assert len(small) < 0.7 * len(plain)
    assert read(small) == read(plain)
    assert page_count(small) == page_count(plain) > 2
    before, after = (PdfReader(io.BytesIO(data)) for data in (plain, small))
    assert [page.extract_text() for page in after.pages] == [page.extract_text() for page in before.pages]
    assert after.metadata == before.metadata
    assert [entry.title for entry in after.outline] == ["First", "Second"]  # type: ignore[union-attr]  # two headings of one level
    assert after.root_object["/Lang"] == before.root_object["/Lang"]
    assert _shape(after) == _shape(before)


def _shape(document: PdfReader) -> list[object]:
    """What a screen reader is told: the kinds of all tags, from the top down."""

    def walk(node: object) -> object:
        given = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(given, list):
            return [walk(one) for one in given]
        if isinstance(given, dict) and "/S" in given:
            return [str(given["/S"]), given.get("/Alt"), walk(given.get("/K", []))]
        return repr(given) if isinstance(given, int) else "mark"

    root = document.root_object["/StructTreeRoot"]
    return [walk(root["/K"])]  # type: ignore[index]  # the root of a tagged document is a dictionary


def test_what_is_no_plain_document_stays_as_it_is(plain: bytes) -> None:
    small = packed(plain)
    assert packed(small) == small
    assert packed(b"no PDF") == b"no PDF"
    with pytest.raises(ValueError, match="no object at byte"):
        packed(plain.replace(b"\n2 0 obj", b"\n2 0 abj"))


def test_the_press_packs(tmp_path: Path) -> None:
    made = pdf(
        "packed", "#set document(title: [A])\n= A\n#table(columns: 2, ..range(40).map(n => [#n]))", tmp_path, theme=()
    )
    assert made.count(b"/StructElem") == 0
    assert "39" in read(made)


def test_a_drawing_keeps_its_colours(tmp_path: Path) -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100" fill="#0e6f69"/>'
        '<circle cx="50" cy="50" r="40" fill="#fbebd9"/><path d="M100 10L190 90" stroke="#a34a06" stroke-width="3"/></svg>'
    )
    made = png("drawing", svg, 200, tmp_path)
    whole = typst.compile(
        f'#set page(width: 200pt, height: auto, margin: 0pt)\n#image(bytes("{svg.replace(chr(34), chr(92) + chr(34))}"), format: "svg", width: 200pt)'.encode(),
        format="png",
        ppi=200.0,
    )
    assert isinstance(whole, bytes)
    assert len(made) < 0.6 * len(whole)
    first, second = (Image.open(io.BytesIO(data)).convert("RGB") for data in (whole, made))
    assert first.size == second.size
    assert ImageChops.difference(first, second).getbbox() is None


def test_a_photograph_and_a_ground_that_lets_through_stay_whole() -> None:
    noise = Image.effect_noise((128, 128), 60)
    photograph = _png(Image.merge("RGB", [noise, noise.rotate(90), noise.rotate(180)]))
    glass = _png(Image.new("RGBA", (64, 64), (20, 30, 40, 120)))
    assert few_colours(photograph) == photograph
    assert few_colours(glass) == glass


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=0)
    return out.getvalue()


def test_a_word_file_brings_no_styles_that_nobody_uses() -> None:
    document, out = empty_document(), io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as archive:
        names = set(archive.namelist())
        styles = archive.read("word/styles.xml")
    assert not names & {"word/stylesWithEffects.xml", "docProps/thumbnail.jpeg"}
    assert styles.count(b'w:type="table"') == 1
    assert len(zlib.compress(styles)) < 6000
    # What people choose from when they go on writing.
    assert {"Heading 4", "List Bullet 3", "Intense Quote"} <= {style.name for style in document.styles}


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A site whose two translations have a paper in common, and one that only has the same name."""
    for code in ("", "ru/", "kk/"):
        folder = tmp_path / code / "downloads"
        (folder / "ru+kk" / "handout").mkdir(parents=True)
        (folder / "manifest.json").write_text(json.dumps({"downloads": [{"path": "downloads/ru+kk/handout/card.pdf"}]}))
        (folder / "index.html").write_text('<a href="ru+kk/handout/card.pdf">x</a>')
        page = tmp_path / code / "handouts" / "card"
        page.mkdir(parents=True)
        links = ("../../downloads/ru%2Bkk/handout/card.pdf", "../../downloads/ru+kk/handout/list.pdf", "#card.pdf")
        (page / "index.html").write_text("".join(f'<a href="{link}">x</a>' for link in links))
    for code in ("ru/", "kk/"):
        folder = tmp_path / code / "downloads" / "ru+kk" / "handout"
        (folder / "card.pdf").write_bytes(b"the same")
        (folder / "list.pdf").write_bytes(code.encode())
    return tmp_path


def test_the_same_download_stands_once(two: Path) -> None:
    assert keep_once(two, ["en", "ru", "kk"]) == ["kk/"]
    assert [path.relative_to(two).as_posix() for path in sorted(two.rglob("*.pdf"))] == [
        "kk/downloads/ru+kk/handout/list.pdf",
        "ru/downloads/ru+kk/handout/card.pdf",
        "ru/downloads/ru+kk/handout/list.pdf",
    ]
    page = (two / "kk/handouts/card/index.html").read_text("utf-8")
    assert 'href="../../../ru/downloads/ru+kk/handout/card.pdf"' in page
    assert 'href="../../downloads/ru+kk/handout/list.pdf"' in page
    assert 'href="#card.pdf"' in page
    assert 'href="../../ru/downloads/ru+kk/handout/card.pdf"' in (two / "kk/downloads/index.html").read_text("utf-8")
    listed = json.loads((two / "kk/downloads/manifest.json").read_text("utf-8"))
    assert listed == {"downloads": [{"path": "../ru/downloads/ru+kk/handout/card.pdf"}]}
    assert "../ru" not in (two / "ru/handouts/card/index.html").read_text("utf-8")


def test_a_language_that_stands_alone_keeps_all(two: Path) -> None:
    assert keep_once(two, ["kk"]) == []
    assert len(list(two.rglob("*.pdf"))) == 4
