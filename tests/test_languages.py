"""One build, one site, all languages: each page leads to the same page in the others, and says what is not translated."""

import json
import re
import zipfile
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.compile import check
from mkdocs_workshop.publishing.languages import published_languages
from mkdocs_workshop.publishing.marker import read_marker
from mkdocs_workshop.publishing.place import Refused
from mkdocs_workshop.site.english import around, marked
from mkdocs_workshop.site.handwritten import with_words, written_in
from mkdocs_workshop.site.languages import Languages, name_of
from mkdocs_workshop.site.pages import make_pages
from tests.browser import served
from tests.conftest import TODAY, edition_of, workshop
from tests.several import ADDRESS, LANGUAGES, built, project

CARD = "handouts/first-module-card/"


@pytest.fixture(scope="module")
def site(small_source: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    return built(tmp_path_factory, worker_id, small_source)


def _page(site: Path, path: str) -> BeautifulSoup:
    """A page; spaces that hold words together are spaces here."""
    return BeautifulSoup(
        (site / path / "index.html").read_text("utf-8").replace("\u00a0", " ").replace("&nbsp;", " "), "lxml"
    )


def _head(page: BeautifulSoup, name: str) -> str:
    found = page.find("meta", property=name)
    assert isinstance(found, Tag)
    return str(found["content"])


def _pages(site: Path, folder: str) -> set[str]:
    """Addresses of the pages of a language, below its folder."""
    below = site / folder
    others = {"ru", "kk"} if not folder else set()
    return {
        path.parent.relative_to(below).as_posix()
        for path in below.rglob("index.html")
        if path.relative_to(below).parts[0] not in others
    }


def test_every_language_has_the_same_pages(site: Path) -> None:
    pages = _pages(site, "")
    assert "handouts/first-module-card" in pages
    assert _pages(site, "ru") == pages == _pages(site, "kk")


@pytest.mark.parametrize("folder", ["", "ru/", "kk/"])
def test_every_page_leads_to_itself_in_the_other_languages(site: Path, folder: str) -> None:
    for path in _pages(site, folder):
        here = f"{folder}{path}/".replace("./", "")
        page = _page(site, here)
        links = page.select(".ws-languages a")
        own = path.removeprefix(".")
        assert [urljoin(f"/{here}", str(link["href"])).strip("/") for link in links] == [
            f"{start}{own}".strip("/") for start in ("", "ru/", "kk/")
        ]
        assert [link["lang"] for link in links] == [link["hreflang"] for link in links] == list(LANGUAGES)
        assert [link["hreflang"] for link in links if link.get("aria-current")] == [folder.strip("/") or "en"]


def test_names_of_languages_are_in_their_own_words(site: Path) -> None:
    links = _page(site, "kk/").select(".ws-languages a")
    assert [link.get_text() for link in links] == ["English", "Русский", "Қазақ тілі"]
    assert (name_of("de"), name_of("xx")) == ("Deutsch", "xx")


def test_the_head_says_the_language_and_names_the_others(site: Path) -> None:
    page = _page(site, f"ru/{CARD}")
    assert page.html is not None
    assert page.html["lang"] == "ru"
    named = {tag["hreflang"]: tag["href"] for tag in page.find_all("link", rel="alternate")}
    assert named == {
        "en": ADDRESS + CARD,
        "x-default": ADDRESS + CARD,
        "ru": f"{ADDRESS}ru/{CARD}",
        "kk": f"{ADDRESS}kk/{CARD}",
    }
    canonical = page.find("link", rel="canonical")
    assert isinstance(canonical, Tag)
    assert canonical["href"] == f"{ADDRESS}ru/{CARD}"


def test_sitemaps_name_every_language(site: Path) -> None:
    robots = (site / "robots.txt").read_text("utf-8")
    for folder in ("", "ru/", "kk/"):
        assert f"Sitemap: {ADDRESS}{folder}sitemap.xml" in robots
        text = (site / folder / "sitemap.xml").read_text("utf-8")
        assert ET.fromstring(text).tag.endswith("urlset")  # noqa: S314  our own file
        assert f"<loc>{ADDRESS}{folder}{CARD}</loc>" in text
        assert f'hreflang="kk" href="{ADDRESS}kk/{CARD}"' in text
    assert not (site / "ru" / "robots.txt").exists()


def test_the_name_of_the_manual_is_translated(site: Path) -> None:
    title = _page(site, f"ru/{CARD}").title
    assert title is not None
    assert title.get_text() == "Моя карточка - Моё руководство"


def test_hand_written_pages_have_a_file_for_each_language(site: Path) -> None:
    russian, kazakh = _page(site, "ru/about/"), _page(site, "kk/about/")
    assert "Написано от руки." in russian.get_text()
    assert not russian.select("[lang=en] p")
    assert [one.get_text() for one in kazakh.select("div[lang=en] p")] == ["Written by hand."]
    assert "әлі аударылған жоқ" in kazakh.select_one(".ws-readers").get_text()  # type: ignore[union-attr]
    (readers,) = russian.select(".ws-readers")
    assert "Английская страница с тех пор изменилась." in readers.get_text()
    assert "с тех пор изменилась" not in _page(site, "ru/word-0/").get_text()
    assert not (site / "about.ru").exists()
    assert not _page(site, "about/").select(".ws-readers")


def test_names_in_the_navigation_come_from_the_settings(site: Path) -> None:
    """The way through the site is said once, in a file that every page loads."""
    own, english = ((site / folder / "assets/workshop/nav.js").read_text("utf-8") for folder in ("ru", ""))
    assert '"Кто мы"' in own
    assert "Who we are" not in own
    assert '"Who we are"' in english


def test_what_is_not_translated_says_so(site: Path) -> None:
    page = _page(site, f"ru/{CARD}")
    foreign = {tag.get_text() for tag in page.select(".ws-english")}
    assert all(tag["lang"] == "en" for tag in page.select(".ws-english"))
    assert {"Look at it before you begin.", "Three steps"} <= foreign
    # Also where a mark in the text has become a link.
    assert any(tag.select("a") for tag in page.select(".ws-english"))
    heading = page.h1
    assert heading is not None
    assert heading.get_text() == "Моя карточка"
    assert not heading.select(".ws-english")
    assert not _page(site, CARD).select(".ws-english")
    whole = (site / "ru" / CARD / "index.html").read_text("utf-8")
    assert not re.search("[\ue000-\uf8ff]", whole), "signs of our own were left in the page"


def test_no_sign_is_left_in_any_page(site: Path) -> None:
    left = [path for path in site.rglob("*.html") if re.search("[\uf8f2\uf8f3]", path.read_text("utf-8"))]
    assert left == []
    for folder in ("", "ru", "kk"):
        assert not re.search("[\uf8f2\uf8f3]", (site / folder / "search" / "search_index.json").read_text("utf-8"))


def test_a_page_says_who_has_read_its_translation(site: Path) -> None:
    notice = _page(site, f"ru/{CARD}").select_one(".ws-readers")
    assert notice is not None
    assert "носитель языка его ещё не прочитал" in notice.get_text()
    assert [link["hreflang"] for link in notice.select("a")] == ["en"]
    assert not _page(site, CARD).select(".ws-readers")


def test_state_of_the_translations_is_a_page(site: Path) -> None:
    page = _page(site, "prepare/translations/")
    assert [heading.get_text().split(":")[0] for heading in page.select("h2")] == ["Русский", "Қазақ тілі"]
    row = next(row for row in page.select("tr") if "First module" in row.get_text())
    cells = [cell.get_text() for cell in row.select("td")]
    # The titles of the module and of its card are translated.
    assert int(cells[1]) - int(cells[2]) == 2
    assert cells[4:] == ["not yet", "not yet"]
    assert len(_page(site, "ru/prepare/translations/").select("h2")) == 1


def test_the_page_of_the_translations_says_who_has_read_them(small: Path) -> None:
    for name, by in (("modules/first-module.po", "native-reader"), ("glossary.po", "lawyer")):
        path = small / "locales" / "ru" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('msgid ""\nmsgstr ""\n', "utf-8")
        with (small / "reviews.yml").open("a", encoding="utf-8") as file:
            file.write("" if file.tell() else "translations:\n")
            file.write(f"  - {{language: ru, file: {name}, by: {by}, on: 2026-12-10, read: 1, text: '000000000000'}}\n")
    manual = small / "curriculum.yml"
    manual.write_text(manual.read_text("utf-8").replace("language: en\n", "language: en\nlanguages: [ru]\n"), "utf-8")
    checked = check(small, small.parent, TODAY)
    assert checked.curriculum is not None
    pages = make_pages(edition_of(checked.curriculum), TODAY, translations=checked.translations).artifacts
    page = next(str(page.content) for page in pages if page.path == "prepare/translations.md")
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    assert rows[1].endswith("| 10 December 2026 (changed since) | not yet |")
    assert rows[-1].endswith("| not yet | 10 December 2026 (changed since) |")


def test_what_stands_at_the_root_names_all(site: Path) -> None:
    marker = read_marker(site)
    assert marker is not None
    assert marker.languages == LANGUAGES
    modules = json.loads((site / "modules.json").read_text("utf-8"))
    assert modules["languages"] == {"en": "modules.json", "ru": "ru/modules.json", "kk": "kk/modules.json"}
    titles = [
        json.loads((site / path).read_text("utf-8"))["modules"][0]["title"] for path in modules["languages"].values()
    ]
    assert titles == ["First module", "Первый модуль", "Бірінші модуль"]


def test_a_missing_page_speaks_every_language(site: Path) -> None:
    page = BeautifulSoup((site / "404.html").read_text("utf-8"), "lxml")
    parts = page.select(".ws-missing")
    assert [part["lang"] for part in parts] == ["ru", "kk"]
    assert [str(part.select("a")[0]["href"]) for part in parts] == ["/manual/ru/", "/manual/kk/"]
    assert "Такой страницы здесь нет" in (site / "ru" / "404.html").read_text("utf-8")


def test_a_reader_changes_the_language_with_the_keyboard(site: Path, browser: Browser) -> None:
    with served(site) as address:
        page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
        page.goto(f"{address}/{CARD}")
        page.locator(".ws-languages summary").focus()
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Русский").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/ru/{CARD}")
        assert page.locator("h1").inner_text() == "Моя карточка"
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        page.context.close()


def test_no_page_sends_its_reader_to_another_language(site: Path, browser: Browser) -> None:
    with served(site) as address:
        page = browser.new_context(locale="ru-RU").new_page()
        page.goto(f"{address}/", wait_until="networkidle")
        assert page.url == f"{address}/"
        page.context.close()


def test_each_language_is_kept_on_a_phone_by_itself(site: Path, browser: Browser) -> None:
    assert not re.search(r'"(?:ru|kk)/', (site / "sw.js").read_text("utf-8").partition("\n")[0])
    with served(site) as address:
        context = browser.new_context()
        page = context.new_page()
        for path in ("ru/", ""):
            page.goto(f"{address}/{path}")
            page.locator("#ws-pocket button").first.click()
            page.locator("#ws-pocket button").first.click()
            page.wait_for_function("document.querySelectorAll('#ws-pocket button')[1].hidden === false", timeout=60_000)
        kept = page.evaluate("caches.keys()")
        assert len(kept) == 2
        context.set_offline(True)
        for path, title in (("ru/" + CARD, "Моя карточка"), (CARD, "A card to carry")):
            page.goto(f"{address}/{path}")
            assert page.locator("h1").inner_text() == title
        context.set_offline(False)
        page.goto(f"{address}/ru/")
        page.locator("#ws-pocket button").nth(1).click()
        page.wait_for_function("caches.keys().then(keys => keys.length === 1)")
        scopes = page.evaluate(
            "navigator.serviceWorker.getRegistrations().then(all => all.map(one => new URL(one.scope).pathname))"
        )
        assert scopes == ["/"]
        context.close()


def test_an_offline_copy_holds_the_languages_that_were_asked_for(small_source: Path, tmp_path: Path) -> None:
    done = workshop(project(tmp_path, small_source), "build", "--offline", "--language", "ru", "--language", "en")
    assert done.returncode == 0, done.stderr
    found = list((tmp_path / "dist").glob("*.zip"))
    assert [path.name for path in found] == ["my-manual-0.1.0-en-ru.zip"]
    with zipfile.ZipFile(found[0]) as packed:
        names = set(packed.namelist())
        home = BeautifulSoup(packed.read("ru/index.html"), "lxml")
        card = BeautifulSoup(packed.read("ru/handouts/first-module-card.html"), "lxml")
    assert {"index.html", "ru/index.html", "ru/search/search_index.js"} <= names
    assert not any(name.startswith("kk/") or name.endswith(("404.html", "sw.js")) for name in names)
    assert [link["href"] for link in home.select(".ws-languages a")] == ["../index.html", "../ru/index.html"]
    assert card.select(".ws-languages a")[0]["href"] == "../../handouts/first-module-card.html"


def test_a_language_without_po_files_is_refused(
    small_source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project(tmp_path, small_source))
    assert main(["build", "--language", "de"]) == 2
    assert "`de`" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_which_languages_are_published(small_source: Path, tmp_path: Path) -> None:
    root = project(tmp_path, small_source)
    curriculum = root / "curriculum"
    assert published_languages(root, curriculum) == LANGUAGES
    assert published_languages(root, curriculum, ["kk"]) == ("kk",)
    assert published_languages(root, curriculum, ["kk", "en"]) == ("en", "kk")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("documents: false", "documents: false, languages: [kk]"))
    assert published_languages(root, curriculum) == ("en", "kk")
    settings.write_text(settings.read_text("utf-8").replace("languages: [kk]", "languages: [de]"))
    with pytest.raises(Refused, match="no PO files"):
        published_languages(root, curriculum)
    settings.write_text(settings.read_text("utf-8").replace("languages: [de]", "language: ru"))
    assert published_languages(root, curriculum) == ("ru",)
    assert published_languages(root, small_source) == ("ru",)
    settings.unlink()
    assert published_languages(root, small_source) == ()


def test_ways_between_languages() -> None:
    languages = Languages("ru", LANGUAGES, "https://example.org/")
    assert [way.link for way in languages.ways("a/b/")] == ["../../../a/b/", "../../../ru/a/b/", "../../../kk/a/b/"]
    assert [way.link for way in languages.ways("./")] == ["../", "../ru/", "../kk/"]
    assert languages.ways("a/")[0].address == "https://example.org/a/"
    assert Languages("en", LANGUAGES).ways("")[0].link == "./"
    assert Languages("en").ways("a/") == []


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>{o}One{c} два</p>", "<p>[One] два</p>"),
        ("<p>{o}One <b>two</b>{c}</p>", "<p>[One <b>two</b>]</p>"),
        ("<p>{o}<b>One</b> two{c}</p>", "<p>[<b>One</b> two]</p>"),
        ("<p>{o}</p><p>One</p><ul><li>two</li></ul><p>{c}</p>", "<p>[One]</p><ul><li>[two]</li></ul>"),
        ("<h2>Known</h2><p>Not known</p>", "<h2>[Known]</h2><p>Not known</p>"),
        ("<a href='x'>{o}One{c}</a>", "<a href='x'>[One]</a>"),
    ],
)
def test_texts_are_marked_where_they_stand(html: str, shown: str) -> None:
    signs = around("")
    page = html.replace("{o}", signs[0]).replace("{c}", signs[1])
    wanted = shown.replace("[", '<span class="ws-english" lang="en">').replace("]", "</span>")
    assert marked(page, frozenset({"Known"}), "en") == wanted


def test_hand_written_files_are_sorted_by_language() -> None:
    paths = ["about.md", "about.ru.md", "a/b.md", "a/only.kk.md", "v1.go.md"]
    russian = written_in(paths, "ru", "en", ["ru", "kk"])
    assert russian.translated == {"about.md": "about.ru.md"}
    assert russian.left_out == {"about.ru.md", "a/only.kk.md"}
    assert russian.foreign == {"a/b.md", "v1.go.md"}
    assert russian.alone == {"a/only.kk.md"}
    assert written_in(paths, "en", "en", ["ru"]).foreign == set()


def test_words_of_the_settings_change_and_paths_stay() -> None:
    nav = [{"About": ["about.md", {"Us": "About"}]}, "About"]
    assert with_words(nav, {"About": "О нас"}) == [{"О нас": ["about.md", {"Us": "About"}]}, "About"]
    palette = [{"toggle": {"name": "Dark", "icon": "Dark moon"}}]
    assert with_words(palette, {"Dark": "Тёмно"}, values=True)[0]["toggle"]["name"] == "Тёмно"
