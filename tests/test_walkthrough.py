"""The guide "A manual of your own", done by hand from its first command to its last check, as it is written."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from mkdocs_workshop.__main__ import main
from tests.conftest import ROOT

GUIDE = ROOT / "docs" / "authoring" / "new-curriculum.md"


def _section(id_: str) -> str:
    found = re.search(
        rf"^## [^\n]*\{{ #{id_} \}}\n(.*?)(?=^## |\Z)", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert found, id_
    return found[1]


def _blocks(id_: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", _section(id_), re.MULTILINE | re.DOTALL)


def _typed(line: str) -> None:
    """Does what a line in a terminal does."""
    words = shlex.split(line, comments=True)
    if words[:1] == ["workshop"]:
        assert main(words[1:]) == 0, line
    elif words[:1] == ["mv"]:
        Path(words[1]).rename(words[2])
    elif words[:2] == ["rm", "-r"]:
        shutil.rmtree(words[2])
    else:
        raise AssertionError(f"the guide has a new kind of command: {line}")


@pytest.mark.usefixtures("no_ci")
def test_a_fire_brigade_gets_a_manual_without_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    curriculum = tmp_path / "curriculum"

    def says(wanted: str, status: int = 0) -> None:
        capsys.readouterr()
        assert main(["check"]) == status
        assert capsys.readouterr().out.strip() == wanted.strip()

    # The block before asks the same, and waits for answers.
    _typed(_blocks("folder", "sh")[1].replace("\\\n", " "))
    written = capsys.readouterr().out
    for line in _blocks("folder", "text")[0].splitlines():
        assert line == "..." or line in written
    says("No problems found.")

    manual = curriculum / "curriculum.yml"
    manual.write_text(manual.read_text("utf-8").partition("\n")[0] + "\n" + _blocks("manual", "yaml")[0], "utf-8")
    for block in _blocks("manual", "sh"):
        for line in block.splitlines():
            _typed(line)
    (curriculum / "countries" / "kz.yml").write_text(_blocks("country", "yaml")[0], "utf-8")
    (curriculum / "programmes" / "half-day.yml").write_text(_blocks("programme", "yaml")[0], "utf-8")
    says(_blocks("check", "text")[0])

    module = curriculum / "modules" / "extinguishers"
    for path in (module / "module.yml", *module.glob("handouts/*.yml")):
        text = path.read_text("utf-8").replace("[caretakers]", "[caretakers, shop-staff]")
        path.write_text(text.replace("theme: prevent", "theme: act"), "utf-8")
    says(_blocks("check", "text")[1], status=1)

    (case,) = module.glob("cases/*.yml")
    head = case.read_text("utf-8").partition("variants:\n")[0]
    case.write_text(head + _blocks("check", "yaml")[0], "utf-8")
    says("No problems found.")

    # A second country, and a place in the first: both are checked, and the other one is chosen by a word.
    (curriculum / "countries" / "kz-almaty.yml").write_text(_blocks("country", "yaml")[1], "utf-8")
    _typed("workshop new country kg")
    says("No problems found.")
    _typed(_blocks("country", "sh")[0].splitlines()[0])
