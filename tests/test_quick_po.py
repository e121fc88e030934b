"""The quick reading of PO files says what Babel says, or leaves the file to Babel."""

import io
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from mkdocs_workshop.reading.translation.po import read_translations
from mkdocs_workshop.reading.translation.quick import entries
from tests.conftest import ROOT

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
ONE = 'msgctxt "a: b"\nmsgid "One"\nmsgstr "Один"\n'

USUAL = {
    "one": ONE,
    "no end of line": ONE.rstrip(),
    "two": f'{ONE}\n#. note: x\n#: file.yml:3\n#, fuzzy, c-format\nmsgctxt "c"\nmsgid "Two"\nmsgstr ""\n',
    "folded": 'msgctxt ""\n"a: "\n"b"\nmsgid ""\n"One \\"two\\"\\n"\n"three\\\\"\nmsgstr "\\tx"\n',
    "previous": f'#, fuzzy\n#| msgid "Old"\n{ONE}',
    "out of use": f'{ONE}\n#~ msgctxt "old"\n#~ msgid ""\n#~ "Old"\n#~ msgstr "x"\n\n#~ msgid "Older"\n#~ msgstr ""\n',
    "translator's note": f"# said\n#\n{ONE}",
}
UNUSUAL = {
    "plural": 'msgctxt "a"\nmsgid "One"\nmsgid_plural "More"\nmsgstr[0] "1"\nmsgstr[1] "2"\n',
    "out of use, and a plural": f'{ONE}\n#~ msgid "Old"\n#~ msgid_plural "Olds"\n#~ msgstr[0] "x"\n',
    "out of use in the middle": f'#~ msgid "Old"\n#~ msgstr "x"\n\n{ONE}',
    "out of use, then one more": f'{ONE}\n#~ msgid "Old"\n#~ msgstr "x"\n\n{ONE.replace("a: b", "c")}',
    "twice": f"{ONE}\n{ONE}",
    "no context": 'msgid "One"\nmsgstr "1"\n',
    "no English": 'msgctxt "a"\nmsgid ""\nmsgstr "1"\n',
    "conflict": f"#-#-#-#-#\n{ONE}",
    "no translation": 'msgctxt "a"\nmsgid "One"\n',
    "open quote": 'msgctxt "a"\nmsgid "One\nmsgstr "1"\n',
    "a carriage return": ONE.replace("\n", "\r\n"),
    "rubbish": f"{ONE}\nrubbish\n",
}


def _babel(raw: bytes) -> list[tuple[object, ...]]:
    catalog = read_po(io.BytesIO(raw), abort_invalid=True, charset="utf-8")
    return [(m.context, m.id, m.string, m.fuzzy, m.lineno) for m in catalog if m.context]


@pytest.mark.parametrize("name", USUAL)
def test_usual_files_are_read_as_babel_reads_them(name: str) -> None:
    raw = (HEADER + USUAL[name]).encode()
    assert entries(raw) == _babel(raw)


@pytest.mark.parametrize("name", UNUSUAL)
def test_unusual_files_are_left_to_babel(name: str) -> None:
    assert entries((HEADER + UNUSUAL[name]).encode()) is None


def test_a_header_decides_the_letters() -> None:
    raw = (HEADER.replace("utf-8", "koi8-r") + ONE).encode()
    assert entries(raw) is None
    assert entries(ONE.encode()) is None
    assert entries(b"") is None
    assert entries(HEADER.encode() + b"\xff") is None


def test_every_shipped_file_is_read_at_once() -> None:
    for path in sorted((ROOT / "curriculum" / "locales").rglob("*.po")):
        raw = path.read_bytes()
        assert entries(raw) == _babel(raw), path


def test_an_absent_file_has_no_translations(tmp_path: Path) -> None:
    assert read_translations(tmp_path / "none.po", "none.po") == ({}, [])
