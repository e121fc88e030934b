"""Names of Moodle's interface that the guide for teachers uses, each with the releases in which it was seen."""

import functools
from importlib.resources import files
from typing import NamedTuple

import yaml


class MoodleName(NamedTuple):
    """A name on Moodle's screens, in English."""

    name: str
    seen: tuple[str, ...]
    """`4.5`, `5.x`."""
    string: str
    """Its place among Moodle's language strings, `component/id`; empty where it was read on the screen."""


@functools.cache
def moodle_names() -> tuple[MoodleName, ...]:
    """The table."""
    rows = yaml.safe_load((files(__package__) / "moodle_names.yml").read_text("utf-8"))
    return tuple(MoodleName(row["name"], tuple(row["seen"]), row.get("string", "")) for row in rows)
