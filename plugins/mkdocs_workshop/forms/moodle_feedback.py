"""Instruments as import files of Moodle's activity Feedback (Feedback, Edit questions, Import questions).

The format is the one that Moodle itself exports, version 200701. It holds the questions alone: that the activity is anonymous
is set in Moodle. `ITEMLABEL` becomes the header of the column when Moodle exports the answers; Moodle takes 255 letters of a text.
"""

import xml.etree.ElementTree as ET

from ..ground.artifact import Artifact
from ..ground.language_tags import untagged
from .asked import Asked
from .feedback_items import feedback_items

VARIANT = "moodle-feedback"
HEAD = '<?xml version="1.0" encoding="UTF-8" ?>'
"""To the letter: Moodle looks for double quotes and for a sign before `?>`, and refuses the file without them."""


def moodle_feedback(asked: Asked) -> Artifact:
    """One item for each question, labels for headings and instructions."""
    root = ET.Element("FEEDBACK", {"VERSION": "200701", "COMMENT": "XML-Importfile for mod/feedback"})
    items = ET.SubElement(root, "ITEMS")
    for number, item in enumerate(feedback_items(asked), 1):
        made = ET.SubElement(items, "ITEM", {"TYPE": item.kind, "REQUIRED": str(int(item.required))})
        for tag, value in (
            ("ITEMID", str(number)),
            ("ITEMTEXT", item.text),
            ("ITEMLABEL", item.name),
            ("PRESENTATION", item.presentation),
            ("OPTIONS", item.options),
            ("DEPENDITEM", "0"),
            ("DEPENDVALUE", ""),
        ):
            ET.SubElement(made, tag).text = untagged(value)
    ET.indent(root)
    return asked.file("xml", f"{HEAD}\n{ET.tostring(root, 'unicode')}\n", VARIANT)
