"""Questions, drawings and letters in packages, where the small module of the goldens shows too little."""

import base64
import dataclasses
import importlib
import io
import pkgutil
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from mkdocs_workshop import packages
from mkdocs_workshop.compile import Checked
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.language_tags import tagged
from mkdocs_workshop.packages.backup_mlang import InLanguage, joined
from mkdocs_workshop.packages.backup_parts import Category, Store
from mkdocs_workshop.packages.backup_questions import questions_file
from mkdocs_workshop.packages.cartridge_check import knowledge_check
from mkdocs_workshop.packages.embed import embed_pages
from mkdocs_workshop.packages.gift import gift
from mkdocs_workshop.packages.lesson_figures import drawn_alone
from mkdocs_workshop.packages.light import light, looks_style
from mkdocs_workshop.packages.moodle_xml import moodle_xml
from mkdocs_workshop.packages.questions import NOTHING, Choice, Pairing, Question, QuestionBank, Words
from tests.conftest import edition_of
from tests.golden_files import assert_golden
from tests.golden_text import outline
from tests.small_course import MODULE, small_edition


@pytest.fixture(scope="module")
def edition(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return small_edition(small_source, tmp_path_factory.mktemp("formats") / "curriculum")


def _said(plain: str) -> Words:
    return Words(f"<em>{plain}</em>".replace("&", "&amp;"), plain)


def _choices(*fractions: float) -> tuple[Choice, ...]:
    return tuple(
        Choice("abcd"[number], _said(f"answer {number}"), _said(f"why {number}") if number else NOTHING, one)
        for number, one in enumerate(fractions)
    )


def _pairs(*rights: str) -> tuple[Pairing, ...]:
    return tuple(Pairing(f"p{number}", _said(f"left {number}"), _said(one)) for number, one in enumerate(rights))


LONG = "This question is so long that in a list of questions only its beginning can stand, and no more"
BANK = QuestionBank(
    "odd",
    f"HIV/TB & {tagged('words', 'en')}",
    75,
    (
        Question("single", "signs", "odd-signs", _said(r"What is 1:1 ~ {a} = #b \ c -> d?"), _choices(0, 100, 0)),
        Question("multiple", "thirds", "odd-thirds", _said(LONG), _choices(100 / 3, 100 / 3, 100 / 3, -100)),
        Question(
            "true-false", "false", "odd-false", _said(f"A & {tagged('B', 'ru')}\nC"),
            (Choice("true", _said("True"), NOTHING, 0), Choice("false", _said("False"), NOTHING, 100)), (), _said("It is not."),
        ),
        Question("match", "match", "odd-match", _said("Which?"), (), _pairs("one", "two -> 2"), NOTHING),
        Question("order", "order", "odd-order", _said("In which order?"), (), _pairs("3", "1", "2"), _said("So.")),
    ),
    "Read by nobody & no one.",
)  # fmt: skip
"""What a bank of questions can have that makes trouble."""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("a" * 80, "a" * 80),
        ("word " * 15 + "a box, and more", "word " * 15 + "a …"),
        ("word " * 14 + "a fox, and much more than fits", "word " * 14 + "a fox …"),
    ],
)
def test_a_long_question_is_called_by_its_first_words(words: str, name: str) -> None:
    assert Question("single", "a", "m-a", Words(words, words)).name == name


def test_odd_questions_for_moodle_and_for_teachers(request: pytest.FixtureRequest) -> None:
    assert LONG.startswith(BANK.questions[1].name.removesuffix(" …"))
    assert_golden(request, "packages/odd-questions.xml", moodle_xml("My/manual", [BANK]))
    assert_golden(
        request,
        "packages/odd-questions.gift.txt",
        gift("My/manual", [BANK, dataclasses.replace(BANK, module="next", readers="")]),
    )


def test_odd_questions_in_a_cartridge_and_in_a_backup(edition: Edition, request: pytest.FixtureRequest) -> None:
    numbered = tuple((20 + number, question) for number, question in enumerate(BANK.questions))
    categories = [
        Category(11, "First", "first", numbered, 1_000_000, 12, (30, 31)),
        Category(10, "Second", "", (), 2_000_000, 9),
    ]
    assert_golden(
        request, "packages/odd-questions-of-a-cartridge.txt", outline(knowledge_check(edition, BANK, "Check"))
    )
    assert_golden(request, "packages/odd-questions-of-a-backup.txt", outline(questions_file(categories)))


def test_a_name_ends_with_a_word() -> None:
    def name(plain: str) -> str:
        return dataclasses.replace(BANK.questions[0], text=Words("", plain)).name

    assert name("x" * 80) == "x" * 80
    assert name("word " * 16 + "x") == ("word " * 15).strip() + " word …"
    assert name(f"{'a' * 70}, {'b' * 40}") == f"{'a' * 70} …"


def test_files_of_a_backup_lie_in_folders_and_have_kinds() -> None:
    store = Store()
    numbers = [store.file(b"x", path, "mod_page", "content", 3, 5) for path in ("a.unknown", "b/c/d.woff2")]
    assert numbers == [10, 11]
    assert [[one.findtext(name) for name in ("filepath", "filename", "mimetype")] for one in store.entries] == [
        ["/", "a.unknown", "document/unknown"],
        ["/b/c/", "d.woff2", "application/font-woff2"],
    ]


def _letters_of(packed: str) -> str:
    with TTFont(io.BytesIO(base64.b64decode(packed))) as font:
        return "".join(map(chr, sorted(font.getBestCmap())))


def test_a_drawing_alone_brings_the_letters_of_its_words_and_no_others(
    small: Path, checked: Callable[[], Checked]
) -> None:
    figure = small / "modules" / MODULE / "figures" / "first-module-way.yml"
    text = re.sub(r"(title|when): [^},\n]*", r"\1: Шаг", figure.read_text("utf-8"))
    figure.write_text(re.sub(r"(?m)^alt: .*", "alt: Шаг", text), "utf-8")
    curriculum = checked().curriculum
    assert curriculum is not None
    drawn = drawn_alone(edition_of(curriculum), figure.stem)
    assert list(drawn) == [f"{figure.stem}.svg", f"{figure.stem}-narrow.svg"]
    for svg in drawn.values():
        letters = {one for inside in re.findall(r"base64,([^)]*)\)", svg) for one in _letters_of(inside)}
        assert set("Шаг") < letters
        assert not letters & set("abcdwxyzABC"), "the letters of tags"


def test_letters_of_pages_to_embed(edition: Edition, request: pytest.FixtureRequest) -> None:
    """Of each weight; strong ones bring no letters for what is never strong."""
    lines = []
    for made in embed_pages(edition):
        (letters,) = re.findall(r'id="letters">\{(.*?)\}<', str(made.content))
        lines += [
            made.path,
            *(f"  {weight}: {_letters_of(inside)}" for weight, inside in re.findall(r'"([\d ]+)":"([^"]*)"', letters)),
        ]
    assert_golden(request, "packages/letters-to-embed.txt", "\n".join(lines))


def _joined(path: str, *texts: str) -> etree._Element:
    courses = [InLanguage(code, {path: text}) for code, text in zip(("en", "ru", "kk"), texts, strict=False)]
    return etree.fromstring(str(joined(courses)[path]).encode())


def test_which_texts_are_joined() -> None:
    """What participants read; lists of teachers, what is the same in all languages and what would be too long stay as they are."""
    text = (
        "<a><question_category><name>{0}</name><question><name>{0}</name><questiontext>{0}</questiontext><matches>"
        "<match><questiontext>{0}</questiontext><answertext>{0}</answertext></match></matches><answertext>{0}</answertext></question>"
        "</question_category><quiz><name>{0}</name><idnumber>{0}</idnumber><intro>same</intro><content/></quiz></a>"
    )
    short, both = ("N", "Н"), "{mlang ru}Н{mlang}{mlang en,other}N{mlang}"
    made = _joined("questions.xml", *map(text.format, short))
    assert [(one.tag, one.text) for one in made.iter() if one.text and one.text.strip()] == [
        ("name", "N"), ("name", "N"), ("questiontext", both), ("questiontext", both), ("answertext", both), ("answertext", both),
        ("name", both), ("idnumber", "N"), ("intro", "same"),
    ]  # fmt: skip
    marks = len("{mlang ru}{mlang}{mlang en,other}{mlang}")
    fits, too_long = (f"N{'x' * (255 - marks - 2 + more)}" for more in (0, 1))
    for name, whole in ((fits, True), (too_long, False)):
        made = _joined("quiz.xml", *(text.format(one) for one in (name, "Н")))
        names = [made.findtext(".//quiz/name"), made.findtext(".//match/answertext")]
        assert all(str(one).startswith("{mlang") == whole for one in names)
        assert str(made.findtext(".//question/answertext")).startswith("{mlang"), "no name"


def test_files_of_all_languages_stand_in_one_list() -> None:
    entry = '<file id="{}"><contextid>1</contextid><filearea>content</filearea><filepath>{}</filepath><filename>{}</filename></file>'
    english, russian, kazakh = (
        f"<files>{''.join(entry.format(number, path, name) for number, path, name in listed)}</files>"
        for listed in (
            [(5, "/", "a")], [(5, "/ru/", "a"), (6, "/", "a")], [(5, "/kk/", "a"), (6, "/kk/", "b"), (7, "/kk/", "b")],
        )
    )  # fmt: skip
    made = _joined("files.xml", english, russian, kazakh)
    assert [one.get("id") for one in made] == ["5", "10000005", "20000005", "20000006", "20000007"]
    refers = "<inforef><fileref><file><id>5</id></file><file><id>6</id></file></fileref><other><file><id>9</id></file></other></inforef>"
    listed = [one.text for one in _joined("activities/page_1/inforef.xml", refers, refers, refers).iter("id")]
    assert listed == ["5", "6", "10000005", "10000006", "20000005", "20000006", "9"]


DRAWN = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<rect x="1" fill="var(--ws-navy, #17375e)" stroke="none" stroke-width="1.5" rx="2"></rect>

<circle fill="#abcdef" stroke-linecap="round"></circle>
<line stroke="var(--ws-line, #dce3e8)" stroke-width="7"></line>
<text text-anchor="start" x="3" font-size="16px" font-weight="600" fill="var(--ws-ink, #14212e)"><tspan x="3" dy="0">One line</tspan></text>
<text x="4"><tspan x="4">Two</tspan><tspan x="4">lines</tspan></text>
</svg>"""


def test_a_light_page_says_the_same_in_fewer_letters(request: pytest.FixtureRequest) -> None:
    page = (
        f'<p>A&nbsp;b <a href="https://a.org/" target="_blank" rel="noopener">x</a> <a href="b" target="_blank" rel="noopener">y</a></p>\n'
        f"{DRAWN}<fieldset><p>No list</p></fieldset>"
        '<fieldset><select name="a"><option>1</option></select><select name="b"><option>1</option></select></fieldset>'
        '<fieldset><select name="c"><option>2</option></select></fieldset>'
        '<rect fill="none"></rect>'
    )
    assert_golden(request, "packages/light.txt", light(page))
    assert_golden(request, "packages/light.css", looks_style().replace("}.", "}\n."))


def test_what_several_packages_are_made_of_nobody_changes() -> None:
    """All data is frozen; only what hands out numbers and gathers is not."""
    found = {
        one
        for info in pkgutil.iter_modules(packages.__path__, f"{packages.__name__}.")
        for one in vars(importlib.import_module(info.name)).values()
        if isinstance(one, type) and dataclasses.is_dataclass(one) and one.__module__.startswith(packages.__name__)
    }
    assert len(found) > 8
    assert [one.__name__ for one in found if not vars(one)["__dataclass_params__"].frozen] == ["Store"]
