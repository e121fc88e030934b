"""The line of an activity in the gradebook of a Moodle backup."""

from .backup_parts import NULL
from .xml import Element, element, fields


def grade_item(id_: int, kind: str, activity: int, title: str, pass_mark: int, time: int) -> Element:
    """A line of 100 points, of which `pass_mark` count as passed."""
    values: dict[str, str | int] = {
        "categoryid": NULL,
        "itemname": title,
        "itemtype": "mod",
        "itemmodule": kind,
        "iteminstance": activity,
        "itemnumber": 0,
        "iteminfo": NULL,
        "idnumber": "",
        "calculation": NULL,
        "gradetype": 1,
        "grademax": "100.00000",
        "grademin": "0.00000",
        "scaleid": NULL,
        "outcomeid": NULL,
        "gradepass": f"{pass_mark}.00000",
        "multfactor": "1.00000",
        "plusfactor": "0.00000",
        "aggregationcoef": "0.00000",
        "aggregationcoef2": "0.00000",
        "weightoverride": 0,
        "sortorder": id_,
        "display": 0,
        "decimals": NULL,
        "hidden": 0,
        "locked": 0,
        "locktime": 0,
        "needsupdate": 0,
        "timecreated": time,
        "timemodified": time,
    }
    return element("grade_item", [*fields(values), element("grade_grades")], {"id": id_})
