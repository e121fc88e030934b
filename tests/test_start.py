"""From nothing to a site: what `workshop new curriculum` writes, and the template that writes the same."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
import pytest
import yaml

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.commands.exits import WrongUse
from mkdocs_workshop.commands.project import start_project
from mkdocs_workshop.commands.starting import Given, wishes_of
from mkdocs_workshop.commands.template import template
from mkdocs_workshop.commands.wishes import Audience, Wishes, audiences_of
from mkdocs_workshop.compile import check
from mkdocs_workshop.ground.problems import one_line
from tests.conftest import EXAMPLE, TODAY, build_site, store

WISHES = Wishes(
    title='First: on "the scene"',
    subject="Yes",
    languages=("en", "ru"),
    audiences=(Audience("caretakers", "Caretakers"), Audience("audience-2", "Бэ: \\ x")),
    days=3,
    country="kg",
    repo_url="https://github.com/fire/first.git",
    evaluation=True,
)


def _data(text: str) -> Any:
    """What a YAML file holds, read as the tool reads it."""
    return yaml.load(text, yaml.CSafeLoader)


def _said(folder: Path) -> list[str]:
    return [one_line(problem) for problem in check(folder, folder.parent, TODAY, every_language=True).problems]


@pytest.mark.parametrize("wishes", [WISHES, Wishes(evaluation=True)], ids=["everything", "nothing"])
def test_a_new_project_has_no_problem(tmp_path: Path, wishes: Wishes) -> None:
    folder = tmp_path / "Пожарная часть 1" / "curriculum"
    project = start_project(folder, wishes, TODAY)
    assert project.kept == []
    assert _said(folder) == []
    manual = _data((folder / "curriculum.yml").read_text("utf-8"))
    assert (manual["title"], manual["subtitle"]) == (wishes.title, wishes.subject)
    assert [one["name"] for one in manual["audiences"]] == [one.name for one in wishes.audiences]
    (programme,) = (folder / "programmes").glob("*.yml")
    assert programme.stem == manual["programme"]
    days = _data(programme.read_text("utf-8"))["days"]
    assert len(days) == wishes.days
    # The form is given out once, when the last day ends.
    assert [day["slots"][-1].get("instruments") for day in days] == [None] * (wishes.days - 1) + [["evaluation"]]


def test_a_new_project_builds_under_strict_in_a_folder_with_other_letters(tmp_path: Path) -> None:
    root = tmp_path / "Пожарная часть 1"
    start_project(root / "curriculum", WISHES, TODAY)
    (root / ".cache").symlink_to(store("small"))
    done = build_site(root, options={"documents": False})
    assert done.returncode == 0, done.stderr
    assert "https://github.com/fire/first/edit/main/" in "".join(
        path.read_text("utf-8") for path in (root / "site" / "modules").rglob("*.html")
    )


def test_git_sees_nothing_private(tmp_path: Path) -> None:
    start_project(tmp_path / "curriculum", Wishes(), TODAY)
    for name in ("responses", "reports", "people", "private", "site", ".cache"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file.csv").write_text("x")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    done = subprocess.run(
        ["git", "status", "--porcelain", "-uall"], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert "file.csv" not in done.stdout
    assert ".gitignore" in done.stdout


def test_what_was_there_is_kept(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("mine")
    project = start_project(tmp_path / "curriculum", Wishes(), TODAY)
    assert project.kept == [tmp_path / "mkdocs.yml"]
    assert (tmp_path / "mkdocs.yml").read_text() == "mine"
    with pytest.raises(WrongUse, match="exists already"):
        start_project(tmp_path / "curriculum", Wishes(), TODAY)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"days": 6}, "1 to 5 days"),
        ({"country": "kyrgyzstan"}, "two letters"),
        ({"languages": ("english",)}, "is no language"),
        ({"site_url": "example.org"}, "no address"),
    ],
)
def test_a_wish_that_can_not_be_is_wrong_use(tmp_path: Path, change: Mapping[str, Any], said: str) -> None:
    with pytest.raises(WrongUse, match=said):
        start_project(tmp_path / "curriculum", Wishes(**change), TODAY)
    assert list(tmp_path.iterdir()) == []


def test_audiences_have_ids_of_latin_letters() -> None:
    assert audiences_of(["Shop staff", "Пожарные", "x-1=Смена"]) == (
        Audience("shop-staff", "Shop staff"),
        Audience("audience-2", "Пожарные"),
        Audience("x-1", "Смена"),
    )
    with pytest.raises(WrongUse, match="same id"):
        audiences_of(["Staff", "staff"])


def test_what_no_option_says_is_asked() -> None:
    answers = {"Days": "2", "Who": "Staff, Guests", "Country": "KZ"}
    asked: list[str] = []

    def ask(question: str, usual: str) -> str:
        asked.append(question)
        return next((answer for key, answer in answers.items() if question.startswith(key)), usual)

    wishes = wishes_of(Given(title="Given"), ask)
    assert (wishes.title, wishes.days, wishes.country) == ("Given", 2, "kz")
    assert [one.id for one in wishes.audiences] == ["staff", "guests"]
    assert not [question for question in asked if "Title" in question]


@pytest.mark.parametrize(
    "given",
    [
        ["--languages", "ru,kk,en", "--audience", "Staff, Guests"],
        ["--language", "ru", "--language", "kk, en", "--audience", "Staff", "--audience", "Guests"],
    ],
)
def test_a_list_has_commas_or_is_given_piece_by_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "curriculum", *given, "--yes"]) == 0
    manual = _data((tmp_path / "curriculum" / "curriculum.yml").read_text("utf-8"))
    assert (manual["language"], manual["languages"]) == ("ru", ["kk", "en"])
    assert [audience["id"] for audience in manual["audiences"]] == ["staff", "guests"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["instrument", "x"],
        ["country", "kz"],
        ["word-list"],
        ["figure", "x", "--module", "first-module"],
        ["topic", "x"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_each_kind_starts_valid(small: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.chdir(small.parent)
    assert main(["new", *arguments]) == 0
    # A figure that nothing shows and a topic that nobody covers are the only things to say.
    assert [line for line in _said(small) if "W507" not in line and "W503" not in line] == []


def test_a_new_case_speaks_to_every_audience_of_its_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start_project(tmp_path / "curriculum", WISHES, TODAY)
    monkeypatch.chdir(tmp_path)
    assert main(["new", "case", "night", "--module", "first-module"]) == 0
    assert [line for line in _said(tmp_path / "curriculum") if "W510" in line] == []
    case = _data((tmp_path / "curriculum/modules/first-module/cases/night.yml").read_text("utf-8"))
    assert [one["audience"] for one in case["variants"]] == [one.id for one in WISHES.audiences]


def test_a_second_topic_goes_behind_the_first(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.parent)
    assert [main(["new", "topic", id_]) for id_ in ("one", "one-more", "one")] == [0, 0, 2]
    topics = _data((small / "topics.yml").read_text("utf-8"))["topics"]
    assert [topic["id"] for topic in topics] == ["one", "one-more"]


def test_a_new_country_has_every_entry_and_no_value(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(EXAMPLE / "curriculum", tmp_path / "curriculum")
    monkeypatch.chdir(tmp_path)
    assert main(["new", "country", "tj"]) == 0
    sheets = {code: _data((tmp_path / f"curriculum/countries/{code}.yml").read_text("utf-8")) for code in ("kz", "tj")}
    assert sheets["tj"]["name"] == "Tajikistan"
    assert [one["id"] for one in sheets["tj"]["entries"]] == [one["id"] for one in sheets["kz"]["entries"]]
    assert {key for one in sheets["tj"]["entries"] for key in one} == {"id", "group", "label", "ask"}


def _without_ids(schema: str) -> Any:
    """A schema without the lists of ids that `workshop schema` writes."""

    def plain(part: Any) -> Any:
        if isinstance(part, dict):
            if str(part.get("$ref", "")).startswith("#/$defs/known-") or "pattern" in part:
                return "text"
            return {key: plain(value) for key, value in part.items() if not key.startswith("known-")}
        return [plain(one) for one in part] if isinstance(part, list) else part

    return plain(json.loads(schema))


def test_the_template_writes_what_the_command_writes(tmp_path: Path) -> None:
    """Read with the settings that Copier reads; file by file, as data where it is YAML, since quotes may differ."""
    made = dict(template(TODAY))
    config = _data(made["copier.yml"])
    environment = jinja2.Environment(  # noqa: S701  YAML, not HTML
        keep_trailing_newline=True, undefined=jinja2.StrictUndefined, **config["_envops"]
    )
    answers = {
        "title": WISHES.title,
        "subject": WISHES.subject,
        "languages": list(WISHES.languages),
        "audiences": [one._asdict() for one in WISHES.audiences],
        "days": WISHES.days,
        "country": WISHES.country,
        "country_name": "Kyrgyzstan",
        "site_url": "",
        "repo_url": "https://github.com/fire/first",
        "today": TODAY.isoformat(),
    }
    # Computed by Copier; everything else is asked.
    assert set(config) - set(answers) - {"programme"} == {key for key in config if key.startswith("_")}
    answers["programme"] = environment.from_string(config["programme"]["default"]).render(answers)
    root = tmp_path / "manual"
    start_project(root / "curriculum", WISHES, TODAY)
    compared = 0
    for name, text in made.items():
        if not name.startswith("template/") or "_copier_conf" in name:
            continue
        place = environment.from_string(name.removeprefix("template/").removesuffix(".jinja")).render(answers)
        rendered = environment.from_string(text).render(answers) if name.endswith(".jinja") else text
        written = (root / place).read_text("utf-8")
        if place.startswith("curriculum/") and place.endswith(".yml"):
            assert _data(rendered) == _data(written), place
        elif "/schema/" in place:
            # The ids that editors offer depend on what somebody answers; `workshop schema` adds them.
            assert _without_ids(rendered) == _without_ids(written), place
        elif place != "mkdocs.yml":
            assert rendered == written, place
        compared += 1
    assert compared > 20
    assert not [name for name in made if set('<>:"|?*') & set(name)], "a name that Windows refuses"
