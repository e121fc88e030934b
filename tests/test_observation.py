"""What a trainer saw: a checklist on paper and in Word, and counts for all people together."""

from pathlib import Path

from mkdocs_workshop.compile import check
from mkdocs_workshop.documents.emit.press import read
from mkdocs_workshop.documents.emit.typst_document import document_pdf
from mkdocs_workshop.documents.emit.word import document_word
from mkdocs_workshop.documents.forms import form
from mkdocs_workshop.documents.tree.proof import words_of
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import Curriculum
from mkdocs_workshop.reports.counting import counts_of
from mkdocs_workshop.reports.document import write_report
from mkdocs_workshop.reports.reading import read_responses
from tests.conftest import ROOT, TODAY
from tests.reading import word_text
from tests.responses import text

SEEN = """\
title: What I saw
kind: observation
audiences: [participants]
purpose: To see who needs another try.
moments: [after]
instructions: Tick what you saw.
notes: One sheet a person, without a name.
scales:
  - id: seen
    points: [{value: 1, label: not yet}, {value: 2, label: done with help}, {value: 3, label: seen done}]
sections:
  - id: way
    title: The way
    items:
      - {id: looks, kind: statement, text: Looks first., scale: seen, outcomes: [first-module/know-the-way]}
"""
EVENT = """\
title: A workshop for tests
summary: It never took place.
first_day: 2026-03-02
last_day: 2026-03-02
place: Example City
programme: one-day
people: 8
groups: [{audience: participants, people: 8}]
background: For tests.
forms:
  - {name: What I saw, instrument: seen, moments: [after], status: counted}
"""


def _curriculum(small: Path) -> Curriculum:
    plan = small / "modules" / "first-module" / "module.yml"
    plan.write_text(plan.read_text("utf-8").replace("kind: knowledge", "kind: skill"), "utf-8")
    (small / "instruments").mkdir(exist_ok=True)
    (small / "instruments" / "seen.yml").write_text(SEEN, "utf-8")
    (small / "events" / "tested").mkdir(parents=True)
    (small / "events" / "tested" / "event.yml").write_text(EVENT, "utf-8")
    checked = check(small, small.parent, TODAY)
    assert checked.curriculum is not None, checked.problems
    assert [problem.code for problem in checked.problems] == ["W814"], "only that the sums are still to come"
    return checked.curriculum


def test_checklist_on_paper_and_in_word(small: Path) -> None:
    edition = Edition(_curriculum(small), catalogue("en"), ROOT / ".cache" / "workshop")
    made = form(edition, "seen")
    for words in (read(document_pdf(made, edition.cache)), word_text(document_word(made, edition.cache))):
        said = " ".join(words.split())
        assert all(word in said for word in ("Observation checklist", "Looks first.", "seen done", "done with help"))


def test_what_was_seen_is_counted_for_all_together(small: Path, tmp_path: Path) -> None:
    curriculum = _curriculum(small)
    edition = Edition(curriculum, catalogue("en"), ROOT / ".cache" / "workshop")
    parts = curriculum.events["tested"]
    folder = tmp_path / "answers"
    folder.mkdir()
    text(folder / "seen-after.csv", [["looks"], [3], [3], [3], [3], [3], [2], [1], [1]])
    sheets = read_responses(folder, folder, curriculum, parts.event, edition.wording)
    assert [problem.message for problem in sheets.problems] == []
    figures = counts_of(sheets.sheets, curriculum, parts.event)
    (row,) = figures.distributions
    assert (row.counts, row.n) == ((2, 1, 5), 8)
    told = [word for section in write_report(edition, parts, figures).sections for word in words_of(section.blocks)]
    assert "Looks first." in told
    assert any("seen done" in word for word in told)
