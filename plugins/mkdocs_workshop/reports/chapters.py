"""The chapter of results: tests before and after, then the evaluation. A table stands beside every chart."""

import itertools
from collections.abc import Iterable, Iterator, Sequence

from ..documents.tree.blocks import Block, Emphasis, Inline, Picture, Strong, Text
from ..figures import flat
from ..model.instrument import Instrument, InstrumentSection, OpenItem, StatementItem, TickedItem
from .answer_tables import answers_tables
from .charts import Chart, draw_chart
from .drawn import answers_chart, moves_chart
from .figures import Counts, Distribution, Movement, better_of
from .names import Names, heading, listed, said, table
from .right_answers import right_blocks
from .sentences import about_ceiling, about_dimension, about_movements, about_statements, ends_of

PAPER_WIDTH = 720


class Results:
    """Writes the results of one event, and collects the charts that stand in them."""

    def __init__(self, names: Names, counts: Counts) -> None:
        self.names = names
        self.say = names.say
        self.counts = counts
        self.charts: dict[str, Chart] = {}

    def blocks(self) -> tuple[Block, ...]:
        """Everything, in the order in which it was asked."""
        return (*self._returned(), *self._tests(), *self._side_by_side(), *self._evaluations())

    def _picture(self, chart: Chart) -> Picture:
        self.charts[chart.id] = chart
        return Picture(chart.id, chart.title, flat(draw_chart(chart, PAPER_WIDTH)), chart.alt, ())

    def _returned(self) -> Iterator[Block]:
        names, say = self.names, self.say
        yield heading(say("report.forms"))
        if self.counts.returned:
            coded = any(row.coded is not None for row in self.counts.returned)
            head = (say("report.form"), say("report.when"), say("report.who"), say("report.came-back"))
            rows = []
            for row in self.counts.returned:
                back = names.number(row.sheets)
                if row.people and row.sheets is not None and row.sheets <= row.people:
                    back = names.of(row.sheets, row.people)
                cells = (names.title(row.instrument), names.moment(row.moment), names.group(row.group), back)
                rows.append((*cells, names.number(row.coded) if row.coded is not None else "–") if coded else cells)
            yield table((*head, say("report.with-code")) if coded else head, rows)
        lines: list[tuple[Inline, ...]] = []
        for form in names.event.forms:
            if form.status != "counted" or form.note:
                words = [] if form.status == "counted" else [say(f"report.status.{form.status}")]
                words += [names.edition.plain(form.note)] if form.note else []
                lines.append((Strong((Text(names.edition.plain(form.name)),)), Text(f": {' '.join(words)}")))
        if lines:
            yield listed(tuple(lines))

    def _tests(self) -> Iterator[Block]:
        for id_, form in self.names.edition.curriculum.instruments.items():
            if form.kind == "test" and any(row.instrument == id_ for row in self.counts.distributions):
                yield heading(self.names.title(id_))
                yield from right_blocks(self.names, self.counts, id_)
                yield from self._movements(id_)
                yield from self._before_and_after(id_, form)
                yield from self._words(id_, form)

    def _movements(self, id_: str) -> Iterator[Block]:
        moves = [row for row in self.counts.movements if row.instrument == id_]
        if not moves:
            yield said(self.say("report.no-pairs"))
        for (group, before, after), found in itertools.groupby(moves, lambda row: (row.group, row.before, row.after)):
            rows = list(found)
            title = self._between(group, before, after)
            for sentence in about_movements(self.names, rows):
                yield said(sentence)
            yield from self._by_dimension(id_, rows)
            yield said(f"{title}:")
            yield self._moves_table(rows)

    def _by_dimension(self, id_: str, rows: Sequence[Movement]) -> Iterator[Block]:
        """Knowledge, skills and attitudes apart: what is said of each, and a chart of its statements."""
        by_dimension: dict[str, list[Movement]] = {}
        for row in rows:
            item = self.names.item(id_, row.item)
            measured = item.dimension if isinstance(item, StatementItem) else None
            by_dimension.setdefault(measured or "", []).append(row)
        for name, of in by_dimension.items():
            for total in self.counts.dimensions:
                if total.items == tuple(row.item for row in of) and (total.group, total.after) == (
                    of[0].group,
                    of[0].after,
                ):
                    yield said(about_dimension(self.names, total))
            group = self.names.group(of[0].group)
            title = f"{group}: {self.say(f'report.dimension.{name}')}" if name else group
            chart_id = "-".join(filter(None, (id_, of[0].group, name, of[0].after)))
            chart = moves_chart(self.names, chart_id, title, of)
            if chart is not None:
                yield said(self.say("report.moves-chart"))
                yield self._picture(chart)

    def _between(self, group: str, before: str, after: str) -> str:
        return self.say(
            "report.between-tests",
            group=self.names.group(group),
            before=self.names.moment(before),
            after=self.names.moment(after),
        )

    def _moves_table(self, rows: Sequence[Movement]) -> Block:
        say, names = self.say, self.names
        head = tuple(say(f"report.{key}") for key in ("statement", "pairs", "right", "wrong", "same"))
        lines = [
            (
                say(
                    "report.better-is",
                    text=names.text(row.instrument, row.item),
                    best=names.best(row.instrument, row.item),
                ),
                names.number(row.pairs),
                *(names.share(part, row.pairs) for part in (row.right, row.wrong, row.same)),
            )
            for row in rows
        ]
        return table(head, lines)

    def _before_and_after(self, id_: str, form: Instrument) -> Iterator[Block]:
        rows = [row for row in self.counts.distributions if row.instrument == id_ and not row.session]
        for sentence in about_ceiling(self.names, rows):
            yield said(sentence)
        scale_of = {
            item.id: item.scale
            for section in form.sections
            for item in section.items
            if isinstance(item, StatementItem)
        }
        groups = dict.fromkeys((row.group, scale_of[row.item]) for row in rows if row.item in scale_of)
        for group, scale in groups:
            of = [row for row in rows if row.group == group and scale_of.get(row.item) == scale]
            told = [row for row in of if row.good is not None or None not in row.counts]
            if not told:
                yield said(self.say("report.all-withheld", group=self.names.group(group)))
                continue
            yield said(self.say("report.all-sheets", group=self.names.group(group)))
            yield from answers_tables(self.names, told, moments=True)
            if len(told) < len(of):
                yield said(self.say("report.others-withheld"))

    def _side_by_side(self) -> Iterator[Block]:
        """Statements that stand in the tests of several groups, with each group beside the others."""
        names, say = self.names, self.say
        by_name: dict[str, list[Movement]] = {}
        for row in self.counts.movements:
            item = names.item(row.instrument, row.item)
            if isinstance(item, StatementItem) and item.shared and row.after == "after":
                by_name.setdefault(item.shared, []).append(row)
        shared = [rows for rows in by_name.values() if len({row.instrument for row in rows}) > 1]
        if not shared:
            return
        groups = tuple(dict.fromkeys(row.group for rows in shared for row in rows))
        yield heading(say("report.side-by-side"))
        yield said(say("report.side-by-side-note"))
        lines = []
        for rows in shared:
            by_group = {row.group: row for row in rows}
            cells = tuple(self._moves_cell(by_group.get(group)) for group in groups)
            lines.append((names.text(rows[0].instrument, rows[0].item), *cells))
        yield table((say("report.statement"), *map(names.group, groups)), lines)

    def _moves_cell(self, row: Movement | None) -> str:
        if row is None or row.right is None or row.wrong is None or row.same is None:
            return self.say("report.withheld")
        return self.say("report.moves-cell", right=row.right, wrong=row.wrong, same=row.same, n=row.pairs)

    def _evaluations(self) -> Iterator[Block]:
        for id_, form in self.names.edition.curriculum.instruments.items():
            rows = [row for row in self.counts.distributions if row.instrument == id_]
            if form.kind == "test" or not rows:
                continue
            yield heading(self.names.title(id_))
            for group in dict.fromkeys(row.group for row in rows):
                of = [row for row in rows if row.group == group]
                if group:
                    yield heading(self.names.group(group), 4)
                yield from self._summary(of)
                for section in form.sections:
                    yield from self._section(id_, section, of, group)
            yield from self._words(id_, form)

    def _summary(self, rows: Sequence[Distribution]) -> Iterator[Block]:
        """All statements of one kind together, and the ends."""
        for _, of in self._alike(rows):
            if len(of) > 2 and not of[0].session:
                for sentence in itertools.islice(about_statements(self.names, of), 1):
                    yield said(sentence)
                for sentence in ends_of(self.names, of):
                    yield said(sentence)

    def _alike(self, rows: Iterable[Distribution]) -> Iterator[tuple[object, list[Distribution]]]:
        """Rows by their answers and by the direction in which they get better."""
        groups: dict[object, list[Distribution]] = {}
        for row in rows:
            item = self.names.item(row.instrument, row.item)
            if not isinstance(item, TickedItem) and better_of(item):
                key = (self.names.labels(row.instrument, row.item), better_of(item))
                groups.setdefault(key, []).append(row)
        yield from groups.items()

    def _section(
        self, id_: str, section: InstrumentSection, rows: Sequence[Distribution], group: str
    ) -> Iterator[Block]:
        ids = [item.id for item in section.items]
        of = [row for row in rows if row.item in ids and row.item != "group"]
        if not of:
            return
        title = self.names.edition.plain(section.title)
        yield heading(title, 4)
        by_labels: dict[tuple[str, ...], list[Distribution]] = {}
        for row in of:
            by_labels.setdefault(self.names.labels(id_, row.item), []).append(row)
        for number, found in enumerate(by_labels.values()):
            if isinstance(self.names.item(id_, found[0].item), TickedItem):
                for row in found:
                    yield from self._choice(row)
                continue
            if group:
                # Each group once more in numbers alone; the drawings show all together.
                yield from answers_tables(self.names, found)
                continue
            for _, alike in self._alike(found):
                for sentence in about_statements(self.names, alike):
                    yield said(sentence)
            chart_id = "-".join(filter(None, (id_, section.id, str(number) if number else "")))
            chart = answers_chart(self.names, chart_id, self.say("report.chart-title", title=title), found)
            if chart is not None:
                yield self._picture(chart)
            yield from answers_tables(self.names, found)

    def _choice(self, row: Distribution) -> Iterator[Block]:
        names = self.names
        if None not in row.counts:
            answers = zip(names.labels(row.instrument, row.item), row.counts, strict=True)
            given = [
                self.say("report.chose", part=names.of(count or 0, row.n or 0), label=label)
                for label, count in answers
                if count and row.n
            ]
            yield said(f"{names.text(row.instrument, row.item)} {'; '.join(given)}.")
        yield from answers_tables(names, [row])

    def _words(self, id_: str, form: Instrument) -> Iterator[Block]:
        asked = [item for section in form.sections for item in section.items if isinstance(item, OpenItem)]
        for item in asked:
            for row in self.counts.words:
                if (row.instrument, row.item) != (id_, item.id) or (row.group and len(form.audiences) > 1):
                    continue
                yield heading(self.names.edition.plain(item.text), 4)
                if row.in_short:
                    lines = tuple((Text(self.names.edition.plain(text)),) for text, _ in row.texts)
                    yield said(self.say("report.in-short"))
                    yield listed(lines)
                elif not row.texts:
                    yield said(self.say("report.words-withheld"))
                else:
                    yield said(self.say("report.wrote", n=row.n))
                    yield listed(tuple((Emphasis((Text(self._times(text, times)),)),) for text, times in row.texts))

    def _times(self, text: str, times: int) -> str:
        return text if times == 1 else self.say("report.times", text=text, n=times)
