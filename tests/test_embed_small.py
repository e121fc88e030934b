"""Embed pages take their letters from their server, tell their height, have a short form; drawings in pages of a course are readable on a phone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser

from mkdocs_workshop.edition import CourseWays, Edition
from mkdocs_workshop.ground.fonts import font_files
from mkdocs_workshop.ground.sanitise import clean
from mkdocs_workshop.packages.embed import embed_pages
from mkdocs_workshop.packages.lesson_figures import drawn_alone
from mkdocs_workshop.packages.module_pages import module_pages
from mkdocs_workshop.site.pages.academy import HEIGHT_SCRIPT
from tests.lms import served
from tests.small_course import MODULE, small_edition

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def edition(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return small_edition(small_source, tmp_path_factory.mktemp("embed") / "curriculum")


@pytest.fixture(scope="module")
def shelf(edition: Edition) -> dict[str, bytes]:
    return {"/favicon.ico": b""} | {f"/{Path(page.path).name}": page.data for page in embed_pages(edition)}


@pytest.fixture(scope="module")
def address(edition: Edition, shelf: dict[str, bytes]) -> Iterator[str]:
    letters = {f"/{font.path}": font.data for font in font_files(edition.cache / "fonts")}
    with served(shelf | letters) as found:
        yield found


def test_a_page_shows_the_letters_of_the_manual(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/module-{MODULE}.html")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("[...document.fonts].filter(face => face.status === 'loaded').length") >= 1
    assert page.evaluate("document.fonts.check('16px \"Source Sans 3\"', 'Words')")
    page.close()


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
        assert page.evaluate("[...document.fonts].map(face => face.status)") == ["loaded"]
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
