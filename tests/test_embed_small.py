"""Embed pages bring their letters, tell their height, have a short form; drawings in pages of a course are readable on a phone."""

import base64
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from playwright.sync_api import Browser, Page

from mkdocs_workshop.edition import CourseWays, Edition
from mkdocs_workshop.figures import FigureWords, draw
from mkdocs_workshop.ground.own_letters import letters_inside, with_neighbours
from mkdocs_workshop.ground.sanitise import clean
from mkdocs_workshop.packages.embed import MOST, embed_pages, with_letters
from mkdocs_workshop.packages.lesson_figures import drawn_alone
from mkdocs_workshop.packages.lesson_page import part, tokens
from mkdocs_workshop.packages.light import light, looks_style
from mkdocs_workshop.packages.module_pages import module_pages
from mkdocs_workshop.site.pages.academy import HEIGHT_SCRIPT
from tests.lms import served, watched
from tests.small_course import MODULE, small_edition

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def edition(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return small_edition(small_source, tmp_path_factory.mktemp("embed") / "curriculum")


@pytest.fixture(scope="module")
def shelf(edition: Edition) -> dict[str, bytes]:
    return {"/favicon.ico": b""} | {f"/{Path(page.path).name}": page.data for page in embed_pages(edition)}


@pytest.fixture(scope="module")
def address(shelf: dict[str, bytes]) -> Iterator[str]:
    with served(shelf) as found:
        yield found


def _faces(page: Page) -> dict[str, set[str]]:
    """Which fonts drew each kind of element that shows words, as the browser says."""
    asked = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        asked.send(f"{domain}.enable")
    found: dict[str, set[str]] = {}
    root = asked.send("DOM.getDocument")["root"]["nodeId"]
    for node in asked.send("DOM.querySelectorAll", {"nodeId": root, "selector": "body *"})["nodeIds"]:
        name = asked.send("DOM.describeNode", {"nodeId": node})["node"]["nodeName"].lower()
        fonts = asked.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        found.setdefault(name, set()).update(font["familyName"] for font in fonts)
    return {name: fonts for name, fonts in found.items() if fonts}


def test_a_page_that_was_copied_away_shows_its_own_letters(
    browser: Browser, shelf: dict[str, bytes], tmp_path: Path
) -> None:
    (tmp_path / "copied.html").write_bytes(shelf[f"/module-{MODULE}.html"])
    page = browser.new_page()
    wrong = watched(page)
    page.goto((tmp_path / "copied.html").as_uri())
    page.evaluate("document.fonts.ready")
    for label in page.locator("label:has(input)").all():
        label.click()
    for select in page.locator("select").all():
        select.select_option(index=1)
    page.locator("#submit").click()
    page.locator("#result:not(:empty)").wait_for()
    page.evaluate("document.fonts.ready")
    faces = _faces(page)
    assert {*faces} >= {"h1", "p", "legend", "strong", "select", "button"}
    foreign = {name for name, fonts in faces.items() if not all(font.startswith("Source Sans 3") for font in fonts)}
    assert foreign == set()
    assert [text for text in wrong if "drawings/" not in text] == []
    page.close()


def test_a_page_is_at_most_100_kb(shelf: dict[str, bytes], tmp_path: Path) -> None:
    assert max(len(page) for page in shelf.values()) < MOST
    weights = [
        re.findall(r'"([\d ]+)":', with_letters(tmp_path, f"{'Ж' * ((MOST - room) // 2)}>letters<", "абв", "абв"))
        for room in (9000, 1000)
    ]
    assert weights == [["400", "600 700"], ["400 700"]]


def test_letters_are_those_of_the_text(tmp_path: Path) -> None:
    made = letters_inside(tmp_path, "Қала Ab", "Қа")
    shown = [
        {chr(code) for code in TTFont(io.BytesIO(base64.b64decode(inside))).getBestCmap()} for inside in made.values()
    ]
    assert [*made] == ["400", "600 700"]
    assert shown == [set("Қала Ab"), set("Қа")]


def test_pages_of_one_alphabet_share_their_letters(tmp_path: Path) -> None:
    assert with_neighbours("Қа") == with_neighbours("Ғы") != with_neighbours("Қa")
    assert set("Қала").issubset(with_neighbours("Қа"))
    assert not set("abс").issubset(with_neighbours("Қа"))
    assert "é" in with_neighbours("é1")
    made = [with_letters(tmp_path, ">letters<", text, "A") for text in ("abc", "xyz")]
    assert made[0] == made[1]


def test_a_light_drawing_looks_as_it_did(browser: Browser, edition: Edition) -> None:
    figures = edition.curriculum.modules[MODULE].figures
    words = FigureWords("Yes", "No")
    drawings = clean(
        "".join(draw(figure, id_, edition.plain, words, 360) for id_, figure in figures.items()), alone=True
    )
    style = f"{tokens()}{part('page.css')}"
    page = browser.new_page()
    seen = []
    for html in (f"<style>{style}</style>{drawings}", f"<style>{style}{looks_style()}</style>{light(drawings)}"):
        page.set_content(f"<!doctype html>{html}")
        seen.append(page.screenshot(full_page=True))
    page.close()
    assert seen[0] == seen[1]
    assert len(light(drawings)) < 0.75 * len(drawings)


@pytest.mark.parametrize("script", [True, False])
def test_a_frame_is_as_high_as_its_page_if_the_page_around_wants_it(
    browser: Browser, address: str, shelf: dict[str, bytes], script: bool
) -> None:
    frame = f'<iframe src="/module-{MODULE}.html" title="Lesson" width="390" height="600" style="border:0"></iframe>'
    shelf["/around.html"] = f"<!doctype html><title>Course</title>{HEIGHT_SCRIPT if script else ''}{frame}".encode()
    page = browser.new_page(viewport={"width": 400, "height": 700})
    page.goto(f"{address}/around.html", wait_until="load")
    inner = page.frames[1]
    if script:
        page.wait_for_function("document.querySelector('iframe').offsetHeight !== 600")
        before = page.evaluate("document.querySelector('iframe').offsetHeight")
        assert before == pytest.approx(inner.evaluate("document.body.offsetHeight"), abs=2)
        inner.evaluate("document.querySelector('main').remove()")
        page.wait_for_function(f"document.querySelector('iframe').offsetHeight < {before}")
    else:
        assert inner.evaluate("document.body.offsetHeight") != 600
        assert page.evaluate("document.querySelector('iframe').offsetHeight") == 600
    page.close()


def test_the_short_form_asks_what_belongs_to_one_outcome(edition: Edition, shelf: dict[str, bytes]) -> None:
    parts = edition.curriculum.modules[MODULE]
    assert parts.check
    for outcome in {question.outcome for question in parts.check.questions}:
        page = shelf[f"/outcome-{MODULE}-{outcome}.html"].decode()
        asked = re.findall(r'<fieldset class="question" id="q-([a-z-]+)"', page)
        assert asked == [question.id for question in parts.check.questions if question.outcome == outcome]
        text = next(edition.plain(one.text) for one in parts.plan.outcomes if one.id == outcome)
        assert text in page


def test_links_open_in_a_new_tab(shelf: dict[str, bytes]) -> None:
    page = shelf[f"/module-{MODULE}.html"].decode()
    assert re.search(r'<a href="\.\./[^"]+" target="_blank" rel="noopener">', page)


def test_a_drawing_alone_brings_its_letters_and_a_narrow_form(browser: Browser, edition: Edition) -> None:
    figure = next(iter(edition.curriculum.modules[MODULE].figures))
    files = drawn_alone(edition, figure)
    assert list(files) == [f"{figure}.svg", f"{figure}-narrow.svg"]
    for name, svg in files.items():
        root = etree.fromstring(svg.encode())
        assert root.get("width") == ("360" if "narrow" in name else "720")
        assert "var(--" not in svg
        style = root.findtext(f"{SVG}style") or ""
        assert style.startswith('@font-face{font-family:"Source Sans 3"')
        sizes = [float(size) for size in re.findall(r'font-size="?:?\s*([\d.]+)', svg)]
        assert min(sizes) >= 11
    shelf = {"/d.svg": files[f"{figure}.svg"].encode(), "/favicon.ico": b""}
    with served(shelf) as there:
        page = browser.new_page()
        page.goto(f"{there}/d.svg")
        page.evaluate("document.fonts.ready")
        assert "loaded" in page.evaluate("[...document.fonts].map(face => face.status)")
        page.close()


def test_a_page_of_a_course_shows_the_narrow_drawing_on_a_phone(browser: Browser, edition: Edition) -> None:
    parts = edition.curriculum.modules[MODULE]
    made = next(page for page in module_pages(edition, parts, "") if page.pictures)
    shelf = {f"/{name}": svg.encode() for name, svg in made.pictures}
    shelf |= {"/page.html": f"<!doctype html><title>Page</title>{made.html}".encode(), "/favicon.ico": b""}
    with served(shelf) as there:
        for width, narrow in ((390, True), (1280, False)):
            page = browser.new_page(viewport={"width": width, "height": 800})
            page.goto(f"{there}/page.html", wait_until="load")
            shown = page.locator("picture img").first.evaluate("image => image.currentSrc")
            assert shown.endswith("-narrow.svg") is narrow
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.close()


def test_every_picture_of_a_page_lies_in_the_backup(edition: Edition) -> None:
    from mkdocs_workshop.packages.backup import backup_files

    whole = Edition(edition.curriculum, edition.say, edition.cache, course=CourseWays(pages=True))
    files = backup_files(whole, MODULE, "T", [whole.curriculum.modules[MODULE]])
    listed = str(files["files.xml"])
    text = "".join(str(content) for path, content in files.items() if path.endswith("/page.xml"))
    named = re.findall(r"@@PLUGINFILE@@/([a-z0-9-]+\.svg)", text)
    assert any(name.endswith("-narrow.svg") for name in named)
    assert all(f"<filename>{name}</filename>" in listed for name in named)


@pytest.mark.parametrize(
    ("address", "kept"),
    [("a-narrow.svg", True), ("@@PLUGINFILE@@/a.svg", True), ("https://x.org/a.svg", False), ("//x.org/a", False),
     ("a.svg 1x, https://x.org/b 2x", False), ("javascript:x", False), ("data:image/svg+xml,x", False)],
)  # fmt: skip
def test_another_form_of_a_picture_lies_beside_the_page(address: str, kept: bool) -> None:
    made = clean(
        f'<picture><source media="(max-width: 34em)" srcset="{address}"><img src="a.svg" alt="A"></picture>', alone=True
    )
    assert ("srcset" in made) is kept
