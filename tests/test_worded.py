"""Figures as live words on a page: to scale, whole, and no letter of them is read as markup."""

import re
from typing import Any

import markdown
import pytest
from pydantic import TypeAdapter

from mkdocs_workshop.model.figure import Figure
from mkdocs_workshop.site.pages.worded import worded

ADAPTER: TypeAdapter[Any] = TypeAdapter(Figure)


def shown(kind: str, **parts: Any) -> str:
    figure = ADAPTER.validate_python({"kind": kind, "title": "A title", "alt": "What it shows", **parts})
    return worded(figure, plain)


def plain(text: str) -> str:
    """An author's text without marks; as in a curriculum, there is none that is empty."""
    assert text
    return text


def words(html: str) -> str:
    """What a reader of the screen reads."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def compared(columns: int) -> str:
    row = {"label": "Who?", "cells": [f"cell {number}" for number in range(columns)]}
    return shown("compare", columns=[f"Column {number}" for number in range(columns)], rows=[row])


def test_two_columns_stay_a_table_on_every_screen() -> None:
    html = compared(2)
    assert words(html) == "Column 0 Column 1 Who? cell 0 cell 1"
    assert 'class="ws-compare ws-of-2"' in html
    assert html.count('<th scope="col">') == 2
    assert html.count('<th scope="row">') == 1


@pytest.mark.parametrize("columns", [3, 4])
def test_an_answer_of_many_has_the_name_of_its_column(columns: int) -> None:
    html = compared(columns)
    assert f"ws-of-{columns}" in html
    assert html.count("<td><b>Column 2</b> cell 2</td>") == 1


def test_bars_are_to_scale_from_zero() -> None:
    bars = [{"label": f"Bar {value}", "value": value, "shown": f"{value} people"} for value in (200, 50, 0)]
    html = shown("bars", unit="a year", bars=bars)
    lengths = [float(length) for length in re.findall(r'<svg class="ws-length" width="([\d.]+)%"', html)]
    assert lengths[1] == pytest.approx(lengths[0] / 4)
    assert lengths[2] == 0
    assert words(html) == "a year Bar 200 200 people Bar 50 50 people Bar 0 0 people"


def test_the_sure_part_of_a_range_is_to_scale() -> None:
    html = shown("bars", unit="a year", bars=[{"label": "A", "value": 300, "low": 60, "shown": "60 to 300"}])
    assert '<rect width="20%" height="24"/>' in html


def test_bars_of_nothing_have_no_length() -> None:
    html = shown("bars", unit="a year", bars=[{"label": "A", "value": 0, "shown": "none"}])
    assert '<svg class="ws-length" width="0%"' in html
    assert '<rect width="0%"' in html


def test_the_outermost_layer_comes_first_and_holds_the_others() -> None:
    html = shown("layers", layers=[{"title": title, "text": "t"} for title in ("Core", "Person", "Street")])
    assert words(html) == "Street t Person t Core t"
    assert html.endswith('<span class="ws-layer ws-core"><b>Core</b> <span>t</span></span></span></span></div>')


@pytest.mark.parametrize(("count", "thirds"), [(2, False), (3, True), (10, False)])
def test_blocks_fill_their_rows(count: int, thirds: bool) -> None:
    html = shown("blocks", blocks=[{"title": f"Block {number}", "text": "t"} for number in range(count)])
    assert ("ws-by-3" in html) is thirds
    assert html.count("<li>") == count


AROUND = """\
<div class="ws-main" markdown>

<section class="ws-card" markdown>
<div class="ws-body" markdown>

<ol class="ws-script" markdown="block">
<li id="a" markdown="block">
<div class="ws-do" markdown="block">

<figure class="ws-figure" markdown>
{figure}
<figcaption markdown>
Caption
</figcaption>
</figure>
</div>
</li>
<li id="b" markdown="block">

Next

</li>
</ol>

</div>
</section>
</div>
"""
"""A step of a session: Markdown in lists and blocks, as the pages are written."""
FOUR = [{"title": f"Title {number}", "text": "t"} for number in range(4)]


@pytest.mark.parametrize(
    "figure",
    [
        compared(2),
        compared(4),
        shown("layers", layers=FOUR),
        shown("blocks", blocks=FOUR),
        shown("timeline", points=[{"when": "Now", "title": "Wash"}] * 4),
        shown("bars", unit="u", bars=[{"label": "A", "value": number, "shown": "n"} for number in range(4)]),
    ],
)
def test_a_figure_ends_nothing_of_the_page_around_it(figure: str) -> None:
    html = markdown.markdown(AROUND.format(figure=figure), extensions=["md_in_html", "attr_list"])
    ends = "<p>Caption</p></figcaption></figure></div></li>"
    assert re.sub(r"\s*\n\s*", "", html).endswith(f'{ends}<li id="b"><p>Next</p></li></ol></div></section></div>')


def moments(count: int, title: str) -> str:
    return shown("timeline", points=[{"when": "At once", "title": title} for _ in range(count)])


def test_a_few_short_moments_stand_side_by_side() -> None:
    assert "ws-across" in moments(5, "Wash")
    assert "ws-across" not in moments(6, "Wash")
    assert "ws-across" not in moments(2, "Wash " * 30)


def test_no_letter_is_read_as_markup() -> None:
    html = shown("blocks", blocks=[{"title": '<b onclick="x">', "text": "a & b"}, {"title": "c", "text": "d"}])
    assert "&lt;b onclick=&quot;x&quot;&gt;" in html
    assert "a &amp; b" in html
