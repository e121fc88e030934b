"""Packages for courses, whole: what a Moodle backup, question files, a cartridge and a lesson say, compared with goldens.

Of one small module, with interface words in two languages. After a change on purpose: `pytest tests/test_golden_packages.py --update`,
and read the difference; what Moodle reads has to be restored in a Moodle once more.
"""

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from mkdocs_workshop.compile import check
from mkdocs_workshop.edition import CourseWays, Edition
from mkdocs_workshop.ground.artifact import Artifact
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.packages.backup import backup_files, backups, files_in_all_languages, files_joined
from mkdocs_workshop.packages.backup_exam import exam_files
from mkdocs_workshop.packages.cartridge import cartridge_files, cartridges
from mkdocs_workshop.packages.competencies import competency_file
from mkdocs_workshop.packages.embed import embed_pages
from mkdocs_workshop.packages.lesson_page import part, tokens
from mkdocs_workshop.packages.lesson_check import packed
from mkdocs_workshop.packages.question_files import question_files
from mkdocs_workshop.packages.scorm import scorm_files, scorm_packages
from mkdocs_workshop.reading.curriculum import ModuleParts
from tests.conftest import ROOT, TODAY
from tests.golden_text import agree, html_lines, outline
from tests.small_course import MODULE, small_edition

Files = Mapping[str, str | bytes]
Golden = Callable[[str, str], None]

@pytest.fixture(scope="module")
def edition(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The small manual with a check of all kinds and a form; beside it the same one with Russian interface words."""
    folder = tmp_path_factory.mktemp("golden") / "curriculum"
    small = small_edition(small_source, folder)
    (folder / "instruments").mkdir()
    shutil.copy(ROOT / "tests" / "examples" / "form-of-two-moments.yml", folder / "instruments" / "evaluation.yml")
    checked = check(folder, folder.parent, TODAY)
    assert checked.curriculum is not None, checked.problems
    english = replace(small, curriculum=checked.curriculum)
    return replace(english, beside=(replace(english, say=catalogue("ru")),))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with a golden of this folder."""
    update = bool(request.config.getoption("--update"))
    return lambda name, text: agree(f"packages/{name}", text, update=update)


def _module(edition: Edition) -> ModuleParts:
    return edition.curriculum.modules[MODULE]


def _backup(files: Files) -> str:
    """The XML of a backup as outlines, and its stored files by their names; their hashes and sizes are looked at here."""
    listed = etree.fromstring(str(files["files.xml"]).encode())
    names: dict[str, str] = {}
    for entry in listed:
        sha1 = str(entry.findtext("contenthash"))
        stored = files[f"files/{sha1[:2]}/{sha1}"]
        assert isinstance(stored, bytes)
        assert hashlib.sha1(stored, usedforsecurity=False).hexdigest() == sha1
        assert entry.findtext("filesize") == str(len(stored))
        names[sha1] = str(entry.findtext("filename"))
    made = {path: text for path, text in files.items() if not path.startswith("files/")}
    assert {path for path in files if path.startswith("files/")} == {f"files/{sha1[:2]}/{sha1}" for sha1 in names}
    shown = "\n".join(f"== {path}\n{outline(made[path]) if made[path] else ''}" for path in sorted(made))
    for sha1, name in names.items():
        shown = shown.replace(sha1, f"<sha1 of {name}>")
    # What a font weighs is decided by the library that cuts it.
    return re.sub(r"^( *filesize: )\d+$", r"\1<its size>", shown, flags=re.MULTILINE)


def test_a_whole_course_of_pages(edition: Edition, golden: Golden) -> None:
    course = replace(edition, course=CourseWays(pages=True))
    golden("backup-of-pages.txt", _backup(backup_files(course, "my-manual", "My manual", [_module(edition)], whole=True)))


def test_a_module_as_a_lesson(edition: Edition, golden: Golden) -> None:
    golden("backup-of-a-lesson.txt", _backup(backup_files(edition, MODULE, "First module", [_module(edition)])))
