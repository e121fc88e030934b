"""Rules about workshops that took place: their sums fit their forms, and nobody can be recognised in them."""

from collections.abc import Iterator

from ..model.event import FormResult
from ..reading.curriculum import Curriculum
from ..reading.kinds import Loaded
from ..reading.yaml import Loc
from ..teaching.columns import Column, columns_of
from .finding import Finding

LEAST = 5
"""People. A number that stands for fewer of them is not published."""


def _forms(curriculum: Curriculum) -> Iterator[tuple[Loaded, Loc, FormResult, dict[tuple[str, str], Column]]]:
    for file in curriculum.files:
        if file.kind != "results":
            continue
        parts = curriculum.events.get(file.ids[0])
        programme = curriculum.programmes.get((parts.event.programme if parts else None) or "")
        for index, form in enumerate(file.model.forms):
            instrument = curriculum.instruments.get(form.instrument)
            if instrument is not None:
                columns = {(column.item, column.session): column for column in columns_of(instrument, programme)}
                yield file, ("forms", index), form, columns


def belongs(curriculum: Curriculum) -> Iterator[Finding]:
    """Sums without the workshop that they belong to are shown nowhere."""
    for file in curriculum.files:
        if file.kind == "results" and file.ids[0] not in curriculum.events:
            yield Finding(file, (), f"there is no `events/{file.ids[0]}/event.yml` beside it")


def fits(curriculum: Curriculum) -> Iterator[Finding]:
    """Each number stands for an answer that the form knows, and no more people answered than handed in a sheet."""
    for file, loc, form, columns in _forms(curriculum):
        for index, item in enumerate(form.items):
            here = (*loc, "items", index)
            column = columns.get((item.item, item.session or ""))
            if column is None or not column.values:
                yield Finding(file, (*here, "item"), f"`{form.instrument}` has no item `{item.item}` that is counted")
                continue
            if len(item.counts) != len(column.values):
                message = f"`{item.item}` has {len(column.values)} answers, here are {len(item.counts)} numbers"
                yield Finding(file, (*here, "counts"), message)
            counted = [count or 0 for count in item.counts]
            most = max(counted, default=0) if column.kind == "choices" else sum(counted)
            if most > form.sheets:
                yield Finding(file, (*here, "counts"), f"{most} answers on {form.sheets} sheets")
        for index, move in enumerate(form.moves):
            parts = (move.right, move.wrong, move.same)
            if None not in parts and sum(part or 0 for part in parts) != move.pairs:
                message = f"right, wrong and same do not add up to {move.pairs} pairs"
                yield Finding(file, (*loc, "moves", index, "pairs"), message)


def small(curriculum: Curriculum) -> Iterator[Finding]:
    """A small number can be a person; it may stand only where it was published before."""
    for file, loc, form, _ in _forms(curriculum):
        if file.model.published_in is not None:
            continue
        for index, item in enumerate(form.items):
            here = (*loc, "items", index, "counts")
            known = [count for count in item.counts if count is not None]
            for place, count in enumerate(item.counts):
                if count is not None and 0 < count < LEAST:
                    yield Finding(file, (*here, place), f"{count} of the answers to `{item.item}` can be a person")
            if item.good is not None and min(item.good, (item.answered or form.sheets) - item.good) < LEAST:
                yield Finding(file, (*loc, "items", index, "good"), f"few stand on one side at `{item.item}`")
            if len(known) == len(item.counts) and 0 < sum(known) == max(known):
                yield Finding(file, here, f"all gave the same answer to `{item.item}`, so everybody's answer is known")
            elif 0 in known:
                told = f"the row of `{item.item}` tells that nobody gave one of the answers"
                yield Finding(file, (*here, item.counts.index(0)), told)
        for index, move in enumerate(form.moves):
            parts = {name: getattr(move, name) for name in ("right", "wrong", "same")}
            for name, count in parts.items():
                here = (*loc, "moves", index, name)
                if count and count == move.pairs:
                    yield Finding(file, here, f"all went the same way at `{move.item}`, so everybody's answer is known")
                elif count is not None and 0 < count < LEAST:
                    yield Finding(file, here, f"{count} people at `{move.item}` can be recognised")
                elif count == 0 and move.pairs not in parts.values():
                    yield Finding(file, here, f"it tells that nobody went this way at `{move.item}`")


def counted(curriculum: Curriculum) -> Iterator[Finding]:
    """A published report that calls a form counted shows its figures."""
    for file in curriculum.files:
        if file.kind != "event" or not file.model.published:
            continue
        results = curriculum.events[file.ids[0]].results
        known = {(form.instrument, form.moment) for form in results.forms} if results else set()
        for index, form in enumerate(file.model.forms):
            missing = [moment for moment in form.moments if (form.instrument, moment) not in known]
            if form.status == "counted" and missing:
                message = f"`results.yml` holds no figures of “{form.name}” ({', '.join(missing)})"
                yield Finding(file, ("forms", index, "status"), message)
