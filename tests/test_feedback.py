"""Feedback of a platform, there and back: what Moodle's importer asks of a file, and what exporters write, in any language."""

import csv
import html
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from mkdocs_workshop.edition import Edition
from mkdocs_workshop.forms.asked import Asked, Question
from mkdocs_workshop.forms.moodle_feedback import moodle_feedback
from mkdocs_workshop.forms.xlsform import xlsform
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.language.wording import Wording
from mkdocs_workshop.reports.answers import Read
from mkdocs_workshop.reports.reading import read_responses
from tests.instruments import FORMS, world
from tests.test_bilingual import CACHE, WORDS, translated
from tests.test_translation import _whole

PEOPLE = 24
SIGNS = {"A card": 'A card & a "book\'s" mark <1>', "It was clear.": "It was clear & short."}
"""Signs that Moodle writes in another way."""

Editions = Mapping[str, Edition]


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    """The invented forms in English, Russian and Kazakh."""
    root = tmp_path_factory.mktemp("feedback")
    world(root)
    form = root / "curriculum" / "instruments" / "tried-evaluation.yml"
    text = form.read_text("utf-8").replace("text: A card", "text: '" + SIGNS["A card"].replace("'", "''") + "'")
    form.write_text(text.replace("It was clear.", SIGNS["It was clear."]), "utf-8")
    for language in WORDS:
        translated(root / "curriculum", language)
    made = {code: Edition(_whole(root / "curriculum", code), catalogue(code), CACHE) for code in ("en", *WORDS)}
    others = tuple(made[code] for code in WORDS)
    made["en"] = Edition(made["en"].curriculum, made["en"].say, CACHE, beside=others)
    return made


def _asked(editions: Editions, language: str, form: str) -> Asked:
    edition = editions[language]
    return Asked(edition, form, edition.curriculum.instruments[form])


def _read(folder: Path, editions: Editions) -> tuple[Read, list[str]]:
    wordings = [Wording(one.curriculum, one.say) for one in editions.values()]
    event = wordings[0].curriculum.events["tried"].event
    found = read_responses(folder, folder, wordings[0].curriculum, event, wordings[0], wordings[1:])
    return found, [f"{one.code} {one.place.line}:{one.place.column} {one.message}" for one in found.problems]


def _write(path: Path, rows: Sequence[Sequence[str]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    path.write_text(out.getvalue(), "utf-8")


def _values(question: Question, person: int) -> list[str]:
    """What somebody answers, as values."""
    values = [value for value, _ in question.answers]
    if question.kind == "choices":
        return values[: 1 + person % len(values)]
    if question.kind == "moment":
        return values[:1]
    return [values[person % len(values)]] if values else [f"AB{person:02}"]


def _answered(asked: Asked) -> list[dict[str, str]]:
    """The answers of all people by column, without what tells sheets apart."""
    items = [question for question in asked.questions if question.kind not in ("code", "moment", "group")]
    return [{one.name: " ".join(_values(one, person)) for one in items} for person in range(PEOPLE)]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_moodle_takes_the_file(editions: Editions, language: str, form: str) -> None:
    """The checks of `mod/feedback/import.php`, 4.5 and 5.x."""
    text = moodle_feedback(_asked(editions, language, form)).data.decode()
    head = re.match(r'^<\?xml.+(encoding="([a-z0-9-]*)").+\?>', text, re.IGNORECASE | re.DOTALL)
    assert head is not None
    assert head[2].lower() == "utf-8"
    root = ET.fromstring(text)  # noqa: S314  our own file
    assert (root.tag, int(root.get("VERSION") or "")) == ("FEEDBACK", 200701)
    items = root.findall("ITEMS/ITEM")
    assert items
    for item in items:
        kind = item.get("TYPE")
        assert kind in {"label", "textfield", "textarea", "multichoice", "multichoicerated"}
        assert (item.get("REQUIRED") or "").isdigit()
        assert {"ITEMID", "ITEMTEXT", "ITEMLABEL", "PRESENTATION", "OPTIONS", "DEPENDITEM", "DEPENDVALUE"} == {
            part.tag for part in item
        }
        assert len(item.findtext("ITEMLABEL") or "") <= 255
        shown = item.findtext("PRESENTATION") or ""
        if kind == "multichoicerated":
            assert re.fullmatch(r"r>>>>>\d+####[^|#]+(\|\d+####[^|#]+)+<<<<<1", shown)
        if kind == "multichoice":
            assert re.fullmatch(r"[rc]>>>>>[^|]+(\|[^|]+)+", shown)


def _escaped(text: str) -> str:
    """PHP's `s()`."""
    return html.escape(text).replace("&#x27;", "&#039;")


HEADS = {
    "en": ["Response number", "Groups"],
    "ru": ["Номер ответа", "Группы"],
    "kk": ["Жауап нөмірі", "Топтар"],
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_what_moodle_exports_becomes_answers(editions: Editions, language: str, form: str, tmp_path: Path) -> None:
    """Heads as `(label) text`, answers in words with signs escaped, ticks one below the other; two columns of Moodle's own."""
    asked = _asked(editions, language, form)
    items = {
        item.findtext("ITEMLABEL") or "": item
        for item in ET.fromstring(moodle_feedback(asked).data).iter("ITEM")  # noqa: S314  our own file
        if item.get("TYPE") != "label"
    }
    by_name = {question.name: question for question in asked.questions}
    rows = [
        [*HEADS[language], *(f"({name}) {_escaped(item.findtext('ITEMTEXT') or '')}" for name, item in items.items())]
    ]
    for person in range(PEOPLE):
        cells = []
        for name in items:
            known = dict(by_name[name].answers)
            cells.append("\n".join(_escaped(known.get(one, one)) for one in _values(by_name[name], person)))
        rows.append([str(person + 1), "Group A", *cells])
    _write(tmp_path / "responses.csv", rows)
    found, said = _read(tmp_path, editions)
    assert said == []
    assert [dict(sheet.answers) for sheet in found.sheets] == _answered(asked)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_kobo_exports_with_labels_becomes_answers(
    editions: Editions, place: int, form: str, tmp_path: Path
) -> None:
    """One language of the form is chosen for the export; heads and answers are its labels."""
    asked = _asked(editions, "en", form)
    book = openpyxl.load_workbook(io.BytesIO(xlsform(asked).data))
    survey, choices = book["survey"], book["choices"]
    heads = [str(cell.value) for cell in survey[1]]
    label = [column for column, name in enumerate(heads) if name.startswith("label")][place]
    lists = {(row[0], str(row[1])): str(row[2 + place]) for row in choices.iter_rows(min_row=2, values_only=True)}
    asks = [
        row
        for row in survey.iter_rows(min_row=2, values_only=True)
        if str(row[0]).split()[0] in ("text", "select_one", "select_multiple", "calculate")
    ]
    by_name = {question.name: question for question in asked.questions}
    rows = [["start", *(str(row[label] or row[1]) for row in asks), "_id", "_submission_time"]]
    for person in range(PEOPLE):
        cells = []
        for kind, name, *_ in asks:
            of = str(kind).rpartition(" ")[2]
            cells.append(" ".join(lists.get((of, one), one) for one in _values(by_name[str(name)], person)))
        rows.append(["2026-03-02", *cells, "7", "2026-03-02"])
    _write(tmp_path / "kobo.csv", rows)
    found, said = _read(tmp_path, editions)
    assert said == []
    assert [dict(sheet.answers) for sheet in found.sheets] == _answered(asked)


@pytest.mark.parametrize("form", FORMS)
def test_what_odk_exports_becomes_answers(editions: Editions, form: str, tmp_path: Path) -> None:
    """ODK Central writes names and values, and with "split" a column for each tick."""
    asked = _asked(editions, "en", form)
    head = ["SubmissionDate", "meta-instanceID"]
    for question in asked.questions:
        head.append(question.name)
        head += [f"{question.name}/{value}" for value, _ in question.answers if question.kind == "choices"]
    head += [
        "KEY",
        "SubmitterID",
        "SubmitterName",
        "AttachmentsPresent",
        "AttachmentsExpected",
        "Status",
        "ReviewState",
        "DeviceID",
        "Edits",
        "FormVersion",
    ]
    rows = [head]
    for person in range(PEOPLE):
        row = ["2026-03-02T10:00:00.000Z", f"uuid:{person}"]
        for question in asked.questions:
            values = _values(question, person)
            row.append(" ".join(values))
            row += [str(int(value in values)) for value, _ in question.answers if question.kind == "choices"]
        rows.append([*row, f"uuid:{person}", "5", "Alice", "0", "0", "", "approved", "phone", "0", "2"])
    _write(tmp_path / "odk.csv", rows)
    found, said = _read(tmp_path, editions)
    assert said == []
    assert [dict(sheet.answers) for sheet in found.sheets] == _answered(asked)


def test_a_column_of_somebody_else_is_still_told(editions: Editions, tmp_path: Path) -> None:
    """Only what stands before the items of Moodle is Moodle's."""
    rows = [["Response number", "(first) The first statement.", "Shoe size"], ["1", "Agree", "43"]]
    _write(tmp_path / "before.csv", rows)
    assert any(line.startswith("R105 1:3") for line in _read(tmp_path, editions)[1])
