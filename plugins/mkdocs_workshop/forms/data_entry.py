"""A workbook for typing in paper forms: one sheet for each moment, one row for each person.

It holds no macros, and nothing of how answers are counted: whoever types does not need to know.
"""

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ..ground.artifact import Artifact
from ..language.sheet_names import help_sheets, moment_sheets
from ..teaching.columns import MOMENT
from .asked import Asked, Question
from .workbooks import workbook

VARIANT = "data-entry"
ROWS = 300
"""People that have lists to choose from."""
_TITLE, _HINT, _LIST = 32, 255, 255
"""Letters that a spreadsheet takes for the title and the text of a hint, and for a list of answers."""
NARROW, WIDE = 11, 34
"""Letters in a cell."""


def data_entry(asked: Asked) -> Artifact:
    """The workbook: what to know, a sheet for each moment, and a list of what each answer means."""
    author = asked.plain(asked.edition.curriculum.manual.title)
    return asked.file("xlsx", workbook(asked.title, author, lambda book: _write(book, asked)), VARIANT)


def _write(book: Workbook, asked: Asked) -> None:
    read_me, lists = help_sheets(asked.edition.say)
    questions = [question for question in asked.questions if question.kind != MOMENT]
    formats = _Formats(book)
    _read_me(book.add_worksheet(read_me), asked, formats)
    for name in moment_sheets(asked.form.moments, asked.edition.say):
        _moment(book.add_worksheet(name), asked, questions, formats)
    _lists(book.add_worksheet(lists), asked, questions, formats)


class _Formats:
    """How cells look."""

    def __init__(self, book: Workbook) -> None:
        quiet = {"valign": "top", "text_wrap": True, "font_size": 11}
        # Ids are long words; upright, thirty of them stand on one screen.
        self.head: Format = book.add_format(
            {"bold": True, "bg_color": "#E6ECF4", "bottom": 2, "rotation": 90, "valign": "bottom", "align": "center"}
        )
        self.title: Format = book.add_format({"bold": True, "font_size": 16, "valign": "top", "text_wrap": True})
        self.label: Format = book.add_format({"bold": True, "bg_color": "#E6ECF4", "bottom": 1})
        self.text: Format = book.add_format(quiet)
        self.number: Format = book.add_format({"align": "center", "border": 1, "border_color": "#DCE3E8"})
        # As text, so that a code like 1E20 or 007 stays what it is.
        self.words: Format = book.add_format(
            {"num_format": "@", "valign": "top", "border": 1, "border_color": "#DCE3E8"}
        )
        self.twice: Format = book.add_format({"bg_color": "#FBEBD9", "font_color": "#A34A06", "bold": True})


def _moment(sheet: Worksheet, asked: Asked, questions: list[Question], formats: _Formats) -> None:
    sheet.set_row(0, 110)
    sheet.freeze_panes(1, _fixed(questions))
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for column, question in enumerate(questions):
        sheet.write_string(0, column, question.name, formats.head)
        sheet.write_comment(0, column, _about(asked, question), {"x_scale": 2.4, "y_scale": 1.8, "author": ""})
        own_words = question.kind in ("text", "code", "choices")
        sheet.set_column(
            column, column, WIDE if question.kind == "text" else NARROW, formats.words if own_words else formats.number
        )
        _validate(sheet, asked, column, question)
        if question.kind == "code":
            sheet.conditional_format(1, column, ROWS, column, {"type": "duplicate", "format": formats.twice})


def _fixed(questions: list[Question]) -> int:
    """Columns that stay in sight: what tells rows apart."""
    return next((index for index, question in enumerate(questions) if question.kind not in ("code", "group")), 0)


def _validate(sheet: Worksheet, asked: Asked, column: int, question: Question) -> None:
    say = asked.edition.say
    hint = {"input_title": _short(question.name, _TITLE), "input_message": _short(_about(asked, question), _HINT)}
    values = [value for value, _ in question.answers]
    listed = question.answers and question.kind != "choices" and len(",".join(values)) <= _LIST
    rule = {
        "validate": "list",
        "source": [int(value) for value in values] if question.kind == "scale" else values,
        "error_title": _short(question.name, _TITLE),
        "error_message": _short(say("entry.wrong", answers=", ".join(values)), _HINT),
    } if listed else {"validate": "any"}  # fmt: skip
    sheet.data_validation(1, column, ROWS, column, {**rule, **hint})


def _about(asked: Asked, question: Question) -> str:
    """The question and its answers."""
    text = f"{question.about} {question.text}" if question.about else question.text
    if question.kind == "choices":
        text += f" {asked.edition.say('entry.several')}"
    return "\n".join((text, *(_meaning(value, label) for value, label in question.answers)))


def _meaning(value: str, label: str) -> str:
    return f"{value} = {label}"


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _read_me(sheet: Worksheet, asked: Asked, formats: _Formats) -> None:
    say = asked.edition.say
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 96)
    sheet.write_string(0, 0, asked.title, formats.title)
    named = {"columns": {"lists": help_sheets(say)[1]}}
    parts = ("row", "sheet", "empty", "doubt", "columns", "report", "private")
    rows = [say(f"entry.{name}", **named.get(name, {})) for name in parts]
    rows += filter(None, [asked.readers])
    for index, text in enumerate(rows, start=2):
        sheet.write_string(index, 0, f"{index - 1}. {text}", formats.text)
        sheet.set_row(index, 32)


def _lists(sheet: Worksheet, asked: Asked, questions: list[Question], formats: _Formats) -> None:
    say = asked.edition.say
    for column, (name, width) in enumerate((("column", 30), ("asked", 70), ("answers", 60))):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, say(f"entry.list.{name}"), formats.label)
    sheet.freeze_panes(1, 0)
    for row, question in enumerate(questions, start=1):
        text = f"{question.about} {question.text}" if question.about else question.text
        meanings = "\n".join(_meaning(value, label) for value, label in question.answers)
        for column, words in enumerate((question.name, text, meanings)):
            sheet.write_string(row, column, words, formats.text)
        sheet.set_row(row, 15.5 * max(1, len(question.answers), len(text) // 62 + 1))
