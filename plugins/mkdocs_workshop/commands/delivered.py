"""`workshop delivered FILE`: what the run sheet saved goes to its workshop."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .exits import CLEAN, NotDone, WrongUse
from .frame import Command, argument, option
from .given import FILE, curriculum_option, ids_of

if TYPE_CHECKING:
    from ..model.delivered import DeliveredDay

FORMAT = "workshop-delivered-1"
MOST = 1_000_000
"""Bytes. A file of the run sheet has a few thousand."""


@click.command(
    "delivered", cls=Command, section="Run a workshop", short_help="Add what a workshop took, as the run sheet saved it.",
    examples=[("workshop delivered two-day-1-2026-03-05.json --event 2026-03-almaty", "One day, from the phone of the facilitator.")],
)  # fmt: skip
@argument(
    "files",
    nargs=-1,
    required=True,
    type=FILE,
    metavar="FILE",
    line="A .json file of the run sheet, or a text file with its line; several for several days.",
)
@option(
    "--event", default="", metavar="EVENT", shell_complete=ids_of("event"),
    help="The workshop, if the file does not name it.",
)  # fmt: skip
@curriculum_option
def delivered(files: tuple[Path, ...], event: str, curriculum: Path) -> int:
    """Reads files that the run sheet saved on a phone and writes curriculum/events/EVENT/delivered.yml.

    A day that is there already is replaced.
    """
    try:
        for file in files:
            print(f"wrote {_add(file, curriculum, event)}")
    except Unusable as error:
        raise WrongUse(str(error)) from error
    except OSError as error:
        raise NotDone(f"{error.filename} can not be read or written: {error.strerror}.") from error
    return CLEAN


class Unusable(Exception):
    """Why a file can not be used, in words for its owner."""


def _add(file: Path, curriculum: Path, event: str) -> Path:
    """Writes one day to its event. Raises Unusable, and OSError."""
    from ..ground.cache import put

    day, named = read_day(file, curriculum)
    id_ = event or named
    folder = curriculum / "events" / id_
    if not id_ or Path(id_).name != id_ or not (folder / "event.yml").is_file():
        raise Unusable(f"{file}: there is no event `{id_}`. Name one of curriculum/events with --event.")
    target = folder / "delivered.yml"
    days = [one for one in _days(target) if (one.day, one.date) != (day.day, day.date)]
    put(target, delivered_text(sorted([*days, day], key=lambda one: (one.date, one.day))).encode())
    return target


def read_day(file: Path, curriculum: Path) -> "tuple[DeliveredDay, str]":
    """A day as the run sheet saved it or showed it as text, and the event that it names; empty if it names none.

    Raises Unusable, and OSError.
    """
    from pydantic import ValidationError

    from ..model.delivered import DeliveredDay
    from .delivered_text import HEAD, Unreadable, from_text

    if file.stat().st_size > MOST:
        raise Unusable(f"{file} is too large for a file of the run sheet.")
    try:
        text = file.read_text("utf-8-sig").strip()
        data = from_text(text, curriculum) | {"format": FORMAT} if text.startswith(HEAD) else json.loads(text)
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise Unusable(f"{file} is no file that a run sheet saved: its `format` is not `{FORMAT}`.")
        lines = [_line(line) for line in data["lines"]]
        day = DeliveredDay.model_validate({key: data[key] for key in ("day", "date", "start")} | {"lines": lines})
    except Unreadable as error:
        raise Unusable(f"{file}: {error}") from error
    except (ValidationError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unusable(f"{file} is damaged: save it anew on the phone. ({type(error).__name__})") from error
    event = data.get("event")
    return day, event if isinstance(event, str) else ""


def _line(line: dict[str, Any]) -> dict[str, Any]:
    """`slot.module.activity` is an activity; every other key is a slot, or a break with its number."""
    given = {key: value for key, value in line.items() if key in ("planned", "minutes", "left_out")}
    parts = line["key"].split(".")
    return given | ({"activity": f"{parts[1]}/{parts[2]}"} if len(parts) == 3 else {"slot": line["key"]})


def _days(target: Path) -> "tuple[DeliveredDay, ...]":
    """The days that are kept already. Raises Unusable."""
    from ..model.delivered import Delivered
    from ..reading.validate import validate
    from ..reading.yaml import read

    if not target.is_file():
        return ()
    source, problems = read(target, target.parent)
    model = validate(source, Delivered)[0] if source is not None and not problems else None
    if model is None:
        raise Unusable(f"{target} has mistakes: run `workshop check`, and correct them first.")
    return tuple(model.days)


def delivered_text(days: "Sequence[DeliveredDay]") -> str:
    """The text of a `delivered.yml`."""
    from ..reading.kinds import FILE_KINDS
    from ..reading.schema import first_line

    kind = next(kind for kind in FILE_KINDS if kind.name == "delivered")
    rows = [f"{first_line(kind)}", "days:"]
    for day in days:
        rows += [f"  - day: {day.day}", f"    date: {day.date}", f'    start: "{day.start}"', "    lines:"]
        for line in day.lines:
            parts = [
                f"activity: {line.activity}" if line.activity else f"slot: {line.slot}",
                f"planned: {line.planned}",
            ]
            if line.minutes is not None:
                parts.append(f"minutes: {line.minutes}")
            if line.left_out:
                parts.append("left_out: true")
            rows.append(f"      - {{{', '.join(parts)}}}")
    return "\n".join([*rows, ""])
