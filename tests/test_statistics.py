"""Every statistic on an example that was counted by hand, and what must not change it."""

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_workshop.reports.answers import Sheet, hidden_code, plain_code
from mkdocs_workshop.reports.arithmetic import count, favourable, has_ceiling, median, moved, percent, score
from mkdocs_workshop.reports.counting import unique
from mkdocs_workshop.reports.figures import Dimension, Distribution, Figures, Movement
from mkdocs_workshop.reports.withhold import protect, public

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


# --- the public version


@pytest.mark.parametrize("places", [2, 3, 4, 5])
def test_a_withheld_number_can_not_be_computed_even_by_those_who_know_the_rule(places: int) -> None:
    """Tries every row: whatever is shown, each withheld number has at least two possible values."""
    most = {2: 26, 3: 22, 4: 17, 5: 15}[places]
    rows = [row for row in itertools.product(range(most + 1), repeat=places) if sum(row) <= most]
    behind: dict[tuple[tuple[int | None, ...], int | None], list[tuple[int, ...]]] = defaultdict(list)
    for row in rows:
        behind[protect(row)].append(row)
    for (shown, total), sources in behind.items():
        assert not any(number is not None and 0 < number < 5 for number in shown), shown
        assert total is None or total == 0 or total >= 5
        for place, number in enumerate(shown):
            assert number is not None or len({source[place] for source in sources}) > 1, (shown, total)


def test_rows_without_small_numbers_are_shown() -> None:
    assert protect([0, 0, 0, 6, 11]) == ((0, 0, 0, 6, 11), 17)
    assert protect([0, 0, 1, 5, 11]) == ((0, 0, None, None, None), 17)
    assert protect([0, 1, 6, 0, 20]) == ((0, None, None, 0, 20), 27)


def _movement(item: str, right: int, wrong: int, same: int) -> Movement:
    return Movement("t", item, "g", "before", "after", right + wrong + same, right, wrong, same, right, right)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=5))
def test_withheld_movements_can_not_be_computed_from_their_dimension(cells: list[tuple[int, int, int]]) -> None:
    moves = tuple(_movement(f"i{place}", *cell) for place, cell in enumerate(cells))
    sums = [sum(column) for column in zip(*cells, strict=True)]
    whole = Dimension("t", "skill", "g", "before", "after", tuple(move.item for move in moves), sum(sums), *sums)
    shown = public(Figures(movements=moves, dimensions=(whole,)))
    hidden = [
        (row, column)
        for row, move in enumerate(shown.movements)
        for column, number in enumerate((move.right, move.wrong, move.same))
        if number is None
    ]
    equations: list[set[tuple[int, int]]] = [
        {cell for cell in hidden if cell[0] == row}
        for row, move in enumerate(shown.movements)
        if move.pairs is not None
    ]
    if shown.dimensions:
        equations += [{cell for cell in hidden if cell[1] == column} for column in range(3)]
    assert not _determined(hidden, equations)


def _determined(hidden: Sequence[tuple[int, int]], equations: Sequence[set[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Unknowns that the equations (each: these unknowns have a known sum) fix. Elimination modulo a large prime."""
    prime = 1_000_003
    matrix = [[int(cell in equation) for cell in hidden] for equation in equations if equation]
    pivots = []
    row = 0
    for column in range(len(hidden)):
        found = next((index for index in range(row, len(matrix)) if matrix[index][column]), None)
        if found is None:
            continue
        matrix[row], matrix[found] = matrix[found], matrix[row]
        inverse = pow(matrix[row][column], -1, prime)
        matrix[row] = [value * inverse % prime for value in matrix[row]]
        for index in range(len(matrix)):
            if index != row and matrix[index][column]:
                factor = matrix[index][column]
                matrix[index] = [(a - factor * b) % prime for a, b in zip(matrix[index], matrix[row], strict=True)]
        pivots.append((row, column))
        row += 1
    return [hidden[column] for at, column in pivots if sum(value != 0 for value in matrix[at]) == 1]


def test_elimination_finds_what_is_fixed() -> None:
    """Without this, the property above could hold because nothing is ever found."""
    a, b = (0, 0), (0, 1)
    assert _determined([a, b], [{a, b}, {b}]) == [a, b]
    assert _determined([a, b], [{a, b}]) == []


def test_a_group_is_not_shown_beside_the_whole_that_it_could_be_subtracted_from() -> None:
    row = Distribution("e", "i", "", "", "after", (10, 10), 20, 20)
    figures = Figures(distributions=(row, replace(row, group="police"), replace(row, group="health")))
    assert [shown.group for shown in public(figures).distributions] == [""]


def test_a_small_row_of_a_paired_test_is_withheld_whole() -> None:
    """From before (all at one answer) and from the movement, single numbers of after could be worked out."""
    before = Distribution("t", "i", "", "g", "before", (0, 0, 17, 0, 0), 17, 17)
    after = Distribution("t", "i", "", "g", "after", (2, 8, 0, 7, 0), 17, 17)
    shown = public(Figures((before, after), (_movement("i", 10, 7, 0),)))
    assert [row.counts for row in shown.distributions] == [(0, 0, 17, 0, 0), (None,) * 5]
    assert shown.movements[0].good_after is None


@given(st.lists(st.integers(0, 9), min_size=5, max_size=5))
def test_the_public_version_of_a_public_version_is_itself(counts: list[int]) -> None:
    once = public(Figures((Distribution("e", "i", "", "", "after", tuple(counts), sum(counts), 50, 3),)))
    assert public(once) == once


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
