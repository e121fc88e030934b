"""Working time as certificates and overviews say it."""

from collections.abc import Sequence

from ..clock import TimedDay

HALF_DAY = 240
"""Working minutes. A day with fewer is half a day, if others are whole."""


def academic_hours(minutes: int, hour: int) -> str:
    """Minutes in academic hours, rounded to half an hour: 515 minutes of 45 are `11.5`."""
    return f"{round(2 * minutes / hour) / 2:g}"


def count_of_days(days: Sequence[TimedDay]) -> tuple[str, int]:
    """Days as they are written, and a whole number that chooses the plural: `1½` and 2 for a day and a morning.

    Where all days are short, they are the lessons of an academy, and each counts as one.
    """
    short = sum(day.net < HALF_DAY for day in days)
    if short == len(days):
        return str(len(days)), len(days)
    halves = 2 * len(days) - short
    shown = f"{halves // 2}½" if halves % 2 else str(halves // 2)
    return shown, -(-halves // 2)
