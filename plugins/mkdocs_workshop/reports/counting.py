"""Filled-in sheets to counts: what was answered, who moved where."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model.base import Id
from ..model.event import Event
from ..model.instrument import Instrument, OpenItem, StatementItem
from ..reading.curriculum import Curriculum
from ..teaching.columns import Column, columns_of
from .answers import Sheet
from .arithmetic import count, favourable, median, moved
from .figures import Counts, Dimension, Distribution, Movement, OwnWords, Returned, better_of, points_of, side_of
from .right_answers import discriminations
from .withhold import LEAST

STEPS = (("before", "after"), ("before", "later"))
"""What is compared with what."""
MOMENTS = ("before", "after", "later")


def counts_of(sheets: Sequence[Sheet], curriculum: Curriculum, event: Event) -> Counts:
    """Everything that can be counted on some sheets. The order of the sheets does not matter.

    `event` says how many people there were, of each group. All numbers are in it, small ones too; `withhold.public`
    leaves out what must not be seen.
    """
    programme = curriculum.programmes.get(event.programme or "")
    by_form: dict[Id, list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        by_form[sheet.instrument].append(sheet)
    parts = [
        _Form(id_, instrument, columns_of(instrument, programme), by_form[id_], event).counts()
        for id_, instrument in curriculum.instruments.items()
        if id_ in by_form
    ]
    return Counts(
        tuple(row for part in parts for row in part.distributions),
        tuple(row for part in parts for row in part.movements),
        tuple(row for part in parts for row in part.dimensions),
        tuple(row for part in parts for row in part.words),
        tuple(row for part in parts for row in part.returned),
        tuple(
            row
            for id_, instrument in curriculum.instruments.items()
            for row in discriminations(id_, instrument, by_form.get(id_, ()))
        ),
    )


def groups_of(sheets: Iterable[Sheet], instrument: Instrument) -> tuple[Id, ...]:
    """The groups that are counted: the only one, or all together (empty) and then each. Small groups are not split off.

    For 12 sheets of `police` and 9 of `cso`: `("", "police", "cso")`; for 12 and 3: `("",)`.
    """
    if len(instrument.audiences) == 1:
        return instrument.audiences
    sizes = Counter(sheet.group for sheet in sheets)
    sizes.pop("", None)
    if len(sizes) < 2 or min(sizes.values()) < LEAST:
        return ("",)
    known = [group for group in instrument.audiences if group in sizes]
    return ("", *known, *sorted(set(sizes) - set(known)))


def unique(sheets: Iterable[Sheet]) -> dict[str, Sheet]:
    """Sheets by code; a code that stands on two sheets of one moment can not say whose it is, so it is left out.

    A code "A7" on two sheets of the moment `before` is left out.
    """
    found: dict[str, Sheet | None] = {}
    for sheet in sheets:
        if sheet.code:
            found[sheet.code] = None if sheet.code in found else sheet
    return {code: sheet for code, sheet in found.items() if sheet is not None}


class _Form:
    """Counts the sheets of one instrument."""

    def __init__(
        self, id_: Id, instrument: Instrument, columns: Sequence[Column], sheets: Sequence[Sheet], event: Event
    ) -> None:
        self.id = id_
        self.instrument = instrument
        self.columns = [column for column in columns if column.item]
        self.items = {item.id: item for section in instrument.sections for item in section.items}
        self.event = event
        # Sheets are counted in an order of their own, so that the order in the files changes nothing.
        self.groups = groups_of(sheets, instrument)
        self.cells: dict[tuple[Id, str], list[Sheet]] = {}
        for group in self.groups:
            for moment in MOMENTS:
                of = [sheet for sheet in sheets if sheet.moment == moment and group in ("", sheet.group)]
                if of:
                    self.cells[group, moment] = of

    def counts(self) -> Counts:
        movements = tuple(self._movements())
        return Counts(
            tuple(self._distributions()),
            movements,
            tuple(self._dimensions(movements)),
            tuple(self._words()),
            tuple(self._returned()),
        )

    def _distributions(self) -> Iterator[Distribution]:
        for column in self.columns:
            if not column.values:
                continue
            points = points_of(self.instrument, self.items[column.item])
            for (group, moment), sheets in self.cells.items():
                answers = [sheet.answers[column.name] for sheet in sheets if column.name in sheet.answers]
                n = len(answers)
                if not n:
                    # Nobody was asked, or nobody answered; a missing column is among the problems.
                    continue
                if column.kind == "choices":
                    answers = [one for answer in answers for one in answer.split()]
                counts = count(answers, column.values)
                middle = median(points, counts) if points else None
                side = side_of(self.instrument, self.items[column.item])
                good = sum(number for number, better in zip(counts, side, strict=True) if better) if side else None
                ticks = column.kind == "choices"
                yield Distribution(
                    self.id, column.item, column.session, group, moment, counts, n, len(sheets), middle, good, ticks
                )

    def _movements(self) -> Iterator[Movement]:
        for group in self.groups:
            for before, after in STEPS:
                first, second = (unique(self.cells.get((group, moment), ())) for moment in (before, after))
                both = [(first[code].answers, second[code].answers) for code in first if code in second]
                for item in self.items.values():
                    better = better_of(item)
                    if not both or not isinstance(item, StatementItem) or better is None:
                        continue
                    pairs = [(int(a[item.id]), int(b[item.id])) for a, b in both if item.id in a and item.id in b]
                    yield self._movement(item, group, before, after, pairs, better)

    def _movement(
        self, item: StatementItem, group: Id, before: str, after: str, pairs: Sequence[tuple[int, int]], better: str
    ) -> Movement:
        points = points_of(self.instrument, item)
        good = [
            favourable(points, count((str(pair[side]) for pair in pairs), tuple(map(str, points))), better)[0]
            for side in (0, 1)
        ]
        return Movement(self.id, item.id, group, before, after, len(pairs), *moved(pairs, better), *good)

    def _dimensions(self, movements: Iterable[Movement]) -> Iterator[Dimension]:
        yield from dimensions_of(self.id, self.instrument, movements)

    def _words(self) -> Iterator[OwnWords]:
        for item in self.items.values():
            if not isinstance(item, OpenItem):
                continue
            for (group, moment), sheets in self.cells.items():
                written = [" ".join(sheet.answers[item.id].split()) for sheet in sheets if item.id in sheet.answers]
                if written:
                    yield OwnWords(self.id, item.id, group, moment, len(written), _grouped(written))

    def _returned(self) -> Iterator[Returned]:
        people = {group.audience: group.people for group in self.event.groups}
        whole = self.event.people if self.event.people is not None else _sum(people)
        for (group, moment), sheets in self.cells.items():
            coded = len(unique(sheets)) if self.instrument.code else None
            yield Returned(self.id, moment, group, len(sheets), people.get(group) if group else whole, coded)


def dimensions_of(id_: Id, instrument: Instrument, movements: Iterable[Movement]) -> Iterator[Dimension]:
    """Movements added up by dimension; knowledge, skills and attitudes are never mixed.

    Two statements on knowledge with 6 and 7 people who moved in the right direction give 13 for `knowledge`. People are
    counted once for each statement.
    """
    dimension = {
        item.id: item.dimension
        for section in instrument.sections
        for item in section.items
        if isinstance(item, StatementItem) and item.dimension
    }
    found: dict[tuple[str, str, str, Id], list[Movement]] = defaultdict(list)
    for move in movements:
        if move.item in dimension:
            found[move.before, move.after, str(dimension[move.item]), move.group].append(move)
    for (before, after, name, group), moves in found.items():
        cells = [(move.pairs, move.right, move.wrong, move.same) for move in moves]
        if not any(None in cell for cell in cells):
            pairs, right, wrong, same = (sum(cell[place] or 0 for cell in cells) for place in range(4))
            items = tuple(move.item for move in moves)
            yield Dimension(id_, name, group, before, after, items, pairs, right, wrong, same)


def _sum(people: Mapping[Id, int | None]) -> int | None:
    known = [number for number in people.values() if number is not None]
    return sum(known) if known and len(known) == len(people) else None


def _grouped(written: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Texts that are the same but for capitals stand together, as the first of them in the alphabet is written."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for text in written:
        by_key[text.casefold().rstrip(".!")].append(text)
    rows = [(min(texts), len(texts)) for texts in by_key.values()]
    return tuple(sorted(rows, key=lambda row: (-row[1], row[0].casefold(), row[0])))
