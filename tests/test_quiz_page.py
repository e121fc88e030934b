"""A knowledge check on its page: tick, and read why. Nothing is kept, and without a script it is a sheet of paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.accessibility import SHOWN, Scheme, found_on
from tests.browser import served
from tests.small_site import built

PAGE = "modules/first-module/check/"
MORE = """\
    key: a
  - id: all-of-them
    kind: multiple
    outcome: know-the-way
    text: Which of them are steps?
    options:
      - {id: a, text: To look, feedback: "Yes, the first."}
      - {id: b, text: To ask, feedback: "Yes, the second."}
      - {id: c, text: To wait, feedback: "No step."}
    key: [a, b]
  - {id: is-it-so, kind: true-false, outcome: know-the-way, text: We act first., key: false, feedback: "We look first."}
  - id: in-order
    kind: order
    outcome: know-the-way
    text: In which order?
    items: [{id: one, text: Look}, {id: two, text: Ask}, {id: three, text: Act}]
    feedback: "Look, ask, act."
  - id: together
    kind: match
    outcome: know-the-way
    text: What belongs together?
    pairs: [{id: one, left: Eyes, right: look}, {id: two, left: Mouth, right: ask}, {id: three, left: Hands, right: act}]
    feedback: "Each has its step."
"""


@pytest.fixture(scope="module")
def small_address(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small site with a question of each kind."""
    changes = {"modules/first-module/check.yml": {"    key: a\n": MORE}}
    with served(built(small_source, tmp_path_factory.mktemp("quiz"), changes)) as address:
        yield address


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """One phone for all tests."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    yield page
    page.close()


@pytest.fixture
def page(window: Page, small_address: str) -> Page:
    """The check, as it is opened."""
    window.goto(f"{small_address}/{PAGE}")
    return window


def _question(page: Page, id_: str) -> Locator:
    return page.locator(".ws-question", has=page.locator(f"#{id_}"))


def _said(page: Page, id_: str) -> list[str]:
    return _question(page, id_).locator(".ws-feedback").inner_text().split("\n\n")


def test_one_answer_is_told_at_once(page: Page) -> None:
    question = _question(page, "first-step")
    assert question.get_by_role("radio").count() == 2
    question.get_by_label("To act").check()
    assert _said(page, "first-step") == ["Not quite", "Not yet: look first."]
    question.get_by_label("To look").check()
    assert _said(page, "first-step") == ["Right", "Right: look before you act."]
    assert not question.get_by_label("To act").is_checked()


def test_several_answers_are_told_when_asked_for(page: Page) -> None:
    question = _question(page, "all-of-them")
    question.get_by_label("To look").check()
    assert not question.locator(".ws-feedback").inner_text()
    question.get_by_role("button").click()
    assert _said(page, "all-of-them") == [
        "Not quite", "To look Yes, the first.", "One or more right answers are not ticked yet.",
    ]  # fmt: skip
    question.get_by_label("To ask").check()
    question.get_by_role("button").click()
    assert _said(page, "all-of-them")[0] == "Right"


def test_true_or_false(page: Page) -> None:
    _question(page, "is-it-so").get_by_label("False").check()
    assert _said(page, "is-it-so") == ["Right", "We look first."]


def test_order_by_place(page: Page) -> None:
    question = _question(page, "in-order")
    for words, place in (("Look", "1"), ("Ask", "2"), ("Act", "3")):
        question.get_by_label(words).select_option(label=place)
    question.get_by_role("button").click()
    assert _said(page, "in-order") == ["Right", "Look, ask, act."]
    question.get_by_label("Ask").select_option(label="3")
    question.get_by_role("button").click()
    assert _said(page, "in-order")[0] == "Not quite"


def test_match_by_letter(page: Page) -> None:
    question = _question(page, "together")
    letters = {line.split()[1]: line.split()[0] for line in question.locator("li:not(:has(select))").all_inner_texts()}
    for words, side in (("Eyes", "look"), ("Mouth", "ask"), ("Hands", "act")):
        question.get_by_label(words).select_option(label=letters[side])
    question.get_by_role("button").click()
    assert _said(page, "together") == ["Right", "Each has its step."]


def test_nothing_is_kept(page: Page) -> None:
    _question(page, "first-step").get_by_label("To look").check()
    assert (
        page.evaluate("Object.keys(localStorage).filter(key => key.includes('ws-')).length + sessionStorage.length")
        == 0
    )
    page.reload()
    assert page.locator(":checked:is([type=radio], [type=checkbox]):visible").count() == 0


def test_by_keyboard(page: Page) -> None:
    _question(page, "first-step").get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    assert len(_said(page, "first-step")) == 2


def test_the_key_does_not_catch_the_eye(browser: Browser, small_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{small_address}/{PAGE}")
    assert "look before you act" not in page.content()
    assert page.locator(".ws-feedback, .ws-question button").count() == 0
    assert page.locator(".ws-question input[type=checkbox]:visible").count() == 7
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_that_axe_finds(page: Page, scheme: Scheme) -> None:
    # The page keeps the scheme in which it was first opened, and notes it again when that of the device changes.
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.add_init_script("localStorage.clear()")
    page.reload()
    assert page.evaluate("document.body.dataset.mdColorScheme") == SHOWN[scheme]
    _question(page, "first-step").get_by_label("To act").check()
    _question(page, "is-it-so").get_by_label("False").check()
    page.evaluate("scrollTo(0, 0)")
    assert found_on(page) == []
