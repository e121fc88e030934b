"""Forms in all languages of a manual, and answers in any of them."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, BrowserContext
from pyxform.xls2xform import convert

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.forms.files import form_files
from mkdocs_workshop.ground.artifact import Artifact
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.language.wording import Wording
from mkdocs_workshop.reports.make import contents
from mkdocs_workshop.reports.reading import read_responses
from tests.instruments import world
from tests.reading import text_of
from tests.test_bilingual import CACHE, WORDS, translated
from tests.test_translation import _whole

FORM = "tried-test"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("languages")
    world(root)
    for language in WORDS:
        translated(root / "curriculum", language)
    return root / "curriculum"


@pytest.fixture(scope="module")
def edition(folder: Path) -> Edition:
    """English, with Russian and Kazakh beside it."""
    english, *others = (Edition(_whole(folder, code), catalogue(code), CACHE) for code in ("en", *WORDS))
    return Edition(english.curriculum, english.say, CACHE, beside=tuple(others))


@pytest.fixture(scope="module")
def files(edition: Edition) -> dict[str, Artifact]:
    return {Path(one.path).name: one for one in form_files(edition)}


def _survey(files: dict[str, Artifact]) -> list[dict[str, str]]:
    book = openpyxl.load_workbook(io.BytesIO(files[f"{FORM}-xlsform.xlsx"].data))
    head, *rows = [[str(cell or "") for cell in row] for row in book["survey"].values]
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_one_xlsform_holds_all_languages(files: dict[str, Artifact]) -> None:
    rows = {row["name"]: row for row in _survey(files)}
    first = rows["first"]
    assert first["label::English (en)"] == "The first statement."
    assert first["label::Русский (ru)"] == "Да The first statement."
    assert first["label::Қазақ тілі (kk)"] == "Иә The first statement."
    code = rows["code"]
    assert code["constraint"] == "string-length(.) = 4"
    assert (code["required"], first["required"], rows["moment"]["required"]) == ("no", "no", "yes")
    asked = {
        rows["moment"][f"required_message::{name}"] for name in ("English (en)", "Русский (ru)", "Қазақ тілі (kk)")
    }
    assert len(asked) == 3
    for column in ("hint", "constraint_message"):
        words = [code[f"{column}::{name}"] for name in ("English (en)", "Русский (ru)", "Қазақ тілі (kk)")]
        assert len({*words}) == 3
        assert all(words)
    assert "прочитал" in rows["readers_note"]["label::Русский (ru)"]


@pytest.mark.parametrize("form", [FORM, "tried-evaluation"])
def test_the_tools_take_it_without_a_warning(files: dict[str, Artifact], form: str) -> None:
    done = convert(io.BytesIO(files[f"{form}-xlsform.xlsx"].data), validate=False, file_type=".xlsx")
    assert done.warnings == []
    for name in ("English (en)", "Русский (ru)", "Қазақ тілі (kk)"):
        assert f'<translation lang="{name}"' in done.xform


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, offline=True, accept_downloads=True)
    wrong: list[str] = []
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    yield context
    context.close()
    assert wrong == []


def test_a_web_form_changes_its_language_and_keeps_the_answers(
    phone: BrowserContext, files: dict[str, Artifact], tmp_path: Path
) -> None:
    (tmp_path / "form.html").write_bytes(files[f"{FORM}.html"].data)
    page = phone.new_page()
    page.goto((tmp_path / "form.html").as_uri())
    assert page.locator("html").get_attribute("lang") == "en"
    assert "Да " not in page.locator("body").inner_text()
    page.locator('input[name="first"][value="4"]').check()
    page.get_by_role("button", name="Русский").click()
    shown = page.locator("body").inner_text()
    assert "Да The first statement." in shown
    assert "Иә" not in shown
    assert page.locator("html").get_attribute("lang") == "ru"
    assert page.title() == "Да Before and after"
    assert page.locator('input[name="first"][value="4"]').is_checked()
    assert page.get_by_role("button", name="Русский").get_attribute("aria-pressed") == "true"
    for name, value in (("moment", "before"),):
        page.locator(f'input[name="{name}"][value="{value}"]').check()
    page.locator('input[name="code"]').fill("AB12")
    with page.expect_download() as started:
        page.locator("#save").click()
    rows = list(csv.reader(io.StringIO(Path(started.value.path()).read_bytes().decode("utf-8-sig"))))
    assert dict(zip(*rows, strict=True))["first"] == "4"
    assert "файл" in page.locator("#said").inner_text().lower()


def test_answers_are_read_in_the_words_of_any_language(edition: Edition, tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text(
        "Код,Время,Да The first statement.,Да The second statement.,Иә The third statement.\n"
        "AB12,до,Да Agree,4 · Иә Disagree,Undecided\n",
        "utf-8",
    )
    event = edition.curriculum.events["tried"].event
    others = [Wording(one.curriculum, one.say) for one in edition.beside]
    found = read_responses(tmp_path, tmp_path, edition.curriculum, event, edition.wording, others)
    assert [(sheet.moment, dict(sheet.answers)) for sheet in found.sheets] == [
        ("before", {"first": "2", "second": "4", "third": "3"})
    ]
    alone = read_responses(tmp_path, tmp_path, edition.curriculum, event, edition.wording)
    assert [dict(sheet.answers) for sheet in alone.sheets] != [{"first": "2", "second": "4", "third": "3"}]


def test_a_report_is_written_in_the_language_that_is_asked_for(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    (folder.parent / ".cache").mkdir(exist_ok=True)
    asked = ["report", "tried", "--public", "--to", str(tmp_path)]
    assert main([*asked, "--language", "ru"]) == 0
    text = text_of("a.pdf", (tmp_path / "tried-public-ru.pdf").read_bytes())
    assert "Да A workshop for tests" in " ".join(text.split())
    assert "2–3 марта 2026" in text.replace("\u00a0", " ")
    assert main([*asked, "--language", "xx"]) == 2


def test_no_mark_of_machines_is_left_in_a_report(folder: Path, tmp_path: Path) -> None:
    """A report in a language of which nothing is translated."""
    from mkdocs_workshop.reports.document import write_report
    from mkdocs_workshop.reports.kept import counts_of_results

    edition = Edition(_whole(folder, "de"), catalogue("de"), CACHE).marked
    parts = edition.curriculum.events["tried"]
    figures = counts_of_results(parts, edition.curriculum)
    report = write_report(edition, parts, figures)
    for format_, content in contents(edition, parts, report, figures):
        data = content.encode() if isinstance(content, str) else content
        text = text_of(f"a.{format_}", data)
        assert "[EN]" in text
        assert "\U000e0001" not in text
