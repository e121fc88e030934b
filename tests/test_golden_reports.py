"""Reports as text, their table and their charts as SVG, for a workshop that was invented: whoever changes a sentence sees it here."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pytest

from mkdocs_workshop import reports as room
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.problems import Place
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import Curriculum, load
from mkdocs_workshop.reading.events import EventParts
from mkdocs_workshop.reports.answers import Sheet
from mkdocs_workshop.reports.charts import AnswerRow, AnswersChart, Chart, MoveRow, MovesChart, draw_chart
from mkdocs_workshop.reports.counting import counts_of
from mkdocs_workshop.reports.document import Report, write_report
from mkdocs_workshop.reports.figures import Counts, Distribution, OwnWords
from mkdocs_workshop.reports.kept import counts_of_results, results_text
from mkdocs_workshop.reports.mistakes import problem
from mkdocs_workshop.reports.names import Names
from mkdocs_workshop.reports.paper import report_document
from mkdocs_workshop.reports.sums import figures_csv
from mkdocs_workshop.reports.withhold import public
from tests.conftest import ROOT, with_forms
from tests.frozen import open_values
from tests.golden_files import assert_golden
from tests.instruments import filled_in
from tests.tree_lines import TreeLines, document_lines

EVENT = """\
title: A workshop for golden files
summary: It never took place.
published: false
first_day: 2026-03-02
last_day: 2026-03-03
place: Example City
programme: two-day
organisers: [An academy, A network]
trainers: [{role: A trainer, part: the first day}, {role: A colleague}]
planned: {least: 20, most: 30}
people: 30
groups: [{audience: police, people: 26}, {audience: civil-society, people: 4, note: all from one town}]
background: Nothing **happened** here.
aims: [To have every kind of line.]
methods: [Group work, Talks]
deviations: [It began late.]
forms:
  - {name: Test for police, instrument: test-police, moments: [before, after], status: counted}
  - {name: Evaluation, instrument: evaluation, moments: [after], status: counted, note: Some went early.}
  - {name: Another test, moments: [before], status: not-published, note: Lost.}
lessons: [Begin in time.]
recommendations: [Meet again.]
notes: All of it is invented.
sources: [SOURCE]
"""
FORMS = ("test-police", "test-civil-society", "evaluation", "emergency-skills-seen")
LEGEND = ("never", "seldom", "sometimes", "often", "always")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Curriculum:
    """The example with forms of the tests and this workshop."""
    folder = with_forms(tmp_path_factory.mktemp("reports") / "curriculum")
    (folder / "events" / "tried").mkdir()
    source = re.findall(r"id: (\S+)", (folder / "sources.yml").read_text("utf-8"))[0]
    (folder / "events" / "tried" / "event.yml").write_text(EVENT.replace("SOURCE", source), "utf-8")
    curriculum, problems, complete = load(folder, folder.parent)
    assert curriculum is not None
    assert complete, problems
    return curriculum


def _sheets(curriculum: Curriculum, people: Mapping[str, tuple[int, int]]) -> list[Sheet]:
    """The sheets of so many people, by a seed; some write the same words, some their own."""
    found = []
    for form, (number, seed) in people.items():
        for place, sheet in enumerate(filled_in(curriculum, form, number, seed)):
            words = {name: f"Point {place % 4}." for name, answer in sheet.answers.items() if answer == "Good."}
            found.append(replace(sheet, answers={**sheet.answers, **words}))
    return found


@pytest.fixture(scope="module")
def counted(whole: Curriculum) -> dict[str, tuple[EventParts, Counts]]:
    """Workshops by the names of their golden files."""
    tried, old = whole.events["tried"], whole.events["2014-12-almaty"]
    many = counts_of(
        _sheets(whole, {"test-police": (26, 7), "test-civil-society": (24, 9), "evaluation": (30, 5)}),
        whole,
        tried.event,
    )
    few = counts_of(_sheets(whole, {"test-police": (7, 0), "evaluation": (9, 11)}), whole, tried.event)
    seen = counts_of(_sheets(whole, {"emergency-skills-seen": (8, 7)}), whole, tried.event)
    return {
        "many": (tried, many),
        "many-public": (tried, public(many)),
        "few": (tried, few),
        "few-public": (tried, public(few)),
        "seen": (tried, seen),
        "none": (tried, Counts()),
        "2014": (old, counts_of_results(old, whole)),
    }


@pytest.fixture(scope="module")
def edition(whole: Curriculum) -> Edition:
    return Edition(whole, catalogue("en"), ROOT / ".cache" / "workshop")


@pytest.fixture(scope="module")
def reports(edition: Edition, counted: Mapping[str, tuple[EventParts, Counts]]) -> dict[str, Report]:
    mistakes = [
        problem(Place("a.csv", line), code, "Something.") for line, code in enumerate(("R105", "R118", "R105"), 1)
    ]
    return {
        name: write_report(edition, parts, counts, mistakes if name == "few" else ())
        for name, (parts, counts) in counted.items()
    }


@pytest.fixture(scope="module")
def told(
    edition: Edition, reports: Mapping[str, Report], counted: Mapping[str, tuple[EventParts, Counts]]
) -> dict[str, list[str]]:
    """The lines of each golden file, by its name."""
    found = {f"{name}.txt": list(_lines(report)) for name, report in reports.items()}
    for name, (parts, counts) in counted.items():
        if name in {"few", "many-public"}:
            found[f"{name}.csv"] = list(_table(figures_csv(Names(edition, parts.event), counts)))
        if name in {"2014", "few-public"}:
            found[f"{name}.yml"] = results_text(counts).splitlines()[:120]
    tried, _ = counted["none"]
    found |= {"people.txt": list(_people(edition, tried)), "words.txt": list(_words(edition, tried))}
    found["paper.txt"] = [line for line in document_lines(report_document(edition, reports["few"])) if line[:1] != " "]
    return found


def _table(text: str) -> Iterator[str]:
    """Of each kind of line of each form the first four."""
    seen: Counter[str] = Counter()
    for line in text.splitlines():
        key = ",".join(line.split(",")[:2])
        seen[key] += 1
        if seen[key] <= 4:
            yield line


def _lines(report: Report) -> Iterator[str]:
    yield from (report.title, report.lead, report.kind, *report.references)
    # Of a table two rows are enough: its figures are those of the table below.
    for section in report.sections:
        yield from ("", f"## {section.id}: {section.title}")
        for row, lines in itertools.groupby(TreeLines(80).of(section.blocks), lambda line: line.lstrip()[:2] == "-="):
            yield from itertools.islice(lines, 2 if row else None)
    for id_, chart in report.charts.items():
        rows = [f"{row.label[:30]}: {row.shown}" for row in chart.rows]
        keys = chart.legend if isinstance(chart, AnswersChart) else (*chart.ends, *chart.keys)
        yield from ("", f"chart {id_}: {' / '.join(keys)}", *rows)


def _people(edition: Edition, tried: EventParts) -> Iterator[str]:
    """Who took part, as the public and as trainers read it, for groups of many sizes."""
    groups = ((26, 4), (29, 1), (30, 0), (25, 5), (12, None), (None, None))
    for both in groups:
        counts = tuple(
            one.model_copy(update={"people": number}) for one, number in zip(tried.event.groups, both, strict=True)
        )
        for total in (30, None):
            event = tried.event.model_copy(
                update={"groups": counts, "people": total, "programme": None, "outline": "2014", "planned": None}
            )
            for shown in (Counts(), Counts(public=True)):
                report = write_report(edition, replace(tried, event=event), shown)
                rows = list(TreeLines(200).of(report.sections[0].blocks))
                yield f"{both} of {total}{', public' if shown.public else ''}: {rows[-1].strip()}"


def _words(edition: Edition, tried: EventParts) -> Iterator[str]:
    """What people wrote, all together and by group, in a form of one group and of two; told, counted, withheld, in short."""
    single = edition.curriculum.instruments["evaluation"].model_copy(update={"audiences": ("police",)})
    for name, form in (("two groups", edition.curriculum.instruments["evaluation"]), ("one group", single)):
        whole = replace(edition.curriculum, instruments={**edition.curriculum.instruments, "evaluation": form})
        made = Edition(whole, edition.say, edition.cache)
        words = [
            OwnWords("evaluation", "cut", group, "after", 9, texts, in_short)
            for group in ("", "police")
            for texts, in_short in (
                ((("Once.", 1), ("Twice.", 2)), False),
                ((), False),
                (((tried.event.title, 1),), True),
            )
        ]
        row = Distribution("evaluation", "for-my-work", "", "", "after", (1, 2, 3, 4, 5), 15, 15)
        report = write_report(made, tried, Counts((row,), words=tuple(words)))
        yield f"## {name}"
        (results,) = [section for section in report.sections if section.id == "results"]
        yield from TreeLines(100).of(results.blocks)


NAMES = (
    "2014.txt", "2014.yml", "few.csv", "few.txt", "few-public.txt", "few-public.yml", "many.txt", "many-public.csv", "many-public.txt",
    "none.txt", "paper.txt", "people.txt", "seen.txt", "words.txt",
)  # fmt: skip


def test_every_text_has_its_file(told: Mapping[str, Sequence[str]]) -> None:
    """Besides, the first test pays for what the others compare."""
    assert sorted(told) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_report(name: str, told: Mapping[str, Sequence[str]], request: pytest.FixtureRequest) -> None:
    assert_golden(request, f"reports/{name}", told[name])


def _answer(label: str, *counts: int) -> AnswerRow:
    return AnswerRow(label, counts or None, f"n = {sum(counts)}" if counts else "withheld")


CHARTS: Mapping[str, Chart] = {
    "five": AnswersChart(
        "five", "Five answers", "Spoken.", LEGEND,
        (_answer("First", 1, 2, 3, 4, 10), _answer("Second, with a long label that needs more than one line of the chart", 9, 0, 0, 0, 0),
         _answer("Third"), _answer("Nobody", 0, 0, 0, 0, 0), _answer("Many", 40, 1, 1, 1, 100)),
    ),
    "four": AnswersChart("four", "Four answers", "Spoken.", ("worst", "best"), (_answer("First", 2, 1, 4, 3), _answer("Second", 0, 5, 5, 0))),
    "two": AnswersChart("two", "Two answers", "Spoken.", ("no", "yes"), (_answer("First", 2, 8),)),
    "moves": MovesChart(
        "moves", "Moves", "Spoken.", ("nobody", "everybody"), ("before", "after"),
        (MoveRow("Up", 2, 9, 10, "from 2 to 9"), MoveRow("Down", 8, 3, 10, "from 8 to 3"),
         MoveRow("A little, and a long label that needs more than one line", 5, 6, 40, "from 5 to 6"), MoveRow("As before", 4, 4, 10, "4")),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "width"), [("five", 720), ("four", 720), ("two", 390), ("moves", 390), ("moves", 720)]
)
def test_chart(name: str, width: int, request: pytest.FixtureRequest) -> None:
    """Each element of a chart on a line of its own, without the letters and their sizes that every chart has."""
    drawn = draw_chart(CHARTS[name], width)
    assert_golden(request, f"charts/{name}-{width}.svg", re.sub(r"(?<=>)(?=<(?!/))", "\n", drawn).splitlines())


def test_values_are_frozen(told: object) -> None:
    """Nobody changes a value that somebody else holds."""
    assert told
    assert list(open_values(room)) == []
