"""A test or an evaluation form as plain data."""

from ..edition import Edition
from ..model.instrument import Instrument, InstrumentSection, OpenItem, Scale, SessionsItem, StatementItem, TickedItem
from ..model.programme import SessionSlot
from .blocks import Block, Box, Field, Inline, Lines, Paragraph, Strong, Table, Text
from .sheet import Part, Sheet, sheet
from .sheets import boxes
from .texts import Texts


def form_sheet(edition: Edition, id_: str, form: Instrument) -> Sheet:
    """A form as people fill it in: nothing on it says which answer counts as better."""
    say, plain = edition.say, edition.plain
    texts = Texts(edition)
    head: list[Block] = list(texts.blocks(form.instructions))
    if form.code:
        head.append(Paragraph((Strong((Text(say("form.code")),)), Text(" "), Field(""))))
    names = {audience.id: plain(audience.name) for audience in edition.curriculum.manual.audiences}
    if len(form.audiences) > 1:
        head.append(boxes([(Text(names[audience]),) for audience in form.audiences]))
    if len(form.moments) > 1:
        head.append(boxes([(Text(say(f"form.moment.{moment}")),) for moment in form.moments]))
    parts = [Part(say("form.first"), tuple(head))]
    scales = {scale.id: scale for scale in form.scales}
    parts += [_part(edition, texts, section, scales) for section in form.sections]
    kind = say(f"form.kind.{form.kind}")
    return sheet(edition, None, id_, kind, plain(form.title), plain(form.purpose), tuple(parts))


def _part(edition: Edition, texts: Texts, section: InstrumentSection, scales: dict[str, Scale]) -> Part:
    found: list[Block] = []
    statements: list[StatementItem] = []
    for item in section.items:
        if isinstance(item, StatementItem) and (not statements or statements[-1].scale == item.scale):
            statements.append(item)
            continue
        found += _statements(edition, texts, statements, scales)
        statements = [item] if isinstance(item, StatementItem) else []
        if isinstance(item, SessionsItem):
            found += [Paragraph((Strong(texts.line(item.text)),)), _sessions(edition, scales[item.scale])]
        elif isinstance(item, TickedItem):
            found += [Paragraph((Strong(texts.line(item.text)),))]
            found.append(boxes([texts.line(choice.text) for choice in item.choices]))
        elif isinstance(item, OpenItem):
            found += [Paragraph((Strong(texts.line(item.text)),)), Lines(item.lines)]
    found += _statements(edition, texts, statements, scales)
    return Part(edition.plain(section.title), tuple(found))


def _statements(
    edition: Edition, texts: Texts, statements: list[StatementItem], scales: dict[str, Scale]
) -> list[Block]:
    if not statements:
        return []
    scale = scales[statements[0].scale]
    lines = tuple((texts.line(item.text), *_boxes(scale)) for item in statements)
    return [Table(((Text(edition.say("form.statement")),), *_labels(edition, scale)), lines)]


def _sessions(edition: Edition, scale: Scale) -> Table:
    """One row for each session of the manual's programme."""
    curriculum = edition.curriculum
    titles = [
        slot.title or curriculum.modules[slot.module or ""].plan.title
        for day in curriculum.programmes[curriculum.manual.programme].days
        for slot in day.slots
        if isinstance(slot, SessionSlot) and (slot.title or slot.module)
    ]
    lines = tuple(((Text(edition.plain(title)),), *_boxes(scale)) for title in titles)
    return Table(((Text(edition.say("topics.session")),), *_labels(edition, scale)), lines)


def _labels(edition: Edition, scale: Scale) -> list[tuple[Inline, ...]]:
    return [(Text(f"{point.value} {edition.plain(point.label)}"),) for point in scale.points]


def _boxes(scale: Scale) -> list[tuple[Inline, ...]]:
    return [(Box(),) for _ in scale.points]
