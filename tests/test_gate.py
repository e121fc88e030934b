"""A text that waits for its readers is in nothing that is made; once they have read it, it is there."""

import datetime as dt
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.compile import check, make
from mkdocs_workshop.ground.artifact import Artifact
from mkdocs_workshop.reading.kinds import FILE_KINDS
from mkdocs_workshop.reading.texts import texts
from mkdocs_workshop.reading.validate import validate
from mkdocs_workshop.reading.yaml import read
from mkdocs_workshop.site.pages import make_pages
from tests.conftest import ROOT, TODAY, edition_of
from tests.reading import text_of

MARKER = "QZXQ"
CASE = "modules/first-module/cases/first-module-story.yml"
FILES = {
    "case": CASE,
    "handout": "modules/first-module/handouts/first-module-card.yml",
    "reading": "modules/first-module/reading.yml",
}


def _plant(file: Path, *, release: bool) -> None:
    """Writes the marker behind every text but the title, which facilitators see in their list and where a text links to it."""
    kind = next(
        kind for kind in FILE_KINDS if kind.name == ("reading" if file.stem == "reading" else file.parent.name[:-1])
    )
    source, _ = read(file, file.parent)
    assert source is not None
    data = source.data
    model, wrong = validate(source, kind.model)
    assert model is not None, wrong
    for found in texts(model):
        if found.loc != ("title",):
            at = data
            for part in found.loc[:-1]:
                at = at[part]
            at[found.loc[-1]] = f"{found.text} {MARKER}"
    if release:
        data = {"release": {"after": ["prosecutor", "community"]}, **data}
    file.write_text(yaml.safe_dump(data, allow_unicode=True, width=1000, sort_keys=False), "utf-8")


def _made(folder: Path, *, documents: bool = False) -> dict[str, Artifact]:
    checked = check(folder, folder.parent, TODAY)
    assert checked.curriculum is not None, [problem.message for problem in checked.problems]
    made = make(checked.curriculum, TODAY, ROOT / ".cache" / "workshop", variants=frozenset(), documents=documents)
    return {artifact.path: artifact for artifact in made.artifacts}


def _marked(made: dict[str, Artifact]) -> list[str]:
    return [path for path, artifact in made.items() if MARKER in text_of(path, artifact.data)]


@pytest.fixture(scope="module", params=list(FILES))
def folders(
    request: pytest.FixtureRequest, small_source: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """Twice the small curriculum with markers in one text: once it waits, once it does not."""
    found = []
    for name, release in (("waits", True), ("open", False)):
        folder = tmp_path_factory.mktemp(name) / "curriculum"
        shutil.copytree(small_source, folder)
        _plant(folder / FILES[request.param], release=release)
        found.append(folder)
    return found[0], found[1]


def test_nothing_that_is_made_holds_a_text_that_waits(folders: tuple[Path, Path]) -> None:
    waits, opened = folders
    assert _marked(_made(waits, documents=True)) == []
    # Without this the test could pass because the text is shown nowhere at all.
    assert len(_marked(_made(opened, documents=True))) > 3


@pytest.fixture
def here(small: Path, monkeypatch: pytest.MonkeyPatch, no_ci: None) -> Path:
    """The project folder, with a case study that waits, and a handout that links to it."""
    monkeypatch.chdir(small.parent)
    _plant(small / CASE, release=True)
    handout = small / FILES["handout"]
    source, _ = read(handout, small)
    assert source is not None
    data = source.data
    data["sections"][0]["text"] += "\n\nSee {link:case/first-module-story}."
    handout.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return small


def test_a_link_to_it_becomes_words(here: Path) -> None:
    made = _made(here, documents=True)
    assert "See A morning at the gate (not yet released)." in str(made["handouts/first-module-card.md"].content)
    (paper,) = (path for path in made if path.endswith("/first-module-card.pdf"))
    # The line may break between any two of its words.
    assert "not yet released" in " ".join(text_of(paper, made[paper].data).split())
    assert not [path for path in made if "first-module-story" in path]


def test_facilitators_see_who_must_read_it(here: Path) -> None:
    page = _made(here)["prepare/waiting-for-a-reader.md"]
    assert page.role == "facilitator"
    assert "A morning at the gate" in str(page.content)
    assert "prosecutor, community" in str(page.content)


def _sign(here: Path, capsys: pytest.CaptureFixture[str], readers: int) -> None:
    capsys.readouterr()
    assert main(["waiting"]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("  - ")]
    reviews = here / "reviews.yml"
    before = reviews.read_text("utf-8") if reviews.exists() else "reviews:\n"
    reviews.write_text(before + "\n".join(lines[:readers]) + "\n", "utf-8")


def test_it_is_released_when_all_have_read_it(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _sign(here, capsys, 1)
    assert _marked(_made(here)) == []
    _sign(here, capsys, 1)
    made = _made(here)
    assert "cases/first-module-story.md" in _marked(made)
    assert "prepare/waiting-for-a-reader.md" not in made


def test_it_waits_again_after_a_change(
    here: Path, edit: Callable[[str, str, str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    _sign(here, capsys, 2)
    edit(CASE, "title: A morning at the gate", "title: A morning at the gate # no other words")
    assert _marked(_made(here)) != []
    edit(CASE, MARKER, f"{MARKER} and more")
    assert _marked(_made(here)) == []
    told = [problem.code for problem in check(here, here.parent, TODAY).problems]
    assert told == ["W711", "W713", "W713"]


def test_the_lines_to_write_are_of_the_day(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["waiting"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("1 text waits for a reader.\n")
    assert f"by: prosecutor, on: {dt.date.today().isoformat()}, text: " in said  # noqa: DTZ011  the day of the command


def test_a_country_sheet_that_waits_is_a_sheet_of_blanks(small: Path) -> None:
    (sheet,) = (small / "countries").glob("*.yml")
    sheet.write_text(
        "release: {after: [lawyer]}\nname: My country\nentries:\n"
        f'  - {{id: emergency-number, group: contacts, label: Who helps, value: {MARKER}, confidence: A, ask: "{MARKER}"}}\n',
        "utf-8",
    )
    made = _made(small, documents=True)
    assert _marked(made) == []
    assert "Country sheet: My country" in str(made["prepare/waiting-for-a-reader.md"].content)


def test_a_slide_about_a_case_that_waits_goes_with_it(small: Path) -> None:
    deck = small / "modules" / "first-module" / "deck.yml"
    deck.write_text(
        "slides:\n"
        "  - {id: opening, layout: section, title: Stay, notes: Say it.}\n"
        f"  - {{id: story, layout: case, title: Case, case: first-module-story, text: {MARKER}, notes: {MARKER}}}\n",
        "utf-8",
    )
    plan = small / "modules" / "first-module" / "module.yml"
    plan.write_text(re.sub(r"slides: \[[^\]]*\]", "slides: [opening, story]", plan.read_text("utf-8")), "utf-8")
    _plant(small / CASE, release=True)
    made = _made(small, documents=True)
    assert _marked(made) == []
    assert "Stay" in str(made["modules/first-module/slides.md"].content)


def test_what_only_its_figures_cite_is_not_told(small: Path) -> None:
    figure = small / "modules" / "first-module" / "figures" / "first-module-way.yml"
    figure.write_text(figure.read_text("utf-8") + 'caption: "By {cite:example-source}"\n', "utf-8")
    reading = small / FILES["reading"]
    text = "sections:\n  - {id: way, title: Way, text: '{figure:first-module-way}'}\n"
    cited = {}
    for release in ("release: {after: [lawyer]}\n", ""):
        reading.write_text(release + text, "utf-8")
        curriculum = check(small, small.parent, TODAY).curriculum
        assert curriculum is not None
        pages = {page.path: str(page.content) for page in make_pages(edition_of(curriculum), TODAY).artifacts}
        cited[release] = "#example-source" in pages["modules/first-module/index.md"]
    assert list(cited.values()) == [False, True]
