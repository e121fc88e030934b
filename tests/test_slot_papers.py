"""Papers that a programme names at a slot: in the guide, in the print run, and once on the run sheet."""

from pathlib import Path

from mkdocs_workshop.compile import check
from mkdocs_workshop.deliver.print_runs import print_runs
from mkdocs_workshop.documents.emit.press import read
from mkdocs_workshop.documents.emit.typst_document import document_pdf
from mkdocs_workshop.documents.guide import guide
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.site.pages import make_pages
from tests.conftest import ROOT, TODAY, edition_of

FORM = """\
title: First test
kind: evaluation
audiences: [participants]
purpose: To see where we begin.
moments: [before]
instructions: Write what you think.
notes: For you.
sections: [{id: all, title: All, items: [{id: open, kind: open, text: What do you do today?}]}]
"""


def test_test_of_the_opening_is_printed_and_stands_in_the_guide(small: Path) -> None:
    (small / "instruments").mkdir(exist_ok=True)
    (small / "instruments" / "first.yml").write_text(FORM, "utf-8")
    programme = small / "programmes" / "one-day.yml"
    words = programme.read_text("utf-8")
    words = words.replace("kind: opening\n", "kind: opening\n        instruments: [first]\n")
    words = words.replace("kind: session, ", "kind: session, instruments: [first], ")
    programme.write_text(words, "utf-8")
    curriculum = check(small, small.parent, TODAY).curriculum
    assert curriculum is not None
    edition = Edition(curriculum, catalogue("en"), ROOT / ".cache" / "workshop")
    words = read(document_pdf(guide(edition, "one-day"), edition.cache))
    assert "First test (24 copies)" in " ".join(words.split())
    (table,) = print_runs(edition, ())
    rows = table.data.decode("utf-8-sig").splitlines()
    assert [row for row in rows if "First test" in row and row.startswith("Opening,")] != []
    made = make_pages(edition_of(curriculum), TODAY).artifacts
    day = next(page for page in made if page.path == "assets/workshop/run/one-day-1.js")
    # Once at the opening and once with the first activity of the session, not with the second.
    assert str(day.content).count('["First test",24]') == 2
