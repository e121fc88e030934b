"""What only the shipped manual can show, as a smoke set: its texts are many, and some are longer than any example.

Everything else is tested on the example. The manual is what `mkdocs build` made or makes in `site` (`shipped_site`), under strict and
without a warning; budgets of its pages are in `test_weight.py`.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from mkdocs_workshop.edition import Edition
from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.reading.gate import held_back
from tests.accessibility import VIEWS, violations, watchful
from tests.conftest import ROOT
from tests.links import Whole
from tests.test_print import PAGES
from tests.test_slides import OUT

KINDS = (*PAGES, "authoring/yaml-reference/index.html", "authoring/yaml-modules/index.html")
AS_WRITTEN = re.compile(r"\{ ?[.#:][^}]*\}|\{[a-z]+:[^}]*\}|\]\(|\*\*|^\s*- \[.\]", re.MULTILINE)
"""A mark, an attribute list or a list dash as its author wrote it."""


@pytest.fixture(scope="module")
def whole(shipped_site: Path) -> Whole:
    return Whole(shipped_site)


def test_every_link_leads_somewhere(whole: Whole) -> None:
    assert [one for path in whole.trees if path.name != "404.html" for one in whole.broken(path)] == []
    assert len(whole.trees) > 500


def test_ids_on_a_page_are_unique(whole: Whole) -> None:
    assert whole.doubled() == set()


def test_no_text_stands_as_it_was_typed(whole: Whole) -> None:
    """In the guide for authors marks are shown as they are typed."""
    left = {
        whole.name(path): found
        for path in whole.trees
        if not whole.name(path).startswith("authoring/") and (found := AS_WRITTEN.findall(whole.text(path)))
    }
    assert left == {}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = watchful(browser)
    yield page
    page.close()


@pytest.mark.parametrize("number", range(len(KINDS)))
def test_each_kind_of_page(page: Page, shipped_address: str, number: int) -> None:
    """In one view by axe, the views take turns; and nothing scrolls sideways on the narrowest screen."""
    path = KINDS[number].replace("spit-and-bite", "patrol-beside-the-van")
    found = list(violations(page, f"{shipped_address}/{path}", [VIEWS[number % len(VIEWS)]]))
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert found == []


def test_nothing_runs_out_of_a_slide(page: Page, shipped_site: Path) -> None:
    """Both days, with everything that is shown on them."""
    days = sorted((shipped_site / "downloads" / "en" / "day-slides").glob("two-day-day-*-notes.html"))
    assert len(days) == 2
    page.set_viewport_size({"width": 960, "height": 588})
    for day in days:
        page.goto(day.as_uri())
        assert page.locator(".slide").count() > 50
        assert page.evaluate(OUT) == []


Ask = Callable[[str], Page]


@pytest.fixture(scope="module")
def ask(browser: Browser, shipped_address: str) -> Iterator[Ask]:
    """Types words into the search of the home page; the index, which is large, is read once."""
    page = browser.new_page()
    page.goto(shipped_address)
    page.keyboard.press("/")

    def asked(words: str) -> Page:
        # The search listens to keys.
        field = page.locator("[data-md-component=search-query]")
        field.fill("")
        field.press("End")
        page.locator(".md-search-result__item").first.wait_for(state="detached")
        field.fill(words)
        field.press("End")
        page.locator(".md-search-result__item").first.wait_for()
        return page

    yield asked
    page.close()


def test_officer_who_looks_for_medicine_finds_the_card(ask: Ask) -> None:
    page = ask("PEP")
    titles = [item.inner_text() for item in page.locator(".md-search-result__item h1").all()]
    assert any(title.startswith("Pricked, cut or splashed?") for title in titles[:3]), titles


@pytest.mark.parametrize(("words", "kind"), [("consent", "Handout"), ("naloxone", "Handout"), ("метадон", "Term")])
def test_first_result(ask: Ask, words: str, kind: str) -> None:
    first = ask(words).locator(".md-search-result__item").first
    assert first.locator(".md-tag").first.inner_text() == kind


def test_every_paper_that_is_not_held_back_is_there(shipped: Edition, shipped_site: Path) -> None:
    made = {path.stem for path in (shipped_site / "downloads" / "en").rglob("*.pdf")}
    waiting = {one.file.ids[-1] for one in held_back(shipped.curriculum)}
    papers = {id_ for parts in shipped.curriculum.modules.values() for id_ in (*parts.handouts, *parts.cases)}
    assert len(papers) > 80
    assert papers - made == papers & waiting


def test_kyrgyzstan_has_its_structure_and_nothing_from_its_neighbour() -> None:
    """Every text can be read with it; a value stands there only with a source, and emergency numbers have none yet."""
    curriculum, _, complete = load(ROOT / "curriculum", ROOT, country="kg")
    assert complete
    assert curriculum is not None
    there = curriculum.file("country", "kz").model
    values = {entry.value for entry in there.entries if entry.value}
    for entry in curriculum.country.entries:
        if entry.value is None:
            assert entry.ask, entry.id
        else:
            assert entry.sources, entry.id
            assert entry.value not in values, entry.id
