"""The facilitator's guide of a programme: everything by the clock, then debriefs, answers and keys."""

from collections.abc import Iterator, Sequence

from ..clock import TimedActivity, clock, step_minutes
from ..edition import Edition
from ..ground.artifact import Artifact
from ..model.programme import FrameSlot, PauseSlot, Programme
from ..reading.curriculum import ModuleParts
from ..teaching.agenda import AgendaSlot, agenda
from ..teaching.materials import equipment, materials, print_run
from .book import book, book_head, bullets, cue_lines, day_table, heading, notice, part, session_head
from .cues import cue_blocks, notes_of, short_line
from .guide_keys import keys
from .proof import inline_words, words_of
from .stations import station_blocks
from .texts import Texts
from .typeset import inlines, literal, typeset, words


def guide_pdfs(edition: Edition) -> Iterator[Artifact]:
    """A guide for each programme. Raises PressError when one can not be set."""
    texts = Texts(edition)
    for id_, programme in edition.curriculum.programmes.items():
        yield _guide(texts, id_, programme)


def _guide(texts: Texts, id_: str, programme: Programme) -> Artifact:
    edition = texts.edition
    say, plain = edition.say, edition.plain
    slots = agenda(edition.curriculum, id_, say)
    days = edition.curriculum.timetables[id_]
    kind = say("book.guide")
    wanted: list[str] = []
    body = [
        book_head(edition, programme, days, kind, "navy", say("role.facilitator-only")),
        *_before(texts, programme, slots, wanted),
    ]
    for day in days:
        here = [slot for slot in slots if slot.day.index == day.index]
        body += [part(plain(day.day.title)), day_table(edition, here)]
        taught = [slot for slot in here if not isinstance(slot.timed.slot, PauseSlot)]
        for index, slot in enumerate(taught):
            body += _slot(texts, programme, slot, wanted, fresh=index > 0)
    body += keys(texts, slots, wanted)
    body.append(notice(edition))
    title = f"{kind}: {plain(programme.title)}"
    return book(edition, "guide", id_, title, "facilitator", body, wanted)


def _before(texts: Texts, programme: Programme, slots: Sequence[AgendaSlot], wanted: list[str]) -> Iterator[str]:
    """What is done before the first day: notes, blanks of the country, what to bring, what to print."""
    edition = texts.edition
    say, plain = edition.say, edition.plain
    yield part(say("guide.before"))
    if programme.notes:
        notes = texts.blocks(programme.notes)
        wanted += words_of(notes)
        yield typeset(notes)
    blanks = [entry for entry in edition.curriculum.country.entries if entry.value is None]
    if blanks:
        wanted += [plain(entry.label) for entry in blanks]
        asked = ", ".join(
            f"([{words(plain(entry.label))}#v(4mm)], [{words(plain(entry.ask) if entry.ask else '')}], [])"
            for entry in blanks
        )
        names = ", ".join(literal(say(key)) for key in ("guide.blank", "guide.ask", "guide.answer"))
        asks = say("guide.blanks", n=len(blanks))
        name = say("nav.country", name=plain(edition.curriculum.country.name))
        yield f"{heading(2, name)}\n{words(asks)}\n#plain-table((1fr, 1.3fr, 1.1fr), ({names}), {asked})"
    timed = [slot.timed for slot in slots]
    things = equipment(edition.curriculum, programme) + materials(timed, programme)
    wanted += [plain(item) for item, _ in things]
    yield heading(2, say("session.bring", n=programme.participants))
    yield _counted((say("guide.thing"), say("guide.number")), [(plain(item), str(count)) for item, count in things])
    papers = [
        (plain(run.paper.title), say(f"guide.kind.{run.kind}"), run.size, str(run.copies))
        for run in print_run(edition.curriculum, timed, programme)
    ]
    if papers:
        yield heading(2, say("guide.print"))
        heads = (say("guide.paper"), say("guide.kind"), say("guide.size"), say("guide.copies"))
        yield _counted(heads, papers)
        wanted += [row[0] for row in papers]


def _counted(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    shown = ", ".join("(" + ", ".join(f"[{words(cell)}]" for cell in row) + ")" for row in rows)
    return f"#counted(({', '.join(map(literal, heads))}), {shown})"


def _slot(texts: Texts, programme: Programme, slot: AgendaSlot, wanted: list[str], *, fresh: bool) -> Iterator[str]:
    edition = texts.edition
    say, plain = edition.say, edition.plain
    yield session_head(edition, slot, fresh=fresh)
    wanted.append(plain(slot.title))
    frame = slot.timed.slot
    if isinstance(frame, FrameSlot):
        yield f"#enum({', '.join(f'[{inlines(texts.line(step))}]' for step in frame.steps)})"
        given = [
            f"{plain(run.paper.title)} ({say('copies', n=run.copies)})"
            for run in print_run(edition.curriculum, [slot.timed], programme)
        ]
        if given:
            wanted += given
            yield f"#line-of({literal(say('session.hand-out'))})[{words(' · '.join(given))}]"
        if frame.notes:
            yield f"#aside({literal(say('role.facilitator'))})[{typeset(texts.blocks(frame.notes))}]"
        return
    outcomes = [texts.line(outcome.text) for outcome in slot.outcomes]
    wanted += map(inline_words, outcomes)
    if outcomes:
        yield f"#titled({literal(say('session.outcomes'))})[{bullets(outcomes)}]"
    before = [texts.line(line) for parts in slot.modules for line in parts.plan.before_you_teach]
    wanted += map(inline_words, before)
    if before:
        yield f"#aside({literal(say('session.before-you-teach'))})[{bullets(before)}]"
    things = materials([slot.timed], programme)
    papers = list(print_run(edition.curriculum, [slot.timed], programme))
    left = [f"{plain(item)}: {count}" for item, count in things]
    right = [f"{plain(run.paper.title)} ({run.size}): {say('copies', n=run.copies)}" for run in papers]
    columns = [
        f"titled({literal(title)})[#ticks({', '.join(f'[{words(line)}]' for line in lines)})]"
        for title, lines in ((say("session.hand-out"), right), (say("session.bring", n=programme.participants), left))
        if lines
    ]
    if columns:
        yield f"#two({', '.join([*columns, '[]'][:2])})"
    for timed in slot.timed.activities:
        yield _activity(texts, programme, timed, wanted)


def _activity(texts: Texts, programme: Programme, timed: TimedActivity, wanted: list[str]) -> str:
    edition, activity = texts.edition, timed.activity
    say, plain = edition.say, edition.plain
    module = edition.curriculum.modules[timed.module]
    minutes = [say("minutes.short", n=count) if count else "" for count in step_minutes(timed)]
    lines = [texts.line(step.text) for step in activity.steps]
    cues = [cue_blocks(texts, activity.cues_at(id_)) for id_ in activity.step_ids]
    notes = (*station_blocks(texts, activity, programme), *notes_of(texts, activity))
    wanted += [plain(activity.title), *map(inline_words, lines), *words_of(notes)]
    wanted += [word for here in cues for word in words_of(here)]
    steps = ", ".join(
        f"([{inlines(line)}{cue_lines(here)}], {literal(count)})"
        for line, here, count in zip(lines, cues, minutes, strict=True)
    )
    body = [f"#steps({steps},)", *_shown(edition, module, timed)]
    short = short_line(texts, activity)
    if short:
        wanted.append(inline_words(short))
        body.append(f"#line-of({literal(say('session.if-short'))})[{inlines(short)}]")
    if notes:
        body.append(f"#aside({literal(say('guide.notes'))})[{typeset(notes)}]")
    how = f"{say(f'method.{activity.method}')} · {say(f'grouping.{activity.grouping}')} · {clock(timed.start)}–{clock(timed.end)}"
    joined = "\n\n".join(body)
    return (
        f"#activity({literal(clock(timed.start))}, {literal(say('minutes.short', n=timed.minutes))}, "
        f"{literal(plain(activity.title))}, {literal(how)})[{joined}]"
    )


def _shown(edition: Edition, module: ModuleParts, timed: TimedActivity) -> Iterator[str]:
    """The slides of an activity by number and title, and its papers."""
    plain, say = edition.plain, edition.say
    slides = module.deck.slides if module.deck else ()
    shown = [
        f"{number} {plain(slide.title)}"
        for number, slide in enumerate(slides, 1)
        if slide.id in timed.activity.all_slides
    ]
    given = [
        plain(paper.title)
        for parts in edition.curriculum.modules.values()
        for ids, papers in ((timed.activity.all_handouts, parts.handouts), (timed.activity.cases, parts.cases))
        for id_, paper in papers.items()
        if id_ in ids
    ]
    for label, entries in (("guide.slides", shown), ("session.hand-out", given)):
        if entries:
            yield f"#line-of({literal(say(label))})[{words(' · '.join(entries))}]"
