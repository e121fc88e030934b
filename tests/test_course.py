"""A course for Moodle: one path for each module, sections that do not collide, tests and evaluation inside, exams apart."""

import io
import json
import re
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from mkdocs_workshop.edition import CourseWays, Edition
from mkdocs_workshop.forms.asked import Asked
from mkdocs_workshop.forms.feedback_items import feedback_items
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.packages.backup import backups
from mkdocs_workshop.packages.backup_mlang import InLanguage, joined
from mkdocs_workshop.packages.backup_parts import NULL
from mkdocs_workshop.packages.competencies import competency_file
from mkdocs_workshop.packages.xml import Element
from tests.conftest import ROOT
from tests.instruments import world
from tests.test_bilingual import CACHE, WORDS, translated
from tests.test_translation import _whole

Files = Mapping[str, Element]
MODULE, OTHER = "first-module", "second-module"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Two modules with questions of all kinds, a test and an evaluation, in three languages."""
    root = tmp_path_factory.mktemp("course")
    world(root)
    folder = root / "curriculum"
    shutil.copy(ROOT / "tests" / "examples" / "check-of-all-kinds.yml", folder / "modules" / MODULE / "check.yml")
    shutil.copytree(folder / "modules" / MODULE, folder / "modules" / OTHER)
    for path in (folder / "modules" / OTHER).rglob("*.yml"):
        text = path.read_text("utf-8").replace("First module", "Second module").replace(MODULE, OTHER)
        path.write_text(text, "utf-8")
    for path in [*(folder / "modules" / OTHER).glob("handouts/*"), *(folder / "modules" / OTHER).glob("cases/*")]:
        path.rename(path.with_name(f"other-{path.name}"))
    module = folder / "modules" / OTHER / "module.yml"
    for path in [*(folder / "modules" / OTHER).glob("handouts/*"), *(folder / "modules" / OTHER).glob("cases/*")]:
        old = path.stem.removeprefix("other-")
        module.write_text(re.sub(rf"\b{old}\b", path.stem, module.read_text("utf-8")), "utf-8")
    for language in WORDS:
        translated(folder, language)
    english, *others = (Edition(_whole(folder, code), catalogue(code), CACHE) for code in ("en", *WORDS))
    return replace(english, beside=tuple(others), course=CourseWays(together=True))


def _unpacked(edition: Edition) -> dict[str, Files]:
    made: dict[str, Files] = {}
    for file in backups(edition):
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            made[Path(file.path).parent.name + "/" + Path(file.path).stem] = {
                name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")
            }
    return made


@pytest.fixture(scope="module")
def lessons(edition: Edition) -> dict[str, Files]:
    return _unpacked(edition)


@pytest.fixture(scope="module")
def pages(edition: Edition) -> dict[str, Files]:
    return _unpacked(replace(edition, course=CourseWays(pages=True)))


def _kinds(files: Files) -> list[str]:
    return [str(one.text) for one in files["moodle_backup.xml"].iterfind(".//activity/modulename")]


def _names(files: Files) -> list[str]:
    return [str(one.text) for one in files["moodle_backup.xml"].iterfind(".//activity/title")]


def _one(files: Files, end: str) -> Element:
    (found,) = (tree for path, tree in files.items() if path.endswith(end))
    return found


def _one_of(files: Files, end: str) -> Element:
    return next(tree for path, tree in files.items() if path.endswith(end))


def test_a_module_is_a_lesson_and_nothing_twice(lessons: dict[str, Files]) -> None:
    files = lessons[f"mbz/{MODULE}"]
    assert _kinds(files) == ["label", "scorm"]
    assert len(files["questions.xml"]) == 0
    assert sum(len(tree.findall(".//grade_item/itemmodule")) for tree in files.values()) == 1


def test_or_it_is_pages_and_a_quiz(pages: dict[str, Files], edition: Edition) -> None:
    files = pages[f"mbz/{MODULE}"]
    kinds = _kinds(files)
    assert "scorm" not in kinds
    assert kinds.count("quiz") == 1
    assert kinds.count("page") > 1
    assert sum(len(tree.findall(".//grade_item/itemmodule")) for tree in files.values()) == 1
    title = edition.plain(edition.curriculum.modules[MODULE].plan.title)
    assert all(title in name for name in _names(files))


@pytest.mark.parametrize("way", ["lessons", "pages"])
def test_no_two_activities_have_one_name(way: str, request: pytest.FixtureRequest) -> None:
    names = _names(request.getfixturevalue(way)["mbz/all-modules"])
    assert len(names) == len(set(names))


def test_a_new_attempt_is_forced_after_a_finished_one(lessons: dict[str, Files]) -> None:
    scorm = _one(lessons[f"mbz/{MODULE}"], "/scorm.xml")
    wanted = {"forcenewattempt": "1", "masteryoverride": "1", "whatgrade": "0", "grademethod": "1", "maxattempt": "0"}
    assert {name: scorm.findtext(f".//{name}") for name in wanted} == wanted


def test_modules_of_several_backups_go_into_sections_of_their_own(lessons: dict[str, Files]) -> None:
    def number(name: str) -> str | None:
        (section,) = (tree for path, tree in lessons[name].items() if path.endswith("/section.xml"))
        return section.findtext("number")

    assert (number(f"mbz/{MODULE}"), number(f"mbz/{OTHER}")) == ("1", "2")
    assert (number(f"exam/{MODULE}"), number("exam/all-modules")) == ("1", "3")


def test_the_whole_course_has_its_tests_and_its_evaluation(lessons: dict[str, Files], edition: Edition) -> None:
    files = lessons["mbz/all-modules"]
    sections = {
        tree.findtext("number"): [str(one) for one in (tree.findtext("sequence") or "").split(",")]
        for path, tree in files.items()
        if path.endswith("/section.xml")
    }
    named = {
        str(tree.get("moduleid")): (str(tree.get("modulename")), str(tree[0].findtext("name")))
        for path, tree in files.items()
        if path.startswith("activities/") and tree.tag == "activity"
    }
    assert [named[one] for one in sections["0"]] == [("feedback", "Before the course: Before and after")]
    last = [named[one] for one in sections["3"]]
    assert last[:3] == [
        ("feedback", "What did you think?"),
        ("feedback", "After the course: Before and after"),
        ("feedback", "Three to six months later: Before and after"),
    ]
    assert last[3][0] == "label"


def test_a_feedback_asks_what_its_form_asks_and_keeps_moments_apart(
    lessons: dict[str, Files], edition: Edition
) -> None:
    found = [tree[0] for path, tree in lessons["mbz/all-modules"].items() if path.endswith("/feedback.xml")]
    assert {one.findtext("anonymous") for one in found} == {"1"}
    by_name = {one.findtext("name"): one for one in found}
    items = {one.findtext("label"): one for one in by_name["After the course: Before and after"].iterfind("items/item")}
    assert items["moment"].findtext("presentation") == "r>>>>>after the workshop"
    assert items["moment"].findtext("required") == "1"
    form = Asked(edition, "tried-test", edition.curriculum.instruments["tried-test"])
    assert {item.name for item in feedback_items(form)} <= {*items}
    positions = [int(one.findtext("position") or 0) for one in found[0].iterfind("items/item")]
    assert positions == list(range(1, len(positions) + 1))


def test_the_course_is_completed_by_all_lessons_and_a_module_alone_says_nothing(lessons: dict[str, Files]) -> None:
    files = lessons["mbz/all-modules"]
    criteria = files["completion.xml"].findall("course_completion_criteria")
    scorms = {path.split("/")[1].removeprefix("scorm_") for path in files if path.endswith("/scorm.xml")}
    assert {one.findtext("moduleinstance") for one in criteria} == scorms
    assert {(one.findtext("module"), one.findtext("criteriatype")) for one in criteria} == {("scorm", "4")}
    methods = files["completion.xml"].findall("course_completion_aggr_methd")
    assert [(one.findtext("criteriatype"), one.findtext("method")) for one in methods] == [(NULL, "1"), ("4", "1")]
    assert len(lessons[f"mbz/{MODULE}"]["completion.xml"]) == 0


def test_what_serves_an_outcome_is_linked_to_the_competency_of_our_file(
    lessons: dict[str, Files], edition: Edition
) -> None:
    rows = "".join(str(file.content) for file in competency_file(edition))
    files = lessons["mbz/all-modules"]
    of_course = files["course/competencies.xml"].findall(".//competency")
    outcomes = [f"{id_}-{one.id}" for id_, parts in edition.curriculum.modules.items() for one in parts.plan.outcomes]
    assert [one.findtext("idnumber") for one in of_course] == outcomes
    for one in of_course:
        assert f",{one.findtext('idnumber')}," in rows
        assert f",{one.findtext('frameworkidnumber')}," in rows
    linked = [
        tree.findall(".//competency")
        for path, tree in files.items()
        if path.startswith("activities/scorm") and path.endswith("competencies.xml")
    ]
    assert sum(map(len, linked)) == len(outcomes)
    assert files["moodle_backup.xml"].xpath("string(.//setting[name='competencies']/value)") == "1"


def test_an_exam_draws_one_question_for_each_outcome(lessons: dict[str, Files], edition: Edition) -> None:
    files = lessons[f"exam/{MODULE}"]
    parts = edition.curriculum.modules[MODULE]
    assert parts.check
    tested = {question.outcome for question in parts.check.questions}
    quiz = _one(files, "/quiz.xml")
    slots = quiz.findall(".//question_instance")
    categories = {str(one.get("id")): one for one in files["questions.xml"] if one.findtext("parent") != "0"}
    assert len(slots) == len(tested) == len(categories)
    for slot in slots:
        category = categories[str(slot.findtext("questioncategoryid"))]
        drawn = [one for one in category.iterfind("questions/question") if one.get("id") == slot.findtext("questionid")]
        assert [one.findtext("qtype") for one in drawn] == ["random"]
        assert drawn[0].find("question_hints") is None  # Moodle 4.5.6 stops at an empty list
        assert len(category.findall("questions/question")) > 1
    asked = [
        one.findtext("idnumber") for one in files["questions.xml"].iter("question") if one.findtext("qtype") != "random"
    ]
    assert sorted(map(str, asked)) == sorted(f"{MODULE}-{question.id}" for question in parts.check.questions)


def test_an_exam_has_one_attempt_a_clock_and_no_key(lessons: dict[str, Files]) -> None:
    quiz = _one(lessons[f"exam/{MODULE}"], "/quiz.xml")
    slots = len(quiz.findall(".//question_instance"))
    assert quiz.findtext(".//attempts_number") == "1"
    assert quiz.findtext(".//timelimit") == str(90 * slots)
    shown = {one.tag: int(one.text or 0) for one in quiz[0] if one.tag.startswith("review")}
    assert shown == {
        "reviewattempt": 0x10000,
        "reviewmarks": 0x01110,
        **dict.fromkeys(
            (
                "reviewcorrectness",
                "reviewspecificfeedback",
                "reviewgeneralfeedback",
                "reviewrightanswer",
                "reviewoverallfeedback",
            ),
            0,
        ),
    }


def test_an_empty_practice_quiz_tells_nothing(pages: dict[str, Files]) -> None:
    quiz = _one(pages[f"mbz/{MODULE}"], "/quiz.xml")
    assert quiz.findtext(".//reviewrightanswer") == "0"
    # What is said whatever was answered comes only after an answer was given.
    assert quiz.findtext(".//reviewgeneralfeedback") == str(0x10000)
    assert quiz.findtext(".//preferredbehaviour") == "immediatefeedback"


@pytest.mark.parametrize("name", [f"exam/{MODULE}", "exam/all-modules"])
def test_questions_live_in_the_quiz_that_asks_them(lessons: dict[str, Files], name: str) -> None:
    """Moodle 5 warns in red of every category of a course."""
    files = lessons[name]
    (quiz,) = (path.split("/")[1].removeprefix("quiz_") for path in files if path.endswith("/quiz.xml"))
    for category in files["questions.xml"]:
        assert (category.findtext("contextlevel"), category.findtext("contextinstanceid")) == ("70", quiz)
    named = {one.text for one in _one(files, f"quiz_{quiz}/inforef.xml").iterfind(".//question_category/id")}
    assert named == {one.get("id") for one in files["questions.xml"]}


def test_numbers_are_there_once(lessons: dict[str, Files], pages: dict[str, Files]) -> None:
    for files in (*lessons.values(), *pages.values()):
        ids = [one.get("id") for one in files["questions.xml"].iter("question", "question_category")]
        assert len(ids) == len(set(ids))
        for slot in (
            one for path, tree in files.items() if path.endswith("/quiz.xml") for one in tree.iter("questionid")
        ):
            assert slot.text in ids
        sections = {path.split("/")[1] for path in files if path.startswith("sections/")}
        named = {str(one.text).split("/")[1] for one in files["moodle_backup.xml"].iterfind(".//section/directory")}
        assert sections == named
        for path, tree in files.items():
            if path.endswith("/module.xml"):
                assert f"section_{tree.findtext('sectionid')}" in sections


def test_one_course_holds_all_languages_each_in_its_sections(lessons: dict[str, Files], edition: Edition) -> None:
    files = lessons["mbz/all-modules-all-languages"]
    titles = [str(one.text) for one in files["moodle_backup.xml"].iterfind(".//section/title")]
    assert [title.partition(":")[0] for title in titles] == ["English"] * 2 + ["Русский"] * 2 + ["Қазақ тілі"] * 2
    assert len(files["completion.xml"]) == 0
    assert _kinds(files).count("scorm") == 6


def test_one_course_holds_each_text_in_all_languages(edition: Edition) -> None:
    files = _unpacked(replace(edition, course=CourseWays(joined=True)))["mbz/all-modules-mlang"]
    kinds = _kinds(files)
    assert "scorm" not in kinds
    assert kinds.count("quiz") == 2, "one grade for each module, not one in each language"
    assert len(files["completion.xml"]) > 0
    quiz = _one_of(files, "/quiz.xml")
    name = str(quiz.findtext("quiz/name"))
    assert re.fullmatch(r"\{mlang ru\}.+\{mlang\}\{mlang kk\}.+\{mlang\}\{mlang en,other\}.+\{mlang\}", name), name
    assert all(len(str(one.text)) <= 255 for tree in files.values() for one in tree.iter("name", "itemname"))
    texts = [str(one.text) for one in files["questions.xml"].iter("questiontext") if "mlang" in str(one.text)]
    assert len(texts) > 5
    assert all(text.count("{mlang}") == 3 for text in texts)
    assert not any("mlang" in str(one.text) for one in files["questions.xml"].iter("stamp", "version"))
    page = next(str(one.text) for one in _one_of(files, "/page.xml").iter("content"))
    assert page.startswith("{mlang ru}")


def test_pictures_of_all_languages_lie_side_by_side(edition: Edition) -> None:
    course = replace(edition, course=CourseWays(joined=True))
    archive = next(file for file in backups(course) if file.path.endswith("mlang.mbz"))
    with zipfile.ZipFile(io.BytesIO(archive.data)) as packed:
        names = packed.namelist()
        listed = etree.fromstring(packed.read("files.xml"))
        refers = [
            str(id_.text)
            for name in names
            if name.endswith("/inforef.xml")
            for id_ in etree.fromstring(packed.read(name)).iterfind("fileref/file/id")
        ]
    ids = [str(file.get("id")) for file in listed]
    assert len(ids) == len(set(ids)) > 0
    assert sorted(refers) == sorted(ids)
    assert {str(file.findtext("filepath")) for file in listed} == {"/", "/ru/", "/kk/"}
    for file in listed:
        sha1 = str(file.findtext("contenthash"))
        assert f"files/{sha1[:2]}/{sha1}" in names


def test_a_name_that_moodle_would_refuse_stays_in_the_master_language() -> None:
    long = "x" * 200
    courses = [
        InLanguage(code, {"a.xml": f"<page><name>{code}{long}</name><content>{code}</content></page>"})
        for code in ("en", "ru")
    ]
    made = etree.fromstring(str(joined(courses)["a.xml"]).encode())
    assert made.findtext("name") == f"en{long}"
    assert made.findtext("content") == "{mlang ru}ru{mlang}{mlang en,other}en{mlang}"


def test_only_who_asks_for_it_gets_a_course_of_all_languages(edition: Edition) -> None:
    made = [file.path for file in backups(replace(edition, course=CourseWays()))]
    assert not any("all-languages" in path for path in made)


def test_the_manifest_of_files_is_json(edition: Edition) -> None:
    from mkdocs_workshop.deliver.downloads import entries

    kinds = {entry["kind"] for entry in json.loads(json.dumps(entries(backups(edition))))}
    assert kinds == {"mbz", "exam"}
