"""A knowledge check to the fields of an HTML form, and lines of its questions as learning platforms take them.

Classes: `question`, `number`, `soft`, `option`, `sides`, `pair`, `feedback`.
"""

from collections.abc import Sequence

from ..tree.quiz import Choices, Lists, QuizQuestion
from .html import bare, html_line, words


def html_quiz(questions: Sequence[QuizQuestion]) -> str:
    """One fieldset a question: `<fieldset class="question" id="q-helps"><legend>...`. The script of the page writes into `feedback`."""
    return "\n".join(map(_fieldset, questions))


def _fieldset(question: QuizQuestion) -> str:
    answer = question.answer
    fields = _choices(question.id, answer) if isinstance(answer, Choices) else _lists(question.id, answer)
    return (
        f'<fieldset class="question" id="q-{question.id}"><legend>'
        f'<span class="number">{words(question.number)}</span> {html_line(question.words)}'
        f'</legend><p class="soft">{words(question.how)}</p>{fields}'
        f'<div class="feedback" hidden></div></fieldset>'
    )


def _choices(name: str, choices: Choices) -> str:
    kind = "checkbox" if choices.several else "radio"
    return "".join(
        f'<label class="option"><input type="{kind}" name="{name}" value="{value}"><span>{html_line(shown)}</span></label>'
        for value, shown in choices.options
    )


def _lists(name: str, lists: Lists) -> str:
    sides = "".join(
        f'<li><b aria-hidden="true">{letter.upper()}</b> <span>{html_line(side)}</span></li>'
        for letter, side in lists.sides
    )
    options = f'<option value="">{words(lists.prompt)}</option>' + "".join(
        f'<option value="{value}">{bare(shown)}</option>' for value, shown in lists.options
    )
    rows = "".join(
        f'<label class="pair"><span>{html_line(row)}</span><select name="{name}.{id_}">{options}</select></label>'
        for id_, row in lists.rows
    )
    return f'<ul class="sides">{sides}</ul>{rows}' if sides else rows


def in_paragraph(line: str) -> str:
    """A line of HTML as a paragraph; nothing if the line is empty.

    `in_paragraph("<em>Why?</em>")` gives `"<p><em>Why?</em></p>"`.
    """
    return f"<p>{line}</p>" if line else ""


def with_part(question: str, part: str) -> str:
    """A question and the part of it that is asked for here, both lines of HTML, one below the other.

    `with_part("What fits?", "Gloves")` gives `"What fits?<br><strong>Gloves</strong>"`.
    """
    return f"{question}<br><strong>{part}</strong>"
