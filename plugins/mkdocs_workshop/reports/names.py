"""What groups, moments, items and numbers are called in a report."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from ..documents.tree.blocks import Heading, Inline, Item, List, Paragraph, Strong, Table, Text
from ..edition import Edition
from ..ground.typography import style_of
from ..model.base import Id
from ..model.event import Event
from ..model.instrument import Instrument, SessionsItem, StatementItem, TickedItem
from ..model.instrument import Item as FormItem
from .arithmetic import percent
from .figures import FEW, better_of, points_of

NOWRAP = "\u00a0"


class Names:
    """Gives plain words for one event."""

    def __init__(self, edition: Edition, event: Event) -> None:
        self.edition = edition
        self.event = event
        self.say = edition.say

    def form(self, id_: Id) -> Instrument:
        """An instrument by its id."""
        return self.edition.curriculum.instruments[id_]

    def title(self, id_: Id) -> str:
        """The title of an instrument."""
        return self.edition.plain(self.form(id_).title)

    def item(self, form: Id, item: Id) -> FormItem:
        """An item of an instrument."""
        return self._items[form, item]

    def text(self, form: Id, item: Id, session: Id = "") -> str:
        """What is asked; for a session, what it is called."""
        if session:
            return self._sessions.get(session, session)
        return self.edition.plain(self._items[form, item].text)

    def quoted(self, form: Id, item: Id, session: Id = "") -> str:
        """What is asked, in quotes within a sentence, so without its own full stop."""
        opened, closed = style_of(self.edition.language).outer
        return f"{opened}{self.text(form, item, session).rstrip('.')}{closed}"

    def labels(self, form: Id, item: Id) -> tuple[str, ...]:
        """The answers in the order of the form."""
        found = self._items[form, item]
        if isinstance(found, TickedItem):
            return tuple(self.edition.plain(choice.text) for choice in found.choices)
        if isinstance(found, StatementItem | SessionsItem):
            scale = next(scale for scale in self.form(form).scales if scale.id == found.scale)
            return tuple(self.edition.plain(point.label) for point in scale.points)
        return ()

    def value(self, form: Id, item: FormItem, place: int) -> str:
        """What is typed for an answer: the value of a scale, the id of a choice.

        It is "4" for the fourth point of a scale from 1, "yes" for the choice of that id.
        """
        if isinstance(item, TickedItem):
            return item.choices[place].id
        points = points_of(self.form(form), item)
        return str(points[place]) if points else ""

    def best(self, form: Id, item: Id) -> str:
        """The answer that the form counts as the best one; empty if it counts none."""
        found = self._items[form, item]
        if not isinstance(found, StatementItem | SessionsItem) or (better := better_of(found)) is None:
            return ""
        scale = next(scale for scale in self.form(form).scales if scale.id == found.scale)
        ends = sorted(scale.points, key=lambda point: point.value)
        return self.edition.plain(ends[0 if better == "low" else -1].label)

    def group(self, id_: Id) -> str:
        """The name of an audience; "all together" for none."""
        if not id_:
            return self.say("report.all")
        for audience in self.edition.curriculum.manual.audiences:
            if audience.id == id_:
                return self.edition.plain(audience.name)
        for (_, item), found in self._items.items():
            if item == "group" and isinstance(found, TickedItem):
                for choice in found.choices:
                    if choice.id == id_:
                        return self.edition.plain(choice.text)
        return id_

    def moment(self, moment: str) -> str:
        """When a form was filled in."""
        return self.say(f"form.moment.{moment}")

    def share(self, part: int | None, whole: int | None) -> str:
        """A number with its share: "11 (65%)". The whole stands in the same row. Withheld numbers are a cross."""
        if part is None:
            return self.say("report.withheld")
        return f"{part}{NOWRAP}({percent(part, whole)}%)" if part and whole else str(part)

    def of(self, part: int, whole: int) -> str:
        """A number of a whole: "11 of 17"; with a percentage once there are enough people for one."""
        words = self.say("report.of", part=part, whole=whole)
        return f"{words} ({percent(part, whole)}%)" if whole >= FEW else words

    def number(self, number: float | None) -> str:
        """A number, or the cross of withheld ones. 3.5 is "3.5" in English and "3,5" in Russian."""
        return self.say("report.withheld") if number is None else self.edition.number(number)

    @cached_property
    def _items(self) -> dict[tuple[Id, Id], FormItem]:
        return {
            (id_, item.id): item
            for id_, form in self.edition.curriculum.instruments.items()
            for section in form.sections
            for item in section.items
        }

    @cached_property
    def _sessions(self) -> Mapping[Id, str]:
        return self.edition.session_titles(self.event.programme or "")


def said(text: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Text(text),))


def heading(text: str, level: int = 3) -> Heading:
    """A heading below a section."""
    return Heading(level, (Text(text),))


def listed(lines: tuple[tuple[Inline, ...], ...]) -> List:
    """A list of lines."""
    return List(False, tuple(Item((Paragraph(line),)) for line in lines))  # noqa: FBT003


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    """A table of plain words whose first column names the rows."""
    return Table(
        tuple((Text(cell),) for cell in head),
        tuple(((Strong((Text(row[0]),)),), *((Text(cell),) for cell in row[1:])) for row in rows),
    )
