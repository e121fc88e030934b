"""A report always comes out: any form, any number of sheets, for the team and for the public, on the page and on paper."""

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.model.event import Results
from mkdocs_workshop.reading.curriculum import Curriculum
from mkdocs_workshop.reading.events import EventParts
from mkdocs_workshop.reports.counting import counts_of
from mkdocs_workshop.reports.document import write_report
from mkdocs_workshop.reports.figures import Counts
from mkdocs_workshop.reports.kept import counts_of_results, results_text
from mkdocs_workshop.reports.make import contents
from mkdocs_workshop.reports.names import Names
from mkdocs_workshop.reports.sums import figures_csv
from mkdocs_workshop.reports.withhold import public
from mkdocs_workshop.site.pages.book import open_book
from mkdocs_workshop.site.pages.events import event_pages
from tests.conftest import ROOT, edition_of
from tests.instruments import FORMS, filled_in, world

World = tuple[Edition, EventParts]
MOST = 30
"""Sheets."""


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> World:
    curriculum, parts = world(tmp_path_factory.mktemp("tried"))
    return Edition(curriculum, catalogue("en"), ROOT / ".cache" / "workshop"), parts


def _figures(tried: World, forms: Sequence[str], people: int, seed: int) -> Counts:
    edition, parts = tried
    sheets = [sheet for form in forms for sheet in filled_in(edition.curriculum, form, people, seed)]
    return counts_of(sheets, edition.curriculum, parts.event)


@pytest.mark.parametrize("people", range(MOST + 1))
def test_every_form_gives_both_reports_and_a_page(people: int, tried: World) -> None:
    edition, parts = tried
    for forms, seed in ((forms, seed) for forms in ([], *([form] for form in FORMS), [*FORMS]) for seed in range(3)):
        team = _figures(tried, forms, people, 100 * people + seed)
        for figures in (team, public(team)):
            report = write_report(edition, parts, figures)
            assert "results" in {section.id for section in report.sections}
            assert figures_csv(Names(edition, parts.event), figures)
        page = _page(edition.curriculum, parts, public(team))
        assert "A workshop for tests" in page
        assert ("Before and after" in page) == (people >= 5 and "tried-test" in forms)


def _page(curriculum: Curriculum, parts: EventParts, figures: Counts) -> str:
    """The page of the site, from the sums as they are kept."""
    kept = yaml.safe_load(results_text(figures))
    results = Results.model_validate(kept) if kept["forms"] else None
    known = replace(parts, results=results)
    with_sums = replace(curriculum, events={parts.id: known})
    assert set(counts_of_results(known, with_sums).movements) == (set(figures.movements) if results else set())
    book = open_book(edition_of(with_sums), dt.date(2026, 11, 22), ())
    return str(list(event_pages(book))[-1].content)


@pytest.mark.parametrize("people", [0, 1, 8, 24])
def test_every_form_gives_pdf_and_word(people: int, tried: World, tmp_path: Path) -> None:
    edition, parts = tried
    for figures in (team := _figures(tried, [*FORMS], people, people), public(team)):
        made = dict(contents(edition, parts, write_report(edition, parts, figures), figures))
        assert str(made["pdf"])
        assert str(made["docx"])
        assert ("csv" in made) == (people > 0)


def test_a_section_that_is_withheld_whole_has_no_chart(tried: World) -> None:
    edition, parts = tried
    team = _figures(tried, ["tried-evaluation"], 3, 1)
    assert write_report(edition, parts, team).charts
    assert not write_report(edition, parts, public(team)).charts


def test_two_classes_are_shown_before_a_row_is_withheld(tried: World) -> None:
    edition, parts = tried
    sheets = filled_in(edition.curriculum, "tried-evaluation", 14, 2)
    answers = ["5"] * 6 + ["4"] * 2 + ["2"] * 4 + ["3"] * 2
    random.Random(1).shuffle(answers)  # noqa: S311  no secret
    sheets = [replace(one, answers={"clear": answer}) for one, answer in zip(sheets, answers, strict=True)]
    shown = public(counts_of(sheets, edition.curriculum, parts.event))
    assert [(row.counts, row.good, row.n) for row in shown.distributions] == [((None,) * 5, 8, 14)]
    page = _page(edition.curriculum, parts, shown)
    assert "Agree / Strongly agree" in page
    assert "8\u00a0(57%)" in page
    assert "6\u00a0(43%)" in page
