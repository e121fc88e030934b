"""The help of the command: every example in it can be typed, every command has one, and a shell completes what is typed."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from mkdocs_workshop.__main__ import main, workshop
from mkdocs_workshop.commands.exits import NotDone
from mkdocs_workshop.commands.frame import Command, Group
from tests.conftest import ROOT


def _commands(group: click.Group = workshop, name: str = "") -> Iterator[tuple[str, click.Command]]:
    for word, command in group.commands.items():
        yield f"{name} {word}".strip(), command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{name} {word}".strip())


ALL = dict(_commands())


def _parse(words: list[str]) -> None:
    """What click makes of a command line, without doing it. Raises click.UsageError where it makes no sense."""
    command: click.Command = workshop
    rest = list(words)
    while isinstance(command, click.Group):
        command = command.commands[rest.pop(0)]
    command.make_context(command.name, rest, parent=click.Context(workshop, **workshop.context_settings))


def _words(line: str) -> list[str]:
    """The words of a line as a shell sees them, without comments and without where the output goes."""
    return shlex.split(line.partition(" > ")[0], comments=True)


def test_all_commands_are_there() -> None:
    assert set(ALL) >= {"check", "build", "calendar", "new module", "template", "reuse", "schema", "reference", "bank"}
    assert set(ALL) >= {"report", "delivered", "people", "translate import", "waiting", "headers", "papers", "migrate"}


@pytest.mark.parametrize("name", sorted(ALL))
def test_help_explains_and_its_examples_can_be_typed(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    command = ALL[name]
    assert isinstance(command, Command | Group)
    assert command.help
    assert command.short_help
    assert command.examples
    for typed, does in command.examples:
        words = _words(typed)
        assert words[0] == "workshop"
        assert " ".join(words[1:]).startswith(name)
        assert does.endswith(".")
        _parse(words[1:])
    assert main([*name.split(), "--help"]) == 0
    said = capsys.readouterr().out
    assert command.examples[0][0] in said
    if not isinstance(command, click.Group):
        assert "--curriculum DIR" in said


def test_every_option_has_words(capsys: pytest.CaptureFixture[str]) -> None:
    for name, command in ALL.items():
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.hidden or parameter.help, f"{name} {parameter.name}"


def test_options_stand_below_their_sections(capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", "-h"])
    said = capsys.readouterr().out
    where, _, what = said.partition("What is built:")
    assert "--site DIR" in where.partition("Where it goes:")[2]
    assert "--role ROLE" in what.partition("\nOptions:")[0]


@pytest.mark.parametrize("path", ["README.md", ".github/workflows/test.yml", "docs/authoring"])
def test_what_is_shown_elsewhere_can_be_typed(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    files = sorted(Path(path).glob("*.md")) if Path(path).is_dir() else [Path(path)]
    whole = "\n".join(file.read_text("utf-8") for file in files).replace("\\\n", "")
    typed = re.findall(r"^ *(?:\.venv/bin/)?(workshop [a-z].*)$", whole, re.MULTILINE)
    assert typed
    for line in typed:
        _parse(_words(line)[1:])


@pytest.mark.parametrize("group", ["new", "translate"])
def test_a_group_alone_is_wrong_use_and_shows_its_commands(group: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([group]) == 2
    assert "Commands:" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["check", "--strct-facts"], ["calendar", "two-day"], ["build", "--role", "x"]])
def test_what_makes_no_sense_is_wrong_use(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(arguments) == 2
    assert f"Try 'workshop {arguments[0]}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("raised", "status", "said"),
    [
        (KeyboardInterrupt(), 130, "workshop: broken off."),
        (NotDone("the disk is full."), 1, "workshop: the disk is full."),
    ],
)
def test_what_breaks_a_command_off_gives_a_sentence(
    raised: BaseException, status: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def command() -> None:
        raise raised

    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(ALL["waiting"], "callback", lambda **_: command())
    assert main(["waiting"]) == status
    assert capsys.readouterr().err.strip() == said


def _completed(words: str, folder: Path, shell: str = "bash") -> list[str]:
    """What a shell offers after the words; the last of them is the one that is being typed."""
    typed = words.split(" ")
    more = {"COMP_WORDS": words, "COMP_CWORD": str(len(typed) - 1), "_WORKSHOP_COMPLETE": f"{shell}_complete"}
    done = subprocess.run(
        [sys.executable, "-c", "from mkdocs_workshop.__main__ import main; main()"],
        env={**os.environ, **more}, cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert not done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("workshop che", ["plain,check"]),
        ("workshop translate ex", ["plain,extract"]),
        ("workshop calendar ", ["plain,one-day"]),
        ("workshop calendar one-day --st", ["plain,--start"]),
        ("workshop new handout card --module first-", ["plain,first-module"]),
        ("workshop build --site ", ["dir,"]),
        ("workshop delivered ", ["file,"]),
    ],
)
def test_a_shell_completes_commands_options_and_ids(small: Path, words: str, offered: list[str]) -> None:
    assert _completed(words, small.parent) == offered


def test_ids_are_completed_from_the_folder_that_was_named(small: Path) -> None:
    assert _completed(f"workshop papers --curriculum {small} ", small) == ["plain,first-module-card"]
    assert _completed("workshop papers ", small) == []


def test_the_line_for_bash_in_the_readme_works(tmp_path: Path) -> None:
    line = re.search(r"^eval .*bash_source.*$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert line is not None
    bin_ = tmp_path / "workshop"
    bin_.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from mkdocs_workshop.__main__ import main; main()"\n')
    bin_.chmod(0o755)
    script = (
        f"{line[0]}\nCOMP_WORDS=(workshop translate st); COMP_CWORD=2; _workshop_completion workshop; echo $COMPREPLY"
    )
    done = subprocess.run(
        ["bash", "-c", script], env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "status"
