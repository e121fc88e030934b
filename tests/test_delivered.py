"""What a workshop took: from the file of a phone to its event, to the rules, to the pages."""

import json
from pathlib import Path

import pytest

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.commands.new import start
from mkdocs_workshop.compile import check
from mkdocs_workshop.model.base import MinutesRange
from mkdocs_workshop.model.module import Activity
from mkdocs_workshop.site.pages import make_pages
from mkdocs_workshop.teaching.delivered import Took, off_plan, often_left_out
from tests.conftest import TODAY, edition_of

DAY = {
    "format": "workshop-delivered-1",
    "programme": "one-day",
    "event": "first-run",
    "name": "First run",
    "day": 1,
    "date": "2026-11-20",
    "start": "09:05",
    "lines": [
        {"key": "opening", "planned": 20, "minutes": 25},
        {"key": "first-module.first-module.talk", "planned": 20, "minutes": 31},
        {"key": "first-module.first-module.story", "planned": 40, "left_out": True},
        {"key": "break.1", "planned": 15},
    ],
}


@pytest.fixture
def room(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the small curriculum and an event that is published."""
    start(small, "event", "first-run", today=TODAY)
    event = small / "events" / "first-run" / "event.yml"
    event.write_text(
        event.read_text("utf-8").replace("published: false", "published: true\nprogramme: one-day"), "utf-8"
    )
    monkeypatch.chdir(small.parent)
    return small


def _saved(folder: Path, **changes: object) -> Path:
    file = folder / "took.json"
    file.write_text(json.dumps(DAY | changes), "utf-8")
    return file


def test_a_file_goes_to_its_event_once(room: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["delivered", str(_saved(tmp_path))]) == 0
    target = room / "events" / "first-run" / "delivered.yml"
    assert capsys.readouterr().out.strip().endswith("delivered.yml")
    kept = target.read_text("utf-8")
    assert "- {activity: first-module/talk, planned: 20, minutes: 31}" in kept
    assert "- {activity: first-module/story, planned: 40, left_out: true}" in kept
    assert main(["delivered", str(_saved(tmp_path))]) == 0
    assert target.read_text("utf-8") == kept, "the same day twice is one day"
    assert main(["delivered", str(_saved(tmp_path, day=2, date="2026-11-21"))]) == 0
    assert target.read_text("utf-8").count("- day:") == 2
    checked = check(room, room.parent, TODAY)
    assert [problem.code for problem in checked.problems if problem.severity == "error"] == []


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"format": "other"}, "no file that a run sheet saved"),
        ({"event": ""}, "Name one of curriculum/events with --event"),
        ({"event": "../first-run"}, "Name one of curriculum/events with --event"),
        ({"lines": []}, "is damaged"),
        ({"lines": [{"key": 7, "planned": 20}]}, "is damaged"),
        ({"start": "25:00"}, "is damaged"),
    ],
)
def test_a_file_that_can_not_be_used_says_why(
    room: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], changes: dict[str, object], says: str
) -> None:
    assert main(["delivered", str(_saved(tmp_path, **changes))]) == 2
    assert says in capsys.readouterr().err
    assert not (room / "events" / "first-run" / "delivered.yml").exists()


def test_pages_show_planned_and_actual(room: Path, tmp_path: Path) -> None:
    main(["delivered", str(_saved(tmp_path))])
    whole = check(room, room.parent, TODAY).curriculum
    assert whole is not None
    pages = {page.path: str(page.content) for page in make_pages(edition_of(whole), TODAY).artifacts}
    session = pages["programmes/one-day/first-module.md"]
    assert "In earlier workshops it took 31 min; planned: 20 min." in session
    assert "Left out in 1 of 1 workshops." in session
    event = pages["events/first-run.md"]
    assert "| The way in three steps | 20 | **31** |" in event
    assert "| A story to work on | 40 | **left out** |" in event
    assert "| Break | 15 | not measured |" in event


def _activity(minutes: int | MinutesRange) -> Activity:
    return Activity.model_validate(
        {"id": "a", "title": "A", "method": "test", "minutes": minutes, "notes": "N", "steps": [{"text": "S"}]}
    )


def test_a_plan_is_wrong_after_two_workshops() -> None:
    usual = _activity(MinutesRange(min=17, max=28))
    assert off_plan(usual, Took((60,), 0, 1)) is None
    assert off_plan(usual, Took((31, 33, 60), 0, 3)) == 5
    assert off_plan(usual, Took((10, 12), 0, 2)) == -6
    assert off_plan(usual, Took((20, 30), 0, 2)) is None
    assert off_plan(_activity(20), Took((22, 22), 0, 2)) is None
    assert often_left_out(Took((), 1, 2))
    assert not often_left_out(Took((), 1, 1))
    assert not often_left_out(Took((20, 20), 1, 3))
