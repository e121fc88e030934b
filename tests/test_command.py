"""The command as an author uses it: what it prints, what it writes, how it ends."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.commands.reference import reference_pages
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.publishing.marker import MARKER, Marker, marker_text
from mkdocs_workshop.reading.kinds import FILE_KINDS
from mkdocs_workshop.reading.known import known_ids
from mkdocs_workshop.reading.schema import schemas
from tests.conftest import EXAMPLE, ROOT, store, workshop

Say = pytest.CaptureFixture[str]
Edit = Callable[[str, str, str], None]


@pytest.fixture
def here(small: Path, monkeypatch: pytest.MonkeyPatch, no_ci: None) -> Path:
    """The project folder of the small curriculum, entered."""
    monkeypatch.chdir(small.parent)
    return small.parent


def test_clean_curriculum_ends_with_0(here: Path, capsys: Say) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "No problems found.\n"


def test_problems_end_with_1(here: Path, edit: Edit, capsys: Say) -> None:
    edit("curriculum.yml", "title:", "titel:")
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert "W201 unknown key `titel`" in out
    assert out.endswith("2 errors in 1 file.\n")


def test_notices_alone_are_clean(here: Path, edit: Edit, capsys: Say) -> None:
    edit("facts.yml", "review_by: 20", "review_by: 2001-01-01 # 20")
    assert main(["check"]) == 0
    assert "1 notice in 1 file." in capsys.readouterr().out


def test_strict_facts_make_them_errors(here: Path, edit: Edit) -> None:
    edit("facts.yml", "review_by: 20", "review_by: 2001-01-01 # 20")
    assert main(["check", "--strict-facts"]) == 1


def test_ci_gets_annotations(here: Path, edit: Edit, capsys: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    edit("curriculum.yml", "colour: teal", "colour: tael")
    main(["check"])
    assert (
        "::error file=curriculum/curriculum.yml,line=15,col=40::W204 `colour` can not be `tael`. Did you mean `teal`?"
        in capsys.readouterr().out
    )


def test_no_colours_without_a_terminal(here: Path, edit: Edit, capsys: Say) -> None:
    edit("curriculum.yml", "colour: teal", "colour: tael")
    main(["check"])
    assert "\x1b" not in capsys.readouterr().out


def test_colours_on_a_terminal(here: Path, edit: Edit, capsys: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    edit("curriculum.yml", "colour: teal", "colour: tael")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    main(["check"])
    assert "\x1b[1;31mW204\x1b[0m" in capsys.readouterr().out


def test_wrong_folder_is_wrong_use(here: Path, capsys: Say) -> None:
    assert main(["check", "--curriculum", "nowhere"]) == 2
    assert "there is no folder `nowhere`" in capsys.readouterr().err


def test_no_command_prints_help_and_is_wrong_use(capsys: Say) -> None:
    assert main([]) == 2
    assert "workshop new module" in capsys.readouterr().out


def test_unknown_command_is_wrong_use(capsys: Say) -> None:
    assert main(["chekc"]) == 2
    assert "No such command 'chekc'" in capsys.readouterr().err


def test_version(capsys: Say) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("workshop 0.")


@pytest.mark.parametrize("kind", ["module", "programme", "event"])
def test_new_file_is_valid(here: Path, kind: str, capsys: Say) -> None:
    assert main(["new", kind, "second-one"]) == 0
    assert "Next:" in capsys.readouterr().out
    main(["check"])
    # A module that nobody schedules yet is the only thing to say.
    assert "error" not in capsys.readouterr().out


def test_new_module_is_valid_in_the_shipped_curriculum(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_ci: None, capsys: Say
) -> None:
    """It takes themes, audiences and marks from what is there."""
    shutil.copytree(EXAMPLE / "curriculum", tmp_path / "curriculum")
    monkeypatch.chdir(tmp_path)
    assert main(["new", "module", "fire-drill"]) == 0
    capsys.readouterr()
    main(["check"])
    said = [line for line in capsys.readouterr().out.splitlines() if line.startswith("curriculum/modules/fire-drill")]
    # Nobody schedules it yet, and it has only begun to have slides and questions.
    assert [line for line in said if not any(code in line for code in ("W511", "W547", "W548"))] == []


@pytest.mark.parametrize("kind", ["handout", "case"])
def test_new_paper_is_valid_once_it_is_used(here: Path, edit: Edit, kind: str, capsys: Say) -> None:
    assert main(["new", kind, "second-one", "--module", "first-module"]) == 0
    edit("modules/first-module/module.yml", f"{kind}s: [", f"{kind}s: [second-one, ")
    capsys.readouterr()
    assert main(["check"]) == 0, capsys.readouterr().out


def test_new_never_overwrites(here: Path, capsys: Say) -> None:
    assert main(["new", "module", "first-module"]) == 2
    assert "exists already; nothing was written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["module", "Fire Drill"], "Try `fire-drill`"),
        (["module", ""], "can not be an id"),
        (["handout", "card"], "--module ID. Modules: first-module."),
        (["handout", "card", "--module", "first-modul"], "Did you mean `first-module`?"),
        (["module", "x", "--module", "first-module"], "--module goes with a handout or a case"),
        (["curriculum", "x"], "--curriculum x"),
        (["curriculum"], "exists already"),
    ],
)
def test_new_explains_wrong_use(here: Path, arguments: list[str], said: str, capsys: Say) -> None:
    assert main(["new", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_new_programme_needs_a_module(tmp_path: Path, capsys: Say) -> None:
    assert main(["new", "programme", "x", "--curriculum", str(tmp_path)]) == 2
    assert "a programme needs a module" in capsys.readouterr().err


def test_build_outside_a_project_is_wrong_use(here: Path, capsys: Say) -> None:
    assert main(["build"]) == 2
    assert "no mkdocs.yml" in capsys.readouterr().err


def _project(here: Path) -> None:
    (here / "docs").mkdir()
    (here / ".cache").symlink_to(store("small"))
    (here / "mkdocs.yml").write_text(
        "site_name: S\ntheme: {name: material, font: false}\nplugins: [{workshop: {documents: false}}]\n"
        "markdown_extensions: [attr_list, md_in_html, tables, pymdownx.tasklist]\n"
    )


def _old_site(here: Path) -> None:
    (here / "site").mkdir()
    (here / "site" / "old.html").write_text("old")
    (here / "site" / MARKER).write_text(marker_text(Marker("0.1.0", "facilitator")))


def test_build_swaps_the_site_in_whole(here: Path) -> None:
    _project(here)
    _old_site(here)
    assert workshop(here, "build").returncode == 0
    assert (here / "site" / "index.html").is_file()
    assert not (here / "site" / "old.html").exists()
    assert sorted(path.name for path in here.iterdir()) == [".cache", "curriculum", "docs", "mkdocs.yml", "site"]
    assert (
        workshop(here, "build").stdout
        == "Nothing has changed since the last build: site is as it was made, every byte of it.\n"
    )


def test_failed_build_leaves_the_old_site(here: Path, edit: Edit) -> None:
    _project(here)
    _old_site(here)
    edit("curriculum.yml", "colour: teal", "colour: tael")
    assert main(["build"]) == 1
    assert sorted(path.name for path in (here / "site").iterdir()) == [MARKER, "old.html"]
    assert not list(here.glob(".site.*"))


def test_schema_is_written_once(here: Path, capsys: Say) -> None:
    (here / "curriculum" / "schema" / "module.schema.json").unlink()
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == "wrote curriculum/schema/module.schema.json\n"
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == "Everything is current.\n"


def test_reference_pages_are_current() -> None:
    pages = reference_pages()
    assert {"problem-codes.md", "problem-codes.ru.md", "yaml-shared.ru.md"} <= set(pages)
    folder = ROOT / "docs" / "authoring"
    old = [name for name, page in pages.items() if page != (folder / name).read_text("utf-8")]
    assert old == [], "run `workshop reference docs/authoring`"


def test_schemas_are_schemas() -> None:
    for text in schemas().values():
        jsonschema.Draft202012Validator.check_schema(json.loads(text))


def test_schemas_accept_what_the_model_accepts(example: Edition) -> None:
    """An editor must not mark as wrong what `workshop check` calls right."""
    written = schemas(known_ids(example.curriculum, ()))
    known = {kind.name: json.loads(written[f"{kind.name}.schema.json"]) for kind in FILE_KINDS}

    class Loader(yaml.SafeLoader):
        """Editors read YAML 1.2: dates are text for them."""

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith(("timestamp", "bool"))]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", __import__("re").compile("^(true|false)$"), list("tf"))
    for path in sorted((EXAMPLE / "curriculum").rglob("*.yml")):
        name = path.read_text("utf-8").splitlines()[0].rpartition("/")[2].removesuffix(".schema.json")
        jsonschema.validate(yaml.load(path.read_text("utf-8"), Loader), known[name])  # noqa: S506  a safe loader


def test_command_starts_without_heavy_libraries() -> None:
    code = "import sys, mkdocs_workshop.__main__; print([n for n in ('pydantic', 'yaml', 'jinja2', 'mkdocs') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
