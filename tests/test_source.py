"""Reading: whatever a file holds, a value comes out or a problem with a place; never a traceback."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_workshop.compile import check
from mkdocs_workshop.ground.problems import MOST, one_line
from mkdocs_workshop.reading.files import MAX_BYTES, MAX_VALUES
from mkdocs_workshop.reading.yaml import MAX_TEXT, parse, read
from tests.conftest import TODAY


def _codes(path: Path) -> list[str]:
    source, problems = read(path, path.parent)
    assert (source is None) == bool(problems)
    return [problem.code for problem in problems]


def test_missing_file_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "facts.yml").write_text("facts: []\n")
    _, problems = read(tmp_path / "fact.yml", tmp_path)
    assert [problem.code for problem in problems] == ["W101"]
    assert problems[0].advice == "Did you mean `facts.yml`?"


def test_folder(tmp_path: Path) -> None:
    (tmp_path / "facts.yml").mkdir()
    assert _codes(tmp_path / "facts.yml") == ["W102"]


def test_link_out_of_the_tree(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.yml").write_text("a: 1\n")
    (inside / "facts.yml").symlink_to(tmp_path / "secret.yml")
    assert _codes(inside / "facts.yml") == ["W103"]


def test_link_that_leads_round_in_circles(tmp_path: Path) -> None:
    (tmp_path / "facts.yml").symlink_to(tmp_path / "facts.yml")
    assert _codes(tmp_path / "facts.yml") in (["W101"], ["W114"])


def test_huge_file_is_not_even_read(tmp_path: Path) -> None:
    with (tmp_path / "facts.yml").open("wb") as file:
        file.truncate(50_000_000)
    assert _codes(tmp_path / "facts.yml") == ["W104"]


def test_largest_allowed_file_is_read(tmp_path: Path) -> None:
    head, line = "a:\n", "  - " + "x" * 95 + "\n"
    (tmp_path / "facts.yml").write_text(head + line * ((MAX_BYTES - len(head)) // len(line)))
    assert _codes(tmp_path / "facts.yml") == []


def test_a_text_of_many_pages_is_refused(tmp_path: Path) -> None:
    (tmp_path / "facts.yml").write_text("a: " + "x" * MAX_TEXT)
    assert _codes(tmp_path / "facts.yml") == []
    (tmp_path / "facts.yml").write_text("a: " + "x" * (MAX_TEXT + 1))
    assert _codes(tmp_path / "facts.yml") == ["W050"]


def test_a_file_of_far_too_many_values_is_refused(tmp_path: Path) -> None:
    (tmp_path / "facts.yml").write_text("a: [" + "1," * MAX_VALUES + "1]")
    assert _codes(tmp_path / "facts.yml") == ["W051"]


WORST = {
    "unknown keys": ("facts.yml", "facts: []\n", "k{0:06}:\n", "W201"),
    "wrong types": ("facts.yml", "facts:\n", "  - {{a: {0}}}\n", "W202"),
    "tags": ("facts.yml", "facts:\n", "- !x a\n", "W111"),
    "ids given twice": ("glossary.yml", "terms:\n", "  - {{id: t, term: x, definition: y}}\n", "W301"),
    "unknown marks": ("glossary.yml", "terms:\n", "  - {{id: t{0}, term: x, definition: '{{fact:no{0}}}'}}\n", "W311"),
    "raw HTML": ("glossary.yml", "terms:\n", "  - {{id: t{0}, term: <b>, definition: <i>}}\n", "W601"),
    "brackets": ("glossary.yml", "terms:\n", "  - {{id: t{0}, term: x, definition: '" + "[](" * 900 + "'}}\n", "W606"),
}
"""File, what it begins with, what comes again and again, and the code that it gives."""


@pytest.mark.parametrize("name", WORST)
def test_the_worst_file_takes_no_more_than_a_second(name: str, small: Path) -> None:
    """Of the processor; on a machine that is slow or busy, three."""
    file, head, line, code = WORST[name]
    lines, size, signs = [head], 0, 0
    while size < MAX_BYTES - 10_000 and signs < MAX_VALUES - 100:
        lines.append(line.format(len(lines)))
        size += len(lines[-1])
        signs += sum(map(lines[-1].count, "\n,:"))
    (small / file).write_text("".join(lines))
    began = time.process_time()
    problems = check(small, small.parent, TODAY).problems
    assert time.process_time() - began < 3
    listed = [problem for problem in problems if problem.code == code]
    assert MOST / 2 <= len(listed) <= 3 * MOST
    assert any(problem.code == "W052" and "more mistakes like" in problem.message for problem in problems)


def test_binary(tmp_path: Path) -> None:
    (tmp_path / "facts.yml").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert _codes(tmp_path / "facts.yml") == ["W105"]


def test_control_character(tmp_path: Path) -> None:
    (tmp_path / "facts.yml").write_text("а: да\nб: \x07\n", "utf-8")
    _, problems = read(tmp_path / "facts.yml", tmp_path)
    assert [one_line(problem) for problem in problems] == [
        "facts.yml:2:4: W105 a control character that nobody sees stands here: U+0007"
    ]


def test_other_encoding_is_named_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "facts.yml").write_bytes("title: ok\nname: Полиция\n".encode("cp1251"))
    _, problems = read(tmp_path / "facts.yml", tmp_path)
    assert [one_line(problem) for problem in problems] == ["facts.yml:2:7: W106 this is not UTF-8"]


def test_byte_order_mark_is_welcome(tmp_path: Path) -> None:
    (tmp_path / "facts.yml").write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    source, _ = read(tmp_path / "facts.yml", tmp_path)
    assert source is not None
    assert source.data == {"a": 1, "b": 2}


def test_file_that_the_system_does_not_open(tmp_path: Path) -> None:
    assert _codes(tmp_path / ("x" * 300)) == ["W114"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("08:45", "08:45"),
        ("10:30", "10:30"),
        ("1.10", "1.10"),
        ("no", "no"),
        ("on", "on"),
        ("010", 10),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("2026-11-22", "2026-11-22"),
        (".inf", ".inf"),
        ("true", True),
        ("True", True),
        ("~", None),
        ("", None),
        ("-7", -7),
        ("12345678901234567890", "12345678901234567890"),
        ('"12"', "12"),
        ("=", "="),
        ("<<", "<<"),
    ],
)
def test_scalars(text: str, value: object) -> None:
    source, problems = parse(f"a: {text}\n", "x.yml")
    assert problems == []
    assert source is not None
    assert source.data == {"a": value}


def test_aliases_may_repeat_a_value() -> None:
    source, _ = parse("a: &x [1, 2]\nb: *x\n", "x.yml")
    assert source is not None
    assert source.data == {"a": [1, 2], "b": [1, 2]}


def test_alias_bomb() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    _, problems = parse("\n".join(lines), "x.yml")
    assert [problem.code for problem in problems] == ["W112"]


def test_merge_key_is_an_ordinary_key() -> None:
    source, _ = parse("a: &x {b: 1}\nc: {<<: *x}\n", "x.yml")
    assert source is not None
    assert source.data["c"] == {"<<": {"b": 1}}


@pytest.mark.parametrize("text", ["[" * 5_000, "[" * 60 + "]" * 60, "a: " + "{a: " * 100 + "1" + "}" * 100])
def test_deep_nesting(text: str) -> None:
    _, problems = parse(text, "x.yml")
    assert {problem.code for problem in problems} <= {"W113", "W108"}
    assert problems


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n---\nb: 2\n",
        "%YAML 9.9\n---\na: 1\n",
        "? [a]\n: 1\n",
        "a: *nobody\n",
        "a: !!binary abc\n",
        '"\\ud800": 1',
        "a: @b",
        "a: `b`",
        "- a\nb: c",
    ],
)
def test_odd_yaml_is_a_problem_with_a_place(text: str) -> None:
    source, problems = parse(text, "x.yml")
    assert source is None
    assert all(problem.place.line >= 1 and problem.code.startswith("W1") for problem in problems)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_gives_data_or_problems(text: str) -> None:
    source, problems = parse(text, "x.yml")
    assert (source is None) == bool(problems)


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@`\n \t,?<~0", max_size=60))
def test_any_punctuation_gives_data_or_problems(text: str) -> None:
    source, problems = parse(text, "x.yml")
    assert (source is None) == bool(problems)


_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), _values, min_size=1, max_size=5))
def test_what_was_written_is_read(data: dict[str, object]) -> None:
    """Plain data survives the way through YAML, with quotes around whatever another reader would take for something else."""
    source, problems = parse(yaml.safe_dump(data, allow_unicode=True), "x.yml")
    assert problems == []
    assert source is not None
    assert source.data == data


@given(st.integers(0, 30), st.integers(0, 5))
def test_places_are_exact(line: int, indent: int) -> None:
    text = "\n" * line + "a:\n" + " " * (indent + 1) + "- b: 1\n"
    source, _ = parse(text, "x.yml")
    assert source is not None
    assert source.place(("a", 0, "b"))[1:] == (line + 2, indent + 7)
    assert source.place(("a", 0, "b"), key=True)[1:] == (line + 2, indent + 4)
