"""What is not translated stands in the language of the master, says so to readers and to machines, in every file."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from mkdocs_workshop.deliver.downloads import make_downloads
from mkdocs_workshop.documents import papers
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.artifact import Artifact
from mkdocs_workshop.ground.language_tags import runs, seen, tagged, untagged
from mkdocs_workshop.language.interface import catalogue
from tests.conftest import ROOT
from tests.reading import text_of
from tests.test_translation import PO, _say, _update, _whole

TITLE = "Первый модуль"
PURPOSE = "Зачем это нужно"


@pytest.fixture(scope="module")
def edition(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The small curriculum in Russian; of all its words two are translated."""
    import shutil

    folder = tmp_path_factory.mktemp("russian") / "curriculum"
    shutil.copytree(small_source, folder)
    po = _update(folder)
    _say(po, "module first-module: title", TITLE)
    _say(po, "module first-module: purpose", PURPOSE)
    return Edition(_whole(folder, "ru"), catalogue("ru"), ROOT / ".cache" / "workshop")


@pytest.fixture(scope="module")
def made(edition: Edition) -> dict[str, Artifact]:
    return {one.path: one for one in make_downloads(edition)}


def test_marks_travel_in_words_and_come_out_again() -> None:
    words = f"Модуль · {seen('Exposure', 'en')} · {tagged('card', 'en')}"
    assert list(runs(words)) == [
        ("Модуль · ", ""), ("[EN]\u00a0Exposure", "en"), (" · ", ""), ("card", "en"),
    ]  # fmt: skip
    assert untagged(words) == "Модуль · [EN]\u00a0Exposure · card"
    assert list(runs(tagged(f"a {seen('b', 'kk')}", "en"))) == [("a [KK]\u00a0b", "en")]


def test_no_mark_of_machines_is_left_in_any_file(made: dict[str, Artifact]) -> None:
    guilty = [path for path, one in made.items() if re.search("[\U000e0000-\U000e007f]", text_of(path, one.data))]
    assert guilty == []
    assert len(made) > 20


def test_every_file_for_readers_says_that_nobody_has_read_it(made: dict[str, Artifact]) -> None:
    kinds = {"pdf", "docx", "pptx", "html", "zip", "imscc", "mbz"}
    silent = [
        path
        for path, one in made.items()
        if one.label is not None
        and one.label.format in kinds
        and one.label.kind not in ("badges", "tents")  # there is nothing to read on them
        and "языка" not in (text := " ".join(text_of(path, one.data).split()))
        and "прочитал" not in text
    ]
    assert silent == []


def _with(made: dict[str, Artifact], kind: str, format_: str) -> Artifact:
    return next(one for one in made.values() if one.label and (one.label.kind, one.label.format) == (kind, format_))


def test_word_names_the_language_of_each_run(made: dict[str, Artifact]) -> None:
    document = zipfile.ZipFile(io.BytesIO(_with(made, "handout", "docx").data)).read("word/document.xml").decode()
    assert '<w:lang w:val="en"/>' in document
    assert "[EN]\u00a0" in document
    styles = zipfile.ZipFile(io.BytesIO(_with(made, "handout", "docx").data)).read("word/styles.xml").decode()
    assert 'w:val="ru"' in styles


def test_paper_names_the_language_of_the_words(made: dict[str, Artifact]) -> None:
    data = _with(made, "handout", "pdf").data
    reader = PdfReader(io.BytesIO(data))
    assert str(reader.root_object["/Lang"]) == "ru"
    assert "[EN]" in text_of("a.pdf", data)
    assert "[EN]" in str(reader.metadata)
    # The language of the words of the master, as screen readers find it.
    assert _languages(reader) >= {"en"}


def _languages(reader: PdfReader) -> set[str]:
    found: set[str] = set()
    for index in range(1, len(reader.xref[0]) + 1):
        one = reader.get_object(index)
        if isinstance(one, dict) and "/Lang" in one:
            found.add(str(one["/Lang"]))
    return found | set(re.findall(r"/Lang ?\((\w+)\)", " ".join(_contents(reader))))


def _contents(reader: PdfReader) -> list[str]:
    contents = (page.get_contents() for page in reader.pages)
    return [one.get_data().decode("latin-1") for one in contents if one is not None]


def test_pages_of_packages_name_the_language(made: dict[str, Artifact]) -> None:
    page = zipfile.ZipFile(io.BytesIO(_with(made, "scorm", "zip").data)).read("index.html").decode()
    assert '<html lang="ru"' in page
    assert f"<title>{TITLE}</title>" in page
    assert '<span lang="en">[EN]&nbsp;' in page
    assert f"<p>{PURPOSE}</p>" in page


def test_slides_name_the_language(made: dict[str, Artifact]) -> None:
    deck = zipfile.ZipFile(io.BytesIO(_with(made, "slides", "pptx").data))
    slides = " ".join(deck.read(name).decode() for name in deck.namelist() if name.startswith("ppt/slides/slide"))
    assert 'lang="en"' in slides
    assert 'lang="ru"' in slides


def test_what_is_translated_has_no_mark(edition: Edition) -> None:
    module = edition.curriculum.modules["first-module"]
    assert edition.marked.plain(module.plan.title) == TITLE
    assert edition.plain(module.plan.short) == untagged(edition.plain(module.plan.short))
    assert untagged(edition.marked.plain(module.plan.short)).startswith("[EN]\u00a0")


def test_quotes_of_what_is_not_translated_are_those_of_its_language(small: Path) -> None:
    from mkdocs_workshop.reading.marks import Plain

    path = small / "modules" / "first-module" / "module.yml"
    path.write_text(path.read_text("utf-8").replace("purpose: ", 'purpose: Say "yes". ', 1), "utf-8")
    _update(small)
    whole = _whole(small, "ru")
    piece = whole.pieces[whole.modules["first-module"].plan.purpose][0]
    assert isinstance(piece, Plain)
    assert "\u201cyes\u201d" in piece.text


def test_the_master_has_no_marks(small: Path) -> None:
    whole = _whole(small)
    edition = Edition(whole, catalogue("en"), ROOT / ".cache" / "workshop")
    assert edition.marked is edition
    handout = papers.handout(edition, whole.modules["first-module"], next(iter(whole.modules["first-module"].handouts)))
    assert "[EN]" not in repr(handout)
    assert PO.endswith(".po")
