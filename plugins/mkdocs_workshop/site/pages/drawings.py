"""Drawings of the kit inside of a page: strips whose words are live text, plans of rooms, scenes."""

from collections.abc import Callable
from html import escape

from ...figures.kit.catalogue import drawn, room_plan
from ...model.cues import RoomPlan
from ...model.drawings import SceneId
from ...model.figure import StepsFigure


def strip(figure: StepsFigure, name: str, plain: Callable[[str], str]) -> str:
    """A strip of steps as a list: each panel is drawn once and flows with the width of the page.

    The words beside a panel tell what is in it, so a reader of the screen passes over the picture.
    """
    items = "".join(
        f"<li>{drawn(step.picture, f'{name}-{number}').svg()}<span>{escape(plain(step.text))}</span></li>"
        for number, step in enumerate(figure.steps, 1)
    )
    label = escape(" ".join(plain(figure.alt).split()), quote=True)
    return f'<ol class="ws-strip" aria-label="{label}">{items}</ol>'


def plan(plan: RoomPlan, people: int | None, name: str, words: str) -> str:
    """The plan of a room; `words` say what stands beside it."""
    return f'<div class="ws-plan">{room_plan(plan, people, name).svg(escape(words, quote=True))}</div>'


def scene(id_: SceneId) -> str:
    """A wide picture. It adornes a head whose words say all, so a reader of the screen passes over it."""
    return f'<div class="ws-scene">{drawn(id_, id_).svg()}</div>'
