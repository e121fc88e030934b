"""Instruments as XLSForm, which KoboToolbox and ODK read: https://xlsform.org.

All languages of a manual stand in one form, in columns of their own; the tools let people choose.

No groups: both tools would put the name of the group before the name of each column. Moment and group are required, because without
them a sheet can not be counted; nothing else is, because nobody has to answer.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from xlsxwriter import Workbook

from ..documents.forms import CODE_LETTERS
from ..ground.artifact import Artifact
from .asked import Asked, Question
from .languages import in_all, name_of
from .workbooks import workbook

VARIANT = "xlsform"
MASTER = "·"
"""Stands where other languages say who has read the translation: both tools want a label in every language."""
LIKERT = "likert"
"""The appearance that puts a scale into one line."""


def xlsform(asked: Asked) -> Artifact:
    """The sheets `survey`, `choices` and `settings`, in all languages of the manual."""
    forms = in_all(asked)
    lists = _lists(forms)

    def write(book: Workbook) -> None:
        for name, rows in (
            ("survey", _survey(forms, lists)),
            ("choices", [*_choices(forms, lists)]),
            ("settings", _settings(asked)),
        ):
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(rows[0]) - 1, 28)
            for index, row in enumerate(rows):
                sheet.write_row(index, 0, row)

    made = workbook(asked.title, asked.plain(asked.edition.curriculum.manual.title), write)
    return asked.file("xlsx", made, VARIANT)


class _Row(NamedTuple):
    """A row of the survey in one language."""

    type: str
    name: str
    label: str = ""
    hint: str = ""
    appearance: str = ""
    constraint: str = ""
    message: str = ""
    calculation: str = ""
    required: str = ""
    """What is said when nothing was answered; empty where nobody has to."""


Lists = dict[str, str]
"""The name of the list of answers of each question that has one."""


def _lists(forms: Sequence[Asked]) -> Lists:
    """Questions with the same answers in every language share a list, whoever asks."""
    every = [{question.name: question for question in asked.questions} for asked in forms]
    lists = {}
    for name, question in every[0].items():
        if question.answers:
            said = [one[name].answers for one in every]
            digest = hashlib.sha256(repr(said if len(said) > 1 else said[0]).encode()).hexdigest()[:8]
            lists[name] = f"{question.kind}_{digest}"
    return lists


def _language(asked: Asked) -> str:
    """A language as both tools want it: `English (en)`."""
    code = asked.edition.language
    return f"{name_of(code)} ({code})"


def _survey(forms: Sequence[Asked], lists: Lists) -> list[tuple[str, ...]]:
    languages = [_language(asked) for asked in forms]

    def named(column: str) -> list[str]:
        return [f"{column}::{language}" for language in languages]

    head = (
        "type", "name", *named("label"), *named("hint"), "required", *named("required_message"), "appearance", "constraint",
        *named("constraint_message"), "calculation",
    )  # fmt: skip
    translated = any(asked.readers for asked in forms)
    return [
        head,
        *(
            _together(rows)
            for rows in zip(*(_rows(asked, lists, translated=translated) for asked in forms), strict=True)
        ),
    ]


def _together(rows: Sequence[_Row]) -> tuple[str, ...]:
    """A row of each language as one. Only words differ between them."""
    one = rows[0]
    required = "" if one.type in ("note", "calculate") else "yes" if one.required else "no"

    def each(get: Callable[[_Row], str]) -> list[str]:
        return [get(row) for row in rows]

    return (
        one.type, one.name, *each(lambda row: row.label), *each(lambda row: row.hint), required, *each(lambda row: row.required),
        one.appearance, one.constraint, *each(lambda row: row.message), one.calculation,
    )  # fmt: skip


def _rows(asked: Asked, lists: Lists, *, translated: bool) -> Iterator[_Row]:
    say, plain = asked.edition.say, asked.plain
    yield _Row("note", "instructions_note", plain(asked.form.instructions))
    yield _Row("note", "privacy_note", say("webform.tool-privacy"))
    if translated:
        yield _Row("note", "readers_note", asked.readers or MASTER)
    for question in asked.questions:
        only = asked.only_answer(question)
        if only is not None:
            # The column is wanted, the question is not.
            yield _Row("calculate", question.name, calculation=f"'{only}'")
    yield from (_question(asked, question, lists) for question in asked.first)
    for section in asked.sections:
        yield _Row("note", f"section_{section.id}_note", f"**{section.title}**")
        about = ""
        for question in section.questions:
            if question.about and question.about != about:
                about = question.about
                yield _Row("note", f"{question.name.partition('.')[0]}_note", about)
            yield _question(asked, question, lists)


def _question(asked: Asked, question: Question, lists: Lists) -> _Row:
    say = asked.edition.say
    match question.kind:
        case "code":
            return _Row(
                "text", question.name, question.text, say("webform.code-hint", n=CODE_LETTERS),
                constraint=f"string-length(.) = {CODE_LETTERS}", message=say("webform.code-wrong", n=CODE_LETTERS),
            )  # fmt: skip
        case "text":
            return _Row("text", question.name, question.text, appearance="multiline" if question.lines > 1 else "")
        case "choices":
            return _Row(f"select_multiple {lists[question.name]}", question.name, question.text)
        case kind:
            appearance = LIKERT if kind == "scale" else ""
            required = say("webform.required") if kind in ("moment", "group") else ""
            return _Row(
                f"select_one {lists[question.name]}",
                question.name,
                question.text,
                appearance=appearance,
                required=required,
            )


def _choices(forms: Sequence[Asked], lists: Lists) -> Iterator[tuple[str, ...]]:
    yield ("list_name", "name", *(f"label::{_language(asked)}" for asked in forms))
    every = [{question.name: question for question in asked.questions} for asked in forms]
    for name, named in {list_: name for name, list_ in lists.items()}.items():
        for rows in zip(*(one[named].answers for one in every), strict=True):
            value = rows[0][0]
            # The number is printed on paper, so it is shown here as well.
            scale = every[0][named].kind == "scale"
            yield (name, value, *(f"{value} · {label}" if scale else label for _, label in rows))


def _settings(asked: Asked) -> list[tuple[str, ...]]:
    return [
        ("form_title", "form_id", "version", "default_language"),
        (asked.title, asked.id, asked.edition.version(), _language(asked)),
    ]
