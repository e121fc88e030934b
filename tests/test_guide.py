"""Books, forms and one-page papers: complete, in the right hands, on the right paper."""

import io
import math
from collections.abc import Callable
from dataclasses import replace

import pytest
from pypdf import PageObject, PdfReader

from mkdocs_workshop.clock import clock, span, total
from mkdocs_workshop.documents.document_files import documents_for_facilitators, documents_for_participants
from mkdocs_workshop.documents.emit.press import read
from mkdocs_workshop.documents.emit.typst_document import document_pdf
from mkdocs_workshop.documents.fit import reaches
from mkdocs_workshop.documents.forms import form
from mkdocs_workshop.documents.lesson_plan import lesson_plan
from mkdocs_workshop.documents.must_appear import must_appear
from mkdocs_workshop.documents.posters import badges, certificates, poster
from mkdocs_workshop.documents.tree.document import Document
from mkdocs_workshop.documents.tree.people import BLANK, Person
from mkdocs_workshop.documents.tree.proof import inline_words, lost
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.artifact import Artifact
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.model.check import SingleQuestion
from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.teaching.agenda import agenda
from mkdocs_workshop.teaching.materials import count_for, print_run
from tests.conftest import EXAMPLE, ROOT

CACHE = ROOT / ".cache" / "workshop"


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The example in English."""
    whole, problems, complete = load(EXAMPLE / "curriculum", EXAMPLE)
    assert complete, problems
    assert whole is not None
    return Edition(whole, catalogue("en"), CACHE)


@pytest.fixture(scope="module")
def made(edition: Edition) -> dict[str, Artifact]:
    """All documents of this file by path."""
    return {
        artifact.path: artifact
        for maker in (documents_for_participants, documents_for_facilitators)
        for artifact in maker(replace(edition, variants=frozenset()))
        if artifact.label
        and artifact.label.format == "pdf"
        and artifact.label.kind not in ("handout", "case", "easy-read")
    }


@pytest.fixture(scope="module")
def words(made: dict[str, Artifact]) -> Callable[[str], str]:
    """All words of a document, read once."""
    known: dict[str, str] = {}

    def words_of_document(name: str) -> str:
        if name not in known:
            known[name] = read(made[f"downloads/en/{name}.pdf"].data)
        return known[name]

    return words_of_document


def _read(artifact: Artifact) -> PdfReader:
    return PdfReader(io.BytesIO(artifact.data))


def _pages(edition: Edition, document: Document) -> list[PageObject]:
    return list(_read(Artifact("x", document_pdf(document, edition.cache))).pages)


def test_roles(made: dict[str, Artifact]) -> None:
    """What holds notes or keys is for facilitators, everything else for everybody."""
    kinds = {artifact.label.kind: artifact.role for artifact in made.values() if artifact.label}
    facilitator = {kind for kind, role in kinds.items() if role == "facilitator"}
    assert facilitator == {"guide", "lesson-plan", "check-key", "syllabus"}
    assert set(kinds) - facilitator == {
        "workbook", "form", "check", "poster", "badges", "tents", "attendance", "certificate",
    }  # fmt: skip


def test_documents_are_tagged_and_titled(made: dict[str, Artifact]) -> None:
    for path, artifact in made.items():
        reader = _read(artifact)
        assert "/StructTreeRoot" in reader.root_object, path
        assert str(reader.root_object["/Lang"]) == "en", path
        assert reader.metadata is not None, path
        assert reader.metadata.title, path
        assert reader.metadata.creation_date is not None, path


def test_paper_sizes(made: dict[str, Artifact]) -> None:
    for path, artifact in made.items():
        box = _read(artifact).pages[-1].mediabox
        size = sorted((round(box.width), round(box.height)))
        assert size == ([842, 1191] if "/poster/" in path else [595, 842]), path


def test_guide_goes_by_the_clock(edition: Edition, words: Callable[[str], str]) -> None:
    """Each activity of each session with its time, its steps and its notes."""
    found = words("guide/two-day")
    wanted = []
    for slot in agenda(edition.curriculum, "two-day", edition.say):
        for timed in slot.timed.activities:
            wanted += [clock(timed.start), edition.plain(timed.activity.title)]
            wanted += [edition.plain(step.text) for step in timed.activity.steps]
    assert len(wanted) > 100
    assert lost(wanted, found) == []


def test_guide_counts_what_to_print(edition: Edition) -> None:
    """One for each person, pair and group of the programme."""
    programme = edition.curriculum.programmes["two-day"]
    assert [count_for(per, programme) for per in ("person", "pair", "group", "room")] == [24, 12, 6, 1]
    slots = [slot.timed for slot in agenda(edition.curriculum, "two-day", edition.say)]
    run = {given.id: given.copies for given in print_run(edition.curriculum, slots, programme)}
    assert run["exposure-card"] == 24


def test_guide_has_debriefs_keys_and_blanks(edition: Edition, words: Callable[[str], str]) -> None:
    found = words("guide/two-day")
    case = edition.curriculum.modules["occupational-safety"].cases["finger-pricked"]
    wanted = [edition.plain(question.text) for question in case.questions]
    wanted += [edition.plain(entry.label) for entry in edition.curriculum.country.entries if entry.value is None]
    check = edition.curriculum.modules["occupational-safety"].check
    assert check is not None
    wanted += [
        edition.plain(option.feedback)
        for question in check.questions
        if isinstance(question, SingleQuestion)
        for option in question.options
    ]
    assert lost(wanted, found) == []


def _plain(title: object) -> str:
    """A title with plain spaces: the compiler fixes numbers to their words."""
    return str(title).replace("\u00a0", " ")


def test_contents_lead_to_days_and_sessions(edition: Edition, made: dict[str, Artifact]) -> None:
    """Days stand in the bookmarks, sessions below them."""
    outline = _read(made["downloads/en/guide/two-day.pdf"]).outline
    titles = [_plain(entry["/Title"]) for entry in outline if not isinstance(entry, list)]
    assert {"Day 1", "Day 2"} <= set(titles)
    day = outline[
        [not isinstance(entry, list) and _plain(entry["/Title"]) == "Day 1" for entry in outline].index(True) + 1
    ]
    assert isinstance(day, list)
    assert "Staying safe on duty" in [str(entry["/Title"]) for entry in day if not isinstance(entry, list)]


def test_workbook_has_no_answers(edition: Edition, words: Callable[[str], str]) -> None:
    """Readings, cases and questions, but no feedback, debrief or note."""
    found = words("workbook/two-day")
    module = edition.curriculum.modules["occupational-safety"]
    assert module.reading is not None
    assert module.check is not None
    assert lost([edition.plain(section.title) for section in module.reading.sections], found) == []
    joined = "".join(found.split())
    secret = [
        option.feedback
        for question in module.check.questions
        if isinstance(question, SingleQuestion)
        for option in question.options
    ]
    secret += [activity.shortcut.text for activity in module.plan.activities if activity.shortcut]
    assert secret
    assert [text for text in secret if "".join(edition.plain(text).split()) in joined] == []


def test_forms_take_one_sheet(made: dict[str, Artifact]) -> None:
    """Both sides of a sheet and no more."""
    pages = {path: len(_read(artifact).pages) for path, artifact in made.items() if "/form/" in path}
    assert pages
    assert {path: count for path, count in pages.items() if count > 2} == {}


def test_scale_stands_on_every_page(edition: Edition, made: dict[str, Artifact]) -> None:
    """Wherever there is something to mark, it says what the numbers mean."""
    pages = [page.extract_text() for page in _read(made["downloads/en/form/evaluation.pdf"]).pages]
    assert all("Mark one number" in page for page in pages)
    sessions = [slot for slot in agenda(edition.curriculum, "two-day", edition.say) if slot.number]
    assert lost([edition.plain(slot.title) for slot in sessions], "".join(pages)) == []


def test_code_boxes_stand_on_tests_alone(words: Callable[[str], str]) -> None:
    assert "My code" in words("form/test-police")
    assert "My code" not in words("form/evaluation")


def test_key_marks_the_right_answers(edition: Edition, words: Callable[[str], str]) -> None:
    for id_, parts in edition.curriculum.modules.items():
        assert parts.check is not None
        assert words(f"check-key/{id_}").count("✓") > 0
        assert "✓" not in words(f"check/{id_}")


def test_lesson_plan_assesses_each_objective(edition: Edition) -> None:
    """Every objective has a question or an activity that shows it."""
    for parts in edition.curriculum.modules.values():
        plan = lesson_plan(edition, parts)
        numbers = [objective.number for _, objectives in plan.objectives for objective in objectives]
        assert numbers == list(range(1, len(parts.plan.outcomes) + 1))
        assert all(entry.questions or entry.activities for entry in plan.assessment), parts.id
        assert plan.minutes.least <= plan.minutes.most
        assert all(inline_words(step.text) for activity in plan.activities for step in activity.steps)


def test_lesson_plan_counts_hours_upwards(edition: Edition) -> None:
    plan = lesson_plan(edition, edition.curriculum.modules["occupational-safety"])
    whole = total(
        [span(activity.minutes) for activity in edition.curriculum.modules["occupational-safety"].plan.activities]
    )
    assert plan.minutes == whole
    assert plan.academic_hours == tuple(
        math.ceil(minutes / plan.academic_hour * 2) / 2 for minutes in (whole.least, whole.most)
    )


def test_badges_and_certificates_carry_names(edition: Edition) -> None:
    """Blank ones are templates; real ones have one name each."""
    people = [Person("Айгерім Қасымова", "Outreach", "Civil society"), Person("Daulet", "Police", "Police"), BLANK]
    sheet = _pages(edition, badges(edition, "two-day", people))
    assert len(sheet) == 1
    assert lost(["Айгерім", "Қасымова", "Daulet", "Civil", "society"], sheet[0].extract_text()) == []
    pages = _pages(edition, certificates(edition, "two-day", people))
    assert len(pages) == 3
    assert "Қасымова" in pages[0].extract_text()
    net = sum(day.net for day in edition.curriculum.timetables["two-day"])
    hours = f"{net / 60:.1f}".removesuffix(".0")
    assert f"{hours} hours" in pages[0].extract_text().replace("\u00a0", " ")


def test_eight_badges_a_sheet(edition: Edition) -> None:
    assert len(_pages(edition, badges(edition, "two-day", [BLANK] * 9))) == 2


def test_the_programme_fills_its_sheet(made: dict[str, Artifact]) -> None:
    sheets = [artifact.content for path, artifact in made.items() if "/poster/" in path]
    assert sheets
    for sheet in sheets:
        assert isinstance(sheet, bytes)
        assert min(reaches(sheet, "A3")) > 0.9


def test_poster_is_one_page(made: dict[str, Artifact]) -> None:
    pages = {path: len(_read(artifact).pages) for path, artifact in made.items() if "/poster/" in path}
    assert set(pages.values()) == {1}


def test_second_making_gives_the_same_bytes(
    edition: Edition, made: dict[str, Artifact], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Without what was kept: a form and a poster again."""
    folder = tmp_path_factory.mktemp("again")
    (folder / "fonts").symlink_to(CACHE / "fonts")
    for document in (form(edition, "evaluation"), poster(edition, "two-day")):
        again = document_pdf(document, folder, must_appear(edition, document))
        assert again == made[f"downloads/en/{document.kind}/{document.id}.pdf"].data


def test_labels_say_what_it_is(made: dict[str, Artifact]) -> None:
    for path, artifact in made.items():
        assert artifact.label is not None, path
        assert artifact.label.title, path
        assert artifact.label.version, path
