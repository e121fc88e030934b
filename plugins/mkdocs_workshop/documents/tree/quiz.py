"""A knowledge check that is answered on a screen, as plain data.

Names and values are what a script reads: every input is `name=<question id> value=<option id>`. Where places are chosen from
lists, each list is named `<question id>.<row id>`.
"""

from dataclasses import dataclass

from .forms import Words


@dataclass(frozen=True)
class Choices:
    """Answers of which one, or several, are chosen."""

    several: bool
    options: tuple[tuple[str, Words], ...]
    """Value and words."""


@dataclass(frozen=True)
class Lists:
    """Rows with a list to choose from in each; all lists are the same."""

    rows: tuple[tuple[str, Words], ...]
    """The id of a row and its words."""
    prompt: str
    """What a list shows before anything is chosen: "Choose"."""
    options: tuple[tuple[str, str], ...]
    """Value and plain words."""
    sides: tuple[tuple[str, Words], ...] = ()
    """What belongs to the rows, each with its letter, above them; empty where the options say all."""


@dataclass(frozen=True)
class QuizQuestion:
    """A question and the inputs for its answer."""

    id: str
    number: str
    """"Question 3"."""
    words: Words
    how: str
    """"Choose one answer."."""
    answer: Choices | Lists
