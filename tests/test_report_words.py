"""What an author wrote of a workshop must stand in its report; sessions have one name everywhere."""

from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_workshop.documents.emit.refusal import PressError
from mkdocs_workshop.documents.emit.word import document_word
from mkdocs_workshop.documents.must_appear import must_appear
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.reading.session_titles import session_title
from mkdocs_workshop.reports.counting import counts_of
from mkdocs_workshop.reports.document import write_report
from mkdocs_workshop.reports.paper import report_document
from tests.instruments import world


def test_a_report_that_forgets_a_text_is_not_made(tmp_path: Path) -> None:
    curriculum, parts = world(tmp_path)
    edition = Edition(curriculum, catalogue("en"), tmp_path / "cache")
    report = write_report(edition, parts, counts_of([], curriculum, parts.event))
    document = report_document(edition, report)
    expected = must_appear(edition, document)
    assert parts.event.title in {one.words for one in expected}
    assert document_word(document, edition.cache, expected)
    for forgotten in (replace(document, title="A workshop"), replace(document, parts=())):
        with pytest.raises(PressError, match=r"event\.yml"):
            document_word(forgotten, edition.cache, expected)


def test_a_session_is_called_by_its_title_its_module_or_its_first_activity(tmp_path: Path) -> None:
    curriculum, _ = world(tmp_path)
    slot = next(
        slot for day in next(iter(curriculum.programmes.values())).days for slot in day.slots if slot.kind == "session"
    )
    module = next(iter(curriculum.modules.values()))
    first = module.plan.activities[0]

    def title(**keys: object) -> str:
        return session_title(curriculum.modules, slot.model_copy(update={"title": None, "module": None, **keys}))

    assert title(title="Mine", module=module.id) == "Mine"
    assert title(module=module.id) == module.plan.title
    assert title(activities=(f"{module.id}/{first.id}",)) == first.title
    assert title(module="nobody") == title(activities=(f"{module.id}/nothing",)) == slot.id


def test_an_edition_names_the_sessions_of_a_programme_without_marks(tmp_path: Path) -> None:
    world(tmp_path)
    plan = tmp_path / "curriculum" / "modules" / "first-module" / "module.yml"
    plan.write_text(plan.read_text("utf-8").replace("title: First module", "title: The **first** module"), "utf-8")
    curriculum, _, _ = load(tmp_path / "curriculum", tmp_path)
    assert curriculum is not None
    (id_,) = curriculum.programmes
    edition = Edition(curriculum, catalogue("en"), tmp_path / "cache")
    assert edition.session_titles(id_) == {"first-module": "The first module"}
    assert edition.session_titles("nowhere") == {}
