"""Tables of answers: each answer by itself, or two classes where the single answers are withheld."""

from collections.abc import Iterator, Sequence

from ..documents.tree.blocks import Block
from .figures import Distribution, side_of
from .names import Names, said, table


def answers_tables(names: Names, rows: Sequence[Distribution], *, moments: bool = False) -> Iterator[Block]:
    """The tables of items with the same answers. `moments` adds a column for when it was asked, and the median."""
    classes = [row for row in rows if row.good is not None and None in row.counts]
    single = [row for row in rows if row not in classes]
    if single:
        yield _single(names, single, moments=moments)
    if classes:
        yield said(names.say("report.in-classes"))
        yield _classes(names, classes, moments=moments)


def _single(names: Names, rows: Sequence[Distribution], *, moments: bool) -> Block:
    """Numbers and shares of each answer, in the order of the form."""
    say = names.say
    labels = names.labels(rows[0].instrument, rows[0].item)
    medians = any(row.median is not None for row in rows) and moments
    head = (say("report.statement"), *([say("report.when")] if moments else []), *labels, "n")
    lines = [
        (
            names.text(row.instrument, row.item, row.session),
            *([say(f"report.short.{row.moment}")] if moments else []),
            *(names.share(count, row.n) for count in row.counts),
            names.number(row.n),
            *([names.number(row.median)] if medians else []),
        )
        for row in rows
    ]
    return table((*head, say("report.median")) if medians else head, lines)


def _classes(names: Names, rows: Sequence[Distribution], *, moments: bool) -> Block:
    """How many gave one of the better answers, and how many another one."""
    say = names.say
    head = (
        say("report.statement"), *([say("report.when")] if moments else []), say("report.these-answers"),
        say("report.so-many"), say("report.other-answers"), "n",
    )  # fmt: skip
    lines = [
        (
            names.text(row.instrument, row.item, row.session),
            *([say(f"report.short.{row.moment}")] if moments else []),
            better_answers(names, row),
            names.share(row.good, row.n),
            names.share((row.n or 0) - (row.good or 0), row.n),
            names.number(row.n),
        )
        for row in rows
    ]
    return table(head, lines)


def better_answers(names: Names, row: Distribution) -> str:
    """The answers on the better side of an item: "Agree / Strongly agree"."""
    side = side_of(names.form(row.instrument), names.item(row.instrument, row.item))
    labels = names.labels(row.instrument, row.item)
    return " / ".join(label for label, better in zip(labels, side, strict=True) if better)
