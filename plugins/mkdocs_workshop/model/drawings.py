"""The drawings that authors can name, by their ids. `figures/kit` draws them; a test holds both lists together."""

from typing import Literal

PanelId = Literal[
    "gloves-pinch",
    "gloves-hold",
    "gloves-slide",
    "gloves-wash",
    "wash-hands",
    "sharp-container",
    "sharp-drop",
    "sharp-close",
    "search-ask",
    "search-look",
    "search-reach",
    "step-away",
    "tell-and-note",
    "see-doctor",
    "wake",
    "call-ambulance",
    "look-for-breath",
    "head-back",
    "breathe",
    "press-chest",
    "give-naloxone",
    "side-arm",
    "side-roll",
    "side-head",
    "stay-and-watch",
    "cool-down",
    "hand-over",
    "greet",
    "listen",
    "explain",
    "phone-call",
    "give-slip",
    "walk-along",
    "feedback",
    "read-and-sign",
    "table-talk",
    "open-door",
]
"""One action each: panels of a strip of steps."""

SceneId = Literal[
    "scene-on-duty",
    "scene-service",
    "scene-street",
    "scene-law",
    "scene-partners",
    "scene-ready",
    "cover-guide",
    "cover-workbook",
    "cover-home",
]
"""Wide pictures: for themes, openers and covers."""

IconId = Literal[
    "projector",
    "flipchart",
    "markers",
    "cards",
    "pens",
    "tape",
    "clock",
    "bell",
    "gloves",
    "sharps-box",
    "torch",
    "mask",
    "box",
    "paper",
    "phone",
    "spray",
    "scissors",
    "chair",
]
"""Things to bring, as small drawings."""
