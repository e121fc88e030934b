"""Every code is unique, documented and told as a story."""

import re
from pathlib import Path

import pytest

from mkdocs_workshop.checks import ALL_KINDS, RULES, fit, paper, personal
from mkdocs_workshop.ground import doors
from mkdocs_workshop.reading import ids, marks, validate, yaml

STORIES = Path(__file__).parent / "stories"
# These need a file that no story can hold: binary, huge, linked, unreadable. `test_source.py` tells them. W901 needs Git;
# `test_people.py` tells it. W804 needs a press; `test_card_papers.py` tells it. W120 to W123 need a second curriculum;
# `test_library.py` tells them. W037 and W038 are of the catalogues of the package; `test_translation_update.py` tells them. W040 to W049
# need a Word file; `test_review.py` tells them. W050 to W052 need a large file; `test_source.py` tells them. W135 needs another
# package; `test_doors.py` tells it. W090 and W091 are of a file beside the curriculum; `test_local.py` tells them.
ELSEWHERE = {
    *("W037", "W038", "W040", "W041", "W042", "W043", "W044", "W045", "W046", "W047", "W048", "W049"),
    *("W050", "W051", "W052"),
    "W135",
    *("W090", "W091"),
    "W101",
    "W102",
    "W103",
    "W104",
    "W105",
    "W106",
    "W113",
    "W114",
    "W120",
    "W121",
    "W122",
    "W123",
    "W060",
    "W061",
    "W062",
    "W063",
    "W073",
    "W074",
    "W804",
    "W901",
}


def test_no_code_means_two_things() -> None:
    tables = [yaml.KINDS, validate.KINDS, ids.KINDS, marks.KINDS, paper.KINDS, fit.KINDS, personal.KINDS, doors.KINDS]
    codes = [code for table in tables for code in table] + [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))


def test_rules_stand_in_order() -> None:
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)


@pytest.mark.parametrize("code", sorted(set(ALL_KINDS) - ELSEWHERE))
def test_every_code_has_a_story(code: str) -> None:
    told = any(
        re.search(rf"\b{code}\b", path.read_text("utf-8").partition("problems:")[2]) for path in STORIES.rglob("*.yml")
    )
    assert told, f"write a story in which {code} is reported"
