"""Tests and evaluation forms on paper: boxes that tell sheets apart, scales on every page, room to write."""

from collections.abc import Iterator, Sequence

from ..edition import Edition
from ..ground.artifact import Artifact
from ..model.instrument import Instrument, OpenItem, Scale, SessionsItem, StatementItem, TickedItem
from ..model.programme import SessionSlot
from ..teaching.agenda import agenda
from .papers import artifact, sheet
from .proof import words_of
from .texts import Texts
from .typeset import literal, typeset, words

CODE_LETTERS = 4
"""Boxes for the code that people make for themselves."""
LAYOUTS = ("A4-large", "A4-wide", "A4-close")


def form_pdfs(edition: Edition) -> Iterator[Artifact]:
    """Every instrument as a form. Raises PressError when a document can not be set."""
    texts = Texts(edition)
    for id_, form in edition.curriculum.instruments.items():
        yield _form(texts, id_, form)


def _form(texts: Texts, id_: str, form: Instrument) -> Artifact:
    edition, say = texts.edition, texts.edition.say
    title, use = edition.plain(form.title), edition.plain(form.purpose)
    names = {audience.id: edition.plain(audience.name) for audience in edition.curriculum.manual.audiences}
    group = ", ".join(names[audience] for audience in form.audiences)
    kind = say(f"form.kind.{form.kind}") if form.in_use else f"{say(f'form.kind.{form.kind}')} · {say('form.historic')}"
    instructions = texts.blocks(form.instructions)
    body, wanted = _sections(edition, form)
    parts = [_boxes(edition, form, names), f"#block(width: 100%)[{typeset(instructions)}]", *body]
    heads = [
        sheet(
            edition, None, title=title, kind=kind, use=use, size=size, mark=group, id_=id_,
            colour="plain", template="form-sheet",
        )
        for size in LAYOUTS
    ]  # fmt: skip
    made = ["\n\n".join((head, *parts)) for head in heads]
    return artifact(edition, None, "form", id_, title, "A4", made, [title, use, *words_of(instructions), *wanted])


def _boxes(edition: Edition, form: Instrument, names: dict[str, str]) -> str:
    """Group, moment and code: only what this form needs."""
    say = edition.say
    cells = []
    if form.code:
        cells.append(f"(1.1, {literal(say('form.code'))}, code-boxes({CODE_LETTERS}))")
    group_asked = any(item.id == "group" for section in form.sections for item in section.items)
    if len(form.audiences) > 1 and not group_asked:
        ticks = ", ".join(literal(names[audience]) for audience in form.audiences)
        cells.append(f"(1, {literal(say('form.group'))}, tick-line({ticks}))")
    if len(form.moments) > 1:
        ticks = ", ".join(literal(say(f"form.moment.{moment}")) for moment in form.moments)
        cells.append(f"(1.3, {literal(say('form.when'))}, tick-line({ticks}))")
    return f"#sheet-row(24mm, {', '.join(cells)})" if cells else ""


class _Rows:
    """Rows of statements with one scale; sections with the same scale share a table, so that the scale is printed once a page."""

    def __init__(self, scale: Scale) -> None:
        self.scale = scale
        self.rows: list[str] = []

    def typeset(self, edition: Edition) -> str:
        points = ", ".join(f"({point.value}, {literal(edition.plain(point.label))})" for point in self.scale.points)
        return f"#scale-table({literal(edition.say('form.mark-one'))}, ({points},), {', '.join(self.rows)})"


def _sections(edition: Edition, form: Instrument) -> tuple[list[str], list[str]]:
    """The typst code of all items, and their words."""
    plain = edition.plain
    scales = {scale.id: scale for scale in form.scales}
    body: list[str] = []
    wanted: list[str] = []
    table: _Rows | None = None
    number = 0
    for section in form.sections:
        title = plain(section.title)
        wanted.append(title)
        titled = False
        for item in section.items:
            number += 1
            text = plain(item.text)
            wanted.append(text)
            if isinstance(item, StatementItem | SessionsItem):
                if table is None or table.scale.id != item.scale:
                    body += [table.typeset(edition)] if table else []
                    table = _Rows(scales[item.scale])
                if not titled:
                    table.rows.append(f"([{words(title)}],)")
                    titled = True
                if isinstance(item, SessionsItem):
                    table.rows.append(f"([{words(text)}],)")
                    sessions = _sessions(edition)
                    table.rows += [f'("", [{words(session)}])' for session in sessions]
                    wanted += sessions
                else:
                    table.rows.append(f'("{number}", [{words(text)}])')
                continue
            body += [table.typeset(edition)] if table else []
            table = None
            heading = "" if titled else f"#heading(level: 2)[{words(title)}]"
            titled = True
            body.append(
                f"#item[{heading}#block(spacing: 0.5em)[#strong[{words(f'{number}')}] {words(text)}]{_answer(edition, item)}]"
            )
            if isinstance(item, TickedItem):
                wanted += [plain(choice.text) for choice in item.choices]
    body += [table.typeset(edition)] if table else []
    return body, wanted


def _answer(edition: Edition, item: TickedItem | OpenItem) -> str:
    if isinstance(item, OpenItem):
        return f"#writing-lines({item.lines})"
    return f"#tick-row({', '.join(literal(edition.plain(choice.text)) for choice in item.choices)})"


def _sessions(edition: Edition) -> Sequence[str]:
    slots = agenda(edition.curriculum, edition.curriculum.manual.programme, edition.say)
    return [edition.plain(slot.title) for slot in slots if isinstance(slot.timed.slot, SessionSlot)]
