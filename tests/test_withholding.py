"""The public version: nothing that is withheld can be worked out, and what can be shown is shown."""

import itertools
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_workshop.reading.curriculum import Curriculum
from mkdocs_workshop.reading.events import EventParts
from mkdocs_workshop.reports.counting import groups_of
from mkdocs_workshop.reports.figures import Counts, Dimension, Distribution, Movement, Returned
from mkdocs_workshop.reports.moves import movement_for_all
from mkdocs_workshop.reports.ranges import Rest, can_be, most_moved, ranges
from mkdocs_workshop.reports.rows import protect, protect_ticks
from mkdocs_workshop.reports.withhold import public
from tests.attack import Attack, try_one, visible
from tests.instruments import filled_in, world

Shown = tuple[object, ...]


# --- one row, for those who know the rule


def _behind(rule: Callable[[tuple[int, ...]], Shown], places: int, most: int) -> dict[Shown, list[tuple[int, ...]]]:
    """All rows that look the same to the public, by what it sees."""
    found: dict[Shown, list[tuple[int, ...]]] = defaultdict(list)
    for row in itertools.product(range(most + 1), repeat=places):
        if sum(row) <= most:
            found[rule(row)].append(row)
    return found


@pytest.mark.parametrize(("places", "most"), [(2, 26), (3, 22), (4, 18), (5, 15)])
def test_who_knows_the_rule_still_knows_no_small_number_and_no_answer_of_all(places: int, most: int) -> None:
    """Tries every row: each number that is withheld can be 5 or more, and need not be all."""

    def rule(row: tuple[int, ...]) -> Shown:
        return protect(row, sum(row[: places // 2]) if places > 2 else None)

    for (counts, good, n), sources in _behind(rule, places, most).items():
        assert isinstance(counts, tuple)
        assert good is None or isinstance(n, int)
        if None not in counts:
            assert min(counts) >= 5, counts
            assert max(counts) < n, counts
        elif n is not None:
            assert isinstance(n, int)
            assert n >= 5
            for place in range(places):
                values = {source[place] for source in sources}
                assert max(values) >= 5, (good, n, place)
                assert min(values) < n, (good, n, place)


@pytest.mark.parametrize("most", [30])
def test_who_knows_the_rule_for_movements_still_knows_no_small_number(most: int) -> None:
    def rule(row: tuple[int, ...]) -> Shown:
        right, wrong, same = row
        shown = movement_for_all(Movement("t", "i", "g", "before", "after", sum(row), right, wrong, same))
        return shown.pairs, shown.right, shown.wrong, shown.same

    for (pairs, *numbers), sources in _behind(rule, 3, most).items():
        for place, number in enumerate(numbers):
            if number is not None:
                assert isinstance(number, int)
                assert number >= 5
                assert number != pairs
            elif pairs is not None:
                assert max(source[place] for source in sources) >= 5, (pairs, numbers)


@pytest.mark.parametrize(
    ("counts", "good", "shown"),
    [
        ((6, 5, 11), 11, ((6, 5, 11), None, 22)),
        ((0, 0, 0, 6, 11), 17, ((None,) * 5, None, 17)),
        ((6, 0, 0, 0, 11), 11, ((None,) * 5, 11, 17)),
        ((0, 6, 11), 11, ((None,) * 3, 11, 17)),
        ((0, 0, 1, 5, 11), 16, ((None,) * 5, None, 17)),
        ((2, 4, 0, 5, 3), 8, ((None,) * 5, 8, 14)),
        ((0, 0, 0, 0, 13), 13, ((None,) * 5, None, 13)),
        ((17, 0), None, ((None, None), None, 17)),
        ((1, 4, 5), 5, ((None,) * 3, 5, 10)),
        ((2, 4, 5), 5, ((None,) * 3, 5, 11)),
        ((1, 2, 1, 0, 0), 0, ((None,) * 5, None, None)),
    ],
)
def test_a_row_is_shown_in_full_in_two_classes_or_as_its_sum(
    counts: tuple[int, ...], good: int | None, shown: Shown
) -> None:
    assert protect(counts, good) == shown


def test_of_several_ticks_each_is_shown_beside_those_who_did_not_tick_it() -> None:
    assert protect_ticks((12, 7, 0, 3, 9), 14).counts == (None, 7, None, None, 9)


# --- sums of several rows


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 6), st.sampled_from([(0, 1, 2), (1, 2)])), min_size=1, max_size=3),
    st.data(),
)
def test_ranges_are_those_of_trying_everything(rows: list[tuple[int, tuple[int, ...]]], data: st.DataObject) -> None:
    rests = [Rest(total, frozenset(open_)) for total, open_ in rows]
    filled = [_fill(rest, data) for rest in rests]
    columns = [sum(column) for column in zip(*filled, strict=True)]
    every = [
        table for table in itertools.product(*map(_fillings, rests)) if [*map(sum, zip(*table, strict=True))] == columns
    ]
    found = {(row, column): (least, most) for row, column, least, most in ranges(rests, columns)}
    for row, rest in enumerate(rests):
        for column in rest.open:
            values = [table[row][column] for table in every]
            assert found[row, column] == (min(values), max(values))


def _fillings(rest: Rest) -> list[tuple[int, ...]]:
    return [
        row
        for row in itertools.product(range(rest.total + 1), repeat=3)
        if sum(row) == rest.total and all(not number or place in rest.open for place, number in enumerate(row))
    ]


def _fill(rest: Rest, data: st.DataObject) -> tuple[int, ...]:
    return data.draw(st.sampled_from(_fillings(rest)))


def test_what_does_not_fit_is_known() -> None:
    rows = [Rest(3, frozenset({0, 1})), Rest(2, frozenset({1}))]
    assert can_be(rows, [3, 2])
    assert not can_be(rows, [4, 1])
    assert not can_be(rows, [3, 3])


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=6))
def test_most_moved_is_that_of_trying_everything(pairs: list[tuple[int, int]]) -> None:
    before, after = ([[pair[side] for pair in pairs].count(place) for place in range(4)] for side in (0, 1))
    first = [pair[0] for pair in pairs]
    tried = list(itertools.permutations([pair[1] for pair in pairs]))
    up = max(sum(b > a for a, b in zip(first, second, strict=True)) for second in tried)
    down = max(sum(b < a for a, b in zip(first, second, strict=True)) for second in tried)
    same = max(sum(b == a for a, b in zip(first, second, strict=True)) for second in tried)
    assert most_moved(before, after) == (up, down, same)


# --- the whole


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> tuple[Curriculum, EventParts]:
    return world(tmp_path_factory.mktemp("attacked"))


@pytest.mark.parametrize("first", range(0, 100, 20))
def test_an_attacker_who_solves_equations_finds_nothing(first: int, tried: tuple[Curriculum, EventParts]) -> None:
    """The long run is `python -m tests.attack`."""
    assert [found for seed in range(first, first + 20) for found in try_one(seed, tried[0], tried[1].event)] == []


def _movement(right: int, wrong: int, same: int, before: int, after: int, item: str = "first") -> Movement:
    whole = right + wrong + same
    return Movement("tried-test", item, "police", "before", "after", whole, right, wrong, same, before, after)


def test_the_attacker_finds_what_used_to_be_published(tried: tuple[Curriculum, EventParts]) -> None:
    """Zeros shown in withheld rows, and a sum that leaves 2 over two of them. Without this, the test above could hold for nothing."""
    form = tried[0].instruments["tried-test"]
    moves = (
        replace(_movement(9, 1, 7, 9, 9), right=None, wrong=None, same=None),
        replace(_movement(8, 1, 8, 9, 9, "second"), right=None, wrong=None, same=None),
    )
    sums = Dimension("tried-test", "knowledge", "police", "before", "after", ("first", "second"), 34, 17, 2, 15)
    found = list(Attack(form, Counts(movements=moves, dimensions=(sums,), public=True)).worked_out())
    assert "first after wrong: at most 2" in found
    assert public(Counts(movements=(_movement(9, 1, 7, 9, 9),), dimensions=(sums,))).dimensions == ()


def test_everybody_who_moved_the_same_way_is_not_shown() -> None:
    shown = public(Counts(movements=(_movement(13, 0, 0, 6, 7),))).movements[0]
    assert (shown.pairs, shown.right, shown.wrong, shown.same) == (13, None, None, None)
    assert list(visible(Counts(movements=(_movement(13, 0, 0, 6, 7),))))


@pytest.mark.parametrize(("before", "after"), [(3, 9), (57, 50), (9, 4), (50, 57)])
def test_a_small_side_of_the_scale_is_not_shown(before: int, after: int) -> None:
    """Of 60 people, 3 on the better side and 57 on it (so 3 on the other) are the same to the public."""
    row = Distribution("tried-test", "first", "", "police", "before", (15, 14, 13, 13, 5), 60, 60)
    shown = public(Counts((row,), (_movement(20, 20, 20, before, after),))).movements[0]
    assert (shown.right, shown.good_before, shown.good_after) == (20, None, None)
    well = public(Counts((row,), (_movement(20, 20, 20, 30, 30),))).movements[0]
    assert (well.good_before, well.good_after) == (30, 30)


def test_sides_that_give_a_crossing_away_are_not_shown() -> None:
    """Nobody moved in the wrong direction, so two more on the better side are two people who crossed the middle."""
    row = Distribution("tried-test", "first", "", "police", "before", (5, 4, 3, 3, 2), 17, 17)
    shown = public(Counts((row,), (_movement(6, 0, 11, 6, 8),))).movements[0]
    assert (shown.right, shown.good_before, shown.good_after) == (6, None, None)


def test_movement_and_answers_of_a_statement_are_not_shown_together() -> None:
    before = Distribution("tried-test", "first", "", "police", "before", (0, 0, 6, 11, 0), 17, 17, good=11)
    after = replace(before, moment="after")
    both = public(Counts((before, after), (_movement(6, 0, 11, 6, 8),)))
    assert [row.counts for row in both.distributions] == [(None,) * 5] * 2
    alone = public(Counts((before, after), (_movement(1, 1, 15, 6, 6),)))
    assert [(row.counts, row.good) for row in alone.distributions] == [((None,) * 5, 11)] * 2, (
        "in full, they would tell"
    )
    assert alone.movements[0].right is None


def test_two_rows_that_tell_what_a_withheld_movement_was_are_not_shown_together() -> None:
    """No more than 10 of these 20 can have moved up, so fewer than five did: else the movement would be shown."""
    before = Distribution("tried-test", "first", "", "police", "before", (5, 10, 5), 20, 20)
    both = public(Counts((before, replace(before, moment="after")), (_movement(1, 1, 18, 0, 0),)))
    assert [row.counts for row in both.distributions] == [before.counts, (None,) * 3]
    assert both.movements[0].right is None


@pytest.mark.parametrize(("size", "split"), [(4, False), (5, True)])
def test_groups_of_four_are_not_split_off(size: int, split: bool, tried: tuple[Curriculum, EventParts]) -> None:
    form = tried[0].instruments["tried-evaluation"]
    sheets = filled_in(tried[0], "tried-evaluation", 2 * size, 1)
    assert (groups_of(sheets, form) == ("", "police", "civil-society")) == split


def test_a_group_is_not_shown_beside_the_whole_that_it_could_be_subtracted_from() -> None:
    row = Distribution("e", "i", "", "", "after", (10, 10), 20, 20)
    figures = Counts(distributions=(row, replace(row, group="police"), replace(row, group="health")))
    assert [shown.group for shown in public(figures).distributions] == [""]


def test_few_sheets_without_a_code_are_not_counted_for_the_public() -> None:
    row = Returned("t", "before", "g", 17, 18, 14)
    assert public(Counts(returned=(row,))).returned[0].coded is None
    assert public(Counts(returned=(replace(row, coded=17),))).returned[0].coded == 17


@given(st.lists(st.integers(0, 9), min_size=5, max_size=5))
def test_the_public_version_of_a_public_version_is_itself(counts: list[int]) -> None:
    row = Distribution("e", "i", "", "", "after", tuple(counts), sum(counts), 50, 3, sum(counts[3:]))
    once = public(Counts((row,)))
    assert public(once) == once
