"""Everything that can be wrong with response files, and what to do about it."""

from collections.abc import Mapping

from ..ground.problems import Kind, Place, Problem

KINDS: Mapping[str, Kind] = {
    "R101": Kind("A file that can not be read", "Open it in a spreadsheet and save it anew as .xlsx or .csv."),
    "R102": Kind("Letters that can not be read", "Save it as CSV in UTF-8."),
    "R103": Kind("An empty sheet", "Delete the sheet, or type the answers in.", "warning"),
    "R104": Kind(
        "No columns of a form", "The first row must hold the ids of the items, as in the data-entry workbook."
    ),
    "R105": Kind("An unknown column", "Name it as the form does, or delete it. It is not counted.", "warning"),
    "R106": Kind("A column that is there twice", "Keep one of them. Only the first is counted.", "warning"),
    "R107": Kind("A missing column", "Add it, or leave it out if nobody was asked.", "warning"),
    "R108": Kind("Merged cells", "Unmerge them and type each answer into its own cell."),
    "R109": Kind(
        "An answer that the form does not have", "Look at the paper and type one of its answers. It is left out."
    ),
    "R110": Kind("An answer between two answers", "A person marks one answer: type a whole number. It is left out."),
    "R111": Kind("Answers that are missing", "Nothing, if the person left them out on paper.", "notice"),
    "R112": Kind("A sheet without a code", "It is counted, but not compared with another sheet.", "notice"),
    "R113": Kind(
        "A code that is there twice", "Look at the papers. The sheets are counted, but not compared.", "warning"
    ),
    "R114": Kind(
        "A code without a partner", "Look for a typing error. The sheet is counted, but not compared.", "notice"
    ),
    "R115": Kind("An unknown group or moment", "Write the id that the form gives. The row is left out."),
    "R116": Kind("An answer from another scale", "Look at which scale stands above the item. It is left out."),
    "R117": Kind(
        "The same answer everywhere", "Somebody may have marked one column. It is counted; read it with care.", "notice"
    ),
    "R118": Kind("A row without answers", "Type the answers in, or delete the row. It is not counted.", "warning"),
    "R119": Kind("No response files", "Put them into the folder, as .xlsx or .csv."),
    "R120": Kind(
        "A file that is too large",
        "Copy the answers into a new workbook, without what stands far below or to the right.",
    ),
    "R121": Kind(
        "Numbers of another scale",
        "Look at the papers and type the whole column again, on the scale of the form. Nothing of it is counted.",
    ),
    "R122": Kind(
        "A group that nobody knows",
        "Write the id that the form gives. The row is counted with all, in no group.",
        "warning",
    ),
    "R123": Kind(
        "A file that is not read", "Type its answers into a spreadsheet, or put it into another folder.", "warning"
    ),
}
"""By code. An error leaves something out of the figures, a warning may, a notice does not."""


def problem(place: Place, code: str, message: str, advice: str = "") -> Problem:
    """A problem with the severity and the advice of its kind."""
    kind = KINDS[code]
    return Problem(place, code, message, " ".join(filter(None, (advice, kind.advice))), kind.severity)
