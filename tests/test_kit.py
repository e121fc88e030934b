"""The drawing kit: clean SVG, inks that survive a copier, the same ids in the model and in the kit."""

import io
import re
import xml.etree.ElementTree as ET
from typing import get_args

import pytest
import typst
from PIL import Image

from mkdocs_workshop.figures.kit import inks
from mkdocs_workshop.figures.kit.catalogue import PANELS, SCENES, drawn, room_plan
from mkdocs_workshop.figures.kit.icons import ICONS, MATERIALS, METHODS, icon
from mkdocs_workshop.figures.kit.rooms import Plan
from mkdocs_workshop.figures.kit.scene import Scene
from mkdocs_workshop.ground.sanitise import clean
from mkdocs_workshop.model.cues import RoomPlan
from mkdocs_workshop.model.drawings import IconId, PanelId, SceneId
from mkdocs_workshop.model.module import METHODS as WAYS

SVG = "{http://www.w3.org/2000/svg}"
ALL = {
    **{id_: drawn(id_, id_) for id_ in (*PANELS, *SCENES)},
    **{f"room-{plan}": room_plan(plan, None, plan) for plan in get_args(Plan)},
    **{f"icon-{id_}": icon(id_, inks.AMBER_TINT) for id_ in ICONS},
}
KNOWN = {inks.INK, *inks.FILLS, *inks.SOLIDS, "none"}


def test_the_model_names_what_the_kit_draws() -> None:
    assert get_args(PanelId) == tuple(PANELS)
    assert get_args(SceneId) == tuple(SCENES)
    assert get_args(IconId) == tuple(MATERIALS)
    assert get_args(RoomPlan) == get_args(Plan)


def test_every_way_to_work_has_an_icon() -> None:
    assert set(METHODS) == set(WAYS)


@pytest.mark.parametrize("scene", ALL.values(), ids=ALL)
def test_no_word_stands_in_a_drawing(scene: Scene) -> None:
    assert not list(ET.fromstring(scene.svg()).iter(f"{SVG}text"))  # noqa: S314  our own drawing


@pytest.mark.parametrize("scene", ALL.values(), ids=ALL)
def test_a_page_lets_every_element_through(scene: Scene) -> None:
    assert clean(scene.svg()).count("<") == scene.svg().replace("/>", "></e>").count("<")


@pytest.mark.parametrize("scene", ALL.values(), ids=ALL)
def test_only_inks_that_were_held_against_a_copier(scene: Scene) -> None:
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', scene.svg())) <= KNOWN


@pytest.mark.parametrize("scene", ALL.values(), ids=ALL)
def test_no_line_is_thinner_than_a_copier_shows(scene: Scene) -> None:
    thin = [float(width) for width in re.findall(r'stroke-width="([\d.]+)"', scene.svg())]
    # What is drawn smaller inside of a scene carries its widths with it, down to three quarters of the thinnest.
    assert min(thin) >= 0.5


@pytest.mark.parametrize("fill", inks.FILLS)
def test_the_contour_stands_out_from_every_fill_in_grey(fill: str) -> None:
    assert inks.contrast(inks.INK, fill) >= 4.5


@pytest.mark.parametrize("solid", inks.SOLIDS)
def test_every_dark_ink_stands_out_from_the_paper_in_grey(solid: str) -> None:
    assert inks.contrast(solid, inks.PAPER) >= 4.5


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    # By hand: black on white is (1 + 0.05) / (0 + 0.05) = 21; #767676 on white is the lightest grey that passes 4.5.
    assert inks.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert inks.contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_two_drawings_share_no_id() -> None:
    one, other = drawn("search-ask", "a").svg(), drawn("search-ask", "b").svg()
    assert not set(re.findall(r'id="([^"]+)"', one)) & set(re.findall(r'id="([^"]+)"', other))


def test_an_island_has_as_many_seats_as_the_author_says() -> None:
    def seats(people: int) -> int:
        return room_plan("islands", people, "r").svg().count('r="9"')

    assert (seats(4), seats(6)) == (24, 36)


WHOLE = {id_: drawn(id_, id_) for id_ in SCENES if id_ != "cover-workbook"}
"""Scenes in which nothing comes in over the edge, as the arm that writes does."""


@pytest.mark.parametrize("scene", WHOLE.values(), ids=WHOLE)
def test_nothing_is_cut_at_the_edge_of_a_scene(scene: Scene) -> None:
    svg = scene.svg().replace("\\", "\\\\").replace('"', '\\"')
    source = f'#set page(width: 480pt, height: auto, margin: 0pt)\n#image(bytes("{svg}"), format: "svg", width: 480pt)'
    with Image.open(io.BytesIO(typst.compile(source.encode(), format="png", ppi=72))) as picture:
        grey = picture.convert("L")
    wide, high = grey.size
    edges = ((0, 0, 1, high), (wide - 1, 0, wide, high), (0, 0, wide, 1), (0, high - 1, wide, high))
    assert min(min(grey.crop(edge).tobytes()) for edge in edges) > 110
