"""The parts of a document to Word. What stands side by side on paper stands one below the other, so that people can edit it."""

from collections.abc import Iterable, Sequence

from docx.text.paragraph import Paragraph as WordParagraph

from ..tree.blocks import Block, Box, Break, Inline, Item, Lines, List, Paragraph, Strong, Text
from ..tree.books import Activity, Answered, BookPart, Chapter, Clock, Given, Index, Kit, Notes, SessionHead, Thumbs
from ..tree.document import (
    Aside,
    Captioned,
    Closing,
    Columns,
    Counted,
    Facts,
    Grid,
    Layout,
    Messages,
    Part,
    Questions,
    Section,
    Small,
    Titled,
    listed,
    strong,
    text,
)
from ..tree.forms import FormPart, Words
from ..tree.pages import PagePart
from ..tree.sides import SidePart
from .word_form import COLOURS
from .word_forms import form_part
from .word_numbers import COUNTED, Way, numbered
from .word_pages import page_part
from .word_sides import side_part
from .word_writer import Writer

NOTE_LINES = 6
"""Lines for notes: Word does not know how much of a page is left."""
ROOM = 3
"""Writing lines below a question that has none on paper: whoever types needs a place."""


class LayoutWriter(Writer):
    """Writes all parts."""

    def parts(self, tree: Sequence[Part], style: str = "Normal") -> None:
        """Some parts, one below the other; blocks in a style. Raises ValueError for what has not been put in words."""
        for part in tree:
            if isinstance(part, Block):
                self.blocks((part,), style)
            elif isinstance(part, FormPart):
                form_part(self, part)
            elif isinstance(part, PagePart):
                page_part(self, part)
            elif isinstance(part, BookPart):
                self._book_part(part)
            elif isinstance(part, SidePart):
                side_part(self, part)
            else:
                self._layout(part)

    def heading(self, level: int, words: Sequence[Inline]) -> None:
        """A heading; 2 is the highest below the title of a document."""
        self.line(self.paragraph(f"Heading {max(1, min(level - 1, 3))}"), words)

    def titled(self, level: int, title: str) -> None:
        """The heading of a section; with its number where a genre counts its parts, and its author does not."""
        heading = self.paragraph(f"Heading {max(1, min(level - 1, 3))}")
        if level == 2 and self.sheet.genre in COUNTED and not title[:1].isdigit():
            self.sections += 1
            way: Way = (
                "boxed" if self.sheet.genre != "procedure" else "beside" if self.into is self.document else "before"
            )
            numbered(heading, self.sections, COLOURS[self.made.colour][0], way)
        self.line(heading, text(title))

    def lead(self, words: Sequence[Inline], style: str = "Normal") -> WordParagraph:
        """A line that stands out and stays with what comes next."""
        paragraph = self.paragraph(style)
        self.line(paragraph, words, bold=True)
        paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Labels with their values, a line each."""
        for label, value in facts:
            self.line(self.paragraph("Normal"), (*strong(label), Text(f" {value}")))

    def _layout(self, part: Layout) -> None:
        match part:
            case Section(title, inner, level):
                self.titled(level, title)
                self.parts(inner)
            case Questions(lines, room):
                for number, line in enumerate(lines, 1):
                    self.parts(_question(number, line, room))
            case Titled(title, inner):
                self.lead(text(title))
                self.parts(inner)
            case Aside(title, inner):
                self.lead(text(title), "Note")
                self.parts(inner, "Note")
            case Messages(title, lines):
                self.lead(text(title), "Note")
                self.parts((listed(lines),), "Note")
            case Captioned(label, said):
                self.line(self.paragraph("Normal"), (*strong(label), Text(" "), *said))
            case Small(said):
                self.line(self.paragraph("Small"), said)
            case Columns(left, right):
                self.parts((*left, *right))
            case Facts(facts):
                self.facts(facts)
            case Grid(_, head, rows):
                self.table([text(name) for name in head], rows)
            case Counted(head, rows):
                things = [(((Box(),),), *((text(cell),) for cell in row)) for row in rows]
                self.table([(), *(text(name) for name in head)], things)
            case Closing():
                self._closing(part)
            case _:
                raise ValueError(f"{type(part).__name__} has no form in Word")

    def _closing(self, closing: Closing) -> None:
        if closing.sources:
            self.lead(text(closing.label), "Small")
        for cite in closing.sources:
            self.line(self.paragraph("Small"), (*strong(cite.label), Text(f" {cite.reference}")))
        for line in closing.notice:
            self.paragraph("Small", line)

    def _book_part(self, part: BookPart) -> None:
        match part:
            case Activity():
                self._activity(part)
            case Answered(question, answer):
                self.lead(question)
                self.parts(answer)
            case Chapter(title):
                self.parts((Break(),))
                self.heading(2, text(title))
            case Clock(head, rows):
                lines = [((text(row.time),), _named(row.title, row.theme), (text(row.minutes),)) for row in rows]
                self.table([text(name) for name in head], lines)
            case Thumbs(label, slides):
                self.lead(text(label))
                for slide in slides:
                    said = " · ".join(filter(None, (slide.large, slide.words)))
                    self.line(self.paragraph("Small"), (*strong(f"{slide.number} {slide.title}"), Text(f" {said}")))
            case Given(label, papers):
                self.line(self.paragraph("Normal"), (*strong(label), Text(f" {' · '.join(papers)}")))
            case Kit(title, things):
                if title:
                    self.lead(text(title))
                self.parts((listed([text(thing) for _, thing in things], box=True),))
            case Notes(label):
                self.lead(text(label))
                self.parts((Lines(NOTE_LINES),))
            case Index():
                pass  # Word makes an index of its own, and its pages are others
            case SessionHead(title, kicker, time, purpose):
                self.heading(2, text(title))
                self.paragraph("Small", " · ".join(filter(None, (kicker, time))))
                if purpose:
                    self.paragraph("Normal", purpose)

    def _activity(self, part: Activity) -> None:
        self.heading(3, text(f"{part.mark} {part.title} · {part.minutes}"))
        self.paragraph("Small", part.how)
        items = tuple(
            Item((Paragraph((*step.words, *text(f" ({when})" if when else ""))), *step.below))
            for step in part.steps
            for when in (" · ".join(filter(None, (step.at, step.minutes))),)
        )
        self.parts((List(ordered=True, items=items), *part.blocks))


def _question(number: int, line: Words, room: int) -> tuple[Part, ...]:
    return (Paragraph((Strong((Text(f"{number}. "),)), *line)), Lines(room or ROOM))


def _named(title: str, theme: str) -> tuple[Words, ...]:
    return (strong(title), text(theme)) if theme else (text(title),)
