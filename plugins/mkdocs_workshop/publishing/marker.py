"""The mark in a site that says: a build made this, a build may replace it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from ..ground.artifact import Role

MARKER = ".workshop-site.json"
_MADE_BY = "mkdocs-workshop"


@dataclass(frozen=True)
class Marker:
    """Which version made a site, and for whom."""

    version: str
    """Of the software, like `0.1.0`."""
    role: Role
    languages: tuple[str, ...] = ()
    """The languages of the site, that at its root first; none where only one is known to be there."""


def marker_text(marker: Marker) -> str:
    """The content of the file: `{"made_by": "mkdocs-workshop", "version": "0.1.0", "role": "facilitator"}`."""
    more = {"languages": marker.languages} if marker.languages else {}
    return json.dumps({"made_by": _MADE_BY, "version": marker.version, "role": marker.role, **more}) + "\n"


def parse_marker(text: str | bytes) -> Marker | None:
    """The mark that a file holds; None if it is no mark of ours."""
    try:
        found = json.loads(text)
    except ValueError:
        return None
    if not isinstance(found, dict) or found.get("made_by") != _MADE_BY or found.get("role") not in get_args(Role):
        return None
    return Marker(str(found.get("version", "")), found["role"], tuple(map(str, found.get("languages", ()))))


def read_marker(folder: Path) -> Marker | None:
    """The mark of a folder; None if it has none. Raises OSError where it is there and can not be read."""
    path = folder / MARKER
    return parse_marker(path.read_bytes()) if path.is_file() and not path.is_symlink() else None
