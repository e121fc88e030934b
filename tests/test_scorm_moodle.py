"""Stories of a learner in a Moodle: what is recorded is what was done, and the lesson says so; else it says that too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page

from mkdocs_workshop.edition import Edition
from mkdocs_workshop.model.check import KnowledgeCheck
from mkdocs_workshop.packages.scorm import scorm_files
from tests.lms import all_of, fill, right, to_the_check, wrong
from tests.moodle import Moodle, running
from tests.small_course import small_edition


@pytest.fixture(scope="module")
def edition(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return small_edition(small_source, tmp_path_factory.mktemp("course") / "curriculum")


@pytest.fixture(scope="module")
def check(edition: Edition) -> KnowledgeCheck:
    found = next(parts.check for parts in edition.curriculum.modules.values() if parts.check)
    assert len(found.questions) > 1
    return found


@pytest.fixture(scope="module")
def files(edition: Edition) -> dict[str, bytes]:
    """The package, unpacked."""
    parts = next(parts for parts in edition.curriculum.modules.values() if parts.check)
    made = scorm_files(edition, parts)
    return {name: text.encode() if isinstance(text, str) else text for name, text in made.items()}


@pytest.fixture
def moodle(files: dict[str, bytes], check: KnowledgeCheck) -> Moodle:
    return Moodle(dict(files), str(check.pass_mark))


class Cadet:
    """Somebody with a phone, in the course."""

    def __init__(self, context: BrowserContext, site: str, check: KnowledgeCheck) -> None:
        self.context, self.site, self.check = context, site, check
        self.page: Page = context.new_page()

    def enter(self, mode: str = "normal") -> Frame:
        """Opens the lesson."""
        self.page.goto(f"{self.site}/player?mode={mode}", wait_until="load")
        return self.lesson(self.page)

    @staticmethod
    def lesson(page: Page) -> Frame:
        """The frame that holds the lesson, ready."""
        found = next(part for part in page.frames if part.url.endswith("index.html"))
        found.locator(".lively").wait_for(state="attached")
        return found

    def answer(self, lesson: Frame, how: object, *, by_mouse: bool = False) -> None:
        """Answers all questions and has them checked."""
        to_the_check(lesson, by_mouse=by_mouse)
        if lesson.locator("#again").is_visible():
            lesson.locator("#again").click()
        fill(lesson, all_of(self.check, how), by_mouse=by_mouse)
        lesson.locator("#submit").click()

    def leave(self) -> None:
        """Goes back to the course; the platform must have had nothing to refuse."""
        assert self.page.evaluate("faults") == []
        self.page.goto(f"{self.site}/course")


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """One for all learners: each has a Moodle of its own, at an address of its own."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    yield context
    context.close()


@pytest.fixture
def cadet(phone: BrowserContext, moodle: Moodle, check: KnowledgeCheck) -> Iterator[Cadet]:
    with running(moodle) as site:
        yield Cadet(phone, site, check)
        for page in phone.pages:
            page.close()


def said(lesson: Frame, edition: Edition) -> set[str]:
    """The words about recording that the lesson shows."""
    keys = ("browse", "closed", "elsewhere", "lost", "plain", "recorded", "review", "saved")
    shown = set(lesson.evaluate("['notice', 'fate', 'state'].map(id => document.getElementById(id).innerText)"))
    return {key for key in keys if edition.say(f"lesson.{key}") in shown}


def test_fail_leave_return_pass(cadet: Cadet, moodle: Moodle, edition: Edition) -> None:
    lesson = cadet.enter()
    cadet.answer(lesson, wrong, by_mouse=True)
    assert said(lesson, edition) == {"recorded", "saved"}
    cadet.leave()
    assert (moodle.status, moodle.grade, moodle.completed) == ("failed", 0, False)
    lesson = cadet.enter()
    assert said(lesson, edition) == {"recorded"}
    cadet.answer(lesson, right, by_mouse=True)
    assert said(lesson, edition) == {"recorded", "saved"}
    cadet.leave()
    assert (moodle.status, moodle.grade, moodle.completed) == ("passed", 100, True)


def test_who_has_passed_loses_nothing_by_another_attempt(cadet: Cadet, moodle: Moodle) -> None:
    cadet.answer(cadet.enter(), right)
    cadet.leave()
    cadet.answer(cadet.enter(), wrong)
    cadet.leave()
    assert len(moodle.attempts) == 2
    assert (moodle.grade, moodle.completed) == (100, True)


def test_a_failed_attempt_goes_on_in_the_same_visit(cadet: Cadet, moodle: Moodle) -> None:
    lesson = cadet.enter()
    cadet.answer(lesson, wrong)
    cadet.answer(lesson, right)
    cadet.leave()
    assert len(moodle.attempts) == 1
    assert (moodle.status, moodle.grade) == ("passed", 100)


def test_a_review_says_that_nothing_is_recorded(cadet: Cadet, moodle: Moodle, edition: Edition) -> None:
    """Without "Force new attempt", as a teacher may have set it up by hand."""
    moodle.force_new = False
    cadet.answer(cadet.enter(), wrong)
    cadet.leave()
    lesson = cadet.enter()
    assert lesson.locator("#notice").is_visible()
    cadet.answer(lesson, right)
    assert said(lesson, edition) == {"review"}
    assert edition.say("lesson.review") == lesson.locator("#fate").inner_text()
    cadet.leave()
    assert (moodle.status, moodle.grade) == ("failed", 0)


def test_a_preview_says_that_nothing_is_recorded(cadet: Cadet, moodle: Moodle, edition: Edition) -> None:
    moodle.hide_browse = False
    lesson = cadet.enter("browse")
    cadet.answer(lesson, right)
    assert said(lesson, edition) == {"browse"}
    assert not moodle.completed


def test_who_was_logged_out_is_told_and_can_send_again(cadet: Cadet, moodle: Moodle, edition: Edition) -> None:
    lesson = cadet.enter()
    moodle.logged_in = False
    cadet.answer(lesson, right)
    assert said(lesson, edition) == {"lost"}
    assert lesson.locator("#resend").is_visible()
    lesson.locator("#resend").click()
    assert said(lesson, edition) == {"lost"}
    moodle.logged_in = True
    lesson.locator("#resend").click()
    assert said(lesson, edition) == {"recorded", "saved"}
    # A run time that thinks it has sent everything must send all of it again.
    kept = moodle.attempts[-1]
    assert (kept["cmi.core.lesson_status"], float(kept["cmi.core.score.raw"])) == ("passed", 100)
    results = [kept[f"cmi.interactions.{at}.result"] for at in range(len(cadet.check.questions))]
    assert results == ["correct"] * len(cadet.check.questions)
    cadet.leave()
    assert (moodle.status, moodle.grade, moodle.completed) == ("passed", 100, True)


def test_what_was_offline_is_sent_when_the_net_is_back(cadet: Cadet, moodle: Moodle, edition: Edition) -> None:
    lesson = cadet.enter()
    moodle.offline = True
    cadet.answer(lesson, right)
    assert said(lesson, edition) == {"lost"}
    moodle.offline = False
    lesson.evaluate("window.dispatchEvent(new Event('online'))")
    assert said(lesson, edition) == {"recorded", "saved"}
    assert (moodle.completed, moodle.grade) == (True, 100)


def test_turning_a_page_offline_is_told(cadet: Cadet, moodle: Moodle, edition: Edition) -> None:
    lesson = cadet.enter()
    moodle.offline = True
    lesson.locator(".next").click()
    assert said(lesson, edition) == {"lost"}
    moodle.offline = False
    lesson.locator(".back").click()
    assert said(lesson, edition) == {"recorded"}
    place = lesson.locator("main > section:visible").get_attribute("id")
    assert moodle.attempts[-1]["cmi.core.lesson_location"].strip() == place


def test_a_closed_window_keeps_the_place_and_the_answers(cadet: Cadet, moodle: Moodle) -> None:
    lesson = cadet.enter()
    lesson.locator(".next").click()
    place = lesson.locator("main > section:visible").get_attribute("id")
    cadet.page.close(run_before_unload=True)
    cadet.page = cadet.context.new_page()
    lesson = cadet.enter()
    assert len(moodle.attempts) == 1
    assert lesson.locator("main > section:visible").get_attribute("id") == place


def test_of_two_windows_only_the_newest_writes(cadet: Cadet, moodle: Moodle, edition: Edition) -> None:
    first = cadet.enter()
    cadet.answer(first, wrong)
    other = cadet.context.new_page()
    # The attempt is not finished for the platform yet: both windows hold the same one.
    moodle.attempts[-1]["cmi.core.lesson_status"] = "incomplete"
    other.goto(f"{cadet.site}/player", wait_until="load")
    second = cadet.lesson(other)
    first.locator("#notice").wait_for()
    assert "elsewhere" in said(first, edition)
    cadet.answer(second, right)
    cadet.answer(first, wrong)
    assert "saved" not in said(first, edition)
    cadet.leave()
    other.close(run_before_unload=True)
    assert (moodle.grade, moodle.completed) == (100, True)


def test_a_passed_window_hands_its_result_to_the_next_one(cadet: Cadet, moodle: Moodle) -> None:
    first = cadet.enter()
    other = cadet.context.new_page()
    other.goto(f"{cadet.site}/player", wait_until="load")
    stale = cadet.lesson(other)
    first.locator("#notice").wait_for()
    cadet.answer(stale, right)
    third = cadet.context.new_page()
    moodle.attempts[-1] = {"cmi.core.lesson_status": "incomplete"}
    third.goto(f"{cadet.site}/player", wait_until="load")
    stale.locator("#notice").wait_for()
    cadet.answer(cadet.lesson(third), wrong)
    assert (moodle.status, moodle.grade) == ("passed", 100)


def test_after_the_way_back_the_lesson_goes_on(cadet: Cadet, moodle: Moodle, edition: Edition) -> None:
    """The browser shows the old page again; the platform has already been told that it was over."""
    lesson = cadet.enter()
    lesson.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    lesson.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert said(lesson, edition) == {"recorded"}
    cadet.answer(lesson, right)
    assert said(lesson, edition) == {"recorded", "saved"}
    assert moodle.completed


def test_a_platform_that_does_not_take_it_up_again_is_told_of(cadet: Cadet, moodle: Moodle, edition: Edition) -> None:
    lesson = cadet.enter()
    lesson.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    cadet.page.evaluate("() => { API.LMSInitialize = () => 'false' }")
    lesson.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    cadet.answer(lesson, right)
    assert said(lesson, edition) == {"closed"}
    assert not moodle.completed


def test_the_real_way_back(cadet: Cadet, moodle: Moodle, edition: Edition) -> None:
    cadet.enter().locator(".next").click()
    cadet.leave()
    cadet.page.go_back(wait_until="load")
    lesson = cadet.lesson(cadet.page)
    cadet.answer(lesson, right)
    assert said(lesson, edition) == {"recorded", "saved"}
    cadet.leave()
    assert (moodle.status, moodle.grade) == ("passed", 100)


def test_a_lower_result_never_takes_the_place_of_a_higher_one(cadet: Cadet, moodle: Moodle) -> None:
    """Also when the lesson's own memory is gone, or of another release."""
    moodle.attempts.append(
        {"cmi.core.lesson_status": "incomplete", "cmi.core.score.raw": "100", "cmi.suspend_data": '{"v":9}'}
    )
    cadet.answer(cadet.enter(), wrong)
    cadet.leave()
    assert (moodle.status, moodle.grade) == ("passed", 100)


def test_teachers_read_words(cadet: Cadet, moodle: Moodle, edition: Edition) -> None:
    cadet.answer(cadet.enter(), right)
    kept = moodle.attempts[-1]
    for at, question in enumerate(cadet.check.questions):
        given = kept[f"cmi.interactions.{at}.student_response"]
        assert kept[f"cmi.interactions.{at}.id"] == f"Q{at + 1}_{question.id}"
        assert given == kept[f"cmi.interactions.{at}.correct_responses.0.pattern"]
        first = next(iter(right(question).values()))[0]
        options = {one.id: edition.plain(one.text) for one in getattr(question, "options", ())}
        if first in options:
            assert options[first] in given
