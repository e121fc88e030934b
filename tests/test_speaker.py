"""The view of the speaker: the next slide, the clock against the plan, what to say under the slide, objections on keys."""

import datetime as dt
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pptx import Presentation

from mkdocs_workshop.compile import check
from mkdocs_workshop.documents.emit.powerpoint import powerpoint
from mkdocs_workshop.documents.emit.slide_page import slide_page
from mkdocs_workshop.documents.slides import day_deck, module_deck
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from tests.conftest import ROOT, TODAY

Open = Callable[[str], Page]


@pytest.fixture
def edition(small: Path, edit: Callable[[str, str, str], None], tmp_path: Path) -> Edition:
    """The small curriculum with a slide that only a step names, words to speak, and an objection at it."""
    module = "modules/first-module/module.yml"
    edit(module, "slides: [title, steps]", "slides: [title]")
    edit(module, "{text: Show the three steps", "{slides: [steps], text: Show the three steps")
    edit(
        module,
        "    cues:\n",
        '    cues:\n      - {at: s2, say: "We look first."}\n      - {at: s2, care: "Someone may leave."}\n',
    )
    whole = check(small, tmp_path, TODAY).curriculum
    assert whole is not None
    return Edition(whole, catalogue("en"), ROOT / ".cache" / "workshop")


@pytest.fixture
def at(browser: Browser, edition: Edition, tmp_path: Path) -> Iterator[Open]:
    """Opens the deck of the day, from a file, at a time of day, with the view of the speaker."""
    file = tmp_path / "day.html"
    file.write_text(slide_page(day_deck(edition, "one-day", 0, notes=True), edition.say, edition.cache), "utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    complaints: list[str] = []

    def open_(time: str) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        moment = dt.datetime.fromisoformat(f"2026-12-07T{time}:00")
        page.clock.install(time=moment - dt.timedelta(minutes=2))
        page.goto(f"{file.as_uri()}#s3")
        page.clock.pause_at(moment)
        page.keyboard.press("s")
        return page

    yield open_
    context.close()
    assert complaints == []


def test_a_slide_of_a_step_knows_when_it_is_shown(edition: Edition) -> None:
    times = {slide.id: (slide.at, slide.until) for slide in day_deck(edition, "one-day", 0, notes=True).slides}
    assert times["steps"] == (9 * 60 + 25, 9 * 60 + 40)
    assert times["question"] == (9 * 60 + 40, 10 * 60 + 20)
    assert all(slide.at is None for slide in day_deck(edition, "one-day", 0, notes=False).slides)


def test_a_spare_slide_waits_in_the_deck_of_its_module(
    edition: Edition, small: Path, edit: Callable[[str, str, str], None], tmp_path: Path
) -> None:
    """No day carries it, and PowerPoint passes it over; whoever asks for it gets it by its number."""
    edit("modules/first-module/deck.yml", "layout: question", "layout: question\n    spare: true")
    whole = check(small, tmp_path, TODAY).curriculum
    assert whole is not None
    changed = Edition(whole, edition.say, edition.cache)
    assert "question" not in [slide.id for slide in day_deck(changed, "one-day", 0, notes=True).slides]
    deck = module_deck(changed, whole.modules["first-module"], notes=True)
    assert deck is not None
    made = Presentation(io.BytesIO(powerpoint(deck, changed.cache, []))).slides
    hidden = [slide.id for slide, each in zip(deck.slides, made, strict=True) if each.element.get("show") == "0"]
    assert hidden == ["question"]


def test_time_left_against_the_plan(at: Open) -> None:
    page = at("09:28")
    assert page.locator("#count").inner_text() == "12:00"
    assert page.locator("#plan").inner_text() == "3 min behind"
    page.clock.run_for(13 * 60_000)
    assert page.locator("#count").inner_text() == "–1:00"
    assert page.locator("#count.late").count() == 1


def test_on_another_day_the_minutes_of_the_activity_count(at: Open) -> None:
    page = at("18:00")
    assert page.locator("#count").inner_text() == "20:00"
    assert page.locator("#plan").inner_text() == ""
    page.clock.run_for(60_000)
    assert page.locator("#count").inner_text() == "19:00"


def test_what_to_say_stands_under_the_slide_and_objections_have_keys(at: Open) -> None:
    page = at("09:28")
    slide, said = page.locator(".slide.now .ws-stage").bounding_box(), page.locator(".cue:visible").first.bounding_box()
    assert slide is not None
    assert said is not None
    assert said["y"] >= slide["y"] + slide["height"]
    assert page.locator(".cue:visible").all_inner_texts() == [
        "If somebody is distressed:\nSomeone may leave.",
        "Say:\nWe look first.",
    ]
    answer = page.get_by_text("Ask what that way protects.").and_(page.locator(".card p"))
    assert not answer.is_visible()
    page.keyboard.press("1")
    assert answer.is_visible()
    page.keyboard.press("1")
    assert not answer.is_visible()


def test_next_slide_is_seen_before_the_room_sees_it(at: Open) -> None:
    page = at("09:28")
    assert page.locator("#preview .ws-part-title").inner_text() == "And you?"
    assert page.locator("#next").inner_text() == "Next: And you?"
    page.keyboard.press("ArrowRight")
    assert page.locator("#preview .ws-part-title").inner_text() != "And you?"
    assert page.locator("#deck #s4 h2").count() == 1, "the copy is no second heading"


def test_nothing_overlaps(at: Open) -> None:
    page = at("09:28")
    desk, stage = page.locator("#desk").bounding_box(), page.locator(".slide.now .ws-stage").bounding_box()
    beside = page.locator(".beside:visible").bounding_box()
    assert desk is not None
    assert stage is not None
    assert beside is not None
    assert desk["y"] + desk["height"] <= stage["y"]
    assert stage["x"] + stage["width"] <= beside["x"]
    assert beside["x"] + beside["width"] <= 1280
