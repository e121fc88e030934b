"""Working time in words, and modules as they are taught."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_workshop.clock import Span, TimedDay, TimedSlot
from mkdocs_workshop.compile import check
from mkdocs_workshop.documents.emit.press import read
from mkdocs_workshop.documents.emit.typst_document import document_pdf
from mkdocs_workshop.documents.posters import certificates
from mkdocs_workshop.documents.tree.people import BLANK
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.model.programme import Day, FrameSlot
from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.teaching.agenda import as_taught
from mkdocs_workshop.teaching.hours import academic_hours, count_of_days
from tests.conftest import ROOT, TODAY


@pytest.mark.parametrize(("minutes", "hour", "said"), [(515, 45, "11.5"), (450, 45, "10"), (46, 45, "1")])
def test_academic_hours_are_halves(minutes: int, hour: int, said: str) -> None:
    assert academic_hours(minutes, hour) == said


def _day(net: int) -> TimedDay:
    slot = FrameSlot(kind="opening", id="opening", title="Opening", minutes=net, steps=("Begin.",))
    day = Day(title="Day", start="09:00", slots=(slot,))
    return TimedDay(day, 0, (TimedSlot(slot, 0, 540, (), Span(net, net)),))


@pytest.mark.parametrize(
    ("days", "said"), [((440, 200), ("1½", 2)), ((440, 425), ("2", 2)), ((440,), ("1", 1)), ((45, 45, 45), ("3", 3))]
)
def test_a_morning_is_half_a_day(days: tuple[int, ...], said: tuple[str, int]) -> None:
    assert count_of_days([_day(net) for net in days]) == said


def test_certificate_lists_what_was_taught(small: Path, edit: Callable[[str, str, str], None]) -> None:
    edit("programmes/one-day.yml", "audiences:", "academic_hour: 45\naudiences:")
    curriculum = check(small, small.parent, TODAY).curriculum
    assert curriculum is not None
    edition = Edition(curriculum, catalogue("en"), ROOT / ".cache" / "workshop")
    page = read(document_pdf(certificates(edition, "one-day", [BLANK]), edition.cache))
    words = " ".join(page.split())
    assert "First module" in words
    assert "1 day, 1.6 hours of work · 2 academic hours" in words
    assert "Wrap-up" not in words
    assert "Opening" not in words


def test_modules_stand_as_they_are_taught(small: Path) -> None:
    """By id, `about-it` would come first; no programme teaches it."""
    shutil.copytree(small / "modules" / "first-module", small / "modules" / "about-it")
    for papers in ("handouts", "cases", "figures"):
        shutil.rmtree(small / "modules" / "about-it" / papers)
    curriculum, _, _ = load(small, small.parent)
    assert curriculum is not None
    assert list(curriculum.modules) == ["about-it", "first-module"]
    assert [parts.id for parts in as_taught(curriculum)] == ["first-module", "about-it"]
