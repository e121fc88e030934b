"""The last part of the guide: debriefs and answers of cases, answers of knowledge checks, how to count the forms."""

from collections.abc import Iterator, Sequence

from ..model.instrument import Instrument, StatementItem
from ..model.papers import Case
from ..reading.curriculum import ModuleParts
from ..teaching.agenda import AgendaSlot
from ..teaching.quiz import keyed_items
from .book import heading, part
from .proof import inline_words, words_of
from .tests_on_paper import check_body
from .texts import Texts
from .typeset import inlines, literal, typeset, words


def keys(texts: Texts, slots: Sequence[AgendaSlot], wanted: list[str]) -> Iterator[str]:
    """Everything that participants must not see before they have tried."""
    edition = texts.edition
    modules = list({parts.id: parts for slot in slots for parts in slot.modules}.values())
    used = {id_ for slot in slots for timed in slot.timed.activities for id_ in timed.activity.cases}
    cases = [
        (parts, id_, case)
        for parts in edition.curriculum.modules.values()
        for id_, case in parts.cases.items()
        if id_ in used
    ]
    if cases:
        yield part(edition.say("guide.debriefs"))
        for parts, _, case in cases:
            yield _case(texts, parts, case, wanted)
    checks = [parts for parts in modules if parts.check]
    if checks:
        yield part(edition.say("guide.checks"))
        for parts in checks:
            yield from _check(texts, parts, wanted)
    forms = [form for form in edition.curriculum.instruments.values() if form.in_use]
    if forms:
        yield part(edition.say("guide.forms"))
        for form in forms:
            yield _form(texts, form, wanted)


def _case(texts: Texts, parts: ModuleParts, case: Case, wanted: list[str]) -> str:
    edition = texts.edition
    debrief = texts.blocks(case.debrief)
    answers = {answer.question: texts.blocks(answer.text) for answer in case.key}
    asked = [question for variant in case.variants for question in variant.questions] + list(case.questions)
    colour = literal(edition.theme(parts).colour)
    shown = []
    for question in asked:
        line = texts.line(question.text)
        wanted += [inline_words(line), *words_of(answers[question.id])]
        shown.append(
            f"#block(above: 1em, below: 0.5em, sticky: true, strong[{inlines(line)}])\n{typeset(answers[question.id])}"
        )
    wanted += [edition.plain(case.title), *words_of(debrief)]
    kicker = literal(edition.plain(parts.plan.title))
    return (
        f'#session-head({literal(edition.plain(case.title))}, {kicker}, "", [{words(edition.plain(case.summary))}], {colour}, fresh: false)\n'
        f"#heading(level: 3, {literal(edition.say('case.debrief'))})\n{typeset(debrief)}\n\n"
        f"#heading(level: 3, {literal(edition.say('check.key'))})\n" + "\n\n".join(shown)
    )


def _check(texts: Texts, parts: ModuleParts, wanted: list[str]) -> Iterator[str]:
    edition = texts.edition
    if parts.check is None:
        return
    body, said = check_body(edition, parts, parts.check, key=True)
    wanted += said
    yield f"#tone.update({literal(edition.theme(parts).colour)})\n#v(1em, weak: true)\n{heading(2, edition.plain(parts.plan.title))}"
    yield from body


def _form(texts: Texts, form: Instrument, wanted: list[str]) -> str:
    edition = texts.edition
    say, plain = edition.say, edition.plain
    notes = texts.blocks(form.notes)
    wanted += [plain(form.title), *words_of(notes)]
    scales = {scale.id: sorted(scale.points, key=lambda point: point.value) for scale in form.scales}
    rows = []
    for section in form.sections:
        for item in section.items:
            if isinstance(item, StatementItem):
                ends = {"low": scales[item.scale][0], "high": scales[item.scale][-1]}
                best = ends[item.better] if item.better else None
                dimension = say(f"outcome.{item.dimension}") if item.dimension else ""
                towards = f"{best.value} {plain(best.label)}" if best else ""
                rows.append(
                    "(" + ", ".join(f"[{words(cell)}]" for cell in (plain(item.text), dimension, towards)) + ")"
                )
    heads = ", ".join(literal(say(key)) for key in ("form.statement", "form.dimension", "form.better"))
    table = f"#plain-table((1fr, 22mm, 34mm), ({heads}), {', '.join(rows)})" if rows else ""
    answers = []
    for item in keyed_items(form):
        right = plain(next(choice.text for choice in item.choices if choice.id == item.key))
        wanted += [plain(item.text), right]
        answers.append(f"[{words(plain(item.text))}], [{words(right)}]")
    heads = ", ".join(literal(say(key)) for key in ("form.question", "check.key"))
    keyed = f"#plain-table((1fr, 1fr), ({heads}), {', '.join(f'({answer})' for answer in answers)})" if answers else ""
    return f"#v(1em, weak: true)\n{heading(2, plain(form.title))}\n{typeset(notes)}\n\n{table}\n\n{keyed}"
