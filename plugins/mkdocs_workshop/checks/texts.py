"""Rules about the form of texts: what every output can show, and everybody can read."""

import re
from collections.abc import Iterator

from ..reading.curriculum import Curriculum
from ..reading.marks import without_marks
from ..reading.texts import TextAt
from .finding import Finding

_CODE = re.compile(r"`[^`]*`")
# Without a way back, so that a text of brackets alone takes no longer than another.
_PICTURE = re.compile(r"!\[([^\[\]]*+)\]\(([^()\s]*+)[^()]*+\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]]*+)\]\(([^()\s]*+)[^()]*+\)")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*)$", re.MULTILINE)
_HEADING_ID = re.compile(r"\{ ?#[a-z0-9]+(?:-[a-z0-9]+)* ?\}\s*$")
_EMPTY_WORDS = {
    "here",
    "click here",
    "link",
    "this",
    "this link",
    "more",
    "read more",
    "page",
    "тут",
    "здесь",
    "осында",
}


def _prose(curriculum: Curriculum) -> Iterator[tuple[Finding, str]]:
    """Each text with a link or a picture, and its place; code is blanked out, since it is shown as it is."""
    for file, text in curriculum.texts:
        if "](" not in text.text:
            continue
        yield Finding(file, text.loc, ""), _CODE.sub(lambda match: " " * len(match[0]), text.text)


def alt_text(curriculum: Curriculum) -> Iterator[Finding]:
    """Pictures speak to everybody."""
    for at, prose in _prose(curriculum):
        for match in _PICTURE.finditer(prose):
            if not match[1].strip():
                yield at._replace(message="the picture has no text", fragment=match[0])


def heading_levels(curriculum: Curriculum) -> Iterator[Finding]:
    """Sections have level 2; what stands in their texts goes down from there."""
    for file, text in curriculum.texts:
        above = 2
        for level, match in _headings(text):
            if level < 3 or level > above + 1:
                message = f"a heading of level {level} after level {above}"
                yield Finding(file, text.loc, message, fragment=match)
            above = max(level, 2)


def heading_ids(curriculum: Curriculum) -> Iterator[Finding]:
    """Links to a heading survive a new wording only by an id."""
    for file, text in curriculum.texts:
        for _, match in _headings(text):
            if not _HEADING_ID.search(match):
                yield Finding(file, text.loc, "the heading has no id", fragment=match)


def _headings(text: TextAt) -> Iterator[tuple[int, str]]:
    if text.kind == "block" and "#" in text.text:
        for match in _HEADING.finditer(text.text):
            yield len(match[1]), match[0]


def link_texts(curriculum: Curriculum) -> Iterator[Finding]:
    """A screen reader lists links without what stands around them."""
    for at, prose in _prose(curriculum):
        for match in _LINK.finditer(prose):
            if match[1].strip().lower() in _EMPTY_WORDS | {""}:
                yield at._replace(message=f"the link text `{match[1]}` says nothing", fragment=match[0])


MAX_EASY_WORDS = 12


def easy_lines_short(curriculum: Curriculum) -> Iterator[Finding]:
    """A line that is easy to read says one thing."""
    for file in curriculum.files:
        if file.kind == "handout" and file.model.easy is not None:
            for index, line in enumerate(file.model.easy.lines):
                count = len(without_marks(line).split())
                if count > MAX_EASY_WORDS:
                    yield Finding(
                        file, ("easy", "lines", index), f"the line has {count} words, {MAX_EASY_WORDS} may be"
                    )
