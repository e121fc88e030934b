"""What machines read: the list of modules, schema.org, Open Graph, the list of pages, calendars; and the page of changes."""

import datetime as dt
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar
from playwright.sync_api import Browser

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.clock import timetable
from mkdocs_workshop.compile import check
from mkdocs_workshop.documents.calendar import calendar_file
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.reading.curriculum import Curriculum
from mkdocs_workshop.reading.marks import Plain
from mkdocs_workshop.site.modules_json import robots
from mkdocs_workshop.site.pages import make_pages
from tests.conftest import EXAMPLE, TODAY, build_site, edition_of
from tests.links import tree


@pytest.fixture(scope="module")
def curriculum(given_out: Edition) -> Curriculum:
    """The example."""
    return given_out.curriculum


def _page(site: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((site / path / "index.html").read_text("utf-8"), "lxml")


def _linked(page: BeautifulSoup) -> dict[str, Any]:
    scripts = page.select('script[type="application/ld+json"]')
    assert len(scripts) == 1
    data: dict[str, Any] = json.loads(scripts[0].get_text())
    assert data["@context"] == "https://schema.org"
    return data


def test_modules_with_stable_ids_and_true_files(site: Path, curriculum: Curriculum) -> None:
    data = json.loads((site / "modules.json").read_text("utf-8"))
    assert data["format"] == 1
    assert [module["id"] for module in data["modules"]] == list(curriculum.modules)
    for module in data["modules"]:
        parts = curriculum.modules[module["id"]]
        assert module["version"] == parts.plan.changes[0].version
        assert [outcome["id"] for outcome in module["outcomes"]] == [outcome.id for outcome in parts.plan.outcomes]
        assert 0 < module["minutes"]["least"] <= module["minutes"]["most"]
        assert (site / module["page"]).is_file()
        assert module["downloads"]
        for file in module["downloads"]:
            content = (site / file["path"]).read_bytes()
            assert (file["bytes"], file["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())


def test_a_programme_is_a_course(site: Path, curriculum: Curriculum) -> None:
    data = _linked(_page(site, "programmes/two-day"))
    assert data["@type"] == "Course"
    assert data["hasCourseInstance"]["courseMode"] == "Onsite"
    net = sum(day.net for day in curriculum.timetables["two-day"])
    assert data["hasCourseInstance"]["courseWorkload"] == f"PT{net}M"
    assert len(data["syllabusSections"]) == 8
    assert "provider" not in data, "nobody is named who did not say so"


def test_modules_and_handouts_are_learning_resources(site: Path, curriculum: Curriculum) -> None:
    for id_, parts in curriculum.modules.items():
        data = _linked(_page(site, f"modules/{id_}"))
        assert data["@type"] == "LearningResource"
        assert len(data["teaches"]) == len(parts.plan.outcomes)
    data = _linked(_page(site, "handouts/exposure-card"))
    assert data["isPartOf"]["identifier"] == "occupational-safety"
    assert data["encoding"][0]["name"].startswith("exposure-card")


ANY = {"@context", "@type", "name", "description", "identifier", "url"}
WORK = ANY | {
    "inLanguage", "license", "isAccessibleForFree", "version", "dateModified", "audience", "timeRequired", "hasPart",
    "isPartOf", "encoding", "provider", "alternativeHeadline",
}  # fmt: skip
LEARNING = WORK | {"learningResourceType", "educationalUse", "teaches", "assesses"}
VOCABULARY = {
    "WebSite": WORK,
    "Course": LEARNING | {"courseCode", "hasCourseInstance", "syllabusSections"},
    "Syllabus": LEARNING,
    "LearningResource": LEARNING,
    "CourseInstance": ANY | {"courseMode", "courseWorkload"},
    "EducationalAudience": ANY | {"audienceType"},
    "MediaObject": ANY | {"encodingFormat"},
    "CreativeWork": WORK,
    "Organization": ANY,
}
"""What schema.org knows of each type, as far as we use it."""
NEEDED = {
    "WebSite": {"name", "description", "inLanguage", "license", "hasPart"},
    "Course": {"name", "description", "inLanguage", "license", "audience", "version", "dateModified", "hasPart", "hasCourseInstance"},
    "LearningResource": {
        "name", "description", "inLanguage", "license", "audience", "version", "learningResourceType", "identifier",
    },
}  # fmt: skip
"""What a whole page of a type must say, so that a catalogue can list it."""


def _things(data: Any) -> Any:
    """Everything with a type, at any depth."""
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from _things(value)
    elif isinstance(data, list):
        for value in data:
            yield from _things(value)


def _all_linked(site: Path) -> dict[str, dict[str, Any]]:
    found = {}
    for path in sorted(site.rglob("index.html")):
        text = path.read_text("utf-8")
        if "application/ld+json" in text:
            found[path.parent.relative_to(site).as_posix()] = _linked(BeautifulSoup(text, "lxml"))
    return found


def test_all_that_pages_say_to_machines_is_of_schema_org(site: Path, curriculum: Curriculum) -> None:
    pages = _all_linked(site)
    for path, data in pages.items():
        assert NEEDED[data["@type"]] <= set(data), path
        assert data["license"]["url"] == "https://creativecommons.org/licenses/by/4.0/"
        for thing in _things(data):
            assert set(thing) <= VOCABULARY[thing["@type"]], (path, thing)
            assert all(value not in ("", [], {}, None) for value in thing.values()), (path, thing)
            for key in ("timeRequired", "courseWorkload"):
                assert re.fullmatch("PT[1-9][0-9]*M", thing.get(key, "PT1M")), (path, thing)
            if "dateModified" in thing:
                dt.date.fromisoformat(thing["dateModified"])
    handouts = sum(len(parts.handouts) for parts in curriculum.modules.values())
    cases = sum(len(parts.cases) for parts in curriculum.modules.values())
    checks = sum(parts.check is not None for parts in curriculum.modules.values())
    kinds = [path.split("/")[0] + path.split("/")[-1] * path.endswith("/check") for path in pages]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        ".": 1,
        "programmes": len(curriculum.programmes),
        "modules": len(curriculum.modules),
        "modulescheck": checks,
        "handouts": handouts,
        "cases": cases,
        "forms": len(curriculum.instruments),
    }


def test_parts_and_wholes_name_each_other(site: Path, curriculum: Curriculum) -> None:
    pages = _all_linked(site)
    parts = {
        data["identifier"]: {one["identifier"] for one in data.get("hasPart", ())}
        for data in pages.values()
        if "identifier" in data
    }
    for path, data in pages.items():
        wholes = data.get("isPartOf", [])
        for whole in wholes if isinstance(wholes, list) else [wholes]:
            if not path.endswith("/check"):
                assert data["identifier"] in parts[whole["identifier"]], path
    assert {one["identifier"] for one in pages["."]["hasPart"]} == set(curriculum.programmes)


def test_who_offers_the_training_is_named_where_it_is_said(small: Path) -> None:
    path = small / "curriculum.yml"
    path.write_text(
        path.read_text("utf-8")
        .replace("licence:", "provider: {name: A fire service, url: https://fire.example.org}\nlicence:", 1)
        .replace("CC BY 4.0", "Ask us"),
        "utf-8",
    )
    loaded = check(small, small.parent, TODAY).curriculum
    assert loaded is not None
    pages = {page.path: str(page.content) for page in make_pages(edition_of(loaded), TODAY).artifacts}
    provider = '"provider":{"@type":"Organization","name":"A fire service","url":"https://fire.example.org"}'
    courses = [content for content in pages.values() if '"@type":"CourseInstance"' in content]
    assert courses
    assert all(provider in content for content in courses)
    assert '"license":{"@type":"CreativeWork","name":"Ask us"}' in courses[0]


def test_a_link_that_is_sent_shows_what_it_is(site: Path) -> None:
    page = _page(site, "handouts/exposure-card")
    tags = {tag["property"]: tag["content"] for tag in page.select('meta[property^="og:"]')}
    heading = page.select_one("h1")
    assert heading is not None
    assert tags["og:title"] == heading.get_text().strip()
    assert tags["og:description"]


def test_addresses_are_listed_where_the_site_has_one(project: Path) -> None:
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(settings + "site_url: https://example.org/manual/\n", "utf-8")
    assert build_site(project).returncode == 0
    site = project / "site"
    listed = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    pages = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    assert len(listed) == len(pages) > 10
    assert "Sitemap: https://example.org/manual/sitemap.xml" in (site / "robots.txt").read_text("utf-8")
    for page in site.rglob("index.html"):
        (canonical,) = tree(page).xpath("//link[@rel='canonical']/@href")
        (shared,) = tree(page).xpath("//meta[@property='og:url']/@content")
        assert canonical == shared
        assert listed.count(str(canonical)) == 1, page


def test_robots_without_an_address_names_none() -> None:
    assert robots("") == "User-agent: *\nAllow: /\n"


def test_calendar_has_every_slot_on_its_day(curriculum: Curriculum, tmp_path: Path, capsys: Any) -> None:
    out = tmp_path / "days.ics"
    arguments = ["calendar", "two-day", "--start", "2026-12-07", "--out", str(out)]
    assert main([*arguments, "--curriculum", str(EXAMPLE / "curriculum")]) == 0
    assert str(out) in capsys.readouterr().out
    first = out.read_bytes()
    events = list(Calendar.from_ical(first.decode()).walk("VEVENT"))
    days = curriculum.timetables["two-day"]
    assert len(events) == sum(len(day.slots) for day in days)
    assert events[0].decoded("dtstart") == dt.datetime(2026, 12, 7, 9, 0)  # noqa: DTZ001  the time where the room is
    assert events[-1].decoded("dtend").date() == dt.date(2026, 12, 8)
    assert len({str(event["uid"]) for event in events}) == len(events)
    assert main([*arguments, "--curriculum", str(EXAMPLE / "curriculum")]) == 0
    assert out.read_bytes() == first


def test_calendar_keeps_to_the_letter_of_its_standard(example: Edition) -> None:
    """RFC 5545, read without the library that wrote it: line ends, 75 bytes a line, and what each entry must have."""
    renamed = example.curriculum.programmes["two-day"]
    day = renamed.days[0]
    title = "Қауіпсіздік, құқық; денсаулық " * 6 + "\\ end"
    long = day.slots[0].model_copy(update={"title": title})
    days = (day.model_copy(update={"slots": (long, *day.slots[1:])}), *renamed.days[1:])
    programme = renamed.model_copy(update={"days": days})
    tables = {"two-day": timetable(programme, example.curriculum.activities_of)}
    pieces = {**example.curriculum.pieces, title: (Plain(title),)}
    changed = replace(example.curriculum, programmes={"two-day": programme}, timetables=tables, pieces=pieces)
    raw = calendar_file(replace(example, curriculum=changed), "two-day", dt.date(2026, 12, 7))
    assert raw.count(b"\n") == raw.count(b"\r\n") > 90
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    for line in raw.split(b"\r\n"):
        line.decode()  # No letter is cut in two.
    lines = raw.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert lines[:1] + lines[-1:] == ["BEGIN:VCALENDAR", "END:VCALENDAR"]
    assert {"VERSION:2.0", "PRODID:-//mkdocs-workshop//calendar//EN"} <= set(lines)
    entries = "\n".join(lines).split("BEGIN:VEVENT\n")[1:]
    uids = set()
    for entry in entries:
        names = [line.partition(":")[0] for line in entry.partition("\nEND:VEVENT")[0].split("\n")]
        assert sorted(names) == ["DTEND", "DTSTAMP", "DTSTART", "SUMMARY", "UID"]
        assert re.search(r"^DTSTAMP:\d{8}T\d{6}Z$", entry, re.MULTILINE)
        assert len(re.findall(r"^DT(?:START|END):\d{8}T\d{6}$", entry, re.MULTILINE)) == 2
        uids.add(re.findall("^UID:(.*)$", entry, re.MULTILINE)[0])
    assert len(uids) == len(entries) == 14
    assert "SUMMARY:" + "Қауіпсіздік\\, құқық\\; денсаулық " * 6 + "\\\\ end\n" in entries[0]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["two-day", "--start", "7 December"], "is no day"),
        (["three-day", "--start", "2026-12-07"], "There are: two-day"),
    ],
)
def test_calendar_explains_wrong_use(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", *arguments, "--curriculum", str(EXAMPLE / "curriculum")]) == 2
    assert words.split(":", maxsplit=1)[0] in capsys.readouterr().err


def test_every_change_stands_on_the_page_newest_first(site: Path, curriculum: Curriculum) -> None:
    page = _page(site, "prepare/changes")
    days = [str(day["data-on"]) for day in page.select("[data-on]")]
    assert days == sorted(days, reverse=True)
    wanted = sum(len(parts.plan.changes) for parts in curriculum.modules.values())
    assert len(page.select(".ws-changes li")) == wanted
    assert page.select_one(f"#on-{days[0]}")


def test_module_and_home_lead_to_the_changes(site: Path) -> None:
    module = _page(site, "modules/occupational-safety")
    link = next(str(link["href"]) for link in module.select("a") if "changes" in str(link.get("href")))
    assert _page(site, "prepare/changes").select_one(f"#{link.partition('#')[2]}")
    home = BeautifulSoup((site / "index.html").read_text("utf-8"), "lxml")
    assert home.select_one('.ws-door a[href^="prepare/changes"]')


def test_only_what_is_newer_stays(browser: Browser, address: str, site: Path) -> None:
    days = [str(day["data-on"]) for day in _page(site, "prepare/changes").select("[data-on]")]
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/prepare/changes/")
    day_before = (dt.date.fromisoformat(days[0]) - dt.timedelta(days=1)).isoformat()
    page.get_by_label("I taught last on").fill(day_before)
    assert page.locator("[data-on]:visible").count() == 1
    page.get_by_label("I taught last on").fill(days[0])
    assert page.locator("[data-on]:visible").count() == 0
    assert page.locator("#ws-since output").inner_text() == "Nothing changed since then."
    page.reload()
    assert page.locator("[data-on]:visible").count() == 0, "the day is kept"
    page.get_by_role("button", name="Show everything").click()
    page.wait_for_function("document.querySelectorAll('[data-on]:not([hidden])').length > 0")
    assert page.locator("[data-on]:visible").count() == len(days)
    context.close()
