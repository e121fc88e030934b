"""Instruments as XLSForm, which KoboToolbox and ODK read: https://xlsform.org.

No groups: both tools would put the name of the group before the name of each column. Nothing is required, because nobody has
to answer.
"""

import hashlib
from collections.abc import Iterator

from babel import Locale
from xlsxwriter import Workbook

from ..documents.forms import CODE_LETTERS
from ..ground.artifact import Artifact
from .asked import Asked, Question
from .workbooks import workbook

VARIANT = "xlsform"
LIKERT = "likert"
"""The appearance that puts a scale into one line."""


def xlsform(asked: Asked) -> Artifact:
    """The sheets `survey`, `choices` and `settings`."""
    language = _language(asked.edition.language)

    def write(book: Workbook) -> None:
        for name, rows in (
            ("survey", [*_survey(asked, language)]),
            ("choices", [*_choices(asked, language)]),
            ("settings", _settings(asked, language)),
        ):
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(rows[0]) - 1, 28)
            for index, row in enumerate(rows):
                sheet.write_row(index, 0, row)

    made = workbook(asked.title, asked.plain(asked.edition.curriculum.manual.title), write)
    return asked.file("xlsx", made, VARIANT)


def _language(code: str) -> str:
    """A language as both tools want it: `English (en)`."""
    name = Locale.parse(code).get_display_name(code) or code
    return f"{name} ({code})"


def _survey(asked: Asked, language: str) -> Iterator[tuple[str, ...]]:
    yield (
        "type", "name", f"label::{language}", f"hint::{language}", "required", "appearance", "constraint",
        f"constraint_message::{language}", "calculation",
    )  # fmt: skip
    say, plain = asked.edition.say, asked.plain
    yield _row("note", "instructions_note", plain(asked.form.instructions))
    yield _row("note", "privacy_note", say("webform.tool-privacy"))
    if readers := asked.edition.readers_of_rest():
        yield _row("note", "readers_note", readers)
    for question in asked.questions:
        only = asked.only_answer(question)
        if only is not None:
            # The column is wanted, the question is not.
            yield _row("calculate", question.name, "", calculation=f"'{only}'")
    yield from (_question(asked, question) for question in asked.first)
    for section in asked.sections:
        yield _row("note", f"section_{section.id}_note", f"**{section.title}**")
        about = ""
        for question in section.questions:
            if question.about and question.about != about:
                about = question.about
                yield _row("note", f"{question.name.partition('.')[0]}_note", about)
            yield _question(asked, question)


def _question(asked: Asked, question: Question) -> tuple[str, ...]:
    say = asked.edition.say
    match question.kind:
        case "code":
            return _row(
                "text", question.name, question.text, say("webform.code-hint", n=CODE_LETTERS),
                constraint=f"string-length(.) = {CODE_LETTERS}", message=say("webform.code-wrong", n=CODE_LETTERS),
            )  # fmt: skip
        case "text":
            return _row("text", question.name, question.text, appearance="multiline" if question.lines > 1 else "")
        case "choices":
            return _row(f"select_multiple {_list(question)}", question.name, question.text)
        case kind:
            appearance = LIKERT if kind == "scale" else ""
            return _row(f"select_one {_list(question)}", question.name, question.text, appearance=appearance)


def _row(
    type_: str, name: str, label: str, hint: str = "", *, appearance: str = "", constraint: str = "",
    message: str = "", calculation: str = "",
) -> tuple[str, ...]:  # fmt: skip
    required = "" if type_ in ("note", "calculate") else "no"
    return (type_, name, label, hint, required, appearance, constraint, message, calculation)


def _list(question: Question) -> str:
    """The name of a list of answers. Questions with the same answers share it, whoever asks."""
    digest = hashlib.sha256(repr(question.answers).encode()).hexdigest()[:8]
    return f"{question.kind}_{digest}"


def _choices(asked: Asked, language: str) -> Iterator[tuple[str, ...]]:
    yield ("list_name", "name", f"label::{language}")
    lists = {_list(question): question for question in asked.questions if question.answers}
    for name, question in lists.items():
        for value, label in question.answers:
            # The number is printed on paper, so it is shown here as well.
            yield (name, value, f"{value} · {label}" if question.kind == "scale" else label)


def _settings(asked: Asked, language: str) -> list[tuple[str, ...]]:
    return [
        ("form_title", "form_id", "version", "default_language"),
        (asked.title, asked.id, asked.edition.version(), language),
    ]
