"""What participants hold in their hands: handouts and case studies."""

from typing import Annotated, Literal

from pydantic import Field

from .base import FACILITATOR_ONLY, AudienceId, Id, Line, Many, Markdown, Minutes, Part
from .drawings import PanelId
from .module import Per, Section
from .release import Release

HandoutForm = Literal[
    "card",
    "checklist",
    "decision-path",
    "deck",
    "fact-sheet",
    "form",
    "letter",
    "log",
    "poster",
    "procedure",
    "reading",
    "role-card",
    "template",
]


class EasyRead(Part):
    """The same paper for people who read little: one thing a line, short words, large letters."""

    lines: Annotated[Many[Line], Field(min_length=3, max_length=9)]
    """At most twelve words each, in the order in which things are done."""
    figure: Id | None = None
    """A figure of the module that stands above the lines: drawn steps, if there are any."""
    draft: bool = False
    """First aid that nobody has signed yet; the paper says so."""


class Handout(Part):
    """`modules/<id>/handouts/<id>.yml`: a document for participants."""

    title: Line
    """What it says at the top of the paper."""
    form: HandoutForm
    """What kind of paper it is."""
    audiences: Annotated[Many[AudienceId], Field(min_length=1)]
    """For whom it is."""
    use: Line
    """When to take it in your hand: one sentence."""
    copies: Per = "person"
    """How many to print: one for each person, pair, group, or one for the room."""
    paper: Literal["A3", "A4", "A5", "A6"] = "A4"
    """The size it is made for."""
    also: Line | None = None
    """Words that people type when they look for it, with commas: "needlestick, pricked, splash". Search knows them; no page shows them."""
    moments: Many[Id] = ()
    """When people need it: ids of `moments` in `curriculum.yml`, the most usual one first. The page of papers groups by it."""
    pictures: dict[Id, PanelId] = Field(default_factory=dict)
    """Drawings of the kit beside sections: `{now: wash-hands}`. They adorn; what matters stands in the text."""
    release: Release | None = None
    """Who must have read it before anybody sees it. Until then it stays out of everything that is made."""
    sections: Annotated[Many[Section], Field(min_length=1)]
    """The text. `- [ ]` makes a box to tick, `{field:Name}` a blank, `{lines:4}` writing lines."""
    easy: EasyRead | None = None
    """An edition that is easy to read; for the papers that matter most."""


class Question(Part):
    """Something to talk about."""

    id: Id
    """The key answers it by this id."""
    text: Line
    """An open question."""


class Variant(Part):
    """The same story seen from one side."""

    audience: AudienceId
    """Whose side."""
    text: Markdown
    """What this audience is told besides the common story."""
    questions: Annotated[Many[Question], Field(min_length=1)]
    """What this audience talks about."""


class Answer(Part):
    """What a good answer contains."""

    question: Id
    """The question that it answers."""
    text: Markdown
    """The points to bring out."""


class Case(Part):
    """`modules/<id>/cases/<id>.yml`: a fictional story to work on."""

    title: Line
    """Short and concrete: "22:40, finger pricked"."""
    summary: Line
    """One sentence for lists. Gives nothing of the key away."""
    also: Line | None = None
    """Words that people type when they look for it, with commas. Search knows them; no page shows them."""
    minutes: Minutes
    """From handing it out to the end of the debrief."""
    copies: Per = "person"
    """How many to print: one for each person, pair or group. Tables that work on different cases need fewer of each."""
    release: Release | None = None
    """Who must have read it before anybody sees it. Until then it stays out of everything that is made."""
    story: Markdown
    """What everybody reads. Invented people and places."""
    variants: Annotated[Many[Variant], Field(min_length=1)]
    """One for each audience."""
    questions: Many[Question] = ()
    """For everybody, after the variants."""
    debrief: Annotated[Markdown, FACILITATOR_ONLY]
    """For the facilitator only: how to lead the talk afterwards, and where it must arrive."""
    key: Annotated[Many[Answer], Field(min_length=1), FACILITATOR_ONLY]
    """For the facilitator only: an answer to each question."""
