"""Every drawing by its id, as authors name it in `picture`."""

from collections.abc import Callable, Mapping
from functools import partial

from . import aid, hygiene, meetings, rooms, scenes
from .scene import Scene

Draw = Callable[[Scene], None]

PANELS: Mapping[str, Draw] = {
    "gloves-pinch": hygiene.gloves_pinch,
    "gloves-hold": hygiene.gloves_hold,
    "gloves-slide": hygiene.gloves_slide,
    "gloves-wash": hygiene.gloves_wash,
    "wash-hands": hygiene.wash,
    "sharp-container": hygiene.sharp_container,
    "sharp-drop": hygiene.sharp_drop,
    "sharp-close": hygiene.sharp_close,
    "search-ask": hygiene.search_ask,
    "search-look": hygiene.search_look,
    "search-reach": hygiene.search_reach,
    "step-away": hygiene.step_away,
    "tell-and-note": hygiene.tell,
    "see-doctor": hygiene.doctor,
    "wake": aid.wake,
    "call-ambulance": aid.call,
    "look-for-breath": aid.look_breath,
    "head-back": aid.head_back,
    "breathe": aid.breathe,
    "press-chest": aid.press,
    "give-naloxone": aid.naloxone,
    "side-arm": aid.side_arm,
    "side-roll": aid.side_roll,
    "side-head": aid.side_head,
    "stay-and-watch": aid.stay,
    "cool-down": aid.cool,
    "hand-over": aid.hand_over,
    "greet": meetings.greet,
    "listen": meetings.listen,
    "explain": meetings.explain,
    "phone-call": meetings.phone_call,
    "give-slip": meetings.give,
    "walk-along": meetings.walk,
    "feedback": meetings.thanks,
    "read-and-sign": meetings.read_paper,
    "table-talk": meetings.table_talk,
    "open-door": meetings.door,
}
"""Panels of 240 by 190 units, or 300 by 220 for somebody who lies on the ground."""
SCENES: Mapping[str, Draw] = {
    "scene-on-duty": scenes.on_duty,
    "scene-service": scenes.service,
    "scene-street": scenes.street,
    "scene-law": scenes.law,
    "scene-partners": scenes.partners,
    "scene-ready": scenes.ready,
    "cover-guide": scenes.guide_cover,
    "cover-workbook": scenes.workbook_cover,
    "cover-home": scenes.home_cover,
}
"""Scenes of 480 by 210 units."""
_LONG = frozenset({"side-arm", "side-roll", "side-head"})


def drawn(id_: str, name: str) -> Scene:
    """A panel or a scene by its id; `name` begins the ids inside of it. Raises KeyError for an unknown id."""
    if id_ in SCENES:
        return _made(SCENES[id_], name, scenes.WIDE, scenes.HIGH)
    return _made(PANELS[id_], name, *((300, 220) if id_ in _LONG else (240, 190)))


def room_plan(plan: rooms.Plan, people: int | None, name: str) -> Scene:
    """The plan of a room."""
    return _made(partial(rooms.room, plan=plan, people=people), name, rooms.WIDE, rooms.HIGH)


def _made(draw: Callable[[Scene], None], name: str, width: float, height: float) -> Scene:
    scene = Scene(name, width, height)
    draw(scene)
    return scene
