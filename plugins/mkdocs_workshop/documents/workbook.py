"""The participant's workbook of a programme: the clock, readings, cases with room to write, checks without answers."""

from collections.abc import Iterator

from ..edition import Edition
from ..ground.artifact import Artifact
from ..model.programme import Programme
from ..reading.curriculum import ModuleParts
from ..teaching.agenda import AgendaSlot, agenda
from .book import book, book_head, day_table, heading, notice, part, session_head
from .papers import case_body
from .proof import inline_words, words_of
from .tests_on_paper import check_body
from .texts import Texts
from .typeset import inlines, literal, typeset, words

NOTE_LINES = 22
"""Writing lines of a page for own notes."""
ANSWER_LINES = 3
"""Writing lines below a question of a case study."""


def workbook_pdfs(edition: Edition) -> Iterator[Artifact]:
    """A workbook for each programme. Raises PressError when one can not be set."""
    texts = Texts(edition)
    for id_, programme in edition.curriculum.programmes.items():
        yield _workbook(texts, id_, programme)


def _workbook(texts: Texts, id_: str, programme: Programme) -> Artifact:
    edition = texts.edition
    say, plain = edition.say, edition.plain
    slots = agenda(edition.curriculum, id_, say)
    days = edition.curriculum.timetables[id_]
    kind = say("book.workbook")
    wanted: list[str] = []
    body = [book_head(edition, programme, days, kind, "teal"), part(say("workbook.programme"))]
    owner, hint = say("workbook.owner"), say("workbook.owner.hint")
    body.append(f"#ask([{words(owner)}], {literal(hint)})")
    for day in days:
        body += [
            f"#v(1.2em, weak: true)\n{heading(2, plain(day.day.title))}",
            day_table(edition, (slot for slot in slots if slot.day.index == day.index)),
        ]
    seen: set[str] = set()
    for day in days:
        here = [slot for slot in slots if slot.day.index == day.index and slot.modules]
        fresh = [(slot, [parts for parts in slot.modules if parts.id not in seen]) for slot in here]
        shown = [(slot, modules) for slot, modules in fresh if modules]
        body += [part(plain(day.day.title))] if shown else []
        for index, (slot, modules) in enumerate(shown):
            modules_here = [parts for parts in modules if parts.id not in seen]
            seen |= {parts.id for parts in modules_here}
            if modules_here:
                body += _session(texts, slot, modules_here, wanted, fresh=index > 0)
    body += [
        part(say("workbook.notes")),
        f"#writing-lines({NOTE_LINES})\n#pagebreak()\n#writing-lines({NOTE_LINES + 2})",
        notice(edition),
    ]
    return book(edition, "workbook", id_, f"{kind}: {plain(programme.title)}", "participant", body, wanted)


def _session(
    texts: Texts, slot: AgendaSlot, modules: list[ModuleParts], wanted: list[str], *, fresh: bool
) -> Iterator[str]:
    edition = texts.edition
    say, plain = edition.say, edition.plain
    yield session_head(edition, slot, fresh=fresh)
    wanted.append(plain(slot.title))
    for parts in modules:
        messages = [texts.line(message) for message in parts.plan.key_messages]
        wanted += map(inline_words, messages)
        yield f"#messages({literal(say('module.key-messages'))}, {', '.join(f'[{inlines(line)}]' for line in messages)})"
        for section in parts.reading.sections if parts.reading else ():
            tree = texts.blocks(section.text)
            title = plain(section.title)
            wanted += [title, *words_of(tree)]
            yield f"{heading(3, title)}\n{_deeper(typeset(tree))}"
        used = {id_ for timed in slot.timed.activities for id_ in timed.activity.cases}
        for id_, case in parts.cases.items():
            if id_ in used:
                body, said, _ = case_body(texts, case, "A4", 4, ANSWER_LINES)
                title = f"{say('case.name')}: {plain(case.title)}"
                wanted += [title, *said]
                yield f"#pagebreak(weak: true)\n{heading(3, title)}\n" + "\n\n".join(body)
        if parts.check:
            body, said = check_body(edition, parts, parts.check, key=False)
            title = say("check.title", title=plain(parts.plan.title))
            wanted += said
            yield f"#v(1.5em, weak: true)\n{heading(3, title)}\n" + "\n\n".join(body)


def _deeper(code: str) -> str:
    """Sub-headings of a reading stand one level lower in a book than on a page."""
    for level in (6, 5, 4, 3):
        code = code.replace(f"#heading(level: {level})", f"#heading(level: {level + 1})")
    return code
