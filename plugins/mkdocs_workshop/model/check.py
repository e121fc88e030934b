"""The knowledge check: a short scored quiz of a module."""

from typing import Annotated, Literal

from pydantic import Field

from .base import FACILITATOR_ONLY, Id, Line, Many, Part


class Option(Part):
    """One possible answer."""

    id: Id
    """A letter or a word; stays for ever."""
    text: Line
    """What the learner reads."""
    feedback: Line
    """What the learner is told after choosing it: why it is right or wrong."""


class _Question(Part):
    id: Id
    """Stays for ever: learners' records hang on it."""
    outcome: Id
    """The outcome of this module that the question tests."""
    text: Line
    """The question, in one sentence or two."""


class SingleQuestion(_Question):
    """One right answer among several."""

    kind: Literal["single"]
    """One right answer."""
    options: Annotated[Many[Option], Field(min_length=2)]
    """Two to six, all plausible."""
    key: Annotated[Id, FACILITATOR_ONLY]
    """The id of the right option."""


class MultipleQuestion(_Question):
    """Several right answers."""

    kind: Literal["multiple"]
    """Several right answers."""
    options: Annotated[Many[Option], Field(min_length=3)]
    """Three to six."""
    key: Annotated[Many[Id], Field(min_length=1), FACILITATOR_ONLY]
    """The ids of all right options."""


class TrueFalseQuestion(_Question):
    """A statement that is true or false."""

    kind: Literal["true-false"]
    """True or false."""
    key: Annotated[bool, FACILITATOR_ONLY]
    """`true` or `false`."""
    feedback: Line
    """What the learner is told after answering: why it is so."""


class Pair(Part):
    """Two things that belong together."""

    id: Id
    """Stays for ever."""
    left: Line
    """What is asked for."""
    right: Line
    """What belongs to it."""


class MatchQuestion(_Question):
    """Things to bring together. The platform shuffles the right side."""

    kind: Literal["match"]
    """Pairs."""
    # The words are for learners; only what belongs together is the key, and every output shuffles it.
    pairs: Annotated[Many[Pair], Field(min_length=3)]
    """Three to six pairs, written as they belong together."""
    feedback: Line
    """What the learner is told after answering."""


class OrderItem(Part):
    """One thing in a row."""

    id: Id
    """Stays for ever."""
    text: Line
    """What the learner reads."""


class OrderQuestion(_Question):
    """Things to bring into the right order. They are shown out of order."""

    kind: Literal["order"]
    """Things in their right order."""
    # The words are for learners; only their order is the key, and every output shuffles it.
    items: Annotated[Many[OrderItem], Field(min_length=3, max_length=8)]
    """Three to eight, written in the right order."""
    feedback: Line
    """What the learner is told after answering."""


CheckQuestion = Annotated[
    SingleQuestion | MultipleQuestion | TrueFalseQuestion | MatchQuestion | OrderQuestion,
    Field(discriminator="kind"),
]


class KnowledgeCheck(Part):
    """`modules/<id>/check.yml`: five to eight questions with feedback."""

    pass_mark: Annotated[int, Field(ge=1, le=100)] = 80
    """Per cent of the points that count as passed."""
    questions: Annotated[Many[CheckQuestion], Field(min_length=1)]
    """In the order in which they are asked."""
