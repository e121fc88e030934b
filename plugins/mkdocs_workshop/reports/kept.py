"""Sums that are kept in `results.yml`: to counts, and counts to such a file."""

from collections.abc import Iterator
from typing import Any

import yaml

from ..model.base import Id
from ..model.event import FormResult
from ..model.instrument import Instrument
from ..reading.curriculum import Curriculum
from ..reading.events import EventParts
from ..reading.kinds import FILE_KINDS
from ..reading.schema import first_line
from .arithmetic import median
from .counting import dimensions_of
from .figures import Counts, Dimension, Distribution, Movement, OwnWords, Returned, points_of


def counts_of_results(parts: EventParts, curriculum: Curriculum) -> Counts:
    """The counts of a workshop from its `results.yml`; empty without that file. A rule (W813) refuses small numbers in it."""
    if parts.results is None:
        return Counts(public=True)
    found = [_counts(form, curriculum.instruments[form.instrument], parts) for form in parts.results.forms]
    return Counts(
        tuple(row for part in found for row in part.distributions),
        tuple(row for part in found for row in part.movements),
        tuple(row for part in found for row in part.dimensions),
        tuple(row for part in found for row in part.words),
        tuple(row for part in found for row in part.returned),
        public=True,
    )


def _counts(form: FormResult, instrument: Instrument, parts: EventParts) -> Counts:
    group = form.audience or ""
    items = {item.id: item for section in instrument.sections for item in section.items}
    distributions = []
    for row in form.items:
        counts = tuple(row.counts)
        known = [count for count in counts if count is not None]
        whole = len(known) == len(counts)
        points = points_of(instrument, items[row.item])
        n = row.answered if row.answered is not None else sum(known) if whole else None
        distributions.append(
            Distribution(
                form.instrument,
                row.item,
                row.session or "",
                group,
                form.moment,
                counts,
                n,
                form.sheets,
                median(points, known) if whole and points else None,
                row.good,
                getattr(items[row.item], "several", False),
            )
        )
    before = form.compared_with or "before"
    movements = tuple(
        Movement(
            form.instrument,
            move.item,
            group,
            before,
            form.moment,
            move.pairs,
            move.right,
            move.wrong,
            move.same,
            move.good_before,
            move.good_after,
        )
        for move in form.moves
    )
    dimensions = tuple(
        Dimension(
            form.instrument,
            row.dimension,
            group,
            before,
            form.moment,
            row.items,
            row.pairs,
            row.right,
            row.wrong,
            row.same,
        )
        for row in form.dimensions
    ) or tuple(dimensions_of(form.instrument, instrument, movements))
    words = tuple(
        OwnWords(
            form.instrument,
            row.item,
            group,
            form.moment,
            len(row.in_short),
            tuple((text, 1) for text in row.in_short),
            in_short=True,
        )
        for row in form.words
    )
    event = parts.event
    people = {count.audience: count.people for count in event.groups}.get(group) if group else event.people
    returned = Returned(form.instrument, form.moment, group, form.sheets, people)
    return Counts(tuple(distributions), movements, dimensions, words, (returned,))


def results_text(counts: Counts) -> str:
    """The text of a `results.yml` with the figures of a public version. Own words are not in it: tell them in short."""
    kind = next(kind for kind in FILE_KINDS if kind.name == "results")
    forms = [form for row in counts.returned if row.sheets is not None and (form := _form(row, counts))]
    body = yaml.safe_dump({"forms": forms}, allow_unicode=True, sort_keys=False, width=120, default_flow_style=None)
    return f"{first_line(kind)}\n{body}"


def _form(row: Returned, counts: Counts) -> dict[str, Any]:
    def here(instrument: Id, group: Id, moment: str) -> bool:
        return (instrument, group, moment) == (row.instrument, row.group, row.moment)

    items = [_item(found) for found in counts.distributions if here(found.instrument, found.group, found.moment)]
    moves = [found for found in counts.movements if here(found.instrument, found.group, found.after)]
    dimensions = [found for found in counts.dimensions if here(found.instrument, found.group, found.after)]
    form: dict[str, Any] = {"instrument": row.instrument, "moment": row.moment}
    if row.group:
        form["audience"] = row.group
    form |= {"sheets": row.sheets, "items": items}
    if moves:
        form["compared_with"] = moves[0].before
        form["moves"] = [dict(_move(move)) for move in moves]
    if dimensions:
        form["dimensions"] = [
            {
                "dimension": found.dimension,
                "items": list(found.items),
                "pairs": found.pairs,
                "right": found.right,
                "wrong": found.wrong,
                "same": found.same,
            }
            for found in dimensions
        ]
    return form


def _item(row: Distribution) -> dict[str, Any]:
    item: dict[str, Any] = {"item": row.item}
    if row.session:
        item["session"] = row.session
    if row.n is not None and row.n != sum(count or 0 for count in row.counts):
        item["answered"] = row.n
    item["counts"] = list(row.counts)
    return item | {"good": row.good} if row.good is not None else item


def _move(move: Movement) -> Iterator[tuple[str, Any]]:
    yield "item", move.item
    for name in ("pairs", "right", "wrong", "same"):
        yield name, getattr(move, name)
    for name in ("good_before", "good_after"):
        if getattr(move, name) is not None:
            yield name, getattr(move, name)
