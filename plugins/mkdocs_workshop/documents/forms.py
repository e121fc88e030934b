"""Tests and evaluation forms as documents: boxes that tell sheets apart, scales, room to write."""

from collections.abc import Iterator, Mapping

from ..edition import Edition
from ..model.instrument import Instrument, InstrumentSection, OpenItem, Scale, SessionsItem, StatementItem, TickedItem
from .framed import closing, framed
from .texts import Texts
from .tree.blocks import Lines
from .tree.document import Document, Part, text
from .tree.forms import Asked, ScalePoint, ScaleRow, ScaleTable, ScaleTitle, SheetBox, SheetBoxes, TickRow

CODE_LETTERS = 4
"""Boxes for the code that people make for themselves."""
ScaleItem = StatementItem | SessionsItem


def form(edition: Edition, id_: str) -> Document:
    """A form as people fill it in: nothing on it says which answer counts as better. Raises KeyError for an unknown id."""
    say, plain, made = edition.say, edition.plain, edition.curriculum.instruments[id_]
    names = edition.audiences
    kind = say(f"form.kind.{made.kind}")
    parts: list[Part] = []
    boxes = _boxes(edition, made, names)
    if boxes:
        parts.append(SheetBoxes(boxes, 24))
    parts += [*Texts(edition).blocks(made.instructions), *_items(edition, made)]
    parts.append(closing(edition, tuple(parts)))
    return framed(
        edition,
        None,
        "form",
        id_,
        tuple(parts),
        title=plain(made.title),
        what=kind if made.in_use else f"{kind} · {say('form.historic')}",
        use=plain(made.purpose),
        mark=", ".join(names[audience] for audience in made.audiences),
        frame="form",
        colour="plain",
    )


def _boxes(edition: Edition, made: Instrument, names: Mapping[str, str]) -> tuple[SheetBox, ...]:
    """Group, moment and code: only what this form needs."""
    say = edition.say
    found = []
    if made.code:
        found.append(SheetBox(say("form.code"), 1.1, letters=CODE_LETTERS))
    group_asked = any(item.id == "group" for section in made.sections for item in section.items)
    if len(made.audiences) > 1 and not group_asked:
        found.append(SheetBox(say("form.group"), 1, ticks=tuple(names[audience] for audience in made.audiences)))
    if len(made.moments) > 1:
        ticks = tuple(say(f"form.moment.{moment}") for moment in made.moments)
        found.append(SheetBox(say("form.when"), 1.3, ticks=ticks))
    return tuple(found)


class _Scale:
    """Rows with one scale; sections with the same scale share a table, so that the scale is printed once a page."""

    def __init__(self, edition: Edition, scale: Scale) -> None:
        self.edition = edition
        self.scale = scale
        self.rows: list[ScaleTitle | ScaleRow] = []

    def part(self) -> ScaleTable:
        """The table with all rows so far."""
        say, plain = self.edition.say, self.edition.plain
        points = tuple(ScalePoint(point.value, plain(point.label)) for point in self.scale.points)
        return ScaleTable(say("form.mark-one"), points, tuple(self.rows))


def _items(edition: Edition, made: Instrument) -> Iterator[Part]:
    """All items in their order."""
    texts, scales = Texts(edition), {scale.id: scale for scale in made.scales}
    table: _Scale | None = None
    for section, number, item, first in _numbered(made):
        title = edition.plain(section.title) if first else ""
        said = texts.line(item.text)
        if isinstance(item, ScaleItem):
            if table is None or table.scale.id != item.scale:
                if table:
                    yield table.part()
                table = _Scale(edition, scales[item.scale])
            if title:
                table.rows.append(ScaleTitle(text(title)))
            if isinstance(item, SessionsItem):
                table.rows += [
                    ScaleTitle(said, section=False),
                    *(
                        ScaleRow("", text(name))
                        for name in edition.session_titles(edition.curriculum.manual.programme).values()
                    ),
                ]
            else:
                table.rows.append(ScaleRow(str(number), said))
            continue
        if table:
            yield table.part()
            table = None
        yield Asked(str(number), said, _answer(texts, item), title)
    if table:
        yield table.part()


def _numbered(made: Instrument) -> Iterator[tuple[InstrumentSection, int, ScaleItem | TickedItem | OpenItem, bool]]:
    """Each item with its section, its number through the form, and whether it is the first of its section."""
    number = 0
    for section in made.sections:
        for index, item in enumerate(section.items):
            number += 1
            yield section, number, item, index == 0


def _answer(texts: Texts, item: TickedItem | OpenItem) -> Lines | TickRow:
    if isinstance(item, OpenItem):
        return Lines(item.lines)
    return TickRow(tuple(texts.line(choice.text) for choice in item.choices))
