"""Options of one build reach the plugin, whatever form its settings have, and whoever runs it."""

from pathlib import Path

import pytest

from mkdocs_workshop.publishing.marker import read_marker
from mkdocs_workshop.publishing.options import given_options, with_options
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
