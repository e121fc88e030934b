"""What names what: every kind of reference, what is said of one that leads nowhere, of ids given twice, of marks that mean nothing."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from pydantic import BaseModel

from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.problems import Problem
from mkdocs_workshop.reading.ids import Known, broken_references, doubled_ids
from mkdocs_workshop.reading.kinds import FILE_KINDS, Loaded
from mkdocs_workshop.reading.known import known_ids
from mkdocs_workshop.reading.marks import Names, Plain, resolve, without_marks, words_in, words_of_marks
from mkdocs_workshop.reading.references import references
from mkdocs_workshop.reading.resolved import pieces_of, wrong_marks
from mkdocs_workshop.reading.session_titles import session_title
from mkdocs_workshop.reading.texts import TextAt
from mkdocs_workshop.reading.translation.readings import Spoken
from mkdocs_workshop.reading.validate import validate
from mkdocs_workshop.reading.yaml import Loc, parse
from tests.golden_files import assert_golden

MORE = {
    ("delivered", "two-day"): "days: [{day: 1, date: 2026-11-02, start: '09:00', lines: [{slot: opening, planned: 20}, {activity: a/b, planned: 5}]}]",
    ("results", "tried"): """\
published_in: a-book
forms: [{instrument: test, moment: after, audience: police, sheets: 9}, {instrument: test, moment: after, sheets: 9}]
""",
    ("deck", "pair"): "slides: [{id: p, layout: number-pair, title: P, left: {fact: one, caption: L}, right: {fact: two, caption: R}, notes: N.}]",
    ("country", "more"): "{name: More, inherits: less, entries: []}",
    ("check", "wrong"): """\
questions:
  - {id: one, kind: single, outcome: o, text: One?, options: [{id: a, text: A, feedback: F.}, {id: a, text: B, feedback: F.}], key: c}
  - {id: two, kind: multiple, outcome: o, text: Two?, options: [{id: left, text: A, feedback: F.}, {id: right, text: B, feedback: F.}, {id: up, text: C, feedback: F.}], key: [left, rigth]}
  - {id: three, kind: order, outcome: o, text: Three?, items: [{id: a, text: A}, {id: b, text: B}, {id: a, text: C}], feedback: F.}
""",
    ("instrument", "wrong"): """\
title: Wrong
kind: test
audiences: [police]
purpose: For tests.
moments: [after]
instructions: Answer.
scales: [{id: scale, points: [{value: 1, label: no}, {value: 2, label: yes}]}]
sections:
  - id: all
    title: All
    items:
      - {id: a, kind: statement, scale: scael, text: A.}
      - {id: b, kind: statement, scale: scael, text: B.}
      - {id: c, kind: statement, scale: other, text: C.}
      - {id: d, kind: knowledge, text: D?, options: [{id: x, text: X}, {id: x, text: Y}], key: z}
      - {id: e, kind: scenario, text: E?, options: [{id: first, text: X}, {id: second, text: Y}], key: frist}
notes: None.
""",
}  # fmt: skip
"""Files of kinds that the example does not have, and some with mistakes."""


def _loaded(kind: str, id_: str, text: str) -> Loaded:
    source, problems = parse(text, f"{kind}-{id_}.yml")
    assert source is not None, problems
    model, problems = validate(source, next(one.model for one in FILE_KINDS if one.name == kind))
    assert model is not None, problems
    return Loaded(source, kind, (id_,), model)


@pytest.fixture(scope="module")
def files(example: Edition) -> list[Loaded]:
    """Files of every kind."""
    like = _loaded("curriculum", "", example.curriculum.file("curriculum").source.text + METHODS)
    there = [file for file in example.curriculum.files if file.kind != "curriculum"]
    event = example.curriculum.file("event", "2014-12-almaty")
    planned = replace(event, model=event.model.model_copy(update={"programme": "two-day"}))
    return [*there, like, planned, _with_cues(there), *(_loaded(kind, id_, text) for (kind, id_), text in MORE.items())]


def _with_cues(files: Sequence[Loaded]) -> Loaded:
    """A module whose cues name slides."""
    file = next(file for file in files if file.kind == "module")
    activities = tuple(
        activity.model_copy(
            update={"cues": tuple(cue.model_copy(update={"slide": "opening"}) for cue in activity.cues)}
        )
        for activity in file.model.activities
    )
    return replace(file, model=file.model.model_copy(update={"activities": activities}))


METHODS = "\nmethods: [{id: own, name: Our own, like: discussion}]\n"


def _shape(loc: Loc) -> str:
    return ".".join("#" if isinstance(part, int) else part for part in loc)


def _said(problem: Problem) -> str:
    message = re.sub(r"`[^`]*`", "`…`", problem.message)
    return f"{problem.code} {message} = {problem.advice}"


@pytest.fixture(scope="module")
def told(files: Sequence[Loaded], example: Edition) -> dict[str, list[str]]:
    """The lines of each golden file."""
    return {
        "references": list(_references(files)),
        "nowhere": list(_nowhere(files)),
        "unread": list(_unread(files)),
        "twice": list(_twice(files)),
        "wrong": list(_wrong(files)),
        "known": list(_known(example)),
        "marks": list(_marks(example)),
        "marks-unread": list(_marks_unread(example)),
    }


def _references(files: Sequence[Loaded]) -> Iterator[str]:
    """Which keys name which kind of thing."""
    seen = Counter(f"{file.kind} {_shape(one.loc)} → {one.kind}" for file in files for one in references(file))
    yield from (f"{number:4} {name}" for name, number in sorted(seen.items()))


def _empty(files: Sequence[Loaded]) -> Known:
    """No id at all."""
    kinds = {one.kind for file in files for one in references(file)}
    modules = {file.ids[0] for file in files if file.ids}
    nothing: frozenset[str] = frozenset()
    return Known(dict.fromkeys(kinds, nothing), dict.fromkeys(modules, nothing), {})


def _nowhere(files: Sequence[Loaded]) -> Iterator[str]:
    """What is said where nothing exists, with the first place of each."""
    known = _empty(files)
    found: dict[str, str] = {}
    for file in files:
        for problem in broken_references([file], known, frozenset()):
            found.setdefault(f"{file.kind}: {_said(problem)}", f"{problem.place.line}:{problem.place.column}")
    yield from (f"{said} ({place})" for said, place in found.items())


def _unread(files: Sequence[Loaded]) -> Iterator[str]:
    """Of which kinds of things nothing is said where a file of some kind can not be read."""
    known = _empty(files)

    def missing(incomplete: frozenset[str]) -> set[str]:
        few = (problem for file in files for problem in broken_references([file], known, incomplete))
        return {found[1] for problem in few if (found := re.match(r"there is no ([^`]*) `", problem.message))}

    everything = missing(frozenset())
    for kind in FILE_KINDS:
        yield f"{kind.name}: {', '.join(sorted(everything - missing(frozenset({kind.name}))))}"


def _doubled(model: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    """Copies of a model in each of which one list has all its members twice."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            for inner, changed in _doubled(value, (*loc, name)):
                yield inner, model.model_copy(update={name: changed})
        if not isinstance(value, tuple) or not value or not isinstance(value[0], BaseModel):
            continue
        yield (*loc, name), model.model_copy(update={name: (*value, *value)})
        for index, item in enumerate(value):
            for inner, changed in _doubled(item, (*loc, name, index)):
                yield inner, model.model_copy(update={name: (*value[:index], changed, *value[index + 1 :])})


def _twice(files: Sequence[Loaded]) -> Iterator[str]:
    """Which lists must not have an id twice, and which papers can not share one."""
    seen: set[str] = set()
    for file in files:
        for loc, model in _doubled(file.model):
            shape = f"{file.kind} {_shape(loc)}"
            if shape in seen:
                continue
            seen.add(shape)
            problems = list(doubled_ids([replace(file, model=model)]))
            where = ", ".join(f"{one.place.line}:{one.place.column} {one.message}" for one in problems[:2])
            yield f"{shape}: {len(problems)}{' ' if where else ''}{where}"
    for kind in ("module", "handout", "case", "figure", "reading", "check", "deck"):
        file = next(file for file in files if file.kind == kind)
        again = replace(file, source=replace(file.source, path="again.yml"))
        yield from (f"{kind}: {_said(one)} in {one.place.path}" for one in doubled_ids([file, again]))


def _wrong(files: Sequence[Loaded]) -> Iterator[str]:
    """Keys and scales that are not there, in full."""
    cases = [file for file in files if file.kind == "case"][:1]
    asked = tuple(question.model_copy(update={"id": f"{question.id}-x"}) for question in cases[0].model.questions)
    lost = [replace(file, model=file.model.model_copy(update={"questions": asked})) for file in cases]
    mine = [file for file in files if file.ids == ("wrong",)]
    known = Known({"audience": frozenset({"police"})}, {"wrong": frozenset({"o"})}, {})
    for problem in (*broken_references([*lost, *mine], known, frozenset({"curriculum"})), *doubled_ids(mine)):
        yield f"{problem.place}: {problem.code} {problem.message} = {problem.advice}"


def _known(example: Edition) -> Iterator[str]:
    known = known_ids(example.curriculum, ())
    yield from (f"{kind}: {', '.join(sorted(ids)[:6])}" for kind, ids in known.ids.items())
    yield from (f"outcomes of {id_}: {', '.join(sorted(ids))}" for id_, ids in known.outcomes.items())
    yield from (f"slides of {id_}: {len(ids)}" for id_, ids in known.slides.items())
    for id_ in example.curriculum.programmes:
        yield f"sessions of {id_}: {example.session_titles(id_)}"
    slot = next(
        slot for day in example.curriculum.programmes["two-day"].days for slot in day.slots if slot.kind == "session"
    )
    for keys in (
        {"title": "Mine"}, {"module": "getting-started"}, {"activities": ("getting-started/two-days", "x/y")}, {"module": "nothing"},
        {"activities": ("emergency-skills/show-once",)}, {"activities": ("getting-started/nothing",)}, {"activities": ("nothing/nothing",)},
    ):  # fmt: skip
        changed = slot.model_copy(update={"title": None, "module": None, "activities": (), **keys})
        yield f"session {keys}: {session_title(example.curriculum.modules, changed)}"


def _names(example: Edition) -> Names:
    whole = example.curriculum
    return Names(
        facts=whole.facts, sources=whole.sources, terms=whole.terms, entries={one.id: one for one in whole.country.entries},
        figures=frozenset({"two-days"}), titles={"module/getting-started": "Getting started", "session/two-day/opening": "Opening"},
        not_released={"case/secret": "A secret case"}, incomplete=frozenset({"handout"}),
    )  # fmt: skip


def _marks(example: Edition) -> Iterator[str]:
    """What becomes of each mark, and what is said of one that is wrong."""
    names, whole = _names(example), example.curriculum
    fact, source, term = next(iter(whole.facts)), next(iter(whole.sources)), next(iter(whole.terms))
    entry = whole.country.entries[0].id
    texts = (
        f"Of {{fact:{fact}}} people", "{fact:nothing}", f"{{fact:{fact[:-1]}}}", f"So {{cite:{source}}}.", "{cite:nothing}",
        f"Call {{country:{entry}}} now", "{country:nothing}", f"a {{term:{term}}}", f"a {{term:{term}| other form }}", "{term:nothing|so}",
        "{link:module/getting-started}", "{link:module/getting-started|here}", "{link:session/two-day/opening}", "{link:case/secret}",
        "{link:case/secret|it}", "{link:case/nothing}", "{link:handout/nothing}", "{link:getting-started}", "{link:deck/getting-started}",
        "{figure:two-days}", "{figure:nothing}", "{field:Name}", "{field:}", '{field: your "name" }', "{lines:1}", "{lines:40}", "{lines:41}",
        "{lines:0}", "{lines:many}", "{pagebreak:}", "{fcat:a}", "{nothing:a}", "`{fact:nothing}` is shown", "{ fact:a}", "{lines 4}",
        "{cite:\n a}", "{pagebreak}", 'plain "words" - and', '{figure:two-days}"after" it', '{field:Name}" after',
    )  # fmt: skip
    for text in texts:
        pieces, wrong = resolve(text, names)
        shown = [repr(piece.text) if isinstance(piece, Plain) else _piece(piece) for piece in pieces]
        yield f"{text!r}: {' + '.join(shown)}"
        yield f"    {without_marks(text)!r}, {words_in(text)} words, of marks {[*words_of_marks(pieces)]}"
        yield from (f"    {one.code} {one.mark!r} {one.message} = {one.advice}" for one in wrong)


def _piece(piece: object) -> str:
    told = {key: getattr(value, "id", value) for key, value in vars(piece).items() if key != "sources"}
    more = f" of {len(piece.sources)}" if hasattr(piece, "sources") else ""
    term = f" {piece.term.term}" if hasattr(piece, "term") else ""
    return f"{type(piece).__name__}({', '.join(map(str, told.values()))}{term}){more}"


def _marks_unread(example: Edition) -> Iterator[str]:
    """Of which marks nothing is said where a file of some kind can not be read."""
    whole = example.curriculum
    file = whole.file("module", "getting-started")
    marks = [
        "fact:nothing", "cite:nothing", "country:nothing", "term:nothing", "link:module/nothing", "link:handout/nothing",
        "link:case/nothing", "link:session/nothing", "figure:nothing",
    ]  # fmt: skip
    text = " ".join(f"{{{mark}}}" for mark in marks)
    whole = replace(whole, texts=((file, TextAt(("title",), text, "line", False)),))
    spoken, every = Spoken("en", "en"), set[str]()
    for kind in ("", *(kind.name for kind in FILE_KINDS)):
        pieces = pieces_of(whole, spoken, frozenset({kind} - {""}), {"case/other": "Other"})
        said = {one.message for one in wrong_marks(whole, pieces)}
        every = every or said
        yield f"{kind}: {'; '.join(sorted(every - said if kind else said))}"


NAMES = ("references", "nowhere", "unread", "twice", "wrong", "known", "marks", "marks-unread")


def test_every_text_has_its_file(told: Mapping[str, Sequence[str]]) -> None:
    """Besides, the first test pays for what the others compare."""
    assert tuple(told) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_said(name: str, told: Mapping[str, Sequence[str]], request: pytest.FixtureRequest) -> None:
    assert_golden(request, f"reading/{name}.txt", told[name])
