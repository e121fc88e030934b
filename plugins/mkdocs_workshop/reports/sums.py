"""All figures of a report as one table, so that everybody can recompute it."""

from collections.abc import Iterator

from ..ground.spreadsheets import csv_text
from .answer_tables import better_answers
from .arithmetic import percent
from .figures import Counts, Distribution
from .names import Names
from .right_answers import right_rows

HEAD = (
    "what",
    "form",
    "item",
    "session",
    "text",
    "group",
    "moment",
    "compared_with",
    "answer",
    "label",
    "count",
    "of",
    "percent",
)
"""`what` is `answer`, `median`, `right`, `discrimination`, `moved`, `dimension`, `returned` or `own-words`. A withheld number is an empty cell."""

Row = tuple[object, ...]


def figures_csv(names: Names, counts: Counts) -> str:
    """CSV in UTF-8 with a mark at its beginning, so that a spreadsheet reads its letters rightly.

    The first line holds the names of the columns: "what", "form", and so on.
    """
    return csv_text([HEAD, *_rows(names, counts)])


def _rows(names: Names, counts: Counts) -> Iterator[Row]:
    for back in counts.returned:
        yield (
            "returned", back.instrument, "", "", "", back.group, back.moment, "", "", "", back.sheets, back.people,
            _share(back.sheets, back.people),
        )  # fmt: skip
    for row in counts.distributions:
        yield from _answers(names, row)
    yield from right_rows(names, counts)
    for move in counts.movements:
        text = names.text(move.instrument, move.item)
        parts = {"right": move.right, "wrong": move.wrong, "same": move.same}
        parts |= {"better-side-before": move.good_before, "better-side-after": move.good_after}
        for name, count in parts.items():
            yield (
                "moved", move.instrument, move.item, "", text, move.group, move.after, move.before, name, "", count,
                move.pairs, _share(count, move.pairs),
            )  # fmt: skip
    for total in counts.dimensions:
        for name, number in (("right", total.right), ("wrong", total.wrong), ("same", total.same)):
            yield (
                "dimension", total.instrument, " ".join(total.items), "", total.dimension, total.group, total.after,
                total.before, name, "", number, total.pairs, _share(number, total.pairs),
            )  # fmt: skip
    for words in counts.words:
        for text, times in words.texts:
            yield (
                "own-words", words.instrument, words.item, "", names.text(words.instrument, words.item), words.group,
                words.moment, "", "", text, "" if words.in_short else times, "" if words.in_short else words.n, "",
            )  # fmt: skip


def _answers(names: Names, row: Distribution) -> Iterator[Row]:
    text = names.text(row.instrument, row.item, row.session)
    start = (row.instrument, row.item, row.session, text, row.group, row.moment, "")
    item = names.item(row.instrument, row.item)
    for place, (label, count) in enumerate(zip(names.labels(row.instrument, row.item), row.counts, strict=True)):
        yield ("answer", *start, names.value(row.instrument, item, place), label, count, row.n, _share(count, row.n))
    if row.good is not None and None in row.counts:
        label = better_answers(names, row)
        yield ("answer", *start, "better-side", label, row.good, row.n, _share(row.good, row.n))
    if row.median is not None:
        yield ("median", *start, f"{row.median:g}", "", "", row.n, "")


def _share(part: int | None, whole: int | None) -> int | None:
    return percent(part, whole) if part is not None and whole and part <= whole else None
