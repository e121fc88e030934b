"""Pages and cards of their own, to Word: the same words, plainly set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..tree.blocks import Paragraph, Strong, Text
from ..tree.document import heading, listed, strong, text
from ..tree.forms import Words
from ..tree.pages import Badges, Certificate, EasySteps, PagePart, Poster, SeatPlan, SignList, Tents
from .word_objects import badge_sheets, certificate_page, sign_rows, table_cards

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
        case Badges():
            badge_sheets(writer, part)
        case Certificate():
            certificate_page(writer, part)
        case SignList(heads, rows, fields, below):
            sign_rows(writer, (*heads, *fields), rows)
            writer.paragraph("Small", below)
        case Tents():
            table_cards(writer, part)
        case SeatPlan(tables):
            for table in tables:
                writer.parts((heading(2, table.title), listed([_beside(person) for person in table.people])))


def _beside(person: Person) -> Words:
    about = " · ".join(filter(None, (person.organisation, person.group)))
    return (Strong(text(person.name)), *text(f" {about}" if about else ""))
