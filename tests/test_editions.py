"""The edition for participants: nothing of facilitators on any page, in the search index or in any download."""

import json
import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from mkdocs_workshop.build import with_options
from mkdocs_workshop.pages.known import known_links
from tests.conftest import ROOT, build_site
from tests.reading import text_of
from tests.test_leaks import MARKER, plant

FACILITATOR_PAGES = re.compile(
    r"(-debrief|-key|/slides|/materials|check-before-you-teach|topics)(/index)?\.html$|^run/"
)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped manual with a marker in every facilitator-only text, built for participants under strict."""
    root = tmp_path_factory.mktemp("participants")
    shutil.copytree(ROOT / "curriculum", root / "curriculum")
    shutil.copytree(ROOT / "docs", root / "docs")
    assert plant(root / "curriculum", root) > 100
    settings = with_options((ROOT / "mkdocs.yml").read_text("utf-8"), {"role": "participant"})
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    (root / ".cache").symlink_to(ROOT / ".cache")
    done = build_site(root)
    assert done.returncode == 0, done.stderr
    return root / "site"


def _files(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def test_no_marker_anywhere(planted: Path) -> None:
    guilty = [path for path in _files(planted) if MARKER in text_of(path, (planted / path).read_bytes())]
    assert guilty == []
    assert len(_files(planted)) > 200


def test_no_page_for_facilitators(planted: Path) -> None:
    assert [path for path in _files(planted) if FACILITATOR_PAGES.search(path)] == []
    assert "programmes/two-day/index.html" in _files(planted)
    assert not (planted / "programmes/two-day/occupational-safety").exists()


def test_downloads_are_for_participants(planted: Path) -> None:
    listed = json.loads((planted / "downloads/manifest.json").read_text("utf-8"))["downloads"]
    assert listed
    assert {entry["role"] for entry in listed} == {"participant"}
    on_disk = {path for path in _files(planted) if path.startswith("downloads/en/")}
    assert on_disk == {entry["path"] for entry in listed}


def test_programme_shows_times_and_titles_alone(planted: Path) -> None:
    page = BeautifulSoup((planted / "programmes/two-day/index.html").read_text("utf-8"), "html.parser")
    assert len(page.select(".ws-agenda .ws-time")) > 20
    assert page.select(".ws-facilitator") == []
    assert page.select("#methods, #bring, .ws-agenda a") == []


def test_no_link_leads_nowhere(planted: Path) -> None:
    """Strict MkDocs looks at Markdown; this looks at every address in the pages."""
    dead = []
    for path in planted.rglob("*.html"):
        if "downloads/en" in path.as_posix() or path.name == "404.html":
            continue
        for link in BeautifulSoup(path.read_text("utf-8"), "html.parser").select("a[href]"):
            address = str(link["href"]).partition("#")[0].partition("?")[0]
            if address and ":" not in address:
                target = (path.parent / address).resolve()
                if not (target.is_file() or (target / "index.html").is_file()):
                    dead.append((path.relative_to(planted).as_posix(), address))
    assert dead == []


def test_links_of_hand_written_pages_stay_where_they_lead_somewhere() -> None:
    text = "See [the list](../prepare/a.md#stale), [us](b.md) and [a site](https://example.org/a.md)."
    assert known_links(text, "about/index.md", {"about/b.md"}.__contains__) == (
        "See the list, [us](b.md) and [a site](https://example.org/a.md)."
    )


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins: [search, workshop]",
        "plugins:\n  - search\n  - workshop:\n      curriculum: !ENV [FOLDER, curriculum]\n      role: facilitator\n",
        "plugins:\n  search: {}\n  workshop:\n",
    ],
)
def test_options_are_put_into_every_form_of_settings(plugins: str) -> None:
    from mkdocs.utils.yaml import yaml_load

    found = yaml_load(with_options(f"site_name: A\n{plugins}", {"role": "participant", "offline": True}))["plugins"]
    own = (
        found["workshop"]
        if isinstance(found, dict)
        else next(one["workshop"] for one in found if "workshop" in one and one != "search")
    )
    assert own["role"] == "participant"
    assert own["offline"] is True
    assert own.get("curriculum", "curriculum") == "curriculum"


def test_an_unknown_role_is_refused(project: Path) -> None:
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(with_options(settings, {"role": "trainer"}), "utf-8")
    done = build_site(project)
    assert done.returncode != 0
    assert "role" in done.stderr
