"""Files for Moodle: read back by a reader of our own and compared with the curriculum."""

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from lxml import etree

from mkdocs_workshop.edition import CourseWays, Edition
from mkdocs_workshop.ground.artifact import Artifact
from mkdocs_workshop.model.check import (
    CheckQuestion,
    MatchQuestion,
    MultipleQuestion,
    OrderQuestion,
    SingleQuestion,
    TrueFalseQuestion,
)
from mkdocs_workshop.packages.backup import backups
from mkdocs_workshop.packages.competencies import COLUMNS, competency_file
from mkdocs_workshop.packages.question_files import question_files

# The fractions that Moodle takes (`lib/questionlib.php`), in per cent.
MOODLES = {100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0}  # fmt: skip


@pytest.fixture(scope="module")
def edition(given_out: Edition) -> Edition:
    """The example."""
    return given_out


@pytest.fixture(scope="module")
def files(edition: Edition) -> dict[str, Artifact]:
    """The question files and the competencies by path."""
    return {made.path: made for made in [*question_files(edition), *competency_file(edition)]}


@pytest.fixture(scope="module")
def backed_up(edition: Edition) -> dict[str, Artifact]:
    """The backups by path."""
    return {made.path: made for made in backups(edition)}


def _asked(edition: Edition) -> dict[str, CheckQuestion]:
    return {
        f"{id_}-{question.id}": question
        for id_, parts in edition.curriculum.modules.items()
        if parts.check
        for question in parts.check.questions
    }


def _right(question: CheckQuestion, edition: Edition) -> set[str]:
    """The words of the right answer."""
    match question:
        case SingleQuestion():
            return {edition.plain(one.text) for one in question.options if one.id == question.key}
        case MultipleQuestion():
            return {edition.plain(one.text) for one in question.options if one.id in question.key}
        case TrueFalseQuestion():
            return {str(question.key).lower()}
        case OrderQuestion():
            return {f"{edition.plain(item.text)} -> {place}" for place, item in enumerate(question.items, 1)}
        case MatchQuestion():
            return {f"{edition.plain(pair.left)} -> {edition.plain(pair.right)}" for pair in question.pairs}


@dataclass
class Read:
    """A question that was read from a GIFT file."""

    text: str
    answers: dict[str, float] = field(default_factory=dict)


def _gift(text: str) -> Iterator[tuple[str, Read]]:
    """Reads GIFT as far as it is written here: an id, a name, a text, answers."""

    def bare(words: str) -> str:
        return re.sub(r"\\(.)", r"\1", words).strip()

    form = r"// \[id:([^\]]+)\]\n::(?:\\.|[^:\\])*::\[plain\]((?:\\.|[^{\\])*)\{((?:\\.|[^}\\])*)\}"
    for id_, question, inner in re.findall(form, text):
        read = Read(bare(question))
        told = inner.partition("####")[0]
        if told.strip() in {"TRUE", "FALSE"}:
            read.answers[told.strip().lower()] = 100.0
        for sign, share, answer in re.findall(r"(?<!\\)([=~])(?:%(-?[\d.]+)%)?((?:\\.|[^\\=~#])*)", told):
            read.answers[bare(answer)] = float(share) if share else 100.0 if sign == "=" else 0.0
        yield id_, read


def test_gift_asks_what_the_curriculum_asks(edition: Edition, files: dict[str, Artifact]) -> None:
    read = dict(_gift(files["downloads/en/gift/all-modules.gift"].data.decode()))
    asked = _asked(edition)
    assert read.keys() == asked.keys()
    for id_, question in asked.items():
        assert read[id_].text == edition.plain(question.text)
        right = {answer for answer, share in read[id_].answers.items() if share > 0}
        assert right == _right(question, edition), id_


def test_gift_takes_their_meaning_from_signs() -> None:
    from mkdocs_workshop.packages.gift import gift
    from mkdocs_workshop.packages.questions import Choice, Question, QuestionBank, Words

    signs = Words("", r"a{b}~c=d#e:f\g")
    question = Question("single", "q", "m-q", signs, (Choice("a", signs, signs, 100.0),))
    text = gift("M", [QuestionBank("m", "A/B", 80, (question,))])
    (read,) = (one for _, one in _gift(text))
    assert read.text == signs.plain
    assert read.answers == {signs.plain: 100.0}
    assert "top/M/A//B" in text


def test_moodle_xml_asks_what_the_curriculum_asks(edition: Edition, files: dict[str, Artifact]) -> None:
    root = etree.fromstring(files["downloads/en/moodle-xml/all-modules.xml"].data)
    read = {node.findtext("idnumber"): node for node in root if node.get("type") != "category"}
    asked = _asked(edition)
    assert read.keys() == asked.keys()
    for id_, question in asked.items():
        node = read[id_]
        if isinstance(question, MatchQuestion):
            assert node.get("type") == "matching"
            found = {
                f"{_words(sub.findtext('text'))} -> {sub.findtext('answer/text')}" for sub in node.iter("subquestion")
            }
        elif isinstance(question, OrderQuestion):
            assert node.get("type") == "ordering"
            found = {
                f"{_words(answer.findtext('text'))} -> {place}" for place, answer in enumerate(node.iter("answer"), 1)
            }
        else:
            found = {
                _words(answer.findtext("text"))
                for answer in node.iter("answer")
                if float(answer.get("fraction", "0")) > 0
            }
        assert found == _right(question, edition), id_


def _words(text: str | None) -> str:
    return "".join(map(str, etree.fromstring(f"<p>{text}</p>", etree.HTMLParser()).itertext()))


def test_right_answers_give_the_whole_mark_and_everything_gives_nothing(files: dict[str, Artifact]) -> None:
    root = etree.fromstring(files["downloads/en/moodle-xml/all-modules.xml"].data)
    several = [node for node in root if node.findtext("single") == "false"]
    for node in [one for one in root if one.find("answer") is not None and one.get("type") != "ordering"]:
        shares = [float(answer.get("fraction", "")) for answer in node.iter("answer")]
        assert {abs(share) for share in shares} <= MOODLES, node.findtext("idnumber")
        assert sum(share for share in shares if share > 0) == pytest.approx(100, abs=0.001)
    assert several
    for node in several:
        assert sum(float(answer.get("fraction", "")) for answer in node.iter("answer")) == pytest.approx(0, abs=0.001)


def test_statements_are_answered_in_the_words_that_moodle_knows(files: dict[str, Artifact]) -> None:
    root = etree.fromstring(files["downloads/en/moodle-xml/all-modules.xml"].data)
    answers = [
        [one.findtext("text") for one in node.iter("answer")]
        for node in root.iter("question")
        if node.get("type") == "truefalse"
    ]
    assert answers
    assert all(one == ["true", "false"] for one in answers)


def test_what_holds_a_key_is_for_facilitators(files: dict[str, Artifact], backed_up: dict[str, Artifact]) -> None:
    keyed = [
        made for made in [*files.values(), *backed_up.values()] if made.label and made.label.kind != "competencies"
    ]
    assert {made.label.kind for made in keyed if made.label} == {"moodle-xml", "gift", "mbz", "exam"}
    assert len(keyed) // 4 == len({made.label.module for made in keyed if made.label})
    assert {made.role for made in keyed} == {"facilitator"}


def test_competencies_have_the_columns_of_moodle_and_a_parent(edition: Edition, files: dict[str, Artifact]) -> None:
    head, framework, *rows = csv.reader(io.StringIO(files["downloads/en/competencies/all-modules.csv"].data.decode()))
    assert tuple(head) == COLUMNS
    assert {len(row) for row in [framework, *rows]} == {14}
    assert framework[12] == "1"
    ids = [row[1] for row in rows]
    assert len(ids) == len(set(ids))
    assert {row[0] for row in rows} <= {"", *ids}
    outcomes = sum(len(parts.plan.outcomes) for parts in edition.curriculum.modules.values())
    assert len(rows) == len(edition.curriculum.modules) + outcomes


@pytest.mark.parametrize("name", ["referral-schemes", "all-modules"])
def test_a_backup_is_whole(backed_up: dict[str, Artifact], name: str) -> None:
    archive = zipfile.ZipFile(io.BytesIO(backed_up[f"downloads/en/mbz/{name}.mbz"].data))
    names = set(archive.namelist())
    assert not [path for path in names if path.startswith("/") or ".." in path.split("/")]
    trees = {path: etree.fromstring(archive.read(path)) for path in names if path.endswith(".xml")}
    stored = {node.get("id"): node.findtext("contenthash") or "" for node in trees["files.xml"]}
    for sha1 in stored.values():
        content = archive.read(f"files/{sha1[:2]}/{sha1}")
        assert hashlib.sha1(content, usedforsecurity=False).hexdigest() == sha1
    assert {path.rpartition("/")[2] for path in names if path.startswith("files/")} == set(stored.values())
    for directory in trees["moodle_backup.xml"].iter("directory"):
        assert f"{directory.text}/inforef.xml" in names
    questions = {node.get("id") for node in trees["questions.xml"].iter("question")}
    asked = {node.text for path, tree in trees.items() if path.endswith("quiz.xml") for node in tree.iter("questionid")}
    assert asked == questions
    named: set[str | None] = set()
    for path, tree in trees.items():
        if path.startswith("activities/") and path.endswith("inforef.xml"):
            named |= {node.text for node in tree.iterfind("fileref/file/id")}
            grades = trees[path.replace("inforef", "grades")]
            assert {node.text for node in tree.iterfind("grade_itemref/grade_item/id")} == {
                node.get("id") for node in grades.iter("grade_item")
            }
    assert named == stored.keys()


def test_a_quiz_is_passed_at_the_mark_of_the_module(edition: Edition, backed_up: dict[str, Artifact]) -> None:
    for id_, parts in edition.curriculum.modules.items():
        archive = zipfile.ZipFile(io.BytesIO(backed_up[f"downloads/en/exam/{id_}.mbz"].data))
        (quiz,) = (path for path in archive.namelist() if path.endswith("/quiz.xml"))
        folder = quiz.rpartition("/")[0]
        assert parts.check is not None
        assert (
            etree.fromstring(archive.read(f"{folder}/grades.xml")).findtext(".//gradepass")
            == f"{parts.check.pass_mark}.00000"
        )
        module = etree.fromstring(archive.read(f"{folder}/module.xml"))
        assert (module.findtext("completion"), module.findtext("completionpassgrade")) == ("2", "1")
        tested = {question.outcome for question in parts.check.questions}
        assert etree.fromstring(archive.read(quiz)).findtext(".//sumgrades") == f"{len(tested)}.00000"


def test_pages_show_the_pictures_that_lie_beside_them_and_load_nothing_else(edition: Edition) -> None:
    made = {file.path: file for file in backups(replace(edition, course=CourseWays(pages=True)))}
    archive = zipfile.ZipFile(io.BytesIO(made["downloads/en/mbz/all-modules.mbz"].data))
    listed = {
        (node.findtext("contextid"), node.findtext("filename")) for node in etree.fromstring(archive.read("files.xml"))
    }
    shown = 0
    for path in archive.namelist():
        if path.endswith("/page.xml"):
            activity = etree.fromstring(archive.read(path))
            for source in re.findall(r'src="([^"]*)"', activity.findtext(".//content") or ""):
                assert source.startswith("@@PLUGINFILE@@/")
                assert (activity.get("contextid"), source.removeprefix("@@PLUGINFILE@@/")) in listed
                shown += 1
    assert shown > 5


def test_backups_are_the_same_bytes_again(edition: Edition, backed_up: dict[str, Artifact]) -> None:
    again = next(iter(backups(edition)))
    assert again.data == backed_up[again.path].data
