"""Charts of answers, measured with a ruler: bars as long as their shares, one line for all, nothing over anything else."""

import itertools
import re
from xml.etree import ElementTree as ET

import pytest

from mkdocs_workshop.reports.charts import AnswerRow, AnswersChart, MoveRow, MovesChart, draw_chart
from tests.test_figures import SVG, assert_text_is_in_view, lines, overlap

SCALE = ("strongly disagree", "disagree", "undecided", "agree", "strongly agree")
LONG = (
    "Before a search I say which sharp things I am looking for, and I wait for the answer of the person in front of me."
)
WIDTHS = (300, 390, 559, 560, 720, 1100)
BAR, STROKE = "22", "1"


def _answers(*rows: tuple[int, ...] | None, legend: tuple[str, ...] = SCALE, label: str = LONG) -> AnswersChart:
    made = (AnswerRow(label, counts, "withheld" if counts is None else f"n = {sum(counts)}") for counts in rows)
    return AnswersChart("a", "Answers", "In words", legend, tuple(made))


def _moves(*rows: tuple[int, int, int], label: str = LONG) -> MovesChart:
    made = (MoveRow(label, before, after, of, f"{before} to {after} of {of}") for before, after, of in rows)
    return MovesChart("m", "Moves", "In words", ("nobody", "everybody"), ("before", "after"), tuple(made))


def _drawn(chart: AnswersChart | MovesChart, width: int) -> ET.Element:
    return ET.fromstring(draw_chart(chart, width))  # noqa: S314  our own drawing


def _bars(root: ET.Element) -> list[list[tuple[float, float]]]:
    """Left end and length of each piece of each bar, from above."""
    rows: dict[str, list[tuple[float, float]]] = {}
    for rect in root.iter(f"{SVG}rect"):
        if rect.attrib.get("stroke-width") == STROKE and rect.attrib["height"] == BAR:
            rows.setdefault(rect.attrib["y"], []).append((float(rect.attrib["x"]), float(rect.attrib["width"])))
    return list(rows.values())


def _zero(root: ET.Element) -> set[float]:
    """Where upright lines stand."""
    found = root.iter(f"{SVG}line")
    return {float(one.attrib["x1"]) for one in found if one.attrib["x1"] == one.attrib["x2"]}


@pytest.mark.parametrize("width", WIDTHS)
def test_pieces_are_as_long_as_their_shares_and_lie_side_by_side(width: int) -> None:
    """Of 20 people 1, 2, 3, 4 and 10: the pieces are in this ratio, and the middle of the undecided lies on the line."""
    root = _drawn(_answers((1, 2, 3, 4, 10)), width)
    [bar] = _bars(root)
    [zero] = _zero(root)
    whole = sum(length for _, length in bar)
    assert [length / whole for _, length in bar] == pytest.approx([0.05, 0.1, 0.15, 0.2, 0.5], abs=0.001)
    for (left, length), (following, _) in itertools.pairwise(bar):
        assert left + length == pytest.approx(following, abs=0.02)
    assert bar[2][0] + bar[2][1] / 2 == pytest.approx(zero, abs=0.02)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_longest_bars_fill_the_place_and_no_more(width: int) -> None:
    """All at the worst, all at the best: one bar from the line to each edge, and both on one scale."""
    root = _drawn(_answers((9, 0, 0, 0, 0), (0, 0, 0, 0, 4)), width)
    ((worst, left_length),), ((best, right_length),) = _bars(root)
    [zero] = _zero(root)
    assert worst + left_length == pytest.approx(zero, abs=0.02)
    assert best == pytest.approx(zero, abs=0.02)
    assert left_length == pytest.approx(right_length, abs=0.02)
    notes = [line for line in lines(root) if line.text.startswith("n = ")]
    assert best + right_length < min(note.left for note in notes) - 5
    assert best + right_length > min(note.left for note in notes) - 20
    edge = 2 if width < 560 else width * 0.42
    assert edge <= worst <= edge + 17


def test_four_answers_have_no_middle() -> None:
    root = _drawn(_answers((1, 2, 3, 4), legend=SCALE[:2] + SCALE[3:]), 720)
    [bar] = _bars(root)
    assert bar[2][0] == pytest.approx(_zero(root).pop(), abs=0.02)


def test_without_a_middle_both_sides_are_as_long_as_what_is_on_them() -> None:
    root = _drawn(_answers((9, 0, 0, 0), (0, 0, 9, 0), legend=SCALE[:2] + SCALE[3:]), 720)
    ((worst, left_length),), ((best, right_length),) = _bars(root)
    assert worst == pytest.approx(720 * 0.42 + 16, abs=0.1)
    assert worst + left_length == pytest.approx(best, abs=0.02)
    assert left_length == pytest.approx(right_length, abs=0.02)


def test_an_answer_that_nobody_gave_has_no_piece_and_no_number() -> None:
    root = _drawn(_answers((5, 5, 0, 5, 5)), 720)
    assert [round(length, 1) for _, length in _bars(root)[0]] == [round(_bars(root)[0][0][1], 1)] * 4
    assert "0" not in {line.text for line in lines(root)}


@pytest.mark.parametrize("width", WIDTHS)
def test_numbers_stand_in_the_middle_of_their_piece_or_nowhere(width: int) -> None:
    counts = (1, 2, 30, 40, 11)
    root = _drawn(_answers(counts), width)
    numbers = {line.text: line for line in lines(root) if line.text.isdigit()}
    assert {"30", "40"} <= set(numbers)
    for (left, length), count in zip(_bars(root)[0], counts, strict=True):
        number = numbers.get(str(count))
        if number:
            assert (number.left + number.right) / 2 == pytest.approx(left + length / 2, abs=0.6)
            assert left + 2.9 <= number.left
            assert number.right <= left + length - 2.9
        else:
            assert length < 22


def test_on_stripes_a_number_has_paper_behind_it() -> None:
    """Only the two answers on the worse side are striped."""
    root = _drawn(_answers((5, 5, 5, 5, 5)), 720)
    papers = [rect for rect in root.iter(f"{SVG}rect") if rect.attrib.get("rx") == "3"]
    striped = [left + length / 2 for left, length in _bars(root)[0][:2]]
    middles = [float(rect.attrib["x"]) + float(rect.attrib["width"]) / 2 for rect in papers]
    assert middles == pytest.approx(striped, abs=0.02)
    for rect in papers:
        assert (float(rect.attrib["y"]), float(rect.attrib["height"])) == (float(_top(root)) + 2, 18)


def _top(root: ET.Element) -> str:
    return next(rect.attrib["y"] for rect in root.iter(f"{SVG}rect") if rect.attrib["height"] == BAR)


def test_what_is_withheld_has_its_word_and_no_bar() -> None:
    root = _drawn(_answers((1, 2, 3, 4, 10), None), 720)
    assert len(_bars(root)) == 1
    [word] = [line for line in lines(root) if line.text == "withheld"]
    assert word.left == pytest.approx(720 * 0.42 + 16, abs=0.1)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("legend", [SCALE, ("the worst answer of a long scale", "the best answer of a long scale")])
def test_legend_breaks_its_line_and_stays_inside(legend: tuple[str, ...], width: int) -> None:
    root = _drawn(_answers((1, 2, 3, 4, 10), legend=legend), width)
    fields = [rect for rect in root.iter(f"{SVG}rect") if rect.attrib["height"] == "14"]
    assert len(fields) == len(legend)
    rows = sorted({float(rect.attrib["y"]) for rect in fields})
    assert [after - before for before, after in itertools.pairwise(rows)] == [24.0] * (len(rows) - 1)
    assert all(float(rect.attrib["x"]) == 0.5 for rect in fields if fields.index(rect) == 0)
    assert float(_top(root)) >= rows[-1] + 14 + 10
    words = [line for line in lines(root) if line.text in legend]
    for word, field in zip(words, fields, strict=True):
        assert word.left == pytest.approx(float(field.attrib["x"]) + 23.5, abs=0.1)
        assert word.top < float(field.attrib["y"]) + 7 < word.foot


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "chart", [_answers((1, 2, 3, 4, 10), None, (0, 9, 9, 0, 0)), _moves((4, 15, 20), (9, 9, 20), (20, 0, 20))]
)
def test_nothing_is_cut_and_nothing_stands_over_anything(chart: AnswersChart | MovesChart, width: int) -> None:
    root = _drawn(chart, width)
    assert_text_is_in_view(root)
    said = list(lines(root))
    assert len(said) > 6
    assert [(a.text, b.text) for at, a in enumerate(said) for b in said[at + 1 :] if overlap(a, b)] == []


def _rings(root: ET.Element) -> tuple[list[float], list[float]]:
    """Middles of the dots of before and of after, without those of the legend."""
    found: dict[str, list[float]] = {"6.5": [], "4": []}
    for disc in root.iter(f"{SVG}circle"):
        found[disc.attrib["r"]].append(float(disc.attrib["cx"]))
    return found["6.5"][1:], found["4"][1:]


@pytest.mark.parametrize("width", WIDTHS)
def test_dots_stand_at_their_share_between_nobody_and_everybody(width: int) -> None:
    root = _drawn(_moves((0, 20, 20), (5, 10, 20)), width)
    (nobody, quarter), (everybody, half) = _rings(root)
    assert (quarter - nobody) / (everybody - nobody) == pytest.approx(0.25, abs=0.001)
    assert (half - nobody) / (everybody - nobody) == pytest.approx(0.5, abs=0.001)
    ends = {line.text: line for line in lines(root)}
    assert ends["nobody"].left == pytest.approx(nobody - 8, abs=0.1)
    assert ends["everybody"].right == pytest.approx(everybody + 8, abs=0.1)
    level = [
        one
        for one in root.iter(f"{SVG}line")
        if one.attrib["y1"] == one.attrib["y2"] and one.attrib["stroke-width"] == "1"
    ]
    assert len(level) == 2
    for one in level:
        assert float(one.attrib["x1"]) == pytest.approx(nobody - 8, abs=0.02)
        assert float(one.attrib["x2"]) == pytest.approx(everybody + 8, abs=0.02)


def test_an_arrow_points_the_way_people_went_and_stops_at_the_dot() -> None:
    root = _drawn(_moves((5, 15, 20), (15, 5, 20), (10, 10, 20)), 720)
    before, after = _rings(root)
    arrows = [one for one in root.iter(f"{SVG}line") if one.attrib["stroke-width"] == "2"]
    assert len(arrows) == 2, "nobody moved in the third row"
    assert [float(one.attrib["x1"]) for one in arrows] == pytest.approx(before[:2])
    assert float(arrows[0].attrib["x2"]) == pytest.approx(after[0] - 8, abs=0.02)
    assert float(arrows[1].attrib["x2"]) == pytest.approx(after[1] + 8, abs=0.02)


def test_words_for_those_who_do_not_see_it() -> None:
    chart = draw_chart(_answers((1, 2, 3, 4, 10)), 390)
    assert re.search(
        r'<title id="chart-a-390-title">Answers</title>\s*<desc id="chart-a-390-alt">In words</desc>', chart
    )
