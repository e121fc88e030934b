"""The participant's workbook of a programme: the clock, readings, cases with room to write, checks without answers."""

from collections.abc import Iterable, Iterator

from ..edition import Edition
from ..reading.curriculum import ModuleParts
from ..teaching.agenda import AgendaSlot, agenda, as_taught
from .book import book, day_table, session_head
from .framed import closing, framed
from .papers import case_parts
from .tests_on_paper import check_questions
from .texts import Texts
from .tree.blocks import Break, Field, Lines, Paragraph
from .tree.books import Chapter, Cover, Notes
from .tree.document import Document, Messages, Part, deeper, heading, text

NOTE_LINES = 22
"""Writing lines of a page for own notes."""
ANSWER_LINES = 3
"""Writing lines below a question of a case study."""


def workbook(edition: Edition, programme_id: str) -> Document:
    """The workbook. Raises KeyError for an unknown programme."""
    say, plain = edition.say, edition.plain
    slots = agenda(edition.curriculum, programme_id, say)
    days = edition.curriculum.timetables[programme_id]
    parts: list[Part] = [
        Chapter(say("workbook.programme")),
        Paragraph((*text(say("workbook.owner")), Field(say("workbook.owner.hint")))),
    ]
    for day in days:
        here = (slot for slot in slots if slot.day.index == day.index)
        parts += [heading(2, plain(day.day.title)), day_table(edition, here)]
    day_before = -1
    for slot, modules in taught_anew(slots):
        fresh = slot.day.index == day_before
        parts += [] if fresh else [Chapter(plain(slot.day.day.title))]
        parts += [*_session(edition, slot, modules, fresh=fresh), Notes(say("workbook.notes"))]
        day_before = slot.day.index
    parts += [Chapter(say("workbook.notes")), Lines(NOTE_LINES), Break(), Lines(NOTE_LINES + 2)]
    return book(edition, "workbook", programme_id, tuple(parts), colour="teal")


def taught_anew(slots: Iterable[AgendaSlot]) -> Iterator[tuple[AgendaSlot, list[ModuleParts]]]:
    """The sessions in which a module is taught for the first time, with these modules."""
    seen: set[str] = set()
    for slot in slots:
        modules = [module for module in slot.modules if module.id not in seen]
        seen |= {module.id for module in modules}
        if modules:
            yield slot, modules


def _session(edition: Edition, slot: AgendaSlot, modules: list[ModuleParts], *, fresh: bool) -> Iterator[Part]:
    say, plain, texts = edition.say, edition.plain, Texts(edition)
    yield session_head(edition, slot, fresh=fresh)
    for module in modules:
        yield Messages(say("module.key-messages"), tuple(texts.line(line) for line in module.plan.key_messages))
        for section in module.reading.sections if module.reading else ():
            yield heading(3, plain(section.title))
            yield from deeper(texts.blocks(section.text))
        used = {id_ for timed in slot.timed.activities for id_ in timed.activity.cases}
        for id_, case in module.cases.items():
            if id_ in used:
                yield Notes(say("workbook.notes"))
                yield Break()
                yield heading(3, f"{say('case.name')}: {plain(case.title)}")
                yield from case_parts(edition, case, 4, ANSWER_LINES)
        if module.check:
            yield heading(3, say("check.title", title=plain(module.plan.title)))
            yield from check_questions(edition, module, module.check, key=False)


def readings(edition: Edition) -> Document:
    """What there is to read, module by module, without the clock of a programme."""
    say, plain, texts = edition.say, edition.plain, Texts(edition)
    manual = edition.curriculum.manual
    parts: list[Part] = []
    for module in as_taught(edition.curriculum):
        if module.reading is None:
            continue
        parts.append(Chapter(plain(module.plan.title)))
        parts.append(Messages(say("module.key-messages"), tuple(texts.line(line) for line in module.plan.key_messages)))
        for section in module.reading.sections:
            parts += [heading(2, plain(section.title)), *texts.blocks(section.text)]
    title = say("book.readings")
    cover = Cover(plain(manual.subtitle), (), say("book.contents"))
    made = (*parts, Chapter(say("module.sources")), closing(edition, tuple(parts)))
    return framed(
        edition,
        None,
        "readings",
        manual.programme or "all",
        made,
        title=title,
        what=title,
        named=False,
        name="readings",
        frame="book",
        colour="teal",
        cover=cover,
    )
