"""`workshop new curriculum` gives a project that builds at once, and in which Git sees nothing private."""

import subprocess
from pathlib import Path

import yaml

from mkdocs_workshop.commands.new import start
from mkdocs_workshop.commands.new_project import start_project
from tests.conftest import ROOT, TODAY, build_site


def test_a_new_curriculum_builds_at_once(tmp_path: Path) -> None:
    project = tmp_path / "new"
    made = start(project / "curriculum", "curriculum", "", today=TODAY)
    assert {project / "mkdocs.yml", project / ".gitignore", project / "docs" / "about-us.md"} <= set(made.files)
    (project / ".cache").symlink_to(ROOT / ".cache")
    done = build_site(project, options={"documents": False})
    assert done.returncode == 0, done.stderr
    assert "Who made this manual" in (project / "site" / "about-us" / "index.html").read_text("utf-8")


def test_git_sees_nothing_private(tmp_path: Path) -> None:
    start_project(tmp_path)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    for path in ("responses/a/x.csv", "reports/a.pdf", "people/list.csv", "site/index.html", "seen.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x")
    told = subprocess.run(
        ["git", "status", "--short", "-uall"], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout
    assert sorted(line[3:] for line in told.splitlines()) == [
        ".gitignore",
        "docs/about-us.md",
        "mkdocs.yml",
        "seen.txt",
    ]


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n")
    assert start_project(tmp_path) == []
    (tmp_path / "mkdocs.yml").unlink()
    (tmp_path / "docs").mkdir()
    (tmp_path / ".gitignore").write_text("mine\n")
    assert start_project(tmp_path) == [tmp_path / "mkdocs.yml"]
    assert (tmp_path / ".gitignore").read_text() == "mine\n"


def test_the_settings_are_those_of_the_guide() -> None:
    guide = (
        (ROOT / "docs" / "authoring" / "new-curriculum.md")
        .read_text("utf-8")
        .split("```yaml\nsite_name")[1]
        .split("```")[0]
    )
    ours = ROOT / "plugins" / "mkdocs_workshop" / "commands" / "skeletons" / "project" / "mkdocs.yml"

    def said(text: str) -> object:
        return yaml.safe_load(text.replace("!ENV", "")) | {"site_name": ""}

    assert said(f"site_name{guide}") == said(ours.read_text("utf-8"))
