"""The web form in a real Chromium, from a file, without a network."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from mkdocs_workshop.compile import check
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.forms.files import form_files
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.teaching.columns import columns_of
from tests.conftest import ROOT, TODAY, with_forms

COLUMNS: dict[str, list[str]] = {}
"""Of each form, by its id; filled when the pages are made."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages alone in a folder, as on a memory stick."""
    source = with_forms(tmp_path_factory.mktemp("forms") / "curriculum")
    curriculum = check(source, source.parent, TODAY).curriculum
    assert curriculum is not None
    COLUMNS.update(
        {
            id_: [column.name for column in columns_of(form, curriculum.programmes[curriculum.manual.programme])]
            for id_, form in curriculum.instruments.items()
        }
    )
    folder = tmp_path_factory.mktemp("stick")
    for artifact in form_files(Edition(curriculum, catalogue("en"), ROOT / ".cache" / "workshop")):
        if artifact.path.endswith(".html"):
            (folder / Path(artifact.path).name).write_bytes(artifact.data)
    return folder


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone without a network; nothing may be asked of anybody, and nothing may go wrong."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, offline=True, accept_downloads=True)
    wrong: list[str] = []
    context.on(
        "request", lambda asked: wrong.append(asked.url) if not asked.url.startswith(("file:", "blob:")) else None
    )
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    yield context
    assert context.cookies() == []
    context.close()
    assert wrong == []


def _open(context: BrowserContext, folder: Path, name: str) -> Page:
    page = context.new_page()
    page.goto((folder / f"{name}.html").as_uri())
    return page


def _saved(page: Page) -> list[list[str]]:
    with page.expect_download() as started:
        page.get_by_role("button", name="Save my answers").click()
    return list(csv.reader(io.StringIO(Path(started.value.path()).read_bytes().decode("utf-8-sig"))))


def _columns(id_: str) -> list[str]:
    return COLUMNS[id_]


def test_a_filled_in_test_is_a_row_of_the_contract(phone: BrowserContext, folder: Path) -> None:
    page = _open(phone, folder, "test-police")
    page.get_by_label("My code").fill("abcd")
    page.get_by_label("after the workshop").check()
    for question in page.locator(".scale").all():
        question.locator("label").nth(3).click()
    assert page.get_by_text("17 of 17 answered").is_visible()
    head, row, *rest = _saved(page)
    assert head == _columns("test-police")
    assert row == ["ABCD", "police", "after", *["4"] * 15]
    assert rest == []
    assert page.evaluate("localStorage.length") == 0


def test_what_is_missing_is_said_once_and_led_to(phone: BrowserContext, folder: Path) -> None:
    page = _open(phone, folder, "test-police")
    page.get_by_role("button", name="Save my answers").click()
    assert "Not filled in yet: My code, I fill this in." in page.locator("#said").inner_text()
    page.locator("#said").get_by_role("link", name="My code").click()
    assert page.evaluate("document.activeElement.name") == "code"
    assert _saved(page)[1] == ["", "police", "", *[""] * 15]


def test_own_words_reach_the_file_whole_and_harmless(phone: BrowserContext, folder: Path) -> None:
    page = _open(phone, folder, "evaluation")
    page.get_by_label("a civil society organisation").check()
    page.locator("[name=one-thing]").fill('Call "Olga",\nthen write')
    page.locator("[name=what-stops-me]").fill("=HYPERLINK(1)")
    head, row = _saved(page)
    assert head == _columns("evaluation")
    given = dict(zip(head, row, strict=True))
    assert given["one-thing"] == 'Call "Olga",\nthen write'
    assert given["what-stops-me"] == "'=HYPERLINK(1)"
    assert given["group"] == "civil-society"
    assert given["moment"] == "after"


def test_answers_are_kept_only_if_asked_and_cleared_for_good(phone: BrowserContext, folder: Path) -> None:
    page = _open(phone, folder, "test-police")
    page.get_by_label("My code").fill("abcd")
    page.reload()
    assert page.get_by_label("My code").input_value() == ""
    # Chromium gives a file another process each time it is shown. Under load one in forty loses what the process before has kept.
    for _ in range(10):
        page.get_by_label("My code").fill("wxyz")
        page.get_by_label("Keep my answers on this device").check()
        page.locator(".scale").first.locator("label").first.click()
        page.reload()
        if page.get_by_label("My code").input_value():
            break
    assert page.get_by_label("My code").input_value() == "WXYZ"
    assert page.locator(".scale").first.locator("input").first.is_checked()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Clear everything").click()
    assert page.evaluate("localStorage.length") == 0
    assert page.get_by_label("My code").input_value() == ""
    page.reload()
    assert page.get_by_text("0 of 17 answered").is_visible()


@pytest.mark.parametrize("name", ["test-police", "evaluation"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen_and_a_thumb_meets_every_answer(
    name: str, width: int, phone: BrowserContext, folder: Path
) -> None:
    page = _open(phone, folder, name)
    page.set_viewport_size({"width": width, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    heights = page.eval_on_selector_all("label:has(input)", "all => all.map((one) => one.offsetHeight)")
    assert min(heights) >= 44


def test_the_whole_form_can_be_filled_in_by_keyboard(phone: BrowserContext, folder: Path) -> None:
    page = _open(phone, folder, "test-civil-society")
    press = page.keyboard.press
    press("Tab")
    page.keyboard.type("abcd")
    press("Tab")
    press("Space")
    for _ in range(15):
        press("Tab")
        press("Space")
        press("ArrowDown")
    assert page.get_by_text("17 of 17 answered").is_visible()
    press("Tab")
    with page.expect_download():
        press("Enter")
    assert page.get_by_role("status").inner_text().startswith("Saved as test-civil-society-before-")


def test_every_answer_has_a_name_and_every_group_a_question(phone: BrowserContext, folder: Path) -> None:
    page = _open(phone, folder, "test-police")
    group = page.get_by_role("group", name="1. If a needle that may carry HIV pricks my skin")
    assert group.get_by_role("radio", name="Strongly agree", exact=False).count() == 1
    nameless = page.eval_on_selector_all(
        "input, textarea", "all => all.filter((one) => !one.labels.length || !one.labels[0].textContent.trim()).length"
    )
    assert nameless == 0
