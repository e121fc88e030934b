"""Somebody who wants to know what the public version of a report withholds, and can solve integer programmes.

`python -m tests.attack 10000` tries so many invented workshops and prints what could be worked out. It must be nothing.
That nobody gave an answer counts as well: a zero is fewer than five. `python -m tests.attack 10000 4000` goes on after 4,000.
"""

import datetime as dt
import itertools
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import highspy

from mkdocs_workshop.commands.new import start
from mkdocs_workshop.model.event import Event
from mkdocs_workshop.model.instrument import Instrument
from mkdocs_workshop.reading.curriculum import Curriculum, load
from mkdocs_workshop.reports.answers import Sheet
from mkdocs_workshop.reports.counting import counts_of
from mkdocs_workshop.reports.figures import Counts, Distribution, Movement, points_of, side_of
from mkdocs_workshop.reports.withhold import public

Unknown = tuple[object, ...]
Sum = Mapping[Unknown, int]
"""Unknowns that are added up, each with the number of times it is counted."""


class Attack:
    """What is published of one form, as equations in numbers of people that nobody has told."""

    def __init__(self, form: Instrument, shown: Counts) -> None:
        self.form = form
        self.items = {item.id: item for section in form.sections for item in section.items}
        self.equations: list[tuple[Sum, int]] = []
        self.wanted: list[tuple[str, Sum, Sum]] = []
        """A withheld number in words, as a sum, and the sum that it is a part of."""
        self.open = {(row.item, row.moment) for row in shown.distributions if None not in row.counts}
        """Rows in full. That nobody stands on one side of the scale may be seen there."""
        for row in shown.distributions:
            self._row(row)
        for move in shown.movements:
            self._move(move)
        for dimension in shown.dimensions:
            for name in ("right", "wrong", "same"):
                added = self._added(self._step(item, dimension.after, name) for item in dimension.items)
                self.equations.append((added, getattr(dimension, name)))

    @staticmethod
    def _added(parts: Iterable[Sum]) -> dict[Unknown, int]:
        total: dict[Unknown, int] = defaultdict(int)
        for part in parts:
            for unknown, times in part.items():
                total[unknown] += times
        return dict(total)

    def _places(self, item: str) -> range:
        return range(len(points_of(self.form, self.items[item])))

    def _answer(self, item: str, moment: str, place: int) -> Sum:
        """People who gave an answer: with every answer of the other moment, and those who were there once only."""
        alone: Unknown = (item, "alone", moment, place)
        if moment == "before":
            return {(item, "after", place, other): 1 for other in self._places(item)} | {alone: 1}
        return {(item, moment, other, place): 1 for other in self._places(item)} | {alone: 1}

    def _step(self, item: str, after: str, name: str) -> Sum:
        """People who moved in one direction from before to `after`."""
        points = points_of(self.form, self.items[item])
        low = getattr(self.items[item], "better", "high") == "low"
        found: dict[Unknown, int] = {}
        for one, other in itertools.product(self._places(item), repeat=2):
            step = points[one] - points[other] if low else points[other] - points[one]
            if name == ("right" if step > 0 else "wrong" if step < 0 else "same"):
                found[item, after, one, other] = 1
        return found

    def _row(self, row: Distribution) -> None:
        cells: Sequence[Sum] = [
            self._answer(row.item, row.moment, place)
            if not row.session and points_of(self.form, self.items[row.item])
            else {(row.item, row.session, row.moment, place): 1}
            for place in range(len(row.counts))
        ]
        if row.ticks:
            return
        whole = self._added(cells)
        if row.n is not None:
            self.equations.append((whole, row.n))
        for place, (cell, count) in enumerate(zip(cells, row.counts, strict=True)):
            if count is None:
                self.wanted.append((f"{row.item} {row.session} {row.moment} answer {place}", cell, whole))
            else:
                self.equations.append((cell, count))
        if row.good is not None:
            side = side_of(self.form, self.items[row.item])
            better = self._added(cell for cell, good in zip(cells, side, strict=True) if good)
            self.equations.append((better, row.good))

    def _move(self, move: Movement) -> None:
        parts = {name: self._step(move.item, move.after, name) for name in ("right", "wrong", "same")}
        whole = self._added(parts.values())
        if move.pairs is not None:
            self.equations.append((whole, move.pairs))
        for name, part in parts.items():
            if getattr(move, name) is None:
                self.wanted.append((f"{move.item} {move.after} {name}", part, whole))
            else:
                self.equations.append((part, getattr(move, name)))
        side = side_of(self.form, self.items[move.item])
        for name, moment, when in (("good_before", 0, move.before), ("good_after", 1, move.after)):
            good = {unknown: 1 for unknown in whole if side and side[int(str(unknown[2 + moment]))]}
            bad = {unknown: 1 for unknown in whole if unknown not in good}
            if getattr(move, name) is not None:
                self.equations.append((good, getattr(move, name)))
            elif side and (move.item, when) not in self.open:
                self.wanted += [(f"{move.item} {name}", good, whole), (f"{move.item} not {name}", bad, whole)]
        if move.good_before is not None and side:
            for one, other in ((False, True), (True, False), (True, True), (False, False)):
                crossing = {
                    unknown: 1
                    for unknown in whole
                    if (side[int(str(unknown[2]))], side[int(str(unknown[3]))]) == (one, other)
                }
                self.wanted.append((f"{move.item} crossing {one} {other}", crossing, whole))

    def worked_out(self) -> Iterator[str]:
        """Withheld numbers that must be smaller than five, and rows in which all must stand in one place."""
        unknowns = sorted({unknown for sums, _ in self.equations for unknown in sums}, key=str)
        if not unknowns:
            return
        at = {unknown: index for index, unknown in enumerate(unknowns)}
        model = highspy.Highs()
        model.silent()
        model.addVars(len(unknowns), [0.0] * len(unknowns), [200.0] * len(unknowns))
        for index in range(len(unknowns)):
            model.changeColIntegrality(index, highspy.HighsVarType.kInteger)
        for sums, value in self.equations:
            places = [at[unknown] for unknown in sums]
            model.addRow(float(value), float(value), len(places), places, [float(times) for times in sums.values()])
        # Whatever fits the published numbers proves that a sum can be as large as it is there, so few sums need a search.
        found: list[list[float]] = []
        for name, cell, whole in self.wanted:
            if not set(whole) <= set(at):
                continue
            most = _most(model, [at[unknown] for unknown in cell], 5, found)
            if most < 4.5:
                yield f"{name}: at most {most:.0f}"
            rest = [at[unknown] for unknown in whole if unknown not in cell]
            if rest and _most(model, rest, 1, found) < 0.5:
                yield f"{name}: everybody"


def _most(model: highspy.Highs, places: Sequence[int], enough: int, found: list[list[float]]) -> float:
    """The most that the unknowns at some places can be together, or less if that is `enough`. `found` takes what fits."""
    known = max((sum(one[place] for place in places) for one in found), default=0.0)
    if known > enough - 0.5:
        return known
    count = model.getNumCol()
    wanted = set(places)
    model.changeColsCost(count, list(range(count)), [-float(index in wanted) for index in range(count)])
    model.run()
    if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise AssertionError(f"the published numbers contradict each other: {model.getModelStatus()}")
    found.append([*model.getSolution().col_value])
    return -float(model.getInfo().objective_function_value)


def visible(shown: Counts) -> Iterator[str]:
    """Small numbers that stand there in the open, and rows in which all stand in one place."""
    for row in shown.distributions:
        known = [count for count in row.counts if count is not None]
        if any(count < 5 for count in known) or (row.n and row.n in known) or row.good == row.n is not None:
            yield f"{row.item} {row.moment}: {row.counts} {row.good}"
        if row.good is not None and min(row.good, (row.n or 0) - row.good) < 5:
            yield f"{row.item} {row.moment}: {row.good} of {row.n}"
    for move in shown.movements:
        known = [number for number in (move.right, move.wrong, move.same) if number is not None]
        if any(number < 5 for number in known) or (move.pairs and move.pairs in known):
            yield f"{move.item} {move.after}: {known} of {move.pairs}"
        for side in (move.good_before, move.good_after):
            if side is not None and min(side, (move.pairs or 0) - side) < 5:
                yield f"{move.item} {move.after}: {side} of {move.pairs} on the better side"


def instrument(chance: random.Random) -> Instrument:
    """A test with statements of one dimension, on a scale of two to seven points."""
    points = chance.choice((2, 3, 4, 5, 5, 5, 7))
    items = [
        {
            "id": f"s{index}", "kind": "statement", "scale": "a", "dimension": chance.choice(("knowledge", "skill")),
            "better": chance.choice(("low", "high")), "text": "A statement.",
        }
        for index in range(chance.randint(1, 5))
    ]  # fmt: skip
    return Instrument.model_validate({
        "title": "A test", "kind": "test", "audiences": ["police"], "purpose": "To try.", "moments": ["before", "after"],
        "instructions": "Answer.", "code": True, "notes": "None.",
        "scales": [{"id": "a", "points": [{"value": value, "label": f"L{value}"} for value in range(1, points + 1)]}],
        "sections": [{"id": "all", "title": "All", "items": items}],
    })  # fmt: skip


def sheets(form: Instrument, chance: random.Random) -> list[Sheet]:
    """Sheets of up to 30 people: some come once only, most stand near each other, some answers are missing."""
    people, points = chance.randint(0, 30), points_of(form, form.sections[0].items[0])
    wide = chance.choice((1, 1, 2, len(points)))
    base = {item.id: (chance.choice(points), chance.choice(points)) for item in form.sections[0].items}
    found = []
    for person in range(people):
        for at, moment in enumerate(("before", "after")):
            if chance.random() < 0.06:
                continue
            answers = {
                item: str(min(max(points), max(1, middle[at] + chance.randint(0, wide) - chance.randint(0, wide))))
                for item, middle in base.items()
                if chance.random() > 0.02
            }
            if answers:
                found.append(Sheet("tried", moment, "police", f"P{person}", answers, "t.csv", "", person + 2))
    return found


def try_one(seed: int, curriculum: Curriculum, event: Event) -> list[str]:
    """What can be worked out of one invented workshop."""
    chance = random.Random(seed)  # noqa: S311  no secret
    form = instrument(chance)
    with_form = replace(curriculum, instruments={"tried": form})
    shown = public(counts_of(sheets(form, chance), with_form, event))
    return [*visible(shown), *Attack(form, shown).worked_out()]


def main(trials: int, first: int = 0) -> int:
    """Tries those from `first` on; returns 1 if anything could be worked out."""
    curriculum, event = world(Path(tempfile.mkdtemp()))
    broken = 0
    for seed in range(first, trials):
        found = try_one(seed, curriculum, event)
        if found:
            broken += 1
            print(seed, *found, sep="\n  ", flush=True)
        if (seed + 1) % 100 == 0:
            print(f"{seed + 1} of {trials}: {broken} tell what they should not", flush=True)
    print(f"{trials} workshops, {broken} of them tell what they should not")
    return int(broken > 0)


def world(folder: Path) -> tuple[Curriculum, Event]:
    """A curriculum and a workshop in which forms can be tried."""
    where = folder / "curriculum"
    start(where, "curriculum", "", today=dt.date(2026, 11, 22))
    curriculum, problems, _ = load(where, where.parent)
    assert curriculum is not None, problems
    event = Event.model_validate({
        "title": "T", "summary": "T.", "first_day": dt.date(2026, 1, 1), "last_day": dt.date(2026, 1, 1), "place": "T",
        "background": "T.",
    })  # fmt: skip
    return curriculum, event


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:] or ("10000",))))
