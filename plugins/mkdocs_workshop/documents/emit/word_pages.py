"""Pages and cards of their own, to Word: the same words, plainly set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..tree.blocks import Break, Field, Paragraph, Strong, Text
from ..tree.document import Part, heading, listed, paragraph, strong, text
from ..tree.forms import Words
from ..tree.pages import Badges, Certificate, EasySteps, PagePart, Poster, SeatPlan, SignList, Tents

if TYPE_CHECKING:
    from ..tree.people import Person
    from .word_layout import LayoutWriter


def page_part(writer: LayoutWriter, part: PagePart) -> None:
    """Writes a page."""
    match part:
        case EasySteps(short):
            writer.parts((listed(short, ordered=True),))
        case Poster(days, themes):
            for day in days:
                writer.parts((heading(2, day.title),))
                for slot in day.slots:
                    writer.parts((Paragraph((*strong(slot.time), Text(f" {slot.title}"))),))
            writer.paragraph("Small", " · ".join(name for name, _ in themes))
        case Badges(badges, manual, programme, labels):
            for badge in badges:
                writer.paragraph("Small", " · ".join(filter(None, (manual, badge.person.group))))
                writer.parts(_who(badge.person, labels))
                writer.paragraph("Small", programme)
        case Certificate():
            writer.parts(_certificate(part))
        case SignList(heads, rows, fields, below):
            lines = [tuple((text(cell),) for cell in (*row, *("" for _ in fields))) for row in rows]
            writer.table([text(head) for head in (*heads, *fields)], lines)
            writer.paragraph("Small", below)
        case Tents(tents, _, _, label):
            for tent in tents:
                writer.parts((*_who(tent.person, (label,)), paragraph(tent.person.group)))
        case SeatPlan(tables):
            for table in tables:
                writer.parts((heading(2, table.title), listed([_beside(person) for person in table.people])))


def _who(person: Person, labels: tuple[str, ...]) -> list[Part]:
    if not person.name:
        return [Paragraph((Field(label),)) for label in labels]
    lines: list[Words] = [(Strong(text(person.name)),), text(person.organisation)]
    return [Paragraph(line) for line in lines if line]


def _beside(person: Person) -> Words:
    about = " · ".join(filter(None, (person.organisation, person.group)))
    return (Strong(text(person.name)), *text(f" {about}" if about else ""))


def _certificate(page: Certificate) -> list[Part]:
    head = (page.manual, page.subtitle)
    about = (page.took_part, page.programme, page.purpose, page.facts, f"{page.contents_label} {page.contents}")
    return [
        Break(),
        *map(paragraph, head),
        heading(2, page.title),
        *_who(page.person, (page.name_label,)),
        *map(paragraph, about),
        *(Paragraph((Field(label),)) for label in page.signatures),
        paragraph(page.foot),
    ]
