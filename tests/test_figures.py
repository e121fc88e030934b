"""Drawings: well-formed, to scale, inside their boxes, in three alphabets and at every width."""

import itertools
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from mkdocs_workshop.figures import FigureWords, draw, flat
from mkdocs_workshop.ground.letter_widths import advance, measure
from mkdocs_workshop.ground.lettering import TEXT, lay, wrap
from mkdocs_workshop.model.figure import Figure

SVG = "{http://www.w3.org/2000/svg}"
WORDS = FigureWords("Иә", "Жоқ")
WIDTHS = (720, 360)
ALL_WIDTHS = tuple(range(320, 901, 29))
ADAPTER: TypeAdapter[Any] = TypeAdapter(Figure)

ENGLISH = "Wash with soap and running water, then tell your supervisor."
RUSSIAN = "Промойте место укола водой с мылом и сообщите руководителю."
KAZAKH = "Тері зақымдалған жерді сабынмен жуып, басшыңызға хабарлаңыз."
LONG = "қауіпсіздендірілгендіктеріңізден-электрокардиография/Hochgeschwindigkeitszug"
TEXTS = (ENGLISH, RUSSIAN, KAZAKH, LONG)


class Line(NamedTuple):
    """A line of text where it is drawn."""

    text: str
    left: float
    top: float
    right: float
    foot: float


class Rect(NamedTuple):
    """A box where it is drawn."""

    left: float
    top: float
    right: float
    foot: float


def figure(kind: str, **parts: Any) -> Any:
    return ADAPTER.validate_python({"kind": kind, "title": "A title", "alt": "What it shows", **parts})


def bars(*values: tuple[float, float | None]) -> Any:
    return figure(
        "bars",
        unit="per 1,000",
        bars=[{"label": "One", "value": value, "low": low, "shown": str(value)} for value, low in values],
    )


def path(*steps: dict[str, Any]) -> Any:
    return figure("path", steps=[{"text": f"Step {step['id']}", **step} for step in steps])


def examples(text: str) -> dict[str, Any]:
    """A figure of each kind, all of whose words are `text`."""
    return {
        "bars": figure(
            "bars",
            unit=text,
            bars=[
                {"label": text, "value": 300, "low": 60, "shown": "60–300"},
                {"label": text, "value": 0.4, "shown": text},
                {"label": "HIV", "value": 3, "shown": "3"},
            ],
        ),
        "path": path(
            {"id": "a", "text": text},
            {"id": "b", "text": text, "yes": "c", "no": "x"},
            {"id": "x", "text": text, "end": True},
            {"id": "c", "text": text, "yes": "d", "no": "a"},
            {"id": "d", "text": text, "yes": "f", "no": "e"},
            {"id": "e", "text": text},
            {"id": "f", "text": text},
        ),
        "timeline": figure(
            "timeline", points=[{"when": text, "title": text, "text": text}, {"when": "1", "title": text}]
        ),
        "layers": figure("layers", layers=[{"title": text, "text": text}] * 5),
        "blocks": figure("blocks", blocks=[{"title": text, "text": text}] * 5),
        "steps": figure("steps", steps=[{"picture": "gloves-pinch", "text": text}] * 5),
        "compare": figure("compare", columns=[text, "B", text], rows=[{"label": text, "cells": [text, "1", text]}] * 2),
    }


KINDS = tuple(examples(ENGLISH))


def drawn(what: Any, width: int = 720) -> ET.Element:
    return ET.fromstring(draw(what, "risk", str, WORDS, width))  # noqa: S314  our own drawing


def lines(root: ET.Element) -> Iterator[Line]:
    """Every line of text with the room that it takes, by measured widths."""
    for text in root.iter(f"{SVG}text"):
        size = float(text.attrib["font-size"].removesuffix("px"))
        for span in text:
            content = (span.text or "").rstrip(" ")
            width, x, y = measure(content) * size / 1000, float(span.attrib["x"]), float(span.attrib["y"])
            left = {"start": x, "middle": x - width / 2, "end": x - width}[text.attrib["text-anchor"]]
            yield Line(content, left, y - size * 0.8, left + width, y + size * 0.25)


def boxes(root: ET.Element) -> dict[str, Rect]:
    """The boxes of a path by the names of their steps."""
    found = {}
    for shape in root.iter():
        name = shape.attrib.get("data-step")
        if name is None:
            continue
        if shape.tag == f"{SVG}rect":
            left, top, width, height = (float(shape.attrib[key]) for key in ("x", "y", "width", "height"))
            found[name] = Rect(left, top, left + width, top + height)
        else:
            match = re.fullmatch(
                r"M\S+?,(\S+) H\S+ L(\S+?),\S+ V\S+ L\S+?,(\S+) H\S+ L(\S+?),\S+ V\S+ Z", shape.attrib["d"]
            )
            assert match is not None
            top, right, foot, left = map(float, match.groups())
            found[name] = Rect(left, top, right, foot)
    return found


def ways(root: ET.Element) -> Iterator[tuple[str, list[list[tuple[float, float]]]]]:
    """The target of each arrow, and the points of each way to it, the head left out."""
    for arrow in root.iter(f"{SVG}path"):
        if "data-to" in arrow.attrib:
            parts = [part for part in arrow.attrib["d"].split("M") if part][:-1]
            points = [[(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", part)] for part in parts]
            yield arrow.attrib["data-to"], points


def segments(root: ET.Element) -> Iterator[tuple[str, Rect]]:
    """Every straight piece of every arrow as a box without breadth."""
    for target, routes in ways(root):
        for points in routes:
            for (x1, y1), (x2, y2) in itertools.pairwise(points):
                yield target, Rect(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def overlap(one: Line | Rect, other: Line | Rect, least: float = 0.05) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.foot, other.foot) - max(one.top, other.top)
    return across > least and down > least


def passes(piece: Rect, box: Rect) -> bool:
    """Whether a straight line runs through the inside of a box."""
    return (
        piece.left < box.right - 0.1
        and piece.right > box.left + 0.1
        and piece.top < box.foot - 0.1
        and piece.foot > box.top + 0.1
    )


def assert_text_is_in_view(root: ET.Element) -> None:
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for line in lines(root):
        assert line.left >= -0.05, line
        assert line.right <= width + 0.05, line
        assert line.top >= -0.05, line
        assert line.foot <= height + 0.05, line


def assert_arrows_end_at_boxes(root: ET.Element) -> None:
    stands = boxes(root)
    for target, routes in ways(root):
        box = stands[target]
        for points in routes:
            x, y = points[-1]
            assert box.left - 0.02 <= x <= box.right + 0.02
            assert box.top - 0.02 <= y <= box.foot + 0.02
            assert min(abs(x - box.left), abs(y - box.top)) <= 0.02


# Every kind


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", WIDTHS)
def test_is_well_formed(kind: str, width: int, text: str) -> None:
    assert drawn(examples(text)[kind], width).tag == f"{SVG}svg"


@pytest.mark.parametrize("kind", KINDS)
def test_has_the_width_that_was_asked_for(kind: str) -> None:
    assert drawn(examples(ENGLISH)[kind], 360).attrib["viewBox"].startswith("0 0 360 ")


@pytest.mark.parametrize("kind", KINDS)
def test_is_named_by_title_and_alternative(kind: str) -> None:
    root = drawn(examples(ENGLISH)[kind])
    by_id = {part.attrib["id"]: part.text for part in root.iter() if "id" in part.attrib}
    assert [by_id[name] for name in root.attrib["aria-labelledby"].split()] == ["A title", "What it shows"]


@pytest.mark.parametrize("kind", KINDS)
def test_ids_begin_with_the_id_of_the_figure(kind: str) -> None:
    assert all(part.attrib.get("id", "risk-").startswith("risk-") for part in drawn(examples(ENGLISH)[kind]).iter())


@pytest.mark.parametrize("kind", KINDS)
def test_two_widths_share_no_id(kind: str) -> None:
    ids = [{part.attrib.get("id") for part in drawn(examples(ENGLISH)[kind], width).iter()} for width in WIDTHS]
    assert ids[0] & ids[1] == {None}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_line_is_an_element(kind: str, width: int) -> None:
    svg = draw(examples(ENGLISH)[kind], "risk", str, WORDS, width)
    assert all(line.startswith("<") and line.endswith(">") for line in svg.split("\n"))


@pytest.mark.parametrize("kind", KINDS)
def test_is_drawn_the_same_each_time(kind: str) -> None:
    first = draw(examples(KAZAKH)[kind], "risk", str, WORDS)
    wrap.cache_clear()
    assert draw(examples(KAZAKH)[kind], "risk", str, WORDS) == first


@pytest.mark.parametrize("kind", KINDS)
def test_marks_in_text_are_escaped(kind: str) -> None:
    root = drawn(examples("<b>A & B</b>")[kind])
    assert "<b>A & B</b>" in "".join(root.itertext())


@pytest.mark.parametrize("kind", KINDS)
def test_letters_that_xml_can_not_hold_are_left_out(kind: str) -> None:
    assert "\x01" not in draw(examples("A\x01B")[kind], "risk", str, WORDS)


@pytest.mark.parametrize("kind", KINDS)
def test_texts_are_said(kind: str) -> None:
    svg = draw(examples("{fact:x}")[kind], "risk", lambda text: text.replace("{fact:x}", "said"), WORDS)
    assert "said" in svg
    assert "{fact" not in svg


@pytest.mark.parametrize("kind", KINDS)
def test_asks_for_nothing_from_outside(kind: str) -> None:
    svg = draw(examples(ENGLISH)[kind], "risk", str, WORDS)
    assert re.findall(r"https?:[^\"]+|<script|<image|<use|href|url\((?!#risk-)", svg) == ["http://www.w3.org/2000/svg"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_colour_can_be_restyled(kind: str) -> None:
    svg = draw(examples(ENGLISH)[kind], "risk", str, WORDS)
    assert set(re.findall(r"(?:fill|stroke):([^;\"]+)", svg)) <= {"none", "url(#risk-720-range)"} | set(
        re.findall(r"var\(--ws-[a-z-]+, #[0-9A-F]{6}\)", svg)
    )


@pytest.mark.parametrize("kind", KINDS)
def test_flat_leaves_no_variable(kind: str) -> None:
    assert "var(" not in flat(draw(examples(ENGLISH)[kind], "risk", str, WORDS))


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_text_leaves_the_drawing(kind: str, text: str) -> None:
    for width in ALL_WIDTHS:
        assert_text_is_in_view(drawn(examples(text)[kind], width))


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_text_runs_into_another(kind: str, text: str) -> None:
    for width in ALL_WIDTHS:
        found = list(lines(drawn(examples(text)[kind], width)))
        assert not [(a, b) for a, b in itertools.combinations(found, 2) if overlap(a, b)]


def test_importing_needs_no_site_and_no_font() -> None:
    code = (
        "import sys, mkdocs_workshop.figures; "
        "print([name for name in sys.modules if name.split('.')[0] in ('mkdocs', 'fontTools')])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


# Bars


def lengths(root: ET.Element, kind: str = "sure") -> list[float]:
    return [float(part.attrib["width"]) for part in root.iter() if part.attrib.get("data-bar") == kind]


@pytest.mark.parametrize("width", WIDTHS)
def test_bars_are_to_scale(width: int) -> None:
    found = lengths(drawn(bars((254, None), (127, None), (25.4, None), (1, None)), width))
    scale = found[0] / 254
    assert found == pytest.approx([254 * scale, 127 * scale, 25.4 * scale, scale], abs=0.01)


def test_all_bars_begin_at_zero() -> None:
    starts = {part.attrib["x"] for part in drawn(bars((9, 3), (4, None))).iter() if "data-bar" in part.attrib}
    assert len(starts) == 1


def test_a_range_is_to_scale() -> None:
    root = drawn(bars((300, 60)))
    assert lengths(root)[0] / lengths(root, "range")[0] == pytest.approx(0.2, abs=0.0001)


def test_a_range_is_striped() -> None:
    part = next(part for part in drawn(bars((300, 60))).iter() if part.attrib.get("data-bar") == "range")
    assert part.attrib["fill"] == "url(#risk-720-range)"


def test_a_tiny_bar_keeps_its_length() -> None:
    assert lengths(drawn(bars((10000, None), (1, None))))[1] < 0.1


def test_a_tiny_bar_gets_a_stroke() -> None:
    assert 'stroke-width="2"' in draw(bars((10000, None), (1, None)), "risk", str, WORDS)


def test_a_bar_of_zero_gets_no_stroke() -> None:
    assert "stroke-width:2" not in draw(bars((10000, None), (0, None)), "risk", str, WORDS)


def test_bars_that_are_all_zero_can_be_drawn() -> None:
    assert lengths(drawn(bars((0, None), (0, None)))) == [0, 0]


@given(st.lists(st.floats(0, 1e12), min_size=1, max_size=6), st.sampled_from(WIDTHS))
def test_the_longest_bar_fits(values: list[float], width: int) -> None:
    root = drawn(bars(*((value, None) for value in values)), width)
    assert all(line.right <= width + 0.05 for line in lines(root))


# Paths


def test_answers_are_interface_words() -> None:
    texts = {line.text for line in lines(drawn(examples(ENGLISH)["path"]))}
    assert {"Иә", "Жоқ"} <= texts


@pytest.mark.parametrize("kind_of_way", ["next", "yes", "no"])
def test_each_kind_of_way_is_drawn(kind_of_way: str) -> None:
    root = drawn(path({"id": "a", kind_of_way: "c"}, {"id": "b"}, {"id": "c"}))
    assert "c" in {target for target, _ in ways(root)}


@pytest.mark.parametrize("width", WIDTHS)
def test_every_arrow_ends_at_its_box(width: int) -> None:
    assert_arrows_end_at_boxes(drawn(examples(ENGLISH)["path"], width))


def test_the_box_below_follows_if_nothing_is_said() -> None:
    assert [target for target, _ in ways(drawn(path({"id": "a"}, {"id": "b"})))] == ["b"]


def test_nothing_follows_an_end() -> None:
    assert not list(ways(drawn(path({"id": "a", "end": True}, {"id": "b"}))))


def test_a_way_to_an_unknown_box_is_left_out() -> None:
    assert not list(ways(drawn(path({"id": "a", "next": "z"}, {"id": "b"}))))


def test_a_question_may_leave_one_answer_to_the_box_below() -> None:
    root = drawn(path({"id": "a", "yes": "c"}, {"id": "b"}, {"id": "c"}))
    assert {target for target, _ in ways(root)} == {"b", "c"}


EXIT = ({"id": "a", "yes": "x", "no": "b"}, {"id": "x", "end": True}, {"id": "b"})


def test_an_exit_stands_to_the_right_of_its_question() -> None:
    found = boxes(drawn(path(*EXIT)))
    assert found["x"].left > found["a"].right
    assert found["x"].top == found["a"].top


def test_an_exit_stands_below_its_question_on_a_phone() -> None:
    found = boxes(drawn(path(*EXIT), 360))
    assert found["a"].foot < found["x"].top
    assert found["x"].foot < found["b"].top


SHARED = (
    {"id": "a", "yes": "x", "no": "b"},
    {"id": "b", "yes": "x", "no": "c"},
    {"id": "x", "end": True},
    {"id": "c"},
)


def test_a_shared_exit_stands_beside_all_its_questions() -> None:
    found = boxes(drawn(path(*SHARED)))
    assert (found["x"].top, found["x"].foot) == (found["a"].top, found["b"].foot)


def test_a_shared_exit_stands_last_on_a_phone() -> None:
    found = boxes(drawn(path(*SHARED), 360))
    assert found["x"].top > found["c"].foot


def test_a_way_that_passes_boxes_runs_left_of_them() -> None:
    root = drawn(path({"id": "a", "yes": "b", "no": "c"}, {"id": "b"}, {"id": "c"}))
    found = boxes(root)
    assert min(piece.left for _, piece in segments(root)) < found["b"].left


NESTED = (
    {"id": "a", "yes": "b", "no": "f"},
    {"id": "b", "yes": "c", "no": "d"},
    {"id": "c"},
    {"id": "d", "yes": "e", "no": "b"},
    {"id": "e"},
    {"id": "f"},
)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("steps", [EXIT, SHARED, NESTED], ids=["exit", "shared", "nested"])
def test_simple_ways_do_not_cross(steps: tuple[dict[str, Any], ...], width: int) -> None:
    pieces = list(segments(drawn(path(*steps), width)))
    crossings = [
        (one, other)
        for (to, one), (another, other) in itertools.combinations(pieces, 2)
        if to != another and passes(one, other)
    ]
    assert not crossings


@st.composite
def paths(drawing: st.DrawFn) -> Any:
    """Paths of any shape, loops and dead ends among them."""
    names = [f"s{number}" for number in range(drawing(st.integers(2, 8)))]
    goal = st.none() | st.sampled_from(names)
    return path(
        *(
            {
                "id": name,
                "text": drawing(st.sampled_from(("Go.", *TEXTS))),
                "next": drawing(goal),
                "yes": drawing(goal),
                "no": drawing(goal),
                "end": drawing(st.booleans()),
            }
            for name in names
        )
    )


@settings(max_examples=150, deadline=None)
@given(paths(), st.integers(320, 900))
def test_any_path_ends_its_arrows_at_boxes(what: Any, width: int) -> None:
    assert_arrows_end_at_boxes(drawn(what, width))


@settings(max_examples=150, deadline=None)
@given(paths(), st.integers(320, 900))
def test_no_boxes_of_any_path_overlap(what: Any, width: int) -> None:
    found = boxes(drawn(what, width)).values()
    assert not [(a, b) for a, b in itertools.combinations(found, 2) if overlap(a, b)]


@settings(max_examples=150, deadline=None)
@given(paths(), st.integers(320, 900))
def test_no_arrow_of_any_path_runs_through_a_box(what: Any, width: int) -> None:
    root = drawn(what, width)
    found = boxes(root)
    assert not [(to, name) for to, piece in segments(root) for name, box in found.items() if passes(piece, box)]


@settings(max_examples=150, deadline=None)
@given(paths(), st.integers(320, 900))
def test_every_text_of_any_path_is_inside_its_box(what: Any, width: int) -> None:
    root = drawn(what, width)
    found = boxes(root)
    for line in lines(root):
        if line.text not in (WORDS.yes, WORDS.no):
            assert any(
                box.left < line.left and line.right < box.right and box.top < line.top and line.foot < box.foot
                for box in found.values()
            )


@settings(max_examples=150, deadline=None)
@given(paths(), st.integers(320, 900))
def test_no_text_of_any_path_runs_into_another(what: Any, width: int) -> None:
    root = drawn(what, width)
    assert_text_is_in_view(root)
    assert not [(a, b) for a, b in itertools.combinations(lines(root), 2) if overlap(a, b)]


# The other kinds


def columns(root: ET.Element) -> int:
    """How many different places cards begin at."""
    return len({part.attrib["x"] for part in root.iter(f"{SVG}rect")})


def test_blocks_stand_side_by_side() -> None:
    assert columns(drawn(figure("blocks", blocks=[{"title": "A", "text": "b"}] * 9))) == 3


def test_blocks_stand_below_each_other_on_a_phone() -> None:
    assert columns(drawn(figure("blocks", blocks=[{"title": "A", "text": "b"}] * 9), 360)) == 1


def test_blocks_are_numbered() -> None:
    root = drawn(figure("blocks", blocks=[{"title": "A", "text": "b"}] * 4))
    assert [line.text for line in lines(root) if line.text.isdigit()] == ["1", "2", "3", "4"]


def test_layers_lie_in_each_other() -> None:
    root = drawn(figure("layers", layers=[{"title": "A", "text": "b"}] * 4))
    rects = [
        Rect(x, y, x + width, y + height)
        for x, y, width, height in (
            tuple(float(part.attrib[key]) for key in ("x", "y", "width", "height"))
            for part in list(root.iter(f"{SVG}rect"))[1:]
        )
    ]
    assert all(
        outer.left < inner.left and outer.top < inner.top and inner.right < outer.right and inner.foot < outer.foot
        for outer, inner in itertools.pairwise(rects)
    )


def test_the_core_is_the_last_layer() -> None:
    root = drawn(figure("layers", layers=[{"title": "Core", "text": "b"}, {"title": "Rim", "text": "b"}]))
    assert [line.text for line in lines(root)] == ["Rim", "b", "Core", "b"]


SHORT = figure("timeline", points=[{"when": "Now", "title": title} for title in ("One", "Two", "Three")])


def test_short_moments_stand_side_by_side() -> None:
    assert len({line.top for line in lines(drawn(SHORT)) if line.text != "Now"}) == 1


def test_moments_stand_below_each_other_on_a_phone() -> None:
    assert len({line.top for line in lines(drawn(SHORT, 360)) if line.text != "Now"}) == 3


def test_a_comparison_of_three_repeats_the_names_on_a_phone() -> None:
    what = figure("compare", columns=["A", "B", "C"], rows=[{"label": "?", "cells": ["1", "2", "3"]}] * 2)
    assert [line.text for line in lines(drawn(what, 360))] == ["?", "A", "1", "B", "2", "C", "3"] * 2


def test_a_comparison_of_two_stays_a_table_on_a_phone() -> None:
    what = figure("compare", columns=["A", "B"], rows=[{"label": "?", "cells": ["1", "2"]}] * 2)
    assert [line.text for line in lines(drawn(what, 360))] == ["A", "B", *["?", "1", "2"] * 2]


# Lettering

ANY_TEXT = st.text(st.sampled_from("aиқW -/\u00a0\u00ad\u0301—.,1日"), max_size=80)


@given(ANY_TEXT, st.integers(40, 400))
@example("1W/\u00a0\u00a0\u00ad 1", 40)
def test_no_line_is_too_wide(text: str, width: int) -> None:
    assert lay(text, TEXT, width).width <= width


@given(ANY_TEXT, st.integers(40, 400))
@example("\u00ad 1", 40)
def test_lines_together_are_the_text(text: str, width: int) -> None:
    whole = " ".join(filter(None, (word.replace("\u00ad", "") for word in text.split(" "))))
    shown = "".join(wrap(text, 16, width)).rstrip(" ")
    assert shown.replace("-", "") == whole.rstrip(" ").replace("-", "")


@given(ANY_TEXT, st.integers(40, 400))
def test_a_wider_room_takes_no_more_lines(text: str, width: int) -> None:
    assert len(wrap(text, 16, width + 50)) <= len(wrap(text, 16, width))


def test_a_text_that_fits_is_one_line() -> None:
    assert wrap(ENGLISH, 16, 900) == (ENGLISH,)


def test_lines_are_about_equally_long() -> None:
    assert wrap("one two three four", 16, 120) == ("one two ", "three four")


def test_a_long_word_is_broken_with_a_hyphen() -> None:
    assert all(line.endswith("-") for line in wrap("қауіпсіздендіру" * 2, 16, 100)[:-1])


def test_a_soft_hyphen_is_kept_for_the_end_of_a_line() -> None:
    assert wrap("пере\u00adвозка", 16, 60) == ("пере-", "возка")


def test_a_soft_hyphen_inside_a_line_is_not_seen() -> None:
    assert wrap("пере\u00adвозка", 16, 200) == ("перевозка",)


def test_a_line_may_end_after_a_hyphen() -> None:
    assert wrap("needle-stick", 16, 60) == ("needle-", "stick")


def test_a_no_break_space_holds() -> None:
    assert wrap("about 10\u00a0mg", 16, 70) == ("about ", "10\u00a0mg")


def test_an_accent_has_no_width() -> None:
    assert advance("\u0301") == 0


def test_an_accented_letter_is_as_wide_as_its_base() -> None:
    assert advance("é") == advance("e")


@pytest.fixture(scope="module")
def real_widths() -> dict[int, dict[str, float]]:
    """The widths of the letters that we write, by weight, as the font has them."""
    root = pytest.importorskip("fontpkg_source_sans_3").ROOT
    font = pytest.importorskip("fontTools.ttLib").TTFont(root / "files" / "SourceSans3[wght].ttf")
    names = font.getBestCmap()
    letters = [code for code in (*range(0x20, 0x17F), *range(0x400, 0x4F0), *range(0x2010, 0x2027)) if code in names]
    sets = {weight: font.getGlyphSet(location={"wght": weight}) for weight in (400, 600)}
    return {
        weight: {chr(code): glyphs[names[code]].width for code in letters if code != 0xAD}
        for weight, glyphs in sets.items()
    }


@pytest.mark.parametrize("weight", [400, 600])
def test_no_letter_of_the_font_is_wider_than_the_table_says(
    real_widths: dict[int, dict[str, float]], weight: int
) -> None:
    assert {letter: width for letter, width in real_widths[weight].items() if width > advance(letter) + 0.5} == {}


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, KAZAKH])
def test_the_table_is_close_to_the_font(real_widths: dict[int, dict[str, float]], text: str) -> None:
    assert measure(text) <= 1.03 * sum(real_widths[600][letter] for letter in text)
