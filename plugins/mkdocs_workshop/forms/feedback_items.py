"""The items of an instrument in Moodle's activity Feedback: the same for a file of questions and for a course."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from ..documents.emit.html import html
from ..documents.texts import Texts
from ..documents.tree.document import heading, paragraph
from ..ground.sanitise import clean
from .asked import Asked, Question

RADIO, BOXES = "r", "c"
_HORIZONTAL = "<<<<<1"
"""Answers beside each other."""
_LETTERS = 8
"""Width of the field for the code."""


@dataclass(frozen=True)
class Item:
    """A question, or words between questions."""

    kind: str
    """`label`, `textfield`, `textarea`, `multichoice` or `multichoicerated`."""
    name: str
    """The name of its column; empty for words."""
    text: str
    presentation: str
    """The possible answers and how they are shown, in Moodle's notation; of words their HTML."""
    required: bool = False

    @property
    def options(self) -> str:
        """Moodle hides its own "not selected" with `h`."""
        return "h" if self.kind.startswith("multichoice") else ""


def feedback_items(asked: Asked, also: Sequence[Question] = ()) -> Iterator[Item]:
    """One item for each question, words for headings and instructions. `also` is asked first."""
    say = asked.edition.say
    instructions = clean(html(Texts(asked.edition).blocks(asked.form.instructions)), alone=True)
    lines = filter(None, (say("webform.tool-privacy"), asked.readers))
    yield _words(instructions + "".join(html((paragraph(line),)) for line in lines))
    yield from map(_question, (*also, *asked.first))
    for section in asked.sections:
        yield _words(html((heading(4, section.title),)))
        about = ""
        for question in section.questions:
            if question.about and question.about != about:
                about = question.about
                yield _words(html((paragraph(about),)))
            yield _question(question)


def _words(html_: str) -> Item:
    return Item("label", "", "", html_)


def _question(question: Question) -> Item:
    made = _asked(question)
    # Its text is HTML for Moodle as well.
    return replace(made, text=escape(made.text, quote=False))


def _asked(question: Question) -> Item:
    match question.kind:
        case "code":
            return Item("textfield", question.name, question.text, f"{_LETTERS}|{_LETTERS}")
        case "text":
            kind, size = ("textarea", f"60|{question.lines + 1}") if question.lines > 1 else ("textfield", "60|255")
            return Item(kind, question.name, question.text, size)
        case "scale":
            # "Rated" keeps the value that is printed on paper; Moodle would else count from 1 in the order of the form.
            options = "|".join(f"{value}####{_option(label)}" for value, label in question.answers)
            return Item("multichoicerated", question.name, question.text, f"{RADIO}>>>>>{options}{_HORIZONTAL}")
        case kind:
            options = "|".join(_option(label) for _, label in question.answers)
            how = BOXES if kind == "choices" else RADIO
            required = kind in ("moment", "group")
            return Item("multichoice", question.name, question.text, f"{how}>>>>>{options}", required)


def _option(label: str) -> str:
    """An answer without the signs that part answers. Moodle shows it as HTML, and cleans nothing of it."""
    bare = label.replace("|", "/").replace("####", "#").replace("<<<<<", "<").replace(">>>>>", ">")
    return escape(bare, quote=False)
