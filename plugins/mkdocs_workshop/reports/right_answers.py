"""Questions with a key: how many answered rightly before and after, and whether a question tells those who know from those who do not.

Difficulty is the share of right answers among those who answered. It is read from the same rows as every other number, so what is
withheld there is withheld here.

Discrimination is the correlation between a question (right 1, not right 0) and the number of right answers to all *other* questions
with a key: the item-total correlation without the item itself (S. Henrysson, Correction of item-total correlations in item analysis,
Psychometrika 28, 1963, 211-218). It needs single sheets, so it stands in the version for the team alone, and only from 20 people on.
"""

from collections.abc import Iterator, Sequence

from ..documents.tree.blocks import Block
from ..model.base import Id
from ..model.instrument import Instrument, KnowledgeItem, ScenarioItem
from ..teaching.quiz import keyed_items
from .answers import Sheet
from .arithmetic import percent
from .figures import FEW, Counts, Discrimination, Distribution
from .names import Names, heading, said, table

FEWEST_QUESTIONS = 3
"""The number right of fewer other questions says too little about a person."""


def right_count(item: KnowledgeItem | ScenarioItem, row: Distribution) -> int | None:
    """How many chose the right option; None if it is withheld.

    Answers of `(2, 9, 1)` people to a question whose second option is right give 9.
    """
    return row.counts[[choice.id for choice in item.choices].index(item.key)]


def correlation(first: Sequence[int], second: Sequence[int]) -> float | None:
    """Pearson's correlation; None where one of the two is the same for everybody.

    `correlation((1, 2, 3), (2, 4, 6))` gives `1.0`; `correlation((1, 1, 1), (2, 4, 6))` gives `None`.
    """
    n = len(first)
    if n == 0:
        return None
    mean_first, mean_second = sum(first) / n, sum(second) / n
    products = sum((a - mean_first) * (b - mean_second) for a, b in zip(first, second, strict=True))
    squares = sum((a - mean_first) ** 2 for a in first) * sum((b - mean_second) ** 2 for b in second)
    return products / float(squares**0.5) if squares else None


def discriminations(id_: Id, form: Instrument, sheets: Sequence[Sheet]) -> Iterator[Discrimination]:
    """The discrimination of each question with a key at each moment, of all people together.

    From -1 to 1, to two decimals: how far those who have this question right have the others right too. Nothing for
    fewer than three questions.
    """
    items = keyed_items(form)
    if len(items) < FEWEST_QUESTIONS:
        return
    for moment in dict.fromkeys(sheet.moment for sheet in sheets):
        # Who answered none of them did not take this part. What else is not answered counts as not right.
        given = [
            sheet.answers
            for sheet in sheets
            if sheet.moment == moment and any(item.id in sheet.answers for item in items)
        ]
        if len(given) < FEW:
            continue
        right = {item.id: [int(answers.get(item.id) == item.key) for answers in given] for item in items}
        whole = [sum(marks) for marks in zip(*right.values(), strict=True)]
        for item in items:
            rest = [total - mark for total, mark in zip(whole, right[item.id], strict=True)]
            value = correlation(right[item.id], rest)
            if value is not None:
                yield Discrimination(id_, item.id, moment, len(given), round(value, 2))


def right_blocks(names: Names, counts: Counts, id_: Id) -> Iterator[Block]:
    """The chapter of a test: a table of the right answers for each group."""
    items = {item.id: item for item in keyed_items(names.form(id_))}
    rows = [row for row in counts.distributions if row.instrument == id_ and row.item in items]
    if not rows:
        return
    say = names.say
    yield heading(say("report.right-answers"), 4)
    yield said(say("report.right-how"))
    found = {(one.item, one.moment): one for one in counts.discriminations if one.instrument == id_}
    if found:
        yield said(say("report.discrimination-how"))
    groups = list(dict.fromkeys(row.group for row in rows))
    for group in groups:
        of = {(row.item, row.moment): row for row in rows if row.group == group}
        moments = list(dict.fromkeys(row.moment for row in rows if row.group == group))
        # It is counted on all people together, who stand first.
        shown = bool(found) and group == groups[0]
        head = [say("form.question"), *(say(f"report.short.{moment}") for moment in moments)]
        head += [say("report.discrimination", moment=say(f"report.short.{moment}")) for moment in moments if shown]
        yield said(names.group(group))
        yield table(
            tuple(head),
            [
                (
                    names.text(id_, item.id),
                    *(_share(names, item, of.get((item.id, moment))) for moment in moments),
                    *(_value(names, found.get((item.id, moment))) for moment in moments if shown),
                )
                for item in items.values()
            ],
        )


def _share(names: Names, item: KnowledgeItem | ScenarioItem, row: Distribution | None) -> str:
    """The right answers of all: "11 of 17 (65%)". A dash where nobody was asked."""
    if row is None:
        return "–"
    right = right_count(item, row)
    if right is None or row.n is None:
        return names.say("report.withheld")
    return names.of(right, row.n)


def _value(names: Names, found: Discrimination | None) -> str:
    return "–" if found is None else names.edition.number(f"{found.value:.2f}")


def right_rows(names: Names, counts: Counts) -> Iterator[tuple[object, ...]]:
    """The same for the table of all figures: `right` with its share, and `discrimination` with the people it is counted on."""
    for row in counts.distributions:
        item = names.item(row.instrument, row.item)
        if isinstance(item, KnowledgeItem | ScenarioItem):
            right = right_count(item, row)
            share = percent(right, row.n) if right is not None and row.n else None
            text = names.text(row.instrument, row.item)
            yield (
                "right",
                row.instrument,
                row.item,
                "",
                text,
                row.group,
                row.moment,
                "",
                item.key,
                "",
                right,
                row.n,
                share,
            )
    for one in counts.discriminations:
        text = names.text(one.instrument, one.item)
        yield (
            "discrimination", one.instrument, one.item, "", text, "", one.moment, "", f"{one.value:.2f}", "", "", one.people, "",
        )  # fmt: skip
