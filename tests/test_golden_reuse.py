"""Modules of another curriculum, contacts of a district, files in an older form: what comes of them, and what is said, as text."""

import datetime as dt
import json
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from mkdocs_workshop.commands.new import start
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.problems import one_line
from mkdocs_workshop.reading.base import base_folder
from mkdocs_workshop.reading.base_then import FOLDER, step, text_at
from mkdocs_workshop.reading.curriculum import Curriculum, load
from mkdocs_workshop.reading.local import with_local
from mkdocs_workshop.reading.migrate import with_format, with_languages
from mkdocs_workshop.reading.yaml import parse
from tests.conftest import EXAMPLE, TODAY
from tests.golden_files import assert_golden

OVERRIDES = """\
replace:
  - {file: modules/getting-started/module.yml, at: title, text: Our opening}
  - {file: modules/getting-started/module.yml, at: outcomes/make-your-code/text, text: make a code}
  - {file: modules/getting-started/module.yml, at: outcomes/make-your-cod/text, text: x}
  - {file: modules/getting-started/module.yml, at: outcomes, text: x}
  - {file: modules/getting-started/modul.yml, at: title, text: x}
  - {file: modules/emergency-skills/module.yml, at: title, text: x}
  - {file: programmes/two-day.yml, at: title, text: x}
  - {file: modules/referral-schemes/reading.yml, at: sections/x/title, text: x}
  - {file: facts.yml, at: facts/needlestick-hiv/text, text: x}
"""
BASE = "base: {curriculum: manual/curriculum, include: [getting-started, referral-schemes, safety]}\n"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, example: Edition) -> dict[str, list[str]]:
    """The lines of each golden file."""
    root = tmp_path_factory.mktemp("reuse")
    return {"base": list(_base(root)), "local": list(_local(root, example.curriculum)), "migrate": list(_migrate())}


def _base(root: Path) -> Iterator[str]:
    """A curriculum that takes two modules, one of which is not there, replaces texts and stands in for files."""
    shutil.copytree(EXAMPLE / "curriculum", root / "manual" / "curriculum", ignore=shutil.ignore_patterns("locales"))
    own = root / "curriculum"
    start(own, "curriculum", "", today=TODAY)
    manual = own / "curriculum.yml"
    plain = manual.read_text("utf-8")
    for name, head, changes in (
        ("taken", BASE, OVERRIDES),
        ("no base", "", OVERRIDES),
        ("none there", BASE.replace("manual/", "no/"), ""),
    ):
        manual.write_text(plain + head, "utf-8")
        (own / "overrides.yml").unlink(missing_ok=True)
        if changes:
            (own / "overrides.yml").write_text(changes, "utf-8")
        yield f"## {name}"
        if name == "taken":
            _stand_in(own, root / "manual" / "curriculum")
        whole, problems, complete = load(own, root)
        yield f"complete {complete}"
        # Of what the modules name and this curriculum does not have, the first of each sort is enough.
        seen: Counter[str] = Counter()
        for problem in problems:
            seen[problem.code] += 1
            if seen[problem.code] < 4:
                yield f"{one_line(problem)} = {problem.advice}"[:220]
        yield f"{dict(seen)}"
        if whole is not None and name == "taken":
            yield from _taken(whole)
    manual.write_text(plain + BASE.replace("manual/curriculum", "curriculum"), "utf-8")
    yield from (one_line(problem) for problem in load(own, root)[1][:3])
    for folder in ("manual/curriculum", "manual", "../x", "json", "no.such", "\0"):
        yield f"{folder!r}: {base_folder(folder, root) is not None}"
    data = {"a": [{"id": "b", "c": "d"}, "e"], "f": "g"}
    yield f"{[text_at(data, way) for way in ('a/b/c', 'a/x/c', 'f', 'f/g', 'a')]} {step(5, 'x')}"


def _stand_in(own: Path, base: Path) -> None:
    """A file of one's own at a place of the base, and what the base said when it was written: the same, and another."""
    for path, changed in (
        ("modules/referral-schemes/reading.yml", True),
        ("modules/getting-started/module.yml", True),
        ("facts.yml", False),
    ):
        text = (base / path).read_text("utf-8")
        (own / FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
        (own / FOLDER / path).write_text(text.replace("title: ", "title: Once ", 1) if changed else text, "utf-8")
    (own / "modules" / "referral-schemes").mkdir()
    shutil.copy(
        base / "modules" / "referral-schemes" / "reading.yml", own / "modules" / "referral-schemes" / "reading.yml"
    )


def _taken(whole: Curriculum) -> Iterator[str]:
    for id_, parts in whole.modules.items():
        yield f"{id_}: {parts.plan.title}, after {parts.plan.prerequisites}, {sorted(parts.handouts)} {sorted(parts.cases)}"
    yield f"{whole.modules['getting-started'].plan.outcomes[0].text}"
    yield f"facts {len(whole.facts)} {list(whole.facts)[:3]}, sources {len(whole.sources)} {list(whole.sources)[:3]}, terms {len(whole.terms)}, topics {len(whole.topics)}"
    yield f"words {len(whole.words.words)}, country {whole.country.name}, moments {sorted({moment for parts in whole.modules.values() for paper in parts.handouts.values() for moment in paper.moments})}"
    emphasised = [text.text for file, text in whole.texts if "case study" in text.text and "*" in text.text]
    yield from (one[:120].replace("\n", " ") for one in emphasised[:3])


def _local(root: Path, whole: Curriculum) -> Iterator[str]:
    """The sheet of a country with what somebody filled in, from each sort of file."""
    ids = [entry.id for entry in whole.country.entries[:4]]
    files = {
        "right": {"format": 1, "entries": {ids[0]: {"value": " 12  street ", "called_on": "2026-11-28"}, ids[1]: {"value": 5.0}, ids[2]: {"value": ""}}},
        "unknown": {"format": 1, "entries": {ids[0][:-1]: {"value": "x"}, "nothing": {"value": "y", "called_on": "soon"}}},
        "other format": {"format": 2, "entries": {}}, "no entries": {"format": 1}, "a list": [], "no value": {"format": 1, "entries": {ids[0]: "x"}},
    }  # fmt: skip
    paths = []
    for name, data in files.items():
        paths.append(root / f"{name}.json")
        paths[-1].write_text(json.dumps(data), "utf-8")
    (root / "broken.json").write_text("{", "utf-8")
    (root / "broken.xlsx").write_text("{", "utf-8")
    book = openpyxl.Workbook()
    (sheet,) = book.worksheets
    for row in (
        ["id", "what", "ask", "value", "day"],
        [ids[0], "", "", 103, dt.date(2026, 11, 28)],
        [ids[1], "", "", "Here", "2026-11-27"],
        ["", "", "", "x"],
        [ids[3]],
    ):
        sheet.append(row)
    book.save(root / "sheet.xlsx")
    for path in (*paths, root / "broken.json", root / "broken.xlsx", root / "sheet.xlsx", root / "absent.json"):
        changed, problems = with_local(whole, path, path.name)
        yield f"## {path.name}"
        yield from (f"{one.severity} {one_line(one)} = {one.advice}".replace(str(root), "")[:180] for one in problems)
        for before, after in zip(whole.country.entries, changed.country.entries, strict=True):
            if before != after:
                yield f"{after.id}: {after.value} {after.sources} {after.confidence} {after.checked_on} {after.checked_by} {after.review_by}"


MIGRATED = (
    "title: A\nother: b\n", "# note\ntitle: A\r\nother: b\r\n", "format: 1\ntitle: A\n", "  title: A\n", "- a\n", "{title: A}\n",
    "terms:\n  - id: a\n    term: A\n    ru: А\n    kk: Ә  # as in the law\n    definition: D\n  - id: b\n    kk: Б\n    term: B\n    ru: >-\n      длинный\n      текст\n\n",
    "terms:\n  - {id: a, ru: А, kk: Ә, term: A}\n  - {term: B, id: b, kk: Б}\n  - {id: c, term: C}\n", "terms:\n  - id: a\n    ru: А\n    languages: {kk: Ә}\n",
    "terms:\n  - {id: a,\n     ru: А}\n  - {id: b, ru: Б}\n", "terms: a\n", "other: a\n", "terms:\n  - a\n  - {id: b, ru: Б}\n", "terms:\r\n  - id: a\r\n    ru: А\r\n    term: A\r\n",
)  # fmt: skip


def _migrate() -> Iterator[str]:
    for text in MIGRATED:
        source, problems = parse(text, "a.yml")
        assert source is not None, problems
        for name, change in (("format", with_format), ("languages", with_languages)):
            made = change(source)
            yield f"{name} {text[:30]!r}: {made.done} {made.left}"
            if made.text != text:
                yield from (f"    {line!r}" for line in made.text.split("\n"))


NAMES = ("base", "local", "migrate")


def test_every_text_has_its_file(told: Mapping[str, Sequence[str]]) -> None:
    """Besides, the first test pays for what the others compare."""
    assert tuple(told) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_said(name: str, told: Mapping[str, Sequence[str]], request: pytest.FixtureRequest) -> None:
    assert_golden(request, f"reuse/{name}.txt", told[name])
