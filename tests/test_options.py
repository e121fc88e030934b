"""Options of one build reach the plugin, whatever form its settings have, and whoever runs it."""

import os
from pathlib import Path

import pytest

from mkdocs_workshop.publishing.lock import only_one
from mkdocs_workshop.publishing.marker import MARKER, Marker, marker_text, read_marker
from mkdocs_workshop.publishing.options import given_options, with_options
from mkdocs_workshop.publishing.swap import lock_of
from tests.conftest import CONFIG, build_site

PARTICIPANT: dict[str, str | bool] = {"role": "participant", "documents": False}


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins: [search, workshop]\n",
        "plugins:\n  - workshop:\n      curriculum: !ENV [NO_SUCH_VARIABLE, curriculum]\n      role: facilitator\n",
        "plugins:\n  search: {}\n  workshop:\n",
    ],
)
@pytest.mark.parametrize("runner", ["mkdocs", "properdocs"])
def test_options_reach_every_form_of_settings(project: Path, plugins: str, runner: str) -> None:
    (project / "mkdocs.yml").write_text(
        CONFIG.replace("plugins: [search, workshop]\n", plugins) + "nav: [{A: about.md}]\n"
    )
    done = build_site(project, runner, PARTICIPANT)
    assert done.returncode == 0, done.stderr
    _for_participants(project / "site")


def test_options_reach_inherited_settings(project: Path) -> None:
    (project / "mkdocs.yml").rename(project / "base.yml")
    (project / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: Another\n")
    assert build_site(project, options=PARTICIPANT).returncode == 0
    _for_participants(project / "site")


def _for_participants(site: Path) -> None:
    marker = read_marker(site)
    assert marker is not None
    assert marker.role == "participant"
    assert not (site / "run").exists()


def test_an_option_that_does_not_exist_is_said(project: Path) -> None:
    done = build_site(project, options={"rolle": "participant"})
    assert done.returncode != 0
    assert "Unrecognised configuration name: rolle" in done.stderr


def test_no_options_change_nothing() -> None:
    assert with_options({"PATH": "/bin"}, {}) == {"PATH": "/bin"}
    assert given_options({"PATH": "/bin"}) == {}


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("curriculum", "which holds sources"),
        ("full", "nothing in it says that a build of the workshop made it"),
        ("site", "holds the edition for the role facilitator"),
    ],
)
def test_mkdocs_itself_empties_no_folder_that_is_not_ours(project: Path, place: str, said: str) -> None:
    """It would, before it builds."""
    for name in ("full", "site"):
        (project / name).mkdir()
        (project / name / "mine.txt").write_text("mine", "utf-8")
    (project / "site" / MARKER).write_text(marker_text(Marker("1.0", "facilitator")), "utf-8")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(f"{settings}site_dir: {place}\n", "utf-8")
    before = {path: path.read_bytes() for path in (project / place).rglob("*") if path.is_file()}
    done = build_site(project, options=PARTICIPANT)
    assert done.returncode == 1
    assert said in done.stderr
    assert {path: path.read_bytes() for path in (project / place).rglob("*") if path.is_file()} == before


def test_a_build_of_mkdocs_that_is_broken_off_can_be_repeated(project: Path) -> None:
    programme = next((project / "curriculum" / "programmes").glob("*.yml"))
    text = programme.read_text("utf-8")
    programme.write_text("title: [", "utf-8")
    assert build_site(project, options=PARTICIPANT).returncode == 1
    assert not (project / "site").exists(), "nothing was built"
    # As a battery that ends in the middle of a build leaves it.
    (project / "site").mkdir()
    (project / "site" / MARKER).write_text(marker_text(Marker("1.0", "participant")), "utf-8")
    (project / "site" / "half.html").write_text("half", "utf-8")
    programme.write_text(text, "utf-8")
    done = build_site(project, options=PARTICIPANT)
    assert done.returncode == 0, done.stderr
    assert not (project / "site" / "half.html").exists()


def test_mkdocs_itself_waits_for_no_build_and_says_who_is_at_work(project: Path) -> None:
    lock = lock_of((project / "site").resolve())
    with only_one(lock, project / "site"):
        done = build_site(project, options=PARTICIPANT)
    assert done.returncode == 1
    assert f"another build writes {project / 'site'}: process {os.getpid()}" in done.stderr
    assert not (project / "site").exists()
    done = build_site(project, options=PARTICIPANT)
    assert done.returncode == 0, done.stderr
    assert not lock.exists()
