"""Line drawings of the dialogs of Moodle that the guide for teachers names: what stands there, and what to choose.

They are drawings of ours, not pictures of somebody's screen. Each word in them is one of the table of names (`moodle_names.yml`).
"""

from collections.abc import Mapping
from html import escape
from typing import Literal, NamedTuple

from ...language.interface import Catalogue

Kind = Literal["choice", "tick", "press"]


class Row(NamedTuple):
    """One line of a dialog."""

    kind: Kind
    """A list to choose from, something to tick or to mark, something to press."""
    name: str
    value: str = ""
    """What is chosen or ticked; empty where the guide says it in words of its own."""


class Dialog(NamedTuple):
    """A dialog, by the names of its parts."""

    title: str
    rows: tuple[Row, ...]


DIALOGS: Mapping[str, Dialog] = {
    "completion": Dialog(
        "Completion conditions", (Row("tick", "Add requirements"), Row("tick", "Require status", "Passed"))
    ),
    "grade": Dialog(
        "SCORM package",
        (Row("choice", "Grading method", "Highest grade"), Row("choice", "Attempts grading", "Highest attempt")),
    ),
    "attempts": Dialog(
        "SCORM package",
        (
            Row("choice", "Number of attempts", "Unlimited attempts"),
            Row("choice", "Force new attempt", "When previous attempt completed, passed or failed"),
        ),
    ),
    "look": Dialog(
        "SCORM package",
        (
            Row("press", "Show more..."),
            Row("choice", "Display content structure in player", "Disabled"),
            Row("choice", "Student skip content structure page"),
        ),
    ),
    "package": Dialog("SCORM package", (Row("choice", "Package file", "ZIP"),)),
    "restore": Dialog("MBZ", (Row("tick", "Merge the backup course into this course"),)),
    "feedback": Dialog(
        "Feedback",
        (
            Row("choice", "Record user names", "Anonymous"),
            Row("press", "Edit questions"),
            Row("press", "Import questions"),
            Row("press", "Responses"),
        ),
    ),
    "source": Dialog("Tools", (Row("press", "Source code"),)),
}
"""By the text of the guide that they belong to."""
_WIDTH, _HEAD, _GAP = 360, 34, 12
_HEIGHTS: Mapping[Kind, int] = {"choice": 54, "tick": 28, "press": 34}


def dialogs(say: Catalogue) -> dict[str, str]:
    """Each dialog as a drawing; what is in it is said in one sentence for those who do not see it."""
    return {id_: _drawn(dialog, say("academy.draw.dialog", names=_names(dialog))) for id_, dialog in DIALOGS.items()}


def _names(dialog: Dialog) -> str:
    return "; ".join([dialog.title, *(": ".join(filter(None, (row.name, row.value))) for row in dialog.rows)])


def _drawn(dialog: Dialog, words: str) -> str:
    top, rows = _HEAD + _GAP, ""
    for row in dialog.rows:
        rows += f'<g transform="translate(18 {top})">{_ROWS[row.kind](row)}</g>'
        top += _height(row) + _GAP
    return (
        f'<svg class="ws-how ws-dialog" role="img" aria-label="{escape(words)}" viewBox="0 0 {_WIDTH} {top + 1}" '
        f'xmlns="http://www.w3.org/2000/svg"><rect x="1" y="1" width="{_WIDTH - 2}" height="{top - 1}" rx="8"/>'
        f'<path d="M1 {_HEAD}h{_WIDTH - 2}"/>{_text(18, 23, dialog.title, bold=True)}{rows}</svg>'
    )


def _height(row: Row) -> int:
    return _HEIGHTS[row.kind] + (28 if row.kind == "tick" and row.value else 0)


def _text(x: int, y: int, words: str, *, bold: bool = False) -> str:
    look = ' class="ws-name"' if bold else ""
    return f'<text x="{x}" y="{y}"{look}>{escape(words)}</text>'


def _choice(row: Row) -> str:
    box = f'<rect y="20" width="{_WIDTH - 36}" height="30" rx="6" class="ws-chosen"/>'
    sign = f'<path d="m{_WIDTH - 56} 32 6 6 6-6"/>'
    return f"{_text(0, 12, row.name, bold=True)}{box}{_text(10, 40, row.value) if row.value else ''}{sign}"


def _tick(row: Row) -> str:
    def ticked(y: int, words: str) -> str:
        return (
            f'<rect x="1" y="{y}" width="18" height="18" rx="4" class="ws-chosen"/><path d="m5 {y + 9} 4 4 7-8"/>'
            + _text(30, y + 14, words)
        )

    if not row.value:
        return ticked(4, row.name)
    return f"{_text(0, 18, row.name, bold=True)}{ticked(32, row.value)}"


def _press(row: Row) -> str:
    width = 24 + 8 * len(row.name)
    return f'<rect y="1" width="{width}" height="30" rx="6" class="ws-chosen"/>{_text(12, 21, row.name, bold=True)}'


_ROWS = {"choice": _choice, "tick": _tick, "press": _press}
