"""Every statistic on an example that was counted by hand, and what must not change it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_workshop.reports.answers import Sheet, hidden_code, plain_code
from mkdocs_workshop.reports.arithmetic import count, favourable, has_ceiling, median, moved, percent, score
from mkdocs_workshop.reports.counting import unique

POINTS = (1, 2, 3, 4, 5)


def test_answers_are_counted_in_the_order_of_the_form() -> None:
    assert count(["2", "5", "2"], ["5", "1", "2"]) == (1, 0, 2)


@pytest.mark.parametrize(
    ("counts", "middle"),
    [((0, 0, 0, 6, 11), 5), ((0, 1, 0, 1, 0), 3), ((1, 1, 1, 0, 0), 2), ((0, 0, 2, 2, 0), 3.5), ((0,) * 5, None)],
)
def test_median_is_the_middle_answer_or_the_mean_of_the_two(counts: tuple[int, ...], middle: float | None) -> None:
    assert median(POINTS, counts) == middle


def test_median_does_not_hang_on_the_direction_in_which_the_scale_is_printed() -> None:
    assert median((5, 4, 3, 2, 1), (9, 0, 0, 0, 1)) == 5


@pytest.mark.parametrize(("better", "scores"), [("low", [4, 3, 2, 1, 0]), ("high", [0, 1, 2, 3, 4])])
def test_score_is_0_at_worst_and_4_at_best(better: str, scores: list[int]) -> None:
    assert [score(answer, POINTS, better) for answer in POINTS] == scores


def test_movement_knows_the_direction() -> None:
    pairs = [(4, 2), (2, 2), (1, 3), (5, 1)]
    assert moved(pairs, "low") == (2, 1, 1)
    assert moved(pairs, "high") == (1, 2, 1)


def test_sides_of_the_middle() -> None:
    assert favourable(POINTS, (1, 2, 3, 4, 5), "high") == (9, 3, 3)
    assert favourable(POINTS, (1, 2, 3, 4, 5), "low") == (3, 3, 9)
    assert favourable((1, 2, 3, 4), (1, 2, 3, 4), "high") == (7, 0, 3)


def test_ceiling_is_more_than_four_in_five_at_the_two_best_answers() -> None:
    assert not has_ceiling(POINTS, (4, 4, 2, 0, 0), "low")
    assert has_ceiling(POINTS, (5, 4, 1, 0, 0), "low")
    assert not has_ceiling(POINTS, (0,) * 5, "low")


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(6, 17, 35), (11, 17, 65), (9, 17, 53), (8, 17, 47), (4, 17, 24), (1, 8, 13), (0, 3, 0)],
)
def test_percent_rounds_halves_up(part: int, whole: int, shown: int) -> None:
    assert percent(part, whole) == shown


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5))))
def test_reversing_a_scale_and_its_direction_changes_nothing(pairs: list[tuple[int, int]]) -> None:
    turned = [(6 - before, 6 - after) for before, after in pairs]
    assert moved(pairs, "low") == moved(turned, "high")
    first = [str(before) for before, _ in pairs]
    counts = count(first, "12345")
    assert favourable(POINTS, counts, "low") == favourable(POINTS, counts[::-1], "high")
    assert has_ceiling(POINTS, counts, "low") == has_ceiling(POINTS, counts[::-1], "high")
    assert [score(int(one), POINTS, "low") for one in first] == [score(6 - int(one), POINTS, "high") for one in first]


# --- people and codes


@pytest.mark.parametrize("written", ["ab-12", "AB 12", "АВ12", "ab12 ", "Аb_12"])
def test_a_code_is_one_code_however_it_is_written(written: str) -> None:
    assert plain_code(written) == "AB12"


def test_a_hidden_code_is_the_same_for_one_person_and_another_one_with_other_files() -> None:
    assert hidden_code("AB12", b"k") == hidden_code("AB12", b"k") != hidden_code("AB12", b"other")
    assert "AB12" not in hidden_code("AB12", b"k")


def _sheet(code: str) -> Sheet:
    return Sheet("t", "before", "g", code, {}, "f.csv", "", 2)


def test_a_code_that_is_there_twice_stands_for_nobody() -> None:
    assert list(unique([_sheet("A"), _sheet("B"), _sheet("B"), _sheet("")])) == ["A"]
