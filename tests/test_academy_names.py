"""The guide for teachers names only what somebody has seen in Moodle, and every language of it names the same."""

import re
from pathlib import Path

import pytest

from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.packages.backup import backups
from mkdocs_workshop.packages.embed import embed_pages
from mkdocs_workshop.packages.scorm import scorm_packages
from mkdocs_workshop.site.pages import make_pages
from mkdocs_workshop.site.pages.academy_dialogs import DIALOGS, dialogs
from mkdocs_workshop.site.pages.moodle_names import moodle_names
from tests.conftest import TODAY
from tests.small_course import small_edition

GUIDE = ("academy.step.", "academy.setting.", "academy.update.", "academy.more.", "academy.other.", "academy.paste")
"""Keys of the texts that tell teachers what to press."""
_TEXT_OF = {"package": "academy.update.text", "source": "academy.paste"}
_QUOTED = {"en": "“([^”]+)”", "ru": "«([A-Z][A-Za-z ,.]+)»", "kk": "«([A-Z][A-Za-z ,.]+)»"}


def _named(language: str) -> dict[str, set[str]]:
    say = catalogue(language)
    keys = [key for key in say.english if key.startswith(GUIDE)]
    return {key: set(re.findall(_QUOTED[language], say(key))) for key in keys}


def test_every_name_of_the_guide_is_in_the_table_and_the_other_way_round() -> None:
    assert set().union(*_named("en").values()) == {row.name for row in moodle_names()}


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_other_languages_name_the_same(language: str) -> None:
    assert _named(language) == _named("en")


def test_each_name_says_where_it_was_seen() -> None:
    assert len({row.name for row in moodle_names()}) == len(moodle_names())
    for row in moodle_names():
        assert row.seen
        assert {*row.seen} <= {"4.5", "5.x"}
        assert row.string or {*row.seen} == {"4.5", "5.x"}
        assert re.fullmatch(r"([a-z_]+/[a-z_]+)?", row.string)


def test_drawings_of_dialogs_hold_names_of_the_table_alone() -> None:
    known = {row.name for row in moodle_names()} | {"ZIP", "MBZ"}
    for id_, dialog in DIALOGS.items():
        drawn = {dialog.title, *(row.name for row in dialog.rows), *(row.value for row in dialog.rows)} - {""}
        assert drawn <= known, id_
        # What is drawn is what the text beside it says.
        text = next(keys for key, keys in _named("en").items() if key.endswith((f".{id_}", _TEXT_OF.get(id_, "-"))))
        assert {row.name for row in dialog.rows} & text


def test_each_dialog_is_drawn_once_and_told_in_the_language(small_source: Path, tmp_path: Path) -> None:
    edition = small_edition(small_source, tmp_path / "curriculum")
    pages = {page.path: str(page.content) for page in make_pages(edition, TODAY).artifacts}
    guide = pages["academy/index.md"]
    for made in dialogs(edition.say).values():
        assert guide.count(made) == 1
    assert "Рисунок окна Moodle: Tools; Source code" in dialogs(catalogue("ru"))["source"]


def test_the_guide_offers_every_file_of_a_course(small_source: Path, tmp_path: Path) -> None:
    edition = small_edition(small_source, tmp_path / "curriculum")
    files = [*backups(edition), *scorm_packages(edition), *embed_pages(edition)]
    pages = {page.path: str(page.content) for page in make_pages(edition, TODAY, downloads=files).artifacts}
    guide = pages["academy/index.md"]
    assert [file.path for file in files if f"](../{file.path})" not in guide] == []
    assert "addEventListener(&#34;message&#34;" in guide
    for row in moodle_names():
        assert f"| {row.name} |" in guide
    assert guide.count("{{") == 0
