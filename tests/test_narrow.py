"""Narrow columns: long words may be parted there, and nowhere else; on paper and in Word."""

import io
import zipfile
from dataclasses import replace

from mkdocs_workshop.documents.emit.narrow import with_breaks
from mkdocs_workshop.documents.emit.typst_document import typst_source
from mkdocs_workshop.documents.emit.word import document_word, read_again
from mkdocs_workshop.documents.tree.blocks import Table, Text
from mkdocs_workshop.documents.tree.document import Part, paragraph
from mkdocs_workshop.documents.tree.forms import ScalePoint, ScaleTable
from mkdocs_workshop.documents.tree.proof import Expected, lost, not_found
from mkdocs_workshop.documents.tree.sides import Sides
from mkdocs_workshop.documents.tree.walk import nodes
from mkdocs_workshop.ground.language_tags import tagged, untagged
from mkdocs_workshop.language.syllables import SOFT
from tests.conftest import ROOT
from tests.test_bilingual import _paper

LONG, SHORTER = "орналастырушы", "келіспеймін"
CACHE = ROOT / ".cache" / "workshop"


def _table(columns: int) -> Table:
    return Table(((Text(LONG),),) * columns, (((Text("а"),),) * columns,))


def _labels(label: str) -> ScaleTable:
    return ScaleTable("", (ScalePoint(1, label),), ())


def _parted(tree: object) -> bool:
    return any(SOFT in node.text for node in nodes(tree) if isinstance(node, Text))


def test_wide_tables_and_scales_get_places_to_break_and_text_gets_none() -> None:
    assert _parted(with_breaks(_table(4), "kk"))
    assert not _parted(with_breaks(_table(3), "kk"))
    assert not _parted(with_breaks(paragraph(LONG), "kk"))
    assert not _parted(with_breaks(_table(4), "ru"))
    assert with_breaks(_labels(SHORTER), "kk").points[0].label == f"ке{SOFT}ліс{SOFT}пей{SOFT}мін"


def test_each_language_of_two_is_parted_by_its_own_rules() -> None:
    both = with_breaks(_labels(f"{SHORTER}\n{tagged(SHORTER, 'kk')}"), "ru").points[0].label
    assert untagged(both) == f"{SHORTER}\nке{SOFT}ліс{SOFT}пей{SOFT}мін"
    rows: tuple[tuple[tuple[Part, ...], tuple[Part, ...]], ...] = (((_table(2),), (_table(2),)),)
    sides = with_breaks(Sides(rows, "kk"), "ru")
    left, right = sides.rows[0]
    assert not _parted(left)
    assert _parted(right)


def test_typst_parts_russian_words_by_itself() -> None:
    russian = _paper((_labels("Совершенно не согласны"),), "ru")
    assert "hyphens: true" in typst_source(russian)
    assert "hyphens: true" not in typst_source(replace(russian, language="kk"))


def test_word_gets_its_own_sign_and_loses_no_word() -> None:
    data = document_word(_paper((_table(4),), "kk"), CACHE, [Expected(LONG)])
    body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert "<w:softHyphen/>" in body
    assert SOFT not in body
    assert LONG in read_again(data)


def test_word_parts_russian_words_in_tables_alone() -> None:
    def settings(language: str) -> tuple[str, str]:
        archive = zipfile.ZipFile(io.BytesIO(document_word(_paper((_table(4),), language), CACHE)))
        return archive.read("word/settings.xml").decode(), archive.read("word/styles.xml").decode()

    of_all, styles = settings("ru")
    assert "w:autoHyphenation" in of_all
    assert styles.count('w:suppressAutoHyphens w:val="0"') == 2
    assert 'w:suppressAutoHyphens w:val="1"' in styles
    assert "w:autoHyphenation" not in settings("en")[0]


def test_a_word_that_is_parted_is_found_again_and_a_lost_one_is_not() -> None:
    found = "Совер-\nшенно не согласны"
    assert lost(["Совершенно"], found) == []
    assert lost(["Совершенный"], found) == ["Совершенный"]
    assert not_found([Expected("Совершенно не согласны")], found) == []


def test_a_range_of_which_half_stands_on_the_next_page_is_there() -> None:
    found = "from 7–\nHow this manual was made 3\n12 months"
    assert lost(["7–12"], found) == []
    assert lost(["7–13", "8–12"], found) == ["7–13", "8–12"]
