"""What must appear in each document, taken from the files of the curriculum and not from the document.

A new field of the model is expected in every document of its file, until it is shown there or named here as one that is not. So
a field that a document forgets is found when the document is made, with its place in the YAML.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from ..edition import Edition
from ..model.instrument import Instrument, StatementItem
from ..model.papers import Case
from ..model.programme import FrameSlot, PauseSlot, SessionSlot
from ..reading.curriculum import ModuleParts
from ..reading.kinds import Loaded
from ..reading.texts import TextAt
from ..teaching.agenda import AgendaSlot, agenda
from ..teaching.materials import print_run
from .texts import Texts
from .tree.document import Document
from .tree.proof import Expected, pieces_of
from .workbook import taught_anew

At = tuple[Loaded, TextAt]
NARROW = "short"
"""Names for narrow places stand on screens alone."""
SEARCHED = "also"
"""Words that only search knows."""


def must_appear(edition: Edition, document: Document) -> tuple[Expected, ...]:
    """What must be found in a document, piece by piece. Raises KeyError for a kind that nobody has listed."""
    return _expected(edition, KINDS[document.kind](_Written(edition), document.id))


def slides_must_show(edition: Edition, slides: Collection[tuple[str, str]], *, notes: bool) -> tuple[Expected, ...]:
    """What must be found in a presentation of some slides, each by its module and its id."""
    of = _Written(edition)
    # In one order: what must appear decides whether a deck that is kept is the same.
    modules = sorted({module for module, _ in slides})
    return _expected(edition, (at for module in modules for at in _slides(of, module, slides, notes)))


def _expected(edition: Edition, written: Iterable[At]) -> tuple[Expected, ...]:
    def pieces(text: str) -> tuple[str, ...]:
        # The same text must stand in several documents.
        return edition.once_read("pieces", text, lambda: tuple(pieces_of(Texts(edition).blocks(text))))

    return tuple(Expected(words, file.source.place(at.loc)) for file, at in written for words in pieces(at.text))


class _Written:
    """The texts of an edition by the files in which they are written."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.curriculum = edition.curriculum
        self._by_file: dict[tuple[str, str], list[At]] = edition.once("texts by file", "", self._sorted)

    def _sorted(self) -> dict[tuple[str, str], list[At]]:
        found: dict[tuple[str, str], list[At]] = {}
        # The pairs of the curriculum themselves: each part of an edition has such a table.
        for pair in self.curriculum.texts:
            file = pair[0]
            found.setdefault((file.kind, file.ids[-1] if file.ids else ""), []).append(pair)
        return found

    def _known(self) -> dict[str, At]:
        return {pair[1].text: pair for pair in reversed(self.curriculum.texts)}

    def file(
        self, kind: str, id_: str = "", *, without: Collection[str] = (), facilitator: bool = False
    ) -> Iterator[At]:
        """The texts of a file, those below some keys left out; with `facilitator`, those that only facilitators may read too."""
        for file, at in self._by_file.get((kind, id_), ()):
            if (
                at.loc[-1] != SEARCHED
                and not any(part in without for part in at.loc)
                and (facilitator or not at.facilitator)
            ):
                yield file, at

    def of(self, *texts: str) -> Iterator[At]:
        """Some texts of an author, each with a place where it is written."""
        # Most documents ask for no single text.
        known = self.edition.once("texts by words", "", self._known) if texts else {}
        for text in texts:
            if text in known:
                yield known[text]

    def slots(self, programme: str) -> list[AgendaSlot]:
        """The slots of a programme."""
        return agenda(self.curriculum, programme, self.edition.say)


def _slides(of: _Written, module: str, slides: Collection[tuple[str, str]], notes: bool) -> Iterator[At]:
    deck = of.curriculum.modules[module].deck
    for file, at in of.file("deck", module, facilitator=notes):
        if deck and at.loc[0] == "slides" and (module, deck.slides[int(at.loc[1])].id) in slides:
            yield file, at


def _handout(of: _Written, id_: str) -> Iterator[At]:
    return of.file("handout", id_, without={"easy"})


def _easy_read(of: _Written, id_: str) -> Iterator[At]:
    return of.file("handout", id_, without={"sections", "use"})


def _case(of: _Written, id_: str) -> Iterator[At]:
    return of.file("case", id_)


def _debrief(of: _Written, id_: str) -> Iterator[At]:
    for file, at in of.file("case", id_, without={"story"}, facilitator=True):
        if not _is_side(at):
            yield file, at


def _is_side(at: TextAt) -> bool:
    """Whether it is what one audience is told of a story."""
    return at.loc[0] == "variants" and at.loc[-1] == "text" and "questions" not in at.loc


def _check(of: _Written, id_: str) -> Iterator[At]:
    yield from of.file("check", id_, without={"feedback"})
    yield from of.of(of.curriculum.modules[id_].plan.title)


def _check_key(of: _Written, id_: str) -> Iterator[At]:
    yield from of.file("check", id_, facilitator=True)
    plan = of.curriculum.modules[id_].plan
    check = of.curriculum.modules[id_].check
    tested = {question.outcome for question in check.questions} if check else set()
    yield from of.of(plan.title, *(outcome.text for outcome in plan.outcomes if outcome.id in tested))


def _form(of: _Written, id_: str) -> Iterator[At]:
    form = of.curriculum.instruments[id_]
    used = _used_scales(form)
    for file, at in of.file("instrument", id_):
        if at.loc[0] != "scales" or at.loc[1] in used:
            yield file, at
    if any(item.kind == "sessions" for section in form.sections for item in section.items):
        yield from _titles(of, of.curriculum.manual.programme, SessionSlot)


def _used_scales(form: Instrument) -> set[int]:
    named = {getattr(item, "scale", None) for section in form.sections for item in section.items}
    return {index for index, scale in enumerate(form.scales) if scale.id in named}


def _titles(of: _Written, programme: str, *kinds: type) -> Iterator[At]:
    for slot in of.slots(programme):
        if isinstance(slot.timed.slot, kinds):
            yield from of.of(slot.title)


def _lesson_plan(of: _Written, id_: str) -> Iterator[At]:
    module = of.curriculum.modules[id_]
    yield from of.file("module", id_, without={NARROW}, facilitator=True)
    yield from of.of(*(question.text for question in (module.check.questions if module.check else ())))
    given = {id_ for activity in module.plan.activities for id_ in (*activity.all_handouts, *activity.cases)}
    yield from _paper_titles(of, given)


def _paper_titles(of: _Written, ids: Collection[str]) -> Iterator[At]:
    for module in of.curriculum.modules.values():
        yield from of.of(*(handout.title for id_, handout in module.handouts.items() if id_ in ids))
        yield from of.of(*(case.title for id_, case in module.cases.items() if id_ in ids))


def _guide(of: _Written, id_: str) -> Iterator[At]:
    curriculum, slots = of.curriculum, of.slots(id_)
    yield from of.file("programme", id_, without={NARROW}, facilitator=True)
    yield from of.of(curriculum.manual.title, curriculum.manual.subtitle, *curriculum.manual.notice)
    yield from of.of(*(material.item for material in curriculum.manual.equipment))
    for entry in curriculum.country.entries:
        if entry.value is None:
            yield from of.of(entry.label, *([entry.ask] if entry.ask else []))
    for slot in slots:
        if not isinstance(slot.timed.slot, PauseSlot):
            yield from of.of(slot.title, slot.purpose, *(outcome.text for outcome in slot.outcomes))
    yield from _activities(of, slots)
    programme = curriculum.programmes[id_]
    runs = print_run(curriculum, [slot.timed for slot in slots], programme)
    yield from of.of(*(run.paper.title for run in runs))
    for module in {module.id: module for slot in slots for module in slot.modules}.values():
        yield from of.file("check", module.id, facilitator=True)
        yield from of.of(*module.plan.before_you_teach)
    for case_id, _ in _cases(of, slots):
        yield from _debrief(of, case_id)
    yield from _counting(of)


def _activities(of: _Written, slots: Iterable[AgendaSlot]) -> Iterator[At]:
    """Everything that is written in the activities that are taught."""
    taught = {(timed.module, timed.activity.id) for slot in slots for timed in slot.timed.activities}
    for module in sorted({module for module, _ in taught}):
        activities = of.curriculum.modules[module].plan.activities
        for file, at in of.file("module", module, without={NARROW}, facilitator=True):
            if at.loc[0] == "activities" and (module, activities[int(at.loc[1])].id) in taught:
                yield file, at


def _cases(of: _Written, slots: Iterable[AgendaSlot]) -> Iterator[tuple[str, Case]]:
    used = {id_ for slot in slots for timed in slot.timed.activities for id_ in timed.activity.cases}
    for module in of.curriculum.modules.values():
        yield from ((id_, case) for id_, case in module.cases.items() if id_ in used)


def _counting(of: _Written) -> Iterator[At]:
    """How to count the forms in use."""
    for form in of.curriculum.instruments.values():
        if form.in_use:
            items = (item for section in form.sections for item in section.items)
            yield from of.of(form.title, form.notes, *(item.text for item in items if isinstance(item, StatementItem)))


def _workbook(of: _Written, id_: str) -> Iterator[At]:
    curriculum = of.curriculum
    for file, at in of.file("programme", id_, without={NARROW, "steps"}):
        # A session that only goes on with a module has its place on the clock, but no page.
        if at.loc[-1] != "purpose" or at.loc == ("purpose",):
            yield file, at
    yield from of.of(curriculum.manual.title, curriculum.manual.subtitle, *curriculum.manual.notice)
    yield from _titles(of, id_, SessionSlot, FrameSlot)
    for slot, modules in taught_anew(of.slots(id_)):
        yield from of.of(slot.title, slot.purpose)
        used = {case for timed in slot.timed.activities for case in timed.activity.cases}
        for module in modules:
            yield from _learnt(of, module, used)


def _readings(of: _Written, _: str) -> Iterator[At]:
    for module in of.curriculum.modules.values():
        if module.reading is not None:
            yield from of.of(module.plan.title, *module.plan.key_messages)
            yield from of.file("reading", module.id)


def _learnt(of: _Written, module: ModuleParts, used: Collection[str]) -> Iterator[At]:
    """What a participant keeps of a module."""
    yield from of.of(*module.plan.key_messages)
    yield from of.file("reading", module.id)
    yield from of.file("check", module.id, without={"feedback"})
    for id_ in module.cases:
        if id_ in used:
            yield from of.file("case", id_, without={"summary"})


def _poster(of: _Written, id_: str) -> Iterator[At]:
    programme = of.curriculum.programmes[id_]
    yield from of.of(programme.title, programme.purpose, *(day.title for day in programme.days))
    yield from _titles(of, id_, SessionSlot, FrameSlot)


def _certificate(of: _Written, id_: str) -> Iterator[At]:
    programme, manual = of.curriculum.programmes[id_], of.curriculum.manual
    yield from of.of(programme.title, programme.purpose, manual.title, manual.subtitle, *manual.notice)
    for slot in of.slots(id_):
        if isinstance(slot.timed.slot, SessionSlot) and slot.timed.slot.contents:
            yield from of.of(slot.title)


def _syllabus(of: _Written, _: str) -> Iterator[At]:
    yield from of.of(of.curriculum.manual.title, of.curriculum.manual.summary, *of.curriculum.manual.notice)
    for module in of.curriculum.modules.values():
        yield from of.of(module.plan.title, *(outcome.text for outcome in module.plan.outcomes))


def _report(of: _Written, id_: str) -> Iterator[At]:
    """What is written of a workshop. A form that was counted goes by its own title, and `outline` names a list of topics."""
    for file, at in of.file("event", id_, without=("outline",), facilitator=True):
        form = file.model.forms[at.loc[1]] if at.loc[0] == "forms" else None
        if form is None or form.status != "counted" or form.note:
            yield file, at


KINDS: Mapping[str, Callable[[_Written, str], Iterator[At]]] = {
    "handout": _handout,
    "easy-read": _easy_read,
    "case": _case,
    "debrief": _debrief,
    "check": _check,
    "check-key": _check_key,
    "form": _form,
    "lesson-plan": _lesson_plan,
    "syllabus": _syllabus,
    "guide": _guide,
    "workbook": _workbook,
    "readings": _readings,
    "poster": _poster,
    "badges": lambda of, id_: of.of(of.curriculum.programmes[id_].title),
    "tents": lambda of, _: of.of(of.curriculum.manual.title),
    "attendance": lambda of, id_: of.of(of.curriculum.programmes[id_].title),
    "certificate": _certificate,
    "report": _report,
}
"""Which texts of which files each kind of document shows."""
