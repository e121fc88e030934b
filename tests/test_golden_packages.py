"""Packages for courses, whole: what a Moodle backup, question files, a cartridge and a lesson say, compared with goldens.

Of one small module, with interface words in two languages. After a change on purpose: `pytest tests/test_golden_packages.py --update`,
and read the difference; what Moodle reads has to be restored in a Moodle once more.
"""

import hashlib
import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import astuple, replace
from pathlib import Path

import pytest
from lxml import etree

from mkdocs_workshop.compile import check
from mkdocs_workshop.edition import CourseWays, Edition
from mkdocs_workshop.ground.artifact import Artifact
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.packages.backup import backup_files, backups, files_in_all_languages, files_joined
from mkdocs_workshop.packages.backup_exam import exam_files, pools
from mkdocs_workshop.packages.cartridge import cartridge_files, cartridges
from mkdocs_workshop.packages.competencies import competency_file
from mkdocs_workshop.packages.embed import embed_pages
from mkdocs_workshop.packages.lesson_check import packed
from mkdocs_workshop.packages.lesson_page import part
from mkdocs_workshop.packages.question_files import question_files
from mkdocs_workshop.packages.scorm import scorm_files, scorm_packages
from mkdocs_workshop.reading.curriculum import ModuleParts
from tests.conftest import ROOT, TODAY
from tests.golden_files import assert_golden
from tests.golden_text import html_lines, outline
from tests.small_course import MODULE, small_edition

Files = Mapping[str, str | bytes]


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


def test_a_whole_course_of_pages(edition: Edition, request: pytest.FixtureRequest) -> None:
    course = replace(edition, course=CourseWays(pages=True))
    assert_golden(
        request,
        "packages/backup-of-pages.txt",
        _backup(backup_files(course, "my-manual", "My manual", [_module(edition)], whole=True)),
    )


def test_a_module_as_a_lesson(edition: Edition, request: pytest.FixtureRequest) -> None:
    assert_golden(
        request,
        "packages/backup-of-a-lesson.txt",
        _backup(backup_files(edition, MODULE, "First module", [_module(edition)])),
    )


def test_a_module_without_a_check(edition: Edition, request: pytest.FixtureRequest) -> None:
    """What differs from the lesson with one: what completes it, its mark, no score."""
    parts = replace(_module(edition), check=None, reading=None, cases={})
    files = {
        path: text
        for path, text in backup_files(edition, MODULE, "First module", [parts], whole=True).items()
        if re.search(r"scorm_\d+/(scorm|grades|module)\.xml|^completion\.xml|^files|^questions", path)
    }
    assert_golden(request, "packages/backup-without-a-check.txt", _backup(files))
    assert exam_files(edition, "exam", "Exam", [parts]) == {}
    pages = backup_files(replace(edition, course=CourseWays(pages=True)), MODULE, "First module", [parts])
    kinds = {path.split("/")[1].partition("_")[0] for path in pages if path.startswith("activities/")}
    assert kinds == {"label", "page"}, "a quiz of no questions"


def test_an_exam_of_one_module(edition: Edition, request: pytest.FixtureRequest) -> None:
    assert_golden(
        request,
        "packages/exam.txt",
        _backup(exam_files(edition.beside[0], "first-module-exam", "First module", [_module(edition)])),
    )


def test_an_exam_of_modules_takes_the_highest_mark_and_turns(edition: Edition) -> None:
    """Its questions come from the modules in turn, at most 40; it stands after all sections."""
    first = _module(edition)
    assert first.check is not None
    outcomes = [first.plan.outcomes[0].model_copy(update={"id": f"o{number:02}"}) for number in range(41)]
    asked = [first.check.questions[0].model_copy(update={"id": one.id, "outcome": one.id}) for one in outcomes]
    other = replace(
        first,
        id="other",
        plan=first.plan.model_copy(update={"outcomes": outcomes}),
        check=first.check.model_copy(update={"questions": asked, "pass_mark": 90}),
    )
    drawn = [pool.idnumber for pool in pools(edition, [first, other])]
    assert drawn[:3] == ["exam-first-module-know-the-way", "exam-other-o00", "exam-other-o01"]
    assert len(drawn) == 40
    assert len(pools(edition, [other])) == 41
    files = {path: str(text) for path, text in exam_files(edition, "exam", "Exam", [first, other]).items()}
    quiz = next(text for path, text in files.items() if path.endswith("/quiz.xml"))
    assert "<timelimit>3600</timelimit>" in quiz
    assert "<sumgrades>40.00000</sumgrades>" in quiz
    grades = next(text for path, text in files.items() if path.endswith("quiz_10/grades.xml"))
    assert "<gradepass>90.00000</gradepass>" in grades
    assert "<number>2</number>" in files["sections/section_2/section.xml"]
    assert "<name>At the end</name>" in files["sections/section_2/section.xml"]


def test_a_course_in_all_languages(edition: Edition, request: pytest.FixtureRequest) -> None:
    files = files_in_all_languages(edition, "my-manual", "My manual")
    wanted = r"^(completion|course/course|course/competencies|moodle_backup)\.xml|^sections/.*/section\.xml|^files"
    assert_golden(
        request,
        "packages/backup-in-all-languages.txt",
        _backup({path: text for path, text in files.items() if re.search(wanted, path)}),
    )


def test_a_course_of_joined_texts(edition: Edition, request: pytest.FixtureRequest) -> None:
    files = files_joined(edition, "my-manual")
    wanted = r"(course/course|completion|/page|/quiz|/label|/inforef)\.xml|^files"
    assert_golden(
        request,
        "packages/backup-of-joined-texts.txt",
        _backup({path: text for path, text in files.items() if re.search(wanted, path)}),
    )


def test_files_for_questions(edition: Edition, request: pytest.FixtureRequest) -> None:
    made = {made.path: made for made in question_files(edition)}
    of_all = made["downloads/en/gift/all-modules.gift"].content
    assert of_all == made["downloads/en/gift/first-module.gift"].content
    assert_golden(request, "packages/questions.xml", str(made["downloads/en/moodle-xml/first-module.xml"].content))
    assert_golden(request, "packages/questions.gift.txt", str(made["downloads/en/gift/first-module.gift"].content))


def test_competencies(edition: Edition, request: pytest.FixtureRequest) -> None:
    (made,) = competency_file(edition)
    assert_golden(request, "packages/competencies.csv", str(made.content))


def test_a_cartridge(edition: Edition, request: pytest.FixtureRequest) -> None:
    files = cartridge_files(edition, _module(edition))
    shown = [
        f"== {path}\n{outline(text) if path.endswith('.xml') else html_lines(str(text))}"
        for path, text in sorted(files.items())
    ]
    assert_golden(request, "packages/cartridge.txt", "\n".join(shown))


def _told(page: str) -> str:
    """A page, and below it what its script is told: its words, the mark, and the key as it is unpacked."""
    found = re.search(r'id="(?:lesson|check)-data">(.*?)</script>', page, re.DOTALL)
    if not found:
        return html_lines(page)
    told = json.loads(found[1])
    key = json.loads(packed(told.pop("key", packed("[]"))))
    lines = [*told.pop("words").items(), *told.items(), *key]
    shown = (json.dumps(line, ensure_ascii=False) for line in lines)
    return "\n".join([html_lines(page.replace(found[1], "…")), "== what its script is told", *shown])


def _parts_named(text: str, names: Mapping[str, str]) -> str:
    """A style sheet or a script with the name of each file of ours in place of what stands in it."""
    for name, content in names.items():
        text = text.replace(content, f"[{name}]\n")
    return text


def test_a_lesson(edition: Edition, request: pytest.FixtureRequest) -> None:
    files = scorm_files(edition, _module(edition))
    style = _parts_named(str(files["lesson.css"]), {name: part(name) for name in ("page.css", "lesson.css")})
    script = _parts_named(
        str(files["lesson.js"]), {name: part(name) for name in ("session.js", "check.js", "lesson.js")}
    )
    assert_golden(request, "packages/lesson.txt",
        "\n".join(
            [
                "== files", *sorted(files), "== imsmanifest.xml", outline(files["imsmanifest.xml"]),
                "== index.html", _told(str(files["index.html"])), "== lesson.css", style, "== lesson.js", script,
            ]
        ),
    )  # fmt: skip


def test_a_lesson_without_a_check(edition: Edition, request: pytest.FixtureRequest) -> None:
    files = scorm_files(edition.beside[0], replace(_module(edition), check=None, reading=None, cases={}))
    assert "masteryscore" not in str(files["imsmanifest.xml"])
    assert_golden(request, "packages/lesson-without-a-check.txt", _told(str(files["index.html"])))


def test_pages_to_embed(edition: Edition, request: pytest.FixtureRequest) -> None:
    shown = []
    for made in embed_pages(edition):
        page = re.sub(
            r"(<style>).*?(</style>)|(<script>).*?(</script>)", r"\1\3…\2\4", str(made.content), flags=re.DOTALL
        )
        shown += [f"== {made.path}", _told(page)]
    assert_golden(request, "packages/embed.txt", "\n".join(shown))


def test_what_is_offered_and_to_whom(edition: Edition, request: pytest.FixtureRequest) -> None:
    course = replace(edition, course=CourseWays(together=True, joined=True))
    makers = (backups, cartridges, competency_file, embed_pages, question_files, scorm_packages)
    made = [file for make in makers for file in make(course)]
    only = [file for make in makers for file in make(replace(course, only=MODULE))]
    assert_golden(
        request, "packages/offered.txt", "\n".join([*map(_offered, made), "== of one module", *map(_offered, only)])
    )


def _offered(file: Artifact) -> str:
    assert file.label is not None
    return f"{file.path} ({file.role}): " + " | ".join(map(str, astuple(file.label)))
