"""What authors type, and what readers see."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_workshop.compile import check
from mkdocs_workshop.documents.texts import Texts
from mkdocs_workshop.documents.tree.proof import words_of
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.typography import typographic
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.site.pages import make_pages
from tests.conftest import ROOT, TODAY, edition_of

N = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ('"Stop," he said.', "“Stop,” he said."),
        ('He said "stop".', "He said “stop”."),
        ('("stop")', "(“stop”)"),
        ('**"stop"** and "**stop**"', "**“stop”** and “**stop**”"),
        ('"She said "no" to me"', "“She said ‘no’ to me”"),
        ("\"He said 'no' to me\"", "“He said ‘no’ to me”"),
        ("don't, people's, the officers' room, the '90s", "don’t, people’s, the officers’ room, the ’90s"),
        ("one - two", f"one{N}– two"),
        ("one -- two", f"one{N}– two"),
        ("one--two", "one–two"),
        ("one – two", f"one{N}– two"),
        ("- one\n  - two\n\n---\n", "- one\n  - two\n\n---\n"),
        ('| a - b | - |\n|---|---|\n| "x" | - |', f"| a{N}– b | - |\n|---|---|\n| “x” | - |"),
        ("5 mg, 20 per cent, 1 800 people, in 3 minutes", f"5{N}mg, 20{N}per cent, 1{N}800{N}people, in 3{N}minutes"),
        ("No. 5 and p. 12", f"No.{N}5 and p.{N}12"),
        ('a "first', "a “first"),
        ('"one\n\n"two"', "“one\n\n“two”"),
    ],
)
def test_english(typed: str, seen: str) -> None:
    assert typographic(typed, "en") == seen


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ('Он сказал: "Читай "Правила" в классе".', f"Он сказал: «Читай „Правила“ в{N}классе»."),
        ("Это - игла, 5 мг, ст. 118, № 7", f"Это{N}– игла, 5{N}мг, ст.{N}118, №{N}7"),
        ("С 1 мая в городе и на селе", f"С{N}1 мая в{N}городе и{N}на{N}селе"),
    ],
)
def test_russian(typed: str, seen: str) -> None:
    assert typographic(typed, "ru") == seen


def test_kazakh() -> None:
    assert typographic('"Реванш" қоры - 24 сағат', "kk") == f"«Реванш» қоры{N}– 24{N}сағат"


@pytest.mark.parametrize(
    "kept",
    [
        '`say("no")`',
        '```yaml\ntitle: "A - B"\n```',
        '~~~\n"x" - y\n~~~',
        '[way](page.md "It - is")',
        'https://example.org/a--b?"c"',
        '### Title {#it-s-"x"}',
        '!!! note "Take care"',
        '[a]: page.md "A - B"',
        '<span title="a - b">',
        "{link:case/a--b}",
        '{ .ws-x title="a - b" }',
        "name--x@example.org",
        "2026-11-30, HIV-1, +7 727 000-00-00",
        "workshop --help",
    ],
)
def test_what_no_reader_reads_stays(kept: str) -> None:
    assert typographic(kept, "en") == kept.replace("7 727 000", f"7{N}727{N}000")


def test_a_mark_before_a_quote_is_a_word() -> None:
    assert typographic('" and "more"', "en", glued=True) == "” and “more”"


@given(st.text(alphabet="ab \"'-*(5\n", max_size=30), st.sampled_from(["en", "ru", "kk"]))
def test_setting_again_changes_nothing(text: str, language: str) -> None:
    once = typographic(text, language)
    assert typographic(once, language) == once
    assert '"' not in once


def test_no_straight_quote_in_the_manual(small: Path) -> None:
    """Whatever an author types, no page for readers and no paper holds a straight quote, but for code."""
    (small / "modules" / "first-module" / "reading.yml").write_text(READING, "utf-8")
    checked = check(small, small.parent, TODAY)
    assert checked.curriculum is not None, [problem.message for problem in checked.problems]
    for page in make_pages(edition_of(checked.curriculum), TODAY).artifacts:
        if not page.path.endswith(".md"):
            continue
        text = re.sub(
            r"\A---\n.*?\n---\n|<script.*?</script>|<[^>]*>|\{ ?[.#][^}]*\}|`[^`]*`|^!!!.*?$",
            "",
            str(page.content),
            flags=re.DOTALL | re.MULTILINE,
        )
        assert re.findall(r".*[\"'].*", text) == [], page.path
    texts = Texts(Edition(checked.curriculum, catalogue("en"), ROOT / ".cache" / "workshop"))
    reading = checked.curriculum.modules["first-module"].reading
    assert reading is not None
    words = list(words_of(texts.blocks(reading.sections[0].text)))
    assert words[:3] == [
        f"“Stop”{N}– it isn’t over, after 5{N}minutes.",
        "“example term” is the rule.",
        'Type "x" - y here.',
    ]


READING = """\
sections:
  - id: one
    title: "It's a \\"way\\""
    text: |
      "Stop" - it isn't over, after 5 minutes.

      "{term:example-term}" is the rule.

      Type `"x" - y` here.

      {field:The person's name}

      {figure:first-module-way}
"""
