"""`workshop migrate`: what is old gets its new form, and not one other letter changes."""

from pathlib import Path

import pytest

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.reading.migrate import Migrated, with_format, with_languages
from mkdocs_workshop.reading.yaml import parse


def _terms(text: str) -> Migrated:
    source, problems = parse(text, "glossary.yml")
    assert source is not None, problems
    return with_languages(source)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "# The law says it so.\nterms:\n  - id: a\n    ru: слово  # one\n    # two\n    kk: сөз\n\n    note: X   # three\n",
            "# The law says it so.\nterms:\n  - id: a\n    languages:\n      ru: слово  # one\n      kk: сөз\n    # two\n\n    note: X   # three\n",
        ),
        (
            "terms:\n  - ru: >\n      два\n      слова\n\n    id: a\n    kk: сөз\n  - id: b\n",
            "terms:\n  - languages:\n      ru: >\n        два\n        слова\n      kk: сөз\n\n    id: a\n  - id: b\n",
        ),
        (
            'terms:\r\n- {id: a, ru: "x, y", term: A, kk: z}  # it\r\n- id: b\r\n  kk: y\r\n',
            'terms:\r\n- {id: a, languages: {ru: "x, y", kk: z}, term: A}  # it\r\n- id: b\r\n  languages:\r\n    kk: y\r\n',
        ),
    ],
)
def test_comments_and_order_stay(old: str, new: str) -> None:
    assert _terms(old).text == new
    assert _terms(new) == Migrated(new, 0)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("terms:\n  - id: a\n    ru: x\n    languages: {uz: y}\n", 2),
        ("terms:\n  - {id: a,\n     ru: x}\n", 2),
    ],
)
def test_what_can_not_be_done_is_left_and_said(text: str, line: int) -> None:
    assert _terms(text) == Migrated(text, 0, (line,))


def test_a_text_that_would_mean_something_else_is_not_written() -> None:
    text = "terms:\n  - &a {id: a, ru: x}\n  - *a\n"
    assert _terms(text) == Migrated(text, 0, (1,))


def test_the_format_stands_before_the_first_key() -> None:
    source, _ = parse("# A comment.\n\ntitle: T\n", "curriculum.yml")
    assert source is not None
    assert with_format(source).text == "# A comment.\n\nformat: 1\ntitle: T\n"


def test_the_command_says_what_it_did(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small.parent)
    glossary = small / "glossary.yml"
    text = glossary.read_text("utf-8").replace("    definition: One plain", "    ru: пример\n    definition: One plain")
    glossary.write_bytes(b"\xef\xbb\xbf" + text.encode())
    kept = {path: path.read_bytes() for path in small.rglob("*.yml")}
    assert main(["migrate", "--dry-run"]) == 0
    assert {path: path.read_bytes() for path in small.rglob("*.yml")} == kept
    assert "glossary.yml: 1 place to be changed." in capsys.readouterr().out
    assert main(["migrate"]) == 0
    assert "curriculum.yml: 1 place changed.\ncurriculum/glossary.yml: 1 place changed." in capsys.readouterr().out
    assert glossary.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "    languages:\n      ru: пример\n    definition" in glossary.read_text("utf-8")
    assert main(["check"]) == 0
    capsys.readouterr()
    assert main(["migrate"]) == 0
    assert capsys.readouterr().out == "Everything is in the form of today.\n"
    glossary.write_text("terms: [", "utf-8")
    assert main(["migrate"]) == 1
