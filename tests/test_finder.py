"""Papers are found by the moment in which people need them, by what they look like, and by the words that people type."""

import base64
import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import docx
import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route

from mkdocs_workshop.documents import papers
from mkdocs_workshop.documents.emit.press import read
from mkdocs_workshop.documents.emit.word import document_word
from mkdocs_workshop.documents.must_appear import must_appear
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.artifact import Artifact, Label
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.site.pages import make_pages, paths
from mkdocs_workshop.site.pages.folds import by_letters, opened
from mkdocs_workshop.site.thumbs import WIDTH, thumbnails
from tests.browser import served
from tests.conftest import CONFIG, TODAY, build_site, store
from tests.office import office, office_mistakes

HANDOUT = "modules/first-module/handouts/{}.yml"
CARD = """\
title: Pricked? Your card
form: card
audiences: [{audience}]
use: In the first minute.
paper: A6
also: needle-stick, sharps injury
moments: [now]
sections: [{{id: call, title: Call, text: "Emergency: {{country:{entry}}}\\n\\n{{pagebreak:}}\\n\\nKeep calm."}}]
"""


@pytest.fixture(scope="module")
def with_card(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small curriculum with a moment, and a card that names a blank of the country sheet."""
    folder = tmp_path_factory.mktemp("finder") / "curriculum"
    shutil.copytree(small_source, folder)
    whole, _, _ = load(folder, folder.parent)
    assert whole is not None
    entry = next(one.id for one in whole.country.entries if one.value is None and one.group == "contacts")
    plan = folder / "curriculum.yml"
    plan.write_text(
        plan.read_text("utf-8") + '\nmoments: [{id: now, name: It has just happened, note: "open it now"}]\n', "utf-8"
    )
    card = folder / HANDOUT.format("a-card")
    card.parent.mkdir(exist_ok=True)
    card.write_text(CARD.format(audience=whole.manual.audiences[0].id, entry=entry), "utf-8")
    module = folder / "modules" / "first-module" / "module.yml"
    text = module.read_text("utf-8")
    assert "handouts: [first-module-card]" in text
    module.write_text(
        text.replace("handouts: [first-module-card]", "handouts: [first-module-card, a-card]", 1), "utf-8"
    )
    return folder


def _edition(folder: Path, cache: Path) -> Edition:
    whole, problems, complete = load(folder, folder.parent)
    assert whole is not None, problems
    assert complete, problems
    return Edition(whole, catalogue("en"), cache)


def _pages(folder: Path, cache: Path) -> dict[str, str]:
    return {page.path: str(page.content) for page in make_pages(_edition(folder, cache), TODAY).artifacts}


def test_papers_stand_by_their_moments_and_others_after_them(with_card: Path, tmp_path: Path) -> None:
    page = _pages(with_card, tmp_path)[paths.HANDOUTS]
    assert page.index('id="now"') < page.index('id="a-card"') < page.index('id="other"')


def test_words_that_people_type_are_in_the_search_and_on_no_page(with_card: Path, tmp_path: Path) -> None:
    pages = _pages(with_card, tmp_path)
    data = json.loads(pages.pop(paths.FINDABLE).removeprefix("window.workshopPapers="))
    assert data["papers"][0]["t"] == "Pricked? Your card", "a card stands before what fits a word as well"
    assert data["papers"][0]["a"] == ["needle-stick", "sharps injury"]
    assert not any("sharps injury" in text for text in pages.values())


def _pdf(width: float, height: float) -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(width, height)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_paper_gets_one_small_picture(tmp_path: Path) -> None:
    label = Label("handout", "pdf", "Card", "en", "1.0", "m", "a-card")
    large = Label("handout", "pdf", "Card", "en", "1.0", "m", "a-card", "large-print")
    guide = Label("guide", "pdf", "Guide", "en", "1.0", "", "two-day")
    made = [Artifact(f"{index}.pdf", _pdf(298, 420), label=one) for index, one in enumerate((label, large, guide))]
    (picture,) = thumbnails(made, tmp_path)
    assert picture.path == paths.thumb("handout", "a-card")
    image = Image.open(io.BytesIO(picture.data))
    assert (image.format, image.width) == ("WEBP", WIDTH)
    assert image.height == pytest.approx(WIDTH * 420 / 298, abs=1)


def test_letters_that_have_few_entries_stand_together() -> None:
    names = [*("a1", "a2", "b1"), *(f"c{number}" for number in range(5)), "d1"]
    parts = by_letters(names, str, most=4)
    assert [(title, list(rows)) for _, title, rows in parts] == [
        ("A–B", ["a1", "a2", "b1"]),
        ("C", [f"c{number}" for number in range(5)]),
        ("D", ["d1"]),
    ]


def test_parts_stand_open_as_long_as_they_are_few() -> None:
    folds = opened([("a", "A", range(15)), ("b", "B", ()), ("c", "C", range(6)), ("d", "D", range(1))])
    assert [(fold.anchor, fold.open) for fold in folds] == [("a", True), ("c", False), ("d", False)]


@pytest.fixture(scope="module")
def small_address(with_card: Path) -> Iterator[str]:
    """The small site, served."""
    root = with_card.parent
    (root / "docs").mkdir()
    (root / "docs" / "about.md").write_text("# About us\n\nWritten by hand.\n")
    (root / "mkdocs.yml").write_text(CONFIG + "nav: [{About: about.md}]\n")
    (root / ".cache").symlink_to(store("small"))
    done = build_site(root, options={"documents": False})
    assert done.returncode == 0, done.stderr
    with served(root / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone that has never been here."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("words", ["needlestick", "Needle stick", "sharps injuries", "pricked your"])
def test_search_offers_the_paper_itself(page: Page, small_address: str, words: str) -> None:
    page.goto(f"{small_address}/?q={words}", wait_until="load")
    first = page.locator(".ws-papers li").first
    first.wait_for()
    assert first.locator("a").first.inner_text() == "Pricked? Your card"
    assert page.request.get(str(first.locator("a").first.evaluate("link => link.href"))).ok


def test_who_types_an_objection_gets_the_answer(
    page: Page, small_address: str, with_card: Path, tmp_path: Path
) -> None:
    page.goto(f"{small_address}/?q=we have always done it another way", wait_until="load")
    first = page.locator(".ws-papers li").first
    first.wait_for()
    assert page.locator(".ws-papers h2").first.inner_text() == "What to answer"
    assert "what that way protects" in first.inner_text()
    first.locator("a").click()
    page.wait_for_url("**/programmes/**#*")
    assert page.locator(f"id={page.url.partition('#')[2]}").count() == 1
    made = make_pages(_edition(with_card, tmp_path), TODAY, [], "participant").artifacts
    assert (
        "objections"
        not in next(str(one.content) for one in made if one.path == paths.FINDABLE).partition('"papers":[')[2]
    )


def test_the_sentence_narrows_and_moves_nothing(page: Page, small_address: str) -> None:
    page.goto(f"{small_address}/handouts/", wait_until="load")
    all_ = page.locator(".ws-tiles > li").count()
    page.select_option("#ws-find [name=when]", "now")
    assert page.locator(".ws-tiles > li:visible").evaluate_all("tiles => tiles.map(tile => tile.id)") == ["a-card"]
    page.select_option("#ws-find [name=when]", "")
    assert page.locator(".ws-tiles > li:not([hidden])").count() == all_ > 1
    page.goto(f"{small_address}/handouts/#other", wait_until="load")
    assert page.locator("#other").get_attribute("open") is not None


def test_a_contact_typed_once_stands_on_the_card_and_is_marked_until_called(page: Page, small_address: str) -> None:
    page.goto(f"{small_address}/prepare/make-it-ours/", wait_until="load")
    page.locator("[data-entry] [name=value]").first.fill("Room <b>4</b>")
    page.goto(f"{small_address}/handouts/a-card/", wait_until="load")
    ours = page.locator(".ws-sheet a.ws-ours")
    assert ours.inner_text() == "Room <b>4</b>"
    assert "is-not-called" in str(ours.get_attribute("class"))
    page.goto(f"{small_address}/prepare/make-it-ours/", wait_until="load")
    assert page.locator("[data-entry] [name=value]").first.input_value() == "Room <b>4</b>"
    page.locator("[data-entry] [name=called]").first.fill("2026-11-28")
    page.goto(f"{small_address}/handouts/a-card/", wait_until="load")
    assert "is-not-called" not in str(ours.get_attribute("class"))


def test_a_small_card_prints_four_on_a_sheet(page: Page, small_address: str) -> None:
    page.goto(f"{small_address}/handouts/a-card/", wait_until="load")
    page.evaluate(
        "window.print = () => { window.seen = document.querySelectorAll('.ws-up-page').length + '×' + document.querySelectorAll('.ws-up-page:first-child > div').length }"
    )
    page.locator(".ws-many-button").click()
    assert page.evaluate("window.seen") == "2×4"
    assert page.locator("#ws-up").count() == 1, "telephones look at it later"
    page.keyboard.press("Shift")
    assert page.locator("#ws-up").count() == 0


def test_from_a_blank_on_a_paper_to_the_paper_filled_in(
    page: Page, small_address: str, with_card: Path, tmp_path: Path
) -> None:
    word = tmp_path / "a.docx"
    word.write_bytes(_blank_word(with_card, tmp_path)[0])
    page.route("**/a.docx", lambda route: route.fulfill(path=word))
    button = '<button type="button" class="ws-button ws-print-button"'
    files = (
        '<a class="ws-button ws-download" href="/a.docx">Word</a><a class="ws-button ws-download" href="/a.pdf">PDF</a>'
    )

    def with_files(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(button, files + button))

    page.route("**/handouts/a-card/", with_files)
    page.goto(f"{small_address}/handouts/a-card/", wait_until="load")
    print_ = page.locator(".ws-print-button")
    assert print_.is_hidden()
    page.locator(".ws-sheet a.ws-local").click()
    page.wait_for_url("**/make-it-ours/#paper-a-card")
    line = page.locator("#ws-ours .ws-fold").first.locator("[name=value]")
    assert line.count() == 1
    line.fill("Room 4")
    page.get_by_role("link", name="Open the filled-in paper").click()
    print_.wait_for()
    assert page.locator(".ws-hero .ws-chips .ws-button:visible").first.inner_text() == print_.inner_text()
    assert page.locator("[href='/a.pdf']").inner_text() == "PDF (blank)"
    with page.expect_download() as saved:
        page.locator("[href='/a.docx']").click()
    assert "Room 4" in "".join(docx.Document(str(saved.value.path())).element.body.itertext())
    page.evaluate("window.print = () => { window.seen = document.title }")
    print_.click()
    page.wait_for_function("window.seen")
    assert page.evaluate("window.seen") == "Pricked? Your card", "the name of the file that is saved"


def test_a_file_that_was_saved_and_the_sheet_come_back(page: Page, small_address: str, tmp_path: Path) -> None:
    page.goto(f"{small_address}/prepare/make-it-ours/", wait_until="load")
    line = page.locator("[data-entry]").first
    id_ = str(line.get_attribute("data-entry"))
    kept = tmp_path / "ours.json"
    kept.write_text(json.dumps({"format": 1, "entries": {id_: {"value": "from a file"}, "no-such": {"value": "x"}}}))
    page.set_input_files("#ws-ours-read", str(kept))
    page.wait_for_function("document.querySelector('[name=value]').value === 'from a file'")
    sheet = tmp_path / "ours.xlsx"
    sheet.write_bytes(page.request.get(f"{small_address}/{paths.OURS_SHEET}").body())
    page.set_input_files("#ws-ours-read", str(sheet))
    page.wait_for_function("/: 0\\./.test(document.getElementById('ws-ours-progress').textContent)")
    assert page.locator("[name=value]").first.input_value() == "from a file", "an empty cell takes nothing away"


def _blank_word(with_card: Path, tmp_path: Path) -> tuple[bytes, str]:
    """The Word file of the card, and the blank in it."""
    edition = _edition(with_card, tmp_path)
    made = papers.handout(edition, edition.curriculum.modules["first-module"], "a-card")
    entry = next(one for one in edition.curriculum.country.entries if one.value is None and one.group == "contacts")
    return document_word(made, tmp_path, must_appear(edition, made)), edition.wording.blank(entry.label)


def _filled(page: Page, with_card: Path, tmp_path: Path, called: str) -> tuple[bytes, str]:
    """The Word file of the card as the browser fills it in, and the blank that was there."""
    file, blank = _blank_word(with_card, tmp_path)
    page.goto("about:blank")
    script = Path(str(resources.files("mkdocs_workshop"))) / "site" / "theme" / "ours-files.js"
    page.evaluate(script.read_text("utf-8"))
    count, together, data = page.evaluate(
        """async ([data, ours]) => {
          const bytes = Uint8Array.from(atob(data), sign => sign.charCodeAt(0)), list = async blob => Array.from(new Uint8Array(await blob.arrayBuffer()))
          const made = await window.workshopFiles.fill(bytes.buffer, ours)
          return [made.count, await list(await window.workshopFiles.together([['a.docx', made.file]])), await list(made.file)]
        }""",
        [base64.b64encode(file).decode(), {blank: {"value": "Room <4> & hall", "called_on": called}}],
    )
    assert count == 1
    with zipfile.ZipFile(io.BytesIO(bytes(together))) as packed:
        assert packed.testzip() is None
        assert packed.read("a.docx") == bytes(data)
    return bytes(data), blank


def test_a_word_file_is_filled_in_the_browser(page: Page, with_card: Path, tmp_path: Path) -> None:
    file, blank = _filled(page, with_card, tmp_path, "2026-11-28")
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        assert packed.testzip() is None
        # Word shows what the data of the file say, and not what stands in the text.
        held = packed.read("customXml/item2.xml").decode()
    assert "Room &lt;4&gt; &amp; hall" in held
    document = docx.Document(io.BytesIO(file))
    text = "".join(document.element.body.itertext())
    assert "Room <4> & hall" in text
    assert blank not in text
    assert "Tofill" not in document.element.body.xml


def test_what_nobody_has_called_to_check_stays_marked_in_word(page: Page, with_card: Path, tmp_path: Path) -> None:
    file, _ = _filled(page, with_card, tmp_path, "")
    assert "Tofill" in docx.Document(io.BytesIO(file)).element.body.xml


def test_office_shows_what_was_filled_in(page: Page, with_card: Path, tmp_path: Path) -> None:
    file, blank = _filled(page, with_card, tmp_path, "2026-11-28")
    (tmp_path / "filled.docx").write_bytes(file)
    command = [
        office(),
        f"-env:UserInstallation={(tmp_path / 'office').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    subprocess.run(
        [*command, "--outdir", tmp_path, tmp_path / "filled.docx"], check=True, capture_output=True, timeout=240
    )
    # As PDF: LibreOffice 25.2 writes text of places to type in a table without an end.
    shown = " ".join(read((tmp_path / "filled.pdf").read_bytes()).split())
    assert "Room <4> & hall" in shown
    assert blank not in shown
    assert office_mistakes(file, tmp_path / "again.docx") == []


def test_a_list_is_narrowed_and_an_address_unfolds_its_entry(page: Page, small_address: str) -> None:
    page.goto(f"{small_address}/reference/glossary/", wait_until="load")
    rows = page.locator(".ws-term-row")
    first = str(rows.first.get_attribute("id"))
    page.locator(".ws-narrow-by input").fill(rows.first.locator("strong").first.inner_text().upper())
    assert first in page.locator(".ws-term-row:visible").evaluate_all("rows => rows.map(row => row.id)")
    page.locator(".ws-narrow-by input").fill("no such word at all")
    assert page.locator(".ws-term-row:visible").count() == 0
    page.locator(".ws-narrow-by input").fill("")
    page.evaluate("document.querySelectorAll('.ws-fold').forEach(fold => { fold.open = false })")
    page.evaluate(f"location.hash = {first!r}")
    page.locator(f"#{first}").wait_for(state="visible")
