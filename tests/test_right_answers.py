"""Questions with a key in the report: rates, difficulty and discrimination on an example that was counted by hand."""

import csv
import io
from pathlib import Path

import pytest

from mkdocs_workshop.commands.new import start
from mkdocs_workshop.documents.tree.proof import words_of
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import Curriculum, load
from mkdocs_workshop.reports.answers import Sheet
from mkdocs_workshop.reports.chapters import Results
from mkdocs_workshop.reports.counting import counts_of
from mkdocs_workshop.reports.figures import Counts
from mkdocs_workshop.reports.names import Names
from mkdocs_workshop.reports.right_answers import correlation
from mkdocs_workshop.reports.sums import figures_csv
from mkdocs_workshop.reports.withhold import public
from tests.conftest import TODAY

TEST = """\
title: Test
kind: test
audiences: [participants]
purpose: To see.
moments: [before, after]
instructions: Tick.
sections:
  - id: one
    title: One
    items:
      - {id: q1, kind: knowledge, text: First?, options: [{id: a, text: Sun}, {id: b, text: Moon}], key: a}
      - {id: q2, kind: knowledge, text: Second?, options: [{id: a, text: Salt}, {id: b, text: Sand}], key: b}
      - {id: q3, kind: scenario, text: Third?, options: [{id: a, text: Wait}, {id: b, text: Walk}], key: a}
notes: Count.
"""


@pytest.fixture
def whole(small: Path) -> Curriculum:
    """The small curriculum with a test that has a key, and a workshop."""
    (small / "instruments").mkdir(exist_ok=True)
    (small / "instruments" / "test.yml").write_text(TEST, "utf-8")
    start(small, "event", "tested", today=TODAY)
    curriculum, problems, _ = load(small, small.parent)
    assert curriculum is not None
    assert problems == []
    return curriculum


def _sheets(moment: str, *rows: tuple[str, int]) -> list[Sheet]:
    """Sheets of people who gave the same answers: ("aba", 7) are seven who chose a, b and a."""
    found: list[Sheet] = []
    for answers, people in rows:
        for _ in range(people):
            given = {f"q{place}": answer for place, answer in enumerate(answers, 1) if answer != "-"}
            found.append(Sheet("test", moment, "participants", "", given, "x.csv", "", len(found)))
    return found


def _figures(whole: Curriculum, sheets: list[Sheet]) -> Counts:
    return counts_of(sheets, whole, whole.events["tested"].event)


def _table(whole: Curriculum, figures: Counts) -> str:
    names = Names(Edition(whole, catalogue("en"), Path()), whole.events["tested"].event)
    return " | ".join(words_of(Results(names, figures).blocks()))


def test_correlation_is_that_of_the_example() -> None:
    """Means 0.5 and 1; products 0.5 + 0 + 0 + 0.5; squares 1 and 2. 1 / sqrt(1 * 2)."""
    assert correlation([1, 1, 0, 0], [2, 1, 1, 0]) == pytest.approx(0.7071, abs=1e-4)
    assert correlation([1, 1], [0, 2]) is None
    assert correlation([], []) is None


def test_rates_and_discrimination(whole: Curriculum) -> None:
    """Twelve know everything, eight nothing but q3: q1 and q2 go together fully, q3 is right for everybody and tells nothing.

    Rest of q1 is q2 + q3: 2 for twelve, 1 for eight, as q1 is 1 and 0. So the correlation is 1.
    """
    figures = _figures(whole, _sheets("after", ("aba", 12), ("baa", 8)))
    assert {one.item: (one.people, one.value) for one in figures.discriminations} == {"q1": (20, 1.0), "q2": (20, 1.0)}
    said = _table(whole, figures)
    assert "First? | 12 of 20 (60%) | 1.00" in said.replace("\u00a0", " ")
    assert "Third? | 20 of 20 (100%) | –" in said.replace("\u00a0", " ")


def test_a_missing_answer_is_none_in_the_rate_and_not_right_in_the_discrimination(whole: Curriculum) -> None:
    figures = _figures(whole, _sheets("after", ("aba", 12), ("-aa", 8), ("---", 5)))
    assert {one.people for one in figures.discriminations} == {20}
    assert "First? | 12 of 12" in _table(whole, figures)


def test_nineteen_people_are_too_few_for_discrimination(whole: Curriculum) -> None:
    assert _figures(whole, _sheets("after", ("aba", 12), ("baa", 7))).discriminations == ()


def test_the_public_version_withholds_small_numbers_and_single_sheets(whole: Curriculum) -> None:
    figures = public(_figures(whole, _sheets("before", ("aba", 17), ("baa", 3)) + _sheets("after", ("aba", 20))))
    assert figures.discriminations == ()
    said = _table(whole, figures)
    withheld = catalogue("en")("report.withheld")
    before, after = said[said.index("First?") :].split(" | ")[1:3]
    assert before == withheld
    assert "17" not in said.partition("First?")[2].partition("Second?")[0]
    assert after


def test_the_table_of_figures_has_them(whole: Curriculum) -> None:
    figures = _figures(whole, _sheets("after", ("aba", 12), ("baa", 8)))
    names = Names(Edition(whole, catalogue("en"), Path()), whole.events["tested"].event)
    rows = list(csv.DictReader(io.StringIO(figures_csv(names, figures).lstrip("\ufeff"))))
    (right,) = (row for row in rows if row["what"] == "right" and row["item"] == "q1")
    assert (right["answer"], right["count"], right["of"], right["percent"]) == ("a", "12", "20", "60")
    assert [row["answer"] for row in rows if row["what"] == "discrimination"] == ["1.00", "1.00"]
