"""The files, elements and attributes of a Moodle backup: those that were restored in Moodle, and no others.

A platform passes over an element whose name it does not know, and takes its own default. So the names are kept as they were when a
real Moodle last restored such a backup; `pytest tests/test_course_shape.py --update` writes them anew, after the next time.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from mkdocs_workshop.edition import CourseWays, Edition
from mkdocs_workshop.packages.backup import backups
from tests.test_course import edition

KEPT = Path(__file__).parent / "examples" / "moodle-backup.txt"
SAID = re.compile(r"[01]|\$@NULL@\$|[a-z_]{2,30}|mod/[a-z/]+|[34]\.\d|20\d{8}(\.\d\d)?")
"""Values that mean something to Moodle and are no text of an author: switches, kinds, versions."""
__all__ = ["edition"]


def _named(name: str) -> str:
    """`activities/quiz_17/quiz.xml` as `activities/quiz_N/quiz.xml`."""
    return re.sub(r"_\d+", "_N", name)


def _elements(element: etree._Element, way: str) -> Iterator[str]:
    here = f"{way}/{element.tag}"
    yield here
    yield from (f"{here}@{name}" for name in element.attrib)
    text = (element.text or "").strip()
    if SAID.fullmatch(text) and not len(element):
        yield f"{here} = {text}"
    for child in element:
        yield from _elements(child, here)


def _shape(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield f"file {re.sub(r'[0-9a-f]{2}/[0-9a-f]{40}', 'xx/HASH', _named(name))}"
            if name.endswith(".xml"):
                yield from _elements(etree.fromstring(archive.read(name)), _named(name))


def test_a_backup_has_the_names_that_moodle_has_restored(edition: Edition, request: pytest.FixtureRequest) -> None:
    ways = (edition, replace(edition, course=CourseWays(pages=True)))
    found = sorted({line for one in ways for file in backups(one) for line in _shape(file.data)})
    if request.config.getoption("--update"):
        KEPT.write_text("\n".join(found) + "\n", "utf-8")
    kept = KEPT.read_text("utf-8").splitlines()
    assert len(kept) > 300
    assert sorted(set(found) - set(kept)) == [], "new to Moodle: restore it there first"
    assert sorted(set(kept) - set(found)) == [], "gone"
