"""What machines read: the list of modules, schema.org, Open Graph, the list of pages, calendars; and the page of changes."""

import datetime as dt
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar
from playwright.sync_api import Browser

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.compile import check
from mkdocs_workshop.curriculum import Curriculum
from mkdocs_workshop.machine import robots
from tests.conftest import ROOT, TODAY, build_site


@pytest.fixture(scope="module")
def curriculum() -> Curriculum:
    """The shipped one."""
    loaded = check(ROOT / "curriculum", ROOT, TODAY).curriculum
    assert loaded is not None
    return loaded


def _page(site: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((site / path / "index.html").read_text("utf-8"), "html.parser")


def _linked(page: BeautifulSoup) -> dict[str, Any]:
    scripts = page.select('script[type="application/ld+json"]')
    assert len(scripts) == 1
    data: dict[str, Any] = json.loads(scripts[0].get_text())
    assert data["@context"] == "https://schema.org"
    return data


def test_modules_with_stable_ids_and_true_files(site: Path, curriculum: Curriculum) -> None:
    data = json.loads((site / "modules.json").read_text("utf-8"))
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
    assert data["hasCourseInstance"]["courseWorkload"] == "PT865M"
    assert len(data["syllabusSections"]) > 10
    assert "provider" not in data, "nobody is named who did not say so"


def test_modules_and_handouts_are_learning_resources(site: Path, curriculum: Curriculum) -> None:
    for id_, parts in curriculum.modules.items():
        data = _linked(_page(site, f"modules/{id_}"))
        assert data["@type"] == "LearningResource"
        assert len(data["teaches"]) == len(parts.plan.outcomes)
    data = _linked(_page(site, "handouts/exposure-card"))
    assert data["isPartOf"]["identifier"] == "occupational-safety"
    assert data["encoding"][0]["name"].startswith("exposure-card")


def test_a_link_that_is_sent_shows_what_it_is(site: Path) -> None:
    page = _page(site, "handouts/exposure-card")
    tags = {tag["property"]: tag["content"] for tag in page.select('meta[property^="og:"]')}
    heading = page.select_one("h1")
    assert heading is not None
    assert tags["og:title"] == heading.get_text().strip()
    assert tags["og:description"]
    assert tags["og:type"] == "article"
    home = BeautifulSoup((site / "index.html").read_text("utf-8"), "html.parser")
    assert home.select_one('meta[property="og:type"][content="website"]')


def test_addresses_are_listed_where_the_site_has_one(project: Path) -> None:
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(settings + "site_url: https://example.org/manual/\n", "utf-8")
    assert build_site(project).returncode == 0
    site = project / "site"
    listed = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    pages = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    assert len(listed) == len(pages) > 10
    assert "Sitemap: https://example.org/manual/sitemap.xml" in (site / "robots.txt").read_text("utf-8")
    canonical = _page(site, "about").select_one('meta[property="og:url"]')
    assert canonical is not None
    assert canonical["content"] == "https://example.org/manual/about/"


def test_robots_without_an_address_names_none() -> None:
    assert robots("") == "User-agent: *\nAllow: /\n"


def test_calendar_has_every_slot_on_its_day(curriculum: Curriculum, tmp_path: Path, capsys: Any) -> None:
    out = tmp_path / "days.ics"
    arguments = ["calendar", "two-day", "--start", "2026-12-07", "--out", str(out)]
    assert main([*arguments, "--curriculum", str(ROOT / "curriculum")]) == 0
    assert str(out) in capsys.readouterr().out
    first = out.read_bytes()
    events = list(Calendar.from_ical(first.decode()).walk("VEVENT"))
    days = curriculum.timetables["two-day"]
    assert len(events) == sum(len(day.slots) for day in days)
    assert events[0].decoded("dtstart") == dt.datetime(2026, 12, 7, 8, 45)  # noqa: DTZ001  the time where the room is
    assert events[-1].decoded("dtend").date() == dt.date(2026, 12, 8)
    assert len({str(event["uid"]) for event in events}) == len(events)
    assert main([*arguments, "--curriculum", str(ROOT / "curriculum")]) == 0
    assert out.read_bytes() == first


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["two-day", "--start", "7 December"], "is no day"),
        (["three-day", "--start", "2026-12-07"], "There are: two-day"),
    ],
)
def test_calendar_explains_wrong_use(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", *arguments, "--curriculum", str(ROOT / "curriculum")]) == 2
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
    home = BeautifulSoup((site / "index.html").read_text("utf-8"), "html.parser")
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
