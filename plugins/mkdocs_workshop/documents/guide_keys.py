"""The last part of the guide: debriefs and answers of cases, answers of knowledge checks, how to count the forms."""

from collections.abc import Iterator, Sequence

from ..edition import Edition
from ..model.instrument import Instrument, StatementItem
from ..model.papers import Case
from ..reading.curriculum import ModuleParts
from ..teaching.agenda import AgendaSlot
from ..teaching.quiz import keyed_items
from .papers import case_key
from .tests_on_paper import check_questions
from .texts import Texts
from .tree.books import Chapter, SessionHead
from .tree.document import Grid, Part, heading, text


def keys(edition: Edition, slots: Sequence[AgendaSlot]) -> Iterator[Part]:
    """Everything that participants must not see before they have tried."""
    say, curriculum = edition.say, edition.curriculum
    modules = list({module.id: module for slot in slots for module in slot.modules}.values())
    used = {id_ for slot in slots for timed in slot.timed.activities for id_ in timed.activity.cases}
    cases = [
        (module, case) for module in curriculum.modules.values() for id_, case in module.cases.items() if id_ in used
    ]
    if cases:
        yield Chapter(say("guide.debriefs"))
        for module, case in cases:
            yield from _case(edition, module, case)
    checks = [(module, module.check) for module in modules if module.check]
    if checks:
        yield Chapter(say("guide.checks"))
        for module, check in checks:
            yield heading(2, edition.plain(module.plan.title))
            yield from check_questions(edition, module, check, key=True)
    forms = [form for form in curriculum.instruments.values() if form.in_use]
    if forms:
        yield Chapter(say("guide.forms"))
        for form in forms:
            yield from _form(edition, form)


def _case(edition: Edition, module: ModuleParts, case: Case) -> Iterator[Part]:
    say, plain = edition.say, edition.plain
    debrief, key = case_key(edition, case)
    colour = edition.theme(module).colour
    yield SessionHead(plain(case.title), plain(module.plan.title), "", plain(case.summary), colour, fresh=False)
    yield heading(3, say("case.debrief"))
    yield from debrief
    yield heading(3, say("check.key"))
    yield from key


def _form(edition: Edition, form: Instrument) -> Iterator[Part]:
    say, plain, texts = edition.say, edition.plain, Texts(edition)
    yield heading(2, plain(form.title))
    yield from texts.blocks(form.notes)
    scales = {scale.id: sorted(scale.points, key=lambda point: point.value) for scale in form.scales}
    rows = []
    for section in form.sections:
        for item in section.items:
            if isinstance(item, StatementItem):
                ends = {"low": scales[item.scale][0], "high": scales[item.scale][-1]}
                best = ends[item.better] if item.better else None
                dimension = say(f"outcome.{item.dimension}") if item.dimension else "–"
                towards = f"{best.value} {plain(best.label)}" if best else "–"
                rows.append(((texts.line(item.text),), (text(dimension),), (text(towards),)))
    if rows:
        head = tuple(say(key) for key in ("form.statement", "form.dimension", "form.better"))
        yield Grid((1.0, 22, 34), head, tuple(rows))
    keyed = [
        ((texts.line(item.text),), (texts.line(next(choice.text for choice in item.choices if choice.id == item.key)),))
        for item in keyed_items(form)
    ]
    if keyed:
        yield Grid((1.0, 1.0), (say("form.question"), say("check.key")), tuple(keyed))
