"""What the sheets of a data-entry workbook are called: written by the form, understood by the report, in every language."""

from collections.abc import Mapping, Sequence

from ..teaching.columns import HELP_SHEETS
from .interface import Catalogue

LONGEST = 31
"""Letters in the name of a sheet, as spreadsheets allow it."""


def moment_sheets(moments: Sequence[str], say: Catalogue) -> Mapping[str, str]:
    """The moment by the name of its sheet: `{"до": "before", "после": "after"}`."""
    return {say(f"report.short.{moment}")[:LONGEST]: moment for moment in moments}


def help_sheets(say: Catalogue) -> tuple[str, ...]:
    """The names of the sheets that nobody fills in, in the order of `HELP_SHEETS`: `("прочтите", "списки")`."""
    return tuple(say(f"entry.name.{name}")[:LONGEST] for name in HELP_SHEETS)
