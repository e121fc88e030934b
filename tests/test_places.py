"""Places as layers: what a venue says of itself, what its country says, and what a region says of all."""

from pathlib import Path

import pytest

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.compile import check
from mkdocs_workshop.ground.problems import one_line
from mkdocs_workshop.reading.curriculum import Curriculum, load
from mkdocs_workshop.reading.places import to_choose
from mkdocs_workshop.site.pages import make_pages, paths
from tests.conftest import TODAY, edition_of, workshop

REGION = """\
name: Region
languages: [ru]
groups: [{id: contacts, title: Contacts}, {id: law, title: Law}]
entries:
  - {id: emergency-number, group: contacts, label: Emergency number, value: of the region}
  - {id: only-here, group: law, label: Rule, value: of all}
"""
COUNTRY = """\
name: Country
inherits: region
entries:
  - {id: emergency-number, group: contacts, label: Emergency number, value: of the country}
  - {id: more, group: contacts, label: More, value: of the country}
"""
VENUE = """\
name: Venue
inherits: yy
entries:
  - {id: more, group: contacts, label: More, ask: Ask at the door.}
"""


@pytest.fixture
def layered(small: Path) -> Path:
    for name, text in (("region", REGION), ("yy", COUNTRY), ("yy-hall", VENUE)):
        (small / "countries" / f"{name}.yml").write_text(text)
    return small


def _in(folder: Path, country: str | None) -> Curriculum:
    curriculum, problems, complete = load(folder, folder.parent, country=country)
    assert complete, problems
    assert curriculum is not None
    return curriculum


def test_the_nearest_layer_says_all_of_an_entry(layered: Path) -> None:
    hall = _in(layered, "yy-hall").country
    assert hall.name == "Venue"
    assert hall.languages == ("ru",)
    # A blank of the venue hides the value of its country: nobody has checked it there.
    values = {entry.id: entry.value for entry in hall.entries}
    assert values == {"emergency-number": "of the country", "only-here": "of all", "more": None}
    assert [group.id for group in hall.groups] == ["contacts", "law"]


def test_a_country_can_be_chosen_although_places_stand_on_it_and_a_region_can_not(layered: Path) -> None:
    assert sorted(to_choose(_in(layered, None).files)) == ["xx", "yy", "yy-hall"]


def test_texts_say_what_holds_in_the_chosen_place(layered: Path) -> None:
    said = {}
    for place in (None, "yy"):
        checked = check(layered, layered.parent, TODAY, country=place)
        assert [one_line(problem) for problem in checked.problems] == []
        assert checked.curriculum is not None
        pages = make_pages(edition_of(checked.curriculum), TODAY).artifacts
        said[place] = "".join(str(page.content) for page in pages if "handouts/" in page.path)
    assert "of the country" in said["yy"]
    assert "of the country" not in said[None]


def test_a_page_shows_what_differs(layered: Path) -> None:
    made = {page.path: str(page.content) for page in make_pages(edition_of(_in(layered, "yy")), TODAY).artifacts}
    assert "law.md" in made[paths.COUNTRIES]
    page = made[paths.countries("contacts")]
    # The chosen one first; a region is no place for a workshop.
    at = [page.index(f"- {name}: ") for name in ("Country", "My country", "Venue")]
    assert at == sorted(at)
    assert "- Region: " not in page
    assert "Rule" not in page
    assert "Rule" in made[paths.countries("law")]


def test_one_country_needs_no_page_of_differences(small: Path) -> None:
    assert paths.COUNTRIES not in {page.path for page in make_pages(edition_of(_in(small, None)), TODAY).artifacts}


def test_an_unknown_country_is_an_error(
    layered: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(layered.parent)
    assert main(["check", "--country", "yyy"]) == 1
    assert "W302 there is no country `yyy`" in capsys.readouterr().out
    assert main(["check", "--country", "yy-hall"]) == 0


def test_one_command_builds_several_countries(project: Path, layered: Path) -> None:
    config = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(
        config.replace("[search, workshop]", "[search, workshop: {documents: false}]"), "utf-8"
    )
    done = workshop(project, "build", "--country", "xx", "--country", "yy")
    assert done.returncode == 0, done.stderr
    names = {
        code: "of the country" in (project / "site" / code / "reference/country/contacts/index.html").read_text("utf-8")
        for code in ("xx", "yy")
    }
    assert names == {"xx": False, "yy": True}
