"""What is said of the figures. Each sentence is made of numbers, and says no more than they do.

"Moved in the right direction" is said only of people who are compared with themselves. No sentence names a cause, and none
speaks of people who were not there.
"""

from collections.abc import Iterator, Sequence

from .arithmetic import favourable, has_ceiling, percent
from .figures import FEW, Dimension, Distribution, Movement, better_of, points_of
from .names import Names


def series(names: Names, parts: Sequence[str]) -> str:
    """Joins words as people do: a, b and c. In English "police, probation and CSO"."""
    if len(parts) < 2:
        return "".join(parts)
    return names.say("report.and", first=", ".join(parts[:-1]), last=parts[-1])


def ordered(names: Names, row: Distribution) -> list[tuple[str, int | None]]:
    """Answers with their numbers, from the best to the worst; in the order of the form where none is better.

    For example `[("fully agree", 7), ("agree", 5), ...]`; a number that is withheld is None.
    """
    labels = names.labels(row.instrument, row.item)
    pairs = list(zip(labels, row.counts, strict=True))
    points = points_of(names.form(row.instrument), names.item(row.instrument, row.item))
    if not points or (better := better_of(names.item(row.instrument, row.item))) is None:
        return pairs
    order = sorted(range(len(points)), key=lambda place: points[place], reverse=better == "high")
    return [pairs[place] for place in order]


def _marked(names: Names, answers: Sequence[tuple[str, int]]) -> str:
    given = [names.say("report.marked", n=number, label=label) for label, number in answers if number]
    return series(names, given)


def about_statements(names: Names, rows: Sequence[Distribution]) -> Iterator[str]:
    """What a few statements on one scale and with one direction gave, together and at the ends."""
    if any(None in row.counts for row in rows):
        yield names.say("report.some-withheld")
        return
    answers = [ordered(names, row) for row in rows]
    if not answers or not any(row.n for row in rows):
        return
    sums = [(answers[0][place][0], sum(row[place][1] or 0 for row in answers)) for place in range(len(answers[0]))]
    total = sum(number for _, number in sums)
    if len(rows) == 1:
        yield names.say("report.people-marked", n=total, marked=_marked(names, sums))
        return
    yield names.say("report.answers-marked", n=total, items=len(rows), marked=_marked(names, sums))
    best = [(row[0][1] or 0, found.n or 0) for row, found in zip(answers, rows, strict=True)]
    people = {n for _, n in best}
    low, high = min(best), max(best)
    if len(people) == 1 and low != high:
        n = people.pop()
        yield names.say(
            "report.between",
            low=low[0],
            high=high[0],
            n=n,
            label=sums[0][0],
            low_share=percent(low[0], n),
            high_share=percent(high[0], n),
        )


def ends_of(names: Names, rows: Sequence[Distribution]) -> Iterator[str]:
    """The statements with the most and with the fewest best answers; nothing where all are alike."""
    known = [row for row in rows if None not in row.counts and row.n]
    shares = {row: (ordered(names, row)[0][1] or 0, row.n or 1) for row in known}
    if len({part / n for part, n in shares.values()}) < 2:
        return
    for key, pick in (("report.most-best", max), ("report.fewest-best", min)):
        part, n = pick(shares.values(), key=lambda share: share[0] / share[1])
        found = [row for row in known if shares[row][0] * n == part * shares[row][1]]
        texts = series(names, [names.quoted(row.instrument, row.item, row.session) for row in found])
        yield names.say(key, items=texts, part=names.of(part, n), label=ordered(names, found[0])[0][0])


def about_dimension(names: Names, row: Dimension) -> str:
    """How people moved in a dimension."""
    return names.say(
        "report.dimension",
        name=names.say(f"report.dimension.{row.dimension}"),
        pairs=row.pairs,
        items=len(row.items),
        right=names.of(row.right, row.pairs),
        wrong=row.wrong,
        same=row.same,
    )


def about_movements(names: Names, rows: Sequence[Movement]) -> Iterator[str]:
    """At how many statements more people moved in the right direction than in the wrong one, and the other way round."""
    known = [row for row in rows if row.right is not None and row.wrong is not None and row.same is not None]
    if not rows:
        return
    up = [row for row in known if (row.right or 0) > (row.wrong or 0)]
    down = [row for row in known if (row.right or 0) < (row.wrong or 0)]
    # Of the shown ones alone nothing can be said: which ones are shown hangs on their numbers.
    whole = len(known) == len(rows)
    if whole:
        yield names.say("report.more-right", n=len(up), of=len(known))
    if whole and down:
        texts = series(names, [names.quoted(row.instrument, row.item) for row in down])
        yield names.say("report.more-wrong", n=len(down), items=texts)
    if max(row.pairs or 0 for row in rows) < FEW:
        yield names.say("report.few-pairs", n=max(row.pairs or 0 for row in rows))
    yield names.say("report.no-comparison")


def about_ceiling(names: Names, rows: Sequence[Distribution]) -> Iterator[str]:
    """Statements of a test that had no room to move."""
    full = []
    for row in rows:
        item = names.item(row.instrument, row.item)
        better = better_of(item)
        if row.moment == "before" and better and None not in row.counts:
            counts = [count or 0 for count in row.counts]
            if has_ceiling(points_of(names.form(row.instrument), item), counts, better):
                full.append(names.quoted(row.instrument, row.item))
    if full:
        yield names.say("report.ceiling", n=len(full), items=series(names, full))


def good_side(names: Names, row: Distribution) -> tuple[int, int, int] | None:
    """Answers on the better side, in the middle, on the other side; nothing where some are withheld.

    For example `(7, 4, 1)` for twelve people.
    """
    item = names.item(row.instrument, row.item)
    better = better_of(item)
    if better is None or None in row.counts:
        return None
    return favourable(points_of(names.form(row.instrument), item), [count or 0 for count in row.counts], better)
