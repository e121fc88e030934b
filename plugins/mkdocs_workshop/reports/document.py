"""The whole report as one tree, in the order of the report of 2014. Page, PDF and Word are made of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..documents.texts import Texts, cited
from ..documents.tree.blocks import Block, Inline, Table, Text
from ..edition import Edition
from ..ground.problems import Problem
from ..language.tables import days_words
from ..language.wording import reference
from ..model.event import Event
from ..model.programme import SessionSlot
from ..reading.events import EventParts
from .chapters import Results
from .charts import Chart
from .figures import FEW, Counts
from .mistakes import KINDS
from .names import Names, listed, said, table
from .withhold import LEAST


@dataclass(frozen=True)
class Section:
    """A numbered part of the report."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Report:
    """A report in words, tables and drawings."""

    id: str
    title: str
    lead: str
    kind: str
    """What stands above the title: "Report of a workshop", and whether it is for the public."""
    sections: tuple[Section, ...]
    charts: Mapping[str, Chart]
    """By the id of their picture, so that a page can draw them for a narrow screen too."""
    references: tuple[str, ...]
    """What is cited besides the sources of the event, for small letters at the end."""


def days(edition: Edition, event: Event) -> str:
    """The days of a workshop as people read them: "8–9 December 2014"."""
    return days_words(event.first_day, event.last_day, edition.language)


def write_report(edition: Edition, parts: EventParts, counts: Counts, problems: Sequence[Problem] = ()) -> Report:
    """The report of a workshop with its figures. `problems` are those of the response files; they are counted in it."""
    writer = _Writer(edition, parts, counts, problems)
    sections = tuple(section for section in writer.sections() if section.blocks)
    kind = edition.say("report.kind" if counts.public else "report.kind-internal")
    event = parts.event
    known = {reference(edition.curriculum.sources[id_]) for id_ in event.sources}
    cites = cited(*(section.blocks for section in sections)).values()
    more = tuple(f"{cite.label}: {cite.reference}" for cite in cites if cite.reference not in known)
    title, lead = edition.plain(event.title), edition.plain(event.summary)
    return Report(parts.id, title, lead, kind, sections, writer.results.charts, more)


class _Writer:
    def __init__(self, edition: Edition, parts: EventParts, counts: Counts, problems: Sequence[Problem]) -> None:
        self.edition = edition
        self.say = edition.say
        self.event = parts.event
        self.names = Names(edition, parts.event)
        self.texts = Texts(edition)
        self.counts = counts
        self.problems = problems
        self.published = parts.results is not None and parts.results.published_in is not None
        self.results = Results(self.names, counts)

    def sections(self) -> Iterator[Section]:
        say, event = self.say, self.event
        yield Section("general", say("report.general"), (self._general(),))
        background = [*self.texts.blocks(event.background)]
        if event.aims:
            background += [said(say("report.aims")), self._lines(event.aims)]
        yield Section("background", say("report.background"), tuple(background))
        yield Section("method", say("report.method"), tuple(self._method()))
        yield Section("outline", say("report.outline"), tuple(self._outline()))
        yield Section("results", say("report.results"), self.results.blocks())
        yield Section("lessons", say("report.lessons"), (self._lines(event.lessons),) if event.lessons else ())
        advice = (self._lines(event.recommendations),) if event.recommendations else ()
        yield Section("recommendations", say("report.recommendations"), advice)
        yield Section("about", say("report.about"), tuple(self._about()))

    def _lines(self, lines: Sequence[str]) -> Block:
        return listed(tuple(self.texts.line(line) for line in lines))

    def _general(self) -> Table:
        say, event, plain = self.say, self.event, self.edition.plain
        rows = [
            (say("report.when"), days(self.edition, event)),
            (say("report.where"), plain(event.place)),
        ]
        if event.organisers:
            rows.append((say("report.organisers"), "; ".join(map(plain, event.organisers))))
        if event.programme:
            rows.append((say("report.programme"), plain(self.edition.curriculum.programmes[event.programme].title)))
        if event.trainers:
            led = [plain(one.role) + (f" ({plain(one.part)})" if one.part else "") for one in event.trainers]
            rows.append((say("report.trainers"), "; ".join(led)))
        if event.planned:
            rows.append(
                (say("report.planned"), say("report.people-range", least=event.planned.least, most=event.planned.most))
            )
        rows.append((say("report.people"), self._people()))
        return table((say("report.what"), say("report.here")), rows)

    def _people(self) -> str:
        """How many took part. Where a group is small, only the sum is given to the public."""
        say, event, plain = self.say, self.event, self.edition.plain
        total = event.people
        known = [group.people for group in event.groups if group.people is not None]
        if total is None and known and len(known) == len(event.groups):
            total = sum(known)
        words = [say("report.people-count", n=total) if total is not None else say("report.not-counted")]
        small = self.counts.public and any(0 < number < LEAST for number in known)
        for group in event.groups:
            name = self.names.group(group.audience)
            number = say("report.number-unknown") if group.people is None else str(group.people)
            note = f" ({plain(group.note)})" if group.note else ""
            words.append(f"{name}{note}" if small else f"{name}{note}: {number}")
        return "; ".join(words)

    def _method(self) -> Iterator[Block]:
        if self.event.methods:
            yield self._lines(self.event.methods)
        if self.counts.distributions:
            yield said(self.say("report.how-published" if self.published else "report.how-counted"))
            if any(self.names.form(row.instrument).kind == "test" for row in self.counts.distributions):
                yield said(self.say("report.how-median"))
            if self.counts.movements:
                yield said(self.say("report.how-moved"))
            if any(0 < row.sheets < FEW for row in self.counts.distributions):
                yield said(self.say("report.how-few"))
            if self.counts.public and not self.published:
                yield said(self.say("report.how-withheld", least=LEAST))

    def _outline(self) -> Iterator[Block]:
        curriculum = self.edition.curriculum
        if self.event.programme:
            programme = curriculum.programmes[self.event.programme]
            sessions = [slot.id for day in programme.days for slot in day.slots if isinstance(slot, SessionSlot)]
            yield listed(tuple((Text(self.names.text("", "", session)),) for session in sessions))
        elif self.event.outline:
            topics = [topic.text for topic in curriculum.topics.values() if topic.outline == self.event.outline]
            yield self._lines(topics)
        if self.event.deviations:
            yield said(self.say("report.deviations"))
            yield self._lines(self.event.deviations)

    def _about(self) -> Iterator[Block]:
        if self.event.notes:
            yield from self.texts.blocks(self.event.notes)
        if self.problems:
            yield said(self.say("report.problems"))
            counts = Counter(problem.code for problem in self.problems)
            rows = [(KINDS[code].title, str(number)) for code, number in sorted(counts.items())]
            yield table((self.say("report.problem"), self.say("report.how-often")), rows)
        if self.counts.distributions:
            yield said(self.say("report.recompute"))
            if not self.published:
                yield said(self.say("report.privacy"))
        sources = [reference(self.edition.curriculum.sources[id_]) for id_ in self.event.sources]
        if sources:
            yield said(self.say("report.sources"))
            lines: tuple[tuple[Inline, ...], ...] = tuple((Text(line),) for line in sources)
            yield listed(lines)
