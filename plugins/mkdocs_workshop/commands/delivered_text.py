"""What a run sheet shows as text for a message: one line, read again with the programme that it belongs to.

`workshop-delivered-text-1 two-day 1 2026-12-09 08:55 2026-12-almaty 3f9a2c1b 23,,x,15`: programme, day, date, beginning, event or
`-`, a sum of the lines of the day, and the minutes of each line; empty for what nobody measured, `x` for what was left out.
"""

import zlib
from pathlib import Path
from typing import Any

HEAD = "workshop-delivered-text-1"


class Unreadable(Exception):
    """Why a code can not be read, in words for its owner."""


def from_text(text: str, curriculum: Path) -> dict[str, Any]:
    """The same data as a saved file holds. Raises Unreadable, and ValueError where the text is damaged."""
    from ..reading.curriculum import load
    from ..teaching.day_lines import day_lines

    _, programme, number, date, start, event, sum_, *rest = text.split()
    whole, _, complete = load(curriculum, curriculum.parent)
    if whole is None or not complete:
        raise Unreadable(f"{curriculum} has mistakes: run `workshop check`, and correct them first.")
    days = whole.timetables.get(programme, ())
    index = int(number) - 1
    if not 0 <= index < len(days):
        raise Unreadable(f"the line is of day {number} of the programme `{programme}`, which is not in {curriculum}.")
    lines = list(day_lines(days[index].slots))
    minutes = "".join(rest).split(",")
    if sum_ != sum_of([(line.key, line.minutes) for line in lines]) or len(minutes) != len(lines):
        raise Unreadable(
            f"`{programme}` has changed since this day was run. Save the file on the phone (`Save what it took`) and use that."
        )
    return {
        "event": "" if event == "-" else event,
        "day": index + 1,
        "date": date,
        "start": start,
        "lines": [_line(line.key, line.minutes, given) for line, given in zip(lines, minutes, strict=True)],
    }


def sum_of(day: list[tuple[str, int]]) -> str:
    """Keys and planned minutes of a day as eight hexadecimal digits: the same as in `run-text.js`."""
    text = "\n".join(f"{key}:{minutes}" for key, minutes in day)
    return f"{zlib.adler32(text.encode()):08x}"


def _line(key: str, planned: int, given: str) -> dict[str, Any]:
    line: dict[str, Any] = {"key": key, "planned": planned}
    if given == "x":
        return line | {"left_out": True}
    return line | {"minutes": int(given)} if given else line
