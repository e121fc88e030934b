"""Figures to charts, with the words that those who can not see them hear."""

from collections.abc import Sequence

from ..model.instrument import StatementItem
from .charts import AnswerRow, AnswersChart, MoveRow, MovesChart
from .figures import Distribution, Movement, better_of
from .names import NOWRAP, Names
from .sentences import ordered, series


def answers_chart(names: Names, id_: str, title: str, rows: Sequence[Distribution]) -> AnswersChart | None:
    """Diverging bars of some items on one scale; nothing where all of them are withheld.

    Items of both directions are turned so that better is right.
    """
    if all(None in row.counts for row in rows):
        return None
    labels = [label for label, _ in reversed(ordered(names, rows[0]))]
    directions = {better_of(names.item(row.instrument, row.item)) for row in rows}
    legend = tuple(labels) if len(directions) == 1 else (names.say("report.worst"), names.say("report.best"))
    drawn = []
    for row in rows:
        counts = [number for _, number in reversed(ordered(names, row))]
        whole = None if None in counts else tuple(number or 0 for number in counts)
        shown = names.say("report.withheld-row") if whole is None else f"n{NOWRAP}={NOWRAP}{row.n}"
        drawn.append(AnswerRow(_label(names, row, len(directions) > 1), whole, shown))
    spoken = [
        names.say(
            "report.spoken",
            text=names.text(row.instrument, row.item, row.session),
            n=row.n or 0,
            answers=_spoken(names, row),
        )
        for row in rows
    ]
    return AnswersChart(id_, title, " ".join(spoken), legend, tuple(drawn))


def _label(names: Names, row: Distribution, mixed: bool) -> str:
    text = names.text(row.instrument, row.item, row.session)
    item = names.item(row.instrument, row.item)
    if mixed and isinstance(item, StatementItem):
        return names.say("report.better-is", text=text, best=names.best(row.instrument, row.item))
    return text


def _spoken(names: Names, row: Distribution) -> str:
    if None in row.counts:
        return names.say("report.withheld-row")
    return series(names, [f"{number} {label}" for label, number in ordered(names, row) if number])


def moves_chart(names: Names, id_: str, title: str, rows: Sequence[Movement]) -> MovesChart | None:
    """Arrows from before to after; nothing where no statement can be drawn."""
    drawn = []
    spoken = []
    for row in rows:
        if row.good_before is None or row.good_after is None or not row.pairs:
            continue
        text = names.text(row.instrument, row.item)
        shown = names.say("report.from-to", before=row.good_before, after=row.good_after, n=row.pairs)
        drawn.append(MoveRow(text, row.good_before, row.good_after, row.pairs, shown))
        spoken.append(f"{text}: {shown}.")
    if not drawn:
        return None
    first = rows[0]
    return MovesChart(
        id_,
        title,
        " ".join(spoken),
        (names.say("report.nobody"), names.say("report.everybody")),
        (names.moment(first.before), names.moment(first.after)),
        tuple(drawn),
    )
