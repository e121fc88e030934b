"""Instruments as import files of Moodle's activity Feedback (Feedback, Edit questions, Import questions).

The format is the one that Moodle itself exports, version 200701. It holds the questions alone: that the activity is anonymous
is set in Moodle. `ITEMLABEL` becomes the header of the column when Moodle exports the answers; Moodle takes 255 letters of a text.
"""

import xml.etree.ElementTree as ET

from ..documents.html import html, words
from ..documents.texts import Texts
from ..ground.artifact import Artifact
from ..ground.language_tags import untagged
from .asked import Asked, Question

VARIANT = "moodle-feedback"
RADIO, BOXES = "r", "c"
HEAD = '<?xml version="1.0" encoding="UTF-8" ?>'
"""To the letter: Moodle looks for double quotes and for a sign before `?>`, and refuses the file without them."""
_HORIZONTAL = "<<<<<1"
"""Answers beside each other."""
_LETTERS = 8
"""Width of the field for the code."""


def moodle_feedback(asked: Asked) -> Artifact:
    """One item for each question, labels for headings and instructions."""
    say = asked.edition.say
    root = ET.Element("FEEDBACK", {"VERSION": "200701", "COMMENT": "XML-Importfile for mod/feedback"})
    items = ET.SubElement(root, "ITEMS")
    instructions = html(Texts(asked.edition).blocks(asked.form.instructions))
    _item(items, "label", "", "", f"{instructions}<p>{words(say('webform.tool-privacy'))}</p>{_readers(asked)}")
    for question in asked.first:
        _question(items, question)
    for section in asked.sections:
        _item(items, "label", "", "", f"<h4>{words(section.title)}</h4>")
        about = ""
        for question in section.questions:
            if question.about and question.about != about:
                about = question.about
                _item(items, "label", "", "", f"<p>{words(about)}</p>")
            _question(items, question)
    ET.indent(root)
    return asked.file("xml", f"{HEAD}\n{ET.tostring(root, 'unicode')}\n", VARIANT)


def _readers(asked: Asked) -> str:
    readers = asked.readers
    return f"<p>{words(readers)}</p>" if readers else ""


def _question(items: ET.Element, question: Question) -> None:
    match question.kind:
        case "code":
            _item(items, "textfield", question.name, question.text, f"{_LETTERS}|{_LETTERS}")
        case "text":
            kind, size = ("textarea", f"60|{question.lines + 1}") if question.lines > 1 else ("textfield", "60|255")
            _item(items, kind, question.name, question.text, size)
        case "scale":
            # "Rated" keeps the value that is printed on paper; Moodle would else count from 1 in the order of the form.
            options = "|".join(f"{value}####{_option(label)}" for value, label in question.answers)
            _item(items, "multichoicerated", question.name, question.text, f"{RADIO}>>>>>{options}{_HORIZONTAL}")
        case kind:
            options = "|".join(_option(label) for _, label in question.answers)
            how = BOXES if kind == "choices" else RADIO
            _item(items, "multichoice", question.name, question.text, f"{how}>>>>>{options}")


def _option(label: str) -> str:
    """An answer without the signs that part answers."""
    return label.replace("|", "/").replace("####", "#").replace("<<<<<", "<").replace(">>>>>", ">")


def _item(items: ET.Element, kind: str, name: str, text: str, presentation: str) -> None:
    item = ET.SubElement(items, "ITEM", {"TYPE": kind, "REQUIRED": "0"})
    for tag, value in (
        ("ITEMID", str(len(items))),
        ("ITEMTEXT", text),
        ("ITEMLABEL", name),
        ("PRESENTATION", presentation),
        ("OPTIONS", "h" if kind.startswith("multichoice") else ""),
        ("DEPENDITEM", "0"),
        ("DEPENDVALUE", ""),
    ):
        ET.SubElement(item, tag).text = untagged(value)
