"""What a page costs on a slow line, in bytes as they travel: packed."""

import gzip
import re
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response

from mkdocs_workshop.commands.publisher import run_mkdocs
from mkdocs_workshop.ground.fonts import font_files
from mkdocs_workshop.ground.lean import lean_script, lean_style
from mkdocs_workshop.publishing.options import Option
from mkdocs_workshop.site.slim import colours_of, slim, used_colours
from tests.browser import served
from tests.conftest import ROOT, copy_project

KB = 1024
FIRST_LOAD = 130 * KB
"""Of a session: cues have signs and shapes, and the room is drawn."""
HALF_OF_THE_PAGES = 7 * KB
MOST_OF_THE_PAGES = 14 * KB
"""Of 95 in a hundred: those with drawings and long texts are heavier."""
WORST_PAGE = 32 * KB
EMBEDDED = 100 * KB
"""Of a page to embed as it lies there, not packed: it goes into pages of others."""
FURTHER_PAGE = 17 * KB
HANDOUT_PAGE = 60 * KB
ALL_PAGES = 4_800 * KB
"""Twenty modules and eight programmes; the fourteen and five of before had 4,000."""
WITH_DRAWINGS = 25 * KB
"""Texts of modules, slides, reports: pages whose drawings are part of them, so that they are there without a network and can be read out."""
RUN_DAY = 24 * KB
"""What the run sheet shows of one day, with every cue and note: a trainer must not wait between two activities."""
GLOSSARY = 18 * KB
"""One list in three languages, two alphabets: cut in two, nobody could look through it."""
SESSION = "programmes/two-day/occupational-safety/"


def _load(page: Page, address: str) -> dict[str, int]:
    """The bytes of everything that a page asks for, packed as a server would pack it."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  the driver can not mark a built-in
    page.goto(address, wait_until="networkidle")
    packed = {}
    for answer in answers:
        body = answer.body()
        packed[answer.url] = len(body) if answer.url.endswith(".woff2") else len(gzip.compress(body, 9))
    return packed


def test_first_load_of_a_session(browser: Browser, shipped_address: str) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    loaded = _load(page, f"{shipped_address}/{SESSION}")
    page.context.close()
    assert sum(loaded.values()) <= FIRST_LOAD, loaded


def test_russian_is_light_and_titles_have_one_weight(tmp_path: Path) -> None:
    """What every page in Russian loads of fonts; Kazakh adds 5 KB."""
    weights = {Path(file.path).stem: len(file.data) for file in font_files(tmp_path)}
    loaded = ("source-sans-3-latin", "source-sans-3-cyrillic", "onest-digits", "onest-cyrillic")
    assert sum(weights[name] for name in loaded) <= 33 * KB
    assert sum(weights[name] for name in weights if name.endswith("-kazakh")) <= 6 * KB


def _pages(site: Path) -> list[Path]:
    """The pages of the manual, without those that are downloads."""
    return [path for path in sorted(site.rglob("*.html")) if "downloads/en" not in path.as_posix()]


def _budget(path: str, html: str) -> int:
    if path.startswith("reference/glossary/"):
        return GLOSSARY
    return WITH_DRAWINGS if ' role="img"' in html or "ws-worded" in html else FURTHER_PAGE


def test_every_further_page(shipped_site: Path) -> None:
    heavy = {}
    for path in _pages(shipped_site):
        html = path.read_text("utf-8")
        size = len(gzip.compress(html.encode("utf-8"), 9))
        name = path.relative_to(shipped_site).as_posix()
        if size > _budget(name, html):
            heavy[name] = size
    assert heavy == {}


def _hold(site: Path) -> None:
    """The bounds for the pages of a language together."""
    sizes = sorted(len(gzip.compress(path.read_bytes(), 9)) for path in _pages(site))
    assert sizes[len(sizes) // 2] <= HALF_OF_THE_PAGES
    assert sizes[len(sizes) * 95 // 100] <= MOST_OF_THE_PAGES
    assert sizes[-1] <= WORST_PAGE


def test_half_and_most_of_the_pages(shipped_site: Path) -> None:
    _hold(shipped_site)


LETTERS = ("ru", "kk")


@pytest.fixture(scope="module")
def in_other_letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages in both languages, built by one process, as `workshop build` does. Papers are left out: pages only lead to them."""
    root = tmp_path_factory.mktemp("letters") / "project"
    copy_project(ROOT, root)
    options: dict[str, Option] = {"documents": False, "published": ["en", *LETTERS]}
    builds = [(root / language, {**options, "language": language}) for language in LETTERS]
    assert run_mkdocs(root, builds) == 0
    return root


@pytest.mark.parametrize("language", LETTERS)
def test_half_and_most_of_the_pages_in_other_letters(in_other_letters: Path, language: str) -> None:
    """The same bounds: readers on slow lines read these, whose letters take more room."""
    assert len(_pages(in_other_letters / language)) > 500
    _hold(in_other_letters / language)


@pytest.mark.parametrize("language", LETTERS)
def test_first_load_in_other_letters(browser: Browser, in_other_letters: Path, language: str) -> None:
    with served(in_other_letters / language) as address:
        page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
        loaded = _load(page, f"{address}/{SESSION}")
        page.context.close()
    assert sum(loaded.values()) <= FIRST_LOAD, loaded


def test_a_drawing_in_a_page_is_the_same_in_fewer_letters() -> None:
    svg = (
        '<p>a 1.25 b</p>\n<div class="c">\n<svg><path data-from="a" data-to="b" d="M84.12,55 L84.12,105 M88.92,99 L84.12,105 L79.32,99"/>'
        '<text><tspan x="76.12" y="137.28">0.25 mg </tspan><tspan x="76.12" y="159.28">b</tspan></text></svg></div>\n<b>c</b>\n<i>d</i>'
    )
    assert slim(svg) == (
        '<p>a 1.25 b</p><div class="c"><svg><path d="M84.1,55 L84.1,105 m4.8,-6 l-4.8,6 l-4.8,-6"/>'
        '<text><tspan x="76.1" y="137.3">0.25 mg </tspan><tspan x="76.1" dy="22">b</tspan></text></svg></div><b>c</b>\n<i>d</i>'
    )


def test_what_the_theme_says_in_every_page_is_said_once(shipped_site: Path) -> None:
    """Its two scripts stand in files of the site, as they are installed; the first takes the root from its own address."""
    page = (shipped_site / "modules" / "index.html").read_text("utf-8")
    assert "__md_scope=" not in page
    assert "__md_get(" not in page
    for made in (
        'id="__config"',
        "md-search__form",
        'name="__palette"',
        "md-nav__item",
        "md-sidebar",
        "md-top",
        "md-dialog",
        "header-topic",
    ):
        assert made not in page
    theirs = Path(str(resources.files("material"))) / "templates" / "partials" / "javascripts"
    for name, file, begins in (
        ("palette", "shell", "var palette=__md_get("),
        ("base", "scope", '__md_scope=new URL("../.."'),
    ):
        said = (shipped_site / "assets" / "workshop" / f"{file}.js").read_text("utf-8").strip()
        assert begins in said
        assert said.partition(begins)[2].partition("),")[2] in (theirs / f"{name}.html").read_text("utf-8")


def test_a_script_loses_comments_and_nothing_else() -> None:
    script = '/* What\n   it is. */\n(function () {\n  // Why.\n  var a = "/* no */", b = 1 // here\n  /* x */ var c = 2\n})()\n'
    assert lean_script(script) == '(function () {\nvar a = "/* no */", b = 1 // here\n/* x */ var c = 2\n})()\n'


def test_a_style_loses_spaces_and_nothing_else() -> None:
    style = """a, b :hover { content: "x: y, z"; margin: 0 auto; } /* c */
    .y > :is(p, q)::after { font: 700 1rem 'A, B', serif; }"""
    assert lean_style(style) == (
        """a,b :hover{content: "x: y, z";margin:0 auto;}.y > :is(p,q)::after{font:700 1rem 'A, B', serif;}\n"""
    )


def test_colours_that_no_page_has_are_left_out() -> None:
    style = "@media screen{[data-md-color-primary=red]{a:b}[data-md-color-primary=teal]{c:d}.x,[data-md-color-accent=red]{e:f}}"
    assert used_colours(style, colours_of({"primary": "teal", "accent": "light blue"})) == (
        "@media screen{[data-md-color-primary=teal]{c:d}.x,[data-md-color-accent=red]{e:f}}"
    )
    assert colours_of([{"primary": "white"}, {"accent": "light blue"}]) == {"white", "light-blue"}


def test_pages_to_embed(shipped_site: Path) -> None:
    pages = sorted((shipped_site / "downloads" / "en" / "embed").glob("*.html"))
    assert {page.name: size for page in pages if (size := page.stat().st_size) > EMBEDDED} == {}
    shown = {way for page in pages for way in re.findall(r'<img src="([^"]+\.svg)"', page.read_text("utf-8"))}
    assert len(shown) > 10
    assert [way for way in shown if not (pages[0].parent / way).resolve().is_file()] == []


def test_each_day_of_a_run_sheet(shipped_site: Path) -> None:
    days = {
        path.name: len(gzip.compress(path.read_bytes(), 9))
        for path in (shipped_site / "assets/workshop/run").glob("*.js")
    }
    assert len(days) > 5
    assert {name: size for name, size in days.items() if size > RUN_DAY} == {}


def test_handout_page_with_its_pictures(shipped_site: Path) -> None:
    for path in (shipped_site / "handouts").rglob("*.html"):
        assert len(gzip.compress(path.read_bytes(), 9)) <= HANDOUT_PAGE, path


def test_all_pages_together(shipped_site: Path) -> None:
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in _pages(shipped_site)) <= ALL_PAGES


def test_nothing_that_no_reader_needs(shipped_site: Path) -> None:
    assert list(shipped_site.rglob("*.map")) == []
    assert list((shipped_site / "assets" / "javascripts" / "lunr").rglob("*.js")) == []


def test_search_index_is_fetched_by_those_who_search(browser: Browser, shipped_address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(shipped_address, wait_until="networkidle")
    assert not any("search_index" in url for url in asked)
    page.keyboard.press("/")
    page.keyboard.type("needle")
    page.wait_for_selector(".md-search-result__item")
    assert any("search_index" in url for url in asked)
    page.close()
