"""What a trainer computes: agenda, days by the clock, what to bring and to print, columns of forms, orders of tests, all as text."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

import pytest

from mkdocs_workshop import teaching
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.model.check import MatchQuestion, MultipleQuestion, OrderQuestion, SingleQuestion
from mkdocs_workshop.model.delivered import Delivered
from mkdocs_workshop.teaching.agenda import agenda, as_taught, session_titles
from mkdocs_workshop.teaching.bank import bank_figures, by_module, is_longest
from mkdocs_workshop.teaching.columns import HELP_SHEETS, columns_of, sessions_of
from mkdocs_workshop.teaching.day_lines import day_lines
from mkdocs_workshop.teaching.delivered import Took, off_plan, often_left_out, took
from mkdocs_workshop.teaching.hours import HALF_DAY, academic_hours, count_of_days
from mkdocs_workshop.teaching.materials import count_for, equipment, given_at, icons, materials, papers_of, print_run
from mkdocs_workshop.teaching.quiz import keyed_items, places, right_options, shown_items, shown_options, shuffled
from mkdocs_workshop.teaching.stations import Round, kit_at, materials_of, rotation_of
from mkdocs_workshop.teaching.topics import minutes_of_topics
from tests.frozen import open_values
from tests.golden_files import assert_golden


@pytest.fixture(scope="module")
def told(example: Edition) -> dict[str, list[str]]:
    """The lines of each golden file."""
    makers = {"days": _days, "bring": _bring, "forms": _forms, "tests": _tests, "took": _took}
    return {name: list(make(example)) for name, make in makers.items()}


def _days(example: Edition) -> Iterator[str]:
    whole, say = example.curriculum, example.say
    for id_ in whole.programmes:
        yield f"## {id_} {count_of_days(whole.timetables[id_])} {list(session_titles(whole, id_))}"
        for slot in agenda(whole, id_, say):
            theme, outcomes = slot.theme.id if slot.theme else "-", [outcome.id for outcome in slot.outcomes]
            yield f"{slot.day.index} {slot.timed.start} {slot.id or '-'} {slot.number} {slot.title} / {slot.short} / {slot.purpose[:20]} / {theme} {outcomes}"
        for day in whole.timetables[id_]:
            yield from (f"    {line.on_clock} {line.start}" for line in day_lines(day.slots))
        yield f"    topics { ({key: round(value, 2) for key, value in minutes_of_topics(whole, id_).items()}) }"
    yield f"nowhere {session_titles(whole, 'nowhere')}, as taught {[parts.id for parts in as_taught(whole)]}"
    day = whole.timetables["two-day"][0]
    nets = ((480,), (480, 480), (480, 100), (480, 239, 240), (100, 100), (480, 480, 10), (10,))
    for net in nets:
        days: list[Any] = [_Net(minutes) for minutes in net]
        yield f"days of {net} minutes: {count_of_days(days)}"
    yield f"{HALF_DAY} {[academic_hours(minutes, hour) for minutes in (45, 515, 67, 68) for hour in (40, 45)]} {day.net}"


class _Net:
    """A day of which only its working minutes are known."""

    def __init__(self, net: int) -> None:
        self.net = net


def _bring(example: Edition) -> Iterator[str]:
    whole = example.curriculum
    for id_ in ("third-day", "academy"):
        programme = whole.programmes[id_]
        odd = programme.model_copy(update={"participants": 25, "group_size": 4})
        slots = [slot for day in whole.timetables[id_] for slot in day.slots]
        yield f"## {id_}: {[count_for(per, odd) for per in ('person', 'pair', 'group', 'room')]}"
        yield f"equipment {equipment(whole, odd)}"
        yield f"materials {materials(slots, odd)}"
        yield from (f"    {one.kind} {one.id} {one.copies} {one.size}" for one in print_run(whole, slots, odd))
        yield from (f"    given {list(given_at(slot))}" for slot in slots if any(given_at(slot)))
    yield f"icons {icons(whole)}"
    yield f"papers {len(papers_of(whole))}"
    for parts in whole.modules.values():
        for activity in parts.plan.activities:
            found = rotation_of(activity)
            yield f"{activity.id}: {found} {[(one.item[:20], one.quantity, one.per) for one in materials_of(activity)]}"
            yield from (
                f"    {station.id} {[(one.quantity, one.per) for one in kit_at(activity, station)]}"
                for station in activity.stations
            )
    yield f"{Round(4, 4, 5, 1).whole} {[Round(4, 4, 5, 1).people(number) for number in (3, 4, 23, 24)]}"


def _forms(example: Edition) -> Iterator[str]:
    whole = example.curriculum
    for id_, form in whole.instruments.items():
        seen: Counter[str] = Counter()
        for column in columns_of(form, whole.programmes["two-day"]):
            seen[column.kind] += 1
            told = [getattr(column, field.name) for field in fields(column) if getattr(column, field.name)]
            if seen[column.kind] < 3:
                yield f"{id_}: {' | '.join(str(one)[:60] for one in told)}"
        yield f"{id_} {dict(seen)}, without sessions {len(columns_of(form, None))}"
        yield f"{id_} keyed {[item.id for item in keyed_items(form)]}"
    yield f"{sessions_of(None)} {sessions_of(whole.programmes['two-day'])} {HELP_SHEETS}"


def _tests(example: Edition) -> Iterator[str]:
    for id_, parts in example.curriculum.modules.items():
        for question in parts.check.questions if parts.check else ():
            match question:
                case SingleQuestion() | MultipleQuestion():
                    said = [[one.id for one in shown_options(question, version)] for version in ("1.0", "1.1")]
                    more = is_longest(question) if isinstance(question, SingleQuestion) else ""
                    yield f"{id_} {question.id}: {said} right {sorted(right_options(question))} {more}"
                case MatchQuestion():
                    yield f"{id_} {question.id}: {[(left[:9], right[:9]) for left, right in shuffled(question, '1.0')]}"
                case OrderQuestion():
                    yield f"{id_} {question.id}: {[one.id for one in shown_items(question, '1.0')]} {dict(places(question))}"
    every = by_module(example.curriculum)
    yield from (f"{id_}: {figures} {figures.ratio}" for id_, figures in every.items())
    first, *others = every.values()
    for other in others:
        first = first + other
    yield f"all: {first} {first.ratio}, none: {bank_figures(()).ratio}"


def _took(example: Edition) -> Iterator[str]:
    """What activities took in two workshops that were measured."""
    whole, made = example.curriculum, {}
    for (id_, parts), minutes in zip(whole.events.items(), (31, 60), strict=True):
        lines = [
            {"slot": "opening", "planned": 20, "minutes": 22},
            {"activity": "occupational-safety/four-stations", "planned": 23, "minutes": minutes},
            {"activity": "occupational-safety/help-here", "planned": 10, "left_out": minutes == 60},
            {
                "activity": "occupational-safety/risk-in-numbers",
                "planned": 10,
                "minutes": 11,
                "left_out": minutes == 31,
            },
            {"activity": "getting-started/opening", "planned": 10},
        ]
        days = {"days": [{"day": 1, "date": dt.date(2026, 3, 2), "start": "09:00", "lines": lines}]}
        made[id_] = replace(parts, delivered=Delivered.model_validate(days, strict=False))
    yield from (
        f"{key}: {one} often left out {often_left_out(one)}" for key, one in took(replace(whole, events=made)).items()
    )
    yield f"nothing measured: {took(whole)}"
    activity = next(one for one in whole.modules["occupational-safety"].plan.activities if one.id == "four-stations")
    yield f"planned {activity.minutes}"
    for row in ((31,), (31, 33, 60), (28, 30), (29, 33), (17, 18), (14, 15), (10, 14), (40, 10), (28, 28)):
        yield f"{row}: {off_plan(activity, Took(row, 0, len(row)))}"
    yield f"left out: {[(out, held) for held in range(5) for out in range(held + 1) if often_left_out(Took((), out, held))]}"


NAMES = ("days", "bring", "forms", "tests", "took")


def test_every_text_has_its_file(told: Mapping[str, Sequence[str]]) -> None:
    """Besides, the first test pays for what the others compare."""
    assert tuple(told) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_said(name: str, told: Mapping[str, Sequence[str]], request: pytest.FixtureRequest) -> None:
    assert_golden(request, f"teaching/{name}.txt", told[name])


def test_values_are_frozen(told: object) -> None:
    """Nobody changes a value that somebody else holds."""
    assert told
    assert list(open_values(teaching)) == []
